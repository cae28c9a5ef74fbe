#include "template/table_measure.hpp"

#include <algorithm>
#include <numeric>

namespace rapporteur::template_ {
namespace {

constexpr double spare = 1.05;  // letters run wider than measured
constexpr double cm_per_point = 2.54 / 72;
constexpr double line_height = 1.25;
constexpr double row_air = 0.2;  // cm, above and below the text
/// A merged group up to this part of a page is not parted.
constexpr double small_group = 1.0 / 3;

void measure(TextMeasure& into, const CellText& text, const Letters& letters) {
  const auto* markdown =
      text.value == nullptr ? nullptr : std::get_if<view::Markdown>(&text.value->data);
  into.add(markdown == nullptr ? std::string_view(text.printed) : markdown->source, letters.strong);
  if (text.value != nullptr && !text.value->note.empty()) {
    into.add("1'", letters.strong);  // two figures, raised and smaller
  }
}

double text_height(const LaidCell& cell, const LaidRow& row, const TableLook& look, double room) {
  const Letters& letters = look.cell_of(row.kind, cell.look).letters;
  const double points = letters.points * cm_per_point;
  const double em = points * spare * letters.width;
  int lines = cell.texts.empty() ? 1 : 0;
  for (const CellText& text : cell.texts) {
    TextMeasure paragraph(std::max(room, 0.5) / em);
    measure(paragraph, text, letters);
    lines += paragraph.lines();
  }
  return lines * points * line_height + row_air;
}

double room_of(const LaidCell& cell, std::size_t column, const TableLook& look,
               const std::vector<double>& widths) {
  const auto from = widths.begin() + static_cast<std::ptrdiff_t>(column);
  return std::accumulate(from, from + static_cast<std::ptrdiff_t>(cell.columns), -look.padding);
}

}  // namespace

TextWidth cell_text_width(const LaidCell& cell, std::string_view row_kind, const TableLook& look) {
  const Letters& letters = look.cell_of(row_kind, cell.look).letters;
  TextMeasure all;
  for (const CellText& text : cell.texts) {
    measure(all, text, letters);
    all.add("\n", false);
  }
  // Figures are all of one width, known exactly.
  const double cm =
      letters.points * cm_per_point * letters.width * (cell.look == "figure" ? 1 : spare);
  const TextWidth ems = all.width();
  return {ems.word * cm, ems.line * cm, ems.all * cm};
}

double page_height(const TableLook& look) {
  // The page is taken as A4, lying when the table is wider than A4 stands; margins and bands take
  // 6 cm.
  constexpr double short_side = 21;
  constexpr double long_side = 29.7;
  constexpr double bands = 6;
  return (look.width > short_side ? short_side : long_side) - bands;
}

std::vector<double> row_heights(const LaidTable& table, const TableLook& look,
                                const std::vector<double>& widths) {
  std::vector<double> heights;
  for (const LaidRow& row : table.rows) {
    double height = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const LaidCell& cell = row.cells[i];
      if (!cell.is_covered && cell.rows == 1) {
        height = std::max(height, text_height(cell, row, look, room_of(cell, i, look, widths)));
      }
    }
    heights.push_back(height);
  }
  return heights;
}

std::vector<RowHold> held_rows(const LaidTable& table, const TableLook& look,
                               const std::vector<double>& widths,
                               const std::vector<double>& heights) {
  const double most = page_height(look) * small_group;
  std::vector<RowHold> holds;
  for (const LaidRow& row : table.rows) {
    holds.push_back({row.keep, 0});
  }
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    for (std::size_t column = 0; column < table.rows[i].cells.size(); ++column) {
      const LaidCell& cell = table.rows[i].cells[column];
      if (cell.is_covered || cell.rows < 2) {
        continue;
      }
      const double text =
          text_height(cell, table.rows[i], look, room_of(cell, column, look, widths));
      if (table.rows[i].cells.front().is_covered) {
        holds[i].height = std::max(holds[i].height, std::min(text, most));
        continue;
      }
      const auto first = heights.begin() + static_cast<std::ptrdiff_t>(i);
      const double group =
          std::accumulate(first, first + static_cast<std::ptrdiff_t>(cell.rows), 0.0);
      const double needed = std::max(group, text) <= most ? group : std::min(text, most);
      double held = heights[i];
      for (std::size_t row = i; row + 1 < i + cell.rows && held < needed - 0.01; ++row) {
        holds[row].keep = true;
        held += heights[row + 1];
      }
    }
  }
  return holds;
}

}  // namespace rapporteur::template_
