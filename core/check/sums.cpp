// Declared totals against what the rows add up to, from the rows upwards.
//
// A wrong row travels: its sub-total and the grand total then disagree with the periods by the same
// amount. So each total is compared with the differences just below it (rows, and nearest
// sub-totals). When these explain its own difference to the last unit, it is a consequence: it
// joins `related` of each finding that caused it. When they do not, it is a finding of its own, and
// a possible cause of the total above. Totals declared by period are treated in the same way,
// period by period, and the sum of their differences may explain the total over all periods.
//
// A row and a column that disagree by the same amount meet in one cell: that is the finding. What
// figures rounded one by one may differ by is information, and no cause of anything.
#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

#include "check/budget_rules.hpp"
#include "check/ledger.hpp"
#include "check/nesting.hpp"
#include "check/rounding.hpp"
#include "check/sum_words.hpp"

namespace rapporteur::check {
namespace {

/// A difference and the findings that it comes from (indexes).
struct Gap {
  std::int64_t amount = 0;
  std::vector<std::size_t> causes;

  void add(const Gap& other) {
    amount += other.amount;
    causes.insert(causes.end(), other.causes.begin(), other.causes.end());
  }
  void sort() {
    std::ranges::sort(causes);
    causes.erase(std::unique(causes.begin(), causes.end()), causes.end());
  }
  [[nodiscard]] bool explains(std::int64_t difference) const {
    return !causes.empty() && amount == difference;
  }
};

/// What stands below a total in one column.
struct Below {
  std::optional<std::int64_t> rows;  ///< sum of the rows’ own amounts
  int missing = 0;
  Gap gap;  ///< of the totals and rows just below
  Rounding rounding = Rounding(1);
};

class Sums {
 public:
  Sums(const Plan& plan, const Reader& reader, const Ledger& ledger, std::vector<Finding>& findings)
      : plan_(plan),
        reader_(reader),
        ledger_(ledger),
        nesting_(nest(plan, ledger)),
        words_(plan, ledger),
        unit_(printed_unit(ledger, plan.currency)),
        all_(plan.periods.size()),
        findings_(findings),
        first_(findings.size()) {}

  void test() {
    row_gaps_.resize(ledger_.entries.size());
    for (std::size_t i = 0; i < ledger_.entries.size(); ++i) {
      test_row(i);
    }
    gaps_.assign(ledger_.footings.size(), std::vector<Gap>(all_ + 1));
    sums_.assign(ledger_.footings.size(), std::vector<Below>(all_ + 1));
    across_.assign(ledger_.footings.size(), 0);
    for (const std::size_t footing : nesting_.order) {
      test_footing(footing);
    }
    join_cells();
    drop_joined();
  }

 private:
  struct Column {  ///< a finding on a total of a period
    std::size_t finding = 0;
    std::size_t footing = 0;
    std::size_t period = 0;
    std::int64_t gap = 0;
  };
  struct Row {
    std::size_t finding = 0;
    std::size_t entry = 0;
  };

  void test_row(std::size_t index) {
    const Entry& entry = ledger_.entries[index];
    const Held held = reader_.of_periods(entry);
    if (entry.kind != LineKind::amount || !entry.total || !held.value ||
        entry.total->value == *held.value) {
      return;
    }
    const std::int64_t difference = entry.total->value - *held.value;
    Rounding rounding(unit_);
    for (const auto& amount : entry.amounts) {
      if (amount) {
        rounding.add(amount->value);
      }
    }
    const bool is_rounding = rounding.explains(difference);
    row_gaps_[index] = {difference, {findings_.size()}};
    if (!is_rounding) {
      rows_[difference].push_back({findings_.size(), index});
    }
    findings_.push_back(words_.of_row(is_rounding ? "rounding" : "sum-row", entry, held));
  }

  [[nodiscard]] const std::optional<Footing::Declared>& declared_of(std::size_t footing,
                                                                    std::size_t column) const {
    const Footing& one = ledger_.footings[footing];
    return column == all_ ? one.overall : one.of_period[column];
  }

