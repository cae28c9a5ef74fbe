// Column widths of a table whose columns were cloned: the table keeps its width.
#pragma once

#include <pugixml.hpp>

#include <optional>
#include <string>

#include "template/columns.hpp"
#include "template/markup.hpp"

namespace rapporteur::template_ {

/// Sum of the declared widths, in whatever unit the table uses.
[[nodiscard]] double table_width(Markup markup, pugi::xml_node table, pugi::xml_node styles);

/// Gives every column, and in OOXML every cell, its width so that they add to `total`. Nothing
/// happens when a column declares none: then the office shares the room out.
void fit_columns(Markup markup, pugi::xml_node table, double total, pugi::xml_node styles,
                 NewStyles& new_styles);

}  // namespace rapporteur::template_
