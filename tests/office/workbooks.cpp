#include <doctest/doctest.h>
#include "base/files.hpp"
#include "base/messages.hpp"
#include "office/workbook_files.hpp"
#include "office/workbooks.hpp"
#include <iostream>
namespace rapporteur::office { namespace {
void dump(const Workbook& w) {
  for (auto& s : w.sheets) {
    std::cout << "== " << s.name << " visible " << s.is_visible << " " << s.last_row << "x" << s.last_column << "\n";
    for (auto& r : s.rows) { std::cout << r.number << ":"; for (auto& c : r.cells) std::cout << " [" << int(c.kind) << " " << c.text << "]"; std::cout << "\n"; }
    for (auto& m : s.merges) std::cout << "merge " << m.row << "," << m.column << " " << m.rows << "x" << m.columns << "\n";
  }
}
TEST_CASE("x") {
  Pool pool(default_options());
  TemporaryDirectory dir;
  auto go=[&](const char* name, const std::string& bytes){
    REQUIRE(write_file(dir.path()/name, bytes));
    Diagnostics d;
    auto w = read_workbook(pool, dir.path()/name, d);
    for (auto& x : d.all()) std::cout << x.id << ": " << render(x,"en").message << "\n";
    if (w) dump(*w);
  };
  go("a.xlsx", test::xlsx({{"Un", 
   test::inline_row(1,{"Titre","","x"}) + test::inline_row(2,{"a","b"}, " hidden=\"1\"") +
   "<row r=\"3\"><c r=\"A3\" s=\"1\"><v>40908</v></c><c r=\"B3\" s=\"2\"><v>0.4</v></c><c r=\"C3\" t=\"b\"><v>1</v></c><c r=\"D3\" t=\"e\"><v>#N/A</v></c><c r=\"E3\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c r=\"F3\"><f>1+1</f><v>777</v></c><c r=\"G3\"><f>TODAY()</f><v>40908</v></c><c r=\"H3\" t=\"b\"><f>1&gt;0</f><v>1</v></c><c r=\"I3\" t=\"s\"><v>0</v></c><c r=\"J3\" t=\"str\"><f>\"x\"&amp;\"y\"</f><v>cached</v></c></row>"
   "<row r=\"4\"><c r=\"A4\" s=\"5\"><v>40908.5</v></c><c r=\"B4\" s=\"3\"><v>40908</v></c><c r=\"C4\"><f>#REF!+1</f><v>3</v></c><c r=\"D4\" t=\"e\"><f>#REF!</f><v>#REF!</v></c><c r=\"E4\"><f>[1]Feuil!A1</f><v>55</v></c><c r=\"F4\"><f>G4</f></c><c r=\"G4\"><v>12.5</v></c><c r=\"H4\"><f>WEBSERVICE(\"file:///etc/hostname\")</f></c><c r=\"I4\"><f>UNKNOWN(1)</f><v>9</v></c><c r=\"J4\" t=\"b\"><f>H3</f></c></row>" 
   "<row r=\"10\"><c r=\"A10\" t=\"inlineStr\"><is><t>m</t></is></c><c r=\"B10\" t=\"inlineStr\"><is><t>hidden under</t></is></c></row><row r=\"11\"><c r=\"A11\" t=\"inlineStr\"><is><t>covered</t></is></c><c r=\"C11\" t=\"inlineStr\"><is><t>q</t></is></c></row>",
   "<mergeCells count=\"3\"><mergeCell ref=\"A10:A12\"/><mergeCell ref=\"C10:C11\"/><mergeCell ref=\"C12:C13\"/><mergeCell ref=\"A1:D1\"/></mergeCells>"},
   {"Caché", test::inline_row(1,{"id"}), "", "hidden"}, {"Très", "", "", "veryHidden"}}, {"partagé \xC2\xA0""1"},
   {}));
  go("b.ods", test::ods("<table:table table:name=\"Un\"><table:table-row>" + test::ods_text("a") +
   "<table:table-cell table:style-name=\"D1\" office:value-type=\"date\" office:date-value=\"2011-12-31\"/><table:table-cell table:style-name=\"P1\" office:value-type=\"percentage\" office:value=\"0.075\"/><table:table-cell table:style-name=\"B1\" office:value-type=\"boolean\" office:boolean-value=\"true\"/><table:table-cell table:formula=\"of:='file:///etc/hostname'#$Sheet1.A1\" office:value-type=\"float\" office:value=\"5\"/><table:table-cell table:formula=\"of:='file:///etc/hostname'#$Sheet1.A1\"/><table:table-cell table:formula=\"of:=TODAY()\" office:value-type=\"date\" office:date-value=\"2011-12-31\"/>"
   "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\" office:string-value=\"\"><text:p>#DIV/0!</text:p></table:table-cell>"
   "<table:table-cell table:formula=\"of:=WEBSERVICE(&quot;http://localhost:1/&quot;)\"/>"
   "<table:table-cell table:number-rows-spanned=\"2\" office:value-type=\"string\"><text:p>merged</text:p></table:table-cell></table:table-row></table:table><table:table table:name=\"H\" table:style-name=\"hid\"><table:table-row>"+test::ods_text("z")+"</table:table-row></table:table>"));

  const std::string rel="http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  // external link in xlsx, proper: patch by replacing parts
  auto parts = unpack(test::xlsx({{"Un", "<row r=\"1\"><c r=\"A1\"><f>[1]Feuil!A1</f><v>55</v></c><c r=\"B1\"><f>[1]Feuil!B1</f><v>66</v></c><c r=\"C1\" t=\"str\"><f>[1]Feuil!C1</f><v>txt</v></c><c r=\"D1\"><f>A1+1</f><v>1000</v></c><c r=\"E1\"><f>SUM([1]Feuil!A1:B1)</f><v>121</v></c><c r=\"F1\"><f>VLOOKUP(1,[1]Feuil!A1:B9,2,0)</f><v>122</v></c></row>"}})).value();
  for (auto& p : parts) {
    auto rep=[&](const std::string& a, const std::string& b){ auto i=p.bytes.find(a); REQUIRE(i!=std::string::npos); p.bytes.replace(i,a.size(),b); };
    if (p.name=="[Content_Types].xml") rep("</Types>","<Override PartName=\"/xl/externalLinks/externalLink1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml\"/></Types>");
    if (p.name=="xl/_rels/workbook.xml.rels") rep("</Relationships>","<Relationship Id=\"rIdE\" Type=\""+rel+"externalLink\" Target=\"externalLinks/externalLink1.xml\"/></Relationships>");
    if (p.name=="xl/workbook.xml") rep("</sheets>","</sheets><externalReferences><externalReference r:id=\"rIdE\"/></externalReferences>");
  }
  parts.push_back({"xl/externalLinks/externalLink1.xml","<?xml version=\"1.0\" encoding=\"UTF-8\"?><externalLink xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><externalBook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"rId1\"><sheetNames><sheetName val=\"Feuil\"/></sheetNames><sheetDataSet><sheetData sheetId=\"0\"><row r=\"1\"><cell r=\"A1\"><v>55</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>"});
  parts.push_back({"xl/externalLinks/_rels/externalLink1.xml.rels","<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\""+rel+"externalLinkPath\" Target=\"file:///tmp/autre.xlsx\" TargetMode=\"External\"/></Relationships>"});
  go("c.xlsx", pack(parts, 315532800));
  const Part meta{"meta.xml","<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" office:version=\"1.3\"><office:meta><meta:generator>LibreOffice/7.4.7.2$Linux_X86_64 LibreOffice_project/40$Build-2</meta:generator></office:meta></office:document-meta>"};
  for (int k=0;k<2;++k)
  go("d.ods", test::ods("<table:table table:name=\"Un\"><table:table-row>"
   "<table:table-cell table:formula=\"of:=['file:///tmp/autre.ods'#$Feuil.A1]\" office:value-type=\"float\" office:value=\"5\"/>"
   "<table:table-cell table:formula=\"of:=['file:///tmp/autre.ods'#$Feuil.B1]\" office:value-type=\"float\" office:value=\"6\"/>"
   "<table:table-cell table:formula=\"of:=1+1\" office:value-type=\"float\" office:value=\"777\"/>"
   "<table:table-cell table:formula=\"of:=[.A1]+1\" office:value-type=\"float\" office:value=\"778\"/>"
   "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"><text:p>#DIV/0!</text:p></table:table-cell>"
   "</table:table-row></table:table>"
   + std::string("<table:table table:name=\"'file:///tmp/autre.ods'#$Feuil\" table:print=\"false\"><table:table-source xlink:type=\"simple\" xlink:href=\"autre.ods\" table:table-name=\"Feuil\" table:mode=\"copy-results-only\"/><table:table-column/><table:table-row><table:table-cell office:value-type=\"float\" office:value=\"5\"><text:p>5</text:p></table:table-cell></table:table-row></table:table>")
   , k? std::vector<Part>{meta}: std::vector<Part>{}));
}
}}
