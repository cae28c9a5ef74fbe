// Small helpers for UTF-8 text. Bytes from outside are validated once, at the door.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

/// Index of the first byte that is not well-formed UTF-8 (surrogates and overlong forms are not),
/// or npos.
[[nodiscard]] std::size_t first_invalid_utf8(std::string_view bytes);

/// Without control characters that XML forbids (all below U+0020 but tab, LF, CR; U+FFFE, U+FFFF)
/// and without private-use characters (U+E000–U+F8FF and planes 15, 16), which the engine keeps for
/// its own tokens. `text` must be valid UTF-8.
[[nodiscard]] std::string strip_unprintable(std::string_view text);

/// Without leading and trailing white space; U+00A0, U+202F, U+2009 and U+FEFF count as white
/// space.
[[nodiscard]] std::string trimmed(std::string_view text);

/// Lower case without accents, spaces and dashes as '_': "Numéro d'axe" -> "numero_d_axe". Headers
/// are compared in this form.
[[nodiscard]] std::string folded(std::string_view text);

/// Nearest candidate by edit distance (folded, at most a third of the length away), or empty.
[[nodiscard]] std::string nearest(std::string_view word, std::span<const std::string> candidates);

/// Number of user-perceived columns (code points, good enough for a caret).
[[nodiscard]] std::size_t code_points(std::string_view text);

/// Cut to at most `max` code points, with an ellipsis when something was cut.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t max);

/// Puts `text` behind `out` as it stands in XML and HTML: & < > " as entities.
void append_escaped(std::string& out, std::string_view text);

[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);

}  // namespace rapporteur
