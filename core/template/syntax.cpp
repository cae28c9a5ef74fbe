#include "template/syntax.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace rapporteur::template_ {
namespace {

constexpr std::array<std::string_view, 9> spaces{"\u00A0", "\u202F", "\u2007", "\u2009", "\u2002",
                                                 "\u2003", "\u3000", "\u2008", "\u200A"};
constexpr std::array<std::string_view, 5> nothings{"\u00AD", "\u200B", "\u2060", "\uFEFF",
                                                   "\u200C"};

// Every kind of space as one plain space, what has no width dropped.
std::string plain(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto starts = [&](std::string_view mark) { return text.starts_with(mark); };
    if (const auto* const found = std::find_if(spaces.begin(), spaces.end(), starts);
        found != spaces.end()) {
      out += ' ';
      text.remove_prefix(found->size());
    } else if (const auto* const none = std::find_if(nothings.begin(), nothings.end(), starts);
               none != nothings.end()) {
      text.remove_prefix(none->size());
    } else {
      const char byte = text.front();
      out += byte == '\t' || byte == '\n' || byte == '\r' ? ' ' : byte;
      text.remove_prefix(1);
    }
  }
  return out;
}

bool begins_name(char byte) {
  const auto code = static_cast<unsigned char>(byte);
  return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || code == '_' ||
         code >= 0x80;
}
bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}
bool continues_name(char byte) {
  return begins_name(byte) || is_digit(byte) || byte == '-';
}

constexpr int deepest_index = 8;

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) { skip(); }

  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
  bool take(char byte) {
    if (at_end() || text_[at_] != byte) {
      return false;
    }
    ++at_;
    skip();
    return true;
  }
  std::string name() {
    std::string out;
    if (!at_end() && begins_name(text_[at_])) {
      while (!at_end() && continues_name(text_[at_])) {
        out += text_[at_++];
      }
    }
    skip();
    return out;
  }
  std::string_view rest() const { return text_.substr(at_); }

  bool path(Steps& steps, int depth = 0) {
    if (depth > deepest_index) {
      return false;
    }
    do {
      Step step;
      step.name = name();
      if (step.name.empty()) {
        return false;
      }
      steps.push_back(std::move(step));
      while (take('[')) {
        Step index;
        if (!at_end() && is_digit(text_[at_])) {
          for (; !at_end() && is_digit(text_[at_]) && index.number < 100'000'000; ++at_) {
            index.number = index.number * 10 + static_cast<std::size_t>(text_[at_] - '0');
          }
          skip();
          if (index.number == 0) {
            return false;
          }
        } else if (!path(index.index, depth + 1)) {
          return false;
        }
        if (!take(']')) {
          return false;
        }
        steps.push_back(std::move(index));
      }
    } while (take('.'));
    return true;
  }

 private:
  void skip() {
    while (!at_end() && text_[at_] == ' ') {
      ++at_;
    }
  }
  std::string_view text_;
  std::size_t at_ = 0;
};

std::string without_spaces(std::string_view text) {
  std::string out(text);
  std::erase(out, ' ');
  return out;
}

// "merge", "under2", "look wide" and the words of a format.
void read_words(std::string_view words, Tag& tag) {
  bool names_look = false;
  while (true) {
    const std::size_t start = words.find_first_not_of(' ');
    if (start == std::string_view::npos) {
      return;
    }
    words.remove_prefix(start);
    const std::string_view word = words.substr(0, words.find(' '));
    words.remove_prefix(word.size());
    if (names_look) {
      tag.look = word;
      names_look = false;
    } else if (word == "look") {
      names_look = true;
    } else if (word == "merge") {
      tag.merge = true;
    } else if (word.size() == 6 && word.starts_with("under") && word[5] >= '0' && word[5] <= '5') {
      tag.under = word[5] - '0';
    } else {
      if (!tag.format.empty()) {
        tag.format += ' ';
      }
      tag.format += word;
    }
  }
}

std::optional<TagKind> block_named(std::string_view name) {
  if (name == "each") {
    return TagKind::each;
  }
  if (name == "if") {
    return TagKind::if_;
  }
  if (name == "lang") {
    return TagKind::lang;
  }
  return name == "cols" ? std::optional(TagKind::cols) : std::nullopt;
}

