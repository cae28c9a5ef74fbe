// The zip package of an ODT or DOCX as a list of parts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::office {

struct Part {
  std::string name;
  std::string bytes;
};

/// In the order of the package's directory. Nothing when it is no zip or a part is damaged.
[[nodiscard]] std::optional<std::vector<Part>> unpack(const std::string& package);

/// Same parts, same bytes: every entry has the time `epoch` (UTC). A part named "mimetype" is
/// stored as it is, as ODF wants it; it must come first.
[[nodiscard]] std::string pack(const std::vector<Part>& parts, std::int64_t epoch);

}  // namespace rapporteur::office
