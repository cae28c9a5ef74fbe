// Rules about tables: see page_rules.hpp.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "page_rules.hpp"
#include "plain_text.hpp"

namespace rapporteur::pages {

namespace {

constexpr double slack = 1;          // points that no eye sees
constexpr double line_height = 1.2;  // em: of one line of text

/// Visits each word that stands in a cell of a table that is not within another.
template <class Take>
void each_cell_word(const Layout& layout, Take take) {
  for (const LaidWord& word : layout.words) {
    if (word.part == Part::text) {
      const Paragraph& paragraph = layout.text.paragraphs[word.paragraph];
      if (paragraph.cell && !layout.text.tables[paragraph.cell->table].nested) {
        take(word, paragraph, *paragraph.cell);
      }
    }
  }
}

/// Where the lines of a cell or row reach on one page.
struct Reach {
  double top = 1e9;
  double bottom = -1e9;
  double size = 0;
  void add(const Word& word) {
    top = std::min(top, word.box.top);
    bottom = std::max(bottom, word.box.top);
    size = std::max(size, word.size);
  }
  [[nodiscard]] double height() const { return bottom - top + size * line_height; }
};

double half_body(const PageStyle& style) {
  return (style.height - style.top - style.bottom - style.header - style.footer) / 2;
}

/// Left edge of each column and right edge of the last, on a page of this style; empty when the
/// document does not say.
std::vector<double> edges(const Table& table, const PageStyle& page) {
  const double total = std::accumulate(table.columns.begin(), table.columns.end(), 0.0);
  if (total <= 0 || table.align.empty() ||
      std::find(table.columns.begin(), table.columns.end(), 0.0) != table.columns.end()) {
    return {};
  }
  const double room = page.width - page.left - page.right;
  double left = page.left + table.margin_left;
  double scale = 1;
  if (table.align == "margins") {
    scale = (room - table.margin_left - table.margin_right) / total;
  } else if (table.align == "center") {
    left = page.left + (room - total) / 2;
  } else if (table.align == "right") {
    left = page.width - page.right - total;
  }
  std::vector<double> all = {left};
  for (const double width : table.columns) {
    all.push_back(all.back() + width * scale);
  }
  return all;
}

std::string name_of(const Table& table) {
  return "table " + table.name;
}

}  // namespace

Faults header_not_repeated(const Layout& layout) {
  Faults faults;
  std::map<std::size_t, std::set<int>> pages;   // of the rows of each table
  std::set<std::pair<std::size_t, int>> shown;  // header paragraph, page
  each_cell_word(layout, [&](const LaidWord& word, const Paragraph&, const CellPlace& cell) {
    if (cell.header) {
      shown.insert({word.paragraph, word.page});
    } else {
      pages[cell.table].insert(word.page);
    }
  });
  for (const auto& [index, on] : pages) {
    const Table& table = layout.text.tables[index];
    if (on.size() > 1 && table.header_rows == 0) {
      faults.push_back({"header-not-repeated", *std::next(on.begin()), name_of(table),
                        "goes on over the page and has no header rows to repeat"});
    }
    for (std::size_t i = 0; i < layout.text.paragraphs.size(); ++i) {
      const Paragraph& paragraph = layout.text.paragraphs[i];
      if (!paragraph.cell || paragraph.cell->table != index || !paragraph.cell->header ||
          paragraph.text.empty()) {
        continue;
      }
      for (const int page : on) {
        if (shown.count({i, page}) == 0) {
          faults.push_back({"header-not-repeated", page, shortened(text_of(paragraph)),
                            name_of(table) + " goes on here without this cell of its header"});
        }
      }
    }
  }
  return faults;
}

Faults header_alone(const Layout& layout) {
  Faults faults;
  std::map<std::size_t, std::pair<int, int>> first;  // table → page of header, of first row
  each_cell_word(layout, [&](const LaidWord& word, const Paragraph&, const CellPlace& cell) {
    auto& [header, row] = first[cell.table];
    int& page = cell.header ? header : row;
    page = page == 0 ? word.page : std::min(page, word.page);
  });
  for (const auto& [index, on] : first) {
    if (on.first > 0 && on.second > on.first) {
      faults.push_back(
          {"header-alone", on.first, name_of(layout.text.tables[index]),
           fmt::format("its header ends the page; its first row is on page {}", on.second)});
    }
  }
  return faults;
}

Faults torn_rows(const Layout& layout) {
  Faults faults;
  struct Row {
    std::map<int, Reach> pages;
    std::string text;
  };
  std::map<std::pair<std::size_t, int>, Row> rows;
  each_cell_word(layout,
                 [&](const LaidWord& word, const Paragraph& paragraph, const CellPlace& cell) {
                   if (!cell.header && cell.rows == 1) {  // a merged group may go on
                     Row& row = rows[{cell.table, cell.row}];
                     row.pages[word.page].add(word.word);
                     row.text = row.text.empty() ? shortened(text_of(paragraph)) : row.text;
                   }
                 });
  for (const auto& [place, row] : rows) {
    double height = 0;
    for (const auto& [page, reach] : row.pages) {
      height += reach.height();
    }
    const int page = row.pages.begin()->first;
    const double half = half_body(layout.styles[static_cast<std::size_t>(page) - 1]);
    if (row.pages.size() > 1 && height < half) {
      faults.push_back(
          {"torn-row", page, row.text,
           fmt::format("row {} of {} goes on over the page, though only {:.0f} pt "
                       "high (half a page: {:.0f} pt)",
                       place.second + 1, name_of(layout.text.tables[place.first]), height, half)});
    }
  }
  return faults;
}

Faults clipped_cells(const Layout& layout) {
  Faults faults;
  std::set<std::size_t> told;
  std::map<std::size_t, std::map<int, Reach>> reaches;  // paragraph → page → lines
  each_cell_word(
      layout, [&](const LaidWord& word, const Paragraph& paragraph, const CellPlace& cell) {
        const Table& table = layout.text.tables[cell.table];
        const PageStyle& page = layout.styles[static_cast<std::size_t>(word.page) - 1];
        reaches[word.paragraph][word.page].add(word.word);
        const std::vector<double> columns = edges(table, page);
        const auto begin = static_cast<std::size_t>(cell.column);
        const auto end = begin + static_cast<std::size_t>(cell.columns);
        if (end >= columns.size() || paragraph.kind == Kind::frame) {
          return;
        }
        const double beyond =
            std::max(columns[begin] - word.word.box.left, word.word.box.right - columns[end]);
        if (beyond > slack && told.insert(word.paragraph).second) {
          faults.push_back(
              {"clipped-cell", word.page, shortened(text_of(paragraph)),
               fmt::format("« {} » is {:.1f} pt beyond the side of its cell ({}, row {}, "
                           "column {})",
                           word.word.text, beyond, name_of(table), cell.row + 1, cell.column + 1)});
        }
      });
  for (const auto& [index, pages] : reaches) {
    const Paragraph& paragraph = layout.text.paragraphs[index];
    const Table& table = layout.text.tables[paragraph.cell->table];
    const double most = table.fixed_rows[static_cast<std::size_t>(paragraph.cell->row)];
    const double height = pages.begin()->second.height();
    if (most > 0 && paragraph.cell->rows == 1 && height > most + slack) {
      faults.push_back({"clipped-cell", pages.begin()->first, shortened(text_of(paragraph)),
                        fmt::format("is {:.1f} pt high in a row fixed at {:.1f} pt ({}, row {})",
                                    height, most, name_of(table), paragraph.cell->row + 1)});
    }
  }
  return faults;
}

}  // namespace rapporteur::pages
