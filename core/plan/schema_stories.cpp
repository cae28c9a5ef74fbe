// Tables of prose: what was achieved, learnt, told and shown.
#include "plan/schema_columns.hpp"

namespace rapporteur::schema_data {
namespace {

constexpr ColumnSpec ordered_texts[] = {
    id(),
    order(),
    texts("title", "titre|intitule", "Title.", "Intitulé."),
    texts("text", "texte", "Text.", "Texte."),
    node(),
};

constexpr ColumnSpec funding_opportunities[] = {
    id(),
    order(),
    reference("organisations", "donor", "bailleur|donateur", "Who offers the funds.",
              "Qui offre les fonds."),
    texts("title", "titre|intitule", "Title.", "Intitulé."),
    texts("text", "texte", "Text.", "Texte."),
    node(),
};

constexpr ColumnSpec frameworks[] = {
    id(),
    order(),
    code("code", "numero", "Code that is printed.", "Code imprimé."),
    reference("frameworks", "parent", "rattache_a", "Framework that it is a part of.",
              "Cadre dont il est une partie."),
    texts("title", "titre|intitule", "Title.", "Intitulé."),
    texts("text", "texte", "Text.", "Texte."),
    node(),
};

constexpr ColumnSpec claims[] = {
    id(),
    node(),
    text("theme", "theme", "Theme, when it belongs to no node.",
         "Thème, si elle ne relève d’aucun nœud."),
    order(),
    required(texts("claim", "affirmation|resultat", "The result in one sentence.",
                   "Le résultat en une phrase.")),
    texts("evidence", "preuve|preuves", "What supports it.", "Ce qui l’étaye."),
    texts("note", "note|observation", "Footnote to it.", "Sa note de bas de page."),
    agency(),
    references("facts", "facts", "faits", "Facts quoted in it.", "Faits cités."),
};

constexpr ColumnSpec responses[] = {
    id(),
    order(),
    texts("group", "groupe", "Heading that it is listed under.", "Rubrique où elle figure."),
    texts("title", "titre|intitule", "What it says in a few words, printed in bold.",
          "Ce qu’elle dit en quelques mots, imprimé en gras."),
    required(texts("text", "texte", "Text.", "Texte.")),
    texts("response", "reponse|solution", "What was done or is proposed.",
          "Mesure prise ou proposée."),
    node(),
};

constexpr ColumnSpec practices[] = {
    id(),
    choice("class", "classe", "innovative=innovante|promising=prometteuse|good=bonne",
           "Innovative, promising or good.", "Innovante, prometteuse ou bonne."),
    required(texts("title", "titre|intitule", "Title.", "Intitulé.")),
    texts("summary", "resume", "Short form, for a list of practices.",
          "Forme courte, pour une liste de pratiques."),
    texts("description", "", "What is done.", "Ce qui est fait."),
    texts("objective", "objectif", "What it aims at.", "Ce qu’elle vise."),
    texts("stakeholders", "parties_prenantes", "Who takes part.", "Parties prenantes."),
    texts("innovation", "", "What makes it new.", "Ce qui la rend nouvelle."),
    texts("challenges", "defis|difficultes", "Difficulties met.", "Difficultés rencontrées."),
    texts("results", "resultats", "What came of it.", "Résultats obtenus."),
    texts("adaptable", "", "How it can be adapted.", "Comment l’adapter."),
    texts("replicable", "", "How it can be repeated elsewhere.", "Comment la reproduire ailleurs."),
    texts("sustainable", "durable", "What makes it last.", "Ce qui la rend durable."),
    texts("validated", "validee", "By whom it was validated.", "Par qui elle a été validée."),
    texts("contact_role", "fonction_du_contact", "Function of the contact, no name.",
          "Fonction du contact, sans nom."),
    agency(),
};

constexpr ColumnSpec stories[] = {
    id(),
    order(),
    texts("title", "titre|intitule", "Title.", "Intitulé."),
    required(texts("text", "texte|citation", "Text.", "Texte.")),
    texts("role", "role|fonction", "Who speaks, by role.", "Qui parle, par sa fonction."),
    text("place", "lieu", "Where.", "Où."),
    flag("consent", "consentement", "The person agreed to be quoted and shown.",
         "La personne a consenti à être citée et montrée."),
    flag("is_minor", "mineur", "The person is under age.", "La personne est mineure."),
    path("photo", "", "Picture, a file of media/.", "Image, un fichier de media/."),
};

constexpr ColumnSpec photos[] = {
    required(path("file", "fichier", "Picture, a file of media/.", "Image, un fichier de media/.")),
    texts("caption", "legende", "Caption.", "Légende."),
    texts("alt", "texte_alternatif", "What it shows, for those who do not see it.",
          "Ce qu’elle montre, pour qui ne la voit pas."),
    text("credit", "credit", "Who took it.", "Auteur."),
    date("date", "", "When.", "Date."),
    text("place", "lieu", "Where.", "Où."),
    flag("consent", "consentement", "The people shown agreed.",
         "Les personnes montrées ont consenti."),
    flag("is_minor", "mineur", "It shows someone under age.", "Elle montre une personne mineure."),
    text("slot", "emplacement", "Slot of the format that shows it.",
         "Emplacement du format qui la montre."),
};

constexpr ColumnSpec acronyms[] = {
    key("short", "sigle|acronyme", "The short form.", "Le sigle."),
    required(texts("meaning", "signification", "What it stands for.", "Sa signification.")),
    list("aliases", "autres_noms|alias", "Other spellings of it.", "Autres graphies."),
};

constexpr ColumnSpec facts[] = {
    key("name", "nom", "Name used in prose: {{fact.NAME}}.",
        "Nom employé dans les textes : {{fact.NOM}}."),
    required(value("value", "valeur", "The number, said once.", "Le nombre, dit une fois.")),
    texts("unit", "unite", "Unit.", "Unité."),
    text("source", "", "Where it comes from.", "Sa source."),
    reference("facts", "part_of", "partie_de", "Fact that it adds up to, with its other parts.",
              "Fait dont il forme la somme, avec ses autres parties."),
    reference("facts", "same_as", "meme_que", "Fact that it says again, in another place.",
              "Fait qu’il redit, à un autre endroit."),
    reference("series", "series", "serie", "Series whose actual it quotes.",
              "Série dont il cite la réalisation."),
};

constexpr TableSpec tables[] = {
    {"assumptions", "hypotheses", "What the plan takes for granted.", "Les hypothèses du plan.",
     ordered_texts},
    {"strategies", "strategies", "How the plan goes about it.", "Les stratégies du plan.",
     ordered_texts},
    {"frameworks", "cadres", "Frameworks that the plan answers to.",
     "Cadres auxquels le plan répond.", frameworks},
    {"funding_opportunities", "opportunites_de_financement", "Where further funds may come from.",
     "D’où peuvent venir d’autres fonds.", funding_opportunities},
    {"claims", "resultats_narratifs", "Results in words, each with its evidence.",
     "Résultats rédigés, chacun avec sa preuve.", claims},
    {"challenges", "defis", "Difficulties and what was done.", "Difficultés et mesures.",
     responses},
    {"lessons", "lecons", "Lessons learnt.", "Leçons apprises.", responses},
    {"opportunities", "opportunites", "New opportunities.", "Nouvelles opportunités.", responses},
    {"next_steps", "prochaines_etapes", "What comes next.", "Prochaines étapes.", responses},
    {"decisions", "decisions", "Decisions taken.", "Décisions prises.", responses},
    {"messages", "messages", "Messages spread.", "Messages diffusés.", responses},
    {"practices", "pratiques", "Innovative, promising and good practices.",
     "Pratiques innovantes, prometteuses et bonnes.", practices},
    {"stories", "recits|temoignages", "Human stories.", "Récits.", stories},
    {"quotes", "citations", "Quotations.", "Citations.", stories},
    {"photos", "photos", "Pictures with captions and consent.",
     "Images, avec légende et consentement.", photos},
    {"acronyms", "sigles|acronymes", "Acronyms and their meaning.", "Sigles et leur signification.",
     acronyms},
    {"facts", "faits", "Numbers said once and quoted in prose.",
     "Nombres dits une fois et cités dans les textes.", facts},
};

}  // namespace

std::span<const TableSpec> story_tables() {
  return tables;
}

}  // namespace rapporteur::schema_data
