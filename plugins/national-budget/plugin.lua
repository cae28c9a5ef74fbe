-- National budget: the budget of a national action plan by axis, activity and year, with the shares
-- of the axes. This file only declares; view.lua builds the view.
local options = require "common.options"

return {
  id = "national-budget",
  version = "1.0.0",
  api = 1,
  name = { fr = "Budget d’un plan d’action national", en = "Budget of a national action plan" },
  languages = { "fr", "en" },
  templates = { odt = "national-budget.odt", docx = "national-budget.docx" },
  fonts = { "Carlito" },
  tables = { "nodes", "budget_lines" },
  options = {
    totals = options.totals,
    currency = {
      type = "text",
      default = "",
      help = {
        fr = "Monnaie imprimée (ISO 4217) ; celle du plan si vide. Les montants sont convertis au taux de la table exchange_rates, ligne par ligne, et une note dit le taux, sa date et sa source.",
        en = "Currency printed (ISO 4217); the plan’s own when empty. Amounts are converted at the rate of the table exchange_rates, line by line, and a note tells the rate, its date and its source.",
      },
    },
  },
  formats = {
    budget = { words = "money", missing = "–" },
    share = { words = "percent decimals1", missing = "–" },
  },
  view = "view",
}
