// Tokens in every place of a document are filled, with looks, notes and blocks.
#include <doctest/doctest.h>

#include "office/compile.hpp"
#include "office/pool.hpp"

namespace rapporteur::office {

using test::compile;
using test::docx;
using test::inline_fill;
using test::odt;
using test::paragraph;
using test::part_of;
using test::run;
using test::text_fill;
using test::token;
using test::w_paragraph;

TEST_CASE("fill: one token") {
  Pool pool(default_options());
  const auto stored = compile(pool, odt({.body = paragraph("a " + token(1) + " b")}), ".odt",
                              {text_fill(1, "Bonjour")});
  CHECK(stored.content.find("a Bonjour b") != std::string::npos);
  CHECK(stored.document.find("Bonjour") != std::string::npos);
  CHECK(stored.pdf.starts_with("%PDF"));
  CHECK(stored.outcome.pages == 1);
  CHECK(stored.outcome.filled == 1);
}

TEST_CASE("fill: every place of an ODT") {
  Pool pool(default_options());
  const auto cell = [](const std::string& text) {
    return "<table:table-cell office:value-type=\"string\">" + paragraph(text) +
           "</table:table-cell>";
  };
  const std::string body =
      paragraph("body " + token(1)) +
      "<table:table table:name=\"T\"><table:table-column table:number-columns-repeated=\"2\"/>"
      "<table:table-header-rows><table:table-row>" +
      cell("head " + token(2)) + cell("H2") + "</table:table-row></table:table-header-rows>" +
      "<table:table-row>" + cell("cell " + token(3)) + cell(token(4)) +
      "</table:table-row></table:table>" +
      paragraph(
          "note<text:note text:id=\"n1\" text:note-class=\"footnote\">"
          "<text:note-citation>1</text:note-citation><text:note-body>" +
          paragraph("inside " + token(5)) + "</text:note-body></text:note>") +
      paragraph(
          "<draw:frame text:anchor-type=\"paragraph\" svg:width=\"5cm\" svg:height=\"2cm\" "
          "draw:name=\"F\"><draw:text-box>" +
          paragraph("frame " + token(6)) + "</draw:text-box></draw:frame>frame here") +
      paragraph(
          "<draw:custom-shape text:anchor-type=\"paragraph\" svg:width=\"5cm\" "
          "svg:height=\"2cm\" svg:x=\"1cm\" svg:y=\"8cm\">" +
          paragraph("shape " + token(7)) +
          "<draw:enhanced-geometry draw:type=\"rectangle\" svg:viewBox=\"0 0 21600 21600\" "
          "draw:enhanced-path=\"M 0 0 L 21600 0 21600 21600 0 21600 0 0 Z N\"/>"
          "</draw:custom-shape>shape here") +
      paragraph("split ta<text:span>g " + token(11).substr(0, 5) + "</text:span><text:span>" +
                token(11).substr(5) + "</text:span> end") +
      "<text:list><text:list-item>" + paragraph("item " + token(12)) +
      "</text:list-item></text:list>";
  std::vector<Fill> fills;
  for (int n = 1; n <= 12; ++n) {
    fills.push_back(text_fill(n, "Valeur-" + std::to_string(n) + "-é"));
  }
  const auto stored = compile(pool,
                              odt({.body = body,
                                   .header = paragraph("header " + token(8)),
                                   .first_header = paragraph("first " + token(9)),
                                   .footer = paragraph("footer " + token(10))}),
                              ".odt", fills);
  CHECK(stored.outcome.filled == 12);
  CHECK(stored.outcome.left_tokens.empty());
  CHECK(stored.outcome.lost_fills.empty());
  const std::string all = stored.content + stored.styles;
  for (int n = 1; n <= 12; ++n) {
    CAPTURE(n);
    CHECK(all.find("Valeur-" + std::to_string(n) + "-é") != std::string::npos);
  }
  CHECK(all.find("\xee\x80\x80") == std::string::npos);
  CHECK(all.find("\xee\x80\x81") == std::string::npos);
}

TEST_CASE("fill: every place of a DOCX") {
  Pool pool(default_options());
  const auto cell = [](const std::string& text) {
    return "<w:tc><w:tcPr><w:tcW w:w=\"3000\" w:type=\"dxa\"/></w:tcPr>" + w_paragraph(text) +
           "</w:tc>";
  };
  const auto box = [](const std::string& inside) {
    return "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>"
           "<wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"1800000\" "
           "cy=\"720000\"/><wp:docPr id=\"1\" name=\"Box\"/><a:graphic><a:graphicData "
           "uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp>"
           "<wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"1800000\" "
           "cy=\"720000\"/></a:xfrm><a:prstGeom prst=\"rect\"/></wps:spPr><wps:txbx>"
           "<w:txbxContent>" +
           inside +
           "</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
           "</wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>";
  };
  const std::string body =
      w_paragraph("body " + token(1)) +
      "<w:tbl><w:tblPr><w:tblW w:w=\"6000\" w:type=\"dxa\"/></w:tblPr><w:tblGrid><w:gridCol "
      "w:w=\"3000\"/><w:gridCol w:w=\"3000\"/></w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>" +
      cell("head " + token(2)) + cell("H2") + "</w:tr><w:tr>" + cell("cell " + token(3)) +
      cell(token(4)) + "</w:tr></w:tbl>" + box(w_paragraph("box " + token(5))) +
      "<w:p><w:r><w:t>split " + token(6).substr(0, 5) + "</w:t></w:r><w:r><w:rPr><w:b/></w:rPr>" +
      "<w:t>" + token(6).substr(5) + "</w:t></w:r></w:p>";
  std::vector<Fill> fills;
  for (int n = 1; n <= 9; ++n) {
    fills.push_back(text_fill(n, "Valeur-" + std::to_string(n) + "-é"));
  }
  const auto stored = compile(pool,
                              docx({.body = body,
                                    .header = w_paragraph("header " + token(7)),
                                    .first_header = w_paragraph("first " + token(8)),
                                    .footer = w_paragraph("footer " + token(9))}),
                              ".docx", fills);
  CHECK(stored.outcome.filled == 9);
  CHECK(stored.outcome.lost_fills.empty());
  std::string all;
  for (const auto& part : stored.docx) {
    all += part.bytes;
  }
  for (int n = 1; n <= 9; ++n) {
    CAPTURE(n);
    CHECK(all.find("Valeur-" + std::to_string(n) + "-é") != std::string::npos);
  }
  CHECK(all.find("\xee\x80\x80") == std::string::npos);
  CHECK(all.find("w:titlePg") != std::string::npos);
}

TEST_CASE("fill: looks, notes and blocks") {
  Pool pool(default_options());
  Fill rich = inline_fill(1, {run("plain "), run("strong"), run(" then"), run(" end")});
  rich.blocks[0].runs[1].strong = true;
  rich.blocks[0].runs[2].note = {run("Somme déclarée : 95")};
  Fill blocks;
  blocks.token = token(2);
  blocks.is_inline = false;
  const auto add = [&](BlockKind kind, std::vector<Run> runs) -> Block& {
    Block block;
    block.kind = kind;
    block.runs = std::move(runs);
    blocks.blocks.push_back(block);
    return blocks.blocks.back();
  };
  Run strong = run("gras");
  strong.strong = true;
  Run italic = run("italique");
  italic.emphasis = true;
  Run link = run("un lien");
  link.link = "https://example.org/a?b=1&c=2";
  Run noted = run("noté");
  noted.note = {run("La note.")};
  add(BlockKind::paragraph, {run("Un "), strong, run(" mot, "), italic, run(" aussi")});
  add(BlockKind::heading, {run("Un titre")}).level = 2;
  auto& first = add(BlockKind::list_item, {run("puce")});
  first.starts_list = true;
  add(BlockKind::list_item, {run("sous-puce")}).level = 2;
  auto& number = add(BlockKind::list_item, {run("trois")});
  number.ordered = true;
  number.starts_list = true;
  number.number = 3;
  add(BlockKind::list_item, {run("quatre")}).ordered = true;
  add(BlockKind::quote, {run("Citation "), noted, run(" fin "), strong});
  add(BlockKind::paragraph, {run("Dernier avec "), link});

  SUBCASE("ODT") {
    const auto stored =
        compile(pool,
                odt({.body = paragraph("vor <text:span>" + token(1) + "</text:span> nach") +
                             paragraph(token(2)) + paragraph("après")}),
                ".odt", {rich, blocks});
    CHECK(stored.outcome.filled == 2);
    const std::string& content = stored.content;
    CHECK(content.find("vor plain <text:span text:style-name=\"Strong_20_Emphasis\">strong"
                       "</text:span> then<text:note") != std::string::npos);
    CHECK(content.find("Somme déclarée : 95") != std::string::npos);
    CHECK(content.find(" end nach</text:p>") != std::string::npos);
    CHECK(content.find(
              "Un <text:span text:style-name=\"Strong_20_Emphasis\">gras</text:span> mot, "
              "<text:span text:style-name=\"Emphasis\">italique</text:span> aussi</text:p>") !=
          std::string::npos);
    CHECK(content.find("text:outline-level=\"2\"") != std::string::npos);
    CHECK(content.find("text:start-value=\"3\"") != std::string::npos);
    CHECK(content.find("xlink:href=\"https://example.org/a?b=1&amp;c=2\"") != std::string::npos);
    CHECK(content.find("Quotations") != std::string::npos);
    CHECK(content.find("<text:p text:style-name=\"Standard\">après</text:p>") != std::string::npos);
    const auto notes = part_of(stored.docx, "word/footnotes.xml");
    CHECK(notes.find("La note.") != std::string::npos);
    CHECK(notes.find("Somme déclarée") != std::string::npos);
  }
  SUBCASE("in a cell of a table") {
    const auto stored = compile(
        pool,
        odt({.body = "<table:table table:name=\"T\"><table:table-column/><table:table-row>"
                     "<table:table-cell office:value-type=\"string\">" +
                     paragraph(token(2)) + paragraph("danach") +
                     "</table:table-cell></table:table-row></table:table>" + paragraph(token(1))}),
        ".odt", {rich, blocks});
    CHECK(stored.outcome.filled == 2);
    CHECK(stored.content.find("<text:p text:style-name=\"Standard\">Un <text:span") !=
          std::string::npos);
    CHECK(stored.content.find(">danach</text:p></table:table-cell>") != std::string::npos);
    CHECK(stored.content.find("La note.") != std::string::npos);
  }
  SUBCASE("no blocks: the paragraph goes") {
    blocks.blocks.clear();
    const auto stored =
        compile(pool, odt({.body = paragraph("avant") + paragraph(token(2)) + paragraph(token(1))}),
                ".odt", {rich, blocks});
    CHECK(stored.content.find("avant</text:p><text:p text:style-name=\"Standard\">plain") !=
          std::string::npos);
  }
  SUBCASE("DOCX") {
    const auto stored = compile(pool,
                                docx({.body = w_paragraph("vor " + token(1) + " nach") +
                                              w_paragraph(token(2)) + w_paragraph("après")}),
                                ".docx", {rich, blocks});
    CHECK(stored.outcome.filled == 2);
    const auto notes = part_of(stored.docx, "word/footnotes.xml");
    CHECK(notes.find("La note.") != std::string::npos);
    CHECK(notes.find("Somme déclarée") != std::string::npos);
    CHECK(stored.document.find("w:pStyle w:val=\"Heading2\"") != std::string::npos);
    // No run may name two styles: Word calls such a file damaged.
    std::size_t at = 0;
    while ((at = stored.document.find("<w:rPr>", at)) != std::string::npos) {
      const auto end = stored.document.find("</w:rPr>", at);
      const auto properties = stored.document.substr(at, end - at);
      const auto style = properties.find("<w:rStyle");
      CHECK((style == std::string::npos ||
             properties.find("<w:rStyle", style + 1) == std::string::npos));
      at = end;
    }
    CHECK(part_of(stored.docx, "word/styles.xml").find("<w:lang w:val=\"fr-FR\"") !=
          std::string::npos);
  }
}

TEST_CASE("fill: plain text keeps the look of the token's run") {
  Pool pool(default_options());
  const auto stored = compile(
      pool,
      odt({.body = paragraph("a <text:span text:style-name=\"B\">" + token(1) +
                             "</text:span> b <text:span text:style-name=\"B\">x" + token(2) +
                             "y</text:span>") +
                   paragraph("<text:span text:style-name=\"B\">" + token(3) + "</text:span>"),
           .automatic = "<style:style style:name=\"B\" style:family=\"text\">"
                        "<style:text-properties fo:font-weight=\"bold\"/></style:style>"}),
      ".odt", {text_fill(1, "one\nline"), text_fill(2, "two"), text_fill(3, "three")});
  const std::string bold = ">one<text:line-break/>line</text:span> b ";
  CHECK(stored.content.find(bold) != std::string::npos);
  CHECK(stored.content.find(">xtwoy</text:span>") != std::string::npos);
  const bool three = stored.content.find(">three</text:span>") != std::string::npos ||
                     stored.content.find("text:style-name=\"P1\">three") != std::string::npos;
  CHECK(three);
}

TEST_CASE("store: an accessible PDF in the report's language") {
  Pool pool(default_options());
  const std::string cell =
      "<table:table-cell office:value-type=\"string\">" + paragraph("c") + "</table:table-cell>";
  const auto stored =
      compile(pool,
              odt({.body = "<text:h text:style-name=\"Heading_20_1\" text:outline-level=\"1\">Titre"
                           "</text:h><table:table table:name=\"T\"><table:table-column/>"
                           "<table:table-header-rows><table:table-row>" +
                           cell + "</table:table-row></table:table-header-rows><table:table-row>" +
                           cell + "</table:table-row></table:table>"}),
              ".odt", {});
  const auto& pdf = stored.pdf;
  CHECK(pdf.find("/Lang(fr-FR)") != std::string::npos);
  CHECK(pdf.find("<pdfaid:part>2</pdfaid:part>") != std::string::npos);
  CHECK(pdf.find("<pdfuaid:part>1</pdfuaid:part>") != std::string::npos);
  CHECK(pdf.find("/S/TH") != std::string::npos);
  CHECK(pdf.find("/S/TD") != std::string::npos);
  CHECK(pdf.find("/Outlines") != std::string::npos);
  CHECK(pdf.find("/DisplayDocTitle true") != std::string::npos);
  CHECK(part_of(stored.odt, "styles.xml").find("fo:language=\"fr\"") != std::string::npos);
  CHECK(part_of(stored.odt, "styles.xml").find("fo:language=\"de\"") == std::string::npos);
}

TEST_CASE("fill: a token without a fill and a fill without a token are told") {
  Pool pool(default_options());
  const auto stored = compile(pool, odt({.body = paragraph("a " + token(1) + token(2))}), ".odt",
                              {text_fill(1, "x"), text_fill(3, "y")});
  REQUIRE(stored.outcome.left_tokens.size() == 1);
  CHECK(stored.outcome.left_tokens[0] == token(2));
  REQUIRE(stored.outcome.lost_fills.size() == 1);
  CHECK(stored.outcome.lost_fills[0] == token(3));
}

TEST_CASE("fill: a value right behind a bold run, or before one, stays plain") {
  Pool pool(default_options());
  Fill rich = inline_fill(2, {run("deux"), run(" penché")});
  rich.blocks[0].runs[1].emphasis = true;
  const std::vector<Fill> fills{text_fill(1, "un"), rich};
  SUBCASE("ODT") {
    const auto between = [](int n) {
      return paragraph("<text:span text:style-name=\"B\">gras</text:span>" + token(n) +
                       "<text:span text:style-name=\"B\">fort</text:span>");
    };
    const auto stored = compile(
        pool,
        odt({.body = between(1) + between(2) +
                     "<table:table table:name=\"T\"><table:table-column/><table:table-row>"
                     "<table:table-cell office:value-type=\"string\">" +
                     between(1) + between(2) +
                     "</table:table-cell></table:table-row></table:table>",
             .automatic = "<style:style style:name=\"B\" style:family=\"text\">"
                          "<style:text-properties fo:font-weight=\"bold\"/></style:style>"}),
        ".odt", fills);
    for (const std::string after :
         {">gras</text:span>un<text:span", ">gras</text:span>deux<text:span"}) {
      CAPTURE(after);
      const auto body = stored.content.find(after);
      REQUIRE(body != std::string::npos);
      CHECK(stored.content.find(after, body + 1) != std::string::npos);
    }
  }
  SUBCASE("DOCX") {
    const auto between = [](int n) {
      return "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>gras</w:t></w:r><w:r><w:t>" + token(n) +
             "</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>fort</w:t></w:r></w:p>";
    };
    const auto stored = compile(pool, docx({.body = between(1) + between(2)}), ".docx", fills);
    for (const std::string word : {">gras</w:t>", ">un</w:t>", ">deux</w:t>"}) {
      CAPTURE(word);
      const auto at = stored.document.find(word);
      REQUIRE(at != std::string::npos);
      const auto start = stored.document.rfind("<w:r>", at);
      const bool is_bold =
          stored.document.substr(start, at - start).find("<w:b/>") != std::string::npos;
      CHECK(is_bold == (word == ">gras</w:t>"));
    }
  }
}

}  // namespace rapporteur::office
