// Marks around the figures that a text quotes, while figures are traced: one private-use character
// before, which tells which figure it is, and one behind. Every writer of text takes private-use
// characters out, so that a mark is never printed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rapporteur::view {

inline constexpr std::string_view figure_end = "\uE002";
inline constexpr std::size_t most_figures = 0xF8FF - 0xE100;  ///< of one text

/// The mark before figure number `index`, which is less than most_figures.
[[nodiscard]] std::string figure_begin(std::size_t index);
/// The figure whose mark `text` begins with; nothing when it begins with none.
[[nodiscard]] std::optional<std::size_t> figure_begun(std::string_view text);
inline constexpr std::size_t figure_mark_size = 3;  ///< bytes of either mark

}  // namespace rapporteur::view
