// Workbooks written by hand, as other producers write them: cached values that disagree with their
// formulas, strings in place, cells without references.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "office/package.hpp"

namespace rapporteur::office::test {

/// Indexes into the cell formats of xlsx().
enum XlsxFormat { general = 0, date = 1, percent = 2, french_date = 3, text = 4, date_time = 5 };

struct XlsxSheet {
  std::string name;
  std::string rows;         ///< inside sheetData
  std::string behind = "";  ///< behind sheetData: mergeCells …
  std::string state = "";   ///< hidden, veryHidden
};

inline std::string xlsx(const std::vector<XlsxSheet>& sheets,
                        const std::vector<std::string>& shared = {}, std::vector<Part> more = {}) {
  const std::string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  const std::string main =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
  const std::string type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  const std::string relation =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  const std::string relations =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  std::string types;
  std::string names;
  std::string targets;
  std::vector<Part> parts;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string n = std::to_string(i + 1);
    const std::string file = "worksheets/sheet" + n + ".xml";
    types += "<Override PartName=\"/xl/" + file + "\" ContentType=\"" + type + "worksheet+xml\"/>";
    names += "<sheet name=\"" + sheets[i].name + "\" sheetId=\"" + n + "\"" +
             (sheets[i].state.empty() ? "" : " state=\"" + sheets[i].state + "\"") + " r:id=\"rId" +
             n + "\"/>";
    targets += "<Relationship Id=\"rId" + n + "\" Type=\"" + relation + "worksheet\" Target=\"" +
               file + "\"/>";
    parts.push_back({"xl/" + file, declaration + "<worksheet " + main + "><sheetData>" +
                                       sheets[i].rows + "</sheetData>" + sheets[i].behind +
                                       "</worksheet>"});
  }
  std::string strings;
  for (const std::string& string : shared) {
    strings += "<si><t xml:space=\"preserve\">" + string + "</t></si>";
  }
  std::vector<Part> all = {
      {"[Content_Types].xml",
       declaration +
           "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
           "<Default Extension=\"rels\" ContentType=\"application/"
           "vnd.openxmlformats-package.relationships+xml\"/>"
           "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
           "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" +
           type + "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"" + type +
           "styles+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" + type +
           "sharedStrings+xml\"/>" + types + "</Types>"},
      {"_rels/.rels", declaration + relations + "<Relationship Id=\"rId1\" Type=\"" + relation +
                          "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
      {"xl/_rels/workbook.xml.rels",
       declaration + relations + targets + "<Relationship Id=\"rIdS\" Type=\"" + relation +
           "styles\" Target=\"styles.xml\"/><Relationship Id=\"rIdT\" Type=\"" + relation +
           "sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"},
      {"xl/sharedStrings.xml", declaration + "<sst " + main + ">" + strings + "</sst>"},
      {"xl/styles.xml",
       declaration + "<styleSheet " + main +
           "><numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/>"
           "<numFmt numFmtId=\"165\" formatCode=\"dd/mm/yyyy\\ hh:mm\"/></numFmts>"
           "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Carlito\"/></font></fonts>"
           "<fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>"
           "<borders count=\"1\"><border/></borders>"
           "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"6\">"
           "<xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/>"
           "<xf numFmtId=\"9\" applyNumberFormat=\"1\"/>"
           "<xf numFmtId=\"164\" applyNumberFormat=\"1\"/>"
           "<xf numFmtId=\"49\" applyNumberFormat=\"1\"/>"
           "<xf numFmtId=\"165\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"},
      {"xl/workbook.xml",
       declaration + "<workbook " + main + "><sheets>" + names + "</sheets></workbook>"}};
  all.insert(all.end(), parts.begin(), parts.end());
  all.insert(all.end(), more.begin(), more.end());
  return pack(all, 315532800);
}

/// A row of strings in place, as libraries write them: inline_row(3, {"id", "title"}).
inline std::string inline_row(int number, const std::vector<std::string>& cells,
                              const std::string& attributes = "") {
  std::string row = "<row r=\"" + std::to_string(number) + "\"" + attributes + ">";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!cells[i].empty()) {
      row += "<c r=\"" + std::string(1, static_cast<char>('A' + i)) + std::to_string(number) +
             "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + cells[i] + "</t></is></c>";
    }
  }
  return row + "</row>";
}

/// An ODS of these tables (table:table elements); data styles D1 (date), P1 (percent), B1 (yes/no).
inline std::string ods(const std::string& tables, const std::vector<Part>& more = {}) {
  const std::string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  const std::string spaces =
      "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
      "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
      "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
      "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
      "xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\" "
      "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
      "xmlns:of=\"urn:oasis:names:tc:opendocument:xmlns:of:1.2\" "
      "xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.3\"";
  const auto style = [](const std::string& name, const std::string& data) {
    return "<style:style style:name=\"" + name +
           "\" style:family=\"table-cell\" style:data-style-name=\"" + data + "\"/>";
  };
  std::vector<Part> parts = {
      {"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
      {"content.xml",
       declaration + "<office:document-content " + spaces +
           "><office:automatic-styles><number:date-style style:name=\"N1\"><number:day/>"
           "<number:text>/</number:text><number:month/><number:text>/</number:text>"
           "<number:year number:style=\"long\"/></number:date-style>"
           "<number:percentage-style style:name=\"N2\"><number:number "
           "number:decimal-places=\"0\" number:min-integer-digits=\"1\"/>"
           "<number:text>%</number:text></number:percentage-style>"
           "<number:boolean-style style:name=\"N3\"><number:boolean/></number:boolean-style>"
           "<style:style style:name=\"hid\" style:family=\"table\">"
           "<style:table-properties table:display=\"false\"/></style:style>" +
           style("D1", "N1") + style("P1", "N2") + style("B1", "N3") +
           "</office:automatic-styles><office:body><office:spreadsheet>" + tables +
           "</office:spreadsheet></office:body></office:document-content>"},
      {"META-INF/manifest.xml",
       declaration +
           "<manifest:manifest "
           "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
           "manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" "
           "manifest:media-type=\"application/vnd.oasis.opendocument.spreadsheet\"/>"
           "<manifest:file-entry manifest:full-path=\"content.xml\" "
           "manifest:media-type=\"text/xml\"/>" +
           [&] {
             std::string entries;
             for (const Part& part : more) {
               entries += "<manifest:file-entry manifest:full-path=\"" + part.name +
                          "\" manifest:media-type=\"text/xml\"/>";
             }
             return entries;
           }() +
           "</manifest:manifest>"}};
  parts.insert(parts.end(), more.begin(), more.end());
  return pack(parts, 315532800);
}

inline std::string ods_text(const std::string& text, const std::string& attributes = "") {
  return "<table:table-cell office:value-type=\"string\"" + attributes + "><text:p>" + text +
         "</text:p></table:table-cell>";
}

}  // namespace rapporteur::office::test
