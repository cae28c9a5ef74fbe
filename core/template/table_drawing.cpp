#include "template/table_drawing.hpp"

#include <fmt/format.h>

#include <cmath>

#include "base/text.hpp"
#include "template/program.hpp"
#include "template/table_measure.hpp"
#include "template/table_widths.hpp"

namespace rapporteur::template_ {
namespace {

struct RowSetting {
  bool is_head = false;
  RowHold hold;
  bool may_part = false;
};

class Drawing {
 public:
  Drawing(const LaidTable& table, const TableLook& look, const DrawInto& into)
      : table_(table),
        look_(look),
        into_(into),
        widths_(table_widths(table, look)),
        heights_(row_heights(table, look, widths_)),
        holds_(held_rows(table, look, widths_, heights_)) {}

 protected:
  [[nodiscard]] const CellLook& look_of(const LaidRow& row, const LaidCell& cell) const {
    return look_.cell_of(row.kind, cell.look);
  }
  /// A row that is taller than half a page may part; behind a row that stays with it, only one that
  /// would not fit on a page: Writer leaves the band alone at the foot when what follows may part.
  [[nodiscard]] bool is_tall(std::size_t row) const {
    const bool is_held = row > 0 && holds_[row - 1].keep;
    return heights_[row] > page_height(look_) * (is_held ? 0.8 : 0.5);
  }
  std::string& out() { return into_.out; }

  const LaidTable& table_;
  const TableLook& look_;
  const DrawInto& into_;
  const std::vector<double> widths_;
  const std::vector<double> heights_;
  const std::vector<RowHold> holds_;
};

// --- ODF ---

class OdfDrawing : Drawing {
 public:
  OdfDrawing(const LaidTable& table, const TableLook& look, const DrawInto& into)
      : Drawing(table, look, into) {}

  void draw(const std::string& name) {
    out() += "<table:table table:name=\"";
    append_escaped(out(), name);
    out() += fmt::format("\" table:style-name=\"{}\">", look_.style);
    columns();
    if (!table_.head.empty()) {
      out() += "<table:table-header-rows>";
      for (const LaidRow& row : table_.head) {
        draw_row(row, {.hold = {.keep = true}});
      }
      out() += "</table:table-header-rows>";
    }
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      draw_row(table_.rows[i], {.hold = holds_[i], .may_part = is_tall(i)});
    }
    out() += "</table:table>";
  }

 private:
  // Columns of one width share a style, in all tables.
  void columns() {
    for (const double width : widths_) {
      const std::string style = fmt::format("rap_column{}", std::lround(width * 1000));
      into_.styles[style] = fmt::format(
          "<style:style style:name=\"{}\" style:family=\"table-column\">"
          "<style:table-column-properties style:column-width=\"{:.3f}cm\"/></style:style>",
          style, width);
      out() += fmt::format("<table:table-column table:style-name=\"{}\"/>", style);
    }
  }

  std::string row_style(std::string_view drawn, const RowSetting& setting) {
    const long height = std::lround(setting.hold.height * 100);
    if (!setting.may_part && height == 0 && !drawn.empty()) {
      return std::string(drawn);
    }
    std::string name = setting.may_part ? "rap_row_parted" : fmt::format("rap_row{}", height);
    const std::string least =
        height > 0 ? fmt::format(" style:min-row-height=\"{:.2f}cm\"", setting.hold.height) : "";
    into_.styles[name] = fmt::format(
        "<style:style style:name=\"{}\" style:family=\"table-row\">"
        "<style:table-row-properties fo:keep-together=\"{}\"{}/></style:style>",
        name, setting.may_part ? "auto" : "always", setting.may_part ? "" : least);
    return name;
  }

  void draw_row(const LaidRow& row, RowSetting setting) {
    out() += fmt::format("<table:table-row table:style-name=\"{}\">",
                         row_style(look_.row_of(row.kind), setting));
    bool keep = setting.hold.keep;
    for (const LaidCell& cell : row.cells) {
      if (cell.is_covered) {
        out() += fmt::format("<table:covered-table-cell table:style-name=\"{}\"/>",
                             look_of(row, cell).cell);
        continue;
      }
      const CellLook& look = look_of(row, cell);
      out() += fmt::format("<table:table-cell table:style-name=\"{}\"", look.cell);
      if (cell.columns > 1 || cell.rows > 1) {
        out() +=
            fmt::format(" table:number-columns-spanned=\"{}\" table:number-rows-spanned=\"{}\"",
                        cell.columns, cell.rows);
      }
      out() += " office:value-type=\"string\">";
      paragraphs(row, cell, keep);
      out() += "</table:table-cell>";
      keep = false;  // the first paragraph of a row decides
    }
    out() += "</table:table-row>";
  }

  void paragraphs(const LaidRow& row, const LaidCell& cell, bool keep) {
    if (cell.texts.empty()) {
      const CellLook& look = look_of(row, cell);
      out() += look.open + look.close;
      return;
    }
    const CellLook* before = nullptr;
    for (const CellText& text : cell.texts) {
      const CellLook& look = look_.cell_of(row.kind, text.look);
      if (before != &look) {  // neighbours of one look are items of one list
        out() += before == nullptr ? "" : before->list_close;
        out() += look.list_open;
        before = &look;
      }
      out() += look.item_open;
      out() += keep ? kept(look) : look.open;
      into_.write(text, look.run);
      out() += look.close;
      out() += look.item_close;
    }
    out() += before->list_close;
  }

