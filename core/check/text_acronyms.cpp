// acronym-unlisted, acronym-unused: short forms against the table of acronyms.
#include "check/text_acronyms.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>
#include <utility>

#include "base/text.hpp"
#include "check/text_rules.hpp"

namespace rapporteur::check {
namespace {

struct Use {
  std::int64_t count = 0;
  Origin first;
};

class Acronyms {
 public:
  Acronyms(const Subject& subject, std::vector<Finding>& findings)
      : plan_(subject.plan), texts_(subject.texts), findings_(findings) {}

  void test() {
    if (plan_.languages.empty()) {
      return;
    }
    read_listed();
    read_words();
    read_uses();
    read_references();
    report_unlisted();
    report_unused();
  }

 private:
  void read_listed() {
    const auto table = plan_.tables.find("acronyms");
    has_list_ = table != plan_.tables.end() && !table->second.records.empty();
    if (!has_list_) {
      // Nothing prints a list: what a text spells out, or an organisation's name does, is clear.
      for (const Definition& definition : find_definitions(texts_)) {
        known_.insert(definition.acronym);
      }
      return;
    }
    for (const Record& record : table->second.records) {
      known_.insert(record.id);
      for (const Cell& cell : record.cells) {
        if (const auto* const list = std::get_if<std::vector<std::string>>(&cell.value)) {
          known_.insert(list->begin(), list->end());
        }
      }
    }
    for (const std::string& listed : std::vector<std::string>(known_.begin(), known_.end())) {
      for (const char parting : {'/', '-', ' ', '&'}) {
        for (const std::string& part : split(listed, parting)) {
          parts_.insert(part);
        }
      }
    }
  }

  /// Lower-case words: "SI" in capitals for weight is no acronym where "si" is a word.
  void read_words() {
    for (const Passage& passage : texts_.passages) {
      const bool is_first = passage.language == plan_.languages.front();
      for (const Token& token : passage.tokens) {
        const std::size_t shortest = is_first ? 2 : 3;
        if (token.kind == TokenKind::word && token.folded.size() <= 10 &&
            token.folded.size() >= shortest &&
            passage.between(token.begin, token.end) == token.folded) {
          words_.insert(token.folded);
        }
      }
    }
  }

  static bool is_shouted(const Passage& passage) {
    std::size_t words = 0;
    std::size_t capitals = 0;
    for (const Token& token : passage.tokens) {
      if (token.kind == TokenKind::word && token.folded.size() > 2) {
        ++words;
        std::size_t at = token.begin;
        (void)next_point(passage.text, at);
        capitals += at < token.end && is_capital(next_point(passage.text, at)) ? 1 : 0;
      }
    }
    return words > 2 && capitals * 5 > words * 3;
  }

  void read_uses() {
    for (const Passage& passage : texts_.passages) {
      const std::string_view table = passage.table_name();
      if (table == "acronyms") {
        continue;
      }
      const bool counts = table != "organisations" && table != "areas" &&
                          passage.language == plan_.languages.front() && !is_shouted(passage);
      for (const Token& token : passage.tokens) {
        if (token.kind != TokenKind::word) {
          continue;
        }
        const std::string_view word = passage.between(token.begin, token.end);
        add_seen(word);
        if (word.find('-') == std::string_view::npos) {
          // In bold capitals alone ("**ALORS**") it is a word with weight.
          const bool is_bold = token.begin > 0 && passage.text[token.begin - 1] == '*';
          add_use(passage, token, word, counts && !is_bold);
        } else {
          for (std::size_t at = 0; at < word.size();) {
            const std::size_t end = std::min(word.find('-', at), word.size());
            add_seen(word.substr(at, end - at));
            at = end + 1;
          }
        }
      }
    }
  }

  void add_seen(std::string_view word) { seen_.insert(singular(word)); }

  void add_use(const Passage& passage, const Token& token, std::string_view word, bool counts) {
    if (!counts || !is_acronym(word)) {
      return;
    }
    Use& use = uses_[std::string(singular(word))];
    if (use.count++ == 0) {
      use.first = Texts::place(passage, token.begin, token.end);
    }
  }

