// The guide to a plan folder, made from the schema: what a person reads beside the tables.
#include "base/text.hpp"
#include "starter/parts.hpp"

namespace rapporteur::starter {
namespace {

using View = std::string_view;

struct Words {
  View title;
  View intro_csv;
  View intro_workbook;
  View rules;
  View header;
  View required;
  View one_of;
  View by_language;
  View by_period;
  View also;
};

constexpr Words french = {
    "# Guide du plan",
    "Chaque tableau est un fichier CSV de `tables/` (UTF-8, séparateur `;`). Supprimez les "
    "fichiers "
    "dont vous n’avez pas besoin.",
    "Chaque tableau est une feuille du classeur. Supprimez les feuilles dont vous n’avez pas "
    "besoin.",
    "- `rapporteur check .` dit tout ce qui cloche, avec le fichier, la ligne et la colonne.\n"
    "- `rapporteur build .` fabrique les rapports nommés sous `formats:` dans `plan.yaml`.\n"
    "- La clé `id` est unique et ne s’imprime pas ; `code` s’imprime et peut rester vide.\n"
    "- Une colonne `titre.fr` existe une fois par langue, une colonne `amount.2026` une fois par "
    "période.\n"
    "- Plusieurs valeurs dans une cellule se séparent par `;`.\n"
    "- Ce qui manque reste vide, ou porte une mention déclarée sous `missing:` ; ce n’est jamais "
    "0.\n"
    "- Une colonne dont l’en-tête commence par `#` ou `_` est à vous : elle n’est pas lue. Une "
    "feuille ainsi nommée non plus.\n"
    "- Les noms français (feuilles et colonnes) sont compris aussi bien que les noms anglais.\n",
    "| Colonne | Ce que c’est | Nature |\n|---|---|---|\n",
    "obligatoire",
    "l’un de : ",
    "une colonne par langue",
    "une colonne par période",
    "aussi : "};

constexpr Words english = {
    "# Guide to the plan",
    "Each table is a CSV file in `tables/` (UTF-8, separator `;`). Delete the files that you do "
    "not "
    "need.",
    "Each table is a sheet of the workbook. Delete the sheets that you do not need.",
    "- `rapporteur check .` says everything that is wrong, with file, row and column.\n"
    "- `rapporteur build .` builds the reports named under `formats:` in `plan.yaml`.\n"
    "- The key `id` is unique and never printed; `code` is printed and may stay empty.\n"
    "- A column `title.en` exists once a language, a column `amount.2026` once a period.\n"
    "- Several values in one cell are separated by `;`.\n"
    "- What is missing stays empty, or bears a spelling declared under `missing:`; it is never 0.\n"
    "- A column whose header starts with `#` or `_` is your own: it is not read. Neither is a "
    "sheet "
    "of such a name.\n"
    "- French names (of sheets and columns) are understood as well as English ones.\n",
    "| Column | What it is | Kind |\n|---|---|---|\n",
    "required",
    "one of: ",
    "a column a language",
    "a column a period",
    "also: "};

std::string type_in(ColumnType type, bool is_french) {
  switch (type) {
    case ColumnType::id:
      return is_french ? "clé" : "key";
    case ColumnType::reference:
      return is_french ? "renvoi" : "reference";
    case ColumnType::references:
      return is_french ? "renvois" : "references";
    case ColumnType::code:
      return "code";
    case ColumnType::text:
      return is_french ? "texte" : "text";
    case ColumnType::integer:
      return is_french ? "nombre entier" : "whole number";
    case ColumnType::decimal:
      return is_french ? "nombre" : "number";
    case ColumnType::money:
      return is_french ? "montant" : "amount";
    case ColumnType::boolean:
      return is_french ? "oui ou non" : "yes or no";
    case ColumnType::date:
      return "date";
    case ColumnType::choice:
      return is_french ? "choix" : "choice";
    case ColumnType::list:
      return is_french ? "liste" : "list";
    case ColumnType::period:
      return is_french ? "période" : "period";
    case ColumnType::value:
      return is_french ? "valeur" : "value";
    case ColumnType::path:
      return is_french ? "fichier" : "file";
  }
  return {};
}

/// "a", "b" of "a|b", each as code.
std::string names_as_code(View names, View separator) {
  std::string text;
  for (const std::string& name : split(names, '|')) {
    text.append(text.empty() ? View() : separator).append("`").append(name).append("`");
  }
  return text;
}

class Guide {
 public:
  explicit Guide(bool is_french) : is_french_(is_french), words_(is_french ? french : english) {}

  std::string write(Tables tables) {
    text_.append(words_.title).append("\n\n");
    text_.append(tables == Tables::csv ? words_.intro_csv : words_.intro_workbook).append("\n\n");
    text_.append(words_.rules);
    for (const TableSpec& table : schema()) {
      write_table(table);
    }
    return std::move(text_);
  }

 private:
  [[nodiscard]] View language() const { return is_french_ ? "fr" : "en"; }

  void write_table(const TableSpec& table) {
    text_.append("\n## ").append(table.name).append("\n\n").append(help_in(table, language()));
    if (!table.alias.empty() && table.alias != table.name) {
      text_.append(" (").append(words_.also).append(names_as_code(table.alias, ", ")).append(")");
    }
    text_.append("\n\n").append(words_.header);
    for (const ColumnSpec& column : table.columns) {
      text_.append("| `").append(column.name).append("` | ").append(help_in(column, language()));
      text_.append(" | ").append(kind_of_column(column)).append(" |\n");
    }
  }

  [[nodiscard]] std::string kind_of_column(const ColumnSpec& column) const {
    std::string text = type_in(column.type, is_french_);
    const auto add = [&](View more) { text.append(", ").append(more); };
    if (column.type == ColumnType::choice) {
      text = words_.one_of;
      bool is_first = true;
      for (const std::string& choice : choices_in(column, language())) {
        text.append(is_first ? "`" : ", `").append(choice).append("`");
        is_first = false;
      }
    }
    if (!column.target.empty()) {
      text.append(is_french_ ? " : " : ": ").append(names_as_code(column.target, ", "));
    }
    if (column.spread != Spread::single) {
      add(column.spread == Spread::by_language ? words_.by_language : words_.by_period);
    }
    if (column.required == Required::yes) {
      add("**" + std::string(words_.required) + "**");
    }
    if (!column.aliases.empty()) {
      text.append(is_french_ ? " ; " : "; ")
          .append(words_.also)
          .append(names_as_code(column.aliases, ", "));
    }
    return text;
  }

  bool is_french_;
  const Words& words_;
  std::string text_;
};

}  // namespace

std::string guide_text(std::string_view language, Tables tables) {
  return Guide(language == "fr").write(tables);
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
    for (const View text : {table.name, View(aliases), table.help_fr, table.help_en}) {
      row.push_back({SheetCellKind::text, std::string(text)});
    }
  }
  return sheet;
}

}  // namespace rapporteur::starter
