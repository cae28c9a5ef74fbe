#include "ministry_shapes.hpp"

#include <map>

namespace rapporteur::test {

const std::vector<Shape>& shapes() {
  static const std::vector<Shape> all = {
      {"nodes", "Chaîne de résultats", "Matrice du plan d’action 2021–2025", {"parent", "lead"}},
      {"links", "Liens", "Sous-programmes et résultats", {"from"}},
      {"indicators", "Indicateurs", "Indicateurs de résultat", {"node"}},
      {"budget_lines", "Budget", "Coûts du plan d’action 2021–2025, en francs CFA", {"node"}},
      {"budget_sets", "Présentations du budget", "Les deux chiffrages du plan", {}},
      {"contributions",
       "Contributions",
       "Sources de financement, en francs CFA",
       {"node", "agency"}},
      {"declared_totals", "Totaux déclarés", "Ligne TOTAL du tableau des coûts", {}},
      {"funding_opportunities",
       "Opportunités de financement",
       "D’où d’autres fonds peuvent venir",
       {}},
      {"organisations", "Structures", "Ministères et structures associés", {}},
      {"frameworks", "Cadres", "Cadres auxquels le plan répond", {}},
      {"assumptions", "Hypothèses", "Hypothèses du plan", {}},
      {"acronyms", "Sigles", "Sigles et abréviations", {}},
  };
  return all;
}

std::string heading(std::string_view table, std::string_view column) {
  static const std::map<std::string_view, std::string_view> names = {
      {"id", "Identifiant"},
      {"level", "Niveau"},
      {"parent", "Rattaché à"},
      {"code", "Numéro"},
      {"title", "Intitulé"},
      {"long_title", "Intitulé long"},
      {"lead", "Chef de file"},
      {"responsible", "Responsables"},
      {"partners", "Partenaires"},
      {"alignment", "Alignement"},
      {"when", "Chronogramme"},
      {"node", "Rattachement"},
      {"agency", "Agence"},
      {"amount", "Montant"},
      {"set", "Présentation"},
      {"total", "Total déclaré"},
      {"donor", "Bailleur"},
      {"period", "Période"},
      {"of", "De"},
      {"place", "Emplacement"},
      {"from", "De"},
      {"to", "Vers"},
      {"kind", "Nature"},
      {"type", "Type de valeur"},
      {"unit", "Unité"},
      {"disaggregation", "Désagrégation"},
      {"text", "Texte"},
      {"order", "Ordre"},
      {"short", "Sigle"},
      {"meaning", "Signification"},
      {"name", "Nom"},
      {"aliases", "Autres noms"},
      {"reason", "Motif"},
      {"description", "Description"}};
  if (table == "organisations" && column == "parent") {
    return "Tutelle";
  }
  return std::string(names.at(column));
}

std::string french_choice(const std::string& typed) {
  static const std::map<std::string_view, std::string_view> names = {
      {"amount", "montant"},      {"blank", "vide"},         {"count", "nombre"},
      {"percent", "pourcentage"}, {"yes_no", "oui/non"},     {"subprogramme", "sous-programme"},
      {"framework", "cadre"},     {"ministry", "ministère"}, {"donor", "bailleur"},
      {"authority", "autorité"},  {"agency", "agence"},      {"cso", "OSC"},
      {"other", "autre"}};
  const auto name = names.find(typed);
  return name == names.end() ? typed : std::string(name->second);
}

}  // namespace rapporteur::test
