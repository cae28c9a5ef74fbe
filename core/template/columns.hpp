// {{#cols list as name}}: the grid columns under the marked cells are cloned once per item, in
// every row of the table.
//
// In each row, cells that lie within these columns are cloned; a cell that covers them and more is
// widened. A cell that covers exactly these columns, stands above the row of the tag and does not
// use the name is a heading over the group: it is widened too. Without items the columns go.
// The table keeps its width: each clone is as wide as its prototype, the widest of the other
// columns gives way, down to half; then all shrink alike.
#pragma once

#include <pugixml.hpp>

#include <string>
#include <vector>

#include "template/markup.hpp"
#include "template/syntax.hpp"

namespace rapporteur::template_ {

/// The tags of the {{#cols}} groups of this table (not of tables inside it), left to right.
[[nodiscard]] std::vector<int> column_groups(Markup markup, pugi::xml_node table);

/// False when the cells of a row do not line up with the group, or groups overlap. True for a tag
/// of another table.
[[nodiscard]] bool columns_fit(Markup markup, pugi::xml_node table, int tag);

/// Column styles made for tables whose columns changed their width (ODF), as XML text.
struct NewStyles {
  std::string xml;
  int count = 0;
};

struct ColumnCount {
  int tag;
  std::size_t count;  ///< items of its list
};

/// Clones the columns of all groups of a table. `styles` is where ODF column styles are looked up.
void clone_columns(Markup markup, pugi::xml_node table, const std::vector<ColumnCount>& groups,
                   const std::vector<Tag>& tags, pugi::xml_node styles, NewStyles& new_styles);

}  // namespace rapporteur::template_
