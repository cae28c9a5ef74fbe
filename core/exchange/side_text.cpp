#include "exchange/side_text.hpp"

#include <algorithm>
#include <type_traits>

#include "base/text.hpp"
#include "locale/format.hpp"
#include "view/indicator.hpp"

namespace rapporteur::exchange {
namespace {

constexpr std::size_t longest = 60;

/// An amount in whole units prints no cents.
bool is_whole(const Decimal& number) {
  std::int64_t digits = number.digits;
  for (int scale = number.scale; scale > 0; --scale, digits /= 10) {
    if (digits % 10 != 0) {
      return false;
    }
  }
  return true;
}

std::string printed(const view::Value& value, std::string_view language) {
  if (const auto* const list = std::get_if<view::List>(&value.data)) {
    std::string text;
    for (const view::Value& item : *list) {
      text.append(text.empty() ? "" : "; ").append(printed(item, language));
    }
    return text;
  }
  locale::Format format;
  format.with_currency = true;
  if (const auto* const money = std::get_if<Money>(&value.data);
      money != nullptr && is_whole({money->minor, minor_digits(money->currency)})) {
    format.decimals = 0;
  }
  return locale::format_value(value, format, language).value_or("");
}

std::string cell_text(const CellValue& value, std::string_view language) {
  return std::visit(
      [&](const auto& held) -> std::string {
        using T = std::decay_t<decltype(held)>;
        if constexpr (std::is_same_v<T, std::monostate>) {
          return {};
        } else if constexpr (std::is_same_v<T, std::string>) {
          return held;
        } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
          std::string text;
          for (const std::string& item : held) {
            text.append(text.empty() ? "" : "; ").append(item);
          }
          return text;
        } else {
          view::Value one;
          one.data = held;
          return printed(one, language);
        }
      },
      value);
}

const std::string* words_of(const Side& side) {
  const auto* const cell = std::get_if<CellValue>(&side.value);
  return cell == nullptr ? nullptr : std::get_if<std::string>(cell);
}

std::string one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
  return text;
}

std::string quoted(const std::string& text, std::string_view language) {
  // A code or an id is no sentence.
  if (text.find(' ') == std::string::npos) {
    return text;
  }
  return language == "fr" ? "«\u00A0" + text + "\u00A0»" : "“" + text + "”";
}

/// Start of the word in which two texts part, in bytes.
std::size_t parting(std::string_view a, std::string_view b) {
  std::size_t at = 0;
  while (at < a.size() && at < b.size() && a[at] == b[at]) {
    ++at;
  }
  const std::size_t space = a.substr(0, at).rfind(' ');
  return space == std::string_view::npos ? 0 : space + 1;
}

/// Where texts are long, what stands before they part says nothing.
std::string cut(const std::string& text, std::size_t part, bool is_long) {
  const bool starts_late = is_long && part > longest / 3;
  const std::string rest = starts_late ? "…" + text.substr(std::min(part, text.size())) : text;
  return shortened(rest, longest);
}

std::string side_text(const Side& side, std::string_view language, const std::string& nothing) {
  if (const auto* const value = std::get_if<IndicatorValue>(&side.value)) {
    return printed(view::value_of(*value, side.scale, language), language);
  }
  if (const auto* const cell = std::get_if<CellValue>(&side.value)) {
    return shortened(one_line(cell_text(*cell, language)), longest);
  }
  return nothing;
}

bool is_money(const Side& side) {
  const auto* const cell = std::get_if<CellValue>(&side.value);
  return cell != nullptr && std::holds_alternative<Money>(*cell);
}

}  // namespace

std::string language_of(const Plan& plan, std::string_view fallback) {
  const bool has_it = std::ranges::find(plan.languages, fallback) != plan.languages.end();
  return has_it || plan.languages.empty() ? std::string(fallback) : plan.languages.front();
}

SideTexts side_texts(const Change& change, std::string_view language, const std::string& nothing) {
  const std::string* const before = words_of(change.before);
  const std::string* const after = words_of(change.after);
  if (before == nullptr && after == nullptr) {
    return {side_text(change.before, language, nothing),
            side_text(change.after, language, nothing)};
  }
  const std::string old_words = before == nullptr ? "" : one_line(*before);
  const std::string new_words = after == nullptr ? "" : one_line(*after);
  const bool is_long = code_points(old_words) > longest || code_points(new_words) > longest;
  const std::size_t part =
      before == nullptr || after == nullptr ? 0 : parting(old_words, new_words);
  const auto shown = [&](const std::string* words, const Side& side, const std::string& line) {
    return words == nullptr ? side_text(side, language, nothing)
                            : quoted(cut(line, part, is_long), language);
  };
  return {shown(before, change.before, old_words), shown(after, change.after, new_words)};
}

std::string difference_of(const Change& change, std::string_view language) {
  if (!change.difference) {
    return {};
  }
  locale::Format format;
  format.sign = true;
  view::Value value;
  value.data = *change.difference;
  if (is_money(change.after) && is_whole(*change.difference)) {
    format.decimals = 0;
  }
  return locale::format_value(value, format, language).value_or("");
}

bool is_in_points(const Change& change) {
  const auto* const value = std::get_if<IndicatorValue>(&change.after.value);
  return change.difference && value != nullptr && value->is_percent;
}

std::string percent_of(const Change& change, std::string_view language) {
  if (!change.percent) {
    return {};
  }
  locale::Format format;
  format.sign = true;
  view::Value value;
  value.data = view::Percent{*change.percent};
  return locale::format_value(value, format, language).value_or("");
}

}  // namespace rapporteur::exchange
