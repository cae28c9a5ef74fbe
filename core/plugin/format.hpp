// A donor format: one folder with plugin.lua, catalogues and templates.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "locale/catalogue.hpp"
#include "locale/format.hpp"
#include "plan/plan.hpp"
#include "view/value.hpp"

namespace rapporteur::plugin {

struct Option {
  std::string name;
  std::string type;                  ///< "choice", "boolean", "integer", "text"
  std::vector<std::string> choices;  ///< for choice
  std::string default_value;
  LocalText help;
};
/// True when `value` is one that the option takes.
[[nodiscard]] bool accepts(const Option& option, const std::string& value);

/// How long a section may be. What is not set is not limited.
struct Range {
  std::int64_t least = 0;
  std::int64_t most = 0;
};
struct Limit {
  std::optional<Range> pages;  ///< that it touches
  std::optional<Range> words;
  std::optional<Range> characters;  ///< with spaces
};
/// The limit of this name holds for the whole document; the others for sections that the template
/// names with {{limit NAME}}.
inline constexpr const char* whole_document = "document";

/// What plugin.lua declares. Reading it runs no code beyond the declaration.
struct Declaration {
  std::string id;
  std::string version;
  int api = 0;
  LocalText name;
  std::vector<std::string> languages;
  std::map<std::string, std::filesystem::path> templates;  ///< "odt", "docx" -> file
  std::vector<std::string> fonts;
  std::vector<Option> options;
  std::vector<std::string> tables;  ///< tables of the plan it cannot do without
  locale::Formats formats;
  std::map<std::string, Limit, std::less<>> limits;
  std::string view_module = "view";  ///< module that returns view(plan, context)
  std::filesystem::path folder;
  /// Lua and words that formats share: the folder `common` beside the format's own, else that of
  /// the first root that has one; empty when there is none.
  std::filesystem::path common;
};

/// Folders that hold formats: `plugins/` beside the binary's root, then those given by the user.
struct Search {
  std::vector<std::filesystem::path> plugin_roots;
  std::vector<std::filesystem::path> template_roots;
};

/// Every format found, sorted by id. A broken one is a diagnostic, the others are still listed.
[[nodiscard]] std::vector<Declaration> list_formats(const Search& search, Diagnostics& diagnostics);

struct Limits {
  std::chrono::milliseconds wall{30'000};  ///< a busy machine gives a plugin its CPU time late
  std::chrono::seconds cpu{5};
  std::size_t memory = std::size_t{512} << 20;
};

struct Context {
  std::string language;
  std::map<std::string, std::string, std::less<>> options;  ///< complete: defaults filled in
  bool traced = false;  ///< computed values keep the cells that they were made from
};

/// Options of the plan for this format, checked against the declaration, with defaults. Faults:
/// option-unknown, option-value (with the place in plan.yaml), format-language, format-table.
[[nodiscard]] Result<Context> make_context(const Declaration& format, const Plan& plan,
                                           std::string language, Diagnostics& diagnostics);

/// Runs `view(plan, context)` in a forked child with limits. Faults: plugin-error (Lua file and
/// line, call chain inside the plugin), plugin-timeout, plugin-memory, plugin-result, plugin-crash.
/// Findings: text-untranslated, text-other-language, narrative-missing, plugin-print.
/// May be called from several threads (child.hpp says what a fork beside threads costs).
[[nodiscard]] Result<view::Value> run_view(const Declaration& format, const Plan& plan,
                                           const Context& context, const locale::Catalogue& terms,
                                           const Limits& limits, Diagnostics& diagnostics);

}  // namespace rapporteur::plugin
