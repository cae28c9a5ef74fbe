#include "review/fields.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace rapporteur::review {

void Fields::instruction(std::string_view code) {
  constexpr std::size_t enough = 200;
  if (!open_.empty() && open_.back().code.size() < enough) {
    open_.back().code += code.substr(0, enough);
  }
}

void Fields::separate() {
  if (!open_.empty()) {
    open_.back().shows_result = true;
    open_.back().is_computed = is_computed_field(open_.back().code);
  }
}

void Fields::end() {
  if (!open_.empty()) {
    open_.pop_back();
  }
}

bool Fields::is_computed() const {
  return std::ranges::any_of(
      open_, [](const Field& field) { return field.is_computed || !field.shows_result; });
}

bool is_computed_field(std::string_view code) {
  static constexpr std::array<std::string_view, 5> words{"HYPERLINK", "FORMTEXT", "QUOTE",
                                                         "MERGEFIELD", "FORMDROPDOWN"};
  const std::string text = trimmed(code);
  const std::string_view word = std::string_view(text).substr(0, text.find_first_of(" \t\""));
  return std::ranges::find(words, word) == words.end();
}

}  // namespace rapporteur::review
