// acronym-meanings: one short form for two things, or two for one.
#include <map>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "check/text_acronyms.hpp"
#include "check/text_rules.hpp"

namespace rapporteur::check {
namespace {

struct Meaning {
  std::string text;
  std::string language;
  Origin origin;
};

class Meanings {
 public:
  Meanings(const Subject& subject, std::vector<Finding>& findings)
      : subject_(subject), findings_(findings) {}

  void test() {
    read_table("acronyms", "meaning", "short");
    test_one_meaning();
    read_table("organisations", "name", "short");
    for (const Definition& definition : find_definitions(subject_.texts)) {
      meanings_[definition.acronym].push_back(
          {definition.meaning, std::string(definition.passage->language),
           Texts::place(*definition.passage, definition.begin, definition.end)});
    }
    for (const auto& [acronym, meanings] : meanings_) {
      test_meanings(acronym, meanings);
    }
  }

 private:
  void read_table(const std::string& name, std::string_view meaning, std::string_view short_form) {
    const auto table = subject_.plan.tables.find(name);
    if (table == subject_.plan.tables.end()) {
      return;
    }
    for (const Record& record : table->second.records) {
      std::set<std::string> forms;
      for (const Cell& cell : record.cells) {
        const auto* const text = std::get_if<std::string>(&cell.value);
        const auto* const list = std::get_if<std::vector<std::string>>(&cell.value);
        if (cell.column->name == short_form) {
          forms.insert(text != nullptr ? *text : cell.typed);
        } else if (cell.column->name == "aliases" && list != nullptr) {
          forms.insert(list->begin(), list->end());
        }
      }
      for (const Cell& cell : record.cells) {
        const auto* const text = std::get_if<std::string>(&cell.value);
        if (cell.column->name != meaning || text == nullptr) {
          continue;
        }
        for (const std::string& form : forms) {
          if (is_acronym(form) && *text != form) {
            meanings_[form].push_back({*text, cell.key, record.origin_of(cell)});
          }
        }
      }
    }
  }

  void test_meanings(const std::string& acronym, const std::vector<Meaning>& meanings) {
    for (std::size_t i = 1; i < meanings.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        // A translation or a customary name that does not fit the letters is no second meaning.
        if (meanings[i].language == meanings[k].language && fits(acronym, meanings[i].text) &&
            fits(acronym, meanings[k].text) && !mean_the_same(meanings[i].text, meanings[k].text)) {
          report("two", acronym, meanings[k], meanings[i], "");
          return;  // told once
        }
      }
    }
  }

  /// Two rows of the list with the same words.
  void test_one_meaning() {
    std::map<std::string, std::pair<std::string, Meaning>> seen;
    for (const auto& [acronym, meanings] : meanings_) {
      for (const Meaning& meaning : meanings) {
        std::string key = meaning.language;
        for (const std::string& word : content_words(meaning.text)) {
          key.append(" ").append(word);
        }
        const auto [first, is_new] = seen.emplace(std::move(key), std::pair(acronym, meaning));
        // An alias shares its row with its short form.
        if (!is_new && first->second.second.origin.row != meaning.origin.row &&
            told_.insert(acronym).second) {
          report("one", acronym, meaning, first->second.second, first->second.first);
        }
      }
    }
  }

  void report(const char* kind, const std::string& acronym, const Meaning& meaning,
              const Meaning& other, const std::string& other_acronym) {
    Finding finding;
    finding.diagnostic.id = "acronym-meanings";
    finding.diagnostic.origin = meaning.origin;
    finding.row = acronym;
    finding.diagnostic.args = {{"kind", kind},
                               {"acronym", acronym},
                               {"meaning", meaning.text},
                               {"other", other.text},
                               {"other_acronym", other_acronym}};
    relate(finding, "other", other.origin, {{"other", other.text}});
    findings_.push_back(std::move(finding));
  }

  const Subject& subject_;
  std::vector<Finding>& findings_;
  std::map<std::string, std::vector<Meaning>> meanings_;
  std::set<std::string> told_;
};

}  // namespace

void test_acronym_meanings(const Subject& subject, std::vector<Finding>& findings) {
  Meanings(subject, findings).test();
}

}  // namespace rapporteur::check
