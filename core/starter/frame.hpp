// Headers of a table for one plan: a column by language or period becomes several.
#pragma once

#include <string>
#include <vector>

#include "base/workbook_draft.hpp"
#include "plan/plan.hpp"

namespace rapporteur::starter {

/// What the headers and formats of a plan's tables depend on.
struct Frame {
  std::vector<std::string> languages;  ///< the first is the author's own
  std::vector<std::string> periods;
  std::vector<std::string> levels;
  std::vector<std::string> scales;
  std::string currency;
  NumberStyle numbers;
};
[[nodiscard]] Frame frame_of(const Plan& plan);

/// A column as headed: `title.fr`, `amount.2026`.
struct Headed {
  const ColumnSpec* column = nullptr;
  std::string key;  ///< language or period
  [[nodiscard]] std::string header() const;
};

/// All columns of a table in the order of the schema. A table that has a column `period` is typed
/// long: without its columns by period, and without those that only the wide form needs.
[[nodiscard]] std::vector<Headed> headed_columns(const TableSpec& table, const Frame& frame);

/// Format, width and drop-down list of a column. Lists offer the spellings of the first language.
[[nodiscard]] DraftColumn draft_of(const Headed& headed, const Frame& frame);

/// The choices of a column in a language: its French spelling where it has one.
[[nodiscard]] std::vector<std::string> choices_in(const ColumnSpec& column,
                                                  std::string_view language);

/// The table's or column's help in a language (English unless "fr").
[[nodiscard]] std::string_view help_in(const TableSpec& table, std::string_view language);
[[nodiscard]] std::string_view help_in(const ColumnSpec& column, std::string_view language);

}  // namespace rapporteur::starter
