// translation-figures: a text and its translation say the same numbers. Told when one of them is
// another one: a text that leaves a number out, or spells it, is a translator's choice.
#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "check/text_breakdowns.hpp"
#include "check/text_rules.hpp"

namespace rapporteur::check {
namespace {

constexpr int scale = 6;
/// Smaller numbers are spelled in one language and typed in the other, and part of codes.
constexpr std::int64_t smallest = 13;

struct Said {
  std::int64_t value = 0;
  const Token* token = nullptr;
};

std::vector<Said> figures_of(const Passage& passage) {
  std::vector<Said> figures;
  for (const Token& token : passage.tokens) {
    if (token.kind != TokenKind::figure || token.is_joined || token.is_echo ||
        token.grouping == Grouping::spelled) {
      continue;
    }
    std::int64_t least = smallest;
    for (int i = 0; i < scale; ++i) {
      least *= 10;
    }
    const std::int64_t value = units(token, scale);
    if (value >= least || token.is_percent || token.number.scale > 0) {
      figures.push_back({value, &token});
    }
  }
  std::ranges::stable_sort(figures, {}, &Said::value);
  return figures;
}

/// The one number of each that the other does not say.
std::optional<std::pair<const Token*, const Token*>> one_apart(const std::vector<Said>& a,
                                                               const std::vector<Said>& b) {
  if (a.size() != b.size() || a.empty()) {
    return std::nullopt;
  }
  const auto alone = [](const std::vector<Said>& from, const std::vector<Said>& in) {
    std::vector<const Token*> found;
    for (std::size_t i = 0, k = 0; i < from.size();) {
      if (k < in.size() && in[k].value < from[i].value) {
        ++k;
      } else if (k < in.size() && in[k].value == from[i].value) {
        ++i, ++k;
      } else {
        found.push_back(from[i++].token);
      }
    }
    return found;
  };
  const std::vector<const Token*> first = alone(a, b);
  const std::vector<const Token*> second = alone(b, a);
  if (first.size() != 1 || second.size() != 1) {
    return std::nullopt;
  }
  return std::pair(first.front(), second.front());
}

void compare(const Passage& text, const Passage& translation, std::vector<Finding>& findings) {
  const auto apart = one_apart(figures_of(text), figures_of(translation));
  if (!apart) {
    return;
  }
  const auto [a, b] = *apart;
  Finding finding = text_finding("translation-figures", translation, b->begin, b->end);
  finding.diagnostic.args = {{"figure", std::string(translation.between(b->begin, b->end))},
                             {"other", std::string(text.between(a->begin, a->end))},
                             {"language", std::string(text.language)}};
  relate(finding, "text", Texts::place(text, a->begin, a->end));
  findings.push_back(std::move(finding));
}

void compare_all(const std::vector<const Passage*>& texts,
                 const std::vector<const Passage*>& translations, std::vector<Finding>& findings) {
  if (texts.size() != translations.size()) {
    return;  // other paragraphs: nobody knows which is which
  }
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (texts[i]->block == translations[i]->block) {
      compare(*texts[i], *translations[i], findings);
    }
  }
}

}  // namespace

void test_translated_figures(const Subject& subject, std::vector<Finding>& findings) {
  const std::vector<std::string>& languages = subject.plan.languages;
  if (languages.size() < 2) {
    return;
  }
  using ByLanguage = std::map<std::string_view, std::vector<const Passage*>>;
  std::map<std::string_view, ByLanguage> narratives;  // by slot
  std::map<std::pair<const Record*, std::string_view>, ByLanguage> cells;
  for (const Passage& passage : subject.texts.passages) {
    if (passage.narrative != nullptr) {
      narratives[passage.narrative->slot][passage.language].push_back(&passage);
    } else if (passage.record != nullptr && !passage.language.empty()) {
      cells[{passage.record, passage.column()}][passage.language].push_back(&passage);
    }
  }
  const auto test = [&](const ByLanguage& texts) {
    const auto first = texts.find(languages.front());
    for (const auto& [language, passages] : texts) {
      if (first != texts.end() && language != first->first) {
        compare_all(first->second, passages, findings);
      }
    }
  };
  for (const auto& [slot, texts] : narratives) {
    test(texts);
  }
  for (const auto& [cell, texts] : cells) {
    test(texts);
  }
}

}  // namespace rapporteur::check
