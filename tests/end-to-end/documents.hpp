// Reading finished documents back, as text and structure.
#pragma once

#include <string>
#include <vector>

namespace rapporteur::test {

using Row = std::vector<std::string>;  ///< one text a cell; a covered cell is no cell
using Rows = std::vector<Row>;

/// One part of a zip ("content.xml"); empty when there is none.
[[nodiscard]] std::string part_of(const std::string& zip, const std::string& name);
/// Names of all parts.
[[nodiscard]] std::vector<std::string> parts_of(const std::string& zip);

/// Every table of an ODT or DOCX body, in order. Footnote bodies and marks are left out of the
/// text.
[[nodiscard]] std::vector<Rows> tables_of(const std::string& document);
/// Number of header rows that the nth table (0-based) repeats on each page.
[[nodiscard]] int repeated_rows(const std::string& document, std::size_t table);
/// Texts of the footnotes, in order.
[[nodiscard]] std::vector<std::string> footnotes_of(const std::string& document);
/// Paragraph texts of the body (in tables too), one a line, footnotes left out.
[[nodiscard]] std::string text_of(const std::string& document);

/// What a command prints; its exit code goes to `status` when given.
[[nodiscard]] std::string run(const std::string& command, int* status = nullptr);

/// The text of each page of a PDF as it is laid out, spaces plain.
[[nodiscard]] std::vector<std::string> pages_of(const std::string& pdf);

/// Every kind of space as U+0020: pdftotext returns U+202F as a plain space.
[[nodiscard]] std::string plain_spaces(std::string text);

/// A plan.yaml without its block `formats:`, so that a test can choose them.
std::string without_formats(const std::string& yaml);

}  // namespace rapporteur::test
