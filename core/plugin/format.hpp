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
  /// Option → the value that it holds for; none: it always holds.
  std::map<std::string, std::string, std::less<>> when;
};
using LimitsByName = std::map<std::string, Limit, std::less<>>;
/// The limit of this name holds for the whole document; the others for sections that the template
/// names with {{limit NAME}}.
inline constexpr const char* whole_document = "document";

/// A format as the folders that its code and words come from.
struct Layer {
  std::string id;
  std::filesystem::path folder;
  /// Lua and words that formats share: the folder `common` beside the format's own, else that of
  /// the first root that has one; empty when there is none.
  std::filesystem::path common;
};

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
  LimitsByName limits;
  std::string view_module = "view";  ///< module that returns view(plan, context)
  std::filesystem::path folder;
  std::filesystem::path common;  ///< as in Layer
  /// The formats that it extends, the nearest first: what it does not say itself is theirs.
  std::vector<Layer> bases;
};

/// Folders that hold formats. Of two formats with one id the earlier root's is used.
struct Search {
  std::vector<std::filesystem::path> plugin_roots;
  std::vector<std::filesystem::path> template_roots;
};
/// The search with the formats that come with a plan behind all others, so that no plan replaces a
/// format of the user's: `formats/` in the plan's folder, then `formats/` beside the plan.
[[nodiscard]] Search with_plan(Search search, const std::filesystem::path& plan);

/// What one folder of formats gave. Without a declaration, `diagnostics` say why.
struct Found {
  std::string id;  ///< the folder's name; empty for what concerns a whole root
  std::string extends;
  std::optional<Declaration> declaration;
  Diagnostics diagnostics;
};
/// Every folder with a plugin.lua, by id; a second one of an id has no declaration.
[[nodiscard]] std::vector<Found> find_formats(const Search& search);

/// Every format that can be used, sorted by id. A broken one is a diagnostic, the others are still
/// listed.
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

/// The limits that hold under these options.
[[nodiscard]] LimitsByName limits_under(const Declaration& format, const Context& context);

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
