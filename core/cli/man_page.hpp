// rapporteur(1) as roff, from the definition of the commands and hand-written parts of the
// catalogue.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace rapporteur::cli {

[[nodiscard]] std::string man_page(const CLI::App& app, const std::string& version,
                                   const std::string& language);

/// Text for a line of roff, read as it stands: nothing in it is a request or an escape. *word*
/// becomes bold.
[[nodiscard]] std::string roff(std::string_view text);

}  // namespace rapporteur::cli
