#include "template/text_table.hpp"

#include <fmt/format.h>

#include <cmath>
#include <numeric>

namespace rapporteur::template_ {
namespace {

constexpr const char* hairline = "C5CCCF";

/// How one cell's paragraph is set: a style of the template, and what it does not say itself.
struct Setting {
  std::string style;
  Align align = Align::none;
  bool is_plain_head = false;  ///< bold by ourselves: the template has no style for heads
};

Setting setting_of(const TextTableLook& look, bool is_head, Align align) {
  const std::string& figure = is_head ? look.head_figure : look.figure;
  if (align == Align::right && !figure.empty()) {
    return {figure, Align::none, false};
  }
  return {is_head ? look.head : look.body, align, is_head && look.head.empty()};
}

// --- ODF ---

class OdfTable {
 public:
  OdfTable(std::string& out, const TextTable& table, const TextTableLook& look,
           AutomaticStyles& styles, const WriteRuns& content)
      : out_(out), table_(table), look_(look), styles_(styles), content_(content) {}

  void draw(const std::vector<double>& widths) {
    const double width = std::accumulate(widths.begin(), widths.end(), 0.0);
    std::string name;
    do {
      name = fmt::format("rap_table{}", ++number_);
    } while (styles_.contains(name));
    const bool is_full = width > look_.width - 0.01;
    styles_[name] = fmt::format(
        "<style:style style:name=\"{}\" style:family=\"table\"><style:table-properties "
        "style:width=\"{:.3f}cm\" table:align=\"{}\"{} style:may-break-between-rows=\"true\" "
        "fo:margin-top=\"0.1cm\" fo:margin-bottom=\"{}cm\" "
        "table:border-model=\"collapsing\"/></style:style>",
        name, width, is_full ? "margins" : "left", is_full ? " fo:margin-left=\"0cm\"" : "",
        table_.ends_text ? "0.3" : "0");
    out_ += fmt::format("<table:table table:style-name=\"{}\">", name);
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const std::string column = fmt::format("{}.{}", name, i + 1);
      styles_[column] = fmt::format(
          "<style:style style:name=\"{}\" style:family=\"table-column\">"
          "<style:table-column-properties style:column-width=\"{:.3f}cm\"/></style:style>",
          column, widths[i]);
      out_ += fmt::format("<table:table-column table:style-name=\"{}\"/>", column);
    }
    out_ += "<table:table-header-rows>";
    row(0);
    out_ += "</table:table-header-rows>";
    for (std::size_t i = 1; i < table_.rows.size(); ++i) {
      row(i);
    }
    out_ += "</table:table>";
  }

 private:
  void row(std::size_t number) {
    const bool is_head = number == 0;
    styles_["rap_row"] =
        "<style:style style:name=\"rap_row\" style:family=\"table-row\">"
        "<style:table-row-properties fo:keep-together=\"always\"/></style:style>";
    const std::string cell = cell_style(is_head, number + 1 == table_.rows.size());
    out_ += "<table:table-row table:style-name=\"rap_row\">";
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      out_ += fmt::format(
          "<table:table-cell table:style-name=\"{}\" office:value-type=\"string\">"
          "<text:p text:style-name=\"{}\">",
          cell, paragraph_style(setting_of(look_, is_head, table_.columns[i]), is_head));
      content_(table_.rows[number][i], "");
      out_ += "</text:p></table:table-cell>";
    }
    out_ += "</table:table-row>";
  }

  std::string cell_style(bool is_head, bool is_last) {
    const char* name = is_head ? "rap_head" : is_last ? "rap_last" : "rap_cell";
    const std::string firm = fmt::format("1pt solid #{}", look_.rule);
    const std::string top = is_head ? fmt::format(" fo:border-top=\"{}\"", firm) : "";
    styles_[name] = fmt::format(
        "<style:style style:name=\"{}\" style:family=\"table-cell\"><style:table-cell-properties "
        "style:vertical-align=\"{}\" fo:padding=\"0.1cm\" fo:padding-left=\"0.12cm\" "
        "fo:padding-right=\"0.12cm\" fo:border=\"none\"{} fo:border-bottom=\"{}\"/></style:style>",
        name, is_head ? "bottom" : "top", top,
        is_head || is_last ? firm : fmt::format("0.5pt solid #{}", hairline));
    return name;
  }

