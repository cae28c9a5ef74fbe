// Workbooks in a real office: the traps of real ones, read; drafts, written and read back.
#include "office/workbooks.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "base/files.hpp"
#include "base/messages.hpp"
#include "office/workbook_files.hpp"

namespace rapporteur::office {

namespace fs = std::filesystem;

namespace {

/// A sheet, a line a row: "3: text|number 5|date 2011-12-31", then its merged cells.
std::string told(const Sheet& sheet) {
  static constexpr const char* kinds[] = {"",      "",         "number ", "percent ",
                                          "date ", "boolean ", "error "};
  std::string text;
  for (const SheetRow& row : sheet.rows) {
    text += std::to_string(row.number) + ": ";
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      text += (i == 0 ? "" : "|") + std::string(kinds[static_cast<int>(row.cells[i].kind)]) +
              row.cells[i].text;
    }
    text += "\n";
  }
  for (const SheetMerge& merge : sheet.merges) {
    text += "merged " + cell_name(merge.row, merge.column) + " over " + std::to_string(merge.rows) +
            " × " + std::to_string(merge.columns) + "\n";
  }
  return text;
}

Result<Workbook> read(const std::string& name, const std::string& bytes, Diagnostics& diagnostics) {
  const TemporaryDirectory folder;
  REQUIRE(write_file(folder.path() / name, bytes));
  Pool pool(default_options());
  return read_workbook(pool, folder.path() / name, diagnostics);
}

Workbook read(const std::string& name, const std::string& bytes) {
  Diagnostics diagnostics;
  auto workbook = read(name, bytes, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    MESSAGE(render(diagnostic, "en").message);
  }
  REQUIRE(workbook);
  return std::move(*workbook);
}

TEST_CASE("an XLSX of another producer: what its cells say, whatever their look") {
  const std::string rows =
      test::inline_row(1, {"Titre", "", "x"}) + test::inline_row(2, {"a", "b"}, " hidden=\"1\"") +
      "<row r=\"3\"><c r=\"A3\" s=\"1\"><v>40908</v></c><c r=\"B3\" s=\"3\"><v>40908</v></c>"
      "<c r=\"C3\" s=\"5\"><v>40908.5</v></c><c r=\"D3\" s=\"2\"><v>0.4</v></c>"
      "<c r=\"E3\" t=\"b\"><v>1</v></c><c r=\"F3\" t=\"s\"><v>0</v></c>"
      "<c r=\"G3\" s=\"4\" t=\"s\"><v>1</v></c><c r=\"H3\"><v>0.30000000000000004</v></c></row>"
      "<row r=\"4\"><c r=\"A4\"><f>1+1</f><v>777</v></c><c r=\"B4\"><f>H3*10</f></c>"
      "<c r=\"C4\"><f>TODAY()</f><v>40908</v></c><c r=\"D4\" t=\"str\"><f>\"n\"</f><v>saved</v></c>"
      "<c r=\"E4\" t=\"b\"><f>1&gt;0</f><v>1</v></c><c r=\"F4\"><f>INCONNU(1)</f><v>9</v></c></row>"
      "<row r=\"5\"><c r=\"A5\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"
      "<c r=\"B5\" t=\"e\"><f>#REF!</f><v>#REF!</v></c><c r=\"C5\" t=\"e\"><v>#N/A</v></c></row>"
      "<row r=\"10\"><c r=\"A10\" t=\"inlineStr\"><is><t>axe</t></is></c>"
      "<c r=\"B10\"><v>1</v></c></row><row r=\"11\"><c r=\"B11\"><v>2</v></c></row>";
  const std::string merges =
      "<mergeCells count=\"3\"><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"A10:A11\"/>"
      "<mergeCell ref=\"B10:C10\"/></mergeCells>";
  const Workbook workbook =
      read("x.xlsx", test::xlsx({{"Un", rows, merges},
                                 {"Caché", test::inline_row(1, {"id"}), "", "hidden"},
                                 {"Très caché", "", "", "veryHidden"}},
                                {"12\u00A0000\u202F500", "1.10"}));
  REQUIRE(workbook.sheets.size() == 3);
  CHECK(told(workbook.sheets[0]) ==
        "1: Titre||x\n"
        "2: a|b\n"
        "3: date 2011-12-31|date 2011-12-31|date 2011-12-31 12:00:00|percent 40|boolean yes|"
        "12\u00A0000\u202F500|1.10|number 0.3\n"
        "4: number 777|number 3|number 40908|saved|boolean yes|number 9\n"
        "5: error #DIV/0!|error #REF!|error #N/A\n"
        "10: axe|number 1\n"
        "11: |number 2\n"
        "merged A1 over 1 × 4\n"
        "merged A10 over 2 × 1\n"
        "merged B10 over 1 × 2\n");
  CHECK(workbook.sheets[0].is_visible);
  CHECK_FALSE(workbook.sheets[1].is_visible);
  CHECK(workbook.sheets[1].name == "Caché");
  CHECK_FALSE(workbook.sheets[2].is_visible);
  CHECK(workbook.sheets[2].rows.empty());
}

TEST_CASE("an ODS: the same, and formulas of other files by their saved values") {
  const auto formula = [](const std::string& code, const std::string& value) {
    return "<table:table-cell table:formula=\"of:=" + code + "\" " + value + "/>";
  };
  const std::string number = "office:value-type=\"float\" office:value=";
  const std::string table =
      "<table:table table:name=\"Un\"><table:table-row>" + test::ods_text("a") +
      "<table:table-cell table:style-name=\"D1\" office:value-type=\"date\" "
      "office:date-value=\"2011-12-31\"/>"
      "<table:table-cell table:style-name=\"P1\" office:value-type=\"percentage\" "
      "office:value=\"0.075\"/>"
      "<table:table-cell table:style-name=\"B1\" office:value-type=\"boolean\" "
      "office:boolean-value=\"true\"/>" +
      test::ods_text("axe", " table:number-rows-spanned=\"2\"") +
      "</table:table-row><table:table-row>" + formula("1+1", number + "\"777\"") +
      formula("TODAY()", "office:value-type=\"date\" office:date-value=\"2011-12-31\"") +
      formula("1/4", "office:value-type=\"percentage\" office:value=\"0.25\"") +
      formula("['file:///share/b.ods'#$Feuil.A1]", number + "\"5\"") +
      "<table:covered-table-cell/></table:table-row><table:table-row>" +
      formula("1/0",
              "office:value-type=\"string\" office:string-value=\"\" "
              "calcext:value-type=\"error\"") +
      formula("[.A2]+1", "") + "</table:table-row></table:table>";
  const Workbook workbook = read("x.ods", test::ods(table));
  REQUIRE(workbook.sheets.size() == 1);
  CHECK(told(workbook.sheets[0]) ==
        "1: a|date 2011-12-31|percent 7.5|boolean yes|axe\n"
        "2: number 777|date 2011-12-31|percent 25|number 5\n"
        "3: error #DIV/0!|number 778\n"
        "merged E1 over 2 × 1\n");
}

TEST_CASE("a cell in the last row of all is told, not fetched") {
  const Workbook workbook =
      read("x.xlsx", test::xlsx({{"nodes", test::inline_row(1, {"id", "level", "title", "parent"}) +
                                               test::inline_row(1048576, {" "})}}));
  CHECK(workbook.sheets.at(0).is_too_large);
  CHECK(workbook.sheets[0].last_row == 1048576);
  CHECK(workbook.sheets[0].last_column == 4);
  CHECK(workbook.sheets[0].rows.empty());
}

TEST_CASE("a package that is a workbook by its parts alone is a fault of the plan") {
  Diagnostics diagnostics;
  auto parts = *unpack(test::xlsx({{"x", ""}}));
  std::erase_if(parts, [](const Part& part) { return part.name == "xl/workbook.xml"; });
  CHECK_FALSE(read("x.xlsx", pack(parts, 0), diagnostics));
  CHECK(exit_code_for_faults(diagnostics) == 1);
  CHECK(diagnostics.all().at(0).id == "workbook-unreadable");
}

TEST_CASE("an office that does not finish is ended and told") {
  PoolOptions options = default_options();
  options.job_deadline = std::chrono::milliseconds(1);
  Pool pool(options);
  const TemporaryDirectory folder;
  REQUIRE(write_file(folder.path() / "x.xlsx", test::xlsx({{"x", test::inline_row(1, {"id"})}})));
  Diagnostics diagnostics;
  CHECK_FALSE(read_workbook(pool, folder.path() / "x.xlsx", diagnostics));
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].id == "workbook-hung");
  CHECK(exit_code_for_faults(diagnostics) == 4);
}

