// The table that plugin.lua returns, as a value tree -> Declaration. All faults of one file in one
// run, each at the line where its field stands.
#pragma once

#include <optional>
#include <string_view>

#include "plugin/format.hpp"

namespace rapporteur::plugin {

/// The interface this engine speaks.
inline constexpr std::int64_t api_version = 0;

/// `file` and `source` place the faults. `id` is the folder's name, which the declaration repeats.
[[nodiscard]] std::optional<Declaration> read_declaration(const view::Value& value,
                                                          const std::filesystem::path& folder,
                                                          std::string_view source,
                                                          const Search& search,
                                                          Diagnostics& diagnostics);

}  // namespace rapporteur::plugin
