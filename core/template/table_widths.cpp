#include "template/table_widths.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "template/table_measure.hpp"

namespace rapporteur::template_ {
namespace {

constexpr double narrowest_text = 1.6;  // cm
/// A text twice as long asks for less than twice the width: short columns stay readable.
constexpr double evenness = 0.75;
/// Where a column of text is judged: at the long end of its cells, but not by the longest alone.
constexpr double judged_at = 0.85;

bool is_fixed(const std::string& width) {
  return width == "figure" || width == "code" || width == "date" || width == "mark";
}
/// Columns of these classes are all of one width.
bool is_even(const std::string& width) {
  return width == "figure" || width == "mark";
}

struct Need {
  double least = 0;  ///< cm
  double head = 0;   ///< the least that its head asks for
  double most = 0;   ///< cm, on one line
  std::vector<double> lengths;
};

class Needs {
 public:
  Needs(const LaidTable& table, const TableLook& look) : look_(look) {
    all_.resize(table.columns.size());
    for (const LaidRow& row : table.head) {
      add(row, true);
    }
    for (const LaidRow& row : table.rows) {
      add(row, false);
    }
    std::map<std::string, double> widest;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      double& width = widest[table.columns[i].width];
      width = std::max(width, all_[i].least);
    }
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (is_even(table.columns[i].width)) {
        all_[i].least = widest[table.columns[i].width];
      }
      // One long word in a head widens its own column, not all of its kind.
      all_[i].least = std::max(all_[i].least, all_[i].head);
    }
  }
  std::vector<Need>& all() { return all_; }

 private:
  void add(const LaidRow& row, bool is_head) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const LaidCell& cell = row.cells[i];
      if (cell.is_covered || cell.columns > 1) {
        continue;
      }
      const TextWidth width = cell_text_width(cell, row.kind, look_);
      // A figure does not break, nor does a word; the head of a column of figures may, and so may a
      // text among the figures.
      const bool is_whole = is_fixed(cell.look) && !is_head;
      Need& need = all_[i];
      double& least = is_head ? need.head : need.least;
      least = std::max(least, (is_whole ? width.line : width.word) + look_.padding);
      need.most = std::max(need.most, width.line + look_.padding);
      if (!is_head) {
        need.lengths.push_back(width.all);
      }
    }
  }

  const TableLook& look_;
  std::vector<Need> all_;
};

// How much room a column of text asks for.
double wish(Need& need, double weight) {
  if (need.lengths.empty()) {
    return std::pow(need.most, evenness) * weight;
  }
  const auto at =
      static_cast<std::ptrdiff_t>(judged_at * static_cast<double>(need.lengths.size() - 1));
  std::nth_element(need.lengths.begin(), need.lengths.begin() + at, need.lengths.end());
  return std::pow(std::max(need.lengths[static_cast<std::size_t>(at)], 0.1), evenness) * weight;
}

// Shares `room` by the wishes; who gets less than it needs takes its need, and the others share
// anew.
void share(std::vector<double>& widths, const std::vector<Need>& needs,
           const std::vector<double>& wishes, double room) {
  std::vector<bool> settled(widths.size());
  for (std::size_t i = 0; i < widths.size(); ++i) {
    settled[i] = wishes[i] <= 0;
  }
  for (bool again = true; again;) {
    again = false;
    double wished = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      wished += settled[i] ? 0 : wishes[i];
    }
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (settled[i]) {
        continue;
      }
      widths[i] = room * wishes[i] / wished;
      if (widths[i] < needs[i].least) {
        widths[i] = needs[i].least;
        settled[i] = true;
        room -= widths[i];
        again = true;
        break;
      }
    }
  }
}

}  // namespace

std::vector<double> table_widths(const LaidTable& table, const TableLook& look) {
  std::vector<Need> needs = std::move(Needs(table, look).all());
  std::vector<double> widths(needs.size());
  std::vector<double> wishes(needs.size());
  double fixed = 0;
  double least = 0;
  bool has_text = false;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    if (is_fixed(table.columns[i].width)) {
      widths[i] = needs[i].least;
      fixed += widths[i];
    } else {
      needs[i].least = std::max(needs[i].least, std::min(needs[i].most, narrowest_text));
      wishes[i] = wish(needs[i], table.columns[i].weight);
      least += needs[i].least;
      has_text = true;
    }
  }
  if (!has_text || fixed + least >= look.width) {
    for (std::size_t i = 0; i < needs.size(); ++i) {
      widths[i] = needs[i].least;
    }
  } else {
    share(widths, needs, wishes, look.width - fixed);
  }
  const double sum = std::accumulate(widths.begin(), widths.end(), 0.0);
  for (double& width : widths) {
    width *= sum > 0 ? look.width / sum : 1;
  }
  return widths;
}

}  // namespace rapporteur::template_
