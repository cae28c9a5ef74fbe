// Fees against their rates. The base is what the plan prints for it where it does, else the sum of
// its lines; the fee is rounded to the unit printed, half away from zero. So a fee is right when it
// follows from either base.
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "check/ledger.hpp"
#include "check/money_rules.hpp"
#include "check/rounding.hpp"
#include "plan/exact.hpp"

namespace rapporteur::check {
namespace {

__extension__ using Wide = __int128;

/// Kinds of fees with the words for them in `category` and `base`.
struct Fee {
  std::string_view kind;
  std::array<std::string_view, 3> words;
};
constexpr std::array<Fee, 3> fees = {{
    {"gms", {"gms", "frais_de_gestion", "management_fees"}},
    {"levy", {"levy", "prelevement", "coordination_levy"}},
    {"indirect", {"indirect", "couts_indirects", "indirect_costs"}},
}};
constexpr std::array<std::string_view, 7> project_words = {
    "project",          "projet",         "couts_directs",  "direct_costs",
    "budget_du_projet", "project_budget", "total_du_projet"};

std::string_view fee_named(std::string_view word) {
  const std::string name = folded(word);
  for (const Fee& fee : fees) {
    if (std::ranges::find(fee.words, name) != fee.words.end()) {
      return fee.kind;
    }
  }
  return {};
}

struct Rate {
  const Record* record = nullptr;
  std::string kind;
  std::string period;
  Decimal percent;
};

class Rates {
 public:
  Rates(const Subject& subject, std::vector<Finding>& findings)
      : plan_(subject.plan),
        ledger_(subject.ledgers.all.front()),
        reader_(subject.plan),
        unit_(printed_unit(ledger_, subject.plan.currency)),
        findings_(findings) {
    read_rates();
    for (std::size_t i = 0; i < ledger_.entries.size(); ++i) {
      kinds_.push_back(fee_named(ledger_.entries[i].category));
    }
  }

  void test() {
    for (const Fee& fee : fees) {
      std::vector<std::size_t> lines;
      for (std::size_t i = 0; i < kinds_.size(); ++i) {
        if (kinds_[i] == fee.kind && ledger_.entries[i].kind == LineKind::amount) {
          lines.push_back(i);
        }
      }
      if (!lines.empty()) {
        test_fee(fee.kind, lines);
      }
    }
  }

 private:
  void read_rates() {
    const auto table = plan_.tables.find("rates");
    if (table == plan_.tables.end()) {
      return;
    }
    for (const Record& record : table->second.records) {
      const Cell* const cell = record.find("rate");
      const auto* const percent = cell == nullptr ? nullptr : std::get_if<Decimal>(&cell->value);
      if (percent == nullptr) {
        continue;
      }
      // The rate of one contribution says nothing on the whole budget.
      has_shares_ = has_shares_ || !record.word("contribution").empty();
      rates_.push_back({&record, record.word("kind"), record.word("period"), *percent});
    }
  }

  [[nodiscard]] const Rate* rate_of(std::string_view kind, const Period* period) const {
    const Rate* found = nullptr;
    for (const Rate& rate : rates_) {
      if (rate.kind == kind &&
          (rate.period.empty() ? found == nullptr
                               : period != nullptr && rate.period == period->id)) {
        found = &rate;
      }
    }
    return found;
  }

  void test_fee(std::string_view kind, const std::vector<std::size_t>& lines) {
    const bool is_known =
        std::ranges::any_of(rates_, [&](const Rate& rate) { return rate.kind == kind; });
    if (has_shares_) {
      return;
    }
    if (!is_known) {
      tell_missing(kind, ledger_.entries[lines.front()]);
      return;
    }
    const std::size_t first = findings_.size();
    bool has_periods = false;
    for (const std::size_t period : reader_.wholes()) {
      const auto declared = sum_of(lines, period);
      has_periods = has_periods || declared;
      const Rate* const rate = rate_of(kind, &plan_.periods[period]);
      if (declared && rate != nullptr) {
        test_amount(kind, *rate, lines, period, *declared);
      }
    }
    const bool has_one_rate = std::ranges::none_of(
        rates_, [&](const Rate& rate) { return rate.kind == kind && !rate.period.empty(); });
    const auto declared = sum_of(lines, all());
    if (!has_one_rate || !declared) {
      return;
    }
    const Rate& rate = *rate_of(kind, nullptr);
    if (!has_periods) {
      test_amount(kind, rate, lines, all(), *declared);
    } else if (first < findings_.size()) {
      relate_total(rate, lines, *declared, first);
    }
  }