  void test_footing(std::size_t footing) {
    Gap of_periods;
    for (std::size_t column = 0; column < all_; ++column) {
      test_column(footing, column, {});
      if (declared_of(footing, column)) {
        of_periods.add(gaps_[footing][column]);
      }
    }
    of_periods.sort();
    const std::size_t own = findings_.size();
    test_column(footing, all_, of_periods);
    test_across(footing, own == findings_.size());
  }

  /// Adds up what is below; leaves the gap that the totals above have to reckon with: its own where
  /// a total is declared, else those from below.
  void test_column(std::size_t footing, std::size_t column, const Gap& beside) {
    Below& below = sums_[footing][column];
    below = below_of(footing, column);
    gaps_[footing][column] = below.gap;
    const std::optional<Footing::Declared>& declared = declared_of(footing, column);
    if (!declared || !below.rows) {
      return;
    }
    const std::int64_t difference = declared->figure.value - *below.rows;
    Compared compared{&ledger_.footings[footing], column == all_ ? nullptr : &plan_.periods[column],
                      &*declared, *below.rows, below.missing};
    Gap& gap = gaps_[footing][column];
    if (difference == 0) {
      gap = {};
      return;
    }
    // Totals of the periods that were rounded one by one explain nothing that the rows do not.
    const bool is_rounded =
        !below.gap.causes.empty() && below.rounding.explains(difference - below.gap.amount);
    for (const Gap* const known : {&std::as_const(below.gap), &beside}) {
      if (known->explains(difference) && (known == &below.gap || !is_rounded)) {
        for (const std::size_t cause : known->causes) {
          findings_[cause].diagnostic.related.push_back(words_.consequence(compared));
        }
        gap = Gap(*known);
        return;
      }
    }
    // Against the rows themselves, or against the totals printed just below: whichever is nearer.
    const std::int64_t residue = difference - below.gap.amount;
    if (std::abs(residue) <= std::abs(difference)) {
      compared.computed = declared->figure.value - residue;
    }
    const std::int64_t apart = declared->figure.value - compared.computed;
    const bool is_rounding = below.rounding.explains(apart);
    if (column != all_ && !is_rounding) {
      columns_.push_back({findings_.size(), footing, column, apart});
    }
    gap = {difference, {findings_.size()}};
    findings_.push_back(
        words_.of_total(is_rounding ? "rounding" : words_.id_of(*compared.footing), compared));
  }

  [[nodiscard]] Below below_of(std::size_t footing, std::size_t column) const {
    Below below;
    below.rounding = Rounding(unit_);
    const auto add = [&](std::int64_t rows, std::int64_t printed) {
      below.rows = below.rows.value_or(0) + rows;
      below.rounding.add(printed);
    };
    const Nesting::Place& place = nesting_.places[footing];
    for (const std::size_t inside : place.inside) {
      const Below& one = sums_[inside][column];
      if (one.rows) {
        add(*one.rows, *one.rows + gaps_[inside][column].amount);
      }
      below.missing += one.missing;
      below.gap.add(gaps_[inside][column]);
    }
    for (const std::size_t row : place.loose) {
      const Entry& entry = ledger_.entries[row];
      if (entry.kind == LineKind::memo) {
        continue;
      }
      Held held = column == all_ ? reader_.of_periods(entry) : reader_.of_period(entry, column);
      if (column == all_ && !held.value && entry.total) {
        held = {entry.total->value, 0};
      }
      below.missing += held.missing;
      if (held.value) {
        const std::int64_t gap = column == all_ ? row_gaps_[row].amount : 0;
        add(*held.value, *held.value + gap);
      }
      if (column == all_) {
        below.gap.add(row_gaps_[row]);
      }
    }
    return below;
  }

