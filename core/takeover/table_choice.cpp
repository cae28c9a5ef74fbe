#include "takeover/table_choice.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "takeover/words.hpp"

namespace rapporteur::takeover {
namespace {

constexpr int most_years = 6;
constexpr int most_quarters = 24;

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

// The lowest line of a head that names a period says which one: a quarter is no year.
bool is_year_column(const std::string& label) {
  const std::vector<std::string> parts = parts_of(label);
  return !names_quarter(parts.back()) &&
         std::any_of(parts.begin(), parts.end(),
                     [](const std::string& part) { return has_year(part); });
}
bool is_quarter_column(const std::string& label) {
  return names_quarter(parts_of(label).back());
}

// Which of the columns that `belongs` tells is this one; cells that span columns count once.
template <class Belongs>
int count_to(const std::vector<std::string>& columns, std::size_t column, Belongs belongs) {
  int count = 0;
  for (std::size_t i = 0; i <= column; ++i) {
    const bool is_other_cell = i == 0 || columns[i] != columns[i - 1];
    count += is_other_cell && belongs(i) ? 1 : 0;
  }
  return count;
}

std::optional<ColumnMatch> best_match(const TableEntry& entry, const std::string& label) {
  std::optional<ColumnMatch> best;
  for (const std::string& part : parts_of(label)) {
    const std::optional<ColumnMatch> match = find_column(entry, part);
    if (match && (!best || match->score >= best->score)) {  // the lowest line of a head says most
      best = match;
    }
  }
  return best;
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
  if (entry.name == "activities" && is_quarter_column(label)) {
    const int quarter =
        count_to(columns, column, [&](std::size_t i) { return is_quarter_column(columns[i]); });
    return quarter <= most_quarters
               ? std::optional(ColumnMatch{"q" + std::to_string(quarter), false, 100})
               : std::nullopt;
  }
  std::optional<ColumnMatch> best = best_match(entry, label);
  const std::string group = best ? best->field : "";
  const bool is_plain = group.empty() || group == "total" || group == "target" ||
                        group == "milestone" || group == "actual";
  if (!is_year_column(label) || entry.by_period == 0 || !is_plain) {
    return best;  // "Baseline 2020"
  }
  const auto same_group = [&](std::size_t i) {
    const std::optional<ColumnMatch> other = best_match(entry, columns[i]);
    return is_year_column(columns[i]) && (other ? other->field : "") == group;
  };
  if (!group.empty() && count_to(columns, columns.size() - 1, same_group) < 2) {
    return best;  // one "Target 2025" is the target
  }
  const int year = count_to(columns, column, same_group);
  const std::string prefix(1, group == "actual" ? 'a' : entry.by_period);
  return year <= most_years ? std::optional(ColumnMatch{prefix + std::to_string(year),
                                                        entry.by_period == 'p', 100})
                            : std::nullopt;
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
