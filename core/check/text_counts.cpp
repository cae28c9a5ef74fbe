// prose-count: a number of things announced against the things that are listed.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "check/text_breakdowns.hpp"
#include "check/text_rules.hpp"

namespace rapporteur::check {
namespace {

constexpr std::int64_t most_items = 30;

/// Things that a text lists by name, each once. People and days may be many at one place.
bool is_listed_noun(std::string_view noun) {
  static constexpr std::array<std::string_view, 42> nouns = {
      "region",       "cercle",     "commune",     "localite",  "village",  "pay",
      "ministere",    "agence",     "departement", "ville",     "site",     "zone",
      "organisation", "partenaire", "secteur",     "axe",       "pilier",   "domaine",
      "theme",        "critere",    "objectif",    "principe",  "cause",    "categorie",
      "produit",      "resultat",   "province",    "district",  "town",     "country",
      "countrie",     "ministrie",  "agencie",     "citie",     "area",     "partner",
      "sector",       "pillar",     "priority",    "objective", "criteria", "principle"};
  return std::ranges::find(nouns, stem(noun)) != nouns.end();
}

class Counts {
 public:
  Counts(const Subject& subject, std::vector<Finding>& findings)
      : subject_(subject), findings_(findings) {}

  void test() {
    const std::vector<Passage>& passages = subject_.texts.passages;
    for (std::size_t i = 0; i < passages.size(); ++i) {
      passage_ = &passages[i];
      if (passage_->language.empty()) {
        continue;
      }
      for (const Span& sentence : passage_->sentences) {
        sentence_ = sentence;
        test_sentence();
      }
      if (passage_->block == Block::paragraph) {
        test_items_behind(i);
      }
      if (passage_->table_name() == "nodes" && passage_->column() == "description") {
        test_node();
      }
      test_echoes();
    }
  }

 private:
  [[nodiscard]] const Token& token(std::size_t i) const { return passage_->tokens[i]; }
  [[nodiscard]] bool is_sign(std::size_t i, std::string_view sign) const {
    return token(i).kind == TokenKind::sign && token(i).folded == sign;
  }
  [[nodiscard]] bool begins_name(std::size_t i) const {
    std::size_t at = token(i).begin;
    return token(i).kind == TokenKind::word && is_capital(next_point(passage_->text, at));
  }

  /// The noun behind a figure, over its echo: "neuf (09) sessions".
  [[nodiscard]] std::optional<std::size_t> noun_of(std::size_t figure) const {
    std::size_t i = figure + 1;
    if (i + 2 < passage_->tokens.size() && is_sign(i, "(") && token(i + 1).is_echo) {
      i += 3;
    }
    return i < passage_->tokens.size() && token(i).kind == TokenKind::word ? std::optional(i)
                                                                           : std::nullopt;
  }

  [[nodiscard]] bool is_count(std::size_t i) const {
    const Token& t = token(i);
    return t.is_quantity() && !t.is_percent && t.power == 0 && t.number.scale == 0 &&
           t.number.digits >= 2 && t.number.digits <= most_items;
  }

  void test_sentence() {
    std::optional<std::size_t> only;
    std::size_t figures = 0;
    for (std::size_t i = sentence_.begin; i < sentence_.end; ++i) {
      if (is_sign(i, "(") && only && i <= *only + 4 && noun_of(*only) &&
          is_listed_noun(token(*noun_of(*only)).folded)) {
        test_names(*only, i + 1, closing(i));
      }
      if (is_sign(i, ":") && figures == 1 && only) {
        test_list(*only, i + 1);
        break;
      }
      if (token(i).is_quantity()) {
        ++figures;
        only = is_count(i) ? std::optional(i) : std::nullopt;
      }
    }
    test_places();
  }

  [[nodiscard]] std::size_t closing(std::size_t open) const {
    for (std::size_t i = open; i < sentence_.end; ++i) {
      if (is_sign(i, ")")) {
        return i;
      }
    }
    return open;
  }

