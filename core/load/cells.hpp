// One cell: its text -> a value of its column's type.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "plan/plan.hpp"

namespace rapporteur::load {

/// The value of a cell that is not empty; `text` is trimmed. Nothing when it is none of the
/// column's type, after a fault at `place`. A spelling that plan.yaml declares as missing is a
/// Missing, except in texts and keys. References are checked later, when every table is read.
[[nodiscard]] std::optional<CellValue> parse_cell(const Record& record, const Cell& cell,
                                                  const Plan& plan, Diagnostics& diagnostics);

/// yes, oui, true, x … or no, non, false …; nothing when it is neither.
[[nodiscard]] std::optional<bool> parse_boolean(std::string_view text);

/// trimmed() and strip_unprintable() of base, which look at every character; most cells need
/// neither, and their bytes say so.
[[nodiscard]] std::string trimmed_cell(const std::string& text);
[[nodiscard]] std::string printable_cell(const std::string& text);

}  // namespace rapporteur::load
