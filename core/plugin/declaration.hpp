// The table that plugin.lua returns, as a value tree -> Declaration. All faults of one file in one
// run, each at the line where its field stands.
#pragma once

#include <optional>
#include <string_view>

#include "plugin/format.hpp"

namespace rapporteur::plugin {

/// The interface that this engine speaks, and the oldest whose formats it still takes.
inline constexpr std::int64_t api_version = 1;
inline constexpr std::int64_t oldest_api_version = 0;

/// Where a declaration stands.
struct DeclarationSource {
  std::filesystem::path folder;  ///< its name is the id, which the declaration repeats
  std::filesystem::path common;
  std::string_view text;              ///< of plugin.lua: it places the faults
  bool extends = false;               ///< then what is left out is no fault: a base may have it
  const Declaration* base = nullptr;  ///< what it extends, when that can be used
};

/// `value` is what plugin.lua returns, completed by what the base returns (inherit.hpp).
[[nodiscard]] std::optional<Declaration> read_declaration(const view::Value& value,
                                                          const DeclarationSource& source,
                                                          const Search& search,
                                                          Diagnostics& diagnostics);

}  // namespace rapporteur::plugin
