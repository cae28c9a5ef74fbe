// A small plan that uses every key of plan.yaml and every kind of column and value.
#pragma once

#include "../load/plan_folder.hpp"

namespace rapporteur::test {

inline void write_full_plan(const PlanFolder& folder) {
  folder.write("plan.yaml", R"(rapporteur: 1
id: full
title: { fr: Un plan, en: A plan }
languages: [fr, en]
kind: Plan
country: { fr: Mali }
issuer: { fr: Ministère }
references: [Loi 1, { fr: Loi 2, en: Law 2 }]
date: 2014-03
currency: USD
period: { start: 2013-01-01, end: 2014-12-31 }
periods:
  - 2013
  - { id: 2014, label: { fr: An 2 }, start: 2014-01-01, end: 2014-12-31, parts: [H1, H2] }
  - H1
  - H2
reporting_period: 2014
levels:
  - { id: axis, label: { fr: Axe, en: Axis }, numbering: I }
  - { id: activity, label: { fr: Activité, en: Activity } }
scales:
  - id: policy
    steps: [{ digit: 0, label: { fr: aucun } }, { digit: 2, label: { fr: adopté } }]
numbers: { group: [space, "."], decimal: "," }
dates: dmy
missing: { N/A: not_applicable, "/": no_data, À venir: pending }
results:
  - { file: undp.csv, agency: UNDP, period: 2013, numbers: { group: ",", decimal: "." } }
formats: { national-budget: { totals: computed } }
severity: { sum-row: warning }
accepted:
  - { rule: sum-row, row: l1, column: total, values: ["1 234,50", "0"], reason: Publié ainsi }
)");
  folder.write("tables/Nœuds.csv",
               "id;niveau;parent;titre.fr;title.en;when.2013;when.2014;partners;gender_dedicated\n"
               "A;axis;;Premier « axe »;First axis;x;;;oui\n"
               "A1;activity;A;\"Une activité ; \"\"suite\"\"\";;;x;\"undp ; MPFEF\";non\n");
  folder.write("tables/organisations.csv",
               "id;name.fr;short.fr;aliases;kind\n"
               "undp;PNUD;PNUD;\"Nations unies ; ONU\";agence\n"
               "mpfef;Ministère;MPFEF;;ministère\n");
  folder.write("tables/budget_lines.csv",
               "id;node;période;montant;total;agency;kind\n"
               "l1;A1;2013;1.234,50;1 234,50;PNUD;montant\n"
               "l2;A1;2013;N/A;;;PM\n"
               "l1;A1;2014;0,10;;;\n");
  folder.write("tables/contributions.csv",
               "id;donor;amount;amount.2013;status\nc1;ONU;10;5,25;promis\n");
  folder.write("tables/exchange_rates.csv", "from;to;rate;date\nUSD;XOF;601,0500;31/03/2014\n");
  folder.write("tables/beneficiaries.csv", "id;direct;indirect\nb1;9 007 199 254 740 993;/\n");
  folder.write("tables/indicators.csv",
               "id;node;code;title.fr;type;scale\n"
               "i1;A1;1.1;Part;pourcentage;\n"
               "i2;A1;1.2;Politique;échelle;policy\n"
               "i3;A1;1.3;Structure;oui_non;\n"
               "i4;A1;1.4;Nombre;nombre;\n"
               "i5;A1;1.5;Étapes;liste_de_controle;\n"
               "i6;A1;1.6;Formés;composite;\n"
               "i7;A1;1.7;Texte;texte;\n");
  folder.write(
      "tables/series.csv",
      "id;indicator;label.fr;sex;type\ns1;i4;Femmes;femme;\ns2;i4;Hommes;homme;pourcentage\n");
  folder.write("tables/values.csv",
               "indicateur;série;nature;période;valeur;manquant;échéance;qualificatif;note.fr\n"
               "1.1;;reference;2013;≥ 78,97 % par cercle;;;;\n"
               "i1;;cible;2014;+5 %;;;;Relative\n"
               "i2;;realise;2014;2 – adopté;;;;\n"
               "i2;;reference;2013;0 – autre chose;;;;\n"
               "i3;;realise;2014;Oui;;;;\n"
               ";s1;realise;2014;1.234;;;au moins;\n"
               ";s2;realise;2014;;en_attente;2015-06;;\n"
               ";s2;cible;2014;+12,5 %;;;;\n"
               "i5;;cible;2014;\"loi ; décret\";;;;\n"
               "i6;;cible;2014;\"formés: 1 200; part: 45 %\";;;;\n"
               "i7;;jalon;2014;Plan adopté;;;;\n"
               "i4;;jalon;2014;12;;;;\n"
               "i4;;cible;2014;N/A;;;;\n");
  folder.write("results/undp.csv", "code;series;kind;value\n1.4;Femmes;actual;1,234.5\n");
  folder.write("tables/faits.csv", "nom;valeur;unité.fr\nwomen;1 746 dont 40 %;femmes\n");
  folder.write("tables/risks.csv", "id;title.fr;likelihood;impact\nr1;Conflit;4;N/A\n");
  folder.write("narrative/intro.fr.md", "## Début\r\n\r\n{{fact.women}} « femmes ».\n");
}

}  // namespace rapporteur::test
