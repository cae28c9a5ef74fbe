// A workbook to be written: tables with headers, explanations, drop-down lists and number formats.
//
// What makes it (the starter, an export) knows nothing of Calc, and what writes it (the office
// stage) nothing of plans.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/workbook.hpp"

namespace rapporteur {

/// How the cells of a column are formatted, so that a spreadsheet does not change what is typed.
enum class DraftFormat : std::uint8_t {
  general,
  text,    ///< keys and codes: "1.10" stays as it is and never becomes a date
  number,  ///< grouped, `decimals` behind the sign
  date,    ///< ISO
};

struct DraftColumn {
  std::string header;
  DraftFormat format = DraftFormat::general;
  int decimals = 0;
  int width = 16;  ///< in characters
  /// Values offered in a drop-down list; others can still be typed.
  std::vector<std::string> choices;
  /// Or those of the first column of this sheet of the draft, below its header.
  std::string choices_from;
};

struct DraftSheet {
  std::string name;
  bool is_visible = true;
  std::vector<std::string> titles;  ///< lines at the top, the first set as a title
  /// Rows between title and header, in the look of notes; a cell a column.
  std::vector<std::vector<std::string>> notes;
  std::vector<DraftColumn> columns;  ///< no header row when no column has a header
  /// Kinds text, number, date and boolean are written; error and percent are not.
  std::vector<std::vector<SheetCell>> rows;
};

struct WorkbookDraft {
  std::string title;
  std::string language;  ///< "fr" or "en": number formats and the document's language
  std::vector<DraftSheet> sheets;
};

/// Bytes and back (wire.hpp).
[[nodiscard]] std::string encode(const WorkbookDraft& draft);
[[nodiscard]] std::optional<WorkbookDraft> decode_draft(std::string_view bytes);

}  // namespace rapporteur
