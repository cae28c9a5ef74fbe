// The budget of samples/prosmed (dollars) printed in F CFA at the rate of its table exchange_rates:
// each amount of each line converted and rounded, then added.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "base/files.hpp"
#include "documents.hpp"
#include "load/load.hpp"

namespace rapporteur::test {
namespace {

namespace fs = std::filesystem;

/// Builds a copy of the sample with the option currency = XOF; returns what was said.
std::string build(const fs::path& place, bool with_rate, int* status) {
  fs::copy(SOURCE_DIR "/samples/prosmed", place / "prosmed", fs::copy_options::recursive);
  if (!with_rate) {
    fs::remove(place / "prosmed/tables/exchange_rates.csv");
  }
  const auto yaml = read_file(place / "prosmed/plan.yaml");
  REQUIRE(yaml.has_value());
  REQUIRE(write_file(place / "prosmed/plan.yaml",
                     without_formats(*yaml) + "\nformats:\n  national-budget: {currency: XOF}\n"));
  return run(BINARY_DIR "/bin/rapporteur build " + (place / "prosmed").string() +
                 " --lang en --to odt --messages en --out " + place.string() + " 2>&1",
             status);
}

/// Cents at 553.25 francs a dollar, half away from zero.
std::int64_t francs(std::int64_t cents) {
  return (cents * 55325 + 5000) / 10000;
}

std::int64_t number(std::string text) {
  std::erase(text, ',');
  return std::stoll(text);
}

}  // namespace

TEST_CASE("prosmed in F CFA: every amount at the declared rate, sums of rounded amounts") {
  const TemporaryDirectory folder;
  int status = -1;
  const std::string said = build(folder.path(), true, &status);
  INFO(said);
  REQUIRE(status == 0);
  Diagnostics diagnostics;
  const auto plan = load_plan(SOURCE_DIR "/samples/prosmed", diagnostics);
  REQUIRE(plan.has_value());

  std::map<std::size_t, std::vector<std::int64_t>> expected;  // node -> sums by year
  std::int64_t whole = 0;
  for (const BudgetLine& line : plan->budget_lines) {
    auto& sums = expected[line.node];
    sums.resize(plan->periods.size());
    for (std::size_t year = 0; year < plan->periods.size(); ++year) {
      const auto amount = line.amounts.find(plan->periods[year].id);
      if (amount != line.amounts.end()) {
        sums[year] += francs(amount->second.value.minor);
        whole += francs(amount->second.value.minor);
      }
    }
  }
  const std::string file = (folder.path() / "prosmed.national-budget.en.odt").string();
  const Rows rows = tables_of(file).at(0);
  std::size_t at = 2;
  std::size_t compared = 0;
  for (const auto& [node, sums] : expected) {
    const std::string title(plan->nodes[node].title.in("en").text);
    CAPTURE(title);
    const auto row = std::ranges::find_if(
        rows.begin() + static_cast<std::ptrdiff_t>(at), rows.end(),
        [&](const Row& candidate) { return candidate.size() == 7 && candidate[0] == title; });
    REQUIRE(row != rows.end());
    at = static_cast<std::size_t>(row - rows.begin()) + 1;
    for (std::size_t year = 0; year < sums.size(); ++year) {
      const std::string& cell = (*row)[year + 1];
      CHECK((cell == "–" ? 0 : number(cell)) == sums[year]);
      ++compared;
    }
  }
  CHECK(compared == expected.size() * 5);
  // 32 000 000 dollars as declared, where the years make 32 000 003.
  CHECK(rows.back().back() == "17,704,000,000");
  const auto notes = footnotes_of(file);
  REQUIRE(!notes.empty());
  CHECK(notes.back().find("17,704,000,000") != std::string::npos);
  std::string digits = std::to_string(whole);
  for (std::size_t place = 3; place < digits.size(); place += 4) {
    digits.insert(digits.size() - place, ",");
  }
  CHECK(notes.back().find(digits) != std::string::npos);
  CHECK(text_of(file).find("from USD to XOF at 553.25 for 1 USD (1 January 2021, source: ") !=
        std::string::npos);
}

TEST_CASE("prosmed in F CFA: without a rate there is no document, and a remedy") {
  const TemporaryDirectory folder;
  int status = -1;
  const std::string said = build(folder.path(), false, &status);
  CHECK(status == 3);
  CHECK(said.find("the table exchange_rates has no rate from USD to XOF") != std::string::npos);
  CHECK_FALSE(fs::exists(folder.path() / "prosmed.national-budget.en.odt"));
}

}  // namespace rapporteur::test
