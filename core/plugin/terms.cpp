#include "plugin/terms.hpp"

#include <algorithm>
#include <vector>

namespace rapporteur::plugin {
namespace {

namespace fs = std::filesystem;

/// The files of a language, the winning one first. The format's own stands there even when it does
/// not exist, unless another one of the formats has words: then its reader says that it is missing.
std::vector<fs::path> files_of(const Declaration& format, const std::string& language) {
  const std::string name = "terms." + language + ".yaml";
  std::error_code error;
  std::vector<fs::path> files;
  const auto take = [&](const fs::path& folder) {
    const fs::path file = folder / name;
    const bool is_new = std::find(files.begin(), files.end(), file) == files.end();
    if (!folder.empty() && is_new && fs::exists(file, error)) {
      files.push_back(file);
    }
  };
  take(format.folder);
  for (const Layer& base : format.bases) {
    take(base.folder);
  }
  if (files.empty()) {
    files.push_back(format.folder / name);
  }
  take(format.common);
  for (const Layer& base : format.bases) {
    take(base.common);
  }
  return files;
}

Result<locale::Catalogue> load_language(const Declaration& format, const std::string& language,
                                        Diagnostics& diagnostics) {
  Result<locale::Catalogue> terms;
  for (const fs::path& file : files_of(format, language)) {
    auto words = locale::Catalogue::load(file, language, diagnostics);
    if (!words) {
      return std::nullopt;
    }
    if (terms) {
      terms->add(*words);
    } else {
      terms = std::move(words);
    }
  }
  return terms;
}

}  // namespace

Result<locale::Catalogue> load_terms(const Declaration& format, const std::string& language,
                                     Diagnostics& diagnostics) {
  auto terms = load_language(format, language, diagnostics);
  for (const std::string& other : format.languages) {
    if (!terms || other == language) {
      continue;
    }
    auto words = load_language(format, other, diagnostics);
    if (!words) {
      return std::nullopt;
    }
    terms->add_language(std::move(*words));
  }
  return terms;
}

}  // namespace rapporteur::plugin
