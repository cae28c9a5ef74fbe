// Bytes as hexadecimal text, for what goes into JSON.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rapporteur {

/// Lower case, two digits a byte.
[[nodiscard]] std::string to_hex(std::string_view bytes);
/// Nothing when `text` is no such text.
[[nodiscard]] std::optional<std::string> from_hex(std::string_view text);

}  // namespace rapporteur
