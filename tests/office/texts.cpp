// Texts of a plan, from Markdown through both templates to the stored documents.
#include <doctest/doctest.h>

#include "office/compile.hpp"
#include "office/lines.hpp"
#include "office/pool.hpp"
#include "template/template.hpp"

namespace rapporteur::office {

namespace {

using test::docx;
using test::Lines;
using test::odt;
using test::paragraph;
using test::part_of;
using test::Stored;
using test::w_paragraph;

constexpr const char* table_styles =
    "<style:style style:name=\"Table_20_Text\" style:display-name=\"Table Text\" "
    "style:family=\"paragraph\" style:parent-style-name=\"Standard\"/>"
    "<style:style style:name=\"Table_20_Figure\" style:display-name=\"Table Figure\" "
    "style:family=\"paragraph\" style:parent-style-name=\"Table_20_Text\">"
    "<style:paragraph-properties fo:text-align=\"end\"/></style:style>"
    "<style:style style:name=\"Table_20_Heading\" style:display-name=\"Table Heading\" "
    "style:family=\"paragraph\" style:parent-style-name=\"Table_20_Text\">"
    "<style:text-properties fo:font-weight=\"bold\" fo:color=\"#1f4e5a\"/></style:style>";

std::string w_cell(const std::string& text) {
  return "<w:tc><w:tcPr><w:tcW w:w=\"3000\" w:type=\"dxa\"/></w:tcPr>" + w_paragraph(text) +
         "</w:tc>";
}
std::string cell(const std::string& text) {
  return "<table:table-cell office:value-type=\"string\">" + paragraph(text) +
         "</table:table-cell>";
}

// Both templates: a line before, {{text}}, a line behind.
std::string drawn(const std::string& extension) {
  return extension == ".odt"
             ? odt({.body = paragraph("avant") + paragraph("{{text}}") + paragraph("après"),
                    .styles = table_styles})
             : docx(
                   {.body = w_paragraph("avant") + w_paragraph("{{text}}") + w_paragraph("après")});
}

Stored build(Pool& pool, const std::string& package, const std::string& extension,
             std::string markdown, std::string* told = nullptr) {
  Diagnostics diagnostics;
  const auto drawing = template_::Template::open("t" + extension, package, diagnostics);
  REQUIRE(drawing);
  view::Value view;
  view.data = view::Map{{"text", {.data = view::Markdown{std::move(markdown), "", {}}}}};
  const locale::Catalogue terms({}, "fr");
  const auto expansion = drawing->expand(
      {.view = view, .terms = terms, .formats = {}, .language = "fr", .nonce = "ab12"},
      diagnostics);
  REQUIRE(expansion);
  for (const auto& diagnostic : diagnostics.all()) {
    if (told != nullptr) {
      *told += diagnostic.id + "\n";
    }
  }
  auto stored = test::compile(pool, expansion->package, extension.c_str(), expansion->fills);
  CHECK(stored.outcome.left_tokens.empty());
  CHECK(stored.outcome.lost_fills.empty());
  return stored;
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t times = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) {
    ++times;
  }
  return times;
}

}  // namespace

TEST_CASE("texts: tables between paragraphs, at both ends, side by side") {
  Pool pool(default_options());
  const std::string row = "|---|---:|\n| a | 1 204 |\n";
  const std::string first = "| A | B |\n" + row;
  const std::string second = "| C | D |\n" + row;
  const std::string a = "|| A | B |\n| a | 1 204 |\n";
  const std::string c = "|| C | D |\n| a | 1 204 |\n";
  for (const char* extension : {".odt", ".docx"}) {
    CAPTURE(extension);
    const auto lines = [&](const std::string& markdown) {
      const Stored stored = build(pool, drawn(extension), extension, markdown);
      CHECK(Lines::of(stored.content) == Lines::of(stored.document));
      CHECK(stored.pdf.find("/S/TH") != std::string::npos);
      return Lines::of(stored.content);
    };
    CHECK(lines("un\n\n" + first + "\ndeux\n\n- trois\n\n" + second + "\nquatre\n") ==
          "avant\nun\n" + a + "deux\ntrois\n" + c + "quatre\naprès\n");
    CHECK(lines(first) == "avant\n" + a + "après\n");
    CHECK(lines(first + "\n" + second) == "avant\n" + a + "\n" + c + "après\n");
  }
}

