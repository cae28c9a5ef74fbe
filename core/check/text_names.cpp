// name-variant: an organisation under a name that the plan itself lists as another spelling, beside
// its own short form; a place of the table of areas with other accents.
#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/text.hpp"
#include "check/text_acronyms.hpp"
#include "check/text_rules.hpp"

namespace rapporteur::check {
namespace {

constexpr std::size_t shortest_alias = 3;

struct Form {
  std::size_t name = 0;  ///< index of its owner
  std::string text;
  bool is_alias = false;
};

struct Seen {
  std::int64_t count = 0;
  Origin first;
};

/// An organisation, or a row of the acronyms.
struct Name {
  std::string id;
  std::map<std::string, std::string, std::less<>> proper;  ///< by language
  std::vector<std::string> aliases;
};

bool is_part_of(std::string_view alias, std::string_view proper) {
  const std::size_t at = proper.find(alias);
  return at != std::string_view::npos && proper.find_first_of("/&(") != std::string_view::npos;
}

class Names {
 public:
  Names(const Subject& subject, std::vector<Finding>& findings)
      : plan_(subject.plan), texts_(subject.texts), findings_(findings) {}

  void test() {
    read_names("organisations");
    read_names("acronyms");
    for (const std::string& language : plan_.languages) {
      test_language(language);
    }
  }

 private:
  void read_names(const std::string& table_name) {
    const auto table = plan_.tables.find(table_name);
    if (table == plan_.tables.end()) {
      return;
    }
    const bool is_organisation = table_name == "organisations";
    for (const Record& record : table->second.records) {
      Name name;
      name.id = record.id;
      for (const std::string& language : plan_.languages) {
        const LocalText short_form = is_organisation ? record.text("short") : LocalText{};
        const LocalText long_form = is_organisation ? record.text("name") : LocalText{};
        name.proper[language] = !is_organisation      ? record.id
                                : !short_form.empty() ? std::string(short_form.in(language).text)
                                                      : std::string(long_form.in(language).text);
      }
      for (const Cell& cell : record.cells) {
        if (const auto* const list = std::get_if<std::vector<std::string>>(&cell.value);
            list != nullptr && cell.column->name == "aliases") {
          name.aliases = *list;
        }
      }
      if (!is_organisation) {
        listed_.insert(record.id);
      }
      is_organisation_.push_back(is_organisation);
      names_.push_back(std::move(name));
    }
  }

  void test_language(const std::string& language) {
    const bool is_first = language == plan_.languages.front();
    std::unordered_map<std::string, std::vector<Form>> forms;  // by the first word, as typed
    std::set<std::string> taken;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const std::string& proper = names_[i].proper[language];
      if (proper.empty() || (!is_organisation_[i] && !is_first)) {
        continue;
      }
      add_form(forms, {i, proper, false});
      std::vector<std::string> others = names_[i].aliases;
      for (const auto& [other_language, other] : names_[i].proper) {
        others.push_back(other);
      }
      for (const std::string& alias : others) {
        const std::size_t shortest = is_organisation_[i] ? shortest_alias : 2;
        if (alias != proper && alias.size() >= shortest && !listed_.contains(alias) &&
            !is_part_of(alias, proper) && taken.insert(alias).second) {
          add_form(forms, {i, alias, true});
        }
      }
    }
    std::map<std::pair<std::size_t, std::string>, Seen> seen;
    std::set<std::size_t> proper_seen;
    for (const Passage& passage : texts_.passages) {
      if (passage.language == language && passage.table_name() != "organisations" &&
          passage.table_name() != "acronyms") {
        read(passage, forms, seen, proper_seen);
      }
    }
    if (is_first) {
      read_references(forms, seen, proper_seen);
    }
    report(language, seen, proper_seen);
  }

  static std::string first_word(std::string_view text) {
    for (const Token& token : tokens_of(text, "")) {
      if (token.kind == TokenKind::word) {
        return std::string(text.substr(token.begin, token.end - token.begin));
      }
      break;
    }
    return {};
  }

  static void add_form(std::unordered_map<std::string, std::vector<Form>>& forms, Form form) {
    const std::string word = first_word(form.text);
    if (!word.empty()) {
      forms[word].push_back(std::move(form));
    }
  }

  static void read(const Passage& passage,
                   const std::unordered_map<std::string, std::vector<Form>>& forms,
                   std::map<std::pair<std::size_t, std::string>, Seen>& seen,
                   std::set<std::size_t>& proper_seen) {
    std::string word;
    for (const Token& token : passage.tokens) {
      if (token.kind != TokenKind::word) {
        continue;
      }
      word = passage.between(token.begin, token.end);
      const auto found = forms.find(word);
      if (found == forms.end()) {
        continue;
      }
      const std::string_view rest = passage.text.substr(token.begin);
      const Form* longest = nullptr;
      for (const Form& form : found->second) {
        if (rest.starts_with(form.text) && ends_word(rest, form.text.size()) &&
            (longest == nullptr || form.text.size() > longest->text.size())) {
          longest = &form;
        }
      }
      if (longest == nullptr) {
        continue;
      }
      if (!longest->is_alias) {
        proper_seen.insert(longest->name);
      } else if (Seen& alias = seen[{longest->name, longest->text}]; alias.count++ == 0) {
        alias.first = Texts::place(passage, token.begin, token.begin + longest->text.size());
      }
    }
  }

