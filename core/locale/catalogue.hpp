// A plugin's words: terms.<lang>.yaml. `{{t.key}}` in a template, `t("key", args)` in Lua.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"

namespace rapporteur::locale {

class Catalogue {
 public:
  /// Reads a YAML map of key -> text (nested maps give dotted keys). A text is an ICU MessageFormat
  /// pattern. Faults: catalogue-missing, catalogue-broken (file and line).
  [[nodiscard]] static Result<Catalogue> load(const std::filesystem::path& file,
                                              std::string_view language, Diagnostics& diagnostics);
  /// The words in another language, for sections whose language a donor fixes; these where there
  /// are none.
  [[nodiscard]] const Catalogue& in(std::string_view language) const;
  void add_language(Catalogue words);
  /// Takes over the texts of `shared` whose keys are not here.
  void add(const Catalogue& shared);
  /// From keys and texts in memory (tests).
  Catalogue(std::map<std::string, std::string, std::less<>> texts, std::string_view language);

  [[nodiscard]] std::optional<std::string> get(std::string_view key,
                                               const Arguments& args = {}) const;
  [[nodiscard]] std::vector<std::string> keys() const;
  [[nodiscard]] const std::string& language() const { return language_; }

 private:
  std::map<std::string, std::string, std::less<>> texts_;
  std::string language_;
  std::map<std::string, Catalogue, std::less<>> others_;
};

}  // namespace rapporteur::locale
