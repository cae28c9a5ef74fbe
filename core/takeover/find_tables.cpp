// Answers in tables: cells beside or below their labels, and rows to be repeated under a head.
#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "takeover/finder.hpp"
#include "takeover/table_choice.hpp"
#include "takeover/table_shape.hpp"
#include "takeover/words.hpp"

namespace rapporteur::takeover {
namespace {

// Blank, or with nothing but fields and boxes in it: the answer to the label beside it.
bool waits(const Cell& cell, bool shades) {
  return is_open(cell, shades) ||
         std::any_of(cell.blocks.begin(), cell.blocks.end(), begins_with_gap);
}

bool is_number_cell(const Cell& cell) {
  const std::string text = trimmed(cell.text);
  return !text.empty() && text.size() <= 4 &&
         text.find_first_not_of("0123456789.)") == std::string::npos;
}

}  // namespace

class TableFinder {
 public:
  TableFinder(Finder& finder, const Grid& grid, Around around)
      : finder_(finder), grid_(grid), around_(std::move(around)), shades_(shades_count(grid)) {
    around_.place.table = grid.number;
    around_.is_body = false;
  }

  void run() {
    for (std::size_t at = 0; at < grid_.rows.size();) {
      if (is_head(grid_, at)) {
        at = under_head(at);
      } else {
        free_row(at);
        ++at;
      }
    }
  }

 private:
  [[nodiscard]] Around around(std::size_t row, const Cell& cell) const {
    Around inner = around_;
    inner.place.row = static_cast<int>(row) + 1;
    inner.place.column = static_cast<int>(cell.column) + 1;
    inner.is_cell = true;
    inner.before = band_.empty() ? around_.before : band_;
    inner.is_personal = has_person_near(row);
    return inner;
  }

  // Signatures and contacts in this row or its neighbours.
  [[nodiscard]] bool has_person_near(std::size_t row) const {
    const std::size_t first = row > 2 ? row - 2 : 0;
    for (std::size_t at = first; at < grid_.rows.size() && at <= row + 2; ++at) {
      for (const Cell& cell : grid_.rows[at].cells) {
        if (tokens(cell.text).size() <= 6 && is_personal(cell.text)) {
          return true;
        }
      }
    }
    return false;
  }

  // --- rows without a head ----------------------------------------------------------------------

  void free_row(std::size_t at) {
    const Row& row = grid_.rows[at];
    if (is_band(row) && grid_.rows.size() > 1) {
      band_ = clean_label(row.cells.front().text);
    }
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const Cell& cell = row.cells[i];
      if (cell.is_covered) {
        continue;
      }
      if (cell.is_blank() && is_reserved(band_)) {
        leave(at, cell, "reserved");
      } else if (is_open(cell, shades_)) {
        free_cell(at, i);
      } else if (cell.is_blank()) {
        leave(at, cell, "shaded");
      } else {
        words(at, i);
      }
    }
  }

  void leave(std::size_t at, const Cell& cell, const char* reason) {
    finder_.form_.left.push_back({around(at, cell).place, reason});
  }

  // A cell with words in it: labels, gaps, questions, tables of its own.
  void words(std::size_t at, std::size_t i) {
    const Row& row = grid_.rows[at];
    const Cell& cell = row.cells[i];
    Around inner = around(at, cell);
    inner.left = i > 0 ? clean_label(row.cells[i - 1].text) : "";
    if (const std::string above = question_above(at, cell); !above.empty()) {
      inner.left = above;
    }
    const bool opens_right = i + 1 < row.cells.size() && waits(row.cells[i + 1], shades_);
    inner.is_followed = opens_right || opens_below(at, cell);
    finder_.sequence(cell.blocks, inner);
  }

  // The words above a column of boxes.
  [[nodiscard]] std::string question_above(std::size_t at, const Cell& cell) const {
    if (cell.blocks.empty() || !begins_with_gap(cell.blocks.front())) {
      return {};
    }
    for (std::size_t row = at; row-- > 0;) {
      const Cell* above = grid_.rows[row].at(cell.column);
      if (above == nullptr || above->blocks.empty() || above->column != cell.column) {
        return {};
      }
      if (!begins_with_gap(above->blocks.front())) {
        return row + 1 < at || ends_with_colon(above->text) ? clean_label(above->text) : "";
      }
    }
    return {};
  }

  [[nodiscard]] bool opens_below(std::size_t at, const Cell& cell) const {
    if (at + 1 >= grid_.rows.size()) {
      return false;
    }
    const Cell* below = grid_.rows[at + 1].at(cell.column);
    const bool has_own_label =
        below != nullptr && below != &grid_.rows[at + 1].cells.front() &&
        !label_left(at + 1, static_cast<std::size_t>(below - grid_.rows[at + 1].cells.data()))
             .empty();
    const bool has_boxes = below != nullptr && below->column == cell.column &&
                           !below->blocks.empty() && begins_with_gap(below->blocks.front()) &&
                           find_gaps(below->blocks.front().text).front().is_box;
    return has_boxes || (below != nullptr && is_open(*below, shades_) && !has_own_label);
  }

