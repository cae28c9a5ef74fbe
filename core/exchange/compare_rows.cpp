// Rows and cells of the tables, and rows of prose that nobody touched since the earlier report.
#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <unordered_map>

#include "base/text.hpp"
#include "exchange/compare.hpp"
#include "plan/export_names.hpp"

namespace rapporteur::exchange {
namespace {

/// What names a row in the tables without ids.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> natural_keys = {
    {{"links", "from|to|kind"},
     {"partners", "organisation"},
     {"exchange_rates", "from|to|date"},
     {"photos", "file"}}};

/// Tables that are written anew for each report.
constexpr std::array<std::string_view, 10> prose = {
    "claims",    "challenges", "lessons",   "opportunities", "next_steps",
    "decisions", "messages",   "practices", "stories",       "quotes"};

class Rows {
 public:
  Rows(const TableSpec& spec, const Plan& plan) {
    const auto found = plan.tables.find(spec.name);
    if (found == plan.tables.end()) {
      return;
    }
    const auto natural = std::ranges::find(natural_keys, spec.name,
                                           &std::pair<std::string_view, std::string_view>::first);
    const std::vector<std::string> columns =
        natural == natural_keys.end() ? std::vector<std::string>() : split(natural->second, '|');
    std::unordered_map<std::string, int> seen;
    for (const Record& record : found->second.records) {
      std::string key = record.id.empty() ? words_of(record, columns) : record.id;
      if (const int nth = ++seen[key]; nth > 1) {
        key += " #" + std::to_string(nth);
      }
      by_key_.emplace(key, &record);
      all_.emplace_back(std::move(key), &record);
    }
  }

  [[nodiscard]] const Record* find(const std::string& key) const {
    const auto found = by_key_.find(key);
    return found == by_key_.end() ? nullptr : found->second;
  }
  [[nodiscard]] const std::vector<std::pair<std::string, const Record*>>& all() const {
    return all_;
  }

 private:
  /// The cells of `columns`; of all columns when the table has neither ids nor a key.
  static std::string words_of(const Record& record, const std::vector<std::string>& columns) {
    std::string words;
    for (const Cell& cell : record.cells) {
      const bool names =
          columns.empty() || std::ranges::find(columns, cell.column->name) != columns.end();
      if (names) {
        words += (words.empty() ? "" : " / ") + exact_text(cell.value);
      }
    }
    return words;
  }

  std::unordered_map<std::string, const Record*> by_key_;
  std::vector<std::pair<std::string, const Record*>> all_;
};

const Fact* fact_named(const Plan& plan, const std::string& name) {
  const auto found = std::ranges::find(plan.facts, name, &Fact::name);
  return found == plan.facts.end() ? nullptr : &*found;
}

Side side_of(const TableSpec& spec, const Plan& plan, const Record& record, const Cell* cell) {
  Side side;
  side.origin = cell == nullptr ? record.origin : record.origin_of(*cell);
  if (cell == nullptr || std::holds_alternative<std::monostate>(cell->value)) {
    return side;
  }
  const Fact* const fact =
      spec.name == "facts" && cell->column->name == "value" ? fact_named(plan, record.id) : nullptr;
  if (fact != nullptr) {
    side.value = fact->value;
  } else {
    side.value = cell->value;
  }
  return side;
}

class TableComparison {
 public:
  TableComparison(const TableSpec& spec, Comparison& comparison)
      : spec_(spec),
        comparison_(comparison),
        before_(spec, *comparison.before),
        after_(spec, *comparison.after) {}

  void run() {
    StaleRows stale;
    stale.table = spec_.name;
    for (const auto& [key, record] : after_.all()) {
      const Record* const old = before_.find(key);
      if (old == nullptr) {
        add_row(key, *record, true);
        continue;
      }
      ++stale.of;
      const std::size_t first = comparison_.changes.size();
      compare(key, *old, *record);
      if (comparison_.changes.size() == first) {
        stale.rows.push_back(key);
      }
    }
    for (const auto& [key, record] : before_.all()) {
      if (after_.find(key) == nullptr) {
        add_row(key, *record, false);
      }
    }
    const bool is_prose = std::ranges::find(prose, spec_.name) != prose.end();
    if (is_prose && comparison_.other_period && !stale.rows.empty()) {
      comparison_.stale.push_back(std::move(stale));
    }
  }

 private:
  void add_row(const std::string& key, const Record& record, bool is_new) {
    comparison_.rows.push_back({std::string(spec_.name), key,
                                label_of(record, is_new ? *comparison_.after : *comparison_.before),
                                record.origin, is_new});
  }

  void compare(const std::string& key, const Record& old, const Record& record) {
    for (const ColumnSpec& column : spec_.columns) {
      for (const Cell& cell : record.cells) {
        if (cell.column == &column) {
          add(key, old, find(old, column, cell.key), record, &cell);
        }
      }
      for (const Cell& cell : old.cells) {
        if (cell.column == &column && find(record, column, cell.key) == nullptr) {
          add(key, old, &cell, record, nullptr);
        }
      }
    }
  }

  static const Cell* find(const Record& record, const ColumnSpec& column, const std::string& key) {
    const auto found = std::ranges::find_if(
        record.cells, [&](const Cell& cell) { return cell.column == &column && cell.key == key; });
    return found == record.cells.end() ? nullptr : &*found;
  }

  void add(const std::string& key, const Record& old, const Cell* old_cell, const Record& record,
           const Cell* cell) {
    const Cell& named = cell == nullptr ? *old_cell : *cell;
    Change change;
    change.table = spec_.name;
    change.row = key;
    change.label = label_of(record, *comparison_.after);
    change.column = header_of(*named.column, named.key);
    change.before = side_of(spec_, *comparison_.before, old, old_cell);
    change.after = side_of(spec_, *comparison_.after, record, cell);
    add_change(comparison_, std::move(change));
  }

  const TableSpec& spec_;
  Comparison& comparison_;
  Rows before_;
  Rows after_;
};

}  // namespace

void compare_table(const TableSpec& spec, Comparison& comparison) {
  TableComparison(spec, comparison).run();
}

}  // namespace rapporteur::exchange
