// How the JSON export names things: shared by what writes it (exchange/) and what reads it back
// (load/).
#pragma once

#include <string>
#include <string_view>

#include "plan/plan.hpp"

namespace rapporteur {

/// Version of the layout, under the key `rapporteur_export`.
inline constexpr int export_version = 1;

/// Member of a row that holds a column: its name; `amount_by_period` where the table also has a
/// single column of that name (contributions.amount).
[[nodiscard]] std::string export_name(const TableSpec& table, const ColumnSpec& column);
/// And back: nullptr when the table has no such column.
[[nodiscard]] const ColumnSpec* exported_column(const TableSpec& table, std::string_view name);

/// A column's header as a table spells it: "title.fr", "amount.2012", "total". Names a cell in
/// `_cells`.
[[nodiscard]] std::string header_of(const ColumnSpec& column, std::string_view key);

/// Exact text of an amount in whole units with the decimals of its currency: 1234 US cents are
/// "12.34".
[[nodiscard]] std::string exact_text(const Money& money);

/// The text that a cell of this value is read from: numbers with a point and without groups, dates
/// as ISO, lists with a line break between items. Empty for a missing value.
[[nodiscard]] std::string exact_text(const CellValue& value);

}  // namespace rapporteur
