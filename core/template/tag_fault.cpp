#include "template/tag_fault.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.hpp"

namespace rapporteur::template_ {
namespace {

const std::vector<std::string>& blocks() {
  static const std::vector<std::string> names{"each", "if", "cols", "lang"};
  return names;
}

bool is_block(const std::string& word) {
  return std::find(blocks().begin(), blocks().end(), word) != blocks().end();
}

// What people write who know other template languages.
std::string meant_block(const std::string& word) {
  if (word == "for" || word == "foreach" || word == "loop" || word == "list") {
    return "each";
  }
  if (word == "unless" || word == "when") {
    return "if";
  }
  return nearest(word, blocks());
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (const std::string& word : split(text, ' ')) {
    if (!trimmed(word).empty()) {
      words.push_back(trimmed(word));
    }
  }
  return words;
}

TagFault start_fault(const std::vector<std::string>& words) {
  const std::string word = words.empty() ? "" : words.front();
  TagFault fault{.what = "path", .word = word, .suggestion = {}, .starts = true};
  if (!is_block(word)) {
    fault.what = "block";
    fault.suggestion = meant_block(word);
  } else if (word == "lang") {
    fault.what = "lang";
  } else if (word != "if") {
    const auto as = std::find(words.begin(), words.end(), "as");
    if (as == words.end() || as + 1 == words.end()) {
      fault.what = "as";
    } else if (const std::string& alias = *(as + 1);
               alias == "t" || alias == "not" || alias == "else") {
      fault.what = "reserved";
      fault.word = alias;
    }
  }
  return fault;
}

TagFault value_fault(std::string_view inner) {
  const std::size_t bar = inner.find('|');
  if (bar != std::string_view::npos && trimmed(inner.substr(bar + 1)).empty()) {
    return {.what = "bar"};
  }
  if (inner.find("[0") != std::string_view::npos) {
    return {.what = "index"};
  }
  static const std::vector<std::string> lone{"else"};
  const std::string word = trimmed(inner);
  return {.what = "path", .word = word, .suggestion = nearest(word, lone)};
}

}  // namespace

TagFault why_no_tag(std::string_view text) {
  if (!text.starts_with("{{")) {
    return {.what = "unopened"};
  }
  text.remove_prefix(2);
  const bool is_closed = text.ends_with("}}");
  if (is_closed) {
    text.remove_suffix(2);
  }
  const std::string inner = trimmed(text);
  TagFault fault;
  if (inner.starts_with('#')) {
    fault = start_fault(words_of(std::string_view(inner).substr(1)));
  } else if (inner.starts_with('/')) {
    const std::string word = trimmed(std::string_view(inner).substr(1));
    fault = {.what = "end", .word = word, .suggestion = meant_block(word), .ends = true};
  } else {
    fault = inner.empty() ? TagFault{.what = "empty"} : value_fault(inner);
  }
  if (!is_closed) {
    fault.what = "unclosed";
    fault.suggestion.clear();
  }
  return fault;
}

}  // namespace rapporteur::template_
