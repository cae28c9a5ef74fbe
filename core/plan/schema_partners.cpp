// Tables of organisations, people reached, and risks.
#include "plan/schema_columns.hpp"

namespace rapporteur::schema_data {
namespace {

constexpr ColumnSpec organisations[] = {
    id(),
    required(texts("name", "nom", "Full name.", "Nom complet.")),
    texts("short", "sigle|acronyme", "Short name or acronym.", "Sigle ou acronyme."),
    list("aliases", "autres_noms|alias", "Other spellings met in texts and tables.",
         "Autres graphies rencontrées."),
    choice("kind", "nature|categorie",
           "agency=agence|ministry=ministere|donor=bailleur|cso=osc|authority=autorite|other=autre",
           "What it is.", "Nature de l’organisation."),
    choice("type", "portee", "international|national|local", "How far it reaches.",
           "Portée de l’organisation."),
    reference("organisations", "parent", "rattachee_a|tutelle",
              "Organisation that it is a part of: the ministry of a directorate.",
              "Organisation dont elle fait partie : le ministère d’une direction."),
    flag("women_led", "dirigee_par_des_femmes", "Led by women.", "Dirigée par des femmes."),
    flag("womens_rights", "droits_des_femmes", "Works for women’s rights.",
         "Œuvre pour les droits des femmes."),
};

constexpr ColumnSpec partners[] = {
    required(reference("organisations", "organisation", "", "The partner.", "Le partenaire.")),
    texts("group", "groupe", "Heading that it is listed under.", "Rubrique où il figure."),
    texts("role", "role", "What it does in the programme.", "Son rôle dans le programme."),
    choice("kind", "nature|categorie",
           "government=etat|civil_society=societe_civile|donor=bailleur|agency=agence|other=autre",
           "Table of partners that lists it.", "Tableau de partenaires où il figure."),
    agency(),
    text("since", "depuis", "Partner since.", "Partenaire depuis."),
    list("places", "lieux", "Where it works.", "Lieux d’intervention."),
    texts("project", "projet", "Project that it carries out.", "Projet qu’il met en œuvre."),
    date("agreement_start", "debut_de_l_accord", "First day or month of its agreement.",
         "Premier jour ou mois de son accord."),
    date("agreement_end", "fin_de_l_accord", "Last day or month of its agreement.",
         "Dernier jour ou mois de son accord."),
    integer("agreement_months", "duree_de_l_accord",
            "Length of its agreement as stated, in months.",
            "Durée déclarée de son accord, en mois."),
};

constexpr ColumnSpec awards[] = {
    id(),
    node(),
    required(reference("organisations", "organisation", "beneficiaire", "Who receives it.",
                       "Qui la reçoit.")),
    agency(),
    money("amount", "montant", "Amount awarded.", "Montant attribué."),
    code("code", "numero", "Code of the node as the form states it.",
         "Code du nœud tel que le formulaire l’indique."),
    text("heading", "intertitre", "Heading of the form that it stands under, as printed.",
         "Intertitre du formulaire où elle figure, tel qu’imprimé."),
    text("type", "portee", "Reach of the organisation as the form states it.",
         "Portée de l’organisation telle que le formulaire l’indique."),
    text("modality", "modalite", "How it is given.", "Modalité d’attribution."),
    text("category", "categorie", "Category of the award.", "Catégorie de l’attribution."),
    flag("new_partner", "nouveau_partenaire", "First agreement with this partner.",
         "Premier accord avec ce partenaire."),
    text("population", "population_cible", "Population served.", "Population servie."),
    texts("note", "note|observation", "Remark for the reader.",
          "Remarque à l’intention du lecteur."),
};

constexpr ColumnSpec risks[] = {
    id(),
    text("category", "categorie", "Kind of risk.", "Catégorie de risque."),
    required(texts("title", "titre|intitule|risque", "The risk in words.", "Énoncé du risque.")),
    value("likelihood", "probabilite", "Likelihood, a digit of its scale.",
          "Probabilité, un degré de l’échelle."),
    value("impact", "", "Impact, a digit of its scale.", "Impact, un degré de l’échelle."),
    texts("mitigation", "attenuation|mesures", "What is done about it.", "Mesures d’atténuation."),
    references("organisations", "owner", "responsable", "Who watches it.", "Qui le suit."),
    texts("owner_role", "fonction_du_responsable", "Who watches it, by function.",
          "Qui le suit, par fonction."),
    text("frequency", "frequence|periodicite", "How often it is looked at.",
         "Périodicité du suivi."),
    texts("source", "source", "What it is watched with: reports, meetings …",
          "Source de sa surveillance : rapports, réunions…"),
    date("date", "", "When it was identified.", "Date à laquelle il a été identifié."),
    text("status", "statut|etat", "Open, closed, come true …", "Ouvert, clos, avéré…"),
    flag("is_new", "nouveau", "New in this period.", "Nouveau sur la période."),
};

constexpr ColumnSpec beneficiaries[] = {
    id(),
    texts("group", "groupe", "Group of people.", "Groupe de personnes."),
    choice("sex", "sexe", "female=femme=f|male=homme=h|all=tous", "Sex counted.", "Sexe dénombré."),
    text("age", "tranche_d_age", "Age group, as printed.", "Tranche d’âge, telle qu’imprimée."),
    period("Period counted.", "Période couverte."),
    integer("direct", "directs", "People reached directly.", "Personnes touchées directement."),
    integer("indirect", "indirects", "People reached indirectly.",
            "Personnes touchées indirectement."),
    texts("note", "note|observation", "Remark for the reader.",
          "Remarque à l’intention du lecteur."),
};

/// Columns that stakeholders, external projects, areas and key figures share.
constexpr ColumnSpec items[] = {
    id(),
    texts("band", "bande|echelon", "Band of the table: local, regional, national.",
          "Échelon du tableau : local, régional, national."),
    required(texts("name", "nom", "Name.", "Nom.")),
    texts("text", "texte", "Description.", "Description."),
    reference("", "parent", "rattache_a", "Item above.", "Élément supérieur."),
    value("value", "valeur", "Value, where there is one.", "Valeur, s’il y en a une."),
    texts("unit", "unite", "Unit of the value.", "Unité de la valeur."),
    text("period", "periode", "Period, as printed.", "Période, telle qu’imprimée."),
    list("places", "lieux", "Where.", "Lieux concernés."),
    list("donors", "bailleurs", "Who pays for it.", "Qui le finance."),
};

constexpr ColumnSpec of_stakeholders[] = {
    texts("role", "role", "Part that it plays, or should play, in the plan.",
          "Rôle qu’elle joue, ou devrait jouer, dans le plan."),
};

constexpr ColumnSpec of_external_projects[] = {
    list("implementers", "mis_en_oeuvre_par|executants", "Who carries it out.",
         "Qui le met en œuvre."),
    reference("nodes", "node", "noeud|resultat|rattachement",
              "Node of the plan that it is close to.", "Nœud du plan dont il est proche."),
};

/// The shared columns, whose `parent` points into `table`, and those of the table alone.
template <std::size_t N>
struct Columns {
  ColumnSpec specs[N];
};
template <std::size_t Own = 0>
constexpr auto items_of(View table, const ColumnSpec* own = nullptr) {
  constexpr std::size_t shared = std::size(items);
  Columns<shared + Own> result{};
  for (std::size_t i = 0; i < shared; ++i) {
    result.specs[i] = items[i];
    if (result.specs[i].name == "parent") {
      result.specs[i].target = table;
    }
  }
  for (std::size_t i = 0; i < Own; ++i) {
    result.specs[shared + i] = own[i];
  }
  return result;
}
constexpr auto stakeholders = items_of<std::size(of_stakeholders)>("stakeholders", of_stakeholders);
constexpr auto external_projects =
    items_of<std::size(of_external_projects)>("external_projects", of_external_projects);
constexpr auto areas = items_of("areas");
constexpr auto key_figures = items_of("key_figures");

constexpr TableSpec tables[] = {
    {"organisations", "organisations|structures", "Agencies, ministries, donors, associations.",
     "Agences, ministères, bailleurs, associations.", organisations},
    {"partners", "partenaires", "Organisations the programme works with.",
     "Organisations avec lesquelles le programme travaille.", partners},
    {"awards", "subventions|attributions", "Grants and contracts to partners.",
     "Subventions et contrats passés avec les partenaires.", awards},
    {"risks", "risques", "The risk register.", "Le registre des risques.", risks},
    {"beneficiaries", "beneficiaires", "People reached.", "Personnes touchées.", beneficiaries},
    {"stakeholders", "parties_prenantes", "Who has a stake, with an analysis.",
     "Les parties prenantes et leur analyse.", stakeholders.specs},
    {"external_projects", "projets_externes", "Projects of others in the same field.",
     "Projets d’autres acteurs dans le même domaine.", external_projects.specs},
    {"areas", "zones", "Target areas.", "Zones d’intervention.", areas.specs},
    {"key_figures", "chiffres_cles", "Key figures.", "Chiffres clés.", key_figures.specs},
};

}  // namespace

std::span<const TableSpec> partner_tables() {
  return tables;
}

}  // namespace rapporteur::schema_data
