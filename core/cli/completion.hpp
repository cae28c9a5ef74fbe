// What may stand at the cursor of a command line, from the definition of the commands itself: so no
// shell's completion ever lags behind them. The shells' own scripts (core/cli/completion/) only
// ask.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <vector>

namespace rapporteur::cli {

struct Candidate {
  std::string value;  ///< the whole word, not only what is missing
  std::string help;
};
using Candidates = std::vector<Candidate>;

/// What the shell adds by itself.
enum class Paths { none, files, folders };

struct Completion {
  Candidates candidates;
  Paths paths = Paths::none;
};

/// Words before the cursor that a value may depend on.
struct Typed {
  std::vector<std::string> positionals;  ///< a plan brings formats along
  std::vector<std::string> plugins;      ///< so does --plugins
};

/// Values that are known at run time only.
struct Sources {
  std::function<Candidates(const Typed&)> formats;
  std::function<Candidates()> messages;  ///< ids that `explain` knows
  std::function<Candidates()> rules;     ///< ids that `check --explain` knows
};

/// `words` follow the program's name; the last one, perhaps empty, is being typed.
[[nodiscard]] Completion complete(const CLI::App& app, const std::vector<std::string>& words,
                                  const Sources& sources);

/// The fixed values that an option's or an argument's type names ("{fr,en}", "odt,docx", "a|b").
[[nodiscard]] std::vector<std::string> choices_of(const CLI::Option& option);
[[nodiscard]] bool takes_value(const CLI::Option& option);
/// Commands and options that nobody hid.
[[nodiscard]] std::vector<const CLI::App*> visible_commands(const CLI::App& app);

}  // namespace rapporteur::cli