  // The same paragraph in a style that holds it on the page of the next one.
  std::string kept(const CellLook& look) {
    const std::string attribute = fmt::format("text:style-name=\"{}\"", look.style);
    const std::size_t at = look.open.find(attribute);
    if (look.style.empty() || at == std::string::npos) {
      return look.open;
    }
    const std::string name = "rap_keep_" + look.style;
    into_.styles[name] = fmt::format(
        "<style:style style:name=\"{}\" style:family=\"paragraph\" style:parent-style-name=\"{}\">"
        "<style:paragraph-properties fo:keep-with-next=\"always\"/></style:style>",
        name, look.style);
    std::string open = look.open;
    return open.replace(at, attribute.size(), fmt::format("text:style-name=\"{}\"", name));
  }
};

// --- OOXML ---

int twips_of(double cm) {
  return static_cast<int>(std::lround(cm / 2.54 * 1440));
}

class OoxmlDrawing : Drawing {
 public:
  OoxmlDrawing(const LaidTable& table, const TableLook& look, const DrawInto& into)
      : Drawing(table, look, into) {}

  void draw() {
    int total = 0;
    for (const double width : widths_) {
      twips_.push_back(twips_of(width));
      total += twips_.back();
    }
    out() += fmt::format("<w:tbl><w:tblPr>{}</w:tblPr><w:tblGrid>", settings(total));
    for (const int width : twips_) {
      out() += fmt::format("<w:gridCol w:w=\"{}\"/>", width);
    }
    out() += "</w:tblGrid>";
    for (const LaidRow& row : table_.head) {
      draw_row(row, {.is_head = true, .hold = {.keep = true}});
    }
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      draw_row(table_.rows[i], {.hold = holds_[i], .may_part = is_tall(i)});
    }
    out() += "</w:tbl>";
  }

 private:
  // The schema has an order: tblStyle …, tblW, jc … tblBorders, shd, tblLayout, tblCellMar,
  // tblLook.
  [[nodiscard]] std::string settings(int total) const {
    std::string before;
    std::string middle;
    std::string behind;
    std::string_view rest = look_.settings;
    while (!rest.empty()) {
      const std::size_t name_end = rest.find_first_of(" />", 1);
      const std::string_view name = rest.substr(1, name_end - 1);
      const std::size_t open_end = rest.find('>');
      std::size_t end = open_end + 1;
      if (rest[open_end - 1] != '/') {
        const std::string close = fmt::format("</{}>", name);
        end = rest.find(close) + close.size();
      }
      const bool is_first = name == "w:tblStyle" || name == "w:tblpPr" || name == "w:tblOverlap" ||
                            name == "w:bidiVisual" || name == "w:tblStyleRowBandSize" ||
                            name == "w:tblStyleColBandSize";
      const bool is_last = name == "w:tblCellMar" || name == "w:tblLook" ||
                           name == "w:tblCaption" || name == "w:tblDescription";
      (is_first ? before : is_last ? behind : middle) += rest.substr(0, end);
      rest.remove_prefix(end);
    }
    return fmt::format("{}<w:tblW w:w=\"{}\" w:type=\"dxa\"/>{}<w:tblLayout w:type=\"fixed\"/>{}",
                       before, total, middle, behind);
  }

  void draw_row(const LaidRow& row, RowSetting setting) {
    out() += "<w:tr><w:trPr>";
    out() += setting.may_part ? "" : "<w:cantSplit/>";
    out() += setting.hold.height > 0 ? fmt::format("<w:trHeight w:val=\"{}\" w:hRule=\"atLeast\"/>",
                                                   twips_of(setting.hold.height))
                                     : std::string(look_.row_of(row.kind));
    out() += setting.is_head ? "<w:tblHeader/></w:trPr>" : "</w:trPr>";
    bool keep = setting.hold.keep;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (row.cells[i].is_left) {
        continue;
      }
      draw_cell(row, i, keep);
      keep = false;
    }
    out() += "</w:tr>";
  }

  void draw_cell(const LaidRow& row, std::size_t column, bool keep) {
    const LaidCell& cell = row.cells[column];
    const CellLook& look = look_of(row, cell);
    int width = 0;
    for (std::size_t i = column; i < column + cell.columns; ++i) {
      width += twips_[i];
    }
    out() += fmt::format("<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>", width);
    if (cell.columns > 1) {
      out() += fmt::format("<w:gridSpan w:val=\"{}\"/>", cell.columns);
    }
    if (cell.is_covered) {
      out() += "<w:vMerge/>";
    } else if (cell.rows > 1) {
      out() += "<w:vMerge w:val=\"restart\"/>";
    }
    out() += look.cell + "</w:tcPr>";
    if (cell.texts.empty()) {
      out() += (keep ? kept(look.open) : look.open) + look.close;
    }
    for (const CellText& text : cell.texts) {
      const CellLook& drawn = look_.cell_of(row.kind, text.look);
      out() += keep ? kept(drawn.open) : drawn.open;
      into_.write(text, drawn.run);
      out() += drawn.close;
    }
    out() += "</w:tc>";
  }

  // keepNext stands right behind the style's name.
  static std::string kept(std::string open) {
    if (open.find("<w:keepNext") != std::string::npos) {
      return open;
    }
    std::size_t at = open.find("<w:pPr>");
    if (at == std::string::npos) {
      return open + "<w:pPr><w:keepNext/></w:pPr>";
    }
    at += std::string_view("<w:pPr>").size();
    if (open.compare(at, 9, "<w:pStyle") == 0) {
      at = open.find('>', at) + 1;
    }
    return open.insert(at, "<w:keepNext/>");
  }

  std::vector<int> twips_;
};

}  // namespace

void draw_table(Markup markup, const LaidTable& table, const TableLook& look,
                const std::string& name, const DrawInto& into) {
  if (markup == Markup::odf) {
    OdfDrawing(table, look, into).draw(name);
  } else {
    OoxmlDrawing(table, look, into).draw();
  }
}

}  // namespace rapporteur::template_
