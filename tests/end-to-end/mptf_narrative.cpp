#include "mptf_narrative.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <sstream>

#include "base/files.hpp"

namespace rapporteur::test {

namespace fs = std::filesystem;

fs::path plan_for(const std::string& form, const fs::path& folder) {
  const fs::path plan = folder / form / "spotlight-mali-2020";
  fs::create_directories(plan.parent_path());
  fs::copy(SOURCE_DIR "/samples/spotlight-mali-2020", plan, fs::copy_options::recursive);
  const auto yaml = read_file(plan / "plan.yaml");
  REQUIRE(yaml.has_value());
  // the options of the sample are of the first form
  const std::string own = yaml->substr(0, yaml->find("\nformats:"));
  REQUIRE(write_file(plan / "plan.yaml",
                     own + "\nformats:\n  mptf-narrative: { form: " + form + " }\n"));
  return plan;
}

const Built& built_narrative(const std::string& form) {
  static const TemporaryDirectory folder;
  static std::map<std::string, Built> done;
  Built& report = done[form];
  if (report.place.empty()) {
    const fs::path plan = plan_for(form, folder.path());
    const std::string out = (folder.path() / form / "out").string();
    int status = -1;
    report.said = run(BINARY_DIR "/bin/rapporteur build " + plan.string() +
                          " --to odt,docx,pdf --messages en --out " + out + " 2>&1",
                      &status);

    REQUIRE(status == 0);
    report.place = out + "/spotlight-mali-2020.mptf-narrative.";
  }
  return report;
}

std::string spotlight(const std::string& end) {
  return built_narrative("spotlight").place + end;
}

std::string flat(const std::string& text) {
  static const std::regex spaces("\\s+");
  return std::regex_replace(plain_spaces(text), spaces, " ");
}

void check_order(const std::string& text, const std::vector<std::string>& wanted) {
  std::size_t at = 0;
  for (const std::string& one : wanted) {
    CAPTURE(one);
    const std::size_t found = text.find("\n" + one + "\n", at);
    REQUIRE(found != std::string::npos);
    at = found + 1;
  }
}

std::vector<std::pair<std::string, std::size_t>> contents_of(
    const std::vector<std::string>& pages) {
  static const std::regex entry("^\\s*(\\S.*?)\\s*\\.{4,}\\s*([0-9]+)\\s*$");
  std::vector<std::pair<std::string, std::size_t>> entries;
  for (const std::string& page : pages) {
    std::istringstream lines(page);
    for (std::string line; std::getline(lines, line);) {
      std::smatch match;
      if (std::regex_match(line, match, entry)) {
        entries.emplace_back(match[1], std::stoul(match[2]));
      }
    }
  }
  return entries;
}

std::size_t page_of(const std::vector<std::string>& pages, const std::string& title) {
  for (const auto& [name, page] : contents_of(pages)) {
    if (name.starts_with(title)) {
      return page;
    }
  }
  return 0;
}

Rows rows_below(const std::string& file, const std::string& heading) {
  Rows found;
  for (const Rows& table : tables_of(file)) {
    if (!table.empty() && !table[0].empty() && flat(table[0][0]) == heading) {
      std::copy(table.begin() + 1, table.end(), std::back_inserter(found));
    }
  }
  return found;
}

const Row* row_with(const Rows& rows, const std::string& first) {
  const auto found = std::ranges::find_if(
      rows, [&](const Row& row) { return !row.empty() && flat(row[0]) == first; });
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace rapporteur::test
