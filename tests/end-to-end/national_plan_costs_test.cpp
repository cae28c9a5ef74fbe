// The national plans of pnlevt (cost summary, operational matrices) and of unite-genre (key
// figures), read back and compared with the plan as it is typed.
#include "national_plan.hpp"

namespace rapporteur::test {

TEST_CASE("pnlevt: matrices of 103 activities and 383 marks, costs as typed") {
  const Plan plan = plan_of("pnlevt");
  std::vector<std::string> years;
  for (const Period& period : plan.periods) {
    years.push_back(period.id);
  }
  std::map<std::string, std::string> costs;  // node -> what the source prints
  for (const Record& line : plan.tables.at("budget_lines").records) {
    if (line.word("set") == "activities") {
      const Cell* const total = line.find("total");
      const Money* const money = total == nullptr ? nullptr : std::get_if<Money>(&total->value);
      costs[line.word("node")] = line.word("kind") == "memo" ? "PM"
                                 : money == nullptr          ? "–"
                                                             : std::to_string(money->minor);
    }
  }
  REQUIRE(costs.size() == 103);
  each("pnlevt", [&](const std::string& file, const std::string& language) {
    const auto tables = tables_headed(file, "Résultats", "Results");
    REQUIRE(tables.size() == 5);
    std::vector<Row> rows;
    for (const Rows& table : tables) {
      std::ranges::copy_if(table, std::back_inserter(rows), [](const Row& row) {
        return row.size() >= 9 && !row[0].starts_with("Total");  // no sum of an objective
      });
    }
    CHECK(rows.size() == 103);
    std::size_t at = 0;
    std::size_t marks = 0;
    for (const Node& node : plan.nodes) {
      if (node.level != "activity" || at == rows.size()) {
        continue;
      }
      const Row& row = rows[at++];
      CAPTURE(node.id);
      const std::string title = node.code + ". " + std::string(node.title.in(language).text);
      CHECK(std::ranges::count(row, title) == 1);
      const Record& record = plan.tables.at("nodes").records[node.record];
      const std::string shown = printed_marks(row, 5);
      CHECK(shown == typed_marks(record, years));
      marks += static_cast<std::size_t>(std::ranges::count(shown, 'X'));
      const std::string& cost = costs.at(node.id);
      const std::string memo = language == "fr" ? "PM" : "p.m.";
      CHECK(row[row.size() - 8] == (cost == "PM"  ? memo
                                    : cost == "–" ? cost
                                                  : millions(std::stoll(cost), language)));
    }
    CHECK(marks == 383);
  });
}

TEST_CASE("pnlevt: the cost summary, declared beside computed") {
  const Plan plan = plan_of("pnlevt");
  each("pnlevt", [&](const std::string& file, const std::string& language) {
    const auto tables = tables_headed(file, "Piliers", "Pillars");
    REQUIRE(tables.size() == 1);
    const Rows& rows = tables[0];
    REQUIRE(rows.size() == 12);
    for (std::size_t i = 0; i < plan.budget_lines.size(); ++i) {
      const BudgetLine& line = plan.budget_lines[i];
      const Row cells(rows[i + 2].end() - 8, rows[i + 2].end());
      CAPTURE(line.id);
      for (std::size_t year = 0; year < 5; ++year) {
        const auto amount = line.amounts.find(plan.periods[year].id);
        CHECK(
            cells[year] ==
            (amount == line.amounts.end() ? "–" : millions(amount->second.value.minor, language)));
      }
      CHECK(cells[5] == millions(line.declared->value.minor, language));
    }
    const Row total(rows.back().end() - 8, rows.back().end());
    Row expected;
    for (const std::int64_t amount : {3980, 9860, 13005, 14045, 10900, 51750, 18335, 33415}) {
      expected.push_back(millions(amount * 1'000'000, language));
    }
    CHECK(total == expected);
    const auto notes = footnotes_of(file);
    CHECK(std::ranges::count_if(notes, [](const std::string& note) {
            return plain_spaces(note).find("51 790 000 000") != std::string::npos ||
                   note.find("51,790,000,000") != std::string::npos;
          }) == 1);
  });
}

TEST_CASE("pnlevt: computed totals on request, what is declared in the notes") {
  namespace fs = std::filesystem;
  const TemporaryDirectory folder;
  const fs::path place = folder.path() / "pnlevt";
  fs::copy(SOURCE_DIR "/samples/pnlevt", place, fs::copy_options::recursive);
  const auto yaml = read_file(place / "plan.yaml");
  REQUIRE(yaml.has_value());
  REQUIRE(write_file(place / "plan.yaml",
                     without_formats(*yaml) + "\nformats:\n  national-plan: {totals: computed}\n"));
  int status = -1;
  const std::string said =
      run(BINARY_DIR "/bin/rapporteur build " + place.string() +
              " --lang en --to odt --messages en --out " + folder.path().string() + " 2>&1",
          &status);
  INFO(said);
  REQUIRE(status == 0);
  const std::string file = (folder.path() / "pnlevt.national-plan.en.odt").string();
  const Row total = tables_headed(file, "Piliers", "Pillars").at(0).back();
  CHECK(*(total.end() - 3) == "51,790");
  const auto notes = footnotes_of(file);
  CHECK(std::ranges::count_if(notes, [](const std::string& note) {
          return note.find("declares 51,750,000,000") != std::string::npos;
        }) == 1);
}

TEST_CASE("unite-genre: four figures, and no sum of them") {
  each("unite-genre", [](const std::string& file, const std::string& language) {
    const auto tables = tables_of(file);
    REQUIRE(tables.size() == 1);
    std::string figures;
    for (const Row& row : tables[0]) {
      REQUIRE(row.size() == 2);
      figures += split(row[0], '\n')[0] + ";" + split(row[1], '\n')[0] + ";";
    }
    CHECK(plain_spaces(figures) ==
          (language == "fr" ? "258;5 400;520;1 113;" : "258;5,400;520;1,113;"));
    const std::string text = plain_spaces(text_of(file));
    CHECK(text.find("7 291") == std::string::npos);
    CHECK(text.find("7,291") == std::string::npos);
  });
}

}  // namespace rapporteur::test
