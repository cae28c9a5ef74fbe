#include "base/messages.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <span>
#include <stdexcept>

#include "base/icu_text.hpp"

namespace rapporteur {

extern const std::span<const std::string_view> message_files;  // generated: EmbedMessages.cmake

namespace {

struct Texts {
  std::string help;
  std::string message;
  std::string cause;
  std::string remedy;
  std::string example;
  std::map<std::string, std::string, std::less<>> related;
};

struct Entry {
  Kind kind = Kind::finding;
  Severity severity = Severity::error;
  std::map<std::string, Texts, std::less<>> by_language;
};

struct Catalogue {
  std::map<std::string, Entry, std::less<>> entries;
  std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> ui;
  std::vector<std::string> faults;
};

Kind parse_kind(const std::string& name) {
  static const std::map<std::string, Kind> kinds = {
      {"finding", Kind::finding},    {"plan", Kind::plan},     {"usage", Kind::usage},
      {"template", Kind::template_}, {"plugin", Kind::plugin}, {"office", Kind::office}};
  return kinds.at(name);
}

Severity parse_severity(const std::string& name) {
  static const std::map<std::string, Severity> severities = {{"information", Severity::information},
                                                             {"warning", Severity::warning},
                                                             {"error", Severity::error}};
  return severities.at(name);
}

Texts parse_texts(const YAML::Node& node) {
  Texts texts;
  texts.help = node["help"].as<std::string>("");
  texts.message = node["message"].as<std::string>("");
  texts.cause = node["cause"].as<std::string>("");
  texts.remedy = node["remedy"].as<std::string>("");
  texts.example = node["example"].as<std::string>("");
  for (const auto& related : node["related"]) {
    texts.related[related.first.as<std::string>()] = related.second.as<std::string>();
  }
  return texts;
}

Catalogue load_catalogue() {
  Catalogue catalogue;
  for (const std::string_view file : message_files) {
    for (const auto& item : YAML::Load(std::string(file))) {
      const auto id = item.first.as<std::string>();
      if (id == "ui") {
        for (const auto& language : item.second) {
          auto& texts = catalogue.ui[language.first.as<std::string>()];
          for (const auto& text : language.second) {
            texts[text.first.as<std::string>()] = text.second.as<std::string>();
          }
        }
        continue;
      }
      Entry entry;
      entry.kind = parse_kind(item.second["kind"].as<std::string>());
      entry.severity = parse_severity(item.second["severity"].as<std::string>("error"));
      for (const char* language : {"en", "fr"}) {
        if (item.second[language]) {
          entry.by_language[language] = parse_texts(item.second[language]);
        }
      }
      if (!catalogue.entries.emplace(id, std::move(entry)).second) {
        catalogue.faults.push_back(id + ": declared twice");
      }
    }
  }
  return catalogue;
}

// Parsed once on first use; constant afterwards.
const Catalogue& catalogue() {
  static const Catalogue loaded = load_catalogue();
  return loaded;
}

const Entry& entry_of(std::string_view id) {
  const auto found = catalogue().entries.find(id);
  if (found == catalogue().entries.end()) {
    throw std::logic_error("no message for diagnostic id: " + std::string(id));
  }
  return found->second;
}

std::set<std::string> arguments_of(const std::string& pattern) {
  static const std::regex argument(R"(\{([a-z_]+))");
  std::set<std::string> names;
  for (std::sregex_iterator it(pattern.begin(), pattern.end(), argument), end; it != end; ++it) {
    // A branch of a plural or select ("one {row}") starts with a brace too; only names count. A
    // text by language goes in as title_en and title_fr: one argument.
    std::string name = (*it)[1];
    if (name.ends_with("_en") || name.ends_with("_fr")) {
      name.resize(name.size() - 3);
    }
    names.insert(std::move(name));
  }
  return names;
}

void check_pattern(const std::string& where, const std::string& pattern, std::string_view language,
                   std::vector<std::string>& faults) {
  if (const std::string fault = pattern_fault(pattern, language); !fault.empty()) {
    faults.push_back(where + ": " + fault);
  }
}

void check_entry(const std::string& id, const Entry& entry, std::vector<std::string>& faults) {
  if (entry.by_language.size() != 2) {
    faults.push_back(id + ": needs en and fr");
    return;
  }
  const Texts& en = entry.by_language.at("en");
  const Texts& fr = entry.by_language.at("fr");
  for (const auto& [language, texts] : entry.by_language) {
    const std::string where = id + "." + language;
    if (texts.message.empty()) {
      faults.push_back(where + ": no message");
    }
    if (texts.remedy.empty() && entry.severity != Severity::information) {
      faults.push_back(where + ": no remedy");
    }
    check_pattern(where + ".message", texts.message, language, faults);
    check_pattern(where + ".cause", texts.cause, language, faults);
    check_pattern(where + ".remedy", texts.remedy, language, faults);
    for (const auto& [key, text] : texts.related) {
      check_pattern(where + ".related." + key, text, language, faults);
    }
  }
  if (en.example.empty() != fr.example.empty()) {
    faults.push_back(id + ": example stands in one language only");
  }
  if (en.help.empty() != fr.help.empty()) {
    faults.push_back(id + ": help stands in one language only");
  }
  if (en.cause.empty() != fr.cause.empty() || en.remedy.empty() != fr.remedy.empty()) {
    faults.push_back(id + ": cause or remedy stands in one language only");
  }
  if (!std::ranges::equal(en.related, fr.related,
                          [](const auto& a, const auto& b) { return a.first == b.first; })) {
    faults.push_back(id + ": related texts differ between the languages");
  }
  const auto branches = [](const std::string& pattern) {
    return pattern.find(", plural,") != std::string::npos ||
           pattern.find(", select,") != std::string::npos;
  };
  if (!branches(en.message) && !branches(fr.message) &&
      arguments_of(en.message) != arguments_of(fr.message)) {
    faults.push_back(id + ": the two messages use different arguments");
  }
}

}  // namespace

Kind kind_of(const Diagnostic& diagnostic) {
  return entry_of(diagnostic.id).kind;
}

Severity severity_of(const Diagnostic& diagnostic) {
  if (const auto* severity = std::get_if<Severity>(&diagnostic.severity_override)) {
    return *severity;
  }
  return entry_of(diagnostic.id).severity;
}

std::optional<MessageTexts> texts_of(std::string_view id, std::string_view language) {
  const auto entry = catalogue().entries.find(id);
  if (entry == catalogue().entries.end()) {
    return std::nullopt;
  }
  const Texts& texts = entry->second.by_language.find(language == "fr" ? "fr" : "en")->second;
  return MessageTexts{texts.help, texts.message, texts.cause, texts.remedy, texts.example};
}

std::string help_of(std::string_view id, std::string_view language) {
  const auto entry = catalogue().entries.find(id);
  return entry == catalogue().entries.end()
             ? ""
             : entry->second.by_language.find(language == "fr" ? "fr" : "en")->second.help;
}

Rendered render(const Diagnostic& diagnostic, std::string_view language) {
  const std::string_view chosen = language == "fr" ? "fr" : "en";
  const Texts& texts = entry_of(diagnostic.id).by_language.find(chosen)->second;
  Rendered rendered{.message = format_pattern(texts.message, diagnostic.args, chosen),
                    .cause = format_pattern(texts.cause, diagnostic.args, chosen),
                    .remedy = format_pattern(texts.remedy, diagnostic.args, chosen),
                    .related = {}};
  for (const Related& related : diagnostic.related) {
    const auto text = texts.related.find(related.key);
    if (text == texts.related.end()) {
      throw std::logic_error("no text for " + diagnostic.id + " related " + related.key);
    }
    rendered.related.push_back(format_pattern(text->second, related.args, chosen));
  }
  return rendered;
}

std::string ui_text(std::string_view key, const Arguments& args, std::string_view language) {
  const std::string_view chosen = language == "fr" ? "fr" : "en";
  const auto& texts = catalogue().ui.find(chosen)->second;
  const auto text = texts.find(key);
  if (text == texts.end()) {
    throw std::logic_error("no ui text: " + std::string(key));
  }
  return format_pattern(text->second, args, chosen);
}

std::map<std::string, std::string> ui_patterns(std::string_view prefix, std::string_view language) {
  std::map<std::string, std::string> patterns;
  for (const auto& [key, text] : catalogue().ui.find(language == "fr" ? "fr" : "en")->second) {
    if (key.starts_with(prefix)) {
      patterns.emplace(key.substr(prefix.size()), text);
    }
  }
  return patterns;
}

std::vector<std::string> message_ids() {
  std::vector<std::string> ids;
  for (const auto& [id, entry] : catalogue().entries) {
    ids.push_back(id);
  }
  return ids;
}

std::vector<std::string> catalogue_faults() {
  std::vector<std::string> faults = catalogue().faults;
  for (const auto& [id, entry] : catalogue().entries) {
    check_entry(id, entry, faults);
  }
  const auto& ui = catalogue().ui;
  for (const auto& [language, texts] : ui) {
    for (const auto& [key, text] : texts) {
      check_pattern("ui." + language + "." + key, text, language, faults);
      for (const auto& [other, other_texts] : ui) {
        if (!other_texts.contains(key)) {
          faults.push_back("ui." + other + ": lacks " + key);
        }
      }
    }
  }
  return faults;
}

}  // namespace rapporteur
