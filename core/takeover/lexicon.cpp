#include "takeover/lexicon.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "takeover/words.hpp"

namespace rapporteur::takeover {
namespace {

using Tokens = std::vector<std::string>;

// Words that make another thing of a label: "contact person’s title" is no title of the plan.
constexpr std::array<std::string_view, 40> others{
    "contact",   "person",    "personne", "signature", "signatory", "signataire", "phone",
    "telephone", "email",     "mail",     "fax",       "address",   "adresse",    "bank",
    "banque",    "account",   "compte",   "website",   "web",       "focal",      "approval",
    "approved",  "annex",     "annexe",   "function",  "fonction",  "position",   "firma",
    "persona",   "direccion", "correo",   "manager",   "director",  "directeur",  "author",
    "auteur",    "visa",      "stamp",    "cachet",    "iban"};

bool has(const Tokens& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_about_another(const Tokens& label, const Tokens& phrase) {
  return std::any_of(others.begin(), others.end(),
                     [&](std::string_view word) { return has(label, word) && !has(phrase, word); });
}

// Words of the label that the phrase has, in a hundred of both.
int fit_phrase(const Tokens& label, const Tokens& phrase) {
  const auto known = std::count_if(phrase.begin(), phrase.end(),
                                   [&](const std::string& word) { return has(label, word); });
  if (phrase.empty() || label.empty() || known < static_cast<std::ptrdiff_t>(phrase.size()) ||
      is_about_another(label, phrase)) {
    return 0;
  }
  return static_cast<int>(100 * phrase.size() / std::max(label.size(), phrase.size()));
}

// The label with and without what stands in brackets: "Duration (in months)".
std::vector<Tokens> readings(std::string_view text) {
  const std::string label = clean_label(text);
  std::vector<Tokens> found{tokens(label)};
  const std::size_t open = label.find('(');
  if (open != std::string::npos && open > 0) {
    const std::size_t close = label.find(')', open);
    const std::string rest =
        label.substr(0, open) + (close == std::string::npos ? "" : " " + label.substr(close + 1));
    if (is_about_another(found[0], {}) == is_about_another(tokens(rest), {})) {
      found.push_back(tokens(rest));
    }
  }
  if (const std::size_t slash = label.find('/'); slash != std::string::npos) {
    found.push_back(tokens(label.substr(0, slash)));  // "Titre du projet / Project title"
    found.push_back(tokens(label.substr(slash + 1)));
  }
  return found;
}

int best_fit(std::string_view label, std::string_view labels) {
  int best = 0;
  for (const Tokens& reading : readings(label)) {
    best = std::max(best, fit(reading, labels));
  }
  return best;
}

bool is_calendar_year(const std::string& word) {
  return word.size() == 4 && word.starts_with("20") &&
         word.find_first_not_of("0123456789") == std::string::npos;
}

constexpr int good_fit = 60;  // half of the words may be chance

// "Activity description from the work plan" begins with what it is; one word is not enough.
int begins_with(const Tokens& label, std::string_view labels) {
  for (const std::string& phrase : split(labels, '|')) {
    const Tokens words = tokens(phrase);
    if (words.size() >= 2 && label.size() > words.size() &&
        std::equal(words.begin(), words.end(), label.begin())) {
      return good_fit;
    }
  }
  return 0;
}
constexpr std::size_t longest_label = 12;

template <class Entry>
const Entry* find_best(std::span<const Entry> entries, std::string_view label, int least) {
  const Entry* best = nullptr;
  int best_score = least - 1;
  if (tokens(clean_label(label)).size() > longest_label) {
    return nullptr;
  }
  for (const Entry& entry : entries) {
    if (const int score = best_fit(label, entry.labels); score > best_score) {
      best = &entry;
      best_score = score;
    }
  }
  return best;
}

}  // namespace

int fit(const Tokens& label, std::string_view labels) {
  int best = 0;
  for (const std::string& phrase : split(labels, '|')) {
    best = std::max(best, fit_phrase(label, tokens(phrase)));
  }
  return best;
}

const ValueEntry* find_value(std::string_view label) {
  return find_best(value_entries(), label, good_fit);
}

bool is_ambiguous(std::string_view label) {
  const Tokens words = tokens(clean_label(label));
  constexpr std::array<std::string_view, 12> alone{
      "title", "titre",  "titulo", "date",         "fecha",        "lieu",
      "place", "agency", "agence", "organisation", "organization", "institution"};
  return words.size() == 1 && std::find(alone.begin(), alone.end(), words.front()) != alone.end();
}

const TextEntry* find_text(std::string_view label) {
  return find_best(text_entries(), label, good_fit);
}

std::optional<ColumnMatch> find_column(const TableEntry& table, std::string_view label) {
  ColumnMatch best{{}, false, good_fit - 1};
  Tokens words = tokens(clean_label(label));
  std::erase_if(words, is_calendar_year);
  for (const ColumnEntry& column : table.columns) {
    const int whole = std::max(best_fit(label, column.labels), fit(words, column.labels));
    if (const int score = std::max(whole, begins_with(words, column.labels)); score > best.score) {
      best = {std::string(column.field), column.is_money, score};
    }
  }
  return best.field.empty() ? std::nullopt : std::optional(best);
}

std::string_view chain_level(std::string_view label) {
  struct Level {
    std::string_view name;
    std::string_view words;
  };
  constexpr std::array<Level, 4> levels{
      {{"impact",
        "impact|goal|overall objective|general objective|objectif global|objectif général|"
        "objetivo general|impact overall objective|finalité"},
       {"outcome",
        "outcome|outcomes|specific objective|effet|effets|objectif spécifique|other "
        "outcomes|intermediary outcome|resultado|outcome specific objective|axe|pilier|"
        "intermediate outcome|autres effets"},
       {"output",
        "output|outputs|produit|produits|extrant|extrants|result|résultat|producto|other "
        "outputs|autres produits"},
       {"activity", "activity|activities|activité|activités|actividad"}}};
  for (Tokens& words : readings(label)) {
    std::erase_if(words, [](const std::string& word) {
      return word.find_first_not_of("0123456789.") == std::string::npos;
    });
    for (const Level& level : levels) {
      if (fit(words, level.words) == 100) {
        return level.name;
      }
    }
  }
  return {};
}

bool names_year(std::string_view label) {
  const Tokens words = tokens(clean_label(label));
  if (words.empty() || words.size() > 3) {
    return false;
  }
  const bool has_number = std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return word.find_first_of("0123456789") != std::string::npos;
  });
  const std::string& first = words.front();
  constexpr std::array<std::string_view, 9> names{"year", "annee", "an", "ano",     "y1",
                                                  "y2",   "y3",    "y4", "exercice"};
  return (has_number && std::find(names.begin(), names.end(), first) != names.end()) ||
         is_calendar_year(first);
}

bool has_year(std::string_view label) {
  const Tokens words = tokens(clean_label(label));
  return names_year(label) || std::any_of(words.begin(), words.end(), is_calendar_year) ||
         (words.size() > 2 && words.back().size() == 1 &&
          names_year(words[words.size() - 2] + " " + words.back()));
}

bool names_quarter(std::string_view label) {
  const Tokens words = tokens(clean_label(label));
  if (words.empty() || words.size() > 2) {
    return false;
  }
  const std::string& first = words.front();
  const bool is_short = words.size() == 1 && first.size() == 2 &&
                        (first[0] == 'q' || first[0] == 't') && first[1] >= '1' && first[1] <= '4';
  return is_short || (words.size() == 2 && (first == "quarter" || first == "trimestre"));
}

bool is_total(std::string_view label) {
  const Tokens words = tokens(clean_label(label));
  return !words.empty() && words.size() <= 5 &&
         (words.front() == "total" || words.front() == "sub" || words.front() == "subtotal" ||
          words.front() == "sou" || words.front() == "grand" || words.back() == "total") &&
         std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return word == "total" || word == "subtotal"; });
}

}  // namespace rapporteur::takeover
