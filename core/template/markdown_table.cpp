#include "template/markdown_table.hpp"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>

#include "base/text.hpp"

namespace rapporteur::template_ {
namespace {

Align align_of(std::uint8_t letter) {
  switch (letter) {
    case 'l':
      return Align::left;
    case 'r':
      return Align::right;
    case 'c':
      return Align::center;
    default:
      return Align::none;
  }
}

// As typed: bars at the edges do not count, nor does one behind a backslash.
std::size_t cells_in(std::string_view line) {
  std::string text = trimmed(line);
  // A table inside a quote or a list item begins behind its marks.
  text.erase(0, std::min(text.find_first_not_of("> \t"), text.size()));
  std::size_t bars = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    bars += text[i] == '|' && text[i - 1] != '\\' ? 1 : 0;
  }
  const bool is_closed = text.size() > 1 && text.back() == '|' && text[text.size() - 2] != '\\';
  return bars + 1 - (is_closed ? 1 : 0);
}

}  // namespace

TextTable read_table(const MarkdownTree& tree, cmark_node* node, RunReader& runs) {
  TextTable table;
  table.origin = tree.place(node);
  const std::uint16_t count = cmark_gfm_extensions_get_table_columns(node);
  const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(node);
  for (std::uint16_t i = 0; i < count; ++i) {
    table.columns.push_back(align_of(alignments == nullptr ? 0 : alignments[i]));
  }
  for (cmark_node* row = cmark_node_first_child(node); row != nullptr; row = cmark_node_next(row)) {
    TextTable::Row& cells = table.rows.emplace_back();
    for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr;
         cell = cmark_node_next(cell)) {
      cells.push_back(runs.read(cell));
    }
    cells.resize(count);
    const std::string line(tree.line(cmark_node_get_start_line(row)));
    const std::size_t typed = cells_in(line);
    if (row != cmark_node_first_child(node) && typed != count) {
      tree.tell(row, "markdown-table-row", trimmed(line),
                {{"cells", static_cast<std::int64_t>(typed)},
                 {"columns", static_cast<std::int64_t>(count)}});
    }
  }
  return table;
}

bool looks_like_table(std::string_view text) {
  const std::size_t line = text.find('\n');
  if (line == std::string_view::npos || text.substr(0, line).find('|') == std::string_view::npos) {
    return false;
  }
  std::string_view rule = text.substr(line + 1);
  rule = rule.substr(0, rule.find('\n'));
  return rule.find("--") != std::string_view::npos && rule.find('|') != std::string_view::npos &&
         rule.find_first_not_of("|-: ") == std::string_view::npos;
}

Task task_of(cmark_node* item) {
  if (!is(item, "tasklist")) {
    return Task::none;
  }
  return cmark_gfm_extensions_get_tasklist_item_checked(item) ? Task::done : Task::open;
}

}  // namespace rapporteur::template_
