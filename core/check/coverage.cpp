#include "check/coverage.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <utility>

#include "base/json_object.hpp"
#include "base/messages.hpp"
#include "base/report.hpp"
#include "base/text.hpp"
#include "check/ledger.hpp"
#include "check/money_rules.hpp"

namespace rapporteur {
namespace check {
namespace {

constexpr std::string_view budget_table = "budget_lines";

/// Amounts that are no figures of the plan: what is compared with, not what is compared.
constexpr std::string_view no_amounts[] = {"declared_totals", "budget_lines"};

/// What checks the amounts of one row.
struct Checks {
  bool total = false;         ///< its total
  std::vector<bool> amounts;  ///< by period
};

class Coverer {
 public:
  explicit Coverer(const Plan& plan) : plan_(plan), ledgers_(make_ledgers(plan)), reader_(plan) {
    const auto rates = plan.tables.find("rates");
    if (rates != plan.tables.end()) {
      for (const Record& record : rates->second.records) {
        rated_.insert(record.word("kind"));
      }
    }
  }

  Coverage make() {
    for (std::size_t i = 0; i < ledgers_.all.size(); ++i) {
      add_ledger(i);
    }
    for (const auto& [name, table] : plan_.tables) {
      if (std::ranges::find(no_amounts, name) == std::end(no_amounts)) {
        add_table(name, table);
      }
    }
    std::erase_if(coverage_.counts, [](const Coverage::Count& one) { return one.amounts == 0; });
    return std::move(coverage_);
  }

 private:
  void add_ledger(std::size_t index) {
    const Ledger& ledger = ledgers_.all[index];
    std::vector<Checks> checks(ledger.entries.size(),
                               {false, std::vector<bool>(plan_.periods.size())});
    for (std::size_t row = 0; row < ledger.entries.size(); ++row) {
      check_row(ledger.entries[row], checks[row]);
      if (is_compared(index)) {
        check_all(checks[row]);
      }
    }
    for (const Footing& footing : ledger.footings) {
      check_footing(footing, checks);
    }
    if (ledger.table != budget_table) {
      remember(ledger, checks);
      return;
    }
    Coverage::Count count{ledger.table, ledger.set, 0, 0};
    for (std::size_t row = 0; row < ledger.entries.size(); ++row) {
      const Entry& entry = ledger.entries[row];
      for (std::size_t period = 0; period < entry.amounts.size(); ++period) {
        if (entry.amounts[period]) {
          count_one(count, entry.id, *entry.amounts[period], checks[row].amounts[period]);
        }
      }
      if (entry.total) {
        count_one(count, entry.id, *entry.total, checks[row].total);
      }
    }
    coverage_.counts.push_back(std::move(count));
  }

  static void check_all(Checks& checks) {
    checks.total = true;
    checks.amounts.assign(checks.amounts.size(), true);
  }

  void check_row(const Entry& entry, Checks& checks) const {
    const bool has_both = entry.total && reader_.of_periods(entry).value;
    const bool is_rated = entry.kind == LineKind::amount && rated_.contains(folded(entry.category));
    if (has_both || is_rated) {
      check_all(checks);
    }
  }

  /// A presentation that has another as its detail, or is that detail.
  [[nodiscard]] bool is_compared(std::size_t index) const {
    const Ledger& ledger = ledgers_.all[index];
    const Ledger& first = ledgers_.all.front();
    const auto are_compared = [&](const Ledger& other) {
      return other.table == budget_table && &other != &first &&
             (is_detail(plan_, first, other) || is_detail(plan_, other, first));
    };
    return ledger.table == budget_table &&
           (index == 0 ? std::ranges::any_of(ledgers_.all, are_compared) : are_compared(ledger));
  }

  void check_footing(const Footing& footing, std::vector<Checks>& checks) const {
    for (const std::size_t row : footing.rows) {
      if (footing.overall) {
        check_all(checks[row]);
      }
      for (std::size_t period = 0; period < footing.of_period.size(); ++period) {
        if (footing.of_period[period]) {
          check_period(period, checks[row]);
        }
      }
    }
  }

  void check_period(std::size_t period, Checks& checks) const {
    if (checks.amounts[period]) {
      return;
    }
    checks.amounts[period] = true;
    for (const std::string& id : plan_.periods[period].parts) {
      const auto part = std::ranges::find(plan_.periods, id, &Period::id);
      if (part != plan_.periods.end()) {
        check_period(static_cast<std::size_t>(part - plan_.periods.begin()), checks);
      }
    }
  }