  /// Behind a colon: items parted by semicolons, or names.
  void test_list(std::size_t figure, std::size_t begin) {
    const auto noun = noun_of(figure);
    if (!noun || !is_listed_noun(token(*noun).folded)) {
      return;
    }
    std::int64_t semicolons = 0;
    std::int64_t commas = 0;
    std::int64_t first_commas = 0;  // before the first semicolon
    int depth = 0;
    for (std::size_t i = begin; i < sentence_.end; ++i) {
      depth += is_sign(i, "(") ? 1 : is_sign(i, ")") ? -1 : 0;
      if (depth != 0) {
        continue;
      }
      semicolons += is_sign(i, ";") ? 1 : 0;
      commas += is_sign(i, ",") ? 1 : 0;
      first_commas += is_sign(i, ",") && semicolons == 0 ? 1 : 0;
    }
    if (semicolons < 2) {
      if (semicolons == 0) {
        test_names(figure, begin, sentence_.end);
      }
      return;
    }
    const std::int64_t said = token(figure).number.digits;
    const bool fits = said == semicolons + 1 || said == first_commas + 1 ||
                      said == first_commas + 2 || said == commas + semicolons + 1;
    if (!fits) {
      report(figure, semicolons + 1);
    }
  }

  /// Names parted by commas, the last one by "et". Where a name may hold an "et", both counts fit.
  struct Names {
    std::int64_t fewest = 0;
    std::int64_t most = 0;
  };
  [[nodiscard]] std::optional<Names> names_in(std::size_t begin, std::size_t end) const {
    std::int64_t commas = 0;
    std::int64_t conjunctions = 0;
    std::size_t words = 0;
    bool expects_name = true;
    int depth = 0;
    for (std::size_t i = begin; i < end; ++i) {
      depth += is_sign(i, "(") ? 1 : is_sign(i, ")") ? -1 : 0;
      if (depth > 0 || is_sign(i, ")") || is_sign(i, ".") || is_sign(i, "’") || is_sign(i, "'")) {
        continue;
      }
      const std::string_view word = token(i).folded;
      if (is_sign(i, ",")) {
        ++commas;
        expects_name = true;
        words = 0;
      } else if (word == "et" || word == "and") {
        ++conjunctions;
        expects_name = true;
      } else if (ends_names(i) || (expects_name && !begins_name(i) && !is_filler(word)) ||
                 (!expects_name && ++words > 5)) {
        return std::nullopt;
      } else if (expects_name) {
        expects_name = !begins_name(i);
      }
    }
    if (commas < 1 || expects_name) {
      return std::nullopt;
    }
    return Names{commas + 1, commas + 1 + conjunctions};
  }

  /// What a list of names cannot hold.
  [[nodiscard]] bool ends_names(std::size_t i) const {
    const std::string_view word = token(i).folded;
    return token(i).kind != TokenKind::word || word == "etc" || word == "notamment" ||
           word == "comme" || word == "autres";
  }

  void test_names(std::size_t figure, std::size_t begin, std::size_t end) {
    const auto noun = noun_of(figure);
    if (!noun || !is_listed_noun(token(*noun).folded) ||
        token(begin - 1).begin < token(*noun).end) {
      return;
    }
    if (const auto names = names_in(begin, end)) {
      const std::int64_t said = token(figure).number.digits;
      if (said < names->fewest || said > names->most) {
        report(figure, names->most);
      }
    }
  }

  /// "neuf sessions … Les sessions se sont tenues à A, B …": more places than sessions.
  void test_places() {
    if (sentence_.end - sentence_.begin < 6 ||
        (token(sentence_.begin).folded != "les" && token(sentence_.begin).folded != "the")) {
      return;
    }
    const std::string_view noun = token(sentence_.begin + 1).folded;
    for (std::size_t i = 0; i < sentence_.begin; ++i) {
      const auto of_figure = is_count(i) ? noun_of(i) : std::nullopt;
      if (!of_figure || token(*of_figure).folded != noun) {
        continue;
      }
      for (std::size_t k = sentence_.begin + 2; k + 2 < sentence_.end; ++k) {
        if ((token(k).folded == "a" || token(k).folded == "in" || token(k).folded == "at") &&
            begins_name(k + 1)) {
          const auto names = names_in(k + 1, sentence_.end);
          if (names && names->most > token(i).number.digits) {
            report(i, names->most);
          }
          return;
        }
      }
    }
  }

