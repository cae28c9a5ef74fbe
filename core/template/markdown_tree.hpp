// cmark-gfm behind a small door: parse, and ask a node what it is.
#pragma once

#include <cmark-gfm.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "view/value.hpp"

namespace rapporteur::template_ {

/// A parsed text and what its readers share: where to say what is wrong, which notes there are.
class MarkdownTree {
 public:
  MarkdownTree(const view::Markdown& markdown, Diagnostics& diagnostics);

  [[nodiscard]] cmark_node* root() const { return tree_.get(); }
  /// A footnote's definition by the number that its calls carry; null when there is none.
  [[nodiscard]] cmark_node* note(int number) const;
  [[nodiscard]] int note_calls(int number) const;

  /// A finding with the line of the node; `what` is shown, else the node's own text.
  void tell(cmark_node* node, const char* id, std::string what = {}, Arguments args = {}) const;
  [[nodiscard]] Origin place(cmark_node* node) const;
  /// The line of the source that it begins on, counted from 1; 0 where cmark does not know.
  [[nodiscard]] static int line_of(cmark_node* node);
  /// Does the text quote traced figures?
  [[nodiscard]] bool has_figures() const { return !markdown_.figures.empty(); }
  /// A line of the source, counted from 1.
  [[nodiscard]] std::string_view line(int number) const;

 private:
  void count_notes();
  void tell_unused_notes();

  const view::Markdown& markdown_;
  Diagnostics& diagnostics_;
  std::vector<std::string_view> lines_;
  std::unique_ptr<cmark_node, decltype(&cmark_node_free)> tree_;
  std::vector<cmark_node*> notes_;
  std::vector<int> calls_;
};

/// "table", "table_row", "tasklist" …: nodes of the extensions have no number of their own.
[[nodiscard]] bool is(cmark_node* node, std::string_view type);
[[nodiscard]] std::string_view literal(cmark_node* node);
/// With its line ends, which soft breaks otherwise lose.
[[nodiscard]] std::string raw_text(cmark_node* paragraph);
/// The number that a footnote's call carries.
[[nodiscard]] int note_number(cmark_node* call);

/// Nesting is cut where no reader would follow.
inline constexpr int deepest_markdown = 64;

}  // namespace rapporteur::template_
