// Which table of the plan a form's table asks for.
#pragma once

#include <set>

#include "takeover/answers.hpp"

namespace rapporteur::takeover {

/// The kind whose columns fit best: two columns of different meaning at least, or one and a heading
/// that speaks for it. Null when the plan has no such table.
[[nodiscard]] const TableEntry* choose_entry(const FormTable& table, std::string_view heading);

/// Grid columns with blank cells: those that are asked about.
[[nodiscard]] std::set<std::size_t> asked_columns(const FormTable& table);

/// A head over one blank row whose labels are mostly single values of the plan.
[[nodiscard]] bool are_single_values(const FormTable& table);

/// The field that a column of the table means; nothing for a column of its own. `columns` are the
/// labels of the whole head: years are counted among them.
[[nodiscard]] std::optional<ColumnMatch> field_of(const TableEntry& entry,
                                                  const std::vector<std::string>& columns,
                                                  std::size_t column);

}  // namespace rapporteur::takeover
