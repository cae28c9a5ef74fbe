// A copy of a template with what was found as comments, at the spot, in the template's own markup:
// a DOCX stays a DOCX.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"

namespace rapporteur::template_ {

/// What a comment says, and where: as the diagnostic that it comes from.
struct Comment {
  Origin origin;
  std::string text;    ///< several lines
  std::string needle;  ///< the tag in its paragraph; empty = the whole paragraph
};

/// The package with the comments in it, by the author "rapporteur". Neither editor shows comments
/// in headers, footers, notes and text boxes: those, and what has no place, stand at the first
/// paragraph of the body (their text names the place). Nothing when the file is refused, with its
/// faults.
[[nodiscard]] std::optional<std::string> annotate(const std::string& file, const std::string& bytes,
                                                  const std::vector<Comment>& comments,
                                                  Diagnostics& diagnostics);

}  // namespace rapporteur::template_
