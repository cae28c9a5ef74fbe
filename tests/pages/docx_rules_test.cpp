// Each DOCX rule fails on a package that breaks it, and is silent on one that keeps them all.
#include <doctest/doctest.h>

#include "docx_rules.hpp"
#include "made_documents.hpp"

namespace rapporteur::pages {

namespace {

const std::string namespaces =
    R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" )"
    R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" )"
    R"(xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" )"
    R"(xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing")";

/// A cell with a paragraph; `properties` of w:tcPr.
std::string cell(const std::string& text, const std::string& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr><w:p><w:r><w:t>" + text +
         "</w:t></w:r></w:p></w:tc>";
}

std::string word_row(const std::string& cells, const std::string& properties = "") {
  return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
}

const std::string header_row = word_row(
    cell("Group", "<w:vMerge w:val=\"restart\"/>") + cell("Years", "<w:gridSpan w:val=\"2\"/>"),
    "<w:tblHeader/>");
const std::string second_row = word_row(cell("", "<w:vMerge/>") + cell("1") + cell("2"));

std::string word_table(const std::string& rows) {
  return "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>" + rows + "</w:tbl>";
}

/// A package whose body is `body`.
Parts package(const std::string& body) {
  return {
      {"[Content_Types].xml",
       R"(<Types><Default Extension="rels" ContentType="r"/><Default Extension="xml" )"
       R"(ContentType="x"/><Override PartName="/word/document.xml" ContentType="d"/></Types>)"},
      {"_rels/.rels",
       R"(<Relationships><Relationship Id="r1" Target="word/document.xml"/></Relationships>)"},
      {"word/_rels/document.xml.rels",
       R"(<Relationships><Relationship Id="r1" Target="footnotes.xml"/><Relationship Id="r2" )"
       R"(Target="https://un.org" TargetMode="External"/></Relationships>)"},
      {"word/footnotes.xml",
       "<w:footnotes " + namespaces + "><w:footnote w:id=\"2\"/></w:footnotes>"},
      {"word/document.xml",
       "<w:document " + namespaces + "><w:body>" + body + "</w:body></w:document>"},
  };
}

/// The same table in an ODT.
OdtText odt_table(int header_rows = 1) {
  OdtText odt;
  Table table;
  table.name = "Budget";
  table.rows = 2;
  table.header_rows = header_rows;
  table.columns = {1, 1, 1};
  table.spans = {{0, 0, 2, 1}, {0, 1, 1, 2}};
  odt.tables.push_back(table);
  return odt;
}

void only(const Faults& faults, const std::string& rule, const std::string& what) {
  CAPTURE(described(faults));
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].rule == rule);
  CHECK(faults[0].what.find(what) != std::string::npos);
}

}  // namespace

TEST_CASE("a sound package has no fault") {
  const Parts parts =
      package(word_table(header_row + second_row) +
              R"(<w:p><w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/></w:p>)"
              R"(<w:p><w:hyperlink r:id="r2"/><w:r><w:footnoteReference w:id="2"/></w:r></w:p>)");
  CHECK_MESSAGE(docx_faults(parts, odt_table()).empty(),
                described(docx_faults(parts, odt_table())));
}

TEST_CASE("parts and relationships that miss one another") {
  Parts parts = package("<w:p/>");
  parts.erase("word/footnotes.xml");
  only(broken_package(parts), "docx-package", "leads to footnotes.xml, no such part");
  only(broken_package(package("<w:p><w:hyperlink r:id=\"r9\"/></w:p>")), "docx-package",
       "r9 is no relationship");
  parts = package("<w:p/>");
  parts["word/media/image.png"] = "png";
  only(broken_package(parts), "docx-package", "has no content type");
  parts = package("<w:p/>");
  parts["word/footnotes.xml"] = "<w:footnotes>";
  only(broken_package(parts), "docx-package", "is no XML");
  parts.erase("word/document.xml");
  only(broken_package(parts), "docx-package", "is missing");
}

TEST_CASE("ids that come twice, bookmarks without end, notes without body") {
  const std::string mark = R"(<w:bookmarkStart w:id="1" w:name="a"/>)";
  const std::string end = R"(<w:bookmarkEnd w:id="1"/>)";
  only(broken_ids(package(mark)), "docx-ids", "does not end");
  only(broken_ids(package(mark + end + end)), "docx-ids", "did not begin");
  const Faults twice = broken_ids(package(mark + end + mark + end));
  CAPTURE(described(twice));
  CHECK(twice.size() == 2);  // id and name
  const std::string drawing = R"(<wp:docPr id="7"/>)";
  only(broken_ids(package(drawing + drawing)), "docx-ids", "id of a drawing");
  only(broken_ids(package(R"(<w:footnoteReference w:id="3"/>)")), "docx-ids", "missing");
}

TEST_CASE("tables that Word would repair") {
  const auto table = [](const std::string& rows) {
    return broken_tables(package(word_table(rows)));
  };
  only(table(word_row(cell("1") + cell("2"))), "docx-table", "fills 2 columns of a grid of 3");
  only(table(word_row(cell("1") + cell("2") + "<w:tc><w:tcPr/></w:tc>")), "docx-table",
       "does not end in a paragraph");
  only(table(second_row), "docx-table", "no beginning");
  only(table(second_row.substr(0, 0) + word_row(cell("1") + cell("2") + cell("3")) +
             word_row(cell("1") + cell("2") + cell("3"), "<w:tblHeader/>")),
       "docx-table", "header row below");
  CHECK(table("<w:tr/>").size() == 2);  // no cell, and no column filled
}

TEST_CASE("tables that differ from those of the ODT") {
  const Parts parts = package(word_table(header_row + second_row));
  only(other_tables(parts, odt_table(2)), "docx-as-odt", "1 header rows, 2 in the ODT");
  only(other_tables(parts, {}), "docx-as-odt", "1 tables, 0 in the ODT");
  const Parts parted = package(word_table(header_row + word_row(cell("") + cell("1") + cell("2"))));
  only(other_tables(parted, odt_table()), "docx-as-odt", "lost: 1:1 2×1");
  const Parts longer = package(word_table(header_row + second_row + second_row));
  CHECK(other_tables(longer, odt_table()).size() == 2);  // rows, and a longer merge
}

TEST_CASE("faces that Word lacks") {
  const auto run = [](const std::string& face, const std::string& text) {
    return strange_fonts(package("<w:p><w:r><w:rPr><w:rFonts w:ascii=\"" + face +
                                 "\"/></w:rPr><w:t>" + text + "</w:t></w:r></w:p>"));
  };
  only(run("Noto Sans", "Total"), "docx-font", "Word lacks it");
  CHECK(run("Carlito", "Total").empty());
  CHECK(run("DejaVu Sans", "☐ ✓").empty());
  CHECK(run("DejaVu Sans", "☐ oui").size() == 1);
}

TEST_CASE("text that is lost when a DOCX is opened") {
  const Styles styles("", flat_odt({"<text:p>One.</text:p><text:p>Two.</text:p>"}));
  const Styles less("", flat_odt({"<text:p>One.</text:p>"}));
  CHECK(lost_in_docx(read_text(styles), read_text(styles)).empty());
  only(lost_in_docx(read_text(styles), read_text(less)), "docx-reading", "is not there");
}

}  // namespace rapporteur::pages
