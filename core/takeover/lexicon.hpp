// What donors' labels mean in a plan, in French, English and Spanish.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::takeover {

/// A single value of the plan: `name` in the view, the Lua that gives it, and its labels, parted by
/// '|'. Words of a label are compared as tokens() gives them.
struct ValueEntry {
  std::string_view name;
  std::string_view lua;
  std::string_view labels;
  bool is_money = false;
};
[[nodiscard]] std::span<const ValueEntry> value_entries();

/// A text of the plan: the slots of narrative/ that may hold it, best first.
struct TextEntry {
  std::string_view slots;  ///< "summary|executive-summary"
  std::string_view labels;
};
[[nodiscard]] std::span<const TextEntry> text_entries();

/// A column of a table. `field` of the rows that the table's Lua gives; money can be added up.
struct ColumnEntry {
  std::string_view field;
  std::string_view labels;
  bool is_money = false;
};
/// A kind of table: what Lua gives its rows, words of headings that speak for it, its columns.
struct TableEntry {
  std::string_view name;  ///< in the view
  std::string_view lua;
  std::string_view headings;
  std::span<const ColumnEntry> columns;
  char by_period = 0;  ///< 'p', 't' or 0: the prefix of fields by year that "Year 1" means
};
[[nodiscard]] std::span<const TableEntry> table_entries();

/// How well a label fits one of `labels`: 0 not at all … 100 word for word.
[[nodiscard]] int fit(const std::vector<std::string>& label, std::string_view labels);

[[nodiscard]] const ValueEntry* find_value(std::string_view label);
/// "Title", "Date": among signatures, those of a person.
[[nodiscard]] bool is_ambiguous(std::string_view label);
[[nodiscard]] const TextEntry* find_text(std::string_view label);

/// The field of a column: entry and score; a column of a year gives p1, t2 … by `year`.
struct ColumnMatch {
  std::string field;
  bool is_money = false;
  int score = 0;
};
[[nodiscard]] std::optional<ColumnMatch> find_column(const TableEntry& table,
                                                     std::string_view label);

/// "impact", "outcome", "output", "activity" when a row's label says no more than that (and its
/// number); else empty.
[[nodiscard]] std::string_view chain_level(std::string_view label);
/// "Year 1", "Année 2", "2026", "Y3": names a period.
[[nodiscard]] bool names_year(std::string_view label);
/// A year stands in the label: "Target 2026", "Budget année 1".
[[nodiscard]] bool has_year(std::string_view label);
/// "Q1", "T2", "Trimestre 3".
[[nodiscard]] bool names_quarter(std::string_view label);
/// "Total", "Sous-total".
[[nodiscard]] bool is_total(std::string_view label);

}  // namespace rapporteur::takeover
