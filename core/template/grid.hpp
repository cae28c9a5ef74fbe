// The rows of a table and the grid columns that their cells take.
#pragma once

#include <pugixml.hpp>

#include <optional>
#include <vector>

#include "template/markup.hpp"

namespace rapporteur::template_ {

using Nodes = std::vector<pugi::xml_node>;

struct Slot {
  pugi::xml_node cell;
  std::size_t start = 0;  ///< grid column, from 0
  std::size_t span = 1;
  Nodes covered;  ///< ODF: the placeholders that follow a spanning cell in its row
};

/// The grid columns between the cells that a {{#cols}} tag has marked.
struct Group {
  std::size_t first = 0;
  std::size_t last = 0;
  pugi::xml_node row;
  [[nodiscard]] std::size_t width() const { return last - first + 1; }
};

/// All rows, those in groups included, those of tables inside not.
[[nodiscard]] Nodes rows_of(Markup markup, pugi::xml_node table);

/// Cells of a row from left to right. Repeated ODF cells are spelt out first.
[[nodiscard]] std::vector<Slot> slots_of(Markup markup, pugi::xml_node row);

/// OOXML: columns that a row leaves out ("w:gridBefore", "w:gridAfter").
[[nodiscard]] std::size_t grid_value(pugi::xml_node row, const char* name);

/// Column declarations in order; repeated ODF columns are spelt out first.
[[nodiscard]] Nodes columns_of(pugi::xml_node table);

/// The group of `tag` in these rows.
[[nodiscard]] std::optional<Group> find_group(Markup markup, const Nodes& rows, int tag);

}  // namespace rapporteur::template_
