#include "template/columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "template/column_widths.hpp"
#include "template/grid.hpp"

namespace rapporteur::template_ {
namespace {

bool uses(const Steps& steps, const std::string& alias) {
  return !steps.empty() && (steps.front().name == alias ||
                            std::any_of(steps.begin(), steps.end(),
                                        [&](const Step& step) { return uses(step.index, alias); }));
}

bool cell_uses(pugi::xml_node cell, const std::string& alias, const std::vector<Tag>& tags) {
  return static_cast<bool>(cell.find_node([&](pugi::xml_node node) {
    return is_tag(node) && uses(tags[static_cast<std::size_t>(tag_number(node))].path, alias);
  }));
}

void set_span(Markup markup, pugi::xml_node cell, std::size_t span) {
  if (markup == Markup::odf) {
    cell.remove_attribute("table:number-columns-spanned");
    if (span > 1) {
      cell.append_attribute("table:number-columns-spanned") = static_cast<unsigned>(span);
      if (!cell.attribute("table:number-rows-spanned")) {
        cell.append_attribute("table:number-rows-spanned") = 1;
      }
    }
    return;
  }
  pugi::xml_node properties = cell.child("w:tcPr");
  if (!properties) {
    properties = cell.prepend_child("w:tcPr");
  }
  pugi::xml_node node = properties.child("w:gridSpan");
  if (!node) {  // the schema wants it behind cnfStyle and tcW
    const pugi::xml_node width = properties.child("w:tcW");
    node = width ? properties.insert_child_after("w:gridSpan", width)
                 : properties.prepend_child("w:gridSpan");
    node.append_attribute("w:val");
  }
  node.attribute("w:val") = static_cast<unsigned>(span);
}

void widen(Markup markup, Slot& slot, std::size_t group_width, std::size_t count) {
  pugi::xml_node row = slot.cell.parent();
  const std::size_t span = slot.span + group_width * count - group_width;
  if (span == 0) {
    for (const pugi::xml_node covered : slot.covered) {
      row.remove_child(covered);
    }
    row.remove_child(slot.cell);
    return;
  }
  set_span(markup, slot.cell, span);
  if (markup == Markup::odf) {
    pugi::xml_node last = slot.covered.empty() ? slot.cell : slot.covered.back();
    for (std::size_t have = slot.covered.size() + 1; have < span; ++have) {
      last = row.insert_child_after("table:covered-table-cell", last);
    }
    for (std::size_t have = slot.covered.size() + 1; have > span && !slot.covered.empty(); --have) {
      row.remove_child(slot.covered.back());
      slot.covered.pop_back();
    }
  }
}

void shift_grid(pugi::xml_node row, const char* name, std::size_t group_width, std::size_t count) {
  row.child("w:trPr").child(name).attribute("w:val") =
      static_cast<unsigned>(grid_value(row, name) + group_width * count - group_width);
}

void clone_in_row(Markup markup, pugi::xml_node row, const Group& group, bool is_above,
                  std::size_t count, const Tag& tag, int number, const std::vector<Tag>& tags) {
  Nodes prototypes;
  std::vector<Slot> slots = slots_of(markup, row);
  if (markup == Markup::ooxml && group.last < grid_value(row, "w:gridBefore")) {
    shift_grid(row, "w:gridBefore", group.width(), count);
    return;
  }
  if (markup == Markup::ooxml && !slots.empty() &&
      group.first >= slots.back().start + slots.back().span && grid_value(row, "w:gridAfter") > 0) {
    shift_grid(row, "w:gridAfter", group.width(), count);
    return;
  }
  for (Slot& slot : slots) {
    const std::size_t end = slot.start + slot.span - 1;
    if (end < group.first || slot.start > group.last) {
      continue;
    }
    const bool is_exact = slot.start == group.first && end == group.last;
    const bool is_wider = slot.start <= group.first && end >= group.last && !is_exact;
    if (is_wider || (is_exact && is_above && role_of(markup, slot.cell.name()) == Role::cell &&
                     !cell_uses(slot.cell, tag.alias, tags))) {
      widen(markup, slot, group.width(), count);
      return;
    }
    prototypes.push_back(slot.cell);
    prototypes.insert(prototypes.end(), slot.covered.begin(), slot.covered.end());
  }
  if (prototypes.empty()) {
    return;
  }
  for (std::size_t item = 0; item < count; ++item) {
    for (const pugi::xml_node prototype : prototypes) {
      pugi::xml_node clone = row.insert_copy_before(prototype, prototypes.front());
      clone.append_attribute(clone_attribute) = fmt::format("{}:{}", number, item).c_str();
    }
  }
  for (const pugi::xml_node prototype : prototypes) {
    row.remove_child(prototype);
  }
}

void clone_group(Markup markup, pugi::xml_node table, const ColumnCount& cols,
                 const std::vector<Tag>& tags) {
  const Nodes rows = rows_of(markup, table);
  const std::optional<Group> group = find_group(markup, rows, cols.tag);
  if (!group) {
    return;
  }
  bool is_above = true;
  for (pugi::xml_node row : rows) {
    is_above = is_above && row != group->row;
    clone_in_row(markup, row, *group, is_above, cols.count,
                 tags[static_cast<std::size_t>(cols.tag)], cols.tag, tags);
    if (markup == Markup::ooxml && !row.child("w:tc")) {
      row.parent().remove_child(row);  // a row without cells is no row to Word
    }
  }
  const Nodes columns = columns_of(table);
  if (group->last >= columns.size()) {
    return;  // fewer columns declared than used: the widths are the office's to find
  }
  pugi::xml_node before = columns[group->first];
  for (std::size_t item = 0; item < cols.count; ++item) {
    for (std::size_t column = group->first; column <= group->last; ++column) {
      pugi::xml_node clone = before.parent().insert_copy_before(columns[column], before);
      clone.append_attribute(clone_attribute) = true;
    }
  }
  for (std::size_t column = group->first; column <= group->last; ++column) {
    columns[column].parent().remove_child(columns[column]);
  }
}

}  // namespace

std::vector<int> column_groups(Markup markup, pugi::xml_node table) {
  std::vector<int> groups;
  const Nodes rows = rows_of(markup, table);
  for (const pugi::xml_node row : rows) {
    for (const pugi::xml_node cell : row.children()) {
      if (const pugi::xml_attribute from = cell.attribute("rap:from")) {
        groups.push_back(from.as_int());
      }
    }
  }
  return groups;
}

bool columns_fit(Markup markup, pugi::xml_node table, int tag) {
  const Nodes rows = rows_of(markup, table);
  const std::optional<Group> group = find_group(markup, rows, tag);
  if (!group) {
    return true;
  }
  for (const int other_tag : column_groups(markup, table)) {
    const std::optional<Group> other = find_group(markup, rows, other_tag);
    if (other_tag != tag && other && other->first <= group->last && group->first <= other->last) {
      return false;
    }
  }
  for (const pugi::xml_node row : rows) {
    for (const Slot& slot : slots_of(markup, row)) {
      const std::size_t end = slot.start + slot.span - 1;
      const bool is_apart = end < group->first || slot.start > group->last;
      const bool is_inside = slot.start >= group->first && end <= group->last;
      const bool is_around = slot.start <= group->first && end >= group->last;
      if (!is_apart && !is_inside && !is_around) {
        return false;
      }
    }
  }
  return true;
}

void clone_columns(Markup markup, pugi::xml_node table, const std::vector<ColumnCount>& groups,
                   const std::vector<Tag>& tags, pugi::xml_node styles, NewStyles& new_styles) {
  const double total = table_width(markup, table, styles);
  for (const ColumnCount& group : groups) {
    clone_group(markup, table, group, tags);
  }
  fit_columns(markup, table, total, styles, new_styles);
}

}  // namespace rapporteur::template_
