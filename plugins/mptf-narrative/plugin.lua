-- Annual narrative report to the MPTF Office, in two forms from one plan: that of the Spotlight
-- Initiative, and the Office's general one. This file only declares; view.lua builds the view.
return {
  id = "mptf-narrative",
  version = "1.0.0",
  api = 1,
  name = { fr = "Rapport narratif annuel au MPTF Office", en = "Annual narrative report to the MPTF Office" },
  languages = { "fr", "en" },
  templates = { odt = "mptf-narrative.odt" },
  fonts = { "Carlito", "Liberation Sans", "DejaVu Sans" },
  tables = { "nodes", "indicators", "values" },
  options = {
    form = {
      type = "choice",
      choices = { "spotlight", "general" },
      default = "spotlight",
      help = {
        fr = "Formulaire : « spotlight », celui de l’Initiative Spotlight, avec les annexes A à D ; « general », le rapport descriptif du MPTF Office, de 10 à 15 pages.",
        en = "Form: “spotlight”, that of the Spotlight Initiative, with annexes A to D; “general”, the narrative report of the MPTF Office, of 10 to 15 pages.",
      },
    },
  },
  -- The general form: 10 to 15 pages in all, a summary of half a page to one, which is 250 to 500 words
  -- (it begins anywhere on a page, so pages would not tell). The Spotlight form sets no limits.
  limits = {
    document = { pages = { 10, 15 }, when = { form = "general" } },
    summary = { words = { 250, 500 }, when = { form = "general" } },
  },
  formats = {
    amount = { words = "money decimals0", missing = "–" },
    exact = { words = "money decimals2", missing = "–" },
    cell = { words = "text", missing = "–" },
    value = { words = "number", missing = "–" },
    rate = { words = "percent", missing = "–" },
    share = { words = "percent decimals1", missing = "–" },
    progress = { words = "percent", missing = "–" },
    day = { words = "date", missing = "–" },
  },
  view = "view",
}
