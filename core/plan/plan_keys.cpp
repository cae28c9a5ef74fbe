#include "plan/plan_keys.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/text.hpp"

namespace rapporteur {
namespace {

using View = std::string_view;

constexpr PlanKey key(View map, View name, KeyType type, View en, View fr) {
  return {map, name, type, Many::no, Required::no, {}, {}, en, fr};
}
constexpr PlanKey many(PlanKey key) {
  key.many = Many::yes;
  return key;
}
constexpr PlanKey required(PlanKey key) {
  key.required = Required::yes;
  return key;
}
constexpr PlanKey of(View map, PlanKey key) {
  key.of = map;
  return key;
}
constexpr PlanKey among(View choices, PlanKey key) {
  key.choices = choices;
  return key;
}

constexpr View root = "plan.yaml";

constexpr PlanKey keys[] = {
    required(among("1", key(root, "rapporteur", KeyType::choice, "Version of the plan format: 1.",
                            "Version du format de plan : 1."))),
    required(key(root, "id", KeyType::name, "Name of the plan for machines: a–z, A–Z, 0–9, -, _.",
                 "Nom du plan pour les machines : a–z, A–Z, 0–9, -, _.")),
    required(key(root, "title", KeyType::local_text, "Title of the plan, in each language.",
                 "Titre du plan, dans chaque langue.")),
    required(many(key(root, "languages", KeyType::language,
                      "Languages of the plan; a text without a language is in the first.",
                      "Langues du plan ; un texte sans langue est dans la première."))),
    key(root, "kind", KeyType::local_text, "What it is: “National action plan”.",
        "Ce que c’est : « Plan d’action national »."),
    key(root, "country", KeyType::local_text, "Country or countries.", "Pays concerné."),
    key(root, "issuer", KeyType::local_text, "Ministry or agency that publishes it.",
        "Ministère ou agence qui le publie."),
    many(key(root, "references", KeyType::local_text, "Texts that it rests on.",
             "Textes de référence.")),
    key(root, "date", KeyType::date, "Date on the cover.", "Date imprimée en couverture."),
    key(root, "currency", KeyType::currency, "Currency of all amounts (ISO 4217): XOF, USD, EUR.",
        "Monnaie de tous les montants (ISO 4217) : XOF, USD, EUR."),
    of("period", key(root, "period", KeyType::map, "When it starts and ends.",
                     "Quand il commence et finit.")),
    of("periods", many(key(root, "periods", KeyType::map,
                           "Years or other periods of the tables, in their order: an id alone, or "
                           "the keys below.",
                           "Années ou autres périodes des tableaux, dans l’ordre : un identifiant "
                           "seul, ou les clés ci-dessous."))),
    key(root, "reporting_period", KeyType::period, "Period that the report is about.",
        "Période dont traite le rapport."),
    of("levels",
       many(key(root, "levels", KeyType::map, "Levels of the results chain, from the top.",
                "Niveaux de la chaîne de résultats, à partir du haut."))),
    of("scales", many(key(root, "scales", KeyType::map, "Ordinal scales of indicators and risks.",
                          "Échelles ordinales des indicateurs et des risques."))),
    of("numbers", key(root, "numbers", KeyType::map, "How numbers are typed in the tables.",
                      "Manière dont les nombres sont saisis dans les tableaux.")),
    among("iso|dmy", key(root, "dates", KeyType::choice,
                         "How dates are typed beside 2012-03-31: iso, or dmy for 31/03/2012.",
                         "Manière dont les dates sont saisies, outre 2012-03-31 : iso, ou dmy pour "
                         "31/03/2012.")),
    among("not_applicable|not_measured|no_data|pending|nothing_to_report",
          key(root, "missing", KeyType::choices_by_name,
              "Spelling in a cell → kind of missing value: N/A: not_applicable.",
              "Graphie dans une cellule → nature de la valeur manquante : N/A: not_applicable.")),
    of("results", many(key(root, "results", KeyType::map, "What is known of the files in results/.",
                           "Ce que l’on sait des fichiers de results/."))),
    key(root, "formats", KeyType::options, "Reports to build, each with its options.",
        "Rapports à fabriquer, chacun avec ses options."),
    among("error|warning|info|off",
          key(root, "severity", KeyType::choices_by_name, "Rule → how grave its findings are.",
              "Règle → gravité de ses constats.")),
    of("accepted", many(key(root, "accepted", KeyType::map, "Findings looked at and accepted.",
                            "Constats examinés et acceptés."))),

    key("period", "start", KeyType::date, "First day.", "Premier jour."),
    key("period", "end", KeyType::date, "Last day.", "Dernier jour."),

    required(key("periods", "id", KeyType::name, "Name in the tables: amount.2012.",
                 "Nom dans les tableaux : amount.2012.")),
    key("periods", "label", KeyType::local_text, "Name in print.", "Nom imprimé."),
    key("periods", "start", KeyType::date, "First day.", "Premier jour."),
    key("periods", "end", KeyType::date, "Last day.", "Dernier jour."),
    many(key("periods", "parts", KeyType::period, "Periods that it is made of.",
             "Périodes dont elle se compose.")),

    required(
        key("levels", "id", KeyType::text, "Name in table nodes.", "Nom dans la table nodes.")),
    key("levels", "label", KeyType::local_text, "Name in print: “Priority axis”.",
        "Nom imprimé : « Axe prioritaire »."),
    among("1|I|A|a|none", key("levels", "numbering", KeyType::choice,
                              "Numbering of codes that are not typed; 1 when left out.",
                              "Numérotation des codes non saisis ; 1 par défaut.")),

    required(key("scales", "id", KeyType::text, "Name in the tables.", "Nom dans les tableaux.")),
    of("steps", many(key("scales", "steps", KeyType::map, "Steps, from the lowest.",
                         "Degrés, du plus bas au plus haut."))),
    required(key("steps", "digit", KeyType::integer, "Digit of the step.", "Chiffre du degré.")),
    key("steps", "label", KeyType::local_text, "What the digit means.",
        "Signification du chiffre."),

    among(".|,|'|’|space|espace|none",
          many(key("numbers", "group", KeyType::choice,
                   "Sign or signs between groups of three digits; none when left out.",
                   "Signe ou signes entre les groupes de trois chiffres ; aucun par défaut."))),
    among(".|,", key("numbers", "decimal", KeyType::choice,
                     "Sign before the decimals: the point when left out, the comma when points "
                     "stand between groups.",
                     "Signe décimal : le point par défaut, la virgule si des points séparent les "
                     "groupes.")),

    required(key("results", "file", KeyType::text, "Name of the file in results/.",
                 "Nom du fichier dans results/.")),
    key("results", "agency", KeyType::text, "Organisation that sent it.",
        "Organisation qui l’a envoyé."),
    key("results", "period", KeyType::period, "Period of rows that name none.",
        "Période des lignes qui n’en nomment pas."),
    of("numbers", key("results", "numbers", KeyType::map, "How numbers are typed in this file.",
                      "Manière dont les nombres sont saisis dans ce fichier.")),

    required(key("accepted", "rule", KeyType::text, "Rule of the finding: sum-row.",
                 "Règle du constat : sum-row.")),
    key("accepted", "row", KeyType::text, "Id of the row or node; the whole plan when left out.",
        "Identifiant de la ligne ou du nœud ; tout le plan par défaut."),
    key("accepted", "column", KeyType::text, "Column; any when left out.",
        "Colonne ; toutes par défaut."),
    many(key("accepted", "values", KeyType::text,
             "Figures it was accepted for, typed as in the tables: other figures make it stale.",
             "Chiffres pour lesquels il a été accepté, saisis comme dans les tableaux : d’autres "
             "chiffres rendent l’acceptation caduque.")),
    required(key("accepted", "reason", KeyType::text, "Why it is accepted.",
                 "Pourquoi il est accepté.")),
};

}  // namespace

std::span<const PlanKey> plan_keys() {
  return keys;
}

std::vector<std::string_view> key_names(std::string_view map) {
  std::vector<std::string_view> names;
  for (const PlanKey& key : keys) {
    if (key.map == map) {
      names.push_back(key.name);
    }
  }
  if (names.empty()) {
    throw std::logic_error("plan.yaml has no map " + std::string(map));
  }
  return names;
}

std::vector<std::string> key_choices(std::string_view map, std::string_view name) {
  const auto found = std::ranges::find_if(
      keys, [&](const PlanKey& key) { return key.map == map && key.name == name; });
  if (found == std::end(keys)) {
    throw std::logic_error("plan.yaml has no key " + std::string(name));
  }
  return split(found->choices, '|');
}

}  // namespace rapporteur
