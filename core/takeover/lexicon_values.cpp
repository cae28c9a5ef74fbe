// Labels of single values and of texts.
#include "takeover/lexicon.hpp"

namespace rapporteur::takeover {
namespace {

constexpr ValueEntry values[] = {
    {"title", "plan.title",
     "project title|programme title|program title|title of the action|action title|title|"
     "initiative title|titre du projet|intitulé du projet|titre de l’action|intitulé de l’action|"
     "titre du programme|intitulé du programme|intitulé|titre|título del proyecto|título de la "
     "acción|título|project name|name of project|name of the action|nom du projet|project or "
     "programme title|project and programme title|nombre del proyecto"},
    {"kind", "plan.kind", "type of document|document type|type de document|nature du document"},
    {"country", "plan.country",
     "country|countries|country or region|recipient country|beneficiary country|target country|"
     "target country or region|pays|pays bénéficiaire|pays d’intervention|pays ou région|région ou "
     "pays|país|países|country of implementation|pays de mise en œuvre"},
    {"issuer", "plan.issuer",
     "organisation|organization|coordinateur du contrat de subvention|coordinateur|implementing "
     "organisation|lead organisation|lead agency|applicant|"
     "lead applicant|coordinator|grantee|beneficiary organisation|recipient organisation|convening "
     "agency|convening un organization|implementing agency|submitting organisation|"
     "agence chef de file|agence d’exécution|organisation bénéficiaire|"
     "organisation chef de file|organisation responsable|organisme|demandeur|demandeur chef de "
     "file|agence récipiendaire|agence|porteur du projet|bénéficiaire de la subvention|ministère|"
     "organización|organización solicitante|entidad ejecutora|institution|institution responsable|"
     "name of the coordinator of the grant contract|beneficiary of grant contract|implementing "
     "partner organisation|requérant|agence leader|recipient un organization|agency|grant "
     "recipient|beneficiary name"},
    {"date", "plan.date",
     "date of report|report date|date of submission|submission date|date|date of the report|"
     "reporting date|date du rapport|date de soumission|date de présentation|fecha del informe|"
     "fecha|date of request|date de la demande"},
    {"start_date", "plan.start_date",
     "start date|project start date|starting date|start date of the action|date de début|date de "
     "démarrage|date de début du projet|date de démarrage du projet|début|fecha de inicio|start "
     "date of project|implementation start date|date of commencement|project start"},
    {"end_date", "plan.end_date",
     "end date|project end date|closing date|end date of the action|completion date|planned end "
     "date|date de fin|date de clôture|date de fin du projet|date d’achèvement|fin|fecha de fin|"
     "fecha de finalización|original end date|current end date|expected end date|project end"},
    {"period", "periods.span(plan)",
     "project period|implementation period|period of implementation|programme period|period|"
     "période du projet|période de mise en œuvre|période d’exécution|période|período del proyecto|"
     "período|plan period"},
    {"duration", "form.duration(plan)",
     "duration|project duration|duration of project|duration in months|project duration in "
     "months|overall duration|total duration|durée|durée du projet|durée en mois|durée totale|"
     "duración|duración del proyecto"},
    {"reporting_period", "form.reporting(plan, \"label\")",
     "reporting period|period covered|period covered by report|period covered by the report|report "
     "period|période couverte|période de rapport|période du rapport|période couverte par le "
     "rapport|période de référence|période considérée|período del informe|período cubierto|request "
     "period|year of report|reporting year|année de rapport"},
    {"reporting_start", "form.reporting(plan, \"start_date\")",
     "start of reporting period|reporting period start|début de la période de rapport"},
    {"reporting_end", "form.reporting(plan, \"end_date\")",
     "end of reporting period|reporting period end|fin de la période de rapport"},
    {"currency", "plan.currency", "currency|monnaie|devise|moneda|currency of report"},
    {"budget_total", "form.budget(plan)",
     "total budget|budget|project budget|total project budget|total amount|amount|total cost|total "
     "approved budget|approved budget|total project cost|total eligible costs|budget total|coût "
     "total|montant total|budget du projet|budget approuvé|montant|coût du projet|montant du "
     "projet|presupuesto|presupuesto total|costo total|total budget in usd|budget total en usd|"
     "programme budget|budget total du projet|amount requested|montant demandé",
     true},
    {"contribution_total", "form.contributed(plan)",
     "contribution|total contribution|donor contribution|grant amount|amount of grant|amount "
     "received|funds received|total funds received|montant de la subvention|subvention|fonds "
     "reçus|montant reçu|contribution totale|contribution du bailleur|contribución|total "
     "contributions|eu contribution|contribution de l’ue|total ressources allouées",
     true},
    {"spent_total", "form.spent(plan)",
     "expenditure|total expenditure|expenditure to date|total expenditures|amount spent|funds "
     "spent|"
     "expenses|total expenses|dépenses|total des dépenses|dépenses totales|montant "
     "dépensé|dépenses "
     "à ce jour|gastos|gasto total|cumulative expenditure",
     true},
    {"balance_total", "form.balance(plan)",
     "balance|remaining balance|unspent balance|solde|solde disponible|reliquat|saldo", true},
    {"delivery_rate", "form.delivery(plan)",
     "delivery rate|implementation rate|approximate implementation rate as percentage of total "
     "project budget|financial delivery|financial delivery rate|taux "
     "d’exécution|taux d’exécution financière|taux de décaissement|tasa de ejecución"},
    {"donors", "form.donors(plan)",
     "donor|donors|funding source|source of funding|source of funds|donor agency|funding agency|"
     "contracting authority|bailleur|bailleur de fonds|bailleurs|source de financement|donateur|"
     "financement|pouvoir adjudicateur|administration contractante|donante|donantes|fuente de "
     "financiación|fund"},
    {"partner_names", "form.partners(plan)",
     "partners|implementing partners|partner|project partners|national partners|partner "
     "organisations|co-applicants|partenaires|partenaire|partenaires de mise en œuvre|partenaires "
     "d’exécution|organisations partenaires|partenaires nationaux|socios|socios ejecutores|"
     "implementing entities|participating organizations|affiliated entities|co-demandeurs"},
    {"places", "form.places(plan)",
     "location|locations|project location|geographic location|geographical area|geographic "
     "coverage|target area|target areas|region|regions|localisation|lieu|lieux|zone "
     "d’intervention|zones d’intervention|zone géographique|couverture géographique|lieu "
     "d’exécution|région|régions|lugar|ubicación|zona de intervención|project area|area of "
     "intervention|place of implementation|lieu de mise en œuvre"},
    {"reference", "form.reference(plan)",
     "reference|project number|project id|contract number|grant number|reference number|project "
     "reference|contract reference|grant agreement number|agreement number|grant contract number|"
     "award number|référence|numéro de projet|numéro du projet|numéro de contrat|numéro du "
     "contrat|numéro de la convention|référence du projet|référence du contrat|n° du projet|n° du "
     "contrat|número de proyecto|número de contrato|referencia|contract no|project no|grant no|"
     "mptf project number|numéro de référence"},
    {"people_direct", "form.people(plan, \"direct\")",
     "direct beneficiaries|number of direct beneficiaries|people reached|total "
     "beneficiaries|number "
     "of beneficiaries|bénéficiaires directs|nombre de bénéficiaires directs|nombre de "
     "bénéficiaires|beneficiarios directos|número de beneficiarios|total direct beneficiaries"},
    {"people_indirect", "form.people(plan, \"indirect\")",
     "indirect beneficiaries|number of indirect beneficiaries|bénéficiaires indirects|nombre de "
     "bénéficiaires indirects|beneficiarios indirectos"},
    {"groups", "form.groups(plan)",
     "target group|target groups|beneficiaries|final beneficiaries|target population|groupes "
     "cibles|"
     "groupe cible|bénéficiaires|bénéficiaires finaux|population cible|grupos destinatarios|"
     "beneficiarios|target groups and final beneficiaries|groupes cibles et bénéficiaires finaux"},
    {"gender_marker", "form.fact(plan, \"gender_marker\")",
     "gender marker|project gender marker|gender equality marker|marqueur genre|marqueur de "
     "genre|marcador de género"},
    {"objectives", "form.objectives(plan)",
     "objectives|objective|overall objective|specific objectives|project objective|objectives of "
     "the action|goal|project goal|objectif|objectifs|objectif global|objectif général|objectifs "
     "spécifiques|objectifs de l’action|objetivo|objetivos|objetivo general|expected outcomes"},
};

constexpr TextEntry texts[] = {
    {"summary|executive-summary",
     "executive summary|summary|project summary|abstract|summary of the action|brief project "
     "description|project description|description|project overview|résumé|résumé exécutif|résumé "
     "analytique|synthèse|résumé du projet|résumé de l’action|description du projet|brève "
     "description du projet|description de l’action|resumen|resumen ejecutivo|overview|project "
     "background and summary|description succincte"},
    {"introduction|context|situation", "introduction|présentation|introducción"},
    {"context|situation|introduction",
     "context|background|situation analysis|context analysis|conflict analysis|problem statement|"
     "rationale|country context|contexte|analyse du contexte|analyse de situation|contexte et "
     "justification|justification|analyse du conflit|problématique|contexto|antecedentes|context "
     "and background|changes in context|évolution du contexte"},
    {"results|key-results|achievements",
     "results|key results|progress|achievements|main achievements|key achievements|results "
     "achieved|progress towards results|overall progress|assessment of results|results and "
     "activities|résultats|principaux résultats|résultats obtenus|résultats atteints|progrès|"
     "progrès accomplis|progrès vers les résultats|réalisations|principales réalisations|état "
     "d’avancement|logros|resultados|resultados alcanzados|overall project progress to date|"
     "progress summary|narrative on progress|progrès global du projet"},
    {"theory-of-change", "theory of change|théorie du changement|teoría del cambio"},
    {"challenges-intro|challenges",
     "challenges|difficulties|constraints|challenges and lessons|problems|obstacles|issues|"
     "implementation challenges|difficultés|difficultés rencontrées|défis|contraintes|obstacles "
     "rencontrés|problèmes rencontrés|dificultades|desafíos|challenges encountered|délais et "
     "difficultés|challenges and mitigation measures"},
    {"lessons-intro|lessons",
     "lessons learned|lessons learnt|lessons|best practices|lessons learned and best practices|"
     "leçons apprises|enseignements|enseignements tirés|bonnes pratiques|leçons tirées|lecciones "
     "aprendidas"},
    {"partnerships",
     "partnerships|partnership|partners and cooperation|cooperation|partners and other "
     "cooperation|partnerships and coordination|coordination|partenariats|partenariat|"
     "coopération|coordination et partenariats|partenaires et autre coopération|alianzas"},
    {"sustainability",
     "sustainability|exit strategy|sustainability and exit strategy|ownership|durabilité|"
     "pérennité|viabilité|stratégie de sortie|durabilité et stratégie de sortie|appropriation|"
     "sostenibilidad"},
    {"monitoring",
     "monitoring and evaluation|monitoring|evaluation|m&e|monitoring plan|suivi et évaluation|"
     "suivi-évaluation|suivi|évaluation|seguimiento y evaluación"},
    {"governance",
     "governance|management arrangements|project management|coordination and management|"
     "implementation arrangements|gouvernance|gestion du projet|dispositif de gestion|modalités de "
     "gestion|pilotage|gobernanza|arrangements for implementation|modalités de mise en œuvre"},
    {"communication|visibility",
     "visibility|communication|communication and visibility|communications|visibilité|visibilité "
     "et communication|communication et visibilité|visibilidad"},
    {"targeting", "targeting|target group selection|ciblage|stratégie de ciblage"},
    {"gender",
     "gender|gender equality|gender and age|cross-cutting issues|cross cutting issues|"
     "genre|égalité des sexes|égalité de genre|questions transversales|thèmes "
     "transversaux|género"},
    {"next-steps-intro|next-steps",
     "next steps|way forward|planned activities|work plan|prochaines étapes|perspectives|"
     "activités prévues|próximos pasos|work plan for next period|plan de travail"},
    {"conclusion", "conclusion|conclusions|conclusiones"},
    {"risks",
     "risk management|risks|risk analysis|gestion des risques|risques|analyse des risques|"
     "riesgos|gestión de riesgos"},
    {"implementation",
     "implementation|activities|activities carried out|implementation of "
     "activities|mise en œuvre|activités|activités menées|activités réalisées|"
     "actividades|implementation strategy|stratégie de mise en œuvre"},
    {"beneficiaries",
     "beneficiaries and target groups|description of target groups|description "
     "des bénéficiaires"},
    {"resources|funding",
     "resources|financial overview|use of funds|ressources|utilisation des "
     "fonds|aperçu financier|budget narrative|note budgétaire"},
};

}  // namespace

std::span<const ValueEntry> value_entries() {
  return values;
}

std::span<const TextEntry> text_entries() {
  return texts;
}

}  // namespace rapporteur::takeover
