// A view to show what a template's tags print: made over a plan that is given, or over a starter
// plan.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>

#include "base/diagnostic.hpp"
#include "build/target.hpp"

namespace rapporteur::build {

/// `plan` empty: a plan to start from, with a few rows in every table. Nothing when the plan, the
/// format's words or its Lua have a fault; what check finds in the plan is not told here.
[[nodiscard]] std::optional<Target> sample_view(const plugin::Declaration& format,
                                                const std::filesystem::path& plan,
                                                const std::string& language,
                                                Diagnostics& diagnostics);

/// Keys of the format's own words in `language`, without shared ones.
[[nodiscard]] std::set<std::string> own_terms(const plugin::Declaration& format,
                                              const std::string& language);

/// Those of `keys` that the format's Lua names: as a text, or by a text that ends with a dot and
/// begins the key ("status." .. code) or is its first part.
[[nodiscard]] std::set<std::string> terms_in_lua(const plugin::Declaration& format,
                                                 const std::set<std::string>& keys);

}  // namespace rapporteur::build
