// The examples of docs/lua-modules.md are run, and what they print is what stands under them.
// RAPPORTEUR_ACCEPT=1 rewrites it: read it as an author would.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "base/files.hpp"
#include "load/load.hpp"
#include "plugin/console.hpp"
#include "plugin/terms.hpp"

namespace rapporteur::trial {
namespace {

namespace fs = std::filesystem;
const fs::path source(SOURCE_DIR);
constexpr std::string_view code_fence = "```lua\n";
constexpr std::string_view result_fence = "```\n```text\n";
constexpr std::string_view end_fence = "```\n";

/// A session as the manual describes it: the small plan, in French, without a format.
class Example {
 public:
  Example() {
    Diagnostics diagnostics;
    plan_ = load_plan(source / "plugins/national-budget/tests/small/plan", diagnostics);
    REQUIRE(plan_.has_value());
    format_.id = "lua";
    format_.languages = {"fr", "en"};
    format_.folder = format_.common = source / "plugins/common";
    terms_ = plugin::load_terms(format_, "fr", diagnostics);
    REQUIRE(terms_.has_value());
  }
  std::string run(std::string_view code, int row) {
    const plugin::ConsoleSetup setup{format_, &*plan_, context_, *terms_};
    plugin::Console console(setup);
    const plugin::Answer answer = console.run(code, "docs/lua-modules.md", row, true);
    for (const Diagnostic& diagnostic : answer.diagnostics.all()) {
      for (const auto& [name, value] : diagnostic.args) {
        if (const auto* text = std::get_if<std::string>(&value)) {
          CHECK_MESSAGE(false,
                        diagnostic.origin.file << ":" << diagnostic.origin.row << " " << *text);
        }
      }
    }
    return answer.output;
  }

 private:
  std::optional<Plan> plan_;
  plugin::Declaration format_;
  plugin::Context context_{"fr", {}};
  std::optional<locale::Catalogue> terms_;
};

}  // namespace

TEST_CASE("each example of the manual of modules prints what it says") {
  const fs::path file = source / "docs/lua-modules.md";
  const std::string manual = read_file(file).value_or("");
  std::string checked = manual;
  Example example;
  int examples = 0;
  for (std::size_t at = checked.find(code_fence); at != std::string::npos;
       at = checked.find(code_fence, at)) {
    const std::size_t code = at + code_fence.size();
    const std::size_t middle = checked.find(result_fence, code);
    REQUIRE_MESSAGE(middle != std::string::npos, "an example without a result: " << code);
    const std::size_t result = middle + result_fence.size();
    const std::size_t end = checked.find(end_fence, result);
    REQUIRE(end != std::string::npos);
    const auto row =
        1 + std::count(checked.begin(), checked.begin() + static_cast<long>(code), '\n');
    const std::string printed =
        example.run(checked.substr(code, middle - code), static_cast<int>(row));
    checked.replace(result, end - result, printed);
    at = result + printed.size();
    ++examples;
  }
  CHECK(examples >= 8);
  if (std::getenv("RAPPORTEUR_ACCEPT") != nullptr) {
    REQUIRE(write_file(file, checked));
  }
  INFO("stale: docs/lua-modules.md; run unit-trial with RAPPORTEUR_ACCEPT=1");
  CHECK(checked == read_file(file).value_or(""));
}

TEST_CASE("the manual of modules names every module") {
  const std::string manual = read_file(source / "docs/lua-modules.md").value_or("");
  for (const auto& entry : fs::directory_iterator(source / "plugins/common")) {
    if (entry.path().extension() == ".lua") {
      const std::string name = entry.path().stem().string();
      CHECK_MESSAGE((manual.find("`" + name + "`") != std::string::npos ||
                     manual.find("common." + name) != std::string::npos),
                    name);
    }
  }
}

}  // namespace rapporteur::trial
