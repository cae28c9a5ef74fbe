// spelling-variant: one name or title in several spellings: "Covid-19" and "COVID 19", "Yelenkura"
// and "Yélenkura", "Nations Unies" and "Nations unies", a node's title and its heading in prose.
#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/text.hpp"
#include "check/text_rules.hpp"

namespace rapporteur::check {
namespace {

constexpr std::size_t shortest_name = 6;
constexpr std::size_t shortest_numbered = 4;

struct Variant {
  std::int64_t count = 0;
  Origin first;
};
using Variants = std::map<std::string, Variant>;

bool is_all_capitals(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const char32_t point = next_point(word, at);
    if (is_letter(point) && !is_capital(point)) {
      return false;
    }
  }
  return true;
}

class Spellings {
 public:
  Spellings(const Subject& subject, std::vector<Finding>& findings)
      : texts_(subject.texts), findings_(findings) {}

  void test() {
    for (const Passage& passage : texts_.passages) {
      if (passage.table_name() == "areas" && passage.column() == "name") {
        for (const Token& token : passage.tokens) {
          places_.insert(token.folded);  // told by name-variant
        }
      }
    }
    for (const Passage& passage : texts_.passages) {
      if (passage.table_name() == "acronyms" || passage.table_name() == "organisations" ||
          passage.language.empty()) {
        continue;
      }
      read(passage);
    }
    // "COVID 19": parted by a space, only where the joined form is met as well.
    for (auto& [key, variants] : parted_) {
      if (const auto joined = numbered_.find(key); joined != numbered_.end()) {
        joined->second.merge(variants);
      }
    }
    report(numbered_);
    report(accents_);
    report(capitals());
  }

 private:
  void read(const Passage& passage) {
    std::size_t sentence = 0;
    for (std::size_t i = 0; i < passage.tokens.size(); ++i) {
      while (sentence + 1 < passage.sentences.size() && i >= passage.sentences[sentence].end) {
        ++sentence;
      }
      const Token& token = passage.tokens[i];
      if (token.kind != TokenKind::word) {
        continue;
      }
      read_numbered(passage, i);
      std::size_t at = token.begin;
      const bool is_first = i == 0 || passage.tokens[i - 1].kind == TokenKind::sign ||
                            i == passage.sentences[sentence].begin;
      if (!is_first && is_capital(next_point(passage.text, at))) {
        read_accents(passage, token);
        read_capitals(passage, i, 2);
        read_capitals(passage, i, 3);
      }
    }
  }

  static void add(Variants& variants, const Passage& passage, std::size_t begin, std::size_t end) {
    std::string text(passage.between(begin, end));
    Variant& variant = variants[std::move(text)];
    if (variant.count++ == 0) {
      variant.first = Texts::place(passage, begin, end);
    }
  }

  void read_numbered(const Passage& passage, std::size_t i) {
    const Token& token = passage.tokens[i];
    std::string key = token.folded;
    std::erase(key, '-');
    const std::size_t digit = key.find_first_of("0123456789");
    if (digit != std::string::npos && digit >= shortest_numbered &&
        key.find_first_not_of("0123456789", digit) == std::string::npos) {
      add(numbered_[key], passage, token.begin, token.end);
    } else if (digit == std::string::npos && key.size() >= shortest_numbered &&
               i + 1 < passage.tokens.size() && passage.tokens[i + 1].kind == TokenKind::figure &&
               passage.tokens[i + 1].grouping == Grouping::none &&
               passage.tokens[i + 1].begin - token.end <= 3) {
      const Token& number = passage.tokens[i + 1];
      key += passage.between(number.begin, number.end);
      add(parted_[key], passage, token.begin, number.end);
    }
  }

  void read_accents(const Passage& passage, const Token& token) {
    if (token.folded.size() >= shortest_name && !places_.contains(token.folded) &&
        !is_all_capitals(passage.between(token.begin, token.end))) {
      add(accents_[std::string(passage.language) + token.folded], passage, token.begin, token.end);
    }
  }

  /// A name of two or three words, the first with a capital: the others with and without.
  void read_capitals(const Passage& passage, std::size_t first, std::size_t length) {
    if (passage.is_label || first + length > passage.tokens.size()) {
      return;
    }
    std::string key(passage.language);
    std::string pattern;
    for (std::size_t i = first; i < first + length; ++i) {
      const Token& token = passage.tokens[i];
      const std::string_view word = passage.between(token.begin, token.end);
      const bool follows = i == first || token.begin - passage.tokens[i - 1].end <= 3;
      if (token.kind != TokenKind::word || !follows || token.folded.size() < 3 ||
          is_filler(token.folded) || is_all_capitals(word)) {
        return;
      }
      std::size_t at = token.begin;
      key.append(" ").append(stem(token.folded));
      pattern.push_back(is_capital(next_point(passage.text, at)) ? 'A' : 'a');
    }
    // "Stop Center" is the end of "One Stop Center".
    if (first > 0 && passage.tokens[first - 1].kind == TokenKind::word) {
      const Token& before = passage.tokens[first - 1];
      std::size_t at = before.begin;
      if (is_capital(next_point(passage.text, at)) && before.folded.size() > 2 &&
          !is_filler(before.folded)) {
        return;
      }
    }
    // A plural is no other spelling: what counts are the capitals.
    auto& [text, variant] = patterns_[key][pattern];
    if (variant.count++ == 0) {
      const std::size_t begin = passage.tokens[first].begin;
      const std::size_t end = passage.tokens[first + length - 1].end;
      text = passage.between(begin, end);
      variant.first = Texts::place(passage, begin, end);
    }
  }

