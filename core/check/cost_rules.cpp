// Rows of money: cells left empty, figures printed wrong, actions against lines.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "check/ledger.hpp"
#include "check/money_rules.hpp"

namespace rapporteur::check {
namespace {

Finding row_finding(const char* id, std::string_view row, const LocalText& title, Origin origin) {
  Finding finding;
  finding.diagnostic.id = id;
  finding.diagnostic.origin = std::move(origin);
  finding.row = row;
  finding.diagnostic.args.emplace_back("row", std::string(row));
  add_text(finding.diagnostic.args, "title", title, row);
  return finding;
}

LocalText title_of_entry(const Plan& plan, const Entry& entry) {
  if (entry.line != nullptr) {
    return title_of(plan, *entry.line);
  }
  LocalText title = entry.record->text("title");
  return title.empty() && entry.node ? plan.nodes[*entry.node].title : title;
}

const Table* table_of(const Plan& plan, std::string_view name) {
  const auto found = plan.tables.find(name);
  return found == plan.tables.end() ? nullptr : &found->second;
}

/// A column that says who; the first of `columns` that a row fills is enough.
struct Who {
  const char* id;
  const char* table;
  std::array<const char*, 2> columns;
  std::array<const char*, 2> alike;  ///< rows are compared with those that have these in common
};
constexpr std::array<Who, 5> who = {{
    {"missing-agency", "awards", {"agency", nullptr}, {nullptr, nullptr}},
    {"missing-agency", "claims", {"agency", nullptr}, {nullptr, nullptr}},
    {"missing-agency", "budget_lines", {"agency", "responsible"}, {"set", "category"}},
    {"missing-partner", "budget_lines", {"partner", "partners"}, {"set", "category"}},
    {"missing-partner", "nodes", {"partners", nullptr}, {"level", nullptr}},
}};

bool is_filled(const Record& record, const std::array<const char*, 2>& columns) {
  return std::ranges::any_of(columns, [&](const char* column) {
    const Cell* const cell = column == nullptr ? nullptr : record.find(column);
    // "none", "not known": an answer
    return cell != nullptr && !std::holds_alternative<std::monostate>(cell->value) &&
           cell->value != CellValue(Missing::empty);
  });
}

/// Four in five is "most".
constexpr std::size_t most = 4;
constexpr std::size_t all = 5;
constexpr std::size_t fewest = 5;  ///< rows to speak of a habit

void test_column(const Plan& plan, const Who& asked, std::vector<Finding>& findings) {
  const Table* const table = table_of(plan, asked.table);
  if (table == nullptr) {
    return;
  }
  // What all agencies did together ("transversal") is said by a theme of its own, row after row.
  std::map<std::string, bool> named_in;
  for (const Record& record : table->records) {
    named_in[record.word("theme")] |= is_filled(record, asked.columns);
  }
  std::map<std::string, std::vector<const Record*>> groups;
  for (const Record& record : table->records) {
    const std::string theme = record.word("theme");
    if (!theme.empty() && !named_in[theme]) {
      continue;
    }
    std::string group;
    for (const char* const column : asked.alike) {
      group.append(column == nullptr ? "" : record.word(column)).append("\n");
    }
    groups[group].push_back(&record);
  }
  for (const auto& [group, records] : groups) {
    const auto filled = static_cast<std::size_t>(std::ranges::count_if(
        records, [&](const Record* record) { return is_filled(*record, asked.columns); }));
    if (records.size() < fewest || filled * all < records.size() * most) {
      continue;
    }
    for (const Record* const record : records) {
      if (is_filled(*record, asked.columns)) {
        continue;
      }
      // The column that the table uses, else the first.
      const char* used = asked.columns[0];
      for (const char* const column : asked.columns) {
        if (column != nullptr && std::ranges::any_of(records, [&](const Record* one) {
              return one->find(column) != nullptr;
            })) {
          used = column;
        }
      }
      Origin origin = place_of(*table, *record, used);
      LocalText title = record->text(std::string_view(asked.table) == "claims" ? "claim" : "title");
      Finding finding = row_finding(asked.id, record->id, title, std::move(origin));
      finding.diagnostic.args.emplace_back("filled", static_cast<std::int64_t>(filled));
      finding.diagnostic.args.emplace_back("all", static_cast<std::int64_t>(records.size()));
      findings.push_back(std::move(finding));
    }
  }
}

/// "18.000.00": groups of three, then one of two, with one sign between them all.
bool is_malformed(std::string_view printed) {
  std::size_t from = printed.find_first_of("0123456789");
  if (from == std::string_view::npos) {
    return false;
  }
  std::size_t to = printed.find_last_of("0123456789") + 1;
  std::vector<std::size_t> groups = {0};
  std::vector<char> signs;
  for (const char letter : printed.substr(from, to - from)) {
    if (letter >= '0' && letter <= '9') {
      ++groups.back();
    } else if (letter == '.' || letter == ',') {
      signs.push_back(letter);
      groups.push_back(0);
    } else {
      return false;  // spaces, words: not told here
    }
  }
  constexpr std::size_t thousands = 3;
  if (signs.size() < 2) {
    return false;
  }
  const bool has_fraction =
      signs.back() != signs.front() && std::ranges::count(signs, signs.back()) == 1;
  const std::size_t last = groups.size() - (has_fraction ? 1 : 0);
  for (std::size_t i = 0; i < last; ++i) {
    const bool is_right = i == 0 ? groups[i] > 0 && groups[i] <= thousands : groups[i] == thousands;
    if (!is_right) {
      return true;
    }
  }
  return std::ranges::any_of(signs.begin(), signs.end() - (has_fraction ? 1 : 0),
                             [&](char sign) { return sign != signs.front(); });
}

}  // namespace

/// Lines not costed yet, and lines whose amounts are all 0 (national plans: K12; project document:
/// B14). In further presentations, lines of kind amount without any.
void test_costs(const Subject& subject, std::vector<Finding>& findings) {
  const Plan& plan = subject.plan;
  for (const Ledger& ledger : subject.ledgers.all) {
    if (ledger.table != "budget_lines") {
      continue;
    }
    for (const Entry& entry : ledger.entries) {
      const bool has_cell = entry.total || std::ranges::any_of(entry.amounts, [](const auto& cell) {
                              return !!cell;
                            });
      const bool is_zero = has_cell && (!entry.total || entry.total->value == 0) &&
                           std::ranges::all_of(entry.amounts, [](const auto& cell) {
                             return !cell || cell->value == 0;
                           });
      if (entry.kind == LineKind::blank && !has_cell) {
        findings.push_back(
            row_finding("cost-blank", entry.id, title_of_entry(plan, entry), entry.origin()));
      } else if (entry.kind == LineKind::amount && !has_cell && !ledger.set.empty()) {
        findings.push_back(
            row_finding("amount-missing", entry.id, title_of_entry(plan, entry), entry.origin()));
      } else if (entry.kind == LineKind::amount && is_zero) {
        findings.push_back(
            row_finding("amount-zero", entry.id, title_of_entry(plan, entry), entry.origin()));
      }
    }
  }
}

/// Who is in charge, where most others say so.
void test_who(const Subject& subject, std::vector<Finding>& findings) {
  for (const Who& asked : who) {
    test_column(subject.plan, asked, findings);
  }
}

void test_printed(const Subject& subject, std::vector<Finding>& findings) {
  const Table* const totals = table_of(subject.plan, "declared_totals");
  if (totals == nullptr) {
    return;
  }
  for (const Record& record : totals->records) {
    const std::string printed = record.word("printed");
    if (!is_malformed(printed)) {
      continue;
    }
    const Cell& cell = *record.find("printed");
    Finding finding = row_finding("number-malformed", record.id, {}, record.origin_of(cell));
    finding.diagnostic.args.emplace_back("printed", printed);
    const Cell* const amount = record.find("amount");
    const auto* const money = amount == nullptr ? nullptr : std::get_if<Money>(&amount->value);
    finding.diagnostic.args.emplace_back("has_amount", money == nullptr ? "no" : "yes");
    finding.diagnostic.args.emplace_back("amount",
                                         money == nullptr ? Argument("") : figure(*money));
    findings.push_back(std::move(finding));
  }
}

/// As many actions as lines (project document: B15).
void test_actions(const Subject& subject, std::vector<Finding>& findings) {
  const Plan& plan = subject.plan;
  const Table* const table = table_of(plan, "actions");
  if (table == nullptr) {
    return;
  }
  struct Count {
    std::int64_t actions = 0;
    std::int64_t lines = 0;
  };
  std::unordered_map<std::string, Count> counts;
  for (const Record& record : table->records) {
    ++counts[record.word("node")].actions;
  }
  for (const Entry& entry : subject.ledgers.all.front().entries) {
    if (entry.node) {
      ++counts[plan.nodes[*entry.node].id].lines;
    }
  }
  for (const Node& node : plan.nodes) {
    const auto found = counts.find(node.id);
    if (found == counts.end() || found->second.actions == 0 || found->second.lines == 0 ||
        found->second.actions == found->second.lines) {
      continue;
    }
    Finding finding = row_finding("actions-lines", node.id, node.title, node.origin);
    finding.diagnostic.args.emplace_back("actions", found->second.actions);
    finding.diagnostic.args.emplace_back("lines", found->second.lines);
    findings.push_back(std::move(finding));
  }
}

}  // namespace rapporteur::check
