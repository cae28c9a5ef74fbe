// The national plan of pan-1325, read back and compared with the plan as it is typed: logframe,
// budget, chronogram.
#include "national_plan.hpp"
#include "pan_1325.hpp"

namespace rapporteur::test {

TEST_CASE("pan-1325: a logframe of 30 logical rows, 33 results, 33 activities, 40 indicators") {
  const Plan plan = plan_of("pan-1325");
  each("pan-1325", [&](const std::string& file, const std::string& language) {
    const auto tables = tables_headed(file, "Résultats attendus", "Expected results");
    REQUIRE(tables.size() == 5);
    std::vector<std::string> results;
    std::vector<std::string> activities;
    std::vector<std::string> indicators;
    std::size_t rows = 0;
    std::size_t nobody = 0;
    for (const Rows& table : tables) {
      for (std::size_t i = 1; i < table.size(); ++i, ++rows) {
        REQUIRE(table[i].size() == 4);
        append_lines(results, table[i][0]);
        append_lines(activities, table[i][1]);
        append_lines(indicators, table[i][2]);
        nobody += table[i][3] == "–" ? 1 : 0;
      }
    }
    CHECK(rows == 30);
    CHECK(nobody == 3);
    CHECK(results.size() == 33);
    CHECK(sorted(results) == sorted(titles(plan, "result", language)));
    CHECK(activities == titles(plan, "activity", language));
    std::vector<std::string> expected;
    for (const Record& indicator : plan.tables.at("indicators").records) {
      expected.push_back(std::string(indicator.text("title").in(language).text));
    }
    CHECK(expected.size() == 40);
    CHECK(indicators == expected);
    const auto objectives = titles(plan, "objective", language);
    CHECK(objectives.size() == 12);
    const std::string text = text_of(file);
    for (const std::string& objective : objectives) {
      CHECK(text.find(objective) != std::string::npos);
    }
    CHECK(count_of(text, language == "fr" ? "\nObjectif\n" : "\nObjective\n") == 2);
    CHECK(count_of(text, language == "fr" ? "\nObjectifs\n" : "\nObjectives\n") == 3);
  });
}

TEST_CASE("pan-1325: the budget as its source prints it") {
  each("pan-1325", [](const std::string& file, const std::string& language) {
    const auto found = tables_headed(file, "Activités", "Activities");
    const auto budget =
        std::ranges::find_if(found, [](const Rows& rows) { return rows[1].size() == 4; });
    REQUIRE(budget != found.end());
    REQUIRE(budget->size() == 46);
    std::size_t at = 2;
    for (const Axis& axis : axes()) {
      CHECK((*budget)[at++].size() == 1);
      for (const Activity& activity : axis.activities) {
        const Row& row = (*budget)[at++];
        REQUIRE(row.size() == 5);
        for (std::size_t year = 0; year < 3; ++year) {
          CHECK(row[year + 1] == printed(activity.years[year], language));
        }
        CHECK(row[4] == printed(activity.total, language));
      }
      CHECK((*budget)[at++].back() == printed(axis.declared, language));
    }
    CHECK((*budget)[at].back() == printed(grand_declared, language));
    CHECK(footnotes_of(file).size() == 3);
  });
}

TEST_CASE("pan-1325: a chronogram of 264 marks, as typed") {
  const Plan plan = plan_of("pan-1325");
  std::vector<std::string> quarters;
  for (const std::string year : {"2012", "2013", "2014"}) {
    for (const std::string quarter : {"1", "2", "3", "4"}) {
      quarters.push_back(year + "-T" + quarter);
    }
  }
  std::map<std::string, std::string> expected;
  const auto& nodes = plan.tables.at("nodes").records;
  each("pan-1325", [&](const std::string& file, const std::string& language) {
    for (const Record& record : nodes) {
      expected[std::string(record.text("title").in(language).text)] = typed_marks(record, quarters);
    }
    const auto all = tables_of(file);
    const auto chart = std::ranges::find_if(
        all, [](const Rows& rows) { return rows.size() > 3 && rows[2].size() == 12; });
    REQUIRE(chart != all.end());
    CHECK(repeated_rows(file, static_cast<std::size_t>(chart - all.begin())) == 3);
    std::size_t rows = 0;
    std::size_t marks = 0;
    for (const Row& row : *chart) {
      if (row.size() == 13) {
        ++rows;
        const std::string printed_row = printed_marks(row, 12);
        CHECK_MESSAGE(printed_row == expected.at(row[0]), row[0]);
        marks += static_cast<std::size_t>(std::ranges::count(printed_row, 'X'));
      }
    }
    CHECK(rows == 33);
    CHECK(marks == 264);
  });
}

}  // namespace rapporteur::test
