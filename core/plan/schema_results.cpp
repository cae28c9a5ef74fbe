// Tables of the results chain and its indicators.
#include "plan/schema_columns.hpp"

namespace rapporteur::schema_data {
namespace {

constexpr ColumnSpec nodes[] = {
    id(),
    required(reference("levels", "level", "niveau",
                       "Level of the results chain, as named in plan.yaml.",
                       "Niveau de la chaîne de résultats, tel que nommé dans plan.yaml.")),
    reference("nodes", "parent", "rattache_a", "Node above; empty at the top.",
              "Nœud supérieur ; vide au sommet."),
    code("code", "numero", "Code that is printed; generated when empty.",
         "Code imprimé ; généré s’il est vide."),
    required(texts("title", "titre|intitule|libelle", "Title as printed.", "Intitulé imprimé.")),
    texts("long_title", "titre_long|intitule_long", "Full statement, where a format asks for it.",
          "Énoncé complet, si un format le demande."),
    texts("description", "", "Description, a paragraph or two.",
          "Description, un ou deux paragraphes."),
    reference("organisations", "lead", "chef_de_file|pilote", "Organisation that leads.",
              "Organisation chef de file."),
    references("organisations", "partners", "partenaires", "Organisations that take part.",
               "Organisations associées."),
    references("organisations", "responsible", "responsable|responsables",
               "Organisations that answer for it.", "Organisations responsables."),
    texts("alignment", "alignement", "Frameworks and paragraphs that it answers to.",
          "Cadres et paragraphes auxquels il répond."),
    list("location", "lieu|localisation", "Places where it happens.", "Lieux de réalisation."),
    each_period(ColumnType::boolean, "when", "quand|chronogramme",
                "Yes in each period in which it is carried out.",
                "Oui pour chaque période d’exécution."),
    flag("gender_dedicated", "dedie_au_genre", "Wholly devoted to gender equality.",
         "Entièrement consacré à l’égalité de genre."),
    texts("note", "note|observation|observations", "Remark for the reader.",
          "Remarque à l’intention du lecteur."),
};

constexpr ColumnSpec actions[] = {
    id(),
    required(node()),
    order(),
    required(
        texts("text", "texte", "What is done, as one bullet.", "Ce qui est fait, en une puce.")),
    references("budget_lines", "budget_lines", "lignes_budgetaires", "Lines that pay for it.",
               "Lignes qui la financent."),
};

constexpr ColumnSpec links[] = {
    reference("nodes", "from", "de|depuis",
              "Node that the link starts at; the whole plan when empty.",
              "Nœud de départ du lien ; tout le plan si vide."),
    required(reference("nodes|frameworks", "to", "vers|a", "Node or framework that it points to.",
                       "Nœud ou cadre visé.")),
    choice("kind", "type|nature", "subprogramme=sous_programme|framework=cadre",
           "Sub-programme (many to many) or framework.", "Sous-programme (n à n) ou cadre."),
};

constexpr ColumnSpec indicators[] = {
    id(),
    required(reference("nodes|frameworks", "node", "noeud|axe|activite|rattachement",
                       "Node of the results chain, or framework, that it measures.",
                       "Nœud de la chaîne de résultats, ou cadre, qu’il mesure.")),
    code("code", "numero", "Code that is printed.", "Code imprimé."),
    required(texts("title", "titre|intitule|libelle", "The indicator in words.",
                   "Énoncé de l’indicateur.")),
    choice("type", "type_de_valeur",
           "count=nombre|percent=pourcentage|points|index=indice|yes_no=oui_non|ordinal=echelle|"
           "checklist=liste_de_controle|amount=montant|text=texte|composite",
           "What its values are.", "Nature de ses valeurs."),
    texts("unit", "unite", "Unit of measure.", "Unité de mesure."),
    choice("direction", "sens", "up=hausse|down=baisse|maintain=maintien", "Which way is progress.",
           "Sens du progrès."),
    choice("aggregation", "agregation", "annual=annuel|cumulative=cumulatif|stock|survey=enquete",
           "How values of several periods combine.",
           "Manière dont les valeurs de plusieurs périodes se combinent."),
    reference("scales", "scale", "echelle", "Scale of plan.yaml that its values are read on.",
              "Échelle de plan.yaml sur laquelle se lisent ses valeurs."),
    texts("source", "sources|source_de_verification", "Where values come from.",
          "Source de vérification."),
    texts("method", "methode", "How it is measured.", "Méthode de mesure."),
    text("frequency", "frequence|periodicite", "How often it is measured.",
         "Périodicité de la mesure."),
    references("organisations", "responsible", "responsable|responsables", "Who measures it.",
               "Qui la mesure."),
    texts("disaggregation", "desagregation", "Dimensions that values are broken down by.",
          "Dimensions de désagrégation."),
};

constexpr ColumnSpec series[] = {
    id(),
    required(reference("indicators", "indicator", "indicateur", "Indicator that it belongs to.",
                       "Indicateur dont elle relève.")),
    texts("label", "libelle", "Name of the series.", "Nom de la série."),
    choice("sex", "sexe", "female=femme=f|male=homme=h|all=tous", "Sex counted.", "Sexe dénombré."),
    text("age", "tranche_d_age", "Age group, as printed.", "Tranche d’âge, telle qu’imprimée."),
    text("place", "lieu", "Place counted.", "Lieu couvert."),
    text("group", "groupe", "Any other group.", "Tout autre groupe."),
    choice("type", "type_de_valeur",
           "count=nombre|percent=pourcentage|points|index=indice|yes_no=oui_non|ordinal=echelle|"
           "checklist=liste_de_controle|amount=montant|text=texte|composite",
           "What its values are, when not the indicator’s type.",
           "Nature de ses valeurs, si elle diffère de celle de l’indicateur."),
    choice("direction", "sens", "up=hausse|down=baisse|maintain=maintien",
           "Which way is progress, when not the indicator’s way.",
           "Sens du progrès, s’il diffère de celui de l’indicateur."),
    reference("series", "part_of", "partie_de", "Series that it is a part of.",
              "Série dont elle est une partie."),
};

constexpr ColumnSpec values[] = {
    reference("series", "series", "serie", "Series that is measured.", "Série mesurée."),
    reference("indicators", "indicator", "indicateur|code|code_de_l_indicateur|indicator_code",
              "Indicator that is measured, by id or by code, when it has no series.",
              "Indicateur mesuré, par identifiant ou par code, s’il n’a pas de série."),
    choice("kind", "type|nature", "baseline=reference|milestone=jalon|target=cible|actual=realise",
           "What the value is; in results/, what was reached when empty.",
           "Nature de la valeur ; dans results/, une réalisation si la cellule est vide."),
    period("Period of the value.", "Période de la valeur."),
    date("date", "mesure_le|annee_de_reference",
         "Year, month or day of the measurement, where it is not a period of the plan.",
         "Année, mois ou jour de la mesure, quand ce n’est pas une période du plan."),
    reference("target_sets", "set", "jeu_de_cibles", "Target set; empty for the main one.",
              "Jeu de cibles ; vide pour le principal."),
    value("value", "valeur", "The value, by the indicator’s type.",
          "La valeur, selon le type de l’indicateur."),
    choice("missing", "manquant",
           "not_applicable=sans_objet|not_measured=non_mesure|no_data=pas_de_donnees|"
           "pending=en_attente|nothing_to_report=rien_a_signaler",
           "Why there is no value.", "Pourquoi la valeur manque."),
    date("due", "echeance", "When a pending value is due.", "Échéance d’une valeur en attente."),
    text("qualifier", "qualificatif", "Sign or word that belongs to it: at least, per …",
         "Signe ou mot qui l’accompagne : au moins, par…"),
    texts("note", "note|observation", "Remark for the reader.",
          "Remarque à l’intention du lecteur."),
    texts("source", "source", "Where the value comes from.", "Source de la valeur."),
    value("baseline", "reference|valeur_de_reference", "Baseline value, in the wide form.",
          "Valeur de référence, en colonnes."),
    each_period(ColumnType::value, "milestone", "jalon", "Milestone of a period.",
                "Jalon d’une période."),
    each_period(ColumnType::value, "target", "cible", "Target of a period.",
                "Cible d’une période."),
    each_period(ColumnType::value, "actual", "realise|realisation", "What was reached.",
                "Valeur atteinte."),
};

constexpr ColumnSpec target_sets[] = {
    id(),
    texts("title", "titre|intitule", "Name of the set.", "Nom du jeu de cibles."),
    texts("reason", "raison|motif", "Why it stands beside the main one.",
          "Pourquoi il s’ajoute au principal."),
};

constexpr TableSpec tables[] = {
    {"nodes", "noeuds|chaine_de_resultats",
     "The results chain: axes, outcomes, outputs, activities.",
     "La chaîne de résultats : axes, effets, produits, activités.", nodes},
    {"actions", "actions", "Bulleted actions under an activity.",
     "Actions d’une activité, en puces.", actions},
    {"links", "liens", "Links between nodes, or from nodes to frameworks.",
     "Liens entre nœuds, ou entre nœuds et cadres.", links},
    {"indicators", "indicateurs", "What is measured.", "Ce qui est mesuré.", indicators},
    {"series", "series", "Disaggregations of an indicator.", "Désagrégations d’un indicateur.",
     series},
    {"values", "valeurs", "Baselines, milestones, targets and actuals.",
     "Références, jalons, cibles et réalisations.", values},
    {"target_sets", "jeux_de_cibles", "Second and further sets of targets.",
     "Jeux de cibles supplémentaires.", target_sets},
};

}  // namespace

std::span<const TableSpec> results_tables() {
  return tables;
}

}  // namespace rapporteur::schema_data
