-- A format that works: the broken ones differ from it in one file.
return {
  id = "essai",
  version = "1",
  api = 0,
  name = { fr = "Rapport d’essai", en = "Trial report" },
  languages = { "fr", "en" },
  templates = { odt = "essai.odt", docx = "essai.docx" },
  formats = { budget = { words = "money currency" } },
  limits = { summary = { pages = 2 } },
}
