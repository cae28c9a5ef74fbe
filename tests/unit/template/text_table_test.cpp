// Tables of a text, drawn in both markups.
#include "template/text_table.hpp"

#include <doctest/doctest.h>

#include <numeric>

#include "support.hpp"

using namespace rapporteur;
using namespace rapporteur::template_;
using namespace rapporteur::template_::test;

namespace {

view::Value narrative(std::string markdown, std::string language = "") {
  return map({{"text", {.data = view::Markdown{std::move(markdown), std::move(language), {}}}}});
}

void both(std::string_view drawing, const std::string& markdown, std::string_view expected) {
  for (const Markup markup : {Markup::odf, Markup::ooxml}) {
    CAPTURE(markup == Markup::odf ? "odf" : "ooxml");
    CHECK(expand(markup, drawing, narrative(markdown)) == expected);
  }
}

TextTable table(std::vector<Align> columns, std::vector<std::vector<std::string>> rows) {
  TextTable result;
  result.columns = std::move(columns);
  for (const auto& row : rows) {
    auto& cells = result.rows.emplace_back();
    for (const auto& cell : row) {
      cells.push_back({{.text = cell}});
    }
  }
  return result;
}

pugi::xml_document parsed(const std::string& xml) {
  pugi::xml_document document;
  REQUIRE(document.load_string(xml.c_str()));
  return document;
}

const std::string two = "| A | B |\n|---|--:|\n| a | **b** |\n";

}  // namespace

TEST_CASE("a table of a text parts its tag's paragraph") {
  both("x\n{{text}}\ny", "One.\n\n" + two + "\nTwo.", "x\nOne.\n| A | B |\n| a | b |\nTwo.\ny");
  both("x\n{{text}}\ny", two, "x\n\n| A | B |\n| a | b |\n\ny");
  both("{{#if text}}\n{{text}}\n{{/if}}", two, "\n| A | B |\n| a | b |\n");
}

TEST_CASE("the paragraph opens again with its looks and without its break") {
  Diagnostics diagnostics;
  const std::string odf = expand_raw(
      Markup::odf,
      "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:style=\"s\" "
      "xmlns:fo=\"f\"><office:automatic-styles><style:style style:name=\"P1\" "
      "style:family=\"paragraph\" style:parent-style-name=\"Body\"><style:paragraph-properties "
      "fo:break-before=\"page\"/></style:style></office:automatic-styles><office:body>"
      "<office:text><text:section><text:p text:style-name=\"P1\" xml:id=\"i1\"><text:span "
      "text:style-name=\"T1\">{{text}}</text:span></text:p></text:section></office:text>"
      "</office:body></office:document-content>",
      narrative("a\n\n" + two + "\nb"), diagnostics);
  CHECK(odf.find("<text:p text:style-name=\"P1\" xml:id=\"i1\"><text:span "
                 "text:style-name=\"T1\">\uE000abc.1\uE001</text:span></text:p><table:table ") !=
        std::string::npos);
  CHECK(odf.find("</table:table><text:p text:style-name=\"Body\"><text:span "
                 "text:style-name=\"T1\">\uE000abc.3\uE001</text:span></text:p></text:section>") !=
        std::string::npos);
  CHECK(odf.find("style:name=\"rap_table1.2\"") < odf.find("</office:automatic-styles>"));
  const std::string ooxml = expand_raw(
      Markup::ooxml,
      "<w:document xmlns:w=\"w\"><w:body><w:p w:rsidR=\"1\"><w:pPr><w:pStyle w:val=\"B\"/>"
      "<w:pageBreakBefore/></w:pPr><w:r><w:rPr><w:i/></w:rPr><w:t>{{text}}</w:t></w:r></w:p>"
      "</w:body></w:document>",
      narrative("a\n\n" + two + "\nb"), diagnostics);
  CHECK(ooxml.find("</w:tbl><w:p><w:pPr><w:pStyle w:val=\"B\"/></w:pPr><w:r><w:rPr><w:i/></w:rPr>"
                   "<w:t xml:space=\"preserve\">\uE000abc.3\uE001</w:t></w:r></w:p></w:body>") !=
        std::string::npos);
  CHECK(diagnostics.empty());
}

TEST_CASE("where no table can stand") {
  const std::string line = "A: a; B: b";
  both("| {{text}} | x |", two, "| " + line + " | x |");
  Diagnostics diagnostics;
  const std::string ooxml = expand_raw(
      Markup::ooxml,
      "<w:document xmlns:w=\"w\"><w:body><w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{{text}}</w:t>"
      "</w:r></w:p></w:body></w:document>",
      narrative(two), diagnostics);
  CHECK(ooxml.find("<w:tbl>") == std::string::npos);
  CHECK(told(diagnostics) == "markdown-table-place {{text}}");
  REQUIRE(diagnostics.all()[0].related.size() == 1);
  CHECK(diagnostics.all()[0].related[0].origin.part == "body");
}

