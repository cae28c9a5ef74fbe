// Small documents by hand, and what is read from them as lines.
#pragma once

#include <string>
#include <vector>

#include "review/document.hpp"

namespace rapporteur::review::test {

/// A DOCX: what stands in w:body, and further parts as they are.
[[nodiscard]] std::string docx(const std::string& body,
                               const std::vector<std::pair<std::string, std::string>>& parts = {});
/// An ODT: what stands in office:text.
[[nodiscard]] std::string odt(const std::string& text, const std::string& master_styles = "");

/// Opened; the test fails when it cannot be.
[[nodiscard]] Document opened(const std::string& bytes);
/// The ids of what is said when it is opened.
[[nodiscard]] std::string refusal(const std::string& bytes);

/// Its paragraphs, one a line.
[[nodiscard]] std::string paragraphs(const Document& document);
/// Its remarks, one a line: "deletion Awa -old +new 'comment' @0:3-7".
[[nodiscard]] std::string remarks(const Document& document);

}  // namespace rapporteur::review::test
