-- UN project document: cover and resources, strategy, results framework, multi-year work plan and
-- budget, governance, risks, annexes. This file only declares; view.lua builds the view.
local options = require "common.options"

return {
  id = "un-logframe",
  version = "1.0.0",
  api = 1,
  name = { fr = "Document de projet des Nations Unies", en = "United Nations project document" },
  languages = { "fr", "en" },
  templates = { odt = "un-logframe.odt" },
  fonts = { "Carlito" },
  tables = { "nodes" },
  options = {
    totals = options.totals,
    columns = {
      type = "choice",
      choices = { "project", "undp-rrf", "eu" },
      default = "project",
      help = {
        fr = "Colonnes du cadre des résultats : « project », celles du document de projet ; « undp-rrf », le cadre de résultats et de ressources du PNUD ; « eu », la matrice de l’Union européenne.",
        en = "Columns of the results framework: “project”, those of the project document; “undp-rrf”, the results and resources framework of UNDP; “eu”, the matrix of the European Union.",
      },
    },
    target_set = {
      type = "choice",
      choices = { "annex", "side-by-side" },
      default = "annex",
      help = {
        fr = "Autres jeux de cibles du plan : « annex », chacun dans un cadre à part, en annexe ; « side-by-side », à côté des cibles principales.",
        en = "Further target sets of the plan: “annex”, each in a framework of its own, in an annex; “side-by-side”, beside the main targets.",
      },
    },
    frameworks = {
      type = "text",
      default = "UNSDCF CPD NS",
      help = {
        fr = "Cadres que le cadre des résultats rappelle en tête : leurs identifiants (table frameworks), séparés par une espace.",
        en = "Frameworks that the results framework recalls at its head: their ids (table frameworks), parted by a space.",
      },
    },
  },
  formats = {
    amount = { words = "money decimals0", missing = "–" },
    exact = { words = "money", missing = "–" },
    target = { words = "dash" },
    cell = { words = "text", missing = "–" },
    day = { words = "date", missing = "–" },
    base_year = { words = "year", missing = "–" },
    share = { words = "percent", missing = "–" },
  },
  view = "view",
}
