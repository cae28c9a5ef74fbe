// prose-figure: a figure in a text against the data that the text names beyond doubt: a key
// figure's own value, the facts that a claim refers to, an indicator by code.
#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "check/text_breakdowns.hpp"
#include "check/text_rules.hpp"

namespace rapporteur::check {
namespace {

constexpr int percent_scale = 6;

Finding finding_of(const char* kind, const Passage& passage, std::size_t begin, std::size_t end,
                   std::string figure, std::string name, std::string value) {
  Finding finding = text_finding("prose-figure", passage, begin, end);
  finding.diagnostic.args = {{"kind", kind},
                             {"figure", std::move(figure)},
                             {"name", std::move(name)},
                             {"value", std::move(value)},
                             {"data", ""}};
  return finding;
}

/// The same number, to the decimals that the text prints.
bool says(const Token& figure, const Decimal& value) {
  Token other;
  other.number = value;
  std::int64_t unit = 1;
  for (int i = 0; i < percent_scale + figure.power - figure.number.scale; ++i) {
    unit *= 10;
  }
  const std::int64_t gap = units(figure, percent_scale) - units(other, percent_scale);
  return gap == 0 || (figure.number.scale + figure.power > 0 && std::abs(gap) * 2 <= unit);
}

std::optional<Decimal> decimal_of(const IndicatorValue& value) {
  const auto* const number = std::get_if<Decimal>(&value.data);
  return number == nullptr ? std::nullopt : std::optional(*number);
}

class Figures {
 public:
  Figures(const Subject& subject, std::vector<Finding>& findings)
      : subject_(subject), findings_(findings) {
    for (const Fact& fact : subject.plan.facts) {
      facts_.emplace(fact.name, &fact);
    }
    for (const Indicator& indicator : subject.plan.indicators) {
      if (!indicator.code.empty()) {
        indicators_[indicator.code].push_back(&indicator);
      }
    }
  }

  void test() {
    const std::size_t before = findings_.size();
    for (const Passage& passage : subject_.texts.passages) {
      if (passage.table_name() == "key_figures" && passage.column() == "text") {
        test_key_figure(passage);
      }
      if (!indicators_.empty() && !passage.is_label) {
        test_indicators(passage);
      }
    }
    test_claims();
    keep_first_language(findings_, before);
  }

 private:
  /// A key figure's sentence holds its value.
  void test_key_figure(const Passage& passage) {
    const Cell* const value = passage.record->find("value");
    if (value == nullptr) {
      return;
    }
    const std::vector<Token> tokens = tokens_of(value->typed, subject_.plan.languages.front());
    if (tokens.empty() || !tokens.front().is_quantity()) {
      return;
    }
    const Token& own = tokens.front();
    const std::vector<std::string> unit =
        content_words(passage.record->text("unit").in(passage.language).text);
    const Token* first = nullptr;
    for (std::size_t i = 0; i < passage.tokens.size(); ++i) {
      const Token& token = passage.tokens[i];
      if (token.kind == TokenKind::figure && !token.is_joined) {
        if (units(token, own.number.scale) == units(own, own.number.scale)) {
          return;
        }
        // Only a figure in the same unit speaks of the same thing.
        const bool is_of_unit = i + 1 < passage.tokens.size() && !unit.empty() &&
                                stem(passage.tokens[i + 1].folded) == unit.front();
        first = first == nullptr && token.is_quantity() && is_of_unit ? &token : first;
      }
    }
    if (first != nullptr) {
      Finding finding = finding_of("key", passage, 0, passage.text.size(),
                                   std::string(passage.between(first->begin, first->end)),
                                   passage.row(), value->typed);
      relate(finding, "data", passage.record->origin_of(*value), {{"value", value->typed}});
      findings_.push_back(std::move(finding));
    }
  }

  /// "L’indicateur 2.1.3 atteint 45 %": one of the values that the plan holds for it.
  void test_indicators(const Passage& passage) {
    for (const Span& sentence : passage.sentences) {
      for (std::size_t i = sentence.begin; i + 1 < sentence.end; ++i) {
        const std::string_view word = passage.tokens[i].folded;
        const Token& code = passage.tokens[i + 1];
        if ((word != "indicateur" && word != "indicator") || code.kind != TokenKind::figure) {
          continue;
        }
        const auto found = indicators_.find(passage.between(code.begin, code.end));
        if (found != indicators_.end() && found->second.size() == 1) {
          test_indicator(passage, sentence, i + 1, *found->second.front());
        }
      }
    }
  }

  void test_indicator(const Passage& passage, const Span& sentence, std::size_t code,
                      const Indicator& indicator) {
    const Token* figure = nullptr;
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
      if (i != code && passage.tokens[i].is_quantity()) {
        if (figure != nullptr) {
          return;  // which of them?
        }
        figure = &passage.tokens[i];
      }
    }
    bool has_values = false;
    const auto is_said = [&](const std::vector<Measure>& measures) {
      return figure != nullptr && std::ranges::any_of(measures, [&](const Measure& measure) {
               const auto value = decimal_of(measure.value);
               has_values = has_values || value;
               return value && says(*figure, *value);
             });
    };
    bool said = is_said(indicator.measures);
    for (const std::size_t series : indicator.series) {
      said = said || is_said(subject_.plan.series[series].measures);
    }
    if (figure != nullptr && has_values && !said) {
      Finding finding =
          finding_of("indicator", passage, figure->begin, figure->end,
                     std::string(passage.between(figure->begin, figure->end)), indicator.code, "");
      relate(finding, "indicator", indicator.origin, {{"name", indicator.code}});
      findings_.push_back(std::move(finding));
    }
  }

  /// A claim quotes the facts that it refers to.
  void test_claims() {
    std::map<const Record*, std::vector<const Passage*>> rows;
    for (const Passage& passage : subject_.texts.passages) {
      if (passage.table_name() == "claims") {
        rows[passage.record].push_back(&passage);
      }
    }
    for (const auto& [record, passages] : rows) {
      const Cell* const cell = record->find("facts");
      const auto* const names =
          cell == nullptr ? nullptr : std::get_if<std::vector<std::string>>(&cell->value);
      for (const std::string& name : names == nullptr ? std::vector<std::string>{} : *names) {
        const auto fact = facts_.find(name);
        const auto value = fact == facts_.end() ? std::nullopt : decimal_of(fact->second->value);
        const bool quotes = std::ranges::any_of(passages, [&](const Passage* passage) {
          return passage->text.find("{{fact." + name) != std::string_view::npos ||
                 std::ranges::any_of(passage->tokens, [&](const Token& token) {
                   return token.kind == TokenKind::figure && value && says(token, *value);
                 });
        });
        if (value && !quotes) {
          Finding finding = finding_of("claim", *passages.front(), 0, passages.front()->text.size(),
                                       "", name, fact->second->origin.text);
          relate(finding, "data", fact->second->origin, {{"value", fact->second->origin.text}});
          findings_.push_back(std::move(finding));
        }
      }
    }
  }

  const Subject& subject_;
  std::vector<Finding>& findings_;
  std::map<std::string, const Fact*, std::less<>> facts_;
  std::map<std::string, std::vector<const Indicator*>, std::less<>> indicators_;
};

}  // namespace

void test_prose_figures(const Subject& subject, std::vector<Finding>& findings) {
  Figures(subject, findings).test();
}

}  // namespace rapporteur::check
