// Reads a plugin's words. Every pattern is tried once at the door.
#include "locale/catalogue.hpp"

#include <yaml-cpp/yaml.h>

#include <stdexcept>

#include "base/files.hpp"
#include "base/icu_text.hpp"
#include "base/text.hpp"

namespace rapporteur::locale {
namespace {

// Walks the YAML tree into dotted keys; one diagnostic for each fault.
class Reader {
 public:
  Reader(std::string file, std::string_view language, Diagnostics& diagnostics)
      : file_(std::move(file)), language_(language), diagnostics_(diagnostics) {}

  void map(const YAML::Node& node, const std::string& prefix) {
    for (const auto& member : node) {
      // Names for parts of the file (&a, *a) can stand in each other: few bytes, endless words.
      if (++members_ > most_members) {
        if (members_ == most_members + 1) {
          fault(member.first, "many", prefix);
        }
        return;
      }
      if (!member.first.IsScalar()) {
        fault(member.first, "key", prefix);
        continue;
      }
      const std::string key = prefix + member.first.Scalar();
      if (member.second.IsMap()) {
        map(member.second, key + ".");
      } else if (!member.second.IsScalar()) {
        fault(member.second, "shape", key);
      } else if (!pattern_fault(member.second.Scalar(), language_).empty()) {
        fault(member.second, "pattern", key);
      } else if (!texts.emplace(key, member.second.Scalar()).second) {
        fault(member.first, "twice", key);
      }
    }
  }
  void fault(const YAML::Node& node, std::string what, std::string key) {
    fault(node.Mark(), std::move(what), std::move(key));
  }
  void fault(const YAML::Mark& mark, std::string what, std::string key) {
    ok = false;
    Diagnostic diagnostic;
    diagnostic.id = "catalogue-broken";
    diagnostic.origin.file = file_;
    diagnostic.origin.row = mark.is_null() ? 1 : mark.line + 1;
    diagnostic.origin.column = mark.is_null() ? 1 : mark.column + 1;
    diagnostic.args = {{"what", std::move(what)}, {"key", std::move(key)}};
    diagnostics_.add(std::move(diagnostic));
  }

  std::map<std::string, std::string, std::less<>> texts;
  bool ok = true;

 private:
  static constexpr std::size_t most_members = 20'000;
  std::size_t members_ = 0;
  std::string file_;
  std::string language_;
  Diagnostics& diagnostics_;
};

}  // namespace

Result<Catalogue> Catalogue::load(const std::filesystem::path& file, std::string_view language,
                                  Diagnostics& diagnostics) {
  constexpr std::size_t largest = std::size_t{512} << 10;  // YAML takes a hundred times as much
  const std::optional<std::string> bytes = read_file(file, largest);
  if (!bytes) {
    Diagnostic diagnostic;
    diagnostic.id = "catalogue-missing";
    diagnostic.origin.file = file.string();
    diagnostic.args = {{"language", std::string(language)}};
    diagnostics.add(std::move(diagnostic));
    return std::nullopt;
  }
  Reader reader(file.string(), language, diagnostics);
  if (first_invalid_utf8(*bytes) != std::string::npos) {
    reader.fault(YAML::Mark::null_mark(), "utf8", "");
    return std::nullopt;
  }
  try {
    const YAML::Node root = YAML::Load(*bytes);
    if (root.IsMap()) {
      reader.map(root, "");
    } else if (!root.IsNull()) {
      reader.fault(root, "shape", "");
    }
  } catch (const YAML::Exception& error) {
    reader.fault(error.mark, "yaml", error.msg);
  }
  if (!reader.ok) {
    return std::nullopt;
  }
  return Catalogue(std::move(reader.texts), language);
}

Catalogue::Catalogue(std::map<std::string, std::string, std::less<>> texts,
                     std::string_view language)
    : texts_(std::move(texts)), language_(language) {}

const Catalogue& Catalogue::in(std::string_view language) const {
  const auto other = others_.find(language);
  return other == others_.end() ? *this : other->second;
}

void Catalogue::add_language(Catalogue words) {
  std::string language = words.language_;
  others_.insert_or_assign(std::move(language), std::move(words));
}

void Catalogue::add(const Catalogue& shared) {
  texts_.insert(shared.texts_.begin(), shared.texts_.end());
}

std::optional<std::string> Catalogue::get(std::string_view key, const Arguments& args) const {
  const auto found = texts_.find(key);
  if (found == texts_.end()) {
    return std::nullopt;
  }
  try {
    return format_pattern(found->second, args, language_);
  } catch (const std::invalid_argument&) {
    return std::nullopt;  // load() refuses such a pattern; one made in memory may have it
  }
}

std::vector<std::string> Catalogue::keys() const {
  std::vector<std::string> keys;
  keys.reserve(texts_.size());
  for (const auto& text : texts_) {
    keys.push_back(text.first);
  }
  return keys;
}

}  // namespace rapporteur::locale
