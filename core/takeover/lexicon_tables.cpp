// Columns of the tables that donors' forms have.
#include "takeover/lexicon.hpp"

namespace rapporteur::takeover {
namespace {

constexpr ColumnEntry indicators[] = {
    {"code", "code|no|number|n°|numéro|ref|indicator number|número|index"},
    {"title",
     "indicator|indicators|performance indicator|performance indicators|indicator description|"
     "objectively verifiable indicator|objectively verifiable indicators|iov|ovi|output indicator|"
     "outcome indicator|output indicators|indicateur|indicateurs|indicateur de performance|"
     "indicateurs objectivement vérifiables|libellé de "
     "l’indicateur|indicador|indicadores|indicator "
     "title|indicateurs de performance"},
    {"result",
     "result|results|results chain|expected result|expected results|outcome|outcomes|output|"
     "outputs|expected outputs|expected outcomes|objective|objectives|intervention logic|résultat|"
     "résultats|résultat attendu|résultats attendus|chaîne de résultats|effet|effets|produit|"
     "produits|objectif|objectifs|logique d’intervention|resultado|resultados|resultados "
     "esperados|outcome statement|output statement|description of results|logique de "
     "l’intervention|cadena de resultados"},
    {"level", "level|niveau|nivel|result level"},
    {"baseline",
     "baseline|baseline value|base line|indicator baseline|reference value|baseline data|valeur de "
     "référence|référence|situation de référence|base de référence|données de base|ligne de base|"
     "valeur initiale|línea de base|baseline value and reference year|valeur de référence et "
     "année"},
    {"baseline_year",
     "baseline year|year of baseline|reference year|baseline date|année de référence|année de "
     "base|date de référence|año de referencia"},
    {"target",
     "target|targets|final target|end of project target|end target|overall target|indicator "
     "target|planned target|target value|planned|cible|cibles|cible finale|valeur cible|objectif "
     "cible|cible de fin de projet|cible prévue|meta|metas|end-of-project indicator target|target "
     "value and reference year|valeur cible et année|planned value|prévu"},
    {"milestone",
     "milestone|milestones|interim target|annual target|indicator milestone|milestone target|jalon|"
     "jalons|cible intermédiaire|cible annuelle|hito|target for the period|cible de la période|"
     "indicator milestones"},
    {"actual",
     "actual|actuals|achieved|result achieved|results achieved|actual value|current value|current|"
     "progress to date|indicator progress|current indicator progress|achievement|cumulative "
     "result|achieved to date|status|réalisé|réalisation|réalisations|valeur atteinte|valeur "
     "actuelle|résultat atteint|atteint|progrès|état actuel|situation actuelle|logrado|valor "
     "actual|current indicator value|résultat obtenu|progrès actuel de l’indicateur"},
    {"progress",
     "progress in %|% achieved|achievement rate|percent achieved|rate of achievement|taux de "
     "réalisation|% atteint|% de réalisation|taux d’atteinte|progress rate"},
    {"source",
     "source|sources|means of verification|source of verification|sources of verification|sources "
     "and means of verification|source and mean of verification|data source|mov|moyen de "
     "vérification|moyens de vérification|source de vérification|sources de vérification|sources "
     "et moyens de vérification|source de données|sources des données|medios de verificación|"
     "fuentes de verificación|moyens de vérifications"},
    {"method",
     "method|data collection method|collection method|methodology|méthode|méthode de "
     "collecte|méthode de calcul|método|data collection methods and risks"},
    {"frequency", "frequency|frequency of data collection|fréquence|périodicité|frecuencia"},
    {"responsible",
     "responsible|responsible party|responsibility|responsable|responsabilité|"
     "responsible for collection"},
    {"unit", "unit|unit of measure|unité|unité de mesure|unidad"},
    {"disaggregation", "disaggregation|désagrégation|ventilation|desagregación"},
    {"note",
     "comments|comment|remarks|reasons for variance|explanation|explanation of variance|variance "
     "explanation|reasons for variance or delay|reasons for variance with planned target|note|"
     "commentaires|commentaire|observations|observation|remarques|explication des écarts|raisons "
     "de l’écart|écarts|justification|comentarios|observaciones|raisons du retard ou de "
     "changement|reasons for variance delay if any"},
    {"assumptions",
     "assumptions|assumption|assumptions and risks|hypothèses|hypothèse|hypothèses et "
     "risques|supuestos|hipótesis|risks and assumptions"},
};

constexpr ColumnEntry activities[] = {
    {"code", "code|no|number|n°|numéro|activity number|ref|número"},
    {"title",
     "activity|activities|planned activities|planned activity|activity title|key activities|"
     "description of activity|activity description|main activities|action|actions|activité|"
     "activités|activités prévues|activités planifiées|intitulé de l’activité|activités "
     "principales|description de l’activité|actividad|actividades|activities planned"},
    {"result",
     "result|results|output|outputs|outcome|expected result|expected output|résultat|résultats|"
     "produit|produits|effet|résultat attendu|resultado|producto"},
    {"description",
     "description|details|détails|descripción|description of progress|progress "
     "made|progrès réalisés|results of the activity"},
    {"responsible",
     "organisme responsable|organisation responsable|responsible "
     "organisation|responsible|responsible party|responsible parties|responsible "
     "person|implementing "
     "agency|lead|"
     "responsibility|agency|entity responsible|responsable|responsables|structure responsable|"
     "agence responsable|entité responsable|chef de file|implementing partner|partenaire "
     "d’exécution|entidad responsable|implementing body"},
    {"partners", "partner|partners|other partners|partenaire|partenaires|socios"},
    {"places", "location|locations|place|site|lieu|lieux|localité|zone|lugar"},
    {"period",
     "period|timeframe|time frame|timeline|schedule|when|timing|calendar|période|"
     "calendrier|échéance|délai|chronogramme|cronograma|fecha|planned date|date prévue"},
    {"actions", "sub-activities|sub activities|sous-activités|tasks|tâches|actions"},
    {"total",
     "total|budget|amount|cost|planned budget|total cost|total budget|planned amount|"
     "montant|coût|coût total|budget prévu|budget total|monto|presupuesto|amount in usd|"
     "budget in usd|montant en fcfa",
     true},
    {"spent",
     "spent|expenditure|actual expenditure|expenses|actual cost|dépenses|dépensé|exécuté|gastos",
     true},
    {"balance", "balance|solde|saldo", true},
    {"note",
     "comments|remarks|note|commentaires|observations|remarques|status|statut|état|"
     "avancement|état d’avancement|progress|progrès"},
};

constexpr ColumnEntry budget[] = {
    {"code", "code|no|line|n°|budget line number|ligne|ref"},
    {"title",
     "budget line|activity description|description of activity|description de "
     "l’activité|description|item|cost item|description of costs|heading|"
     "budget heading|budget item|line item|poste|poste budgétaire|ligne budgétaire|libellé|"
     "désignation|rubrique|rubriques|intitulé|activity|activité|activités|partida|"
     "rubro|budget category|expense category|description of expenditure|nature de la dépense"},
    {"result", "result|output|outcome|résultat|produit|effet|axe"},
    {"category",
     "category|categories|undg category|cost category|catégorie|catégories|catégorie de "
     "dépense|categoría"},
    {"agency", "agency|organisation|agence|entité|agencia"},
    {"partner", "partner|implementing partner|partenaire|socio"},
    {"source", "source|source of funds|funding source|source de financement|fuente"},
    {"total",
     "total|authorised amount|authorized amount|montant autorisé|budget|amount|total cost|approved "
     "budget|total budget|total amount|planned|"
     "budgeted|budget approved|total costs|total in usd|montant|montant total|coût total|"
     "budget total|budget approuvé|budget prévu|prévu|monto|presupuesto|costo total|cost|"
     "coût|amount budgeted|total eur|cost in eur|all years|toutes les années|revised "
     "budget",
     true},
    {"spent",
     "spent|expenditure|expenditures|actual|actual expenditure|expenditure to date|expenses "
     "incurred|cumulative expenditure|dépenses|dépensé|dépenses réalisées|exécuté|réalisé|"
     "dépenses à ce jour|gastos|ejecutado|amount spent|montant dépensé|actual cost",
     true},
    {"balance", "balance|remaining|variance|difference|solde|reste|écart|disponible|saldo", true},
    {"rate",
     "rate|delivery|delivery rate|execution|exécution|taux|taux d’exécution|execution rate|% "
     "spent|tasa|% of "
     "budget|implementation rate"},
    {"note",
     "comments|remarks|note|justification|commentaires|observations|explanation|comentarios"},
};

constexpr ColumnEntry risks[] = {
    {"code", "code|no|n°|number|#"},
    {"title",
     "risk|risks|risk description|description of risk|identified risk|description|risque|"
     "risques|description du risque|risque identifié|riesgo|riesgos|event|potential risk"},
    {"category", "category|type|risk category|type of risk|catégorie|nature|categoría"},
    {"likelihood",
     "likelihood|probability|likelihood of occurrence|occurrence|probabilité|"
     "vraisemblance|probabilidad|probability of occurrence|likelihood rating"},
    {"impact",
     "impact|severity|severity of impact|consequence|impact rating|gravité|conséquence|"
     "effet|gravedad|impacto"},
    {"mitigation",
     "mitigation|mitigation measures|mitigation strategy|mitigating measures|response|"
     "risk response|countermeasures|measures|management response|treatment|mesures "
     "d’atténuation|atténuation|mesures de mitigation|mesures|mesures prises|réponse|"
     "stratégie d’atténuation|medidas de mitigación|mitigación|mitigating action"},
    {"owner",
     "owner|risk owner|responsible|responsible person|responsable|propriétaire|"
     "propietario|lead"},
    {"frequency", "frequency|monitoring frequency|fréquence|périodicité"},
    {"source", "source|sources|data source|source de suivi"},
    {"date", "date|date identified|date d’identification|fecha"},
    {"status",
     "status|risk status|statut|état|evolution|évolution|estado|trend|tendance|risk "
     "level|niveau de risque|update"},
};

constexpr ColumnEntry contributions[] = {
    {"title", "project|output|projet|produit|title|intitulé"},
    {"donor",
     "donor|donors|contributor|source|funding source|source of funds|contributing "
     "organisation|bailleur|bailleurs|contributeur|source de financement|donateur|"
     "donante|financier|partenaire financier"},
    {"fund", "fund|facility|fonds|guichet|fondo|type of funding"},
    {"reference", "reference|agreement|référence|convention"},
    {"agency",
     "agency|recipient|recipient organisation|recipient organization|organisation "
     "récipiendaire|agence|récipiendaire|bénéficiaire"},
    {"amount",
     "amount|amount in usd|montant en usd|contribution|amount "
     "received|total|commitment|montant|contribution totale|"
     "montant reçu|apport|monto|in usd|co-financing|cofinancement|deposits",
     true},
    {"status", "status|statut|état|estado"},
    {"note", "comments|remarks|note|commentaires|observations"},
};

constexpr ColumnEntry partners[] = {
    {"organisation",
     "partner|partners|partner name|organisation|organization|name|implementing "
     "partner|institution|entity|partenaire|partenaires|nom du partenaire|nom|"
     "structure|entité|socio|organización|stakeholder"},
    {"group", "group|category|groupe|catégorie"},
    {"type",
     "type|type of organisation|type of partner|nature|statut juridique|type "
     "d’organisation|tipo|legal status"},
    {"role",
     "role|function|contribution|responsibility|role in project|role and responsibilities|"
     "rôle|fonction|apport|responsabilités|función|rôle dans le projet|type of "
     "involvement"},
    {"places", "location|place|area|lieu|zone|localité|lugar"},
    {"since", "since|partner since|depuis"},
    {"project", "project|projet|activities|activités"},
};

constexpr ColumnEntry beneficiaries[] = {
    {"group",
     "group|target group|beneficiary group|category|beneficiaries|type of beneficiaries|"
     "groupe|groupe cible|catégorie|bénéficiaires|type de bénéficiaires|grupo"},
    {"sex", "sex|gender|sexe|sexo"},
    {"age", "age|age group|âge|tranche d’âge|edad"},
    {"period", "period|période"},
    {"direct",
     "direct|number|direct beneficiaries|total|reached|number reached|directs|nombre|"
     "bénéficiaires directs|atteints|directos|number of people"},
    {"indirect", "indirect|indirect beneficiaries|indirects|bénéficiaires indirects|indirectos"},
    {"note", "comments|remarks|note|commentaires|observations"},
};

constexpr ColumnEntry lessons[] = {
    {"group", "theme|area|category|thème|domaine|catégorie|tema"},
    {"title",
     "lesson|lessons learned|lesson learned|lessons|leçon|leçons apprises|enseignement|"
     "enseignements|lección|good practice|bonne pratique"},
    {"text", "description|explanation|details|détails|explication"},
    {"response",
     "recommendation|recommendations|action taken|use made|recommandation|"
     "recommandations|suite donnée|utilisation|recomendación"},
};

constexpr ColumnEntry challenges[] = {
    {"group", "theme|area|category|thème|domaine|catégorie"},
    {"title",
     "challenge|challenges|problem|difficulty|difficulties|constraint|issue|défi|défis|"
     "difficulté|difficultés|difficultés rencontrées|contrainte|problème|desafío|"
     "dificultad|obstacle"},
    {"text", "description|details|cause|effet|effect|détails"},
    {"response",
     "response|action taken|solution|solutions|measures taken|measure|réponse|mesures "
     "prises|solution apportée|solutions apportées|mesure corrective|corrective "
     "action|medida"},
};

constexpr ColumnEntry acronyms[] = {
    {"short", "acronym|abbreviation|sigle|acronyme|abréviation|sigla"},
    {"meaning", "meaning|full form|definition|signification|définition|significado|full name"},
};

constexpr ColumnEntry monitoring[] = {
    {"title",
     "monitoring activity|m&e activity|evaluation|survey|study|activité de suivi|"
     "activité de suivi-évaluation|étude|enquête|monitoring event"},
    {"role", "purpose|objet|but"},
    {"organisation", "responsible|partner|joint with|responsable|partenaire"},
    {"date", "date|timing|when|échéance|période"},
    {"frequency", "frequency|fréquence|périodicité"},
    {"cost", "cost|budget|amount|coût|montant", true},
};

constexpr TableEntry tables[] = {
    {"indicators", "rows.indicators(plan)",
     "logframe|logical framework|results framework|indicator|cadre logique|cadre de résultats|"
     "indicateurs|marco lógico|results matrix|matrice de résultats",
     indicators, 't'},
    {"activities", "rows.activities(plan)",
     "work plan|workplan|activities|plan de travail|activités|chronogramme|plan de trabajo|"
     "action plan|plan d’action",
     activities, 'p'},
    {"budget", "registers.budget(plan)",
     "budget|financial report|expenditure|costs|finances|rapport financier|dépenses|coûts|"
     "presupuesto|financial",
     budget, 'p'},
    {"risks", "registers.risks(plan)", "risk|risque|riesgo", risks},
    {"contributions", "registers.contributions(plan)",
     "contributions|funding|co-financing|financement|cofinancement|resources|ressources|donors|"
     "bailleurs",
     contributions},
    {"partners", "registers.partners(plan)", "partners|partenaires|socios|stakeholders", partners},
    {"beneficiaries", "registers.beneficiaries(plan)",
     "beneficiaries|bénéficiaires|people reached|beneficiarios|target groups", beneficiaries},
    {"lessons", "registers.texts(plan, \"lessons\")", "lessons|leçons|enseignements|lecciones",
     lessons},
    {"challenges", "registers.texts(plan, \"challenges\")",
     "challenges|difficulties|difficultés|défis|problems", challenges},
    {"acronyms", "registers.acronyms(plan)", "acronyms|abbreviations|sigles|acronymes", acronyms},
    {"monitoring", "registers.parts(plan, \"monitoring_events\")",
     "monitoring|evaluation|suivi|évaluation", monitoring},
};

}  // namespace

std::span<const TableEntry> table_entries() {
  return tables;
}

}  // namespace rapporteur::takeover
