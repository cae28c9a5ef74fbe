// What differs between two plans: last year's and this year's, or before and after a review.
//
// Rows are matched by their id (or by what names them in tables without ids) and by nothing else: a
// renamed id is a dropped row and a new one. Values of indicators are matched by indicator, series,
// kind, period and target set, however they were typed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/json.hpp"
#include "plan/plan.hpp"

namespace rapporteur::exchange {

/// One side of a difference. monostate: there is nothing on this side.
struct Side {
  std::variant<std::monostate, CellValue, IndicatorValue> value;
  const Scale* scale = nullptr;  ///< of an ordinal value
  Origin origin;
};

struct Change {
  std::string table;  ///< by the schema, or "plan.yaml"
  std::string row;    ///< its id, or the words that name it; empty in plan.yaml
  LocalText label;    ///< title of the row
  std::string column;
  Side before;
  Side after;
  std::optional<Decimal> difference;  ///< of two numbers of one kind: after - before
  std::optional<Decimal> percent;     ///< of the number before, one decimal; not of percentages
};

struct RowChange {
  std::string table;
  std::string row;
  LocalText label;
  Origin origin;
  bool is_new = false;  ///< else it was dropped
};

/// A paragraph that still names the year of the earlier report.
struct Mention {
  int line = 0;               ///< on which the paragraph starts
  std::string text;           ///< the paragraph
  std::size_t at = 0;         ///< where the year stands in it
  bool is_unchanged = false;  ///< the paragraph stood in the earlier report as it is
};

enum class TextState { changed, added, dropped, unchanged };

struct TextChange {
  std::string slot;
  std::string language;
  TextState state = TextState::changed;
  int paragraphs = 0;  ///< of the later text, headings apart
  int same = 0;        ///< of these, as in the earlier one
  std::vector<Mention> mentions;
  Origin origin;  ///< of the later text; of a dropped one, the earlier
};

/// Rows of prose that say the same in the report on another period.
struct StaleRows {
  std::string table;
  std::vector<std::string> rows;
  std::size_t of = 0;  ///< rows in both plans
};

/// Sides point into the two plans.
struct Comparison {
  const Plan* before = nullptr;
  const Plan* after = nullptr;
  bool other_period = false;  ///< the two report on different periods
  std::string old_year;       ///< of the earlier report, when the later one is on another year
  std::vector<Change> changes;
  std::vector<RowChange> rows;
  std::vector<TextChange> texts;  ///< unchanged ones only when the period is another
  std::vector<StaleRows> stale;

  [[nodiscard]] bool empty() const;
};

/// Tables in the order of the schema, behind plan.yaml; rows in the order of the later plan,
/// dropped ones behind.
[[nodiscard]] Comparison compare(const Plan& before, const Plan& after);

/// In words for who writes the report, in `language`; values as in a language of the plan.
[[nodiscard]] std::string comparison_text(const Comparison& comparison, std::string_view language);
[[nodiscard]] json::Value comparison_json(const Comparison& comparison);

}  // namespace rapporteur::exchange
