// Formulas give way to the values that were last saved for them, before an office sees the
// workbook.
//
// So what is read is what its author saw: nothing is computed anew with TODAY(), nothing is fetched
// for a formula that refers to another file, and the same workbook reads the same every day. A
// formula without a saved value stays, and Calc computes it; so does every formula of a producer
// that says its saved values are none (fullCalcOnLoad: libraries write 0 everywhere), unless it
// refers to another file.
#pragma once

#include <pugixml.hpp>

namespace rapporteur::office {

enum class SavedValues { good, void_ };

/// A worksheet of an XLSX. True when something changed.
bool keep_sheet_values(pugi::xml_document& worksheet, SavedValues saved);

/// content.xml of an ODS. Formulas that failed stay: their error is no text.
bool keep_content_values(pugi::xml_document& content);

/// By the calculation settings of xl/workbook.xml.
[[nodiscard]] SavedValues saved_values_of(const pugi::xml_document& workbook);

}  // namespace rapporteur::office