// Relative widths that add up to 65536 made Writer share the width out anew, and words broke.
TEST_CASE("texts: the columns keep their widths") {
  Pool pool(default_options());
  const Stored stored =
      build(pool, drawn(".odt"), ".odt",
            "| Zone | Personnes | Part |\n|---|--:|--:|\n| Nord | 1 200 | 40 % |\n");
  const std::string content = part_of(stored.odt, "content.xml");
  std::vector<double> widths;
  const std::string mark = "style:column-width=\"";
  for (auto at = content.find(mark); at != std::string::npos; at = content.find(mark, at + 1)) {
    widths.push_back(std::stod(content.substr(at + mark.size())));
  }
  REQUIRE(widths.size() == 3);
  CHECK(widths[1] > 1.5 * widths[0]);
  CHECK(widths[1] > 1.5 * widths[2]);
}

TEST_CASE("texts: looks, links and notes inside a table") {
  Pool pool(default_options());
  const std::string markdown =
      "Avant[^a].\n\n| A[^b] | B | C |\n|:-:|---|---:|\n| *x*[^a] | [y](https://x.org) et **z** | "
      "1 204[^c] |\n| ✓<br>☐ | | ~~12~~ |\n\nAprès[^a].\n\n[^a]: Une *note*, "
      "<https://x.org/n>.\n[^b]: B\n[^c]: C\n";
  for (const char* extension : {".odt", ".docx"}) {
    CAPTURE(extension);
    const Stored stored = build(pool, drawn(extension), extension, markdown);
    CHECK(
        Lines::of(stored.content) ==
        "avant\nAvant[Une note, https://x.org/n.].\n|| A[B] | B | C |\n| x{1} | y et z | 1 204[C] "
        "|\n| ✓/☐ |  | 12 |\nAprès{1}.\naprès\n");
    CHECK(Lines::of(stored.document) ==
          "avant\nAvant[].\n|| A[] | B | C |\n| x1 | y et z | 1 204[] |\n| ✓/☐ |  | 12 |\n"
          "Après1.\naprès\n");
    CHECK(count(stored.document, " NOTEREF _RefF") == 0);  // mended by normalise_docx
    CHECK(count(part_of(stored.docx, "word/footnotes.xml"), "<w:footnote w:id=\"") ==
          3 + 2);  // two are lines
    CHECK(stored.content.find("<text:span text:style-name=\"Emphasis\">note</text:span>") !=
          std::string::npos);
    CHECK(count(stored.content, "xlink:href=\"https://x.org/n\"") == 1);
    CHECK(count(stored.content, "style:font-name=\"DejaVu Sans\"") > 0);
    CHECK(stored.content.find("style:text-line-through-style=\"solid\"") != std::string::npos);
    CHECK(stored.document.find("<w:strike/>") != std::string::npos);
    CHECK(stored.pdf.find("DejaVuSans") != std::string::npos);
  }
}

TEST_CASE("texts: a table looks as the template says, rows do not tear") {
  Pool pool(default_options());
  const std::string markdown =
      "| A | B | C |\n|---|--:|:-:|\n| un texte assez long pour sa ligne, qui en prend plus d’une "
      "et "
      "demande la largeur | 1 | x |\n";
  const Stored stored = build(pool, drawn(".odt"), ".odt", markdown);
  CHECK(stored.content.find("<text:p text:style-name=\"Table_20_Heading\">A</text:p>") !=
        std::string::npos);
  CHECK(stored.content.find("<text:p text:style-name=\"Table_20_Figure\">1</text:p>") !=
        std::string::npos);
  CHECK(stored.content.find("fo:keep-together=\"always\"") != std::string::npos);
  CHECK(stored.content.find("fo:border-bottom=\"1pt solid #1f4e5a\"") != std::string::npos);
  CHECK(stored.content.find("fo:border-left=\"none\"") != std::string::npos);
  CHECK(count(stored.document, "<w:cantSplit w:val=\"true\"/>") == 2);
  CHECK(count(stored.document, "<w:tblHeader w:val=\"true\"/>") == 1);
  // No style drawn: sensible ones.
  const Stored plain = build(pool, drawn(".docx"), ".docx", markdown);
  CHECK(count(plain.document, "<w:cantSplit w:val=\"true\"/>") == 2);
  CHECK(count(plain.document, "<w:tblHeader w:val=\"true\"/>") == 1);
  CHECK(count(plain.document, "<w:jc w:val=\"right\"/>") == 2);
  CHECK(count(plain.document, "<w:jc w:val=\"center\"/>") == 2);
  CHECK(count(plain.document, "<w:b/>") >= 3);
}