bool reserved(std::string_view alias) {
  return alias == "t" || alias == "not" || alias == "else";
}

std::optional<Tag> parse_start(Parser parser) {
  Tag tag;
  const std::optional<TagKind> kind = block_named(parser.name());
  if (!kind) {
    return std::nullopt;
  }
  tag.kind = *kind;
  if (tag.kind == TagKind::if_) {
    Parser ahead = parser;
    if (ahead.name() == "not" && !ahead.at_end() && begins_name(ahead.rest().front())) {
      tag.negated = true;
      parser = ahead;
    }
  }
  if (tag.kind == TagKind::lang) {
    tag.path_text = parser.name();
    return tag.path_text.empty() || !parser.at_end() ? std::nullopt : std::optional(std::move(tag));
  }
  const std::string_view before = parser.rest();
  if (!parser.path(tag.path)) {
    return std::nullopt;
  }
  tag.path_text = without_spaces(before.substr(0, before.size() - parser.rest().size()));
  if (tag.kind != TagKind::if_) {
    if (parser.name() != "as") {
      return std::nullopt;
    }
    tag.alias = parser.name();
    if (tag.alias.empty() || reserved(tag.alias)) {
      return std::nullopt;
    }
  }
  return parser.at_end() ? std::optional(std::move(tag)) : std::nullopt;
}

// {{limit NAME}}, {{look NAME}}, {{cell KIND}}, {{cell KIND CLASS}}: words where no path could go
// on.
std::optional<Tag> parse_look(Parser parser) {
  const std::string word = parser.name();
  Tag tag;
  if (word == "look") {
    tag.kind = TagKind::look;
    tag.look = parser.name();
    return tag.look.empty() || !parser.at_end() ? std::nullopt : std::optional(std::move(tag));
  }
  if (word == "limit") {
    tag.kind = TagKind::limit;
    tag.path_text = parser.name();
    return tag.path_text.empty() || !parser.at_end() ? std::nullopt : std::optional(std::move(tag));
  }
  if (word != "cell") {
    return std::nullopt;
  }
  tag.kind = TagKind::cell;
  tag.row_kind = parser.name();
  tag.cell_class = parser.name();
  if (tag.cell_class.empty()) {
    tag.cell_class = "text";
  }
  return tag.row_kind.empty() || !parser.at_end() ? std::nullopt : std::optional(std::move(tag));
}

std::optional<Tag> parse_value(Parser parser) {
  Tag tag;
  const std::string_view all = parser.rest();
  if (!parser.path(tag.path)) {
    return std::nullopt;
  }
  tag.path_text = without_spaces(all.substr(0, all.size() - parser.rest().size()));
  if (tag.path.front().name == "t") {
    tag.is_term = true;
    tag.path_text = tag.path_text.size() > 2 ? tag.path_text.substr(2) : "";
    if (tag.path_text.empty() || tag.path_text.find('[') != std::string::npos) {
      return std::nullopt;
    }
  }
  if (parser.take('|')) {
    if (parser.at_end()) {
      return std::nullopt;
    }
    read_words(parser.rest(), tag);
  }
  return !parser.rest().empty() && tag.format.empty() && tag.look.empty() && !tag.merge &&
                 tag.under == 0
             ? std::nullopt
             : std::optional(std::move(tag));
}

}  // namespace

std::optional<Tag> parse_tag(std::string_view inner) {
  const std::string text = plain(inner);
  Parser parser(text);
  if (parser.take('#')) {
    return parse_start(parser);
  }
  if (parser.take('/')) {
    Tag tag;
    tag.kind = TagKind::end;
    const std::optional<TagKind> closes = block_named(parser.name());
    if (!closes || !parser.at_end()) {
      return std::nullopt;
    }
    tag.closes = *closes;
    return tag;
  }
  Parser ahead = parser;
  if (ahead.name() == "else" && ahead.at_end()) {
    Tag tag;
    tag.kind = TagKind::else_;
    return tag;
  }
  std::optional<Tag> look = parse_look(parser);
  return look ? look : parse_value(parser);
}

}  // namespace rapporteur::template_
