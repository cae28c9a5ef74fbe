// Filling ICU MessageFormat patterns: the one place where named arguments meet ICU.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace rapporteur {

/// `pattern` with `args`, numbers grouped and plurals chosen for `language` (en is en-GB). Throws
/// std::invalid_argument on a pattern that ICU cannot read.
[[nodiscard]] std::string format_pattern(std::string_view pattern, const Arguments& args,
                                         std::string_view language);

/// Empty when ICU can read the pattern, else why not.
[[nodiscard]] std::string pattern_fault(std::string_view pattern, std::string_view language);

}  // namespace rapporteur
