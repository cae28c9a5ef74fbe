// An account as others read it: JUnit for CI services, an index page and Markdown for people.
#pragma once

#include <filesystem>
#include <string>

#include "summary/account.hpp"

namespace rapporteur::summary {

/// JUnit's XML: a testsuite a plan, a testcase a target; a failure says the fault, findings stand
/// in system-out.
[[nodiscard]] std::string write_junit(const Account& account);

/// One self-contained page without scripts, in the account's language. Links go from `page` to the
/// documents; the first page of each PDF that is there is drawn.
[[nodiscard]] std::string write_html(const Account& account, const std::filesystem::path& page);

/// GitHub's Markdown, for $GITHUB_STEP_SUMMARY and merge requests.
[[nodiscard]] std::string write_markdown(const Account& account);

/// A line for each report, then what was found of what failed or of the whole batch.
[[nodiscard]] std::string write_text(const Account& account);

/// As the extension says: .json, .xml, .html, .md. Faults: summary-kind, summary-unwritable.
void write_files(const Account& account, const std::vector<std::string>& files,
                 Diagnostics& diagnostics);
/// True when all extensions are known; else faults.
[[nodiscard]] bool are_known(const std::vector<std::string>& files, Diagnostics& diagnostics);

/// "&lt;" for "<" and so on; what XML forbids is left out.
[[nodiscard]] std::string escaped(std::string_view text);
/// "1.4 s", in the reader's language.
[[nodiscard]] std::string seconds_text(std::int64_t milliseconds, std::string_view language);

}  // namespace rapporteur::summary