  /// "Quatre résultats y mènent :" before a list.
  void test_items_behind(std::size_t index) {
    const std::vector<Passage>& passages = subject_.texts.passages;
    const Span last = passage_->sentences.back();
    if (!is_sign(last.end - 1, ":") || index + 1 == passages.size() ||
        passages[index + 1].block != Block::item ||
        passages[index + 1].narrative != passage_->narrative) {
      return;
    }
    std::optional<std::size_t> figure;
    for (std::size_t i = last.begin; i < last.end; ++i) {
      if (token(i).is_quantity()) {
        if (figure) {
          return;
        }
        figure = i;
      }
    }
    const bool is_subject = figure && *figure <= last.begin + 1;
    const bool is_following =
        figure && std::ranges::any_of(
                      std::vector<std::string_view>{"suivants", "suivantes", "following"},
                      [&](std::string_view word) { return token(last.end - 2).folded == word; });
    if (!(is_subject || is_following) || !is_count(*figure) || !noun_of(*figure)) {
      return;
    }
    std::int64_t items = 0;
    for (std::size_t i = index + 1; i < passages.size() && passages[i].block == Block::item &&
                                    passages[i].narrative == passage_->narrative;
         ++i) {
      items += passages[i].depth == passages[index + 1].depth ? 1 : 0;
    }
    if (items != token(*figure).number.digits) {
      report(*figure, items);
    }
  }

  /// A node's description against the nodes below it: "trois sous-programmes".
  void test_node() {
    const Plan& plan = subject_.plan;
    const Node* const node = plan.find_node(passage_->record->id);
    if (node == nullptr) {
      return;
    }
    for (std::size_t i = 0; i + 1 < passage_->tokens.size(); ++i) {
      if (!is_count(i) || token(i + 1).kind != TokenKind::word) {
        continue;
      }
      for (const Level& level : plan.levels) {
        const std::string label = plain(level.label.in(passage_->language).text);
        if (label.empty() || stem(token(i + 1).folded) != stem(label)) {
          continue;
        }
        std::int64_t below = 0;
        for (const std::size_t child : node->children) {
          below += plan.nodes[child].level == level.id ? 1 : 0;
        }
        if (below > 0 && below != token(i).number.digits) {
          report(i, below);
        }
      }
    }
  }

  /// "cinq (06)": in words and in figures.
  void test_echoes() {
    for (std::size_t i = 2; i < passage_->tokens.size(); ++i) {
      if (token(i).is_echo && token(i - 2).number.digits != token(i).number.digits) {
        report(i - 2, token(i).number.digits, "echo");
      }
    }
  }

  void report(std::size_t figure, std::int64_t listed, const char* kind = "list") {
    // The same text in another language is wrong in the same way.
    const std::string where = passage_->narrative != nullptr ? passage_->narrative->slot
                                                             : passage_->file() + passage_->row();
    const auto told = std::tuple(where, token(figure).number.digits, listed);
    if (const auto first = told_.find(told); first != told_.end()) {
      relate(findings_[first->second], "again", Texts::place(*passage_, {figure, figure + 1}));
      return;
    }
    told_.emplace(told, findings_.size());
    const auto noun = noun_of(figure);
    const std::size_t last = noun ? *noun : figure;
    Finding finding = text_finding("prose-count", *passage_, token(figure).begin, token(last).end);
    finding.values = {token(figure).number.digits, listed};
    finding.diagnostic.args = {
        {"kind", kind},
        {"said", std::string(passage_->between(token(figure).begin, token(figure).end))},
        {"noun", noun ? std::string(passage_->between(token(*noun).begin, token(*noun).end))
                      : std::string{}},
        {"listed", listed}};
    findings_.push_back(std::move(finding));
  }

  const Subject& subject_;
  std::vector<Finding>& findings_;
  const Passage* passage_ = nullptr;
  Span sentence_;
  std::map<std::tuple<std::string, std::int64_t, std::int64_t>, std::size_t> told_;
};

}  // namespace

void test_prose_counts(const Subject& subject, std::vector<Finding>& findings) {
  Counts(subject, findings).test();
}

}  // namespace rapporteur::check
