// Looks of tables: what a designer draws once, as a table whose first cell begins with
// {{look NAME}} and whose cells each hold {{cell KIND CLASS}}. A table value put into that look
// takes each cell's borders, shading and padding, its paragraph style and its letters.
#pragma once

#include <pugixml.hpp>

#include <map>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "template/markup.hpp"

namespace rapporteur::template_ {

/// The letters of a paragraph style.
struct Letters {
  double points = 12;  ///< what an office takes where nothing is said
  bool strong = false;
  double width = 1;  ///< against Carlito's letters, by which texts are measured
};

/// How one cell is drawn.
struct CellLook {
  std::string cell;   ///< ODF: attributes of the cell; OOXML: its properties, behind the spans
  std::string style;  ///< ODF: of the paragraph
  /// Around the text of one paragraph, from its element inwards; in OOXML without the run.
  std::string open;
  std::string close;
  std::string item_open;  ///< ODF: around each paragraph that is drawn as the item of a list
  std::string item_close;
  std::string list_open;  ///< around all of them
  std::string list_close;
  std::string run;  ///< OOXML: looks of the run
  Letters letters;
};

struct TableLook {
  std::string style;      ///< ODF: of the table
  std::string settings;   ///< OOXML: w:tblPr without its width
  double width = 16;      ///< cm, as drawn
  double padding = 0.34;  ///< cm: both sides of a cell, and some air
  std::map<std::string, std::map<std::string, CellLook, std::less<>>, std::less<>> cells;
  std::map<std::string, std::string, std::less<>> rows;  ///< kind → row style, or row properties

  /// The cell of this kind of row and class, or the nearest that is drawn: "band2" looks as "band",
  /// "total" as "subtotal", all as "body"; a class that is not drawn looks as "text".
  [[nodiscard]] const CellLook& cell_of(std::string_view kind, std::string_view cell_class) const;
  /// The same for the row.
  [[nodiscard]] std::string_view row_of(std::string_view kind) const;
};

struct Document;

/// Finds the looks of a part, and takes their tables out of it. Faults: template-look-place,
/// template-look-cell.
void read_looks(Document& document, pugi::xml_document& part, Diagnostics& diagnostics);

}  // namespace rapporteur::template_