  [[nodiscard]] std::size_t all() const { return plan_.periods.size(); }

  [[nodiscard]] std::optional<std::int64_t> value_of(const Entry& entry, std::size_t column) const {
    if (entry.kind == LineKind::memo) {
      return std::nullopt;
    }
    if (column != all()) {
      return reader_.of_period(entry, column).value;
    }
    return entry.total ? std::optional(entry.total->value) : reader_.of_periods(entry).value;
  }

  [[nodiscard]] std::optional<std::int64_t> sum_of(const std::vector<std::size_t>& rows,
                                                   std::size_t column) const {
    std::optional<std::int64_t> sum;
    for (const std::size_t row : rows) {
      if (const auto value = value_of(ledger_.entries[row], column)) {
        sum = sum.value_or(0) + *value;
      }
    }
    return sum;
  }

  /// Rows of the base in groups that a total may be printed for; nothing when a word of it is not
  /// understood.
  [[nodiscard]] std::optional<std::vector<std::vector<std::size_t>>> base_of(
      const Rate& rate) const {
    std::string base = rate.record->word("base");
    if (base.empty()) {
      base = rate.kind == "levy" ? "project + gms" : "project";
    }
    std::vector<std::vector<std::size_t>> groups;
    for (const std::string& part : split(base, '+')) {
      const std::string word = folded(trimmed(part));
      const std::string_view fee = fee_named(word);
      const bool is_project = std::ranges::find(project_words, word) != project_words.end();
      std::vector<std::size_t> rows;
      for (std::size_t i = 0; i < ledger_.entries.size(); ++i) {
        const bool is_in = !fee.empty() ? kinds_[i] == fee
                           : is_project ? kinds_[i].empty()
                                        : folded(ledger_.entries[i].category) == word;
        if (is_in) {
          rows.push_back(i);
        }
      }
      if (rows.empty()) {
        return std::nullopt;
      }
      groups.push_back(std::move(rows));
    }
    return groups;
  }

