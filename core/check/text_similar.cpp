// near-duplicate: texts of one column that are almost or quite the same, and sentences that stand
// in two rows.
//
// Texts are compared by their pairs of words. MinHash signatures in bands find the pairs of texts
// that are worth comparing, so that the time grows with the number of texts and not with its
// square; what they find is then compared exactly.
#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "check/text_rules.hpp"

namespace rapporteur::check {
namespace {

constexpr std::size_t fewest_words = 10;
constexpr std::size_t fewest_words_of_sentence = 10;
constexpr std::size_t bands = 8;
constexpr std::size_t rows = 3;
constexpr double alike = 0.6;
constexpr std::size_t fewest_words_of_name = 3;
constexpr std::size_t widest_bucket = 32;
constexpr std::size_t most_alike = 3;  // of ten texts: more is a table made to a pattern

/// Columns that tell something; what is counted, cited or classified may well come back.
bool is_told(const Passage& passage) {
  static const std::unordered_map<std::string_view, std::vector<std::string_view>> columns = {
      {"claims", {"claim", "evidence"}},
      {"risks", {"title", "mitigation"}},
      {"challenges", {"text", "response"}},
      {"lessons", {"text", "response"}},
      {"opportunities", {"text", "response"}},
      {"next_steps", {"text", "response"}},
      {"decisions", {"text", "response"}},
      {"messages", {"text"}},
      {"stories", {"text"}},
      {"quotes", {"text"}},
      {"assumptions", {"title", "text"}},
      {"strategies", {"title", "text"}},
      {"external_projects", {"name", "text"}},
      {"nodes", {"description"}},
      {"practices",
       {"description", "objective", "stakeholders", "innovation", "results", "sustainable",
        "replicable", "adaptable", "challenges"}}};
  const auto found = columns.find(passage.table_name());
  return found != columns.end() &&
         std::ranges::find(found->second, passage.column()) != found->second.end();
}

std::uint64_t hash_of(std::string_view text) {
  constexpr std::uint64_t basis = 1469598103934665603ULL;
  constexpr std::uint64_t prime = 1099511628211ULL;
  std::uint64_t hash = basis;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * prime;
  }
  return hash;
}

std::uint64_t mixed(std::uint64_t value) {
  value ^= value >> 33U;
  value *= 0xff51afd7ed558ccdULL;
  value ^= value >> 33U;
  value *= 0xc4ceb9fe1a85ec53ULL;
  return value ^ value >> 33U;
}

struct Entry {
  const Passage* passage = nullptr;
  std::vector<std::uint64_t> pairs;  ///< sorted, distinct
};

Entry entry_of(const Passage& passage) {
  Entry entry{&passage, {}};
  std::uint64_t before = 0;
  for (const Token& token : passage.tokens) {
    if (token.kind == TokenKind::sign) {
      continue;
    }
    const std::uint64_t word =
        hash_of(stem(token.folded.empty() ? passage.between(token.begin, token.end)
                                          : std::string_view(token.folded)));
    if (before != 0) {
      entry.pairs.push_back(mixed(before * 31 + word));
    }
    before = word;
  }
  std::ranges::sort(entry.pairs);
  entry.pairs.erase(std::unique(entry.pairs.begin(), entry.pairs.end()), entry.pairs.end());
  return entry;
}

double likeness(const Entry& a, const Entry& b) {
  std::size_t common = 0;
  for (auto i = a.pairs.begin(), k = b.pairs.begin(); i != a.pairs.end() && k != b.pairs.end();) {
    if (*i < *k) {
      ++i;
    } else if (*k < *i) {
      ++k;
    } else {
      ++common, ++i, ++k;
    }
  }
  return static_cast<double>(common) /
         static_cast<double>(a.pairs.size() + b.pairs.size() - common);
}

/// The same figures: a text made to a pattern says other ones each time.
bool same_figures(const Passage& a, const Passage& b) {
  const auto figures = [](const Passage& passage) {
    std::vector<std::string_view> found;
    for (const Token& token : passage.tokens) {
      if (token.kind == TokenKind::figure) {
        found.push_back(passage.between(token.begin, token.end));
      }
    }
    return found;
  };
  return figures(a) == figures(b);
}

/// For each entry the pairs of words to find it by: those that one text in twenty holds tell
/// nothing where a whole column is made to a pattern, and would put all texts into one bucket.
std::vector<std::vector<std::uint64_t>> telling_pairs(const std::vector<Entry>& entries) {
  constexpr std::size_t common_to = 20;
  std::unordered_map<std::uint64_t, std::size_t> uses;
  for (const Entry& entry : entries) {
    for (const std::uint64_t pair : entry.pairs) {
      ++uses[pair];
    }
  }
  const std::size_t most = std::max(widest_bucket, entries.size() / common_to);
  std::vector<std::vector<std::uint64_t>> telling;
  telling.reserve(entries.size());
  for (const Entry& entry : entries) {
    std::vector<std::uint64_t>& pairs = telling.emplace_back(entry.pairs);
    std::erase_if(pairs, [&](std::uint64_t pair) { return uses[pair] > most; });
  }
  return telling;
}

/// For each entry the first earlier one that is alike; its own index: none.
std::vector<std::size_t> first_alike(const std::vector<Entry>& entries) {
  std::vector<std::size_t> first(entries.size());
  const std::vector<std::vector<std::uint64_t>> telling = telling_pairs(entries);
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> buckets;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    first[i] = i;
    for (std::size_t band = 0; band < bands; ++band) {
      std::uint64_t key = band;
      for (std::size_t row = 0; row < rows; ++row) {
        const std::uint64_t salt = mixed(band * rows + row + 1);
        std::uint64_t least = ~0ULL;
        for (const std::uint64_t pair : telling[i].empty() ? entries[i].pairs : telling[i]) {
          least = std::min(least, (pair ^ salt) * (salt | 1U));
        }
        key = mixed(key ^ least);
      }
      std::vector<std::size_t>& bucket = buckets[key];
      for (const std::size_t other : bucket) {
        if (other < first[i] && likeness(entries[other], entries[i]) >= alike &&
            same_figures(*entries[other].passage, *entries[i].passage)) {
          first[i] = other;
        }
      }
      if (bucket.size() < widest_bucket) {
        bucket.push_back(i);
      }
    }
  }
  return first;
}