  // What a cell asks: its first lines when instructions follow them.
  static std::string label_of(const Cell& cell) {
    std::string label;
    for (const Block& block : cell.blocks) {
      if (is_instruction(block) && !label.empty()) {
        break;
      }
      label += (label.empty() || block.is_empty ? "" : " ") + trimmed(block.text);
    }
    return label;
  }

  // The nearest words to the left in the row.
  [[nodiscard]] std::string label_left(std::size_t at, std::size_t i) const {
    const Row& row = grid_.rows[at];
    for (std::size_t left = i; left-- > 0;) {
      std::string text = row.cells[left].is_covered ? covering_text(at, row.cells[left])
                                                    : label_of(row.cells[left]);
      if (!text.empty()) {
        return text;
      }
    }
    return {};
  }

  // What the cell says that goes on here from rows above.
  [[nodiscard]] std::string covering_text(std::size_t at, const Cell& cell) const {
    for (std::size_t row = at; row-- > 0;) {
      const Cell* above = grid_.rows[row].at(cell.column);
      if (above == nullptr || !above->is_covered) {
        return above == nullptr ? std::string() : above->text;
      }
    }
    return {};
  }

  void free_cell(std::size_t at, std::size_t i) {
    const Row& row = grid_.rows[at];
    const Cell& cell = row.cells[i];
    std::string label = label_left(at, i);
    const Cell* above = at > 0 ? grid_.rows[at - 1].at(cell.column) : nullptr;
    if (label.empty() && above != nullptr) {
      label = above->text;
    }
    if (label.empty()) {
      label = around(at, cell).before.empty() ? around_.place.heading : around(at, cell).before;
    }
    if (cell.blocks.empty()) {
      return;
    }
    Around inner = around(at, cell);
    Answer& answer = finder_.add(cell.blocks.front(), label, inner);
    answer.spot.end = cell.blocks.front().text.size();
    answer.is_alone = true;
    answer.is_cell = true;
    answer.is_narrative = row.cells.size() == 1;
    for (std::size_t n = 1; n < cell.blocks.size(); ++n) {
      finder_.form_.surplus.push_back(cell.blocks[n].node);
    }
  }

  // --- rows under a head ------------------------------------------------------------------------

  std::size_t under_head(std::size_t first) {
    std::size_t last = first;
    while (last + 1 < grid_.rows.size() && is_head(grid_, last + 1)) {
      ++last;
    }
    FormTable table;
    table.columns = head_labels(grid_, first, last);
    table.label = band_.empty() ? around_.before : band_;
    table.place = around(first, grid_.rows[first].cells.front()).place;
    std::size_t at = last + 1;
    level_.clear();
    for (; at < grid_.rows.size() && !is_head(grid_, at); ++at) {
      if (is_band(grid_.rows[at])) {
        if (ends_the_table(at)) {
          break;
        }
        level_band(table, at);
        continue;
      }
      body_row(table, at);
    }
    choose(std::move(table));
    return at;
  }

  // "Output 1.1:" over rows of its own: the rows below are those of its level. A further band of a
  // level goes: the rows of the first one are all rows of that level.
  void level_band(FormTable& table, std::size_t at) {
    const Cell& cell = grid_.rows[at].cells.front();
    const std::string label = clean_label(cell.text);
    level_ = chain_level(label).empty() || chain_level(label) == "activity" ? "" : label;
    const auto same = std::find_if(table.rows.begin(), table.rows.end(), [&](const TableRow& row) {
      return row.kind == RowKind::level && !level_.empty() &&
             chain_level(row.label) == chain_level(level_);
    });
    if (same != table.rows.end()) {
      same->copies.push_back(grid_.rows[at].node);
      return;
    }
    finder_.sequence(cell.blocks, around(at, cell));
  }

  // A band below which the columns do not go on.
  [[nodiscard]] bool ends_the_table(std::size_t at) const {
    return at + 1 >= grid_.rows.size() ||
           grid_.rows[at + 1].cells.size() < grid_.rows[at - 1].cells.size();
  }

