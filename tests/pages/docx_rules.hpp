// The structure of a finished DOCX: what makes Word offer to repair a file, and what must agree
// with the ODT of the same report. One function a rule; each is shown to fail in
// docx_rules_test.cpp. Word itself is not at hand: these are the causes that are known.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "fault.hpp"
#include "odt_text.hpp"

namespace rapporteur::pages {

using Parts = std::map<std::string, std::string>;  ///< name → bytes

[[nodiscard]] Parts read_parts(const std::string& docx);

/// "docx-package": a part that is no XML, a relationship to a part that is missing, a reference to
/// a relationship that is missing, a part without a content type.
[[nodiscard]] Faults broken_package(const Parts& parts);
/// "docx-ids": ids or names of bookmarks twice, a bookmark without its end, ids of drawings twice,
/// a note that is called and missing, or twice.
[[nodiscard]] Faults broken_ids(const Parts& parts);
/// "docx-table": a row that does not fill its grid, a cell without a last paragraph, a merge that
/// goes on without a beginning, a row without cells.
[[nodiscard]] Faults broken_tables(const Parts& parts);
/// "docx-as-odt": tables, their columns, rows, header rows and merged cells as in the ODT.
[[nodiscard]] Faults other_tables(const Parts& parts, const OdtText& odt);
/// "docx-font": text in a face that is neither embedded nor, by its widths, one of Word's own.
[[nodiscard]] Faults strange_fonts(const Parts& parts);

/// All of them.
[[nodiscard]] Faults docx_faults(const Parts& parts, const OdtText& odt);

/// "docx-reading": the text of the ODT that is lost when an office opens the DOCX; `again` is what
/// it stored as ODT.
[[nodiscard]] Faults lost_in_docx(const OdtText& odt, const OdtText& again);

}  // namespace rapporteur::pages
