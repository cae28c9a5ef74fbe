// Bytes between two processes of ours. A message is its length and its bytes (wire.hpp).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rapporteur {

/// Writes all bytes to a descriptor; false when it was closed.
[[nodiscard]] bool write_all(int file, std::string_view bytes);

[[nodiscard]] bool write_message(int file, std::string_view bytes);
/// Waits for a message. Nothing when the line ends before it does, or when it is longer than
/// `most`.
[[nodiscard]] std::optional<std::string> read_message(int file, std::size_t most);

}  // namespace rapporteur
