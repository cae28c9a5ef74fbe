// A document as text, from both markups, and the difference of two texts.
#include <doctest/doctest.h>

#include <algorithm>

#include "package/package.hpp"
#include "trial/line_difference.hpp"
#include "trial/outline.hpp"

namespace rapporteur::trial {
namespace {

using template_::Expansion;
using template_::Markup;

std::string zip(const std::vector<std::pair<std::string, std::string>>& parts) {
  package::Package package;
  for (const auto& [name, content] : parts) {
    package.set(name, content);
  }
  return package.write();
}

Expansion odt(const std::string& body) {
  return {Markup::odf,
          zip({{"content.xml",
                "<office:document-content xmlns:office='o' xmlns:text='t' xmlns:table='b' "
                "xmlns:draw='d' xmlns:svg='s'><office:body><office:text>" +
                    body + "</office:text></office:body></office:document-content>"}}),
          {},
          {}};
}

Expansion docx(const std::string& body) {
  return {Markup::ooxml,
          zip({{"word/document.xml",
                "<w:document xmlns:w='w' xmlns:wp='p'><w:body>" + body + "</w:body></w:document>"},
               {"word/styles.xml",
                "<w:styles xmlns:w='w'><w:style w:styleId='Titre2'><w:pPr><w:outlineLvl w:val='1'/>"
                "</w:pPr></w:style></w:styles>"},
               {"word/footnotes.xml",
                "<w:footnotes xmlns:w='w'><w:footnote w:id='3'><w:p><w:r><w:t>A note.</w:t></w:r>"
                "</w:p></w:footnote></w:footnotes>"}}),
          {},
          {}};
}

}  // namespace

TEST_CASE("an ODT: headings, paragraphs, notes, lists, tables, boxes, pictures") {
  CHECK(
      outline(odt(
          "<text:sequence-decls/><text:h text:outline-level='2'>A "
          "<text:span>head</text:span></text:h>"
          "<text:p>One<text:s text:c='2'/>two<text:note><text:note-citation>1</text:note-citation>"
          "<text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p><text:p/>"
          "<text:table-of-content><text:p>no</text:p></text:table-of-content>"
          "<text:list><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b</"
          "text:p>"
          "</text:list-item></text:list></text:list-item></text:list>"
          "<table:table><table:table-header-rows><table:table-row><table:table-cell "
          "table:number-columns-spanned='2'><text:p>Head</text:p></table:table-cell>"
          "<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row>"
          "<table:table-cell><text:p>1</text:p><text:p>2</text:p></table:table-cell>"
          "<table:table-cell/></table:table-row></table:table>"
          "<text:p><draw:frame><svg:title>A market</svg:title></draw:frame>"
          "<draw:frame><draw:text-box><text:p>In a "
          "box</text:p></draw:text-box></draw:frame></text:p>")) ==
      "## A head\nOne  two[^1]\n[^1]: A note.\n- a\n  - b\n\n|= Head | · |\n| 1 / 2 |  |\n\n"
      "[picture: A market][box: In a box]\n");
}

TEST_CASE("a DOCX says the same in its own markup") {
  const std::string text = outline(docx(
      "<w:p><w:pPr><w:pStyle w:val='Titre2'/></w:pPr><w:r><w:t>A head</w:t></w:r></w:p>"
      "<w:p><w:r><w:t>One</w:t></w:r><w:r><w:footnoteReference w:id='3'/></w:r></w:p>"
      "<w:p><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='4'/></w:numPr></w:pPr>"
      "<w:r><w:t>b</w:t></w:r></w:p>"
      "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"
      "<w:p><w:r><w:t>Head</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></"
      "w:tcPr><w:p/>"
      "</w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"));
  CHECK(text == "## A head\nOne[^1]\n[^1]: A note.\n  - b\n\n|= Head | · |\n| · | 2 |\n\n");
}

TEST_CASE("fills stand in the place of their tokens") {
  Expansion expansion =
      odt("<text:p>Total: \uE0000.1\uE001.</text:p><text:p>\uE0000.2\uE001</text:p>");
  expansion.fills = {{"\uE0000.1\uE001", true, {{.runs = {{.text = "12"}}}}},
                     {"\uE0000.2\uE001",
                      false,
                      {{.kind = BlockKind::heading, .level = 3, .runs = {{.text = "Inside"}}},
                       {.kind = BlockKind::list_item,
                        .task = Task::done,
                        .runs = {{.text = "done", .note = {{.text = "why"}}}}}}}};
  CHECK(outline(expansion) == "Total: 12.\n\n### Inside\n- [x] done[^1]\n[^1]: why\n");
}

TEST_CASE("what is no document has no text") {
  CHECK(outline({Markup::odf, "no zip", {}, {}}).empty());
}

TEST_CASE("a difference is unified, with its line; equal texts have none") {
  CHECK(line_difference("a\nb\n", "a\nb\n").text.empty());
  CHECK(line_difference("a\nb\n", "a\nb\n").line == 0);
  const LineDifference one = line_difference("1\n2\n3\n4\n5\n6\n", "1\n2\n3\n4\nfive\n6\n");
  CHECK(one.line == 5);
  CHECK(one.text == "@@ -2,5 +2,5 @@\n 2\n 3\n 4\n-5\n+five\n 6\n");
  CHECK(line_difference("", "new\n").text == "@@ -1,0 +1,1 @@\n+new\n");
  CHECK(line_difference("a\nb\nc\n", "a\nc\n").text == "@@ -1,3 +1,2 @@\n a\n-b\n c\n");
  std::string far = "x\n";
  for (int i = 0; i < 20; ++i) {
    far += std::to_string(i) + "\n";
  }
  const std::string both = line_difference(far + "y\n", "X" + far.substr(1) + "Y\n").text;
  CHECK(std::count(both.begin(), both.end(), '@') == 8);
}

}  // namespace rapporteur::trial
