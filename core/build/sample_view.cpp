#include "build/sample_view.hpp"

#include <algorithm>

#include "base/files.hpp"
#include "load/load.hpp"
#include "starter/starter.hpp"

namespace rapporteur::build {

namespace fs = std::filesystem;

namespace {

bool write_starter(const fs::path& folder) {
  const starter::Starter starter = starter::make_starter({.id = "plan", .languages = {"fr", "en"}});
  return std::ranges::all_of(starter.files, [&](const starter::File& file) {
    std::error_code error;
    fs::create_directories((folder / file.path).parent_path(), error);
    return !error && write_file(folder / file.path, file.text);
  });
}

/// Faults only: what a plan lacks for a report is the affair of check.
void take_faults(const Diagnostics& found, Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : found.all()) {
    if (kind_of(diagnostic) != Kind::finding) {
      diagnostics.add(diagnostic);
    }
  }
}

void collect_texts(const fs::path& folder, std::set<std::string>& texts) {
  std::error_code error;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() != ".lua") {
      continue;
    }
    const std::string source = read_file(entry->path()).value_or("");
    for (std::size_t at = source.find_first_of("\"'"); at != std::string::npos;) {
      const std::size_t close = source.find(source[at], at + 1);
      if (close == std::string::npos) {
        break;
      }
      const std::string text = source.substr(at + 1, close - at - 1);
      const bool is_one_line = text.find('\n') == std::string::npos;
      if (is_one_line) {
        texts.insert(text);
      }
      // An apostrophe in a comment opens nothing: go on right behind it.
      at = source.find_first_of("\"'", is_one_line ? close + 1 : at + 1);
    }
  }
}

}  // namespace

std::optional<Target> sample_view(const plugin::Declaration& format, const fs::path& plan,
                                  const std::string& language, Diagnostics& diagnostics) {
  const TemporaryDirectory made;
  fs::path folder = plan;
  if (folder.empty()) {
    folder = made.path() / "plan";
    if (!write_starter(folder)) {
      diagnostics.add({.id = "template-sample-plan", .origin = {.file = folder.string()}});
      return std::nullopt;
    }
  }
  Diagnostics found;
  std::optional<Target> target;
  if (const auto loaded = load_plan(folder, found)) {
    target = prepare_target(*loaded, format, language, nullptr, {}, found);
  }
  take_faults(found, diagnostics);
  return target;
}

std::set<std::string> own_terms(const plugin::Declaration& format, const std::string& language) {
  Diagnostics ignored;  // told when the view was made
  const auto terms =
      locale::Catalogue::load(format.folder / ("terms." + language + ".yaml"), language, ignored);
  if (!terms) {
    return {};
  }
  const std::vector<std::string> keys = terms->keys();
  return {keys.begin(), keys.end()};
}

std::set<std::string> terms_in_lua(const plugin::Declaration& format,
                                   const std::set<std::string>& keys) {
  std::set<std::string> texts;
  collect_texts(format.folder, texts);
  if (!format.common.empty()) {
    collect_texts(format.common, texts);
  }
  std::set<std::string> used;
  for (const std::string& key : keys) {
    bool is_named = texts.contains(key);
    for (std::size_t dot = key.find('.'); dot != std::string::npos && !is_named;
         dot = key.find('.', dot + 1)) {
      is_named = texts.contains(key.substr(0, dot + 1)) || texts.contains(key.substr(0, dot));
    }
    if (is_named) {
      used.insert(key);
    }
  }
  return used;
}

}  // namespace rapporteur::build