TEST_CASE("a table in another language says so") {
  Diagnostics diagnostics;
  const std::string odf = expand_raw(Markup::odf, draw(Markup::odf, "{{text}}"),
                                     narrative("| Bilan |\n|---|\n", "fr"), diagnostics);
  CHECK(odf.find("<text:span text:style-name=\"rap_language_fr\">Bilan</text:span>") !=
        std::string::npos);
  const std::string ooxml = expand_raw(Markup::ooxml, draw(Markup::ooxml, "{{text}}"),
                                       narrative("| Bilan |\n|---|\n", "fr"), diagnostics);
  CHECK(ooxml.find("<w:r><w:rPr><w:b/><w:bCs/><w:lang w:val=\"fr-FR\"/></w:rPr><w:t "
                   "xml:space=\"preserve\">Bilan</w:t></w:r>") != std::string::npos);
}

TEST_CASE("text_table_look: ODF") {
  const auto styles = parsed(
      "<d xmlns:style='s' xmlns:office='o' xmlns:fo='f'><office:styles>"
      "<style:default-style style:family='paragraph'><style:text-properties fo:font-size='12pt'/>"
      "</style:default-style>"
      "<style:style style:name='Table_20_Text' style:display-name='Table Text' "
      "style:family='paragraph' style:parent-style-name='Base'/>"
      "<style:style style:name='Base' style:family='paragraph' style:parent-style-name='Base'/>"
      "<style:style style:name='TH' style:display-name='Table Heading' style:family='paragraph' "
      "style:parent-style-name='Ink'/>"
      "<style:style style:name='Ink' style:family='paragraph'><style:text-properties "
      "fo:color='#1f4e5a'/></style:style></office:styles>"
      "<office:automatic-styles><style:page-layout style:name='pm'><style:page-layout-properties "
      "fo:page-width='8.5in' fo:margin-left='20mm' fo:margin-right='2cm'/></style:page-layout>"
      "</office:automatic-styles><office:master-styles><style:master-page style:name='Standard' "
      "style:page-layout-name='pm'/></office:master-styles></d>");
  const auto look = text_table_look(Markup::odf, styles.document_element(), {});
  CHECK(look.body == "Table_20_Text");
  CHECK(look.head == "TH");
  CHECK(look.figure.empty());
  CHECK(look.rule == "1f4e5a");
  CHECK(look.points == 12);
  CHECK(look.width == doctest::Approx(17.59));
  CHECK(text_table_look(Markup::odf, {}, {}).points == 11);
}

TEST_CASE("text_table_look: OOXML") {
  const auto styles = parsed(
      "<w:styles xmlns:w='w'><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='22'/></w:rPr>"
      "</w:rPrDefault></w:docDefaults>"
      "<w:style w:type='paragraph' w:styleId='TC'><w:name w:val='Table Contents'/></w:style>"
      "<w:style w:type='character' w:styleId='No'><w:name w:val='Table Heading'/></w:style>"
      "<w:style w:type='paragraph' w:styleId='TF'><w:name w:val='Table Figure'/></w:style>"
      "<w:style w:type='paragraph' w:styleId='THF'><w:name w:val='Table Heading Figure'/></w:style>"
      "</w:styles>");
  const auto document = parsed(
      "<w:document xmlns:w='w'><w:body><w:sectPr><w:pgSz w:w='11906'/><w:pgMar w:left='1417' "
      "w:right='1417'/></w:sectPr></w:body></w:document>");
  const auto look =
      text_table_look(Markup::ooxml, styles.document_element(), document.document_element());
  CHECK(look.body == "TC");
  CHECK(look.head.empty());
  CHECK(look.figure == "TF");
  CHECK(look.head_figure == "THF");
  CHECK(look.rule == "595959");
  CHECK(look.points == 11);
  CHECK(look.width == doctest::Approx(16.0).epsilon(0.01));
}

TEST_CASE("column_widths: by content, figures do not break, small tables stay small") {
  TextTableLook look;
  look.points = 10;
  const std::string sentence =
      "Une phrase qui demande plusieurs lignes, car elle est bien plus longue que la largeur d’une "
      "page ordinaire ne le permet, et même encore un peu plus longue.";
  const auto sum = [](const std::vector<double>& widths) {
    return std::accumulate(widths.begin(), widths.end(), 0.0);
  };
  const auto widths = column_widths(
      table({Align::none, Align::none, Align::right}, {{"Région", "Activité", "Montant"},
                                                       {"Mopti", sentence, "1 204 000 000"},
                                                       {"Tombouctou", "Court", "12"}}),
      look);
  CHECK(sum(widths) == doctest::Approx(look.width));
  CHECK(widths[1] > widths[0] + widths[2]);
  // 13 figures and spaces at 10 points: 2.1 cm; "Tombouctou": 1.8 cm.
  CHECK(widths[2] > 2.1);
  CHECK(widths[2] < 3);
  CHECK(widths[0] > 1.8);
  // No line ends between a slash and a digit: these years are one word, and not three.
  const auto years = column_widths(
      table({Align::none, Align::none}, {{"Source", "Activité"}, {"2020/2022/2024", sentence}}),
      look);
  CHECK(years[0] > 2.3);
  const auto small =
      column_widths(table({Align::right, Align::none}, {{"An", "x"}, {"2012", "y"}}), look);
  CHECK(sum(small) < 4);
  // Words too long for the page: they are broken, the table is not wider.
  const std::string monster(200, 'm');
  const auto wide =
      column_widths(table({Align::none, Align::right}, {{monster, "B"}, {"a", monster}}), look);
  CHECK(sum(wide) == doctest::Approx(look.width));
  CHECK(*std::min_element(wide.begin(), wide.end()) > 1);
}
