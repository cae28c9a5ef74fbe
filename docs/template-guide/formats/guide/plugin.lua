-- The format whose pages docs/template-guide.en.md shows: each page one thing that a template can do.
return {
  id = "guide",
  version = "1.0.0",
  api = 1,
  name = { en = "Pages of the template guide", fr = "Pages du guide des modèles" },
  languages = { "en", "fr" },
  templates = { docx = "guide.docx" },
  fonts = { "Carlito" },
  tables = { "nodes" },
  view = "view",
}