  /// A total against the totals declared for its periods. Each is compared downwards already: what
  /// is left to tell is that they were rounded one by one.
  void test_across(std::size_t footing, bool is_free) {
    const Footing& one = ledger_.footings[footing];
    Rounding rounding(unit_);
    std::int64_t sum = 0;
    for (const std::size_t period : reader_.wholes()) {
      if (one.of_period[period]) {
        sum += one.of_period[period]->figure.value;
        rounding.add(one.of_period[period]->figure.value);
      } else if (sums_[footing][period].rows) {
        return;
      }
    }
    if (!one.overall || sum == 0) {
      return;
    }
    across_[footing] = one.overall->figure.value - sum;
    std::int64_t known = 0;
    for (const std::size_t inside : nesting_.places[footing].inside) {
      known += across_[inside];
    }
    for (const std::size_t row : nesting_.places[footing].loose) {
      known += row_gaps_[row].amount;
    }
    if (is_free && across_[footing] != 0 && across_[footing] != known &&
        rounding.explains(across_[footing])) {
      Finding finding = words_.of_total("rounding", {&one, nullptr, &*one.overall, sum, 0});
      std::ranges::find(finding.diagnostic.args, "what", &Arguments::value_type::first)->second =
          "across";
      findings_.push_back(std::move(finding));
    }
  }

  /// True when the row counts in this total of a period, with no total of that period between.
  [[nodiscard]] bool is_just_below(std::size_t row, const Column& column) const {
    if (nesting_.above_row[row] == Nesting::none) {
      return false;
    }
    for (std::size_t at = nesting_.above_row[row]; at != Nesting::none;
         at = nesting_.places[at].above) {
      if (at == column.footing) {
        return true;
      }
      if (declared_of(at, column.period)) {
        return false;
      }
    }
    return false;
  }

  void join_cells() {
    std::map<std::size_t, std::vector<const Column*>> columns_of;  // by finding of the row
    std::map<std::size_t, std::size_t> entry_of;
    for (const Column& column : columns_) {
      const auto rows = rows_.find(column.gap);
      if (rows == rows_.end()) {
        continue;
      }
      const Row* found = nullptr;
      int count = 0;
      for (const Row& row : rows->second) {
        if (is_just_below(row.entry, column)) {
          found = &row;
          ++count;
        }
      }
      if (count == 1) {
        columns_of[found->finding].push_back(&column);
        entry_of[found->finding] = found->entry;
      }
    }
    for (const auto& [finding, columns] : columns_of) {
      if (columns.size() == 1) {
        const Column& column = *columns.front();
        words_.make_cell(findings_[finding], ledger_.entries[entry_of[finding]], column.period,
                         column.gap, findings_[column.finding]);
        joined_.push_back(column.finding);
      }
    }
  }

  void drop_joined() {
    std::ranges::sort(joined_);
    for (const std::size_t index : joined_) {
      findings_[index].diagnostic.id.clear();
    }
    const auto from = findings_.begin() + static_cast<std::ptrdiff_t>(first_);
    findings_.erase(
        std::remove_if(from, findings_.end(),
                       [](const Finding& finding) { return finding.diagnostic.id.empty(); }),
        findings_.end());
  }

  const Plan& plan_;
  const Reader& reader_;
  const Ledger& ledger_;
  Nesting nesting_;
  SumWords words_;
  std::int64_t unit_;
  std::size_t all_;  ///< the column of all periods together
  std::vector<Finding>& findings_;
  std::size_t first_;  ///< findings of this ledger start here
  std::vector<Gap> row_gaps_;
  std::map<std::int64_t, std::vector<Row>> rows_;  ///< findings on rows, by difference
  std::vector<Column> columns_;
  std::vector<std::vector<Gap>> gaps_;    ///< of each footing, by column
  std::vector<std::vector<Below>> sums_;  ///< likewise
  std::vector<std::int64_t> across_;      ///< of each footing: its total against its periods
  std::vector<std::size_t> joined_;       ///< findings that a cell’s has taken in
};

}  // namespace

void test_sums(const Subject& subject, std::vector<Finding>& findings) {
  const Reader reader(subject.plan);
  for (const Ledger& ledger : subject.ledgers.all) {
    Sums(subject.plan, reader, ledger, findings).test();
  }
}

}  // namespace rapporteur::check