int threads() {
  int count = 0;
  for (const auto& entry : fs::directory_iterator("/proc/self/task")) {
    count += entry.exists() ? 1 : 0;
  }
  return count;
}

TEST_CASE("an office at rest leaves this process without a thread, and works again") {
  Pool pool(default_options());
  const int before = threads();
  const TemporaryDirectory folder;
  const fs::path file = folder.path() / "x.xlsx";
  REQUIRE(write_file(file, test::xlsx({{"x", test::inline_row(1, {"id"})}})));
  Diagnostics diagnostics;
  REQUIRE(read_workbook(pool, file, diagnostics));
  const std::vector<int> pids = pool.pids();
  CHECK(threads() > before);
  pool.rest();
  CHECK(threads() == before);
  REQUIRE(read_workbook(pool, file, diagnostics));
  CHECK(pool.pids() == pids);
}

WorkbookDraft draft() {
  WorkbookDraft draft;
  draft.title = "Plan";
  draft.language = "fr";
  DraftSheet sheet;
  sheet.name = "nodes";
  sheet.titles = {"Chaîne de résultats", "Une ligne d’explication"};
  sheet.notes = {{"Clé", "Montant", "Date", "Choix", "Renvoi"}};
  sheet.columns = {{.header = "id", .format = DraftFormat::text},
                   {.header = "amount", .format = DraftFormat::number, .decimals = 2},
                   {.header = "date", .format = DraftFormat::date},
                   {.header = "kind", .choices = {"montant", "pour_memoire"}},
                   {.header = "parent", .format = DraftFormat::text, .choices_from = "nodes"}};
  using enum SheetCellKind;
  sheet.rows = {{{text, "1.10"}, {number, "1234567.5"}, {date, "2012-03-31"}, {text, "montant"}},
                {{text, "00123"}, {number, "-3"}, {}, {text, "=1+1"}, {text, "1.10"}}};
  DraftSheet guide;
  guide.name = "_guide";
  guide.titles = {"Guide"};
  guide.rows = {{{text, "Lisez-moi"}}};
  DraftSheet hidden;
  hidden.name = "caché";
  hidden.is_visible = false;
  hidden.rows = {{{text, "x"}}};
  draft.sheets = {guide, sheet, hidden};
  return draft;
}

