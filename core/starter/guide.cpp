// What a person reads beside the tables.
#include "exchange/guide.hpp"

#include "starter/parts.hpp"

namespace rapporteur::starter {

std::string guide_text(std::string_view language) {
  std::string text = exchange::plan_guide(language);
  // How the product's own copy is made is nothing to the reader of a plan.
  const std::size_t start = text.find("<!--");
  const std::size_t end = text.find("-->\n\n", start);
  if (start != std::string::npos && end != std::string::npos) {
    text.erase(start, end + 5 - start);
  }
  return text;
}

DraftSheet guide_sheet() {
  DraftSheet sheet;
  sheet.name = "_guide";
  sheet.titles = {"Guide · Guide",
                  "Une feuille par tableau ; l’en-tête est la première ligne sur fond coloré. "
                  "Supprimez les feuilles inutiles. Détails : GUIDE.fr.md.",
                  "One sheet a table; the header is the first row on a coloured ground. Delete the "
                  "sheets that you do not need. Details: GUIDE.en.md."};
  constexpr int narrow = 24;
  constexpr int wide = 62;
  sheet.columns = {{.header = "Feuille · Sheet", .width = narrow},
                   {.header = "Nom français accepté · French name", .width = narrow + narrow},
                   {.header = "Contenu", .width = wide},
                   {.header = "Content", .width = wide}};
  for (const TableSpec& table : schema()) {
    std::vector<SheetCell>& row = sheet.rows.emplace_back();
    std::string aliases(table.alias);
    if (const std::size_t bar = aliases.find('|'); bar != std::string::npos) {
      aliases.replace(bar, 1, ", ");
    }
    for (const std::string_view text :
         {table.name, std::string_view(aliases), table.help_fr, table.help_en}) {
      row.push_back({SheetCellKind::text, std::string(text)});
    }
  }
  return sheet;
}

}  // namespace rapporteur::starter
