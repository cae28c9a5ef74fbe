// Text without its white space: editors turn one kind of space into another.
#include <array>

#include "review/match.hpp"

namespace rapporteur::review {
namespace {

/// Size in bytes of the white space that `text` begins with; 0 = none.
std::size_t space_at(std::string_view text) {
  static constexpr std::array<std::string_view, 5> wide{"\u00A0", "\u202F", "\u2009", "\u2007",
                                                        "\uFEFF"};
  const char first = text.front();
  if (first == ' ' || first == '\t' || first == '\n' || first == '\r') {
    return 1;
  }
  if (first != '\xC2' && first != '\xE2' && first != '\xEF') {
    return 0;
  }
  for (const std::string_view space : wide) {
    if (text.starts_with(space)) {
      return space.size();
    }
  }
  return 0;
}

}  // namespace

std::string ink_of(std::string_view text) {
  std::string ink;
  while (!text.empty()) {
    const std::size_t space = space_at(text);
    if (space == 0) {
      ink += text.front();
    }
    text.remove_prefix(space == 0 ? 1 : space);
  }
  return ink;
}

std::size_t ink_before(std::string_view text, std::size_t at) {
  return ink_of(text.substr(0, at)).size();
}

std::size_t byte_at_ink(std::string_view text, std::size_t ink) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t space = space_at(text.substr(at));
    if (space == 0) {
      if (ink == 0) {
        return at;
      }
      --ink;
    }
    at += space == 0 ? 1 : space;
  }
  return at;
}

}  // namespace rapporteur::review
