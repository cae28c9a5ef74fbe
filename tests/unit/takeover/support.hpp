// Forms made of a few lines of markup, and what was made of them.
#pragma once

#include <string>

#include "takeover/takeover.hpp"

namespace rapporteur::takeover::testing {

/// The bytes of a DOCX whose body is this, with styles Heading1, Heading2 and Normal.
[[nodiscard]] std::string docx(const std::string& body);
/// A paragraph; `looks` of its run, `properties` of its own.
[[nodiscard]] std::string p(const std::string& text, const std::string& looks = "",
                            const std::string& properties = "");
/// A table of cells; a cell that begins with '<' is markup. Rows by '\n', cells by '|'.
[[nodiscard]] std::string table(const std::string& cells);

/// Takes over; the tags by label, "label -> tag" lines in the order of the form.
[[nodiscard]] std::string bound(const std::string& body);
[[nodiscard]] Takeover taken(const std::string& bytes);
/// A part of the template that was made.
[[nodiscard]] std::string part(const Takeover& takeover, const std::string& name);
[[nodiscard]] std::string file(const Takeover& takeover, const std::string& path);

}  // namespace rapporteur::takeover::testing
