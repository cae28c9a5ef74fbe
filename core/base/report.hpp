// Diagnostics as a person reads them and as a machine does.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace rapporteur {

/// "tables/budget_lines.csv:27, column 8 “total”", "plan.xlsx, Budget!H27 “total”" or "x.odt, body,
/// under “Budget”, table 1, row 3".
[[nodiscard]] std::string place_text(const Origin& origin, std::string_view language);

/// One diagnostic over several lines: severity and id, place, message, the cell with a caret,
/// cause, remedy, consequences. Ends with a line break.
[[nodiscard]] std::string report_text(const Diagnostic& diagnostic, std::string_view language);

/// All of them, sorted, a blank line between two, then counts by severity and by id. Empty when
/// there is none.
[[nodiscard]] std::string report_text(const Diagnostics& diagnostics, std::string_view language);

/// {"diagnostics":[{"id":…,"severity":…,"message":…,"file":…,"row":…,"column":…,"related":[…]}…],"counts":{id:n}}.
/// Ids and keys are the same in every language; what is unknown is left out.
[[nodiscard]] std::string report_json(const Diagnostics& diagnostics, std::string_view language);

/// SARIF 2.1.0, as code-scanning services read it.
[[nodiscard]] std::string report_sarif(const Diagnostics& diagnostics, std::string_view language);

/// GitHub's workflow commands, a line each: "::error title=sum-row,file=…,line=…::…".
[[nodiscard]] std::string report_github(const Diagnostics& diagnostics, std::string_view language);

/// GitLab's code quality report: a list of {description, check_name, fingerprint, severity,
/// location}. A fingerprint is that of the finding's id, file and row's text, so that it stays when
/// rows above are added.
[[nodiscard]] std::string report_gitlab(const Diagnostics& diagnostics, std::string_view language);

}  // namespace rapporteur
