#include "template/grid.hpp"

#include <algorithm>

namespace rapporteur::template_ {
namespace {

void gather_rows(Markup markup, pugi::xml_node parent, Nodes& rows) {
  for (const pugi::xml_node node : parent.children()) {
    const Role role = role_of(markup, node.name());
    if (role == Role::row) {
      rows.push_back(node);
    } else if (role == Role::rows) {
      gather_rows(markup, node, rows);
    }
  }
}

// Writes out "the same again, n times", which only ODF knows.
void spell_out(pugi::xml_node node, const char* attribute) {
  const int times = node.attribute(attribute).as_int(1);
  node.remove_attribute(attribute);
  for (int i = 1; i < times; ++i) {
    node.parent().insert_copy_after(node, node);
  }
}

void gather_columns(pugi::xml_node parent, Nodes& columns) {
  for (pugi::xml_node node : parent.children()) {
    const std::string_view name = node.name();
    if (name == "table:table-column" || name == "w:gridCol") {
      spell_out(node, "table:number-columns-repeated");
      columns.push_back(node);
    } else if (name.starts_with("table:table-columns") ||
               name.starts_with("table:table-header-columns") ||
               name.starts_with("table:table-column-group") || name == "w:tblGrid") {
      gather_columns(node, columns);
    }
  }
}

}  // namespace

Nodes rows_of(Markup markup, pugi::xml_node table) {
  Nodes rows;
  gather_rows(markup, table, rows);
  return rows;
}

Nodes columns_of(pugi::xml_node table) {
  Nodes columns;
  gather_columns(table, columns);
  return columns;
}

std::size_t grid_value(pugi::xml_node row, const char* name) {
  return row.child("w:trPr").child(name).attribute("w:val").as_uint();
}

std::vector<Slot> slots_of(Markup markup, pugi::xml_node row) {
  std::vector<Slot> slots;
  std::size_t column = markup == Markup::ooxml ? grid_value(row, "w:gridBefore") : 0;
  std::size_t covered_until = 0;
  for (pugi::xml_node cell = row.first_child(); cell; cell = cell.next_sibling()) {
    const Role role = role_of(markup, cell.name());
    if (role != Role::cell && role != Role::covered) {
      continue;
    }
    if (markup == Markup::ooxml) {
      const std::size_t span =
          std::max(1U, cell.child("w:tcPr").child("w:gridSpan").attribute("w:val").as_uint(1));
      slots.push_back({cell, column, span, {}});
      column += span;
      continue;
    }
    spell_out(cell, "table:number-columns-repeated");
    if (role == Role::covered && column < covered_until) {
      slots.back().covered.push_back(cell);
    } else {
      const std::size_t span =
          std::max(1U, cell.attribute("table:number-columns-spanned").as_uint(1));
      slots.push_back({cell, column, span, {}});
      covered_until = column + span;
    }
    ++column;
  }
  return slots;
}

std::optional<Group> find_group(Markup markup, const Nodes& rows, int tag) {
  for (const pugi::xml_node row : rows) {
    std::optional<Group> group;
    for (const Slot& slot : slots_of(markup, row)) {
      if (slot.cell.attribute("rap:from").as_int(-1) == tag) {
        group = {slot.start, slot.start, row};
      }
      if (group && slot.cell.attribute("rap:to").as_int(-1) == tag) {
        group->last = slot.start + slot.span - 1;
        return group;
      }
    }
  }
  return std::nullopt;
}

}  // namespace rapporteur::template_
