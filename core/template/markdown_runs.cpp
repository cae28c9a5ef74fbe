#include "template/markdown_runs.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "view/figure_marks.hpp"

namespace rapporteur::template_ {
namespace {

bool same_look(const Run& a, const Run& b) {
  return a.strong == b.strong && a.emphasis == b.emphasis && a.code == b.code &&
         a.struck == b.struck && a.symbol == b.symbol && a.link == b.link &&
         a.language == b.language && a.figure == b.figure;
}

bool has_note(const Run& run) {
  return !run.note.empty() || run.note_number != 0;
}

// ☐ ☑ ☒ ✓ ✔ ✗ ✘: what tables and lists of actions are ticked with.
constexpr std::string_view symbols[] = {"\u2610", "\u2611", "\u2612", "\u2713",
                                        "\u2714", "\u2717", "\u2718"};

std::size_t symbol_at(std::string_view text) {
  for (const std::string_view symbol : symbols) {
    if (text.starts_with(symbol)) {
      return symbol.size();
    }
  }
  return 0;
}

// Where a bare address ends though cmark, which knows only ASCII, read on: at a no-break space, as
// before French » and : and at closing quotes.
std::size_t address_end(std::string_view text) {
  std::size_t end = text.size();
  for (const std::string_view mark :
       {"\u00A0", "\u202F", "\u2009", "\u00BB", "\u201D", "\u2019", "\u2026", "\u2014"}) {
    end = std::min(end, text.find(mark));
  }
  if (end == text.size()) {
    return end;
  }
  const std::size_t last = text.substr(0, end).find_last_not_of("?!.,:;*_~'\")");
  return last == std::string_view::npos ? 0 : last + 1;
}

bool is_safe(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://") || url.starts_with("mailto:");
}

}  // namespace

std::vector<Run> RunReader::read(cmark_node* parent) {
  runs_.clear();
  children(parent, {.language = language_});
  tell_missing_notes(parent);
  return std::move(runs_);
}

std::vector<Run> RunReader::code(cmark_node* block, std::string_view words) const {
  return {{.text = strip_unprintable(words),
           .code = true,
           .language = language_,
           .line = tree_.line_of(block)}};
}

std::vector<Run> RunReader::mark(Task task) const {
  return {{.text = task == Task::done ? "\u2611" : "\u2610", .symbol = true},
          {.text = "\u00A0", .language = language_}};
}

void RunReader::children(cmark_node* parent, const Run& look) {
  if (depth_ >= deepest_markdown) {
    tree_.tell(parent, "markdown-deep");
    return;
  }
  ++depth_;
  for (cmark_node* node = cmark_node_first_child(parent); node != nullptr;
       node = cmark_node_next(node)) {
    inline_(node, look);
  }
  --depth_;
}

void RunReader::inline_(cmark_node* node, Run look) {
  const cmark_node_type type = cmark_node_get_type(node);
  look.line = tree_.line_of(node);
  Run inner = look;
  if (type == CMARK_NODE_TEXT) {
    text(literal(node), look);
  } else if (type == CMARK_NODE_SOFTBREAK) {
    text(" ", look);
  } else if (type == CMARK_NODE_LINEBREAK) {
    text("\n", look);
  } else if (type == CMARK_NODE_CODE) {
    inner.code = true;
    text(literal(node), inner);
  } else if (type == CMARK_NODE_STRONG) {
    inner.strong = true;
    children(node, inner);
  } else if (type == CMARK_NODE_EMPH) {
    inner.emphasis = true;
    children(node, inner);
  } else if (type == CMARK_NODE_LINK) {
    link(node, look);
  } else if (type == CMARK_NODE_IMAGE) {
    tree_.tell(node, "markdown-image", cmark_node_get_url(node));
  } else if (type == CMARK_NODE_HTML_INLINE) {
    html(node, look);
  } else if (type == CMARK_NODE_FOOTNOTE_REFERENCE) {
    note(node, look);
  } else if (is(node, "strikethrough")) {
    inner.struck = true;
    tree_.tell(node, "markdown-struck", raw_text(node));
    children(node, inner);
  }
}

void RunReader::text(std::string_view words, const Run& look) {
  Run symbol = look;
  symbol.symbol = true;
  std::size_t plain = 0;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t size = words[at] == '\xE2' ? symbol_at(words.substr(at)) : 0;
    if (size > 0) {
      add(words.substr(plain, at - plain), look);
      add(words.substr(at, size), symbol);
      plain = at + size;
    }
    at += std::max<std::size_t>(size, 1);
  }
  add(words.substr(plain), look);
}

