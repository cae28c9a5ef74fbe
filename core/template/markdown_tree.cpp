// The extensions are those a report writer knows from GitHub; no smart punctuation: French
// typography is the author's. A single tilde is no mark: in French "~5 000" is "environ 5 000".
#include "template/markdown_tree.hpp"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <charconv>
#include <mutex>
#include <set>

#include "base/text.hpp"

namespace rapporteur::template_ {
namespace {

// cmark gives every row as many cells as the head has, so a hostile head costs rows × columns; and
// no page holds this many.
constexpr std::ptrdiff_t most_bars = 64;

cmark_node* parse(std::string_view source, const std::vector<std::string_view>& lines) {
  static std::once_flag once;
  std::call_once(once, cmark_gfm_core_extensions_ensure_registered);
  const std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser(
      cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8 |
                       CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE),
      &cmark_parser_free);
  const bool tables = std::ranges::all_of(
      lines, [](std::string_view line) { return std::ranges::count(line, '|') <= most_bars; });
  for (const char* name : {"table", "tasklist", "autolink", "strikethrough"}) {
    if (tables || std::string_view(name) != "table") {
      cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
    }
  }
  cmark_parser_feed(parser.get(), source.data(), source.size());
  return cmark_parser_finish(parser.get());
}

std::vector<std::string_view> lines_of(std::string_view source) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at <= source.size();) {
    const std::size_t end = std::min(source.find('\n', at), source.size());
    lines.push_back(source.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

// "[^label]:" at the start of a line, up to three spaces in.
std::string_view defined_note(std::string_view line) {
  const std::size_t start = line.find_first_not_of(' ');
  if (start == std::string_view::npos || start > 3 || !line.substr(start).starts_with("[^")) {
    return {};
  }
  const std::size_t end = line.find("]:", start);
  return end == std::string_view::npos ? std::string_view() : line.substr(start, end + 1 - start);
}

}  // namespace

MarkdownTree::MarkdownTree(const view::Markdown& markdown, Diagnostics& diagnostics)
    : markdown_(markdown),
      diagnostics_(diagnostics),
      lines_(lines_of(markdown.source)),
      tree_(parse(markdown.source, lines_), &cmark_node_free) {
  count_notes();
  tell_unused_notes();
}

// cmark numbers the calls and puts the definitions behind the text in that order.
void MarkdownTree::count_notes() {
  for (cmark_node* node = cmark_node_first_child(root()); node != nullptr;
       node = cmark_node_next(node)) {
    if (cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION) {
      notes_.push_back(node);
    }
  }
  calls_.resize(notes_.size());
  const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> walk(cmark_iter_new(root()),
                                                                     &cmark_iter_free);
  for (auto event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(walk.get())) {
    cmark_node* node = cmark_iter_get_node(walk.get());
    if (event == CMARK_EVENT_ENTER && cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_REFERENCE &&
        note(note_number(node))) {
      ++calls_[static_cast<std::size_t>(note_number(node)) - 1];
    }
  }
}

// What nobody calls is not in the tree any more.
void MarkdownTree::tell_unused_notes() {
  std::set<std::string> called;
  for (const std::string_view line : lines_) {
    for (std::size_t at = line.find("[^", defined_note(line).size()); at != std::string_view::npos;
         at = line.find("[^", at + 2)) {
      const std::size_t end = std::min(line.find(']', at), line.size() - 1);
      called.insert(folded(line.substr(at, end + 1 - at)));
    }
  }
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const std::string_view label = defined_note(lines_[i]);
    if (label.empty() || called.contains(folded(label))) {
      continue;
    }
    Origin origin = markdown_.origin;
    origin.row = std::max(1, origin.row) + static_cast<int>(i);
    origin.text = shortened(strip_unprintable(lines_[i]), 60);
    diagnostics_.add({.id = "markdown-note-unused",
                      .origin = std::move(origin),
                      .args = {{"what", std::string(label)}}});
  }
}

cmark_node* MarkdownTree::note(int number) const {
  return number < 1 || static_cast<std::size_t>(number) > notes_.size()
             ? nullptr
             : notes_[static_cast<std::size_t>(number) - 1];
}

int MarkdownTree::note_calls(int number) const {
  return note(number) == nullptr ? 0 : calls_[static_cast<std::size_t>(number) - 1];
}

Origin MarkdownTree::place(cmark_node* node) const {
  Origin origin = markdown_.origin;
  if (const int line = line_of(node); line > 0) {
    origin.row = std::max(1, origin.row) + line - 1;
  }
  return origin;
}

int MarkdownTree::line_of(cmark_node* node) {
  for (cmark_node* at = node; at != nullptr; at = cmark_node_parent(at)) {
    if (const int line = cmark_node_get_start_line(at); line > 0) {
      return line;
    }
  }
  return 0;
}

void MarkdownTree::tell(cmark_node* node, const char* id, std::string what, Arguments args) const {
  if (what.empty()) {
    what = literal(node);
  }
  Origin origin = place(node);
  origin.text = shortened(strip_unprintable(what), 60);
  args.insert(args.begin(), {"what", shortened(what, 60)});
  diagnostics_.add({.id = id, .origin = std::move(origin), .args = std::move(args)});
}

std::string_view MarkdownTree::line(int number) const {
  return number < 1 || static_cast<std::size_t>(number) > lines_.size()
             ? std::string_view()
             : lines_[static_cast<std::size_t>(number) - 1];
}

bool is(cmark_node* node, std::string_view type) {
  return cmark_node_get_type_string(node) == type;
}

std::string_view literal(cmark_node* node) {
  const char* text = cmark_node_get_literal(node);
  return text == nullptr ? std::string_view() : text;
}

std::string raw_text(cmark_node* paragraph) {
  std::string out;
  for (cmark_node* node = cmark_node_first_child(paragraph); node != nullptr;
       node = cmark_node_next(node)) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
      out += '\n';
    } else {
      out += literal(node);
    }
  }
  return out;
}

int note_number(cmark_node* call) {
  const std::string_view digits = literal(call);
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

}  // namespace rapporteur::template_
