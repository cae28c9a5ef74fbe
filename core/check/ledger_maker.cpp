// Ledgers from the tables of a plan.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "check/ledger.hpp"
#include "check/organisations.hpp"

namespace rapporteur::check {
namespace {

constexpr std::string_view main_table = "budget_lines";

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
      if (made.table == main_table) {
        name_leads(made);
      }
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
    bool operator==(const Key&) const = default;
    bool operator<(const Key& other) const {
      return std::tie(table, set, column) < std::tie(other.table, other.set, other.column);
    }
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
    if (table == main_table && entry.agency.empty()) {
      entry.shared_by = words(record, "responsible");
    }
  }

  /// Where no line names an agency, who leads its node is in charge.
  void name_leads(Ledger& made) const {
    const bool is_asked = std::ranges::any_of(
        made.footings, [](const Footing& footing) { return !footing.filter.agency.empty(); });
    const bool is_named = std::ranges::any_of(made.entries, [](const Entry& entry) {
      return !entry.agency.empty() || !entry.shared_by.empty();
    });
    if (!is_asked || is_named) {
      return;
    }
    const Agencies agencies(plan_);
    for (Entry& entry : made.entries) {
      entry.agency = entry.node ? agencies.lead_of(*entry.node) : std::string{};
    }
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
      const auto value = is_total || is_added ? added_by(plan_, cell) : std::nullopt;
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
        drop_wholes(made->second);
      }
    }
    return made->second;
  }

  /// A region whose districts have values is their sum; people counted by sex and once more
  /// together could be counted either way.
  static void drop_wholes(Ledger& made) {
    const auto has_value = [](const Entry& entry) {
      return entry.total ||
             std::ranges::any_of(entry.amounts, [](const auto& one) { return !!one; });
    };
    std::set<std::string> wholes;
    std::set<bool> are_together;
    for (const Entry& entry : made.entries) {
      if (has_value(entry)) {
        wholes.insert(entry.record->word("parent"));
        are_together.insert(entry.record->word("sex") == "all");
      }
    }
    if (are_together.size() > 1) {
      made.entries.clear();
    }
    std::erase_if(made.entries, [&](const Entry& entry) {
      return !entry.id.empty() && wholes.contains(std::string(entry.id));
    });
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
      footing.can_be_asked = can_be_asked(filter, made);
      for (auto at = from; at != to && footing.can_be_asked; ++at) {
        if (is_under(filter, made.entries[*at])) {
          footing.rows.push_back(*at);
        }
      }
    }
  }

  /// The share of an agency is not known where no row names one, or some name several.
  static bool can_be_asked(const Filter& filter, const Ledger& made) {
    const auto names = [&](const std::string& asked, std::string Entry::*word) {
      return asked.empty() || std::ranges::any_of(made.entries, [&](const Entry& entry) {
               return !(entry.*word).empty();
             });
    };
    const auto is_shared = [&](const Entry& entry) {
      return std::ranges::binary_search(entry.shared_by, filter.agency);
    };
    return names(filter.agency, &Entry::agency) && names(filter.donor, &Entry::donor) &&
           names(filter.fund, &Entry::fund) &&
           (filter.categories.empty() || names(filter.categories.front(), &Entry::category)) &&
           (filter.agency.empty() || std::ranges::none_of(made.entries, is_shared));
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

Ledgers make_ledgers(const Plan& plan) {
  return Maker(plan).make();
}

}  // namespace rapporteur::check
