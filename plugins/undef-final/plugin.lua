-- Final narrative report to the United Nations Democracy Fund (UNDEF). This file only declares; view.lua builds the view.
return {
  id = "undef-final",
  version = "1.0.0",
  api = 1,
  name = { fr = "Rapport narratif final à l’UNDEF", en = "Final narrative report to UNDEF" },
  languages = { "fr", "en" }, -- the Fund takes no other
  templates = { odt = "undef-final.odt" },
  fonts = { "Carlito", "Liberation Sans", "DejaVu Sans" },
  tables = { "nodes", "indicators" },
  options = {
    report = { type = "choice", choices = { "final", "midterm" }, default = "final",
      help = { fr = "Nature du rapport : « final », ou « midterm », à mi-parcours.", en = "Kind of report: “final” or “midterm”." } },
    scope = { type = "choice", choices = { "local", "regional", "global" }, default = "local",
      help = { fr = "Étendue du projet : « local », un pays ou une partie ; « regional » ; « global », mondial.", en = "Reach of the project: “local”, a country or part of one; “regional”; “global”." } },
    extension = { type = "choice", choices = { "open", "yes", "no" }, default = "open",
      help = { fr = "Prolongation du projet : « yes », oui ; « no », non ; « open » laisse les deux cases vides.", en = "Extension of the project: “yes” or “no”; “open” leaves both boxes empty." } },
    fund = { type = "text", default = "",
      help = { fr = "Fonds de la table contributions qui est la subvention ; les autres sont du cofinancement. Vide : tous.", en = "Fund of the table contributions that is the grant; the others are co-financing. Empty: all of them." } },
    received = { type = "text", default = "",
      help = { fr = "Fonds reçus, dans la monnaie du plan : « 120000 » ou « 120000.50 ». Vide : le rapport le signale.", en = "Funds received, in the plan’s currency: “120000” or “120000.50”. Empty: the report shows that it is missing." } },
  },
  limits = { report = { pages = 15 } }, -- without annexes: the template marks its title, below which sections 1 to 11 stand
  formats = {
    amount = { words = "money" }, -- no mark of their own: what is missing shows
    exact = { words = "money", missing = "–" },
    rate = { words = "percent" },
    share = { words = "percent decimals1", missing = "–" },
    progress = { words = "percent", missing = "–" },
    difference = { words = "number signed", missing = "–" },
    points = { words = "percent signed", missing = "–" },
    cell = { words = "text", missing = "–" },
  },
  view = "view",
}