Finding similar(const Passage& passage, const Passage& other, bool is_sentence, const Span& place,
                const Span& other_place, bool is_same) {
  const bool is_within = is_sentence && passage.row() == other.row();
  const char* const kind = is_within     ? "within"
                           : is_sentence ? "sentence"
                           : is_same     ? "same"
                                         : "alike";
  Finding finding = text_finding("near-duplicate", passage, passage.tokens[place.begin].begin,
                                 passage.tokens[place.end - 1].end);
  finding.diagnostic.args = {{"row", passage.row()}, {"other", other.row()}, {"kind", kind}};
  relate(finding, "first", Texts::place(other, other_place));
  return finding;
}

void test_columns(const Texts& texts, std::string_view language, std::vector<Finding>& findings,
                  std::unordered_set<const Passage*>& told) {
  std::map<std::pair<std::string_view, std::string_view>, std::vector<Entry>> columns;
  for (const Passage& passage : texts.passages) {
    if (passage.language == language && is_told(passage)) {
      Entry entry = entry_of(passage);
      if (entry.pairs.size() + 1 >= fewest_words) {
        columns[{passage.table_name(), passage.column()}].push_back(std::move(entry));
      }
    }
  }
  for (const auto& [column, entries] : columns) {
    const std::vector<std::size_t> first = first_alike(entries);
    std::size_t count = 0;
    for (std::size_t i = 0; i < first.size(); ++i) {
      count += first[i] != i ? 1 : 0;
    }
    if (count > 2 && count * 10 > entries.size() * most_alike) {
      continue;
    }
    std::map<std::size_t, std::size_t> findings_of;  // of the first text of a group
    for (std::size_t i = 0; i < first.size(); ++i) {
      if (first[i] != i) {
        const auto [group, is_new] = findings_of.emplace(first[i], findings.size());
        if (!is_new) {
          const Passage& again = *entries[i].passage;
          relate(findings[group->second], "again",
                 Texts::place(again, Span{0, again.tokens.size()}), {{"row", again.row()}});
          told.insert(&again);
          continue;
        }
        const Passage& passage = *entries[i].passage;
        const Passage& other = *entries[first[i]].passage;
        const bool is_same = passage.text == other.text;
        findings.push_back(similar(passage, other, false, {0, passage.tokens.size()},
                                   {0, other.tokens.size()}, is_same));
        told.insert(&passage);
      }
    }
  }
}

/// One name for two rows.
void test_same_names(const Texts& texts, std::string_view language,
                     std::vector<Finding>& findings) {
  std::map<std::pair<std::string_view, std::string>, const Passage*> seen;
  for (const Passage& passage : texts.passages) {
    const bool is_name =
        (passage.table_name() == "external_projects" || passage.table_name() == "practices") &&
        (passage.column() == "name" || passage.column() == "title");
    if (passage.language != language || !is_name || passage.tokens.size() < fewest_words_of_name) {
      continue;
    }
    const auto [first, is_new] =
        seen.emplace(std::pair(passage.table_name(), plain(passage.text)), &passage);
    if (!is_new) {
      findings.push_back(similar(passage, *first->second, false, {0, passage.tokens.size()},
                                 {0, first->second->tokens.size()}, true));
    }
  }
}

void test_copied_sentences(const Texts& texts, std::string_view language,
                           std::vector<Finding>& findings,
                           const std::unordered_set<const Passage*>& told) {
  struct Place {
    const Passage* passage;
    Span sentence;
  };
  std::unordered_map<std::uint64_t, Place> seen;
  for (const Passage& passage : texts.passages) {
    const bool is_paragraph = passage.block == Block::paragraph || passage.block == Block::item;
    if (passage.language != language || told.contains(&passage) ||
        !(is_paragraph || (is_told(passage) && !passage.is_label))) {
      continue;
    }
    for (const Span& sentence : passage.sentences) {
      std::uint64_t hash = 1;
      std::size_t words = 0;
      for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
        const Token& token = passage.tokens[i];
        if (token.kind != TokenKind::sign) {
          hash = mixed(hash * 31 + hash_of(passage.between(token.begin, token.end)));
          words += token.kind == TokenKind::word ? 1 : 0;
        }
      }
      if (words < fewest_words_of_sentence) {
        continue;
      }
      const auto [first, is_new] = seen.emplace(hash, Place{&passage, sentence});
      // A summary may quote a section, a narrative a row: copied is what stands twice in one file.
      if (!is_new && first->second.passage->file() == passage.file()) {
        findings.push_back(
            similar(passage, *first->second.passage, true, sentence, first->second.sentence, true));
      }
    }
  }
}

}  // namespace

void test_similar_texts(const Subject& subject, std::vector<Finding>& findings) {
  if (subject.plan.languages.empty()) {
    return;
  }
  const std::string& language = subject.plan.languages.front();
  std::unordered_set<const Passage*> told;
  test_columns(subject.texts, language, findings, told);
  test_same_names(subject.texts, language, findings);
  test_copied_sentences(subject.texts, language, findings, told);
}

}  // namespace rapporteur::check
