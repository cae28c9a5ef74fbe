// plan.yaml of a starter.
#include <array>

#include "starter/parts.hpp"

namespace rapporteur::starter {
namespace {

using View = std::string_view;

class Yaml {
 public:
  explicit Yaml(const std::vector<std::string>& languages) : languages_(languages) {}

  /// Two lines of comment above what follows.
  Yaml& explain(View french, View english) {
    text_.append("\n# ").append(french).append("\n# ").append(english).append("\n");
    return *this;
  }
  Yaml& line(const std::string& line) {
    text_.append(line).append("\n");
    return *this;
  }
  /// "{ fr: …, en: … }" of the plan's languages.
  [[nodiscard]] std::string local(View french, View english) const {
    std::string text = "{";
    for (const std::string& language : languages_) {
      text.append(text.size() > 1 ? ", " : " ").append(language).append(": \"");
      text.append(language == "fr" ? french : english).append("\"");
    }
    return text + " }";
  }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  const std::vector<std::string>& languages_;
  std::string text_;
};

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    text += (text.empty() ? "" : ", ") + word;
  }
  return text;
}

void write_identity(Yaml& yaml, const Wishes& wishes) {
  yaml.explain("Version du format de plan.", "Version of the plan format.").line("rapporteur: 1");
  yaml.explain("Nom du plan pour les machines : lettres sans accent, chiffres, - et _.",
               "Name of the plan for machines: plain letters, digits, - and _.")
      .line("id: " + wishes.id);
  yaml.explain("Titre, tel qu’imprimé en couverture.", "Title, as printed on the cover.")
      .line("title: " + yaml.local("Programme d’appui aux services locaux",
                                   "Programme in support of local services"));
  yaml.explain("Langues du plan ; un texte sans langue est dans la première.",
               "Languages of the plan; a text without a language is in the first.")
      .line("languages: [" + joined(wishes.languages) + "]");
  yaml.explain("Ce que c’est, où, et qui le publie.", "What it is, where, and who publishes it.")
      .line("kind: " + yaml.local("Budget du programme", "Budget of the programme"))
      .line("country: " + yaml.local("Nom du pays", "Name of the country"))
      .line("issuer: " + yaml.local("Ministère de tutelle", "Line ministry"));
  yaml.explain("Date en couverture : 2026, 2026-03 ou 2026-03-31.",
               "Date on the cover: 2026, 2026-03 or 2026-03-31.")
      .line("date: " + std::to_string(wishes.year));
}

void write_periods(Yaml& yaml, const Frame& frame) {
  yaml.explain("Monnaie de tous les montants (code ISO 4217) : XOF, USD, EUR…",
               "Currency of all amounts (ISO 4217 code): XOF, USD, EUR …")
      .line("currency: " + frame.currency);
  yaml.explain(
          "Début et fin, puis les périodes que les tableaux ont en colonnes "
          "(amount.<période>).",
          "Start and end, then the periods that tables have as columns (amount.<period>).")
      .line("period: { start: " + frame.periods.front() + "-01-01, end: " + frame.periods.back() +
            "-12-31 }")
      .line("periods:");
  int number = 0;
  for (const std::string& period : frame.periods) {
    const std::string label = std::to_string(++number);
    yaml.line("  - { id: " + period + ", label: " + yaml.local("Année " + label, "Year " + label) +
              ", start: " + period + "-01-01, end: " + period + "-12-31 }");
  }
  yaml.explain("Période dont traite le rapport.", "Period that the report is about.")
      .line("reporting_period: " + frame.periods.front());
}

void write_tables(Yaml& yaml, const Frame& frame) {
  yaml.explain(
          "Niveaux de la chaîne de résultats, de haut en bas. Numérotation : 1, I, A, a ou "
          "none.",
          "Levels of the results chain, from the top. Numbering: 1, I, A, a or none.")
      .line("levels:")
      .line("  - { id: outcome, label: " + yaml.local("Effet", "Outcome") + ", numbering: \"1\" }")
      .line("  - { id: activity, label: " + yaml.local("Activité", "Activity") +
            ", numbering: \"1\" }");
  const std::string group = frame.numbers.groups.front() == " " ? "space" : "\",\"";
  yaml.explain(
          "Comment les nombres sont saisis : séparateur de milliers (space, \".\", \",\", "
          "none) et signe décimal.",
          "How numbers are typed: group separator (space, \".\", \",\", none) and decimal "
          "sign.")
      .line("numbers: { group: " + group + ", decimal: \"" + frame.numbers.decimal + "\" }");
  yaml.explain("Dates saisies 31/03/2026 : décommentez ; 2026-03-31 est toujours compris.",
               "Dates typed 31/03/2026: uncomment; 2026-03-31 is always understood.")
      .line("# dates: dmy");
  yaml.explain(
          "Ce qui manque : mention dans une cellule → nature. Une valeur manquante n’est "
          "jamais 0.",
          "What is missing: spelling in a cell → kind. A missing value is never 0.")
      .line("missing:")
      .line("  N/A: not_applicable")
      .line("  ND: no_data")
      .line("  RAS: nothing_to_report");
  yaml.explain(
          "Échelles ordinales des indicateurs et des risques : retirez les # pour en déclarer "
          "une.",
          "Ordinal scales of indicators and risks: take the # away to declare one.")
      .line("# scales:")
      .line("#   - id: degree")
      .line("#     steps:")
      .line("#       - { digit: 1, label: " + yaml.local("faible", "low") + " }")
      .line("#       - { digit: 2, label: " + yaml.local("moyen", "medium") + " }")
      .line("#       - { digit: 3, label: " + yaml.local("élevé", "high") + " }");
}

}  // namespace

std::string plan_yaml_text(const Wishes& wishes, const Frame& frame) {
  Yaml yaml(wishes.languages);
  yaml.line(
          "# Un plan de programme : voyez GUIDE.fr.md. Chaque clé est expliquée en français, puis "
          "en anglais.")
      .line(
          "# A programme’s plan: see GUIDE.en.md. Each key is explained in French, then in "
          "English.");
  write_identity(yaml, wishes);
  write_periods(yaml, frame);
  write_tables(yaml, frame);
  yaml.explain("Rapports à fabriquer, chacun avec ses options (rapporteur formats les énumère).",
               "Reports to build, each with its options (rapporteur formats lists them).")
      .line("formats:")
      .line("  national-budget:")
      .line("    totals: declared");
  yaml.explain(
          "Gravité des constats : error, warning, info ou off ; constats acceptés, avec leur "
          "raison.",
          "How grave findings are: error, warning, info or off; findings accepted, with their "
          "reason.")
      .line("# severity: { sum-row: warning }")
      .line("# accepted:")
      .line("#   - { rule: sum-row, row: L1, reason: \"…\" }");
  return yaml.take();
}

}  // namespace rapporteur::starter
