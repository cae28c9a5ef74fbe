// A recursive-descent reader of JSON that knows at each byte on which line and character it stands.
#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/json.hpp"

namespace rapporteur::json {
namespace {

constexpr int max_depth = 100;
constexpr std::size_t max_values = 1'000'000;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

void append_utf8(char32_t code, std::string& out) {
  const auto tail = [&](int shift) {
    out.push_back(static_cast<char>(0x80 | (code >> shift & 0x3F)));
  };
  if (code < 0x80) {
    out.push_back(static_cast<char>(code));
  } else if (code < 0x800) {
    out.push_back(static_cast<char>(0xC0 | code >> 6));
    tail(0);
  } else if (code < 0x10000) {
    out.push_back(static_cast<char>(0xE0 | code >> 12));
    tail(6);
    tail(0);
  } else {
    out.push_back(static_cast<char>(0xF0 | code >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

class Parser {
 public:
  Parser(std::string_view text, Problem& problem) : text_(text), problem_(problem) {}

  std::optional<Value> document() {
    Value value;
    if (!parse(value, 0)) {
      return std::nullopt;
    }
    skip_blanks();
    if (at_ < text_.size()) {
      fail(Fault::behind);
      return std::nullopt;
    }
    return value;
  }

 private:
  [[nodiscard]] char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool fail(Fault fault, std::string name = {}) {
    problem_ = {at_ < text_.size() || fault == Fault::twice ? fault : Fault::ends, line_, column(),
                std::move(name)};
    return false;
  }

  /// Character of the line. Bytes that continue a character do not count; what was counted before
  /// on this line is not counted again: a document may be one line.
  int column() {
    if (counted_to_ < line_start_) {
      counted_to_ = line_start_;
      counted_ = 0;
    }
    const std::string_view more = text_.substr(counted_to_, at_ - counted_to_);
    counted_ += static_cast<int>(std::ranges::count_if(
        more, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
    counted_to_ = at_;
    return counted_ + 1;
  }

  void skip_blanks() {
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\n') {
        ++line_;
        line_start_ = at_ + 1;
      } else if (c != ' ' && c != '\t' && c != '\r') {
        return;
      }
    }
  }

  bool eat(char wanted) {
    skip_blanks();
    if (next() != wanted || at_ >= text_.size()) {
      return false;
    }
    ++at_;
    return true;
  }

  bool parse(Value& value, int depth) {
    skip_blanks();
    value.line = line_;
    value.column = column();
    value.begin = at_;
    if (depth > max_depth || ++values_ > max_values) {
      return fail(depth > max_depth ? Fault::deep : Fault::large);
    }
    const bool is_good = parse_any(value, depth);
    value.end = at_;
    return is_good;
  }

  bool parse_any(Value& value, int depth) {
    switch (next()) {
      case '{':
        return parse_object(value, depth);
      case '[':
        return parse_array(value, depth);
      case '"':
        value.type = Type::string;
        return parse_string(value.text);
      default:
        return parse_word(value) || parse_number(value);
    }
  }

  bool parse_word(Value& value) {
    constexpr std::array<std::pair<std::string_view, Type>, 3> words = {
        {{"null", Type::null}, {"true", Type::boolean}, {"false", Type::boolean}}};
    for (const auto& [word, type] : words) {
      if (text_.substr(at_).starts_with(word)) {
        value.type = type;
        value.is_true = word == "true";
        at_ += word.size();
        return true;
      }
    }
    return false;
  }

  bool parse_number(Value& value) {
    const std::size_t start = at_;
    const auto digits = [&] {
      const std::size_t first = at_;
      while (is_digit(next())) {
        ++at_;
      }
      return at_ > first;
    };
    value.type = Type::number;
    at_ += next() == '-' ? 1 : 0;
    if (at_ == start && !is_digit(next())) {
      return fail(Fault::unexpected);
    }
    const std::size_t whole = at_;
    if (!digits() || (text_[whole] == '0' && at_ - whole > 1)) {
      return fail(Fault::number);
    }
    if (next() == '.') {
      ++at_;
      if (!digits()) {
        return fail(Fault::number);
      }
    }
    if (next() == 'e' || next() == 'E') {
      ++at_;
      at_ += next() == '+' || next() == '-' ? 1 : 0;
      if (!digits()) {
        return fail(Fault::number);
      }
    }
    value.text = text_.substr(start, at_ - start);
    return true;
  }

  bool parse_array(Value& value, int depth) {
    value.type = Type::array;
    ++at_;
    if (eat(']')) {
      return true;
    }
    do {
      if (!parse(value.items.emplace_back(), depth + 1)) {
        return false;
      }
    } while (eat(','));
    return eat(']') || fail(Fault::unexpected);
  }

  bool parse_object(Value& value, int depth) {
    value.type = Type::object;
    ++at_;
    if (eat('}')) {
      return true;
    }
    do {
      skip_blanks();
      if (next() != '"') {
        return fail(Fault::unexpected);
      }
      Member& member = value.members.emplace_back();
      if (!parse_string(member.name)) {
        return false;
      }
      if (!eat(':')) {
        return fail(Fault::unexpected);
      }
      if (!parse(member.value, depth + 1)) {
        return false;
      }
    } while (eat(','));
    return (eat('}') || fail(Fault::unexpected)) && has_each_name_once(value);
  }

  bool has_each_name_once(const Value& value) {
    std::vector<std::string_view> names;
    names.reserve(value.members.size());
    for (const Member& member : value.members) {
      names.push_back(member.name);
    }
    std::ranges::sort(names);
    const auto twice = std::ranges::adjacent_find(names);
    return twice == names.end() || fail(Fault::twice, std::string(*twice));
  }

  bool parse_string(std::string& out) {
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"') {
        ++at_;
        return true;
      }
      if (static_cast<unsigned char>(c) < 0x20) {
        return fail(Fault::text);
      }
      if (c != '\\') {
        out.push_back(c);
      } else if (!parse_escape(out)) {
        return fail(Fault::text);
      }
    }
    return fail(Fault::ends);
  }

  /// Behind a backslash; leaves at_ on the last byte of the escape.
  bool parse_escape(std::string& out) {
    constexpr std::string_view signs = "\"\\/bfnrt";
    constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
    ++at_;
    if (const std::size_t sign = signs.find(next()); sign != std::string_view::npos) {
      out.push_back(meant[sign]);
      return true;
    }
    if (next() != 'u') {
      return false;
    }
    auto code = hex4(at_ + 1);
    if (!code || (*code >= 0xDC00 && *code <= 0xDFFF)) {
      return false;
    }
    at_ += 4;
    if (*code >= 0xD800 && *code <= 0xDBFF) {
      const auto low = text_.substr(at_ + 1).starts_with("\\u") ? hex4(at_ + 3) : std::nullopt;
      if (!low || *low < 0xDC00 || *low > 0xDFFF) {
        return false;
      }
      code = 0x10000 + ((*code - 0xD800) << 10) + (*low - 0xDC00);
      at_ += 6;
    }
    append_utf8(*code, out);
    return true;
  }

  [[nodiscard]] std::optional<char32_t> hex4(std::size_t at) const {
    const std::string_view digits = text_.substr(std::min(at, text_.size()), 4);
    std::uint32_t code = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    const bool is_whole = digits.size() == 4 && end == digits.data() + 4 && error == std::errc();
    return is_whole ? std::optional(static_cast<char32_t>(code)) : std::nullopt;
  }

  std::string_view text_;
  Problem& problem_;
  std::size_t at_ = 0;
  std::size_t line_start_ = 0;
  std::size_t values_ = 0;
  std::size_t counted_to_ = 0;
  int counted_ = 0;
  int line_ = 1;
};

}  // namespace

std::string_view name_of(Fault fault) {
  constexpr std::array<std::string_view, 8> names = {"ends", "unexpected", "text",   "number",
                                                     "deep", "twice",      "behind", "large"};
  return names.at(static_cast<std::size_t>(fault));
}

std::optional<Value> parse(std::string_view text, Problem& problem) {
  return Parser(text, problem).document();
}

}  // namespace rapporteur::json
