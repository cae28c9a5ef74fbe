#include "load/indicator_value.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "load/cells.hpp"
#include "load/numbers.hpp"

namespace rapporteur::load {
namespace {

constexpr int max_decimals = 9;

// Longer ones first: the first that fits is taken.
constexpr std::array<std::string_view, 27> qualifiers = {
    "au minimum", "au maximum", "au moins", "au plus", "at least", "at most", "more than",
    "less than",  "plus de",    "moins de", "près de", "pres de",  "jusqu’à", "up to",
    "environ",    "nearly",     "around",   "about",   "≥",        "≤",       ">=",
    "<=",         "±",          ">",        "<",       "~",        "≈"};

constexpr std::size_t longest_qualifier = 24;  // bytes

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Without leading white space.
std::string_view without_lead(std::string_view text) {
  const std::string rest = trimmed(text);
  return rest.empty() ? std::string_view() : text.substr(text.find(rest));
}

/// Takes a qualifier off the front of `text`.
std::string take_qualifier(std::string_view& text) {
  std::string lower(text.substr(0, longest_qualifier));
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  for (const std::string_view qualifier : qualifiers) {
    if (lower.starts_with(qualifier)) {
      std::string taken(text.substr(0, qualifier.size()));
      text = without_lead(text.substr(qualifier.size()));
      return taken;
    }
  }
  return {};
}

/// Length of the group separator at the front of `text`, when exactly three digits follow it.
std::size_t group_at(std::string_view text, const NumberStyle& style) {
  constexpr std::array<std::string_view, 4> spaces = {" ", "\u00A0", "\u202F", "\u2009"};
  const auto fits = [&](std::string_view sign) {
    const std::size_t at = sign.size();
    return text.starts_with(sign) && text.size() >= at + 3 && is_digit(text[at]) &&
           is_digit(text[at + 1]) && is_digit(text[at + 2]) &&
           (text.size() == at + 3 || !is_digit(text[at + 3]));
  };
  for (const std::string& group : style.groups) {
    if (group != " ") {
      if (fits(group)) {
        return group.size();
      }
      continue;
    }
    for (const std::string_view space : spaces) {
      if (fits(space)) {
        return space.size();
      }
    }
  }
  return 0;
}

/// Length of the number at the front of `text` (sign included), as far as the style reads it.
std::size_t number_length(std::string_view text, const NumberStyle& style) {
  constexpr std::string_view minus = "\u2212";
  std::size_t at = 0;
  if (text.starts_with('+') || text.starts_with('-')) {
    at = 1;
  } else if (text.starts_with(minus)) {
    at = minus.size();
  }
  const std::size_t first = at;
  while (at < text.size() && is_digit(text[at])) {
    ++at;
  }
  if (at == first) {
    return 0;
  }
  for (std::size_t length = 0; (length = group_at(text.substr(at), style)) > 0;) {
    at += length + 3;
  }
  if (text.substr(at).starts_with(style.decimal) && at + style.decimal.size() < text.size() &&
      is_digit(text[at + style.decimal.size()])) {
    at += style.decimal.size();
    while (at < text.size() && is_digit(text[at])) {
      ++at;
    }
  }
  return at;
}

struct Number {
  Decimal value;
  bool has_sign = false;
  bool is_percent = false;
  std::string before;
  std::string after;
};

std::optional<Number> read_number(std::string_view text, const NumberStyle& style) {
  Number number;
  number.before = take_qualifier(text);
  const std::size_t length = number_length(text, style);
  if (length == 0) {
    return std::nullopt;
  }
  const std::string_view typed = text.substr(0, length);
  const auto parsed = parse_number(typed, style, max_decimals);
  if (!std::holds_alternative<Decimal>(parsed)) {
    return std::nullopt;
  }
  number.value = std::get<Decimal>(parsed);
  number.has_sign = !is_digit(typed.front());
  std::string_view rest = text.substr(length);
  std::string words = trimmed(rest);
  const bool is_attached = !words.empty() && rest.starts_with(words.front());
  if (words.starts_with('%')) {
    number.is_percent = true;
    words = trimmed(std::string_view(words).substr(1));
  } else if (is_attached && words.front() != '(') {
    return std::nullopt;  // "12abc", "37,5" in another style: no number with words behind it
  }
  if (!words.empty() && (is_digit(words.front()) || words.front() == ',' || words.front() == '.')) {
    return std::nullopt;  // "37 ,37", "12 34": a number in no declared style
  }
  number.after = std::move(words);
  return number;
}

IndicatorValue as_text(std::string_view text) {
  IndicatorValue value;
  value.data = printable_cell(std::string(text));
  return value;
}

IndicatorValue numeric(std::string_view text, bool signs_are_changes, bool in_percent,
                       const NumberStyle& style) {
  auto number = read_number(text, style);
  if (!number) {
    return as_text(text);
  }
  IndicatorValue value;
  if (number->has_sign && signs_are_changes) {
    value.data = Relative{number->value};
  } else {
    value.data = number->value;
  }
  value.is_percent = number->is_percent || in_percent;
  value.before = std::move(number->before);
  value.after = printable_cell(number->after);
  return value;
}

IndicatorValue ordinal(std::string_view text, const Scale* scale, const NumberStyle& style) {
  if (scale == nullptr) {
    return numeric(text, false, false, style);
  }
  const auto step_called = [&](std::string_view label) {
    return std::ranges::find_if(scale->steps, [&](const Scale::Step& step) {
      return std::ranges::any_of(step.label.by_language, [&](const auto& entry) {
        return folded(entry.second) == folded(label);
      });
    });
  };
  IndicatorValue value;
  if (const auto step = step_called(text); step != scale->steps.end()) {
    value.data = ScaleStep{step->digit, false};
    return value;
  }
  const auto number = read_number(text, style);
  if (!number || number->has_sign || number->value.scale != 0 || !number->before.empty()) {
    return as_text(text);
  }
  const int digit = static_cast<int>(number->value.digits);
  const auto step = std::ranges::find(scale->steps, digit, &Scale::Step::digit);
  if (step == scale->steps.end()) {
    return as_text(text);
  }
  std::string label = number->after;
  for (const std::string_view dash : {"-", "–", "—", ":", "."}) {
    if (label.starts_with(dash)) {
      label = trimmed(std::string_view(label).substr(dash.size()));
      break;
    }
  }
  const bool same = label.empty() || step_called(label) == step;
  value.data = ScaleStep{digit, !same};
  value.after = same ? "" : label;
  return value;
}

std::vector<std::string> items_of(std::string_view text) {
  std::vector<std::string> items;
  for (const std::string& line : split(text, '\n')) {
    for (const std::string& part : split(line, ';')) {
      if (std::string item = trimmed(printable_cell(part)); !item.empty()) {
        items.push_back(std::move(item));
      }
    }
  }
  return items;
}

IndicatorValue composite(std::string_view text, const NumberStyle& style) {
  std::vector<Part> parts;
  for (const std::string& item : items_of(text)) {
    const std::size_t colon = item.find(':');
    const std::string figure =
        trimmed(colon == std::string::npos ? item : std::string_view(item).substr(colon + 1));
    const auto number = read_number(figure, style);
    if (!number) {
      return as_text(text);
    }
    std::string name = colon == std::string::npos ? number->after : trimmed(item.substr(0, colon));
    parts.push_back({std::move(name), number->value, number->is_percent});
  }
  IndicatorValue value;
  value.data = std::move(parts);
  return value;
}

IndicatorValue yes_or_no(std::string_view text) {
  IndicatorValue value;
  if (const auto answer = parse_boolean(text)) {
    value.data = *answer;
    return value;
  }
  return as_text(text);
}

}  // namespace

IndicatorValue parse_indicator_value(std::string_view text, ValueType type, const Scale* scale,
                                     const NumberStyle& style, const MissingWords& missing) {
  if (const auto word = missing.find(text); word != missing.end()) {
    IndicatorValue value;
    value.data = word->second;
    return value;
  }
  switch (type) {
    case ValueType::count:
    case ValueType::points:
      return numeric(text, true, false, style);
    case ValueType::percent:
      return numeric(text, true, true, style);
    case ValueType::index:
    case ValueType::amount:
      return numeric(text, false, false, style);
    case ValueType::yes_no:
      return yes_or_no(text);
    case ValueType::ordinal:
      return ordinal(text, scale, style);
    case ValueType::checklist: {
      IndicatorValue value;
      value.data = items_of(text);
      return value;
    }
    case ValueType::composite:
      return composite(text, style);
    case ValueType::text:
      break;
  }
  return as_text(text);
}

IndicatorValue parse_fact(std::string_view text, const Plan& plan) {
  return parse_indicator_value(text, ValueType::index, nullptr, plan.numbers, plan.missing);
}

}  // namespace rapporteur::load
