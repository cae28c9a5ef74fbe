// The parts that a starter is put together from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/workbook.hpp"
#include "starter/frame.hpp"
#include "starter/starter.hpp"

namespace rapporteur::starter {

/// plan.yaml, each key explained in French and English.
[[nodiscard]] std::string plan_yaml_text(const Wishes& wishes, const Frame& frame);

/// The rows that a starter begins with, in the order of `columns`; most tables have none.
[[nodiscard]] std::vector<std::vector<SheetCell>> example_rows(const TableSpec& table,
                                                               const std::vector<Headed>& columns,
                                                               const Frame& frame);

/// The guide to every key, table and column in one language, as Markdown.
[[nodiscard]] std::string guide_text(std::string_view language);
/// The tables in short, as the first sheet of a workbook.
[[nodiscard]] DraftSheet guide_sheet();

/// narrative/introduction.<language>.md
[[nodiscard]] std::string introduction_text(std::string_view language);

}  // namespace rapporteur::starter
