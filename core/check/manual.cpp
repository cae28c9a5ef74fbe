#include "check/manual.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/messages.hpp"
#include "base/text.hpp"
#include "check/rule.hpp"
#include "check/unanswered.hpp"

namespace rapporteur::check {
namespace {

std::string severity_name(std::string_view id) {
  Diagnostic diagnostic;
  diagnostic.id = id;
  switch (severity_of(diagnostic)) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::information:
      break;
  }
  return "information";
}

/// "national-plans K4 K5, project-document B7" -> ("national-plans", "K4") …
std::vector<std::pair<std::string, std::string>> entries_of(std::string_view oracles) {
  std::vector<std::pair<std::string, std::string>> entries;
  for (const std::string& part : split(oracles, ',')) {
    const std::vector<std::string> words = split(trimmed(part), ' ');
    for (std::size_t i = 1; i < words.size(); ++i) {
      entries.emplace_back(words.front(), words[i]);
    }
  }
  return entries;
}

/// B2 before B10.
bool comes_before(const std::pair<std::string, std::string>& a,
                  const std::pair<std::string, std::string>& b) {
  const auto key = [](const std::pair<std::string, std::string>& entry) {
    const std::size_t digits =
        std::min(entry.second.find_first_of("0123456789"), entry.second.size());
    const std::string number = entry.second.substr(digits);
    return std::tuple(entry.first, entry.second.substr(0, digits), number.size(), number);
  };
  return key(a) < key(b);
}

/// Each finding once: two tests may make one.
std::string table_of_rules() {
  std::string text =
      "| Rule | Severity | What it looks for | Ce qu’elle vérifie |\n|---|---|---|---|\n";
  std::set<std::string> told;
  for (const Rule& rule : rules()) {
    for (const std::string& id : split(rule.ids, '|')) {
      if (told.insert(id).second) {
        text += "| `" + id + "` | " + severity_name(id) + " | " + help_of(id, "en") + " | " +
                help_of(id, "fr") + " |\n";
      }
    }
  }
  return text;
}

std::string table_of_entries() {
  std::map<std::pair<std::string, std::string>, std::set<std::string>, decltype(&comes_before)>
      by_entry(&comes_before);
  for (const Rule& rule : rules()) {
    const std::vector<std::string> ids = split(rule.ids, '|');
    const std::vector<std::string> oracles = split(rule.oracles, '|');
    for (std::size_t i = 0; i < ids.size() && i < oracles.size(); ++i) {
      for (const auto& entry : entries_of(oracles[i])) {
        by_entry[entry].insert(ids[i]);
      }
    }
  }
  std::string text = "| Document | Entry | Rules |\n|---|---|---|\n";
  for (const auto& [entry, ids] : by_entry) {
    std::string list;
    for (const std::string& id : ids) {
      list += (list.empty() ? "`" : ", `") + id + "`";
    }
    text += "| " + entry.first + " | " + entry.second + " | " + list + " |\n";
  }
  return text;
}

std::string table_of_unanswered() {
  std::string text = "| Document | Entry | Why |\n|---|---|---|\n";
  for (const Unanswered& one : unanswered()) {
    for (const auto& [document, entry] : entries_of(one.entries)) {
      text += "| " + document + " | " + entry + " | " + std::string(one.reason) + " |\n";
    }
  }
  return text;
}

}  // namespace

std::vector<std::string> finding_ids() {
  std::vector<std::string> ids;
  for (const std::string& id : message_ids()) {
    Diagnostic diagnostic;
    diagnostic.id = id;
    if (kind_of(diagnostic) == Kind::finding) {
      ids.push_back(id);
    }
  }
  return ids;
}

std::string how_to_change(std::string_view id, std::string_view language) {
  const auto say = [&](const char* key, const Arguments& args) {
    return "  " + ui_text(key, args, language) + "\n";
  };
  return say("rule_severity", {{"severity", severity_name(id)}}) +
         say("rule_change", {{"rule", std::string(id)}}) +
         say("rule_accept", {{"rule", std::string(id)}});
}

std::string explain(std::string_view id, std::string_view language) {
  const std::vector<std::string> known = finding_ids();
  if (std::ranges::find(known, id) == known.end()) {
    return {};
  }
  std::string text = std::string(id) + "\n";
  if (const std::string help = help_of(id, language); !help.empty()) {
    text += "  " + help + "\n";
  }
  return text + how_to_change(id, language);
}

std::string rules_manual() {
  return "# Rules of `rapporteur check`\n\n"
         "Generated from the rules and their catalogue (`rapporteur rules --manual`); a test fails "
         "when it is stale. `plan.yaml` changes a severity (`severity: {id: error, warning, info "
         "or "
         "off}`) and accepts single findings (`accepted:`).\n\n" +
         table_of_rules() +
         "\n## Which rule answers which entry\n\n"
         "Entries are those of the specifications of real documents that the samples are made "
         "from.\n\n" +
         table_of_entries() + "\n## Entries that no rule answers\n\n" + table_of_unanswered();
}

}  // namespace rapporteur::check
