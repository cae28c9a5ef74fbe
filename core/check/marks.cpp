#include "check/marks.hpp"

#include <algorithm>

namespace rapporteur::check {

Marks::Marks(const Plan& plan)
    : plan_(plan),
      periods_(plan.periods.size()),
      marks_(plan.nodes.size() * plan.periods.size(), Mark::none),
      has_any_(plan.nodes.size()),
      has_unknown_(plan.nodes.size()),
      parts_(plan.periods.size()) {
  const auto index_of = [&](std::string_view id) {
    const auto found = std::ranges::find(plan.periods, id, &Period::id);
    return static_cast<std::size_t>(found - plan.periods.begin());
  };
  for (std::size_t i = 0; i < periods_; ++i) {
    for (const std::string& part : plan.periods[i].parts) {
      if (const std::size_t at = index_of(part); at < periods_) {
        parts_[i].push_back(at);
      }
    }
  }
  const auto table = plan.tables.find("nodes");
  if (table == plan.tables.end()) {
    return;
  }
  std::vector<bool> is_used(periods_);
  for (std::size_t node = 0; node < plan.nodes.size(); ++node) {
    if (plan.nodes[node].record >= table->second.records.size()) {
      continue;
    }
    for (const Cell& cell : table->second.records[plan.nodes[node].record].cells) {
      if (cell.column->name != "when") {
        continue;
      }
      const std::size_t period = index_of(cell.key);
      const auto* const flag = std::get_if<bool>(&cell.value);
      const auto* const missing = std::get_if<Missing>(&cell.value);
      if (period >= periods_) {
        continue;
      }
      if (flag != nullptr && *flag) {
        marks_[node * periods_ + period] = Mark::yes;
        has_any_[node] = true;
        is_used[period] = true;
      } else if (missing != nullptr &&
                 (*missing == Missing::no_data || *missing == Missing::pending)) {
        marks_[node * periods_ + period] = Mark::unknown;
        has_unknown_[node] = true;
      }
    }
  }
  for (std::size_t i = 0; i < periods_; ++i) {
    if (is_used[i]) {
      used_.push_back(i);
    }
  }
}

Mark Marks::of(std::size_t node, std::size_t period) const {
  Mark mark = own(node, period);
  for (const std::size_t part : parts_[period]) {
    if (mark == Mark::yes) {
      break;
    }
    if (const Mark of_part = of(node, part); of_part != Mark::none) {
      mark = of_part;
    }
  }
  return mark;
}

Origin Marks::origin(std::size_t node, std::size_t period) const {
  const std::string& id = plan_.periods[period].id;
  const auto table = plan_.tables.find("nodes");
  if (table != plan_.tables.end() && plan_.nodes[node].record < table->second.records.size()) {
    return place_of(table->second, table->second.records[plan_.nodes[node].record], "when", id);
  }
  Origin origin = plan_.nodes[node].origin;
  origin.column_name = "when." + id;
  return origin;
}

}  // namespace rapporteur::check