  /// The total that the plan prints over just these rows.
  [[nodiscard]] std::optional<std::int64_t> printed(const std::vector<std::size_t>& rows,
                                                    std::size_t column) const {
    for (const Footing& footing : ledger_.footings) {
      const auto& declared = column == all() ? footing.overall : footing.of_period[column];
      if (declared && footing.rows.size() == rows.size()) {
        std::vector<std::size_t> sorted = footing.rows;
        std::ranges::sort(sorted);
        if (sorted == rows) {
          return declared->figure.value;
        }
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<std::int64_t> rounded(std::int64_t base,
                                                    const Decimal& percent) const {
    Wide scale = static_cast<Wide>(100) * unit_;
    for (int i = 0; i < percent.scale; ++i) {
      scale *= 10;
    }
    const Wide product = static_cast<Wide>(base) * percent.digits;
    const Wide half = product < 0 ? -scale / 2 : scale / 2;
    return static_cast<std::int64_t>((product + half) / scale * unit_);
  }

  void test_amount(std::string_view kind, const Rate& rate, const std::vector<std::size_t>& lines,
                   std::size_t column, std::int64_t declared) {
    const auto groups = base_of(rate);
    if (!groups) {
      return;
    }
    std::int64_t as_printed = 0;
    std::int64_t as_added = 0;
    for (const std::vector<std::size_t>& rows : *groups) {
      const std::int64_t added = sum_of(rows, column).value_or(0);
      as_added += added;
      as_printed += printed(rows, column).value_or(added);
    }
    if (as_printed == 0) {
      return;
    }
    const auto expected = rounded(as_printed, rate.percent);
    const auto from_rows = rounded(as_added, rate.percent);
    if (!expected || !from_rows || std::abs(*expected - declared) <= unit_ ||
        std::abs(*from_rows - declared) <= unit_) {
      return;
    }
    const Entry& line = ledger_.entries[lines.front()];
    const std::optional<Figure>& figure_of = column == all() ? line.total : line.amounts[column];
    Finding finding;
    finding.diagnostic.id = "rate-amount";
    finding.diagnostic.origin = figure_of ? figure_of->origin() : line.origin();
    finding.row = line.id;
    finding.values = {declared, *expected};
    Arguments& args = finding.diagnostic.args;
    args.emplace_back("kind", std::string(kind));
    args.emplace_back("row", std::string(line.id));
    args.emplace_back("has_period", column == all() ? "no" : "yes");
    add_text(args, "period", column == all() ? LocalText{} : plan_.periods[column].label,
             column == all() ? "" : plan_.periods[column].id);
    add_figures(args, declared, *expected, as_printed, rate);
    finding.diagnostic.related.push_back({"rate", args, rate.record->origin});
    findings_.push_back(std::move(finding));
  }

  void add_figures(Arguments& args, std::int64_t declared, std::int64_t expected, std::int64_t base,
                   const Rate& rate) const {
    const auto money = [&](std::int64_t minor) { return figure({minor, plan_.currency}); };
    args.emplace_back("declared", money(declared));
    args.emplace_back("expected", money(expected));
    args.emplace_back("base", money(base));
    args.emplace_back("difference", money(std::abs(declared - expected)));
    args.emplace_back("direction", declared > expected ? "more" : "less");
    add_percent(args, "rate", rate.percent);
    constexpr int decimals = 3;
    add_percent(args, "effective", percent_of(declared, base, decimals).value_or(Decimal{}));
  }
  static void add_percent(Arguments& args, const std::string& name, const Decimal& percent) {
    std::string english = to_string(percent);
    std::string french = english;
    std::ranges::replace(french, '.', ',');
    add_text(args, name, english, french);
  }

  /// The fee over all periods follows those of the periods: told with the last of them.
  void relate_total(const Rate& rate, const std::vector<std::size_t>& lines, std::int64_t declared,
                    std::size_t first) {
    const auto groups = base_of(rate);
    if (!groups) {
      return;
    }
    std::int64_t base = 0;
    for (const std::vector<std::size_t>& rows : *groups) {
      base += printed(rows, all()).value_or(sum_of(rows, all()).value_or(0));
    }
    const auto expected = rounded(base, rate.percent);
    if (!expected || base == 0 || std::abs(*expected - declared) <= unit_) {
      return;
    }
    const Entry& line = ledger_.entries[lines.front()];
    Related related;
    related.key = "total";
    related.origin = line.origin_of_amount();
    add_figures(related.args, declared, *expected, base, rate);
    for (std::size_t i = first; i < findings_.size(); ++i) {
      findings_[i].diagnostic.related.push_back(related);
    }
  }

  void tell_missing(std::string_view kind, const Entry& line) {
    if (!value_of(line, all())) {
      return;
    }
    Finding finding;
    finding.diagnostic.id = "rate-missing";
    finding.diagnostic.origin = line.origin();
    finding.row = line.id;
    finding.diagnostic.args = {{"kind", std::string(kind)}, {"row", std::string(line.id)}};
    findings_.push_back(std::move(finding));
  }

  const Plan& plan_;
  const Ledger& ledger_;
  Reader reader_;
  std::int64_t unit_;
  std::vector<Finding>& findings_;
  std::vector<Rate> rates_;
  std::vector<std::string_view> kinds_;  ///< of each line: the fee that it is, or empty
  bool has_shares_ = false;
};

}  // namespace

void test_rates(const Subject& subject, std::vector<Finding>& findings) {
  Rates(subject, findings).test();
}

}  // namespace rapporteur::check
