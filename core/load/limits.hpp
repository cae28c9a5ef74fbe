// How much a plan may hold. Far above what reports print, and low enough that a plan made to harm
// is refused within seconds and 300 MB.
#pragma once

#include <cstddef>

namespace rapporteur::load {

inline constexpr std::size_t most_rows = 30'000;       ///< of all tables together
inline constexpr std::size_t most_fields = 1'000'000;  ///< of one table, empty ones included
inline constexpr std::size_t longest_cell = 100'000;   ///< bytes; Excel's own limit is 32,767 signs
inline constexpr std::size_t longest_text = 500'000;   ///< bytes of one narrative: 250 pages
inline constexpr std::size_t all_texts = 2'000'000;    ///< bytes of all narratives
inline constexpr std::size_t longest_yaml = std::size_t{512} * 1024;  ///< bytes

}  // namespace rapporteur::load