  /// Names of three words whose first two differ already are not told again.
  [[nodiscard]] std::map<std::string, Variants> capitals() const {
    std::map<std::string, Variants> groups;
    for (const auto& [key, patterns] : patterns_) {
      const std::size_t last = key.rfind(' ');
      const auto shorter = patterns_.find(key.substr(0, last));
      if (patterns.size() > 1 && (shorter == patterns_.end() || shorter->second.size() < 2)) {
        for (const auto& [pattern, variant] : patterns) {
          groups[key].emplace(variant.first, variant.second);
        }
      }
    }
    return groups;
  }

  void report(const std::map<std::string, Variants>& groups) {
    for (const auto& [key, variants] : groups) {
      std::string names;
      for (const auto& variant : variants) {
        names.append(variant.first).append(";");
      }
      // The same spellings in two languages are one matter.
      if (variants.size() < 2 || !told_.insert(std::move(names)).second) {
        continue;
      }
      // The usual spelling is the one most often met; the finding stands at the next one.
      std::vector<const Variants::value_type*> sorted;
      for (const auto& variant : variants) {
        sorted.push_back(&variant);
      }
      std::ranges::stable_sort(
          sorted, [](const auto* a, const auto* b) { return a->second.count > b->second.count; });
      std::string english;
      std::string french;
      for (const auto* const variant : sorted) {
        const std::string count = " (" + std::to_string(variant->second.count) + ")";
        english.append(english.empty() ? "" : ", ").append("“" + variant->first + "”" + count);
        french.append(french.empty() ? "" : ", ")
            .append("«\u00A0" + variant->first + "\u00A0»" + count);
      }
      Finding finding;
      finding.diagnostic.id = "spelling-variant";
      finding.diagnostic.origin = sorted[1]->second.first;
      finding.row = sorted[0]->first;
      finding.diagnostic.args = {{"kind", "word"}, {"usual", sorted[0]->first}};
      add_text(finding.diagnostic.args, "spellings", english, french);
      relate(finding, "first", sorted[0]->second.first, {{"usual", sorted[0]->first}});
      findings_.push_back(std::move(finding));
    }
  }

  const Texts& texts_;
  std::vector<Finding>& findings_;
  std::map<std::string, Variants> numbered_;
  std::map<std::string, Variants> parted_;
  std::map<std::string, Variants> accents_;
  /// by words, then by capitals
  std::map<std::string, std::map<std::string, std::pair<std::string, Variant>>> patterns_;
  std::set<std::string> places_;
  std::set<std::string> told_;
};

std::string words_of(std::string_view text) {
  std::string words;
  for (const Token& token : tokens_of(text, "")) {
    if (token.kind != TokenKind::sign) {
      words.append(words.empty() ? "" : " ")
          .append(token.kind == TokenKind::word
                      ? std::string_view(token.folded)
                      : text.substr(token.begin, token.end - token.begin));
    }
  }
  return words;
}

/// "Produit 2.3 : l’accès …" as heading or in bold, against the title of that node.
class Titles {
 public:
  Titles(const Subject& subject, std::vector<Finding>& findings)
      : plan_(subject.plan), findings_(findings) {
    for (const Node& node : plan_.nodes) {
      nodes_.emplace(std::pair(node.level, node.code), &node);
    }
  }

  void read(const Passage& passage) {
    if (passage.narrative == nullptr || passage.tokens.size() < 4) {
      return;
    }
    std::size_t i = 0;
    while (i < passage.tokens.size() && passage.tokens[i].folded == "*") {
      ++i;
    }
    if ((i == 0 && passage.block != Block::heading) || i + 3 >= passage.tokens.size() ||
        passage.tokens[i + 1].kind != TokenKind::figure || passage.tokens[i + 2].folded != ":") {
      return;
    }
    for (const Level& level : plan_.levels) {
      if (plain(level.label.in(passage.language).text) == passage.tokens[i].folded) {
        const Token& code = passage.tokens[i + 1];
        const auto node =
            nodes_.find({level.id, std::string(passage.between(code.begin, code.end))});
        if (node != nodes_.end()) {
          compare(passage, i + 3, *node->second);
        }
      }
    }
  }

 private:
  void compare(const Passage& passage, std::size_t begin, const Node& node) {
    std::size_t end = begin;
    while (end < passage.tokens.size() && passage.tokens[end].folded != "*") {
      ++end;
    }
    if (end == begin) {
      return;
    }
    const std::string_view said =
        passage.between(passage.tokens[begin].begin, passage.tokens[end - 1].end);
    const Record& record = plan_.tables.at("nodes").records[node.record];
    for (const LocalText& title : {node.title, record.text("long_title")}) {
      const auto language = title.by_language.find(passage.language);
      if (language != title.by_language.end() && words_of(language->second) == words_of(said)) {
        return;
      }
    }
    const auto title = node.title.by_language.find(passage.language);
    if (title == node.title.by_language.end()) {
      return;
    }
    Finding finding = text_finding("spelling-variant", passage, passage.tokens[begin].begin,
                                   passage.tokens[end - 1].end);
    finding.row = node.id;
    finding.diagnostic.args = {{"kind", "title"}, {"usual", title->second}};
    add_text(finding.diagnostic.args, "spellings", "", "");
    relate(finding, "first", node.origin, {{"usual", title->second}});
    findings_.push_back(std::move(finding));
  }

  const Plan& plan_;
  std::vector<Finding>& findings_;
  std::map<std::pair<std::string, std::string>, const Node*> nodes_;
};

}  // namespace

void test_spellings(const Subject& subject, std::vector<Finding>& findings) {
  Spellings(subject, findings).test();
  if (subject.plan.tables.contains("nodes")) {
    Titles titles(subject, findings);
    for (const Passage& passage : subject.texts.passages) {
      titles.read(passage);
    }
  }
}

}  // namespace rapporteur::check
