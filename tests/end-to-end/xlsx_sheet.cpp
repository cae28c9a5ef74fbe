#include "xlsx_sheet.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/workbook.hpp"

namespace rapporteur::test {
namespace {

constexpr std::string_view declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view main_space =
    "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
constexpr std::string_view relation =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

// In the order of Look. Format 3 is #,##0; 49 is text.
constexpr std::string_view styles =
    "<fonts count=\"4\"><font><sz val=\"10\"/><name val=\"Calibri\"/></font>"
    "<font><b/><sz val=\"14\"/><name val=\"Calibri\"/></font>"
    "<font><b/><sz val=\"10\"/><name val=\"Calibri\"/></font>"
    "<font><i/><sz val=\"10\"/><name val=\"Calibri\"/></font></fonts>\n"
    "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>"
    "<fill><patternFill patternType=\"gray125\"/></fill>"
    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFDDE8CB\"/></patternFill></fill>"
    "</fills>\n<borders count=\"2\"><border/><border><left style=\"thin\"/><right style=\"thin\"/>"
    "<top style=\"thin\"/><bottom style=\"thin\"/></border></borders>\n"
    "<cellStyleXfs count=\"1\"><xf fontId=\"0\"/></cellStyleXfs>\n<cellXfs count=\"9\">"
    "<xf fontId=\"0\" applyFont=\"1\"/>\n"
    "<xf fontId=\"1\" applyFont=\"1\" applyAlignment=\"1\"><alignment "
    "horizontal=\"center\"/></xf>\n"
    "<xf fontId=\"3\" applyFont=\"1\" applyAlignment=\"1\"><alignment "
    "horizontal=\"center\"/></xf>\n"
    "<xf fontId=\"2\" fillId=\"2\" borderId=\"1\" applyFont=\"1\" applyFill=\"1\" "
    "applyBorder=\"1\" "
    "applyAlignment=\"1\"><alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/>"
    "</xf>\n"
    "<xf fontId=\"0\" applyFont=\"1\" borderId=\"1\" applyBorder=\"1\" "
    "applyAlignment=\"1\"><alignment vertical=\"top\" "
    "wrapText=\"1\"/></xf>\n"
    "<xf numFmtId=\"3\" fontId=\"0\" applyFont=\"1\" borderId=\"1\" applyNumberFormat=\"1\" "
    "applyBorder=\"1\" "
    "applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>\n"
    "<xf numFmtId=\"49\" fontId=\"0\" applyFont=\"1\" borderId=\"1\" applyNumberFormat=\"1\" "
    "applyBorder=\"1\" "
    "applyAlignment=\"1\"><alignment horizontal=\"right\" vertical=\"top\"/></xf>\n"
    "<xf numFmtId=\"3\" fontId=\"2\" borderId=\"1\" applyNumberFormat=\"1\" applyFont=\"1\" "
    "applyBorder=\"1\"/>\n"
    "<xf fontId=\"2\" borderId=\"1\" applyFont=\"1\" applyBorder=\"1\" applyAlignment=\"1\">"
    "<alignment horizontal=\"right\"/></xf></cellXfs>\n";

std::string relationships(std::string_view entries) {
  return std::string(declaration) +
         "<Relationships "
         "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
         std::string(entries) + "</Relationships>\n";
}

std::string relationship(std::string_view id, std::string_view kind, std::string_view target) {
  return "<Relationship Id=\"" + std::string(id) + "\" Type=\"" + std::string(relation) + "/" +
         std::string(kind) + "\" Target=\"" + std::string(target) + "\"/>";
}

}  // namespace

void XlsxSheet::cell(int row, int column, Look look, std::string_view type,
                     std::string_view content) {
  if (rows_.empty() || rows_.back().number != row) {
    rows_.push_back({row, 1, {}});
  }
  rows_.back().cells += "<c r=\"" + cell_name(row, column) + "\" s=\"" +
                        std::to_string(static_cast<int>(look)) + "\"" + std::string(type) +
                        (content.empty() ? "/>" : ">" + std::string(content) + "</c>");
}

int XlsxSheet::lines_of(int column, std::string_view text, Look look) const {
  if (look != Look::text && look != Look::head) {
    return look == Look::title ? 2 : 1;  // not wrapped
  }
  const auto index = static_cast<std::size_t>(column) - 1;
  const int width = index < widths_.size() ? widths_[index] : 10;
  int lines = 0;
  for (const std::string& line : split(text, '\n')) {
    lines += 1 + static_cast<int>(code_points(line)) / width;
  }
  return lines;
}

void XlsxSheet::text(int row, int column, std::string_view text, Look look) {
  cell(row, column, look, " t=\"inlineStr\"",
       "<is><t xml:space=\"preserve\">" + escaped(text) + "</t></is>");
  rows_.back().lines = std::max(rows_.back().lines, lines_of(column, text, look));
}

void XlsxSheet::number(int row, int column, std::string_view number, Look look) {
  cell(row, column, look, "", "<v>" + std::string(number) + "</v>");
}

void XlsxSheet::formula(int row, int column, std::string_view formula, std::string_view saved,
                        Look look, bool is_error) {
  cell(row, column, look, is_error ? " t=\"e\"" : "",
       "<f>" + escaped(formula) + "</f><v>" + std::string(saved) + "</v>");
}

void XlsxSheet::empty(int row, int column, Look look) {
  cell(row, column, look, "", "");
}

void XlsxSheet::merge(int row, int column, int rows, int columns) {
  merges_.push_back("<mergeCell ref=\"" + cell_name(row, column) + ":" +
                    cell_name(row + rows - 1, column + columns - 1) + "\"/>");
}

std::string XlsxSheet::rows_xml() const {
  constexpr int line_height = 14;
  constexpr int highest = 409;  // what Excel allows
  std::string xml;
  for (const Row& row : rows_) {
    xml += "<row r=\"" + std::to_string(row.number) + "\" ht=\"" +
           std::to_string(std::min(highest, row.lines * line_height)) + "\" customHeight=\"1\">" +
           row.cells + "</row>\n";
  }
  return xml;
}

std::string XlsxSheet::xml() const {
  std::string xml = std::string(declaration) + "<worksheet " + std::string(main_space) +
                    "><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>\n";
  if (frozen_ > 0) {
    xml += "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"" + std::to_string(frozen_) +
           "\" topLeftCell=\"" + cell_name(frozen_ + 1, 1) +
           "\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>\n";
  }
  if (!widths_.empty()) {
    xml += "<cols>";
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      const std::string n = std::to_string(i + 1);
      xml += "<col min=\"" + n + "\" max=\"" + n + "\" width=\"" + std::to_string(widths_[i]) +
             "\" customWidth=\"1\"/>";
    }
    xml += "</cols>\n";
  }
  xml += "<sheetData>\n" + rows_xml() + "</sheetData>\n";
  if (!merges_.empty()) {
    xml += "<mergeCells count=\"" + std::to_string(merges_.size()) + "\">";
    for (const std::string& merge : merges_) {
      xml += merge;
    }
    xml += "</mergeCells>\n";
  }
  return xml + "<pageSetup paperSize=\"8\" orientation=\"landscape\" fitToHeight=\"0\"/>\n" +
         "</worksheet>\n";
}

