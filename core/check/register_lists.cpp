// Columns that are lists of choices though typed freely, and cells left empty among full ones.
#include <algorithm>
#include <array>
#include <map>

#include "base/text.hpp"
#include "check/register_rules.hpp"
#include "check/tracks.hpp"

namespace rapporteur::check {
namespace {

constexpr std::size_t enough_rows = 5;
constexpr std::size_t few = 10;  // one in ten is an odd one out
constexpr std::size_t most = 5;  // four of five rows are filled: the fifth is a gap

struct Choices {
  std::map<std::string, std::vector<const Record*>> rows;  ///< as typed
  std::size_t all = 0;
};

Choices choices_of(const Table& table, std::string_view column) {
  Choices choices;
  for (const Record& record : table.records) {
    const std::string typed = trimmed(typed_in(record, column));
    const Cell* const cell = record.find(column);
    if (!typed.empty() && !std::holds_alternative<Missing>(cell->value)) {
      choices.rows[typed].push_back(&record);
      ++choices.all;
    }
  }
  return choices;
}

/// A list of choices: few words, used again and again.
bool is_list(const Choices& choices) {
  return choices.all >= enough_rows && choices.rows.size() * 3 <= choices.all;
}

Finding odd_one(const std::string& typed, const std::vector<const Record*>& rows,
                std::string_view column, const char* why, const std::string& usual) {
  Group group;
  for (const Record* const record : rows) {
    group.add(place_of(*record, column), name_of_row(*record));
  }
  Finding finding = group.finding("closed-list", rows.size());
  finding.row = rows.front()->id;
  Arguments& args = finding.diagnostic.args;
  args.emplace_back("row", name_of_row(*rows.front()));
  args.emplace_back("why", why);
  args.emplace_back("value", typed);
  args.emplace_back("label", typed);
  args.emplace_back("usual", usual);
  args.emplace_back("column", std::string(column));
  return finding;
}

void test_list(const Table& table, std::string_view column, std::vector<Finding>& findings) {
  const Choices choices = choices_of(table, column);
  if (!is_list(choices)) {
    return;
  }
  for (const auto& [typed, rows] : choices.rows) {
    std::string usual;
    std::size_t longer = 0;
    bool is_variant = false;
    for (const auto& [other, other_rows] : choices.rows) {
      if (other == typed) {
        continue;
      }
      if (folded(other) == folded(typed) && other_rows.size() > rows.size()) {
        usual = other;
        is_variant = true;
      }
      if (folded(other).starts_with(folded(typed) + "_")) {
        ++longer;
        usual = is_variant ? usual : other;
      }
    }
    if (is_variant) {
      findings.push_back(odd_one(typed, rows, column, "variant", usual));
    } else if (longer > 1 && rows.size() * few <= choices.all) {
      findings.push_back(odd_one(typed, rows, column, "part", usual));
    }
  }
}

/// "Output 1.1:" -> "output": what is left of a heading without its number.
std::string stem_of(std::string_view heading) {
  std::string stem;
  for (const char c : folded(heading)) {
    if ((c < '0' || c > '9') && c != '.') {
      stem.push_back(c);
    }
  }
  while (!stem.empty() && stem.back() == '_') {
    stem.pop_back();
  }
  return stem;
}

void test_stems(const Table& table, std::string_view column, std::vector<Finding>& findings) {
  std::map<std::string, std::vector<const Record*>> stems;
  std::size_t all = 0;
  for (const Record& record : table.records) {
    if (const std::string stem = stem_of(typed_in(record, column)); !stem.empty()) {
      stems[stem].push_back(&record);
      ++all;
    }
  }
  const auto usual =
      std::ranges::max_element(stems, {}, [](const auto& entry) { return entry.second.size(); });
  if (all < enough_rows || usual->second.size() * most < all * (most - 1)) {
    return;
  }
  for (const auto& [stem, rows] : stems) {
    if (stem != usual->first) {
      findings.push_back(odd_one(std::string(typed_in(*rows.front(), column)), rows, column,
                                 "heading", std::string(typed_in(*usual->second.front(), column))));
    }
  }
}

bool is_filled(const Record& record, std::string_view column) {
  return std::ranges::any_of(record.cells, [&](const Cell& cell) {
    return cell.column->name == column && !trimmed(cell.typed).empty();
  });
}

/// Rows that lack a cell which the others have: one finding a row, with the names of its columns.
void test_cells(const Table& table, std::span<const std::string_view> columns,
                const std::vector<const Record*>& rows, std::vector<Finding>& findings) {
  std::vector<std::string_view> usual;
  for (const std::string_view column : columns) {
    const auto filled = static_cast<std::size_t>(std::ranges::count_if(
        rows, [&](const Record* record) { return is_filled(*record, column); }));
    if (filled < rows.size() && (rows.size() - filled) * 4 <= rows.size()) {
      usual.push_back(column);
    }
  }
  for (const Record* const record : rows) {
    std::string lacking;
    for (const std::string_view column : usual) {
      if (!is_filled(*record, column)) {
        lacking.append(lacking.empty() ? "" : ", ").append(column);
      }
    }
    if (lacking.empty()) {
      continue;
    }
    Finding finding;
    finding.diagnostic.id = "cell-empty";
    finding.diagnostic.origin = record->origin;
    finding.row = record->id;
    finding.diagnostic.args = {{"row", name_of_row(*record)},
                               {"columns", lacking},
                               {"table", std::string(table.spec->name)}};
    findings.push_back(std::move(finding));
  }
}

std::vector<const Record*> all_of(const Table& table) {
  std::vector<const Record*> rows;
  for (const Record& record : table.records) {
    rows.push_back(&record);
  }
  return rows;
}

}  // namespace

void test_closed_lists(const Subject& subject, std::vector<Finding>& findings) {
  struct Column {
    std::string_view table;
    std::string_view column;
  };
  constexpr std::array<Column, 9> lists = {{{"awards", "type"},
                                            {"awards", "modality"},
                                            {"awards", "category"},
                                            {"awards", "population"},
                                            {"risks", "category"},
                                            {"risks", "frequency"},
                                            {"risks", "status"},
                                            {"budget_lines", "category"},
                                            {"indicators", "frequency"}}};
  for (const Column& list : lists) {
    if (const Table* const table = table_of(subject.plan, list.table)) {
      test_list(*table, list.column, findings);
    }
  }
  if (const Table* const awards = table_of(subject.plan, "awards")) {
    test_stems(*awards, "heading", findings);
  }
}

void test_empty_cells(const Subject& subject, std::vector<Finding>& findings) {
  constexpr std::array<std::string_view, 7> of_risks = {
      "category", "likelihood", "impact", "frequency", "source", "date", "status"};
  constexpr std::array<std::string_view, 5> of_awards = {"type", "modality", "category",
                                                         "population", "amount"};
  constexpr std::array<std::string_view, 8> of_sheets = {
      "objective", "stakeholders", "innovation", "challenges",
      "results",   "sustainable",  "validated",  "contact_role"};
  if (const Table* const risks = table_of(subject.plan, "risks");
      risks != nullptr && risks->records.size() >= enough_rows) {
    test_cells(*risks, of_risks, all_of(*risks), findings);
  }
  if (const Table* const awards = table_of(subject.plan, "awards");
      awards != nullptr && awards->records.size() >= enough_rows) {
    test_cells(*awards, of_awards, all_of(*awards), findings);
  }
  const Table* const practices = table_of(subject.plan, "practices");
  if (practices == nullptr) {
    return;
  }
  std::vector<const Record*> sheets;  // practices told in full
  for (const Record& record : practices->records) {
    const auto filled = std::ranges::count_if(
        of_sheets, [&](std::string_view column) { return is_filled(record, column); });
    if (filled * 2 > std::ssize(of_sheets)) {
      sheets.push_back(&record);
    }
  }
  test_cells(*practices, of_sheets, sheets, findings);
  const bool has_class = std::ranges::any_of(
      practices->records, [](const Record& record) { return is_filled(record, "class"); });
  if (!has_class && !sheets.empty()) {
    Finding finding;
    finding.diagnostic.id = "class-missing";
    finding.diagnostic.origin = practices->origin;
    finding.diagnostic.args = {{"count", static_cast<std::int64_t>(practices->records.size())}};
    findings.push_back(std::move(finding));
  }
}

/// Partners without a heading where most of their kind have one.
void test_headings(const Subject& subject, std::vector<Finding>& findings) {
  const Table* const partners = table_of(subject.plan, "partners");
  if (partners == nullptr) {
    return;
  }
  std::map<std::string, std::pair<Group, std::size_t>> kinds;
  for (const Record& record : partners->records) {
    auto& [lacking, all] = kinds[record.word("kind")];
    ++all;
    if (!is_filled(record, "group")) {
      lacking.add(record.origin, record.word("organisation"));
    }
  }
  for (const auto& [kind, rows] : kinds) {
    if (!rows.first.empty() && rows.first.size() * 2 < rows.second) {
      findings.push_back(rows.first.finding("heading-missing", rows.second));
    }
  }
}

}  // namespace rapporteur::check
