// Lengths of sections, measured on the document that the office has laid out.
#include <doctest/doctest.h>

#include "documents.hpp"
#include "scratch.hpp"

namespace rapporteur::test {
namespace {

constexpr const char* limits =
    "limits = { summary = { pages = 1, words = 4 }, parts = { pages = 2, characters = 20 },\n"
    "  document = { pages = { 5, 9 } } }";

std::string odt_heading(const std::string& text, int level = 1) {
  return "<text:h text:style-name=\"Heading_20_1\" text:outline-level=\"" + std::to_string(level) +
         "\">" + text + "</text:h>";
}

const std::string odt_table =
    "<table:table><table:table-column/><table:table-row><table:table-cell><text:p>deux "
    "mots</text:p>"
    "</table:table-cell></table:table-row></table:table>";

std::string docx_heading(const std::string& text, int level = 0) {
  return "<w:p><w:pPr><w:outlineLvl w:val=\"" + std::to_string(level) + "\"/></w:pPr><w:r><w:t>" +
         text + "</w:t></w:r></w:p>";
}

std::string docx_paragraph(const std::string& text, bool breaks = false) {
  return "<w:p>" + std::string(breaks ? "<w:pPr><w:pageBreakBefore/></w:pPr>" : "") + "<w:r><w:t>" +
         text + "</w:t></w:r></w:p>";
}

}  // namespace

TEST_CASE("sections beyond their limits are told with page and heading") {
  const ScratchReport report("return { parts = { 'A', 'B' }, text = r.markdown('Un deux trois.') }",
                             limits);
  report.draw_odt(odt_heading("Résumé {{limit summary}}") + "<text:p>{{text}}</text:p>" +
                      odt_table + odt_heading("Sous-titre", 2) + "<text:p>x</text:p>" +
                      "<text:p>{{#each parts as part}}</text:p>" +
                      odt_heading("{{part}}{{limit parts}}") +
                      "<text:p text:style-name=\"broken\">{{part}} est suivi d’un texte</text:p>"
                      "<text:p text:style-name=\"broken\">fin</text:p><text:p>{{/each}}</text:p>",
                  "<style:style style:name=\"broken\" style:family=\"paragraph\" "
                  "style:parent-style-name=\"Standard\"><style:paragraph-properties "
                  "fo:break-before=\"page\"/></style:style>");
  report.draw_docx(docx_heading("Résumé {{limit summary}}") + docx_paragraph("{{text}}") +
                   docx_paragraph("deux mots") + docx_heading("Sous-titre", 1) +
                   docx_paragraph("x") + docx_paragraph("{{#each parts as part}}") +
                   docx_heading("{{part}}{{limit parts}}") +
                   docx_paragraph("{{part}} est suivi d’un texte", true) +
                   docx_paragraph("fin", true) + docx_paragraph("{{/each}}"));
  for (const std::string drawn : {"odt", "docx"}) {
    CAPTURE(drawn);
    int status = -1;
    const std::string said =
        report.build("--lang fr --to odt,docx,pdf --template " + drawn, &status);
    CHECK(status == 0);
    // Un deux trois deux mots Sous-titre x; pages 1 to 3 and 3 to 5; A est suivi d’un texte, fin
    const std::string file = "templates/scratch/scratch." + drawn + " \n";
    CHECK(said == "limit-words " + file + "limit-characters " + file + "limit-characters " + file +
                      "limit-pages " + file + "limit-pages " + file);
    const std::string content = part_of(report.out("plan.scratch.fr.odt"), "content.xml");
    CHECK(content.find("rap_limit") == std::string::npos);
    CHECK(part_of(report.out("plan.scratch.fr.docx"), "word/document.xml").find("rap_limit") ==
          std::string::npos);
  }
}

TEST_CASE("a limit that plugin.lua does not declare is a fault of the template") {
  const ScratchReport report("return {}", limits);
  report.draw_odt(odt_heading("Résumé {{limit summry}}"));
  int status = -1;
  CHECK(report.build("--lang fr", &status).starts_with("template-unknown-limit "));
  CHECK(status == 3);
}

}  // namespace rapporteur::test
