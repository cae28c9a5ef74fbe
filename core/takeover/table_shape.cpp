#include "takeover/table_shape.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "takeover/gaps.hpp"
#include "takeover/words.hpp"

namespace rapporteur::takeover {
namespace {

bool has_gap(const Cell& cell) {
  return std::any_of(cell.blocks.begin(), cell.blocks.end(), [](const Block& block) {
    return !block.table && !find_gaps(block.text).empty();
  });
}

bool looks_like_head(const Cell& cell) {
  return cell.is_shaded || std::all_of(cell.blocks.begin(), cell.blocks.end(), [](const Block& b) {
           return b.is_empty || b.look.bold == 1;
         });
}

std::size_t count_text(const Row& row) {
  return static_cast<std::size_t>(std::count_if(
      row.cells.begin(), row.cells.end(), [](const Cell& cell) { return !cell.text.empty(); }));
}

// Words in every cell, but for a corner and cells that go on from above.
bool is_all_words(const Row& row) {
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const Cell& cell = row.cells[i];
    const bool is_words = !cell.text.empty() && !has_gap(cell) && !ends_with_colon(cell.text) &&
                          tokens(cell.text).size() <= 25;
    if (!is_words && !cell.is_covered && !(i == 0 && cell.text.empty())) {
      return false;
    }
  }
  return true;
}

bool is_all_blank(const Row& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const Cell& cell) { return cell.is_covered || cell.is_blank(); });
}

bool has_blank(const Row& row) {
  return std::any_of(row.cells.begin(), row.cells.end(),
                     [](const Cell& cell) { return cell.is_blank() || has_gap(cell); });
}

}  // namespace

bool is_open(const Cell& cell, bool shades) {
  return cell.is_blank() && !(shades && cell.is_shaded);
}

bool shades_count(const Grid& grid) {
  bool shaded = false;
  bool plain = false;
  for (const Row& row : grid.rows) {
    for (const Cell& cell : row.cells) {
      if (cell.is_blank()) {
        (cell.is_shaded ? shaded : plain) = true;
      }
    }
  }
  return shaded && plain;
}

bool is_band(const Row& row) {
  std::size_t words = 0;
  for (const Cell& cell : row.cells) {
    words += cell.text.empty() ? 0 : 1;
  }
  return row.cells.size() == 1 && words == 1;
}

bool is_head(const Grid& grid, std::size_t at) {
  const Row& row = grid.rows[at];
  if (row.cells.size() < 2 || count_text(row) < 2 || !is_all_words(row)) {
    return false;
  }
  // The next row that is no head of its own: second lines of a head stand between.
  std::size_t next = at + 1;
  while (next < grid.rows.size() && is_all_words(grid.rows[next]) &&
         count_text(grid.rows[next]) >= 2 && !has_blank(grid.rows[next])) {
    ++next;
  }
  while (next < grid.rows.size() && is_band(grid.rows[next])) {
    ++next;
  }
  if (next >= grid.rows.size() || !has_blank(grid.rows[next])) {
    return false;
  }
  if (row.cells.size() == 2) {
    return is_all_blank(grid.rows[next]) ||
           std::all_of(row.cells.begin(), row.cells.end(), looks_like_head);
  }
  return true;
}

std::size_t width_of(const Grid& grid) {
  std::size_t width = 0;
  for (const Row& row : grid.rows) {
    for (const Cell& cell : row.cells) {
      width = std::max(width, cell.column + cell.span);
    }
  }
  return width;
}

std::vector<std::string> head_labels(const Grid& grid, std::size_t first, std::size_t last) {
  std::vector<std::string> labels(width_of(grid));
  for (std::size_t row = first; row <= last; ++row) {
    for (const Cell& cell : grid.rows[row].cells) {
      const std::string text = clean_label(cell.text);
      for (std::size_t i = cell.column; i < cell.column + cell.span && !text.empty(); ++i) {
        labels[i] += (labels[i].empty() ? "" : " – ") + text;
      }
    }
  }
  return labels;
}

}  // namespace rapporteur::takeover
