-- Options that formats share, for their declarations.

local options = {}

-- Which totals are printed where the plan declares some.
options.totals = {
  type = "choice",
  choices = { "declared", "computed" },
  default = "declared",
  help = {
    fr = "Totaux imprimés : « declared », ceux que le plan déclare (à défaut, calculés) ; « computed », la somme des montants annuels. Une note signale tout écart.",
    en = "Totals printed: “declared”, those that the plan declares (computed where it declares none); “computed”, the sum of the yearly amounts. A footnote tells every difference.",
  },
}

return options
