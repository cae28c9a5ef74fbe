// name-variant, without any list of other spellings: an acronym with a letter too few, too many or
// in the wrong place; a ministry with one word changed; a framework whose name comes in two orders,
// or with and without one word.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "check/text_acronyms.hpp"
#include "check/text_rules.hpp"

namespace rapporteur::check {
namespace {

struct Seen {
  std::int64_t count = 0;
  const Passage* passage = nullptr;
  std::size_t begin = 0;
  std::size_t end = 0;

  void add(const Passage& in, std::size_t from, std::size_t to) {
    if (count++ == 0) {
      passage = &in;
      begin = from;
      end = to;
    }
  }
};

Finding variant(const Seen& seen, const std::string& text, const std::string& proper) {
  Finding finding = text_finding("name-variant", *seen.passage, seen.begin, seen.end);
  finding.diagnostic.args = {
      {"kind", "alias"}, {"variant", text}, {"proper", proper}, {"count", seen.count}};
  return finding;
}

/// One letter more in `longer`, or two neighbours swapped. Another letter is no slip: MINUSMA and
/// MINUSCA are two missions.
bool is_slip(std::string_view a, std::string_view b) {
  const std::string_view longer = a.size() >= b.size() ? a : b;
  const std::string_view shorter = a.size() >= b.size() ? b : a;
  const auto [in_longer, in_shorter] =
      std::mismatch(longer.begin(), longer.end(), shorter.begin(), shorter.end());
  const auto at = static_cast<std::size_t>(in_longer - longer.begin());
  if (longer.size() == shorter.size() + 1) {
    return longer.substr(at + 1) == shorter.substr(at);
  }
  return longer.size() == shorter.size() && at + 1 < longer.size() &&
         longer[at] == shorter[at + 1] && longer[at + 1] == shorter[at] &&
         longer.substr(at + 2) == shorter.substr(at + 2);
}

std::set<std::string> listed_forms(const Plan& plan) {
  std::set<std::string> listed;
  for (const char* const name : {"acronyms", "organisations"}) {
    const auto table = plan.tables.find(name);
    if (table == plan.tables.end()) {
      continue;
    }
    for (const Record& record : table->second.records) {
      listed.insert(record.id);
      for (const Cell& cell : record.cells) {
        if (cell.column->name == "short" || cell.column->name == "aliases") {
          for (const std::string& form : split(cell.typed, ';')) {
            listed.insert(trimmed(form));
          }
        }
      }
    }
  }
  return listed;
}

/// "CEDAO" once, where the plan writes "CEDEAO".
void test_acronym_slips(const Subject& subject, std::vector<Finding>& findings) {
  constexpr std::size_t fewest_letters = 5;
  const std::set<std::string> listed = listed_forms(subject.plan);
  std::map<std::string, Seen> uses;
  std::set<std::string> defined;
  for (const Definition& definition : find_definitions(subject.texts)) {
    defined.insert(definition.acronym);
  }
  for (const Passage& passage : subject.texts.passages) {
    for (const Token& token : passage.tokens) {
      const std::string_view word = passage.between(token.begin, token.end);
      if (token.kind == TokenKind::word && word.size() >= fewest_letters && is_acronym(word)) {
        uses[std::string(singular(word))].add(passage, token.begin, token.end);
      }
    }
  }
  for (const auto& entry : uses) {
    const std::string& rare = entry.first;
    const Seen& seen = entry.second;
    if (listed.contains(rare) || defined.contains(rare)) {
      continue;
    }
    const auto other = std::ranges::find_if(uses, [&](const auto& use) {
      const bool is_surer = listed.contains(use.first) || defined.contains(use.first) ||
                            use.second.count > 2 * seen.count;
      return is_surer && is_slip(rare, use.first);
    });
    if (other != uses.end()) {
      findings.push_back(variant(seen, rare, other->first));
    }
  }
}

struct Ministry {
  std::string name;
  std::vector<std::string> words;  ///< folded, with the fillers
};

std::vector<std::string> folded_words_of(const std::vector<Token>& tokens, std::size_t begin,
                                         std::size_t count) {
  std::vector<std::string> words;
  for (std::size_t i = begin; i < tokens.size() && words.size() < count; ++i) {
    if (tokens[i].kind == TokenKind::word) {
      words.push_back(tokens[i].folded);
    } else if (tokens[i].folded != "’" && tokens[i].folded != "'" && tokens[i].folded != ",") {
      break;
    }
  }
  return words;
}

/// One word of its own differs, and neither the first nor a filler.
bool is_other_word(const std::vector<std::string>& said, const std::vector<std::string>& name) {
  if (said.size() != name.size()) {
    return false;
  }
  std::size_t differing = 0;
  for (std::size_t i = 0; i < said.size(); ++i) {
    if (stem(said[i]) != stem(name[i])) {
      ++differing;
      if (i == 0 || is_filler(said[i]) || is_filler(name[i])) {
        return false;
      }
    }
  }
  return differing == 1;
}

/// "ministère de la Sécurité et de la Protection sociale" where the list says "civile". Of other
/// bodies there may be two whose names differ by a word (one in each region).
void test_ministries(const Subject& subject, std::vector<Finding>& findings) {
  constexpr std::size_t fewest_words = 6;
  std::map<std::string_view, std::vector<Ministry>> ministries;  // by language
  for (const Passage& passage : subject.texts.passages) {
    const bool is_name = (passage.table_name() == "organisations" && passage.column() == "name") ||
                         (passage.table_name() == "acronyms" && passage.column() == "meaning");
    if (is_name && !passage.tokens.empty() &&
        (passage.tokens[0].folded == "ministere" || passage.tokens[0].folded == "ministry")) {
      Ministry ministry{std::string(passage.text),
                        folded_words_of(passage.tokens, 0, passage.tokens.size())};
      if (ministry.words.size() >= fewest_words) {
        ministries[passage.language].push_back(std::move(ministry));
      }
    }
  }
  std::map<std::pair<std::string, std::string>, Seen> seen;
  for (const Passage& passage : subject.texts.passages) {
    const auto known = ministries.find(passage.language);
    if (known == ministries.end() || passage.table_name() == "organisations" ||
        passage.table_name() == "acronyms") {
      continue;
    }
    for (std::size_t i = 0; i < passage.tokens.size(); ++i) {
      if (passage.tokens[i].folded != "ministere" && passage.tokens[i].folded != "ministry") {
        continue;
      }
      const Ministry* near = nullptr;
      bool is_known = false;
      for (const Ministry& ministry : known->second) {
        const auto said = folded_words_of(passage.tokens, i, ministry.words.size());
        is_known = is_known || said == ministry.words;
        near = is_other_word(said, ministry.words) ? &ministry : near;
      }
      if (near == nullptr || is_known) {
        continue;
      }
      std::size_t last = i;
      for (std::size_t words = 1; words < near->words.size(); ++last) {
        words += passage.tokens[last + 1].kind == TokenKind::word ? 1 : 0;
      }
      const std::size_t end = passage.tokens[last].end;
      const std::string text(passage.between(passage.tokens[i].begin, end));
      seen[{text, near->name}].add(passage, passage.tokens[i].begin, end);
    }
  }
  for (const auto& [names, use] : seen) {
    findings.push_back(variant(use, names.first, names.second));
  }
}

/// A line of an alignment without the codes behind it: "Plan d’action UNSC 1325
/// (2019–2023), 2.3.1".
std::string_view without_codes(std::string_view line) {
  while (true) {
    const std::size_t comma = line.rfind(',');
    if (comma == std::string_view::npos ||
        line.find_first_not_of("0123456789., ;", comma) != std::string_view::npos) {
      return line;
    }
    line = line.substr(0, comma);
  }
}

using Key = std::set<std::string>;

Key key_of(std::string_view name) {
  Key key;
  for (const Token& token : tokens_of(name, "fr")) {
    if (token.kind == TokenKind::figure) {
      key.insert(std::string(name.substr(token.begin, token.end - token.begin)));
    } else if (token.kind == TokenKind::word && !is_filler(token.folded)) {
      key.insert(std::string(stem(token.folded)));
    }
  }
  return key;
}

/// The same words, or one more on one side.
bool is_same_framework(const Key& a, const Key& b) {
  constexpr std::size_t fewest = 3;
  const Key& small = a.size() <= b.size() ? a : b;
  const Key& large = a.size() <= b.size() ? b : a;
  return small.size() >= fewest && large.size() - small.size() <= 1 &&
         std::ranges::includes(large, small);
}

/// What the activities answer to, by the names that are typed: each framework has one.
void test_frameworks(const Subject& subject, std::vector<Finding>& findings) {
  if (subject.plan.languages.empty()) {
    return;
  }
  std::map<std::string, Seen> names;
  for (const Passage& passage : subject.texts.passages) {
    if (passage.column() != "alignment" || passage.language != subject.plan.languages.front()) {
      continue;
    }
    for (std::size_t at = 0; at < passage.text.size();) {
      const std::size_t end = std::min(passage.text.find('\n', at), passage.text.size());
      const std::string name = trimmed(without_codes(passage.text.substr(at, end - at)));
      if (!name.empty()) {
        names[name].add(passage, at, end);
      }
      at = end + 1;
    }
  }
  // The most frequent first: the others are variants of it.
  std::vector<std::pair<std::string, Key>> proper;
  std::vector<std::string> order;
  order.reserve(names.size());
  for (const auto& [name, seen] : names) {
    order.push_back(name);
  }
  std::ranges::stable_sort(order, [&](const std::string& a, const std::string& b) {
    return names[a].count > names[b].count;
  });
  for (const std::string& name : order) {
    Key key = key_of(name);
    const auto same = std::ranges::find_if(
        proper, [&](const auto& known) { return is_same_framework(known.second, key); });
    if (same == proper.end()) {
      proper.emplace_back(name, std::move(key));
    } else {
      findings.push_back(variant(names[name], name, same->first));
    }
  }
}

}  // namespace

void test_variants(const Subject& subject, std::vector<Finding>& findings) {
  test_acronym_slips(subject, findings);
  test_ministries(subject, findings);
  test_frameworks(subject, findings);
}

}  // namespace rapporteur::check
