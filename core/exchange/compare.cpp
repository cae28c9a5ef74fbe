#include "exchange/compare.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "plan/exact.hpp"

namespace rapporteur::exchange {
namespace {

/// A number that can be subtracted; `unit` tells amounts of two currencies and shares apart.
struct Figure {
  Decimal number;
  std::string unit;
};

std::optional<Figure> figure_of(const Side& side) {
  if (const auto* const cell = std::get_if<CellValue>(&side.value)) {
    if (const auto* const whole = std::get_if<std::int64_t>(cell)) {
      return Figure{{*whole, 0}, ""};
    }
    if (const auto* const decimal = std::get_if<Decimal>(cell)) {
      return Figure{*decimal, ""};
    }
    if (const auto* const money = std::get_if<Money>(cell)) {
      return Figure{{money->minor, minor_digits(money->currency)}, money->currency};
    }
  } else if (const auto* const value = std::get_if<IndicatorValue>(&side.value)) {
    if (const auto* const number = std::get_if<Decimal>(&value->data)) {
      return Figure{*number, value->is_percent ? "%" : ""};
    }
  }
  return std::nullopt;
}

/// Both as whole numbers of the finer of the two scales; nothing when one does not fit.
std::optional<Decimal> rescaled(const Decimal& number, int scale) {
  Decimal result = number;
  for (; result.scale < scale; ++result.scale) {
    if (__builtin_mul_overflow(result.digits, std::int64_t{10}, &result.digits)) {
      return std::nullopt;
    }
  }
  return result;
}

void set_difference(Change& change) {
  const auto before = figure_of(change.before);
  const auto after = figure_of(change.after);
  if (!before || !after || before->unit != after->unit) {
    return;
  }
  const int scale = std::max(before->number.scale, after->number.scale);
  const auto old_number = rescaled(before->number, scale);
  const auto new_number = rescaled(after->number, scale);
  std::int64_t difference = 0;
  if (!old_number || !new_number ||
      __builtin_sub_overflow(new_number->digits, old_number->digits, &difference)) {
    return;
  }
  change.difference = Decimal{difference, scale};
  if (before->unit != "%") {
    const std::int64_t whole = old_number->digits;
    change.percent = percent_of(difference, whole < 0 ? -whole : whole, 1);
  }
}

bool is_same(const Side& before, const Side& after) {
  if (before.value == after.value) {
    return true;
  }
  // 39.0 is 39: how many decimals were typed is no difference.
  const auto old_figure = figure_of(before);
  const auto new_figure = figure_of(after);
  if (!old_figure || !new_figure || old_figure->unit != new_figure->unit ||
      compare_decimals(old_figure->number, new_figure->number) != 0) {
    return false;
  }
  const auto* const old_value = std::get_if<IndicatorValue>(&before.value);
  const auto* const new_value = std::get_if<IndicatorValue>(&after.value);
  return old_value == nullptr || new_value == nullptr ||
         (old_value->before == new_value->before && old_value->after == new_value->after);
}

}  // namespace

bool Comparison::empty() const {
  return changes.empty() && rows.empty() && texts.empty() && stale.empty();
}

void add_change(Comparison& comparison, Change change) {
  if (!is_same(change.before, change.after)) {
    set_difference(change);
    comparison.changes.push_back(std::move(change));
  }
}

LocalText label_of(const Record& record, const Plan& plan) {
  constexpr std::array<std::string_view, 8> columns = {"title", "name",    "label",   "claim",
                                                       "text",  "caption", "meaning", "group"};
  for (const std::string_view column : columns) {
    if (LocalText text = record.text(column); !text.empty()) {
      return text;
    }
  }
  const Node* const node = plan.find_node(record.word("node"));
  return node == nullptr ? LocalText() : node->title;
}

std::string year_of(const Plan& plan, std::string_view period) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (std::size_t i = 0; i + 4 <= period.size(); ++i) {
    const std::string_view four = period.substr(i, 4);
    const bool stands_alone = (i == 0 || !is_digit(period[i - 1])) &&
                              (i + 4 == period.size() || !is_digit(period[i + 4]));
    if (stands_alone && std::ranges::all_of(four, is_digit)) {
      return std::string(four);
    }
  }
  const Period* const found = plan.find_period(period);
  return found != nullptr && found->start ? std::to_string(found->start->year) : "";
}

Comparison compare(const Plan& before, const Plan& after) {
  Comparison comparison;
  comparison.before = &before;
  comparison.after = &after;
  comparison.other_period = before.reporting_period != after.reporting_period;
  const std::string old_year = year_of(before, before.reporting_period);
  if (comparison.other_period && old_year != year_of(after, after.reporting_period)) {
    comparison.old_year = old_year;
  }
  compare_settings(comparison);
  for (const TableSpec& spec : schema()) {
    if (spec.name == "values") {
      compare_values(comparison);
    } else {
      compare_table(spec, comparison);
    }
  }
  compare_narratives(comparison);
  return comparison;
}

}  // namespace rapporteur::exchange