  std::string paragraph_style(const Setting& setting, bool is_head) {
    if (!setting.style.empty() && setting.align == Align::none) {
      return setting.style;
    }
    constexpr const char* aligned[] = {"", " fo:text-align=\"start\"", " fo:text-align=\"end\"",
                                       " fo:text-align=\"center\""};
    const auto align = static_cast<std::size_t>(setting.align);
    std::string name = fmt::format("rap_{}{}", is_head ? "heading" : "text", align);
    std::string properties = aligned[align];
    if (setting.style.empty()) {
      properties += " fo:margin-top=\"0cm\" fo:margin-bottom=\"0cm\"";
    }
    std::string style = fmt::format(
        "<style:style style:name=\"{}\" style:family=\"paragraph\" style:parent-style-name=\"{}\">"
        "<style:paragraph-properties{}{}/>",
        name, setting.style.empty() ? "Standard" : setting.style, properties,
        setting.is_plain_head ? " fo:keep-with-next=\"always\"" : "");
    if (setting.is_plain_head) {
      style += "<style:text-properties fo:font-weight=\"bold\"/>";
    }
    styles_[name] = style + "</style:style>";
    return name;
  }

  std::string& out_;
  const TextTable& table_;
  const TextTableLook& look_;
  AutomaticStyles& styles_;
  const WriteRuns& content_;
  int number_ = 0;
};

// --- OOXML ---

class OoxmlTable {
 public:
  OoxmlTable(std::string& out, const TextTable& table, const TextTableLook& look,
             const WriteRuns& content)
      : out_(out), table_(table), look_(look), content_(content) {}

  void draw(const std::vector<double>& widths) {
    int width = 0;
    for (const double cm : widths) {
      twips_.push_back(static_cast<int>(std::lround(cm / 2.54 * 1440)));
      width += twips_.back();
    }
    const bool is_full = std::accumulate(widths.begin(), widths.end(), 0.0) > look_.width - 0.01;
    out_ += fmt::format(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"{}\"/><w:tblBorders>"
        "<w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"{}\"/>"
        "<w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"{}\"/>"
        "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{}\"/></w:tblBorders>"
        "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"57\" w:type=\"dxa\"/>"
        "<w:left w:w=\"68\" w:type=\"dxa\"/><w:bottom w:w=\"57\" w:type=\"dxa\"/>"
        "<w:right w:w=\"68\" w:type=\"dxa\"/></w:tblCellMar><w:tblLook w:val=\"0420\" "
        "w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"0\" "
        "w:noVBand=\"1\"/></w:tblPr><w:tblGrid>",
        is_full ? 5000 : width, is_full ? "pct" : "dxa", look_.rule, look_.rule, hairline);
    for (const int column : twips_) {
      out_ += fmt::format("<w:gridCol w:w=\"{}\"/>", column);
    }
    out_ += "</w:tblGrid>";
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      row(i);
    }
    out_ += "</w:tbl>";
  }

 private:
  void row(std::size_t number) {
    const bool is_head = number == 0;
    out_ += "<w:tr><w:trPr><w:cantSplit/>";
    out_ += is_head ? "<w:tblHeader/></w:trPr>" : "</w:trPr>";
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      out_ += fmt::format("<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>", twips_[i]);
      if (is_head) {
        out_ += fmt::format(
            "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"{}\"/>"
            "</w:tcBorders><w:vAlign w:val=\"bottom\"/>",
            look_.rule);
      }
      out_ += "</w:tcPr><w:p>";
      const Setting setting = setting_of(look_, is_head, table_.columns[i]);
      properties(setting);
      content_(table_.rows[number][i],
               setting.is_plain_head ? "<w:rPr><w:b/><w:bCs/></w:rPr>" : "");
      out_ += "</w:p></w:tc>";
    }
    out_ += "</w:tr>";
  }

  void properties(const Setting& setting) {
    constexpr const char* aligned[] = {"", "left", "right", "center"};
    std::string inner;
    if (!setting.style.empty()) {
      inner += fmt::format("<w:pStyle w:val=\"{}\"/>", setting.style);
    }
    if (setting.is_plain_head) {
      inner += "<w:keepNext/>";
    }
    if (setting.style.empty()) {
      inner += "<w:spacing w:before=\"0\" w:after=\"0\"/>";
    }
    if (setting.align != Align::none) {
      inner +=
          fmt::format("<w:jc w:val=\"{}\"/>", aligned[static_cast<std::size_t>(setting.align)]);
    }
    if (!inner.empty()) {
      out_ += "<w:pPr>" + inner + "</w:pPr>";
    }
  }

  std::string& out_;
  const TextTable& table_;
  const TextTableLook& look_;
  const WriteRuns& content_;
  std::vector<int> twips_;
};

}  // namespace

void draw_text_table(std::string& out, Markup markup, const TextTable& table,
                     const TextTableLook& look, AutomaticStyles& styles, const WriteRuns& content) {
  const std::vector<double> widths = column_widths(table, look);
  if (markup == Markup::odf) {
    OdfTable(out, table, look, styles, content).draw(widths);
  } else {
    OoxmlTable(out, table, look, content).draw(widths);
  }
}

}  // namespace rapporteur::template_
