// Diagnostics as bytes (wire.hpp) and back: what a build keeps of a run, to say it again.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace rapporteur {

[[nodiscard]] std::string encode(const Diagnostics& diagnostics);
/// Nothing when the bytes are broken, or when an id has no entry in the catalogue any more.
[[nodiscard]] std::optional<Diagnostics> decode_diagnostics(std::string_view bytes);

}  // namespace rapporteur