  void body_row(FormTable& table, std::size_t at) {
    const Row& row = grid_.rows[at];
    TableRow found;
    std::vector<std::size_t> boxes;
    found.row = row.node;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const Cell& cell = row.cells[i];
      if (cell.is_covered || cell.blocks.empty()) {
        continue;
      }
      const std::optional<Spot> spot = place_in(cell);
      if (spot) {
        found.cells.push_back(
            {*spot, table.columns[cell.column], cell.column, around(at, cell).place});
        found.cells.back().place.text = shortened(table.columns[cell.column], 80);
      } else if (begins_with_gap(cell.blocks.front())) {
        boxes.push_back(i);
      } else if (cell.is_blank()) {
        leave(at, cell, "shaded");
      } else if (is_number_cell(cell) && i == 0) {
        found.number = {cell.blocks.front().node, 0, cell.blocks.front().text.size()};
      } else {
        if (found.label.empty() && cell.blocks.size() == 1) {
          found.label_spot = {cell.blocks.front().node, 0, cell.blocks.front().text.size()};
        }
        found.label += (found.label.empty() ? "" : " ") + clean_label(cell.text);
      }
    }
    if (found.label.empty()) {
      found.label = row_label_above(at);
    }
    if (found.label.empty()) {
      found.label = level_;
    }
    ends_of(row, found);
    for (const std::size_t i : boxes) {
      Around inner = around(at, row.cells[i]);
      inner.left = table.columns[row.cells[i].column];
      inner.before = found.label;
      tick_boxes(row.cells[i], inner);
    }
    if (found.cells.empty()) {
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const bool is_done = std::find(boxes.begin(), boxes.end(), i) != boxes.end();
        if (!row.cells[i].is_covered && !row.cells[i].is_blank() && !is_done) {
          words(at, i);
        }
      }
      return;
    }
    found.kind = found.label.empty()                 ? RowKind::record
                 : is_total(found.label)             ? RowKind::total
                 : !chain_level(found.label).empty() ? RowKind::level
                                                     : RowKind::labelled;
    add_row(table, std::move(found));
  }

  // A blank cell, or one with nothing but a field in it.
  [[nodiscard]] std::optional<Spot> place_in(const Cell& cell) const {
    const Block& block = cell.blocks.front();
    if (is_open(cell, shades_)) {
      return Spot{block.node, 0, block.text.size()};
    }
    const std::vector<Gap> gaps = find_gaps(block.text);
    const bool is_field = cell.blocks.size() == 1 && gaps.size() == 1 && !gaps.front().is_box &&
                          clean_label(block.text).empty();
    return is_field ? std::optional(Spot{block.node, 0, block.text.size()}) : std::nullopt;
  }

  // Boxes in columns: "Yes", "No" are their labels, the row is the question.
  void tick_boxes(const Cell& cell, const Around& inner) {
    for (const Block& block : cell.blocks) {
      if (!block.table && !find_gaps(block.text).empty()) {
        const std::size_t first = finder_.form_.answers.size();
        finder_.add_gaps(block, inner);
        for (std::size_t i = first; i < finder_.form_.answers.size(); ++i) {
          finder_.form_.answers[i].question = inner.before;
        }
      }
    }
  }

  // The label of a group of rows whose first cells are one.
  [[nodiscard]] std::string row_label_above(std::size_t at) const {
    const Cell& first = grid_.rows[at].cells.front();
    return first.is_covered ? clean_label(covering_text(at, first)) : std::string();
  }

  void ends_of(const Row& row, TableRow& found) const {
    for (const Cell& cell : row.cells) {
      if (cell.is_covered && found.row.attribute("table:style-name")) {
        continue;  // a covered cell of ODF has no paragraph that is printed
      }
      for (const Block& block : cell.blocks) {
        if (!block.table) {
          found.first = found.first ? found.first : block.node;
          found.last = block.node;
        }
      }
    }
  }

  // Blank rows in a row, and further rows of a level, are room for handwriting: one is kept.
  void add_row(FormTable& table, TableRow row) {
    const bool repeats = row.kind == RowKind::record || row.kind == RowKind::level;
    for (TableRow& earlier : table.rows) {
      const bool same_level = row.kind == RowKind::level && earlier.kind == RowKind::level &&
                              chain_level(earlier.label) == chain_level(row.label);
      const bool both_blank = row.kind == RowKind::record && earlier.kind == RowKind::record;
      if (repeats && (same_level || both_blank)) {
        earlier.copies.push_back(row.row);
        return;
      }
    }
    table.rows.push_back(std::move(row));
  }

  // A table that the plan has; else its cells one by one, or a table of the writer's own.
  void choose(FormTable table) {
    if (table.rows.empty()) {
      return;
    }
    table.entry = choose_entry(table, around_.place.heading);
    if (table.entry == nullptr && are_single_values(table)) {
      for (const RowCell& cell : table.rows.front().cells) {
        Answer answer;
        answer.label = cell.label;
        answer.heading = around_.place.heading;
        answer.spot = cell.spot;
        answer.is_alone = true;
        answer.is_cell = true;
        answer.place = cell.place;
        finder_.form_.answers.push_back(std::move(answer));
      }
      return;
    }
    finder_.form_.tables.push_back(std::move(table));
  }

  Finder& finder_;
  const Grid& grid_;
  Around around_;
  bool shades_;
  std::string band_;
  std::string level_;  ///< label of the band, where it names a level of the results chain
};

void Finder::table(const Block& block, const Around& around) {
  TableFinder(*this, *block.table, around).run();
}

}  // namespace rapporteur::takeover
