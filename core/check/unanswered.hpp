// Entries of the document specifications that no rule answers, each with its reason.
#pragma once

#include <span>
#include <string_view>

namespace rapporteur::check {

struct Unanswered {
  std::string_view entries;  ///< as in Rule::oracles: "national-plans C1 C2"
  std::string_view reason;
};

/// For docs/rules.md.
[[nodiscard]] std::span<const Unanswered> unanswered();

}  // namespace rapporteur::check