  static bool ends_word(std::string_view text, std::size_t at) {
    if (at >= text.size()) {
      return true;
    }
    const char32_t next = next_point(text, at);
    return !is_letter(next) && !(next >= '0' && next <= '9');
  }

  /// Cells that refer to organisations: each item as typed.
  void read_references(const std::unordered_map<std::string, std::vector<Form>>& forms,
                       std::map<std::pair<std::size_t, std::string>, Seen>& seen,
                       std::set<std::size_t>& proper_seen) {
    std::unordered_map<std::string_view, const Form*> whole;
    for (const auto& [word, list] : forms) {
      for (const Form& form : list) {
        if (is_organisation_[form.name]) {
          whole.emplace(form.text, &form);
        }
      }
    }
    // In prose two letters are too few ("MJ"); a cell of organisations holds nothing else.
    std::vector<Form> brief;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      for (const std::string& alias : names_[i].aliases) {
        if (is_organisation_[i] && alias.size() < shortest_alias) {
          brief.push_back({i, alias, true});
        }
      }
    }
    for (const Form& form : brief) {
      whole.emplace(form.text, &form);
    }
    for (const auto& [name, table] : plan_.tables) {
      for (const Record& record : table.records) {
        for (const Cell& cell : record.cells) {
          if (cell.column->target != "organisations" || name == "organisations") {
            continue;
          }
          for (const std::string& line : split(cell.typed, '\n')) {
            for (const std::string& item : split(line, ';')) {
              const std::string typed = trimmed(item);
              const auto form = whole.find(typed);
              if (form == whole.end()) {
                continue;
              }
              if (!form->second->is_alias) {
                proper_seen.insert(form->second->name);
              } else if (Seen& alias = seen[{form->second->name, typed}]; alias.count++ == 0) {
                alias.first = record.origin_of(cell);
              }
            }
          }
        }
      }
    }
  }

  void report(const std::string& language,
              const std::map<std::pair<std::size_t, std::string>, Seen>& seen,
              const std::set<std::size_t>& proper_seen) {
    for (const auto& [key, alias] : seen) {
      if (!proper_seen.contains(key.first) || !told_.insert(key.second).second) {
        continue;
      }
      Finding finding;
      finding.diagnostic.id = "name-variant";
      finding.diagnostic.origin = alias.first;
      finding.row = names_[key.first].id;
      finding.diagnostic.args = {{"kind", "alias"},
                                 {"variant", key.second},
                                 {"proper", names_[key.first].proper[language]},
                                 {"count", alias.count}};
      findings_.push_back(std::move(finding));
    }
  }

  const Plan& plan_;
  const Texts& texts_;
  std::vector<Finding>& findings_;
  std::vector<Name> names_;
  std::vector<bool> is_organisation_;
  std::set<std::string, std::less<>> listed_;
  std::set<std::string> told_;
};

/// "Segou" where the table of areas says "Ségou".
void test_places(const Subject& subject, std::vector<Finding>& findings) {
  std::map<std::pair<std::string, std::string>, std::set<std::string>> places;
  for (const Passage& passage : subject.texts.passages) {
    if (passage.table_name() == "areas" && passage.column() == "name" &&
        passage.tokens.size() == 1) {
      places[{std::string(passage.language), passage.tokens[0].folded}].insert(
          std::string(passage.text));
    }
  }
  if (places.empty()) {
    return;
  }
  std::map<std::string, std::pair<Finding, std::int64_t>> variants;
  for (const Passage& passage : subject.texts.passages) {
    for (const Token& token : passage.tokens) {
      std::size_t at = token.begin;
      if (token.kind != TokenKind::word || !is_capital(next_point(passage.text, at)) ||
          is_capital(next_point(passage.text, at))) {
        continue;
      }
      const auto place = places.find({std::string(passage.language), token.folded});
      const std::string word(passage.between(token.begin, token.end));
      if (place == places.end() || place->second.contains(word)) {
        continue;
      }
      const auto [variant, is_new] = variants.emplace(word, std::pair<Finding, std::int64_t>{});
      if (is_new) {
        variant->second.first = text_finding("name-variant", passage, token.begin, token.end);
        variant->second.first.diagnostic.args = {
            {"kind", "place"}, {"variant", word}, {"proper", *place->second.begin()}};
      }
      ++variant->second.second;
    }
  }
  for (auto& [word, variant] : variants) {
    variant.first.diagnostic.args.emplace_back("count", variant.second);
    findings.push_back(std::move(variant.first));
  }
}

}  // namespace

void test_names(const Subject& subject, std::vector<Finding>& findings) {
  Names(subject, findings).test();
  test_places(subject, findings);
}

}  // namespace rapporteur::check
