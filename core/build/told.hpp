// What making a target's documents told, kept beside them to be told again.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "office/job.hpp"

namespace rapporteur::build {

struct Told {
  office::Outcome outcome;
  Diagnostics found;  ///< of laying out and tracing; what the outcome says of limits is not in it
};
[[nodiscard]] std::string encode(const Told& told);
[[nodiscard]] std::optional<Told> decode_told(std::string_view bytes);

}  // namespace rapporteur::build