  void remember(const Ledger& ledger, const std::vector<Checks>& checks) {
    for (std::size_t row = 0; row < checks.size(); ++row) {
      const Entry& entry = ledger.entries[row];
      if (entry.total && checks[row].total) {
        covered_.insert(entry.total->cell);
      }
      for (std::size_t period = 0; period < entry.amounts.size(); ++period) {
        if (entry.amounts[period] && checks[row].amounts[period]) {
          covered_.insert(entry.amounts[period]->cell);
        }
      }
    }
  }

  void add_table(const std::string& name, const Table& table) {
    Coverage::Count count{name, "", 0, 0};
    for (const Record& record : table.records) {
      for (const Cell& cell : record.cells) {
        if (const auto* const money = std::get_if<Money>(&cell.value)) {
          count_one(count, record.id, {money->minor, nullptr, &record, &cell},
                    covered_.contains(&cell));
        }
      }
    }
    coverage_.counts.push_back(std::move(count));
  }

  void count_one(Coverage::Count& count, std::string_view row, const Figure& figure,
                 bool is_covered) {
    ++count.amounts;
    if (is_covered) {
      ++count.covered;
      return;
    }
    coverage_.uncovered.push_back({count.table,
                                   count.set,
                                   std::string(row),
                                   {figure.value, plan_.currency},
                                   figure.origin()});
  }

  const Plan& plan_;
  Ledgers ledgers_;
  Reader reader_;
  std::set<std::string> rated_;
  std::set<const Cell*> covered_;
  Coverage coverage_;
};

}  // namespace
}  // namespace check

int Coverage::amounts() const {
  int sum = 0;
  for (const Count& one : counts) {
    sum += one.amounts;
  }
  return sum;
}

int Coverage::covered() const {
  int sum = 0;
  for (const Count& one : counts) {
    sum += one.covered;
  }
  return sum;
}

Coverage coverage_of(const Plan& plan) {
  return check::Coverer(plan).make();
}

std::string coverage_text(const Coverage& coverage, std::string_view language) {
  const auto counted = [&](std::string_view key, const Coverage::Count& count) {
    return ui_text(key,
                   {{"table", count.table},
                    {"set", count.set},
                    {"has_set", count.set.empty() ? "no" : "yes"},
                    {"amounts", std::int64_t{count.amounts}},
                    {"covered", std::int64_t{count.covered}},
                    {"left", std::int64_t{count.amounts - count.covered}}},
                   language) +
           "\n";
  };
  std::string text = counted("coverage_all", {"", "", coverage.amounts(), coverage.covered()});
  for (const Coverage::Count& count : coverage.counts) {
    text += "  " + counted("coverage_table", count);
  }
  if (!coverage.uncovered.empty()) {
    text += "\n" + ui_text("coverage_unchecked", {}, language) + "\n";
  }
  for (const Coverage::Amount& amount : coverage.uncovered) {
    text += "  " + place_text(amount.origin, language) + ": ";
    text += check::figure_text(amount.money, language) + " " + amount.money.currency;
    text += amount.row.empty() ? "\n" : " (" + amount.row + ")\n";
  }
  return text;
}

std::string coverage_json(const Coverage& coverage) {
  Poco::JSON::Array tables;
  for (const Coverage::Count& count : coverage.counts) {
    auto object = new_object();
    object->set("table", count.table);
    if (!count.set.empty()) {
      object->set("set", count.set);
    }
    object->set("amounts", count.amounts);
    object->set("covered", count.covered);
    tables.add(object);
  }
  Poco::JSON::Array uncovered;
  for (const Coverage::Amount& amount : coverage.uncovered) {
    auto object = new_object();
    object->set("table", amount.table);
    if (!amount.set.empty()) {
      object->set("set", amount.set);
    }
    if (!amount.row.empty()) {
      object->set("row_id", amount.row);
    }
    object->set("amount",
                to_string(Decimal{amount.money.minor, minor_digits(amount.money.currency)}));
    object->set("currency", amount.money.currency);
    object->set("file", amount.origin.file);
    object->set("row", amount.origin.row);
    if (amount.origin.column != 0) {
      object->set("column", amount.origin.column);
    }
    object->set("column_name", amount.origin.column_name);
    uncovered.add(object);
  }
  auto root = new_object();
  root->set("amounts", coverage.amounts());
  root->set("covered", coverage.covered());
  root->set("tables", tables);
  root->set("uncovered", uncovered);
  std::ostringstream out;
  root->stringify(out, 1);
  out << "\n";
  return out.str();
}

}  // namespace rapporteur
