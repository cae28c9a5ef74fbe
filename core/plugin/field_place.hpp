// Where a field stands in plugin.lua.
#pragma once

#include <string>
#include <string_view>

#include "base/origin.hpp"

namespace rapporteur::plugin {

/// The line and column of "options.totals.type" in `source`, the text of `file`: a value tree has
/// no lines, so each name of the path is looked for behind the one before it. What is not found is
/// placed where the search ended, at the first line if nothing was.
[[nodiscard]] Origin field_place(std::string file, std::string_view source, std::string_view path);

}  // namespace rapporteur::plugin
