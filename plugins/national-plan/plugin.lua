-- National plan: a ministry's action plan with all that hangs on its activities. This file only
-- declares; view.lua builds the view, one file a table beside it.
local options = require "common.options"

return {
  id = "national-plan",
  version = "1.0.0", api = 1,
  name = { fr = "Plan d’action national", en = "National action plan" },
  languages = { "fr", "en" },
  templates = { odt = "national-plan.odt" },
  fonts = { "Carlito" },
  tables = {},
  options = {
    totals = options.totals,
    currency = {
      type = "text",
      default = "",
      help = {
        fr = "Monnaie du budget par activité (ISO 4217) ; celle du plan si vide. Taux, date et source viennent de la table exchange_rates.",
        en = "Currency of the budget by activity (ISO 4217); the plan’s own when empty. Rate, date and source come from the table exchange_rates.",
      },
    },
    framework = {
      type = "choice",
      choices = { "auto", "logframe", "matrix" },
      default = "auto",
      help = {
        fr = "Tableau des résultats et activités : cadre logique par axe (« logframe »), matrice opérationnelle par pilier (« matrix ») ; « auto » : la matrice quand le chronogramme va par années, le cadre logique sinon.",
        en = "Table of results and activities: a logframe an axis (“logframe”) or an operational matrix a pillar (“matrix”); “auto”: the matrix where the chronogram goes by years, else the logframe.",
      },
    },
  },
  formats = {
    budget = { words = "money", missing = "–" },
    in_millions = { words = "money millions", missing = "–" },
    count = { words = "number", missing = "–" },
    cell = { words = "text", missing = "–" },
  },
}