  /// Organisations are printed by their short form where a row refers to them; a choice as typed.
  void read_references() {
    const auto organisations = plan_.tables.find("organisations");
    if (organisations != plan_.tables.end()) {
      for (const Record& record : organisations->second.records) {
        shorts_.emplace(record.id,
                        std::string(record.text("short").in(plan_.languages.front()).text));
        const std::string_view name = record.text("name").in(plan_.languages.front()).text;
        if (!has_list_ && name != shorts_[record.id]) {
          known_.insert(shorts_[record.id]);
        }
        // Another spelling of it is told by name-variant.
        const Cell* const aliases = record.find("aliases");
        const auto* const list =
            aliases == nullptr ? nullptr : std::get_if<std::vector<std::string>>(&aliases->value);
        for (const std::string& alias : list == nullptr ? std::vector<std::string>{} : *list) {
          if (shorts_[record.id].find(alias) == std::string::npos) {
            known_.insert(alias);
          }
        }
      }
    }
    for (const auto& [name, table] : plan_.tables) {
      for (const Record& record : table.records) {
        for (const Cell& cell : record.cells) {
          read_cell(record, cell);
        }
      }
    }
  }

  void read_cell(const Record& record, const Cell& cell) {
    const auto* const word = std::get_if<std::string>(&cell.value);
    const auto* const list = std::get_if<std::vector<std::string>>(&cell.value);
    if (cell.column->type == ColumnType::choice && word != nullptr && *word != cell.typed &&
        has_list_) {
      add_printed(record, cell, cell.typed);
    } else if (cell.column->target == "organisations") {
      const std::vector<std::string> one =
          word != nullptr ? std::vector<std::string>{*word} : std::vector<std::string>{};
      for (const std::string& id : list != nullptr ? *list : one) {
        if (const auto found = shorts_.find(id); found != shorts_.end()) {
          add_printed(record, cell, found->second);
        }
      }
    } else if (cell.column->type != ColumnType::text && cell.column->type != ColumnType::id) {
      add_seen(cell.typed);
    }
  }

  void add_printed(const Record& record, const Cell& cell, std::string_view printed) {
    add_seen(printed);
    if (is_acronym(printed)) {
      Use& use = uses_[std::string(singular(printed))];
      if (use.count++ == 0) {
        use.first = record.origin_of(cell);
      }
    }
  }

  void report_unlisted() {
    for (auto& [acronym, use] : uses_) {
      const bool is_word = words_.contains(plain(acronym));
      const bool is_short = !has_list_ && acronym.size() < 3;
      if (is_word || is_short || known_.contains(acronym) || parts_.contains(acronym)) {
        continue;
      }
      Finding finding;
      finding.diagnostic.id = "acronym-unlisted";
      finding.diagnostic.origin = std::move(use.first);
      finding.row = acronym;
      finding.diagnostic.args = {
          {"acronym", acronym}, {"count", use.count}, {"has_list", has_list_ ? "yes" : "no"}};
      findings_.push_back(std::move(finding));
    }
  }

  void report_unused() {
    if (!has_list_) {
      return;
    }
    for (const Record& record : plan_.tables.at("acronyms").records) {
      std::vector<std::string> forms = {record.id};
      const Cell* short_cell = nullptr;
      for (const Cell& cell : record.cells) {
        if (const auto* const list = std::get_if<std::vector<std::string>>(&cell.value)) {
          forms.insert(forms.end(), list->begin(), list->end());
        }
        if (cell.column->name == "short") {
          short_cell = &cell;
        }
      }
      if (std::ranges::any_of(forms, [&](const std::string& form) { return is_used(form); })) {
        continue;
      }
      Finding finding;
      finding.diagnostic.id = "acronym-unused";
      finding.diagnostic.origin =
          short_cell == nullptr ? record.origin : record.origin_of(*short_cell);
      finding.row = record.id;
      finding.diagnostic.args = {{"acronym", record.id}};
      findings_.push_back(std::move(finding));
    }
  }

  [[nodiscard]] bool is_used(const std::string& form) const {
    if (seen_.contains(form)) {
      return true;
    }
    if (form.find_first_of("/& -") == std::string::npos) {
      return false;
    }
    return std::ranges::any_of(texts_.passages, [&](const Passage& passage) {
      return passage.table_name() != "acronyms" &&
             passage.text.find(form) != std::string_view::npos;
    });
  }

  const Plan& plan_;
  const Texts& texts_;
  std::vector<Finding>& findings_;
  bool has_list_ = false;
  std::set<std::string, std::less<>> known_;
  std::set<std::string, std::less<>> parts_;
  std::map<std::string, std::string, std::less<>> shorts_;  ///< of organisations, by id
  // Views into the plan, its texts and shorts_:
  std::unordered_set<std::string_view> words_;
  std::unordered_set<std::string_view> seen_;
  std::map<std::string, Use> uses_;
};

}  // namespace

void test_acronyms(const Subject& subject, std::vector<Finding>& findings) {
  Acronyms(subject, findings).test();
}

}  // namespace rapporteur::check
