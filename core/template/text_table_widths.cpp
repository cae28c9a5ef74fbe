// Widths by content, as a browser does it: each column gets at least its longest word (a column of
// figures its longest figure, which must not break), and what is left goes to those that would like
// more, in proportion. Text is measured by the widths of Carlito's letters: close enough, for the
// office breaks the lines.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "template/text_measure.hpp"
#include "template/text_table.hpp"

namespace rapporteur::template_ {
namespace {

constexpr double padding = 0.36;     // cm, both sides of a cell and some air
constexpr double spare = 1.06;       // other fonts run wider
constexpr double small_table = 0.6;  // of the text's width: up to it a table stays small
constexpr double cm_per_point = 0.03528;

struct Needs {
  double least = 0;  ///< without breaking a word
  double most = 0;   ///< on one line
};

Needs needs_of(const TextTable& table, std::size_t column, const TextTableLook& look) {
  Needs all;
  for (const TextTable::Row& row : table.rows) {
    const bool is_head = &row == &table.rows.front();
    TextMeasure measure;
    for (const Run& run : row[column]) {
      measure.add(run.text, run.strong || is_head);
      if (!run.note.empty() || run.note_number != 0) {
        measure.add("12", false);
      }
    }
    const TextWidth width = measure.width();
    Needs needs{width.word, width.line};
    if (table.columns[column] == Align::right && !is_head) {
      needs.least = std::max(needs.least, std::min(needs.most, 12.0));
    }
    all.least = std::max(all.least, needs.least);
    all.most = std::max(all.most, needs.most);
  }
  const double cm = look.points * cm_per_point * spare;
  return {all.least * cm + padding, all.most * cm + padding};
}

}  // namespace

std::vector<double> column_widths(const TextTable& table, const TextTableLook& look) {
  std::vector<Needs> needs;
  double least = 0;
  double most = 0;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    needs.push_back(needs_of(table, i, look));
    needs.back().most = std::min(needs.back().most, look.width);
    least += needs.back().least;
    most += needs.back().most;
  }
  std::vector<double> widths;
  for (const Needs& need : needs) {
    if (most <= look.width * small_table) {
      widths.push_back(need.most);
    } else if (most <= look.width) {
      widths.push_back(need.most * look.width / most);
    } else if (least >= look.width) {
      widths.push_back(need.least * look.width / least);
    } else {
      widths.push_back(need.least +
                       (need.most - need.least) * (look.width - least) / (most - least));
    }
  }
  return widths;
}

}  // namespace rapporteur::template_
