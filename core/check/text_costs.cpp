// prose-figure: amounts in a text against the budget: what the plan costs ("le plan coûtera 51,75
// milliards de francs CFA", "the programme costs USD 3.1 million"), and what a part that the text
// names by its number does ("678 millions pour l’axe 1").
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "check/text_breakdowns.hpp"
#include "check/text_rules.hpp"

namespace rapporteur::check {
namespace {

bool is_currency(std::string_view word, std::string_view currency) {
  static constexpr std::array<std::string_view, 4> francs = {"francs", "cfa", "fcfa", "f"};
  if (plain(currency) == word) {
    return true;
  }
  if (currency == "XOF" || currency == "XAF") {
    return std::ranges::find(francs, word) != francs.end();
  }
  return currency == "USD"   ? stem(word) == "dollar" || word == "$"
         : currency == "EUR" ? stem(word) == "euro" || word == "€"
                             : false;
}

class Costs {
 public:
  Costs(const Subject& subject, std::vector<Finding>& findings)
      : plan_(subject.plan), budget_(subject.budget), texts_(subject.texts), findings_(findings) {
    if (budget_.plan.overall.declared) {
      totals_.push_back(budget_.plan.overall.declared->value);
    }
    if (budget_.plan.overall.computed.value) {
      totals_.push_back(*budget_.plan.overall.computed.value);
    }
    for (const DeclaredTotal& total : plan_.declared_totals) {
      totals_.push_back(total.amount.value);
    }
  }

  void test() {
    const std::size_t before = findings_.size();
    for (const Passage& passage : texts_.passages) {
      if (totals_.empty() || passage.narrative == nullptr || passage.block == Block::heading) {
        continue;
      }
      for (const Span& sentence : passage.sentences) {
        test_sentence(passage, sentence);
      }
    }
    keep_first_language(findings_, before);
  }

 private:
  void test_sentence(const Passage& passage, const Span& sentence) {
    bool has_money = false;
    for (std::size_t i = sentence.begin; i < sentence.end && !has_money; ++i) {
      has_money = is_money(passage, i, sentence);
    }
    if (!has_money) {
      return;
    }
    const std::size_t said = cost_said(passage, sentence);
    for (std::size_t i = said; i < sentence.end; ++i) {
      if (is_money(passage, i, sentence)) {
        test_total(passage, i);
        break;
      }
    }
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
      // Beside an amount with its currency, "678 millions" is money too.
      const Token& token = passage.tokens[i];
      if (is_money(passage, i, sentence) || (token.is_quantity() && token.power > 0)) {
        test_node(passage, i, sentence);
      }
    }
  }

  [[nodiscard]] std::string_view word(const Passage& passage, std::size_t i) const {
    return i < passage.tokens.size() ? std::string_view(passage.tokens[i].folded)
                                     : std::string_view{};
  }

  /// A figure with the plan's currency behind it ("de francs CFA") or before it ("USD 3.1
  /// million").
  [[nodiscard]] bool is_money(const Passage& passage, std::size_t figure,
                              const Span& sentence) const {
    if (!passage.tokens[figure].is_quantity() || passage.tokens[figure].is_percent) {
      return false;
    }
    if (figure > sentence.begin && is_currency(word(passage, figure - 1), plan_.currency)) {
      return true;
    }
    for (std::size_t i = figure + 1; i < sentence.end && i < figure + 4; ++i) {
      if (is_currency(word(passage, i), plan_.currency)) {
        return true;
      }
      if (word(passage, i) != "de" && word(passage, i) != "d" && word(passage, i) != "m" &&
          word(passage, i) != "’") {
        return false;
      }
    }
    return false;
  }

  /// Where the sentence has said that the cost of the whole plan follows; else its end.
  [[nodiscard]] static std::size_t cost_said(const Passage& passage, const Span& sentence) {
    static constexpr std::array<std::string_view, 15> phrases = {
        "le plan coutera ",     "le plan coute ",      "le programme coutera ",
        "le programme coute ",  "cout total du p",     "cout global du p",
        "budget total du p",    "budget global du p",  "cout du plan est",
        "the plan will cost ",  "the plan costs ",     "the programme will cost ",
        "the programme costs ", "total cost of the p", "total budget of the p"};
    const std::size_t begin = passage.tokens[sentence.begin].begin;
    const std::string folded =
        plain(passage.between(begin, passage.tokens[sentence.end - 1].end)) + " ";
    for (const std::string_view phrase : phrases) {
      const std::size_t at = folded.find(phrase);
      if (at == std::string::npos || (at > 0 && folded[at - 1] != ' ')) {
        continue;
      }
      // Tokens are counted, not bytes: folding shortens accents.
      const auto tokens =
          tokens_of(std::string_view(folded).substr(0, at + phrase.size()), "").size();
      return std::min(sentence.begin + tokens, sentence.end);
    }
    return sentence.end;
  }

