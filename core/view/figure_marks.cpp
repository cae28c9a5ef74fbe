#include "view/figure_marks.hpp"

namespace rapporteur::view {
namespace {
constexpr std::size_t first = 0xE100;
}

// All marks take three bytes of UTF-8.
std::string figure_begin(std::size_t index) {
  const std::size_t code = first + index;
  return {static_cast<char>(0xE0U | (code >> 12U)), static_cast<char>(0x80U | ((code >> 6U) & 63U)),
          static_cast<char>(0x80U | (code & 63U))};
}

std::optional<std::size_t> figure_begun(std::string_view text) {
  if (text.size() < figure_mark_size) {
    return std::nullopt;
  }
  const auto bits = [&](std::size_t at, unsigned mask) {
    return static_cast<std::size_t>(static_cast<unsigned char>(text[at]) & mask);
  };
  const bool is_three_bytes = (static_cast<unsigned char>(text[0]) & 0xF0U) == 0xE0U;
  const std::size_t code = (bits(0, 15U) << 12U) | (bits(1, 63U) << 6U) | bits(2, 63U);
  return is_three_bytes && code >= first && code < first + most_figures
             ? std::optional(code - first)
             : std::nullopt;
}

}  // namespace rapporteur::view
