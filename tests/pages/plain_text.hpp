// Text as it can be compared between a document and its pages: no white space, no soft hyphens, one
// case, no dots that lead to a page number. One element a character, so that places can be counted.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur::pages {

/// Folded characters of UTF-8 text; broken bytes become U+FFFD.
[[nodiscard]] std::u32string folded(std::string_view utf8);

/// True when a line may end before the folded character at `offset`: a space stands there, or a
/// hyphen, dash, slash or the like behind which lines part.
[[nodiscard]] bool can_break(std::string_view utf8, std::size_t offset);

/// At most `limit` characters, white space made single and plain, "…" when it was cut.
[[nodiscard]] std::string shortened(std::string_view utf8, std::size_t limit = 48);

}  // namespace rapporteur::pages
