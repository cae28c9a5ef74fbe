// Every broken template and plugin against what is to be told of it.
//   broken [--accept] [NAME…]
#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/messages.hpp"
#include "told.hpp"

namespace {

namespace fs = std::filesystem;

/// Ids that no input brings about.
constexpr std::array<std::string_view, 3> unreachable{
    "plugin-crash",  // a fault of Lua or of the engine itself: unit/plugin/walls_test.cpp
    "template-file-unreadable",  // of the command line: tests/cases/template-survey
    "template-sample-plan"};     // a full disk

/// What a broken template or plugin must be told by; empty when each has a case.
std::string without_case(const std::set<std::string>& told) {
  std::string missing;
  for (const std::string& id : rapporteur::message_ids()) {
    const bool concerns = id.starts_with("template-") || id.starts_with("plugin-");
    if (concerns && !told.contains(id) &&
        std::find(unreachable.begin(), unreachable.end(), id) == unreachable.end()) {
      missing += "  " + id + "\n";
    }
  }
  return missing;
}

std::string first_difference(const std::string& expected, const std::string& actual) {
  std::size_t at = 0;
  while (at < expected.size() && at < actual.size() && expected[at] == actual[at]) {
    ++at;
  }
  const auto line = [at](const std::string& text) {
    const std::size_t start = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    return text.substr(start, text.find('\n', at) - start);
  };
  return "  expected: " + line(expected) + "\n  told:     " + line(actual) + "\n";
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> names(argv + 1, argv + argc);
  const bool accepts = std::erase(names, "--accept") > 0;
  const bool all = names.empty();
  const fs::path root = fs::path(SOURCE_DIR) / "tests" / "broken";
  if (all) {
    for (const auto& entry : fs::directory_iterator(root / "cases")) {
      names.push_back(entry.path().filename());
    }
    std::sort(names.begin(), names.end());
  }
  std::size_t failed = 0;
  std::set<std::string> ids;
  for (const std::string& name : names) {
    const fs::path folder = root / "cases" / name;
    const std::string told = rapporteur::broken::told(folder, root / "base", ids);
    const std::string expected = rapporteur::read_file(folder / "expected").value_or("");
    if (accepts) {
      failed += rapporteur::write_file(folder / "expected", told) ? 0 : 1;
    } else if (told != expected) {
      ++failed;
      std::cout << name << ":\n" << first_difference(expected, told);
    }
  }
  if (const std::string missing = all ? without_case(ids) : ""; !missing.empty()) {
    ++failed;
    std::cout << "no case has:\n" << missing;
  }
  std::cout << names.size() << " broken templates and plugins, " << failed << " failed\n";
  return failed == 0 ? 0 : 1;
}
