// A form as it is read: stories of paragraphs and tables, each with its element in the document.
#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "takeover/looks.hpp"

namespace rapporteur::takeover {

struct Grid;

struct Block {
  pugi::xml_node node;
  std::string text;  ///< as printed, with marks; tabs as "\t"
  Look look;
  bool is_empty = false;        ///< prints nothing: neither text nor picture
  bool is_fixed = false;        ///< bears a section, a page break, a drawing: it stays
  std::shared_ptr<Grid> table;  ///< of a table; else null
};

struct Cell {
  pugi::xml_node node;
  std::size_t column = 0;  ///< of the grid, from 0
  std::size_t span = 1;
  bool is_covered = false;  ///< goes on from the row above
  bool is_shaded = false;
  std::vector<Block> blocks;
  std::string text;  ///< of all paragraphs, joined by blanks
  [[nodiscard]] bool is_blank() const;
};

struct Row {
  pugi::xml_node node;
  std::vector<Cell> cells;
  [[nodiscard]] const Cell* at(std::size_t column) const;  ///< the cell over this grid column
};

struct Grid {
  pugi::xml_node node;
  int number = 0;  ///< in its part, from 1, in reading order
  std::vector<Row> rows;
};

/// A text of its own: the body, a header, a text box, a note.
struct Story {
  std::string place;  ///< "body", "header", "footer", "text box", "footnote"
  std::vector<Block> blocks;
};

/// The stories of a part. `place` is that of its root: "body", "header" …
[[nodiscard]] std::vector<Story> read_outline(template_::Markup markup, pugi::xml_node root,
                                              const std::string& place, const Looks& looks);

/// Text of a paragraph as the form prints it, with "\t" for tabs and "\n" for line breaks; edit.hpp
/// counts in it. U+FFFC stands for what is no text.
[[nodiscard]] std::string paragraph_text(template_::Markup markup, pugi::xml_node paragraph);

}  // namespace rapporteur::takeover
