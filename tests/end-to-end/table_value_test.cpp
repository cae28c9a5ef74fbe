// Table values on real pages: a merged group that is longer than a page, from both markups.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "documents.hpp"
#include "scratch.hpp"

namespace rapporteur::test {
namespace {

// Two groups: five rows that stay together, and ninety rows under one label of several lines.
constexpr const char* view =
    "  local label = string.rep('Un libellé sur plusieurs lignes. ', 6) .. 'FIN-DU-LIBELLE'\n"
    "  local rows = {}\n"
    "  for i = 1, 95 do\n"
    "    local starts = i == 1 or i == 6\n"
    "    rows[i] = { cells = { result = starts and (i .. ' ' .. label) or r.above,\n"
    "      action = 'Action-' .. i, cost = r.money(i * 1000, 'XOF') } }\n"
    "  end\n"
    "  rows[96] = { kind = 'total', label = 'Total', cells = { cost = r.money(4560000, 'XOF') } }\n"
    "  return { framework = r.table { columns = {\n"
    "    { id = 'result', label = 'Résultat' },\n"
    "    { id = 'action', label = { 'Travail', 'Action' } },\n"
    "    { id = 'cost', label = { 'Travail', 'Coût' }, class = 'figure', format = 'money' },\n"
    "  }, rows = rows } }";

std::string odt_row(std::initializer_list<const char*> cells) {
  std::string row = "<table:table-row>";
  for (const char* cell : cells) {
    row += "<table:table-cell office:value-type=\"string\"><text:p text:style-name=\"Standard\">" +
           std::string(cell) + "</text:p></table:table-cell>";
  }
  return row + "</table:table-row>";
}

std::string odt_body() {
  return "<text:p>{{framework | look wide}}</text:p><text:p>Suite</text:p>"
         "<table:table table:name=\"Look\"><table:table-column "
         "table:number-columns-repeated=\"2\"/>" +
         odt_row({"{{look wide}}{{cell head}}", "{{cell head group}}"}) +
         odt_row({"{{cell body}}", "{{cell body figure}}"}) +
         odt_row({"{{cell total}}", "{{cell total figure}}"}) + "</table:table>";
}

std::string docx_row(std::initializer_list<const char*> cells) {
  std::string row = "<w:tr>";
  for (const char* cell : cells) {
    row += "<w:tc><w:p><w:r><w:t>" + std::string(cell) + "</w:t></w:r></w:p></w:tc>";
  }
  return row + "</w:tr>";
}

std::string docx_body() {
  return "<w:p><w:r><w:t>{{framework | look wide}}</w:t></w:r></w:p>"
         "<w:tbl><w:tblPr><w:tblW w:w=\"9000\" w:type=\"dxa\"/></w:tblPr><w:tblGrid>"
         "<w:gridCol w:w=\"4500\"/><w:gridCol w:w=\"4500\"/></w:tblGrid>" +
         docx_row({"{{look wide}}{{cell head}}", "{{cell head group}}"}) +
         docx_row({"{{cell body}}", "{{cell body figure}}"}) +
         docx_row({"{{cell total}}", "{{cell total figure}}"}) + "</w:tbl><w:p/>";
}

bool holds(const std::string& page, const std::string& words) {
  return page.find(words) != std::string::npos;
}

void check_pages(const std::string& pdf) {
  const std::vector<std::string> pages = pages_of(pdf);
  REQUIRE(pages.size() >= 2);
  std::string all;
  std::size_t labelled = 0;
  for (const std::string& page : pages) {
    if (holds(page, "Action-")) {
      CHECK(holds(page, "Travail"));  // both rows of the head, again
      CHECK(holds(page, "Coût"));
    }
    // A label is never torn by a page end.
    CHECK(holds(page, "Un libellé") == holds(page, "FIN-DU-LIBELLE"));
    labelled += holds(page, "FIN-DU-LIBELLE") ? 1 : 0;
    all += page;
  }
  CHECK(labelled >= 1);
  for (int i = 1; i <= 95; ++i) {
    CHECK_MESSAGE(holds(all, "Action-" + std::to_string(i)), i);
  }
  CHECK_MESSAGE(holds(plain_spaces(all), "4 560 000"), pages.back());
}

void check_structure(const std::string& document) {
  const std::vector<Rows> tables = tables_of(document);
  REQUIRE(tables.size() == 1);
  CHECK(repeated_rows(document, 0) == 2);
  CHECK(tables[0].size() == 2 + 96);
  CHECK(tables[0].back().front() == "Total");
}

}  // namespace

TEST_CASE(
    "a merged group longer than a page: heads repeat, its label stays whole, no row is lost") {
  for (const char* kind : {"odt", "docx"}) {
    CAPTURE(kind);
    const ScratchReport report(view);
    report.draw_odt(odt_body());
    report.draw_docx(docx_body());
    int status = -1;
    const std::string said =
        report.build("--lang fr --template " + std::string(kind) + " --out out", &status);
    CAPTURE(said);
    REQUIRE(status == 0);
    check_pages(report.out("plan.scratch.fr.pdf"));
    check_structure(report.out("plan.scratch.fr.odt"));
    check_structure(report.out("plan.scratch.fr.docx"));
  }
}

}  // namespace rapporteur::test
