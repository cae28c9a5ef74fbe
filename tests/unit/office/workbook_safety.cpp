// What is refused before an office sees a workbook, and what becomes of its formulas.
#include "office/workbook_safety.hpp"

#include <doctest/doctest.h>

#include "../../office/workbook_files.hpp"
#include "base/messages.hpp"

namespace rapporteur::office {

namespace {

/// "id detail" of the only diagnostic; "admitted" when there is none.
std::string verdict(const std::string& bytes) {
  Diagnostics diagnostics;
  const auto admitted = admit_workbook("plan.xlsx", bytes, diagnostics);
  CHECK(admitted.has_value() != diagnostics.has_fault());
  if (diagnostics.empty()) {
    return "admitted";
  }
  CHECK(diagnostics.all().size() == 1);
  const Diagnostic& first = diagnostics.all().front();
  CHECK_FALSE(render(first, "fr").message.empty());
  return first.id + " " + std::get<std::string>(first.args.at(0).second);
}

std::string with_part(const std::string& name, const std::string& bytes) {
  return test::xlsx({{"nodes", test::inline_row(1, {"id"})}}, {}, {{name, bytes}});
}

std::string relation(const std::string& type, const std::string& target) {
  return with_part(
      "xl/worksheets/_rels/sheet1.xml.rels",
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
      "relationships/" +
          type + "\" Target=\"" + target + "\" TargetMode=\"External\"/></Relationships>");
}

std::string content_of(const std::string& bytes, const std::string& part) {
  Diagnostics diagnostics;
  const auto admitted = admit_workbook("x", bytes, diagnostics);
  REQUIRE(admitted);
  const auto parts = unpack(admitted->bytes);
  REQUIRE(parts);
  for (const Part& one : *parts) {
    if (one.name == part) {
      return one.bytes;
    }
  }
  return {};
}

TEST_CASE("admit_workbook: plain workbooks of both kinds, untouched") {
  const std::string xlsx = test::xlsx({{"nodes", test::inline_row(1, {"id"})}});
  const std::string ods = test::ods("<table:table table:name=\"nodes\"/>");
  CHECK(verdict(xlsx) == "admitted");
  CHECK(verdict(ods) == "admitted");
  Diagnostics diagnostics;
  CHECK(admit_workbook("x", xlsx, diagnostics)->kind == WorkbookKind::xlsx);
  CHECK(admit_workbook("x", xlsx, diagnostics)->bytes == xlsx);
  CHECK(admit_workbook("x", ods, diagnostics)->kind == WorkbookKind::ods);
}

TEST_CASE("admit_workbook refuses what is no workbook") {
  CHECK(verdict("") == "workbook-not-zip none");
  CHECK(verdict("id;level\n") == "workbook-not-zip none");
  CHECK(verdict("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old") == "workbook-not-zip none");
  CHECK(verdict(
            pack({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<x/>"}},
                 0)) == "workbook-wrong-type none");
  CHECK(verdict(pack({{"[Content_Types].xml",
                       "<Types><Override ContentType=\"application/"
                       "vnd.ms-excel.sheet.binary.macroEnabled.main\"/></Types>"}},
                     0)) == "workbook-wrong-type none");
  const std::string whole = with_part("xl/x.xml", "<x/>");
  CHECK(verdict(whole.substr(0, whole.size() / 2)) == "workbook-not-zip none");
}

TEST_CASE("admit_workbook refuses passwords, programs, bombs and broken XML") {
  std::string locked = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  for (const char c : std::string("EncryptedPackage")) {
    (locked += c) += '\0';
  }
  CHECK(verdict(locked) == "workbook-encrypted none");
  CHECK(verdict(with_part("xl/vbaProject.bin", "x")) == "workbook-macro xl/vbaProject.bin");
  CHECK(verdict(with_part("xl/macrosheets/sheet1.xml", "<x/>")) ==
        "workbook-macro xl/macrosheets/sheet1.xml");
  CHECK(verdict(test::ods("", {{"Basic/script.xml", "<x/>"}})) ==
        "workbook-macro Basic/script.xml");
  CHECK(verdict(with_part("xl/embeddings/oleObject1.bin", "x")) ==
        "workbook-external-link xl/embeddings/oleObject1.bin");
  CHECK(verdict(with_part("xl/x.xml", std::string(3U << 20U, ' '))) ==
        "workbook-zip-bomb xl/x.xml");
  CHECK(verdict(with_part("xl/x.xml", "<x>")).starts_with("workbook-broken-xml xl/x.xml: "));
  CHECK(verdict(with_part("xl/x.bin", "<!DOCTYPE x [<!ENTITY e SYSTEM \"/etc/passwd\">]><x/>")) ==
        "workbook-entities xl/x.bin: DOCTYPE");
}

TEST_CASE("admit_workbook refuses what fetches, and tells what was fetched before") {
  CHECK(verdict(relation("image", "http://example.org/x.png")) ==
        "workbook-external-link http://example.org/x.png");
  CHECK(verdict(relation("hyperlink", "http://example.org/")) == "admitted");
  CHECK(verdict(relation("externalLinkPath", "file:///share/budget.xlsx")) ==
        "workbook-linked-values file:///share/budget.xlsx");
  CHECK(verdict(with_part("xl/connections.xml", "<connections/>")) ==
        "workbook-linked-values xl/connections.xml");
  CHECK(verdict(with_part("xl/externalLinks/externalLink1.xml",
                          "<externalLink><ddeLink ddeService=\"cmd\"/></externalLink>")) ==
        "workbook-external-link xl/externalLinks/externalLink1.xml: ddeLink");
  CHECK(verdict(test::ods("<table:table table:name=\"x\"><table:table-source "
                          "xlink:href=\"file:///share/b.ods\"/></table:table>")) ==
        "workbook-linked-values file:///share/b.ods");
  CHECK(verdict(test::ods("<table:table table:name=\"x\"><draw:image "
                          "xlink:href=\"../secret.png\"/></table:table>")) ==
        "workbook-external-link ../secret.png");
  // Excel's drawings of notes are often not well-formed.
  CHECK(verdict(with_part("xl/drawings/vmlDrawing1.vml", "<xml><br><v:shape/></xml>")) ==
        "admitted");
  CHECK(verdict(with_part("xl/drawings/vmlDrawing1.vml",
                          "<xml><br><v:imagedata src=\"http://example.org/x\"/></xml>")) ==
        "workbook-external-link http://example.org/x");
}

TEST_CASE("formulas of an XLSX give way to their saved values") {
  const std::string rows =
      "<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>777</v></c>"
      "<c r=\"B1\" t=\"str\"><f>\"x\"</f><v></v></c>"
      "<c r=\"C1\"><f>A1+1</f></c>"
      "<c r=\"D1\"><f t=\"shared\" si=\"0\" ref=\"D1:E1\">[1]Feuil!A1</f><v>5</v></c>"
      "<c r=\"E1\"><f t=\"shared\" si=\"0\"/><v>6</v></c></row>";
  SUBCASE("as a rule") {
    const std::string sheet = content_of(test::xlsx({{"x", rows}}), "xl/worksheets/sheet1.xml");
    CHECK(sheet.find("<c r=\"A1\"><v>777</v></c>") != std::string::npos);
    CHECK(sheet.find("<c r=\"B1\" t=\"str\"><v/></c>") != std::string::npos);
    CHECK(sheet.find("<c r=\"C1\"><f>A1+1</f></c>") != std::string::npos);
    CHECK(sheet.find("<c r=\"E1\"><v>6</v></c>") != std::string::npos);
  }
  SUBCASE("but for those of a producer that wrote none, unless they lead out") {
    auto parts = *unpack(test::xlsx({{"x", rows}}));
    for (Part& part : parts) {
      if (part.name == "xl/workbook.xml") {
        part.bytes.insert(part.bytes.find("</workbook>"), "<calcPr fullCalcOnLoad=\"1\"/>");
      }
    }
    const std::string sheet = content_of(pack(parts, 0), "xl/worksheets/sheet1.xml");
    CHECK(sheet.find("<c r=\"A1\"><f>1+1</f></c>") != std::string::npos);
    CHECK(sheet.find("<c r=\"D1\"><v>5</v></c>") != std::string::npos);
    CHECK(sheet.find("<c r=\"E1\"><v>6</v></c>") != std::string::npos);
  }
}

}  // namespace

}  // namespace rapporteur::office
