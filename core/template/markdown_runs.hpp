// The inside of a paragraph, a cell or a note: runs with their looks, links and footnotes.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/fill.hpp"
#include "template/markdown.hpp"
#include "template/markdown_tree.hpp"

namespace rapporteur::template_ {

/// One for a whole text, so that it knows which of its notes are set already.
class RunReader {
 public:
  /// `language` is put on every run; empty = the report's. `note_numbers`: see read_markdown.
  RunReader(const MarkdownTree& tree, std::string language, std::int64_t& note_numbers, Lines lines)
      : tree_(tree), language_(std::move(language)), note_numbers_(note_numbers), lines_(lines) {}

  [[nodiscard]] std::vector<Run> read(cmark_node* parent);
  /// One run of ready-made text: a block of code.
  [[nodiscard]] std::vector<Run> code(cmark_node* block, std::string_view words) const;
  /// ☐ or ☑ and a space, before the text of a numbered item.
  [[nodiscard]] std::vector<Run> mark(Task task) const;

 private:
  void children(cmark_node* parent, const Run& look);
  void inline_(cmark_node* node, Run look);
  void text(std::string_view words, const Run& look);
  void add(std::string_view words, Run look);
  void add_plain(std::string words, const Run& look);
  void link(cmark_node* node, const Run& look);
  void html(cmark_node* node, const Run& look);
  void note(cmark_node* call, const Run& look);
  [[nodiscard]] std::vector<Run> note_runs(cmark_node* definition);
  void tell_missing_notes(cmark_node* parent) const;

  const MarkdownTree& tree_;
  std::string language_;
  std::int64_t& note_numbers_;
  Lines lines_;
  std::map<int, std::int64_t> set_notes_;  ///< called more than once: number in the text → ours
  std::vector<Run> runs_;
  int depth_ = 0;
  bool in_note_ = false;
  int figure_ = 0;  ///< that is being read: Run::figure
};

}  // namespace rapporteur::template_
