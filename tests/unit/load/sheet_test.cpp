// Sheets as tables, without an office: the workbook is made here.
#include "load/sheet.hpp"

#include "load/dates.hpp"
#include "plan_folder.hpp"
#include "sheets.hpp"

namespace rapporteur {
namespace {

using load::field_text;
using load::find_header;
using test::PlanFolder;
using test::sheet;

const NumberStyle french{{" "}, ","};

TEST_CASE("find_header: the row that knows most columns") {
  const TableSpec& nodes = *find_table("nodes");
  SUBCASE("titles and explanations above") {
    const auto header = find_header(sheet("x", {{"Plan d’action national"},
                                                {},
                                                {"", "Niveau de la chaîne", "Clé"},
                                                {"id", "niveau", "rattaché à", "titre.fr", ""},
                                                {"A", "axis", "", "Paix"}}),
                                    nodes);
    REQUIRE(header);
    CHECK(header->row == 4);
    CHECK(header->first == 3);  // the blank row is none
    CHECK(header->fields == std::vector<std::string>{"id", "niveau", "rattaché à", "titre.fr"});
  }
  SUBCASE("of two candidates the one that knows more; of equals the first") {
    const auto header = find_header(
        sheet("x", {{"id", "titre"}, {"id", "niveau", "titre"}, {"id", "niveau", "titre"}}), nodes);
    CHECK(header->row == 2);
  }
  SUBCASE("one column is not enough, unless the table requires no other") {
    CHECK_FALSE(find_header(sheet("x", {{"id", "machin"}, {"A", "titre"}}), nodes));
    CHECK(find_header(sheet("x", {{"id"}, {"A"}}), *find_table("target_sets")));
  }
  SUBCASE("not below the twentieth row that is not blank") {
    std::vector<std::vector<std::string>> rows(25, {"texte"});
    rows[19] = {"id", "niveau", "titre"};
    CHECK(find_header(sheet("x", rows), nodes)->row == 20);
    std::swap(rows[19], rows[20]);
    CHECK_FALSE(find_header(sheet("x", rows), nodes));
  }
}

TEST_CASE("find_header: a heading over several columns") {
  Sheet budget = sheet("Budget", {{"id", "nœud", "Montant", "", "", "Total déclaré"},
                                  {"", "", "2012", "2013", "2014", ""},
                                  {"l1", "A1", "1", "2", "3", "6"}});
  budget.merges = {{.row = 1, .column = 1, .rows = 2},
                   {.row = 1, .column = 3, .columns = 3},
                   {.row = 1, .column = 6, .rows = 2}};
  const auto header = find_header(budget, *find_table("budget_lines"));
  REQUIRE(header);
  CHECK(header->row == 1);
  CHECK(header->first == 2);
  CHECK(header->fields == std::vector<std::string>{"id", "nœud", "Montant.2012", "Montant.2013",
                                                   "Montant.2014", "Total déclaré"});
}

TEST_CASE("field_text: as a CSV file of the plan would have it") {
  const auto text = [](SheetCellKind kind, const char* value, ColumnType type) {
    return field_text({kind, value}, type, french);
  };
  CHECK(text(SheetCellKind::number, "1234.5", ColumnType::money) == "1234,5");
  CHECK(text(SheetCellKind::number, "-12000000", ColumnType::money) == "-12000000");
  CHECK(text(SheetCellKind::number, "1.1", ColumnType::code) == "1.1");
  CHECK(text(SheetCellKind::number, "2012", ColumnType::period) == "2012");
  CHECK(text(SheetCellKind::percent, "7.5", ColumnType::value) == "7,5 %");
  CHECK(text(SheetCellKind::date, "2012-03-31", ColumnType::date) == "2012-03-31");
  CHECK(text(SheetCellKind::boolean, "yes", ColumnType::boolean) == "yes");
  CHECK(text(SheetCellKind::text, "12 000", ColumnType::money) == "12 000");
  CHECK(text(SheetCellKind::error, "#REF!", ColumnType::money).empty());
}

TEST_CASE("fill_merged: what a merged cell says, it says of each row") {
  Sheet merged = sheet("x", {{"id", "axe", "montant", "note"},
                             {"1", "Paix", "900", "a"},
                             {"2", "covered", "", "b"},
                             {"3", "", "", "c", "d"},
                             {"4", "Autre", "5", "e"}});
  merged.merges = {{.row = 2, .column = 2, .rows = 3},
                   {.row = 2, .column = 3, .rows = 2},
                   {.row = 4, .column = 4, .columns = 2},
                   {.row = 5, .column = 2, .rows = 4}};
  const auto kept = load::fill_merged(merged, 1, {true, true, false, true});
  CHECK(kept == std::vector<SheetMerge>{{.row = 2, .column = 3, .rows = 2}});
  CHECK(merged.rows[2].cells[1].text == "Paix");
  CHECK(merged.rows[3].cells[1].text == "Paix");
  CHECK(merged.rows[2].cells[2].kind == SheetCellKind::empty);
  CHECK(merged.rows[3].cells[3].text == "c");
  CHECK(merged.rows[3].cells[4].kind == SheetCellKind::empty);
  CHECK(merged.rows.size() == 5);  // rows that only a merged cell covers are none
}

TEST_CASE("parse_typed_date: what is declared, and nothing else") {
  using load::parse_typed_date;
  const Date day{2021, 12, 31};
  for (const char* const text : {"31/12/2021", "31.12.2021", "31-12-2021"}) {
    CHECK_FALSE(parse_typed_date(text, DateStyle::iso));
    CHECK(parse_typed_date(text, DateStyle::day_month_year) == day);
  }
  CHECK(parse_typed_date("1/2/2021", DateStyle::day_month_year) == Date{2021, 2, 1});
  CHECK(parse_typed_date("03/2021", DateStyle::day_month_year) == Date{2021, 3, 0});
  CHECK(parse_typed_date("2021-12-31", DateStyle::day_month_year) == day);
  CHECK(parse_typed_date("2021-12-31 14:30:00", DateStyle::iso) == day);
  for (const char* const text : {"12/31/2021", "31/12/21", "31/02/2021", "1/2/3/2021", "/2021",
                                 "31/12/2021 x", "2021/12/31"}) {
    CHECK_FALSE(parse_typed_date(text, DateStyle::day_month_year));
  }
}

TEST_CASE("dates typed day first need `dates: dmy` in plan.yaml, in CSV files as well") {
  PlanFolder folder;
  folder.write("tables/exchange_rates.csv",
               "from;to;rate;date\nEUR;XOF;655.957;31/12/2021\nUSD;XOF;600;2021-12-31\n");
  folder.refuses({"date-invalid tables/exchange_rates.csv:2:4"});
  folder.write("plan.yaml", std::string(test::small_plan) + "dates: dmy\n");
  const auto plan = folder.load();
  REQUIRE(plan);
  for (const Record& record : plan->tables.at("exchange_rates").records) {
    CHECK(std::get<Date>(record.find("date")->value) == Date{2021, 12, 31});
  }
  folder.write("plan.yaml", std::string(test::small_plan) + "dates: mdy\n");
  folder.refuses({"plan-value plan.yaml:11:8"});
}

}  // namespace
}  // namespace rapporteur