  /// The figure says the amount, to the decimals that it prints.
  [[nodiscard]] static bool says(const Token& figure, const Money& amount) {
    const int digits = minor_digits(amount.currency);
    std::int64_t unit = 1;
    for (int i = figure.number.scale; i < figure.power + digits; ++i) {
      unit *= 10;
    }
    const std::int64_t gap = std::abs(units(figure, digits) - amount.minor);
    return gap == 0 || (figure.power > 0 && gap * 2 <= unit);
  }

  [[nodiscard]] static Token figure_at(const Passage& passage, std::size_t i) {
    Token figure = passage.tokens[i];
    if (i + 1 < passage.tokens.size() && passage.tokens[i + 1].folded == "m") {
      figure.power = 6;
    }
    return figure;
  }

  void test_total(const Passage& passage, std::size_t i) {
    const Token figure = figure_at(passage, i);
    if (std::ranges::none_of(totals_, [&](const Money& total) { return says(figure, total); })) {
      report("cost", passage, figure, "", totals_.front());
    }
  }

  /// "… pour l’axe 1", "… for goal 2": the nth part on a level that the plan calls so.
  void test_node(const Passage& passage, std::size_t i, const Span& sentence) {
    constexpr std::size_t farthest = 9;  // "millions de francs CFA pour l’axe 1"
    for (std::size_t k = i + 1; k + 1 < sentence.end && k < i + farthest; ++k) {
      if (passage.tokens[k].kind == TokenKind::figure || word(passage, k) == "," ||
          word(passage, k) == ";") {
        return;
      }
      const Token& number = passage.tokens[k + 1];
      if (number.kind != TokenKind::figure || number.power > 0 || number.is_percent ||
          number.number.scale > 0) {
        continue;
      }
      for (const Level& level : plan_.levels) {
        const std::string label = plain(level.label.in(passage.language).text);
        if (label.empty() || stem(word(passage, k)) != stem(label)) {
          continue;
        }
        if (const auto node = nth_root(level.id, number.number.digits)) {
          test_amount_of(passage, figure_at(passage, i), *node,
                         std::string(passage.between(passage.tokens[k].begin, number.end)));
        }
        return;
      }
    }
  }

  [[nodiscard]] std::optional<std::size_t> nth_root(std::string_view level, std::int64_t n) const {
    std::int64_t count = 0;
    for (const std::size_t root : plan_.roots) {
      if (plan_.nodes[root].level == level && ++count == n) {
        return root;
      }
    }
    return std::nullopt;
  }

  void test_amount_of(const Passage& passage, const Token& figure, std::size_t node,
                      const std::string& name) {
    const BudgetTotals& totals = budget_.nodes[node];
    std::vector<Money> known;
    const auto add = [&](const Total& total) {
      if (total.declared) {
        known.push_back(total.declared->value);
      }
      if (total.computed.value) {
        known.push_back(*total.computed.value);
      }
    };
    add(totals.overall);
    for (const auto& [period, total] : totals.by_period) {
      add(total);
    }
    if (!known.empty() &&
        std::ranges::none_of(known, [&](const Money& amount) { return says(figure, amount); })) {
      report("node", passage, figure, name, known.front());
    }
  }

  void report(const char* kind, const Passage& passage, const Token& figure,
              const std::string& name, const Money& total) {
    Finding finding = text_finding("prose-figure", passage, figure.begin, figure.end);
    finding.diagnostic.args = {{"kind", kind},
                               {"figure", std::string(passage.between(figure.begin, figure.end))},
                               {"name", name},
                               {"value", ""},
                               {"data", ""}};
    add_text(finding.diagnostic.args, "total", figure_text(total, "en"), figure_text(total, "fr"));
    findings_.push_back(std::move(finding));
  }

  const Plan& plan_;
  const Budget& budget_;
  const Texts& texts_;
  std::vector<Finding>& findings_;
  std::vector<Money> totals_;
};

}  // namespace

void test_costs_said(const Subject& subject, std::vector<Finding>& findings) {
  Costs(subject, findings).test();
}

}  // namespace rapporteur::check
