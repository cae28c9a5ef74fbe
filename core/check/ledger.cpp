#include "check/ledger.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/text.hpp"

namespace rapporteur::check {
namespace {

constexpr std::string_view main_table = "budget_lines";

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

/// What a cell adds: an amount, or a number of people, places … in units.
std::optional<std::int64_t> value_of(const Plan& plan, const Cell& cell) {
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

std::vector<std::string> words(const Record& record, std::string_view column) {
  const Cell* const cell = record.find(column);
  const auto* const list =
      cell == nullptr ? nullptr : std::get_if<std::vector<std::string>>(&cell->value);
  std::vector<std::string> result = list == nullptr ? std::vector<std::string>{} : *list;
  std::ranges::sort(result);
  return result;
}

class Maker {
 public:
  explicit Maker(const Plan& plan) : plan_(plan) {
    for (std::size_t i = 0; i < plan.periods.size(); ++i) {
      periods_.emplace(plan.periods[i].id, i);
    }
    for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
      nodes_.emplace(plan.nodes[i].id, i);
    }
    number_nodes();
  }

  Ledgers make() {
    make_main();
    if (const Table* const table = find("budget_lines")) {
      make_sets(*table);
    }
    if (find("contributions") != nullptr) {
      ledger("contributions", "", "");
    }
    if (const Table* const totals = find("declared_totals")) {
      for (const Record& record : totals->records) {
        read_total(record);
      }
    }
    for (auto& [key, made] : ledgers_) {
      if (is_exact(made)) {
        fill_rows(made);
      } else {
        made.footings.clear();
      }
    }
    std::ranges::stable_sort(order_, {}, [this](const Key& key) {
      return ledgers_.at(key).table == main_table ? 0 : 1;
    });
    for (const Key& key : order_) {
      result_.all.push_back(std::move(ledgers_.at(key)));
    }
    return std::move(result_);
  }

 private:
  struct Key {
    std::string table;
    std::string set;
    std::string column;
    auto operator<=>(const Key&) const = default;
  };

  [[nodiscard]] const Table* find(std::string_view name) const {
    const auto found = plan_.tables.find(name);
    return found == plan_.tables.end() ? nullptr : &found->second;
  }

  /// First and last place of each node's subtree in the order of the chain.
  void number_nodes() {
    first_.resize(plan_.nodes.size());
    last_.resize(plan_.nodes.size());
    std::size_t next = 0;
    std::vector<std::pair<std::size_t, bool>> open;
    for (auto root = plan_.roots.rbegin(); root != plan_.roots.rend(); ++root) {
      open.emplace_back(*root, false);
    }
    while (!open.empty()) {
      const auto [node, is_done] = open.back();
      open.pop_back();
      if (is_done) {
        last_[node] = next;
        continue;
      }
      first_[node] = next++;
      open.emplace_back(node, true);
      const std::vector<std::size_t>& children = plan_.nodes[node].children;
      for (auto child = children.rbegin(); child != children.rend(); ++child) {
        open.emplace_back(*child, false);
      }
    }
  }

  void make_main() {
    Ledger& made = ledger(std::string(main_table), "", "");
    std::unordered_map<std::string_view, const Record*> records;
    if (const Table* const table = find(main_table)) {
      for (const Record& record : table->records) {
        records.emplace(record.id, &record);
      }
    }
    made.entries.reserve(plan_.budget_lines.size());
    for (const BudgetLine& line : plan_.budget_lines) {
      Entry entry;
      entry.id = line.id;
      entry.line = &line;
      entry.node = line.node;
      entry.kind = line.kind;
      entry.amounts.resize(plan_.periods.size());
      for (const auto& [period, amount] : line.amounts) {
        if (const auto at = periods_.find(period); at != periods_.end()) {
          entry.amounts[at->second] = Figure{amount.value.minor, &amount, nullptr, nullptr};
        }
      }
      if (line.declared) {
        entry.total = Figure{line.declared->value.minor, &*line.declared, nullptr, nullptr};
      }
      if (const auto found = records.find(line.id); found != records.end()) {
        entry.record = found->second;
        add_words(entry, *found->second, main_table);
      }
      made.entries.push_back(std::move(entry));
    }
    for (const DeclaredTotal& total : plan_.declared_totals) {
      Filter filter;
      filter.node = total.node;
      add_total(
          made, std::move(filter), total.period,
          {{total.amount.value.minor, &total.amount, nullptr, nullptr}, total.id, total.place});
    }
  }

  void make_sets(const Table& table) {
    for (const Record& record : table.records) {
      if (std::string set = record.word("set"); !set.empty()) {
        Ledger& made = ledger(std::string(main_table), set, "");
        made.entries.push_back(entry_of(record, main_table, ""));
      }
    }
  }

  void add_words(Entry& entry, const Record& record, std::string_view table) const {
    entry.category = record.word(table == "contributions" ? "status" : "category");
    entry.agency = record.word("agency");
    entry.donor = record.word(table == main_table ? "source" : "donor");
    entry.fund = record.word("fund");
  }

  Entry entry_of(const Record& record, std::string_view table, std::string_view column) const {
    Entry entry;
    entry.id = record.id;
    entry.record = &record;
    if (const auto node = nodes_.find(record.word("node")); node != nodes_.end()) {
      entry.node = node->second;
    }
    const std::string kind = record.word("kind");
    entry.kind = kind == "memo"    ? LineKind::memo
                 : kind == "blank" ? LineKind::blank
                                   : LineKind::amount;
    entry.amounts.resize(plan_.periods.size());
    add_words(entry, record, table);
    const auto of_row = periods_.find(record.word("period"));
    for (const Cell& cell : record.cells) {
      const std::string_view name = cell.column->name;
      const bool is_total = table == main_table && name == "total";
      const bool is_added = column.empty() ? name == "amount" : name == column;
      const auto value = is_total || is_added ? value_of(plan_, cell) : std::nullopt;
      if (!value) {
        continue;
      }
      const Figure figure{*value, nullptr, &record, &cell};
      const auto period = periods_.find(cell.key);
      if (is_total || (cell.key.empty() && of_row == periods_.end())) {
        entry.total = figure;
      } else if (period != periods_.end()) {
        entry.amounts[period->second] = figure;
      } else if (of_row != periods_.end()) {
        entry.amounts[of_row->second] = figure;
      }
    }
    return entry;
  }

  Ledger& ledger(const std::string& table, const std::string& set, const std::string& column) {
    const Key key{table, set, column};
    const auto [made, is_new] = ledgers_.try_emplace(key);
    if (is_new) {
      order_.push_back(key);
      made->second.table = table;
      made->second.set = set;
      made->second.column = column;
      if (const Table* const source = find(table); source != nullptr && table != main_table) {
        for (const Record& record : source->records) {
          made->second.entries.push_back(entry_of(record, table, column));
        }
      }
    }
    return made->second;
  }

  /// A total that load/ has not read into the main budget.
  void read_total(const Record& record) {
    const Cell* const cell = record.find("amount");
    const auto* const money = cell == nullptr ? nullptr : std::get_if<Money>(&cell->value);
    const std::string of = record.word("of");
    const TableSpec* const table = find_table(of.empty() ? main_table : of);
    if (money == nullptr || table == nullptr) {
      return;
    }
    Filter filter;
    if (const std::string node = record.word("node"); !node.empty()) {
      const auto found = nodes_.find(node);
      if (found == nodes_.end()) {
        return;
      }
      filter.node = found->second;
    }
    filter.categories = words(record, "category");
    filter.agency = record.word("agency");
    filter.donor = record.word("donor");
    filter.fund = record.word("fund");
    const std::string column = record.word("column");
    const std::string set = record.word("set");
    const bool is_main = table->name == main_table && set.empty() && column.empty();
    if (is_main && filter.is_plain()) {
      return;
    }
    if (table->name == main_table && !column.empty()) {
      return;  // no other column of the budget is added up
    }
    add_total(ledger(std::string(table->name), set, column), std::move(filter),
              record.word("period"),
              {{money->minor, nullptr, &record, cell}, record.id, record.word("place")});
  }

  void add_total(Ledger& made, Filter filter, const std::string& period,
                 Footing::Declared declared) {
    const auto at = periods_.find(period);
    if (!period.empty() && at == periods_.end()) {
      return;
    }
    auto& index = footings_[{made.table, made.set, made.column}];
    const auto [found, is_new] = index.emplace(name_of(filter), made.footings.size());
    if (is_new) {
      Footing footing;
      footing.filter = std::move(filter);
      footing.of_period.resize(plan_.periods.size());
      made.footings.push_back(std::move(footing));
    }
    Footing& footing = made.footings[found->second];
    std::optional<Footing::Declared>& place =
        period.empty() ? footing.overall : footing.of_period[at->second];
    if (!place) {
      place = std::move(declared);
      return;
    }
    const bool differs = place->figure.value != declared.figure.value;
    if (made.table == main_table || differs) {
      result_.repeated.push_back({declared.id, place->id, declared.figure, place->figure});
    }
  }

  static std::string name_of(const Filter& filter) {
    std::string name = filter.node ? std::to_string(*filter.node) : "";
    for (const std::string& category : filter.categories) {
      name.append("\n").append(category);
    }
    return name + "\t" + filter.agency + "\t" + filter.donor + "\t" + filter.fund;
  }

  /// Every sum is exact when that of all magnitudes is.
  static bool is_exact(const Ledger& made) {
    std::int64_t magnitude = 0;
    const auto fits = [&](const std::optional<Figure>& figure) {
      const std::int64_t size = !figure ? 0 : figure->value < 0 ? -figure->value : figure->value;
      return !__builtin_add_overflow(magnitude, size, &magnitude);
    };
    return std::ranges::all_of(made.entries, [&](const Entry& entry) {
      return fits(entry.total) && std::ranges::all_of(entry.amounts, fits);
    });
  }

  void fill_rows(Ledger& made) const {
    std::vector<std::size_t> sorted(made.entries.size());
    for (std::size_t i = 0; i < sorted.size(); ++i) {
      sorted[i] = i;
    }
    const auto place = [&](std::size_t entry) {
      const auto& node = made.entries[entry].node;
      return node ? first_[*node] : plan_.nodes.size();
    };
    std::ranges::stable_sort(sorted, {}, place);
    for (Footing& footing : made.footings) {
      const Filter& filter = footing.filter;
      auto from = sorted.begin();
      auto to = sorted.end();
      if (filter.node) {
        from = std::ranges::lower_bound(sorted, first_[*filter.node], {}, place);
        to = std::ranges::lower_bound(sorted, last_[*filter.node], {}, place);
      }
      for (auto at = from; at != to; ++at) {
        if (is_under(filter, made.entries[*at])) {
          footing.rows.push_back(*at);
        }
      }
    }
  }

  static bool is_under(const Filter& filter, const Entry& entry) {
    return (filter.categories.empty() ||
            std::ranges::binary_search(filter.categories, entry.category)) &&
           (filter.agency.empty() || filter.agency == entry.agency) &&
           (filter.donor.empty() || filter.donor == entry.donor) &&
           (filter.fund.empty() || filter.fund == entry.fund);
  }

  const Plan& plan_;
  std::unordered_map<std::string, std::size_t> periods_;
  std::unordered_map<std::string, std::size_t> nodes_;
  std::vector<std::size_t> first_;
  std::vector<std::size_t> last_;
  std::map<Key, Ledger> ledgers_;
  std::vector<Key> order_;
  std::map<Key, std::unordered_map<std::string, std::size_t>> footings_;
  Ledgers result_;
};

}  // namespace

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

Ledgers make_ledgers(const Plan& plan) {
  return Maker(plan).make();
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