TEST_CASE("texts: where no table can stand its rows are sentences, and no office is lost") {
  Pool pool(default_options());
  const std::string markdown = "un\n\n| A | B[^n] |\n|---|---|\n| a | **b** |\n\n[^n]: note\n";
  const std::string sentence = "A\u00A0: a\u00A0; B[note]\u00A0: b";
  std::string told;
  const Stored in_cell =
      build(pool,
            odt({.body = "<table:table table:name=\"T\"><table:table-column/><table:table-row>" +
                         cell("{{text}}") + "</table:table-row></table:table>" + paragraph("x")}),
            ".odt", markdown, &told);
  CHECK(Lines::of(in_cell.content) == "| un " + sentence + " |\nx\n");
  CHECK(told == "markdown-table-place\n");
  const Stored in_word_cell = build(
      pool,
      docx({.body = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"3000\"/></w:tblGrid><w:tr>" +
                    w_cell("{{text}}") + "</w:tr></w:tbl>" + w_paragraph("x")}),
      ".docx", markdown);
  CHECK(Lines::of(in_word_cell.content) == "| un " + sentence + " |\nx\n");
  const Stored in_list = build(pool,
                               odt({.body = "<text:list><text:list-item>" + paragraph("{{text}}") +
                                            "</text:list-item></text:list>"}),
                               ".odt", markdown);
  CHECK(Lines::of(in_list.content) == "un\n" + sentence + "\n");
  const Stored in_header =
      build(pool, odt({.body = paragraph("x"), .header = paragraph("{{text}}")}), ".odt", markdown);
  CHECK(in_header.styles.find("B</text:span> (note)") != std::string::npos);
}

TEST_CASE("texts: a page break before the tag comes once, numbers go on behind a table") {
  Pool pool(default_options());
  const std::string markdown = "1. un\n\n   | A |\n   |---|\n   | a |\n2. deux\n";
  const Stored stored =
      build(pool,
            odt({.body = paragraph("x") + "<text:p text:style-name=\"Br\">{{text}}</text:p>",
                 .automatic = "<style:style style:name=\"Br\" style:family=\"paragraph\" "
                              "style:parent-style-name=\"Standard\"><style:paragraph-properties "
                              "fo:break-before=\"page\"/></style:style>"}),
            ".odt", markdown);
  CHECK(stored.outcome.pages == 2);
  const Stored word = build(
      pool,
      docx({.body = w_paragraph("x") + "<w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>{{text}}"
                                       "</w:t></w:r></w:p>"}),
      ".docx", markdown);
  CHECK(word.outcome.pages == 2);
  for (const Stored* document : {&stored, &word}) {
    CHECK(Lines::of(document->content) == "x\nun\n|| A |\n| a |\ndeux\n");
    CHECK(document->content.find("text:continue-numbering=\"true\"") != std::string::npos);
  }
}

TEST_CASE("texts: task marks take the place of bullets") {
  Pool pool(default_options());
  const std::string markdown =
      "- [ ] à faire\n- [x] fait\n\n  suite\n\n  - [x] dessous\n- puce\n\n1. [x] un\n";
  for (const char* extension : {".odt", ".docx"}) {
    CAPTURE(extension);
    const Stored stored = build(pool, drawn(extension), extension, markdown);
    CHECK(Lines::of(stored.content) ==
          "avant\nà faire\nfait\nsuite\ndessous\npuce\n☑\u00A0un\naprès\n");
    for (const char* box : {"☐", "☑"}) {
      CHECK(stored.styles.find("text:bullet-char=\"" + std::string(box) + "\"") !=
            std::string::npos);
      CHECK(part_of(stored.docx, "word/numbering.xml")
                .find("<w:lvlText w:val=\"" + std::string(box) + "\"/>") != std::string::npos);
    }
    CHECK(stored.pdf.find("DejaVuSans") != std::string::npos);
  }
}

TEST_CASE("texts: a table of 200 rows, half of its cells with looks") {
  Pool pool(default_options());
  std::string markdown = "| A | B | C | D | E | F |\n|---|---|---|---|---:|---:|\n";
  for (int i = 0; i < 200; ++i) {
    markdown += "| Ligne | **Région** de Mopti | *x* | texte | 1 204 | **3** |\n";
  }
  for (const char* extension : {".odt", ".docx"}) {
    CAPTURE(extension);
    const Stored stored = build(pool, drawn(extension), extension, markdown);
    CHECK(count(Lines::of(stored.content), "| Ligne | Région de Mopti | x | texte | 1 204 | 3 |") ==
          200);
    CHECK(stored.outcome.pages > 3);
    MESSAGE(extension, ": fill ", stored.outcome.fill_microseconds / 1000, " ms, all ",
            stored.outcome.total_microseconds / 1000, " ms");
  }
}

}  // namespace rapporteur::office
