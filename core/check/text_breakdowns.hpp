// A whole and its parts inside one sentence: "74 861 personnes (15 577 hommes, 39 514 femmes …)".
#pragma once

#include <string>
#include <vector>

#include "check/texts.hpp"

namespace rapporteur::check {

struct Breakdown {
  /// How the parts are told: what follows from their sum depends on it.
  enum class Form {
    listed,   ///< in brackets or after a colon: all of them
    by_sex,   ///< both sexes named: all of them, even behind "dont"
    partial,  ///< behind "dont", "including": perhaps not all
    shares,   ///< percentages of one whole
  };
  Form form = Form::listed;
  const Passage* passage = nullptr;
  Span sentence;           ///< tokens
  std::int64_t whole = 0;  ///< in units of 10^-scale
  std::vector<std::int64_t> parts;
  int scale = 0;
  std::string noun;  ///< word behind the whole, as typed; may be empty

  [[nodiscard]] std::int64_t sum() const;
};

/// All breakdowns of the passages, in their order. Only those that can be read without doubt.
[[nodiscard]] std::vector<Breakdown> find_breakdowns(const Texts& texts);

/// `number` × 10^power in units of 10^-scale.
[[nodiscard]] std::int64_t units(const Token& figure, int scale);
/// "1 927" or "12,5", for a message: a whole number is grouped by the message itself.
[[nodiscard]] Argument number_argument(std::int64_t value, int scale);

}  // namespace rapporteur::check