std::vector<office::Part> xlsx_parts(const std::vector<XlsxSheet>& sheets) {
  const std::string type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  std::string overrides;
  std::string names;
  std::string targets = relationship("rIdStyles", "styles", "styles.xml");
  std::vector<office::Part> drawn;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string n = std::to_string(i + 1);
    const std::string file = "worksheets/sheet" + n + ".xml";
    overrides +=
        "<Override PartName=\"/xl/" + file + "\" ContentType=\"" + type + "worksheet+xml\"/>";
    names += "<sheet name=\"" + escaped(sheets[i].name()) + "\" sheetId=\"" + n + "\"" +
             (sheets[i].is_hidden() ? " state=\"hidden\"" : "") + " r:id=\"rId" + n + "\"/>";
    targets += relationship("rId" + n, "worksheet", file);
    drawn.push_back({"xl/" + file, sheets[i].xml()});
  }
  std::vector<office::Part> parts = {
      {"[Content_Types].xml",
       std::string(declaration) +
           "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
           "<Default Extension=\"rels\" ContentType=\"application/"
           "vnd.openxmlformats-package.relationships+xml\"/>"
           "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
           "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" +
           type + "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"" + type +
           "styles+xml\"/>" + overrides + "</Types>\n"},
      {"_rels/.rels", relationships(relationship("rId1", "officeDocument", "xl/workbook.xml"))},
      {"xl/_rels/workbook.xml.rels", relationships(targets)},
      {"xl/styles.xml", std::string(declaration) + "<styleSheet " + std::string(main_space) +
                            ">\n" + std::string(styles) + "</styleSheet>\n"},
      {"xl/workbook.xml", std::string(declaration) + "<workbook " + std::string(main_space) +
                              " xmlns:r=\"" + std::string(relation) + "\"><sheets>" + names +
                              "</sheets></workbook>\n"}};
  parts.insert(parts.end(), drawn.begin(), drawn.end());
  return parts;
}

}  // namespace rapporteur::test
