#include "takeover/table_choice.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "takeover/words.hpp"

namespace rapporteur::takeover {
namespace {

constexpr int most_years = 6;

int heading_score(const TableEntry& entry, std::string_view text) {
  return fit(tokens(text), entry.headings) > 0 ? 1 : 0;
}

// Both levels of a head may name it: "Targets – 2024".
std::vector<std::string> parts_of(const std::string& label) {
  std::vector<std::string> parts{label};
  const std::string mark = " – ";
  for (std::size_t at = 0; at != std::string::npos;) {
    const std::size_t next = label.find(mark, at);
    parts.push_back(label.substr(at, next == std::string::npos ? next : next - at));
    at = next == std::string::npos ? next : next + mark.size();
  }
  return parts;
}

bool is_year_column(const std::string& label) {
  const std::vector<std::string> parts = parts_of(label);
  return std::any_of(parts.begin(), parts.end(),
                     [](const std::string& part) { return names_year(part); });
}

}  // namespace

std::set<std::size_t> asked_columns(const FormTable& table) {
  std::set<std::size_t> columns;
  for (const TableRow& row : table.rows) {
    for (const RowCell& cell : row.cells) {
      columns.insert(cell.column);
    }
  }
  return columns;
}

std::optional<ColumnMatch> field_of(const TableEntry& entry,
                                    const std::vector<std::string>& columns, std::size_t column) {
  const std::string& label = columns[column];
  std::optional<ColumnMatch> best;
  for (const std::string& part : parts_of(label)) {
    const std::optional<ColumnMatch> match = find_column(entry, part);
    if (match && (!best || match->score >= best->score)) {  // the lowest line of a head says most
      best = match;
    }
  }
  if (!is_year_column(label) || entry.by_period == 0) {
    return best;
  }
  const std::string group = best ? best->field : "";
  char prefix = entry.by_period;
  if (prefix == 't' && group == "actual") {
    prefix = 'a';
  } else if (!group.empty() && group != "target" && group != "milestone" && group != "total") {
    return best;  // "Baseline 2020"
  }
  int year = 0;
  for (std::size_t i = 0; i <= column; ++i) {
    const bool is_other_cell = i == 0 || columns[i] != columns[i - 1];
    const bool is_other_group =
        parts_of(columns[i]).size() > 2 && parts_of(columns[i])[1] != parts_of(label)[1];
    year += is_other_cell && !is_other_group && is_year_column(columns[i]) ? 1 : 0;
  }
  if (year > most_years) {
    return std::nullopt;
  }
  return ColumnMatch{prefix + std::to_string(year), prefix == 'p', 100};
}

const TableEntry* choose_entry(const FormTable& table, std::string_view heading) {
  const TableEntry* best = nullptr;
  int best_score = 0;
  for (const TableEntry& entry : table_entries()) {
    std::set<std::string> fields;
    int score = 0;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const auto match = field_of(entry, table.columns, i);
      if (match && fields.insert(match->field).second) {
        score += match->score;
      }
    }
    const int hint = heading_score(entry, table.label) + heading_score(entry, heading);
    std::size_t known = 0;
    for (const std::size_t column : asked_columns(table)) {
      known += field_of(entry, table.columns, column) ? 1 : 0;
    }
    const bool is_enough = fields.size() >= 3 || (fields.size() == 2 && (hint > 0 || known >= 2)) ||
                           (fields.size() == 1 && hint > 0);
    const bool is_most = known * 2 >= asked_columns(table).size() && known > 0;
    score += hint * 120;
    if (is_enough && is_most && score > best_score) {
      best = &entry;
      best_score = score;
    }
  }
  return best;
}

bool are_single_values(const FormTable& table) {
  if (table.rows.size() != 1 || !table.rows.front().copies.empty() ||
      table.rows.front().kind != RowKind::record) {
    return false;
  }
  const std::vector<RowCell>& cells = table.rows.front().cells;
  if (std::any_of(cells.begin(), cells.end(),
                  [](const RowCell& cell) { return is_personal(cell.label); })) {
    return false;
  }
  const auto known = std::count_if(cells.begin(), cells.end(), [](const RowCell& cell) {
    return find_value(cell.label) != nullptr;
  });
  return known > 0 && static_cast<std::size_t>(known) * 2 >= cells.size();
}

}  // namespace rapporteur::takeover
