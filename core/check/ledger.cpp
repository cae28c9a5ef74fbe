#include "check/ledger.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.hpp"

namespace rapporteur::check {
namespace {

std::int64_t unit_of(const Plan& plan) {
  std::int64_t unit = 1;
  for (int i = 0; i < minor_digits(plan.currency); ++i) {
    unit *= 10;
  }
  return unit;
}

/// A whole number as its author typed it, "1 234", for columns that the plan keeps as text.
std::optional<std::int64_t> whole_number(const Plan& plan, std::string_view typed) {
  std::string digits = trimmed(typed);
  std::vector<std::string> groups;
  for (const std::string& group : plan.numbers.groups) {
    if (group == " ") {
      groups.insert(groups.end(), {"\u00A0", "\u202F", "\u2009"});
    }
    groups.push_back(group);
  }
  for (const std::string& group : groups) {
    for (std::size_t at = digits.find(group); at != std::string::npos && !group.empty();
         at = digits.find(group, at)) {
      digits.erase(at, group.size());
    }
  }
  constexpr std::size_t most_digits = 12;
  if (digits.empty() || digits.size() > most_digits ||
      digits.find_first_not_of("0123456789") != std::string::npos) {
    return std::nullopt;
  }
  return std::stoll(digits);
}

}  // namespace

std::optional<std::int64_t> added_by(const Plan& plan, const Cell& cell) {
  if (const auto* const money = std::get_if<Money>(&cell.value)) {
    return money->minor;
  }
  std::optional<std::int64_t> whole;
  if (const auto* const number = std::get_if<std::int64_t>(&cell.value)) {
    whole = *number;
  } else if (const auto* const text = std::get_if<std::string>(&cell.value);
             text != nullptr && cell.column->type == ColumnType::value) {
    whole = whole_number(plan, *text);
  }
  std::int64_t scaled = 0;
  if (!whole || __builtin_mul_overflow(*whole, unit_of(plan), &scaled)) {
    return std::nullopt;
  }
  return scaled;
}

Origin Figure::origin() const {
  return sourced != nullptr ? sourced->origin : record->origin_of(*cell);
}

Origin Entry::origin_of_amount() const {
  if (total) {
    return total->origin();
  }
  const auto first = std::ranges::find_if(amounts, [](const auto& amount) { return !!amount; });
  return first == amounts.end() ? origin() : (*first)->origin();
}

Origin place_of(const Table& table, const Record& record, std::string_view column,
                std::string_view key) {
  if (const Cell* const cell = record.find(column, key)) {
    return record.origin_of(*cell);
  }
  Origin origin = record.origin;
  origin.column_name = column;
  if (!key.empty()) {
    origin.column_name.append(".").append(key);
  }
  // An empty cell is not kept: its column is where other rows have it.
  constexpr std::ptrdiff_t looked_at = 200;
  const auto end = table.records.begin() + std::min(looked_at, std::ssize(table.records));
  for (auto other = table.records.begin(); other != end; ++other) {
    if (const Cell* const cell = other->find(column, key)) {
      origin.column = cell->field;
      origin.column_name = cell->header;
      break;
    }
  }
  return origin;
}

std::vector<std::size_t> whole_periods(const Plan& plan) {
  std::set<std::string_view> parts;
  for (const Period& period : plan.periods) {
    parts.insert(period.parts.begin(), period.parts.end());
  }
  std::vector<std::size_t> wholes;
  for (std::size_t i = 0; i < plan.periods.size(); ++i) {
    if (!parts.contains(plan.periods[i].id)) {
      wholes.push_back(i);
    }
  }
  return wholes;
}

Reader::Reader(const Plan& plan) : wholes_(whole_periods(plan)), parts_(plan.periods.size()) {
  for (std::size_t i = 0; i < plan.periods.size(); ++i) {
    for (const std::string& id : plan.periods[i].parts) {
      const auto part = std::ranges::find(plan.periods, id, &Period::id);
      if (part != plan.periods.end()) {
        parts_[i].push_back(static_cast<std::size_t>(part - plan.periods.begin()));
      }
    }
  }
}

Held Reader::of_period(const Entry& entry, std::size_t period) const {
  if (entry.amounts[period]) {
    return {entry.amounts[period]->value, 0};
  }
  Held held;
  for (const std::size_t part : parts_[period]) {
    const Held of_part = of_period(entry, part);
    if (of_part.value) {
      held.value = held.value.value_or(0) + *of_part.value;
    }
    held.missing += of_part.missing;
  }
  if (!held.value) {
    held.missing = 1;
  }
  return held;
}

Held Reader::of_periods(const Entry& entry) const {
  Held held;
  for (const std::size_t period : wholes_) {
    const Held one = of_period(entry, period);
    if (one.value) {
      held.value = held.value.value_or(0) + *one.value;
    }
    held.missing += one.missing;
  }
  return held;
}

}  // namespace rapporteur::check