// Marks of figures begin and end a run of its own.
void RunReader::add(std::string_view words, Run look) {
  look.figure = figure_;
  std::size_t plain = 0;
  for (std::size_t at = 0; tree_.has_figures() && at < words.size();) {
    const std::string_view rest = words.substr(at);
    const bool ends = rest.starts_with(view::figure_end);
    const auto begun = ends ? std::nullopt : view::figure_begun(rest);
    if (!ends && !begun) {
      ++at;
      continue;
    }
    add_plain(std::string(words.substr(plain, at - plain)), look);
    figure_ = begun ? static_cast<int>(*begun) + 1 : 0;
    look.figure = figure_;
    at += view::figure_mark_size;
    plain = at;
  }
  add_plain(std::string(words.substr(plain)), look);
}

void RunReader::add_plain(std::string words, const Run& look) {
  words = strip_unprintable(words);
  if (words.empty()) {
    return;
  }
  const bool same_line = lines_ == Lines::joined || runs_.empty() || runs_.back().line == look.line;
  if (!runs_.empty() && same_line && same_look(runs_.back(), look) && !has_note(runs_.back())) {
    runs_.back().text += words;
    return;
  }
  runs_.push_back(look);
  runs_.back().text = std::move(words);
}

void RunReader::link(cmark_node* node, const Run& look) {
  Run inner = look;
  const std::string url = cmark_node_get_url(node);
  if (!is_safe(url)) {
    tree_.tell(node, "markdown-link", url);
    children(node, inner);
    return;
  }
  inner.link = url;
  const std::string_view shown = literal(cmark_node_first_child(node));
  const std::size_t end = address_end(shown);
  if (end == shown.size() || !url.ends_with(shown)) {
    children(node, inner);
    return;
  }
  inner.link.resize(url.size() - (shown.size() - end));
  text(shown.substr(0, end), inner);
  text(shown.substr(end), look);
}

// A line break is the one thing that Markdown cannot say inside a table's cell.
void RunReader::html(cmark_node* node, const Run& look) {
  std::string tag(literal(node));
  std::erase_if(tag, [](char byte) { return byte == ' ' || byte == '/'; });
  if (folded(tag) == folded("<br>")) {
    text("\n", look);
  } else {
    tree_.tell(node, "markdown-html");
  }
}

void RunReader::note(cmark_node* call, const Run& look) {
  const int number = note_number(call);
  cmark_node* definition = tree_.note(number);
  if (definition == nullptr) {
    return;
  }
  if (in_note_) {
    tree_.tell(call, "markdown-note-nested");
    return;
  }
  if (runs_.empty() || has_note(runs_.back())) {
    runs_.push_back(look);  // two notes at one place: the second hangs on an empty run
  }
  if (tree_.note_calls(number) > 1) {
    const auto [known, is_first] = set_notes_.emplace(number, note_numbers_ + 1);
    runs_.back().note_number = known->second;
    if (!is_first) {
      return;
    }
    ++note_numbers_;
  }
  std::vector<Run> outer = std::move(runs_);
  outer.back().note = note_runs(definition);
  runs_ = std::move(outer);
}

// Paragraphs are joined: a note is a few lines at the foot of a page.
std::vector<Run> RunReader::note_runs(cmark_node* definition) {
  runs_.clear();
  in_note_ = true;
  const Run look{.language = language_};
  const auto paragraphs = [&](const auto& self, cmark_node* parent, int depth) -> void {
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr;
         node = cmark_node_next(node)) {
      const cmark_node_type type = cmark_node_get_type(node);
      if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING) {
        add(runs_.empty() ? "" : " ", look);
        children(node, look);
      } else if (type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK ||
                 is(node, "table") || depth >= deepest_markdown) {
        tree_.tell(node, "markdown-note-block");
      } else {
        self(self, node, depth + 1);
      }
    }
  };
  paragraphs(paragraphs, definition, 0);
  in_note_ = false;
  if (runs_.empty()) {
    runs_.push_back(look);
  }
  return std::move(runs_);
}

// A call without a note stays in the text as it was typed.
void RunReader::tell_missing_notes(cmark_node* parent) const {
  for (const Run& run : runs_) {
    if (run.code) {
      continue;
    }
    for (std::size_t at = run.text.find("[^"); at != std::string::npos;
         at = run.text.find("[^", at + 2)) {
      const std::size_t end = run.text.find(']', at);
      const std::string label = run.text.substr(at, end + 1 - at);
      if (end != std::string::npos && label.size() > 3 && label.find(' ') == std::string::npos) {
        tree_.tell(parent, "markdown-note-missing", label);
      }
    }
  }
}

}  // namespace rapporteur::template_
