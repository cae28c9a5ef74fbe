// A document as plain text: what it says and how it is built, without its looks. For the expected
// documents of tests: two drawings of one report with the same content give the same text.
#pragma once

#include <string>

#include "template/template.hpp"

namespace rapporteur::trial {

/// The body of an expanded document with its fills put in, no office needed:
///
///     ## Heading of level 2
///     A paragraph[^1].
///     [^1]: The note.
///     - a list item
///       - one deeper
///     |= a row of | a table's head |
///     | a cell / its second paragraph | · |     (· = covered by a merged cell)
///     [picture: what it shows]
///
/// Page numbers, contents lists, headers and footers are left out. Empty when `expansion` holds no
/// document.
[[nodiscard]] std::string outline(const template_::Expansion& expansion);

}  // namespace rapporteur::trial
