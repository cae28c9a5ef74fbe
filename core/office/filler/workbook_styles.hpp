// The looks of a written workbook: named cell styles, a landscape page, number formats.
#pragma once

#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>

#include "base/workbook_draft.hpp"
#include "office/filler/uno.hpp"

namespace rapporteur::filler {

using Spreadsheet = Reference<css::sheet::XSpreadsheetDocument>;

/// Cell styles "Plan title", "Plan line", "Plan note", "Plan header" and "Plan cell"; all text in
/// the language of `locale`.
void make_styles(const Spreadsheet& document, const css::lang::Locale& locale);

/// Key of the number format of a column.
[[nodiscard]] sal_Int32 format_key(const Spreadsheet& document, const DraftColumn& column);

}  // namespace rapporteur::filler
