#include "template/column_widths.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <vector>

#include "template/grid.hpp"

namespace rapporteur::template_ {
namespace {

struct Width {
  double now = 0;
  double before = 0;
  bool is_clone = false;
};

void fit(std::vector<Width>& widths, double total) {
  double sum = 0;
  Width* widest = nullptr;
  for (Width& width : widths) {
    sum += width.now;
    if (!width.is_clone && (widest == nullptr || width.now > widest->now)) {
      widest = &width;
    }
  }
  if (widest != nullptr) {
    const double change = std::max(total - sum, -widest->now / 2);
    widest->now += change;
    sum += change;
  }
  if (sum > 0) {
    for (Width& width : widths) {
      width.now *= total / sum;
    }
  }
}

struct Length {
  double value = 0;
  std::string unit;
};
std::optional<Length> length(const char* text) {
  char* end = nullptr;
  const double value = std::strtod(text, &end);
  return end == text || value <= 0 ? std::nullopt : std::optional(Length{value, end});
}

class ColumnWidths {
 public:
  ColumnWidths(Markup markup, pugi::xml_node styles, NewStyles& new_styles)
      : markup_(markup), styles_(styles), new_styles_(new_styles) {}

  // Nothing when a width is unknown or another unit.
  std::optional<double> get(pugi::xml_node column) {
    if (markup_ == Markup::ooxml) {
      const double width = column.attribute("w:w").as_double();
      return width > 0 ? std::optional(width) : std::nullopt;
    }
    const auto found = length(column_properties(column).attribute("style:column-width").value());
    if (!found || (!unit_.empty() && unit_ != found->unit)) {
      return std::nullopt;
    }
    unit_ = found->unit;
    return found->value;
  }

  void set(pugi::xml_node column, const Width& width) {
    if (markup_ == Markup::ooxml) {
      column.attribute("w:w") = static_cast<int>(std::lround(width.now));
      return;
    }
    if (std::abs(width.now - width.before) < 0.0005) {
      return;
    }
    const std::string name = fmt::format("rap_column{}", ++new_styles_.count);
    new_styles_.xml += fmt::format(
        "<style:style style:name=\"{}\" style:family=\"table-column\">"
        "<style:table-column-properties style:column-width=\"{:.4f}{}\"",
        name, width.now, unit_);
    if (const auto relative =
            length(column_properties(column).attribute("style:rel-column-width").value())) {
      new_styles_.xml += fmt::format(" style:rel-column-width=\"{}*\"",
                                     std::lround(relative->value * width.now / width.before));
    }
    new_styles_.xml += "/></style:style>";
    column.attribute("table:style-name") = name.c_str();
  }

 private:
  pugi::xml_node column_properties(pugi::xml_node column) const {
    return styles_
        .find_child_by_attribute("style:style", "style:name",
                                 column.attribute("table:style-name").value())
        .child("style:table-column-properties");
  }
  Markup markup_;
  pugi::xml_node styles_;
  NewStyles& new_styles_;
  std::string unit_;
};

// Word believes the cells before the grid.
void set_cell_widths(pugi::xml_node table, const std::vector<Width>& widths) {
  for (const pugi::xml_node row : rows_of(Markup::ooxml, table)) {
    for (const Slot& slot : slots_of(Markup::ooxml, row)) {
      pugi::xml_node properties = slot.cell.child("w:tcPr");
      if (!properties) {
        properties = pugi::xml_node(slot.cell).prepend_child("w:tcPr");
      }
      pugi::xml_node width = properties.child("w:tcW");
      if (!width) {
        width = properties.prepend_child("w:tcW");
      }
      double sum = 0;
      for (std::size_t i = slot.start; i < slot.start + slot.span && i < widths.size(); ++i) {
        sum += widths[i].now;
      }
      width.remove_attributes();
      width.append_attribute("w:w") = static_cast<int>(std::lround(sum));
      width.append_attribute("w:type") = "dxa";
    }
  }
}

}  // namespace

double table_width(Markup markup, pugi::xml_node table, pugi::xml_node styles) {
  NewStyles none;
  ColumnWidths access(markup, styles, none);
  double total = 0;
  for (const pugi::xml_node column : columns_of(table)) {
    total += access.get(column).value_or(0);
  }
  return total;
}

void fit_columns(Markup markup, pugi::xml_node table, double total, pugi::xml_node styles,
                 NewStyles& new_styles) {
  ColumnWidths access(markup, styles, new_styles);
  const Nodes columns = columns_of(table);
  std::vector<Width> widths;
  for (const pugi::xml_node column : columns) {
    const std::optional<double> width = access.get(column);
    if (!width) {
      return;
    }
    widths.push_back({*width, *width, static_cast<bool>(column.attribute(clone_attribute))});
  }
  fit(widths, total);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    access.set(columns[i], widths[i]);
  }
  if (markup == Markup::ooxml) {
    set_cell_widths(table, widths);
  }
}

}  // namespace rapporteur::template_