TEST_CASE("a draft, written and read back: nothing changes on the way") {
  const TemporaryDirectory folder;
  Pool pool(default_options());
  for (const char* const name : {"x.xlsx", "x.ods"}) {
    CAPTURE(name);
    Diagnostics diagnostics;
    const fs::path file = folder.path() / name;
    REQUIRE(write_workbook(pool, draft(), file, {}, diagnostics));
    const auto bytes = read_file(file);
    const auto workbook = read_workbook(pool, file, diagnostics);
    REQUIRE(workbook);
    CHECK(diagnostics.empty());
    REQUIRE(workbook->sheets.size() == 3);
    CHECK(told(workbook->sheets[0]) == "1: Guide\n2: Lisez-moi\n");
    CHECK(told(workbook->sheets[1]) ==
          "1: Chaîne de résultats\n"
          "2: Une ligne d’explication\n"
          "3: Clé|Montant|Date|Choix|Renvoi\n"
          "4: id|amount|date|kind|parent\n"
          "5: 1.10|number 1234567.5|date 2012-03-31|montant\n"
          "6: 00123|number -3||=1+1|1.10\n");
    CHECK_FALSE(workbook->sheets[2].is_visible);
    REQUIRE(write_workbook(pool, draft(), file, {}, diagnostics));
    CHECK(read_file(file) == bytes);  // same draft, same bytes
  }
}

TEST_CASE("a written XLSX has drop-down lists, a frozen header and no more cells than it needs") {
  const TemporaryDirectory folder;
  Diagnostics diagnostics;
  Pool pool(default_options());
  REQUIRE(write_workbook(pool, draft(), folder.path() / "x.xlsx", {}, diagnostics));
  const auto parts = unpack(read_file(folder.path() / "x.xlsx").value_or(""));
  REQUIRE(parts);
  for (const Part& part : *parts) {
    if (part.name != "xl/worksheets/sheet2.xml") {
      continue;
    }
    const auto has = [&](const char* text) { return part.bytes.find(text) != std::string::npos; };
    CHECK(has("<formula1>\"montant,pour_memoire\"</formula1>"));
    CHECK(has("<formula1>nodes!$A$5:$A$1006</formula1>"));
    CHECK(has("ySplit=\"4\""));
    CHECK(has("state=\"frozen\""));
    CHECK_FALSE(has("<row r=\"7\""));
  }
}

}  // namespace

}  // namespace rapporteur::office
