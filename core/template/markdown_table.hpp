// A GFM table from its node.
#pragma once

#include <string_view>

#include "template/markdown.hpp"
#include "template/markdown_runs.hpp"
#include "template/markdown_tree.hpp"

namespace rapporteur::template_ {

/// Rows that have more or fewer cells than the head are findings: Markdown drops or adds cells.
[[nodiscard]] TextTable read_table(const MarkdownTree& tree, cmark_node* node, RunReader& runs);

/// "| a | b |" over "|---|": meant as a table, though it is none.
[[nodiscard]] bool looks_like_table(std::string_view text);

/// Of a list item.
[[nodiscard]] Task task_of(cmark_node* item);

}  // namespace rapporteur::template_
