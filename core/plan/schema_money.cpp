// Tables of money: budget, funding, spending, and the totals that a source declares.
#include "plan/schema_columns.hpp"

namespace rapporteur::schema_data {
namespace {

constexpr ColumnSpec budget_set() {
  return reference("budget_sets", "set", "jeu_de_budget|presentation",
                   "Second presentation of the budget that it belongs to; empty for the main one. "
                   "Sums never cross sets.",
                   "Autre présentation du budget dont elle relève ; vide pour la principale. Les "
                   "sommes ne mêlent jamais deux présentations.");
}

constexpr ColumnSpec budget_sets[] = {
    id(),
    texts("title", "titre|intitule", "Name of the presentation.", "Nom de la présentation."),
    texts("reason", "raison|motif", "Why it stands beside the main one.",
          "Pourquoi elle s’ajoute à la principale."),
};

constexpr ColumnSpec budget_lines[] = {
    id(),
    required(node()),
    budget_set(),
    texts("title", "titre|intitule|libelle", "Title of the line; else the node’s.",
          "Intitulé de la ligne ; sinon celui du nœud."),
    agency(),
    reference("organisations", "partner", "partenaire", "Partner that carries it out.",
              "Partenaire d’exécution."),
    references("organisations", "responsible", "responsables|entites",
               "Organisations that answer for it together, when the source names several.",
               "Organisations qui en répondent ensemble, si la source en nomme plusieurs."),
    references("organisations", "partners", "partenaires",
               "Partners that carry it out together, when the source names several.",
               "Partenaires qui l’exécutent ensemble, si la source en nomme plusieurs."),
    references("indicators", "indicators", "indicateurs", "Indicators whose targets it pays for.",
               "Indicateurs dont elle finance les cibles."),
    text("source", "source_de_financement", "Source of funds.", "Source de financement."),
    text("category", "categorie", "Expense category.", "Catégorie de dépense."),
    choice("kind", "nature|type", "amount=montant|memo=pm=pour_memoire|blank=vide=a_chiffrer",
           "An amount, a memo entry (PM), or a line not costed yet.",
           "Un montant, une inscription pour mémoire (PM), ou une ligne à chiffrer."),
    each_period(ColumnType::money, "amount", "montant|cout", "Amount of a period.",
                "Montant d’une période."),
    money("total", "total_declare|montant_total", "Total of the line as its author states it.",
          "Total de la ligne tel que déclaré."),
    texts("note", "note|observation", "Remark for the reader.",
          "Remarque à l’intention du lecteur."),
};

constexpr ColumnSpec contributions[] = {
    id(),
    texts("title", "titre|intitule", "Project or output that it pays for.",
          "Projet ou produit qu’elle finance."),
    reference("nodes", "node", "noeud|axe|activite|rattachement",
              "Node that it pays for; the whole plan when empty.",
              "Nœud qu’elle finance ; tout le plan si vide."),
    agency(),
    reference("organisations", "donor", "bailleur|donateur", "Who gives.", "Qui donne."),
    references("organisations", "donors", "bailleurs|donateurs",
               "Who gives, when several give one amount that the source does not split.",
               "Qui donne, si plusieurs donnent un montant que la source ne répartit pas."),
    text("fund", "fonds", "Fund or facility.", "Fonds ou guichet."),
    text("reference", "reference_du_don", "The donor’s reference.", "Référence du bailleur."),
    money("amount", "montant", "Amount over all periods.", "Montant toutes périodes confondues."),
    each_period(ColumnType::money, "amount", "montant", "Amount of a period.",
                "Montant d’une période."),
    choice("status", "statut|etat", "allocated=alloue|pledged=promis|to_mobilise=a_mobiliser",
           "Allocated, pledged, or still to be mobilised.",
           "Alloué, promis, ou encore à mobiliser."),
    texts("note", "note|observation", "Remark for the reader.",
          "Remarque à l’intention du lecteur."),
};

constexpr ColumnSpec rates[] = {
    id(),
    required(choice("kind", "nature|type",
                    "gms=frais_de_gestion|levy=prelevement|indirect=couts_indirects",
                    "What the rate pays.", "Ce que couvre le taux.")),
    text("base", "assiette", "What the rate is applied to.", "Assiette du taux."),
    required(decimal("rate", "taux", "Rate in per cent.", "Taux en pour cent.")),
    period("Period; empty for all.", "Période ; vide pour toutes."),
    reference("contributions", "contribution", "", "Contribution; empty for all.",
              "Contribution ; vide pour toutes."),
    texts("reason", "raison|motif", "Why this rate.", "Justification du taux."),
};

constexpr ColumnSpec expenditures[] = {
    id(),
    node(),
    agency(),
    period("Period of the spending.", "Période de la dépense."),
    money("budgeted", "prevu|budgete", "Amount budgeted.", "Montant prévu."),
    money("committed", "engage", "Amount committed.", "Montant engagé."),
    money("spent", "depense|execute", "Amount spent.", "Montant dépensé."),
};

constexpr ColumnSpec exchange_rates[] = {
    required(text("from", "de|depuis", "Currency converted (ISO 4217).",
                  "Monnaie convertie (ISO 4217).")),
    required(text("to", "vers", "Currency obtained (ISO 4217).", "Monnaie obtenue (ISO 4217).")),
    required(decimal("rate", "taux", "Units of the second for one of the first.",
                     "Unités de la seconde pour une de la première.")),
    date("date", "", "Day of the rate.", "Date du taux."),
    text("source", "", "Who publishes it.", "Qui le publie."),
};

constexpr ColumnSpec declared_totals[] = {
    id(),
    text("of", "de|table", "Table that is added up; the budget lines when empty.",
         "Table additionnée ; les lignes budgétaires si vide."),
    budget_set(),
    reference("nodes", "node", "noeud|axe|activite|rattachement",
              "Node that is added up; the whole plan when empty.",
              "Nœud additionné ; tout le plan si vide."),
    period("Period; all periods together when empty.",
           "Période ; toutes périodes confondues si vide."),
    reference("organisations", "agency", "agence", "Only this agency’s share.",
              "Part de cette agence seulement."),
    reference("organisations", "donor", "bailleur|donateur", "Only this donor’s share.",
              "Part de ce bailleur seulement."),
    list("category", "categorie",
         "Only rows of these categories (contributions: of this status); all when empty.",
         "Lignes de ces catégories (contributions : de cet état) seulement ; toutes si vide."),
    text("fund", "fonds", "Only this fund or facility.", "Ce fonds ou guichet seulement."),
    text("column", "colonne", "Column that is added up, when not the amount.",
         "Colonne additionnée, si ce n’est le montant."),
    required(money("amount", "montant|total", "The total as the source states it.",
                   "Le total tel que la source le déclare.")),
    text("place", "emplacement|lieu", "Where the source prints it.",
         "Endroit où la source l’imprime."),
    text("printed", "imprime", "The total as printed, when it is not a well-formed number.",
         "Le total tel qu’imprimé, s’il n’est pas un nombre bien formé."),
};

constexpr TableSpec tables[] = {
    {"budget_lines", "lignes_budgetaires|budget", "The budget, one line a row.",
     "Le budget, une ligne par rangée.", budget_lines},
    {"budget_sets", "jeux_de_budget|presentations_du_budget",
     "Second and further presentations of the budget.",
     "Autres présentations du budget, à côté de la principale.", budget_sets},
    {"contributions", "contributions", "What donors give or promise.",
     "Ce que les bailleurs donnent ou promettent.", contributions},
    {"rates", "taux", "Management fees, levies and indirect costs.",
     "Frais de gestion, prélèvements et coûts indirects.", rates},
    {"expenditures", "depenses", "What was budgeted, committed and spent.",
     "Ce qui a été prévu, engagé et dépensé.", expenditures},
    {"exchange_rates", "taux_de_change", "Exchange rates, each with its day and source.",
     "Taux de change, avec leur date et leur source.", exchange_rates},
    {"declared_totals", "totaux_declares", "Totals that the source document prints.",
     "Totaux imprimés par le document source.", declared_totals},
};

}  // namespace

std::span<const TableSpec> money_tables() {
  return tables;
}

}  // namespace rapporteur::schema_data
