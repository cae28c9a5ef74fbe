// Narrative texts: what is new, what was rewritten, and what stands as in the report on another
// period: a report must not go out with last year's text by oversight.
#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "exchange/compare.hpp"

namespace rapporteur::exchange {
namespace {

struct Paragraph {
  int line = 1;
  std::string text;  ///< one line, white space made single
};

/// White space is layout, not text.
std::string one_line(std::string_view text) {
  std::string out;
  bool is_open = false;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (is_blank) {
      is_open = !out.empty();
      continue;
    }
    out += is_open ? " " : "";
    is_open = false;
    out += c;
  }
  return out;
}

/// Blocks between empty lines.
std::vector<Paragraph> paragraphs_of(std::string_view markdown) {
  std::vector<Paragraph> paragraphs;
  Paragraph open;
  int line = 0;
  const auto close = [&] {
    open.text = one_line(open.text);
    if (!open.text.empty()) {
      paragraphs.push_back(open);
    }
    open.text.clear();
  };
  for (const std::string& text : split(markdown, '\n')) {
    ++line;
    if (trimmed(text).empty()) {
      close();
      continue;
    }
    open.line = open.text.empty() ? line : open.line;
    open.text += text + "\n";
  }
  close();
  return paragraphs;
}

bool is_heading(const Paragraph& paragraph) {
  return paragraph.text.starts_with('#');
}

/// Where the year stands as a word of its own, or npos: "2019", not "A12019", nor the span
/// "2019–2023", which a later report keeps.
std::size_t find_year(std::string_view text, std::string_view year) {
  const auto is_word = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  };
  const auto is_span = [](std::string_view text_around) {
    for (const std::string_view dash : {"-", "–", "/"}) {
      if (text_around.starts_with(dash) && text_around.size() > dash.size() &&
          text_around[dash.size()] >= '0' && text_around[dash.size()] <= '9') {
        return true;
      }
    }
    return false;
  };
  for (std::size_t at = text.find(year); at != std::string_view::npos;
       at = text.find(year, at + 1)) {
    const std::string_view behind = text.substr(at + year.size());
    const bool is_alone =
        (at == 0 || !is_word(text[at - 1])) && (behind.empty() || !is_word(behind.front()));
    if (is_alone && !is_span(behind)) {
      return at;
    }
  }
  return std::string_view::npos;
}

class Texts {
 public:
  explicit Texts(Comparison& comparison) : comparison_(comparison) {
    for (const Narrative& narrative : comparison.before->narratives) {
      before_.emplace(std::pair(narrative.slot, narrative.language), &narrative);
    }
  }

  void run() {
    std::set<std::pair<std::string, std::string>> seen;
    for (const Narrative& narrative : comparison_.after->narratives) {
      const auto key = std::pair(narrative.slot, narrative.language);
      seen.insert(key);
      const auto old = before_.find(key);
      compare(old == before_.end() ? nullptr : old->second, narrative);
    }
    for (const auto& [key, narrative] : before_) {
      if (!seen.contains(key)) {
        TextChange change;
        change.slot = key.first;
        change.language = key.second;
        change.state = TextState::dropped;
        change.origin = narrative->origin;
        comparison_.texts.push_back(std::move(change));
      }
    }
  }

 private:
  void compare(const Narrative* old, const Narrative& narrative) {
    TextChange change;
    change.slot = narrative.slot;
    change.language = narrative.language;
    change.origin = narrative.origin;
    std::multiset<std::string> known;
    std::vector<Paragraph> old_paragraphs;
    if (old != nullptr) {
      old_paragraphs = paragraphs_of(old->markdown);
      for (const Paragraph& paragraph : old_paragraphs) {
        known.insert(paragraph.text);
      }
    }
    const std::vector<Paragraph> paragraphs = paragraphs_of(narrative.markdown);
    for (const Paragraph& paragraph : paragraphs) {
      const auto same = known.find(paragraph.text);
      const bool is_same = same != known.end();
      if (is_same) {
        known.erase(same);
      }
      if (!is_heading(paragraph)) {
        change.paragraphs += 1;
        change.same += is_same ? 1 : 0;
      }
      if (comparison_.old_year.empty()) {
        continue;
      }
      const std::size_t at = find_year(paragraph.text, comparison_.old_year);
      if (at != std::string::npos) {
        change.mentions.push_back({paragraph.line, paragraph.text, at, is_same});
      }
    }
    const bool is_unchanged =
        old != nullptr &&
        std::ranges::equal(old_paragraphs, paragraphs, {}, &Paragraph::text, &Paragraph::text);
    change.state = old == nullptr ? TextState::added
                   : is_unchanged ? TextState::unchanged
                                  : TextState::changed;
    if (!is_unchanged || comparison_.other_period) {
      comparison_.texts.push_back(std::move(change));
    }
  }

  Comparison& comparison_;
  std::map<std::pair<std::string, std::string>, const Narrative*> before_;
};

}  // namespace

void compare_narratives(Comparison& comparison) {
  Texts(comparison).run();
}

}  // namespace rapporteur::exchange
