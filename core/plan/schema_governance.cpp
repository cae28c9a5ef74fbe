// Tables of governance: bodies, people by function, meetings, monitoring.
#include "plan/schema_columns.hpp"

namespace rapporteur::schema_data {
namespace {

constexpr ColumnSpec parts[] = {
    id(),
    reference("bodies", "body", "instance", "Body that it belongs to.", "Instance dont il relève."),
    texts("title", "titre|intitule", "Title.", "Intitulé."),
    texts("role", "role|fonction", "Role or function.", "Rôle ou fonction."),
    reference("organisations", "organisation", "", "Organisation.", "Organisation."),
    date("date", "", "Date.", "Date."),
    text("frequency", "frequence|periodicite", "How often.", "Périodicité."),
    money("cost", "cout", "Cost.", "Coût."),
    order(),
};

constexpr ColumnSpec events[] = {
    id(),
    choice("kind", "nature",
           "survey=enquete|study=etude|review=revue|mid_term=mi_parcours|evaluation|audit|"
           "mission|report=rapport",
           "What it is; `review`, `mid_term` and `evaluation` judge the programme itself.",
           "Sa nature ; `revue`, `mi_parcours` et `evaluation` jugent le programme lui-même."),
    reference("bodies", "body", "instance", "Body that it belongs to.", "Instance dont il relève."),
    texts("title", "titre|intitule", "Title.", "Intitulé."),
    texts("role", "role|fonction", "What it is for, or what came of it.",
          "Ce à quoi elle sert, ou ce qui en est sorti."),
    reference("organisations", "organisation", "", "Organisation.", "Organisation."),
    date("date", "", "Date.", "Date."),
    text("frequency", "frequence|periodicite", "How often.", "Périodicité."),
    money("cost", "cout", "Cost.", "Coût."),
    order(),
};

constexpr ColumnSpec posts[] = {
    id(),
    reference("bodies", "body", "instance", "Body that it belongs to.", "Instance dont il relève."),
    texts("title", "titre|intitule", "Title.", "Intitulé."),
    texts("role", "role|fonction", "Part of the team: delivery, quality assurance …",
          "Place dans l’équipe : exécution, assurance qualité…"),
    reference("organisations", "organisation", "", "Organisation that employs.",
              "Organisation qui emploie."),
    integer("number", "nombre|effectif", "How many people hold it.", "Nombre de titulaires."),
    text("grade", "grade", "Grade.", "Grade."),
    text("contract", "contrat", "Kind of contract.", "Nature du contrat."),
    text("place", "lieu", "Duty station.", "Lieu d’affectation."),
    decimal("share", "part|quotite", "Share of the post that the plan pays, in per cent.",
            "Part du poste que le plan paie, en pour cent."),
    text("duration", "duree", "How long, as printed.", "Durée, telle qu’imprimée."),
    money("cost", "cout", "Cost.", "Coût."),
    order(),
};

constexpr TableSpec tables[] = {
    {"bodies", "instances", "Steering and technical bodies.",
     "Instances de pilotage et techniques.", parts},
    {"members", "membres", "Members of the bodies, by function.",
     "Membres des instances, par fonction.", parts},
    {"meetings", "reunions", "Meetings held or planned.", "Réunions tenues ou prévues.", parts},
    {"posts", "postes", "Posts of the team.", "Postes de l’équipe.", posts},
    {"signatures", "signatures", "Who signs, by function.", "Qui signe, par fonction.", parts},
    {"monitoring_events", "activites_de_suivi", "Surveys, evaluations, audits, missions.",
     "Enquêtes, évaluations, audits, missions.", events},
};

}  // namespace

std::span<const TableSpec> governance_tables() {
  return tables;
}

}  // namespace rapporteur::schema_data
