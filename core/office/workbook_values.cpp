#include "office/workbook_values.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

namespace rapporteur::office {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// "[1]Feuil!A1": another workbook, by its number.
bool refers_out(std::string_view formula) {
  for (std::size_t at = formula.find('['); at != std::string_view::npos;
       at = formula.find('[', at + 1)) {
    std::size_t end = at + 1;
    while (end < formula.size() && is_digit(formula[end])) {
      ++end;
    }
    if (end > at + 1 && end < formula.size() && formula[end] == ']') {
      return true;
    }
  }
  return false;
}

class SheetValues {
 public:
  explicit SheetValues(SavedValues saved) : saved_(saved) {}

  bool keep(pugi::xml_node worksheet) {
    for (const pugi::xml_node row : worksheet.child("sheetData").children()) {
      for (const pugi::xml_node cell : row.children()) {
        settle(cell);
      }
    }
    return changed_;
  }

 private:
  void settle(pugi::xml_node cell) {
    const pugi::xml_node formula = cell.child("f");
    const pugi::xml_node value = cell.child("v");
    if (!formula || !value) {
      return;
    }
    const bool has_value =
        !value.text().empty() || std::string_view(cell.attribute("t").value()) == "str";
    if (!has_value) {
      return;
    }
    if (saved_ == SavedValues::good || is_external(formula)) {
      cell.remove_child(formula);
    } else {
      cell.remove_child(value);
    }
    changed_ = true;
  }

  /// A shared formula is written once; the cells that share it name its number.
  bool is_external(pugi::xml_node formula) {
    const std::string shared = formula.attribute("si").value();
    if (!refers_out(formula.text().get())) {
      return !shared.empty() && external_.contains(shared);
    }
    if (!shared.empty()) {
      external_.insert(shared);
    }
    return true;
  }

  SavedValues saved_;
  std::set<std::string> external_;
  bool changed_ = false;
};

bool is_failure(pugi::xml_node cell) {
  if (std::string_view(cell.attribute("calcext:value-type").value()) == "error") {
    return true;
  }
  const std::string_view shown = cell.child("text:p").text().get();
  return std::string_view(cell.attribute("office:value-type").value()) == "string" &&
         (shown.starts_with('#') || shown.starts_with("Err:"));
}

/// What a saved value is stands in its type, but Calc goes by the format of the cell, which may
/// leave that to the formula: the cell gets a format of its type.
struct TypeStyle {
  std::string_view type;
  const char* style;
  const char* definition;
};
constexpr std::array<TypeStyle, 4> type_styles = {{
    {"date", "rapporteur-date",
     R"(<number:date-style style:name="rapporteur-date-n"><number:year number:style="long"/>)"
     R"(<number:text>-</number:text><number:month number:style="long"/>)"
     R"(<number:text>-</number:text><number:day number:style="long"/></number:date-style>)"},
    {"time", "rapporteur-time",
     R"(<number:time-style style:name="rapporteur-time-n"><number:hours number:style="long"/>)"
     R"(<number:text>:</number:text><number:minutes number:style="long"/></number:time-style>)"},
    {"percentage", "rapporteur-percent",
     R"(<number:percentage-style style:name="rapporteur-percent-n"><number:number )"
     R"(number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>)"},
    {"boolean", "rapporteur-boolean",
     R"(<number:boolean-style style:name="rapporteur-boolean-n"><number:boolean/>)"
     R"(</number:boolean-style>)"},
}};

void set_attribute(pugi::xml_node node, const char* name, const char* value) {
  pugi::xml_attribute attribute = node.attribute(name);
  (attribute ? attribute : node.append_attribute(name)).set_value(value);
}

void add_type_styles(pugi::xml_node root) {
  set_attribute(root, "xmlns:number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0");
  set_attribute(root, "xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0");
  pugi::xml_node styles = root.child("office:automatic-styles");
  if (!styles) {
    styles = root.insert_child_before("office:automatic-styles", root.child("office:body"));
  }
  for (const TypeStyle& style : type_styles) {
    styles.append_buffer(style.definition, std::string_view(style.definition).size());
    pugi::xml_node cell = styles.append_child("style:style");
    set_attribute(cell, "style:name", style.style);
    set_attribute(cell, "style:family", "table-cell");
    set_attribute(cell, "style:data-style-name", (std::string(style.style) + "-n").c_str());
  }
}

bool keep_cell(pugi::xml_node cell) {
  const std::string_view type = cell.attribute("office:value-type").value();
  if (!cell.attribute("table:formula") || type.empty() || is_failure(cell)) {
    return false;
  }
  for (const char* const name : {"table:formula", "table:number-matrix-columns-spanned",
                                 "table:number-matrix-rows-spanned"}) {
    cell.remove_attribute(name);
  }
  const auto style = std::ranges::find(type_styles, type, &TypeStyle::type);
  if (style != type_styles.end()) {
    set_attribute(cell, "table:style-name", style->style);
  }
  return true;
}

/// Rows may stand in groups and header groups.
bool keep_rows(pugi::xml_node parent) {
  bool changed = false;
  for (const pugi::xml_node child : parent.children()) {
    const std::string_view name = child.name();
    if (name == "table:table-cell" || name == "table:covered-table-cell") {
      changed = keep_cell(child) || changed;
    } else if (name.starts_with("table:table")) {
      changed = keep_rows(child) || changed;
    }
  }
  return changed;
}

}  // namespace

bool keep_sheet_values(pugi::xml_document& worksheet, SavedValues saved) {
  return SheetValues(saved).keep(worksheet.document_element());
}

bool keep_content_values(pugi::xml_document& content) {
  const pugi::xml_node root = content.document_element();
  const bool changed = keep_rows(root.child("office:body").child("office:spreadsheet"));
  if (changed) {
    add_type_styles(root);
  }
  return changed;
}

SavedValues saved_values_of(const pugi::xml_document& workbook) {
  const std::string_view full =
      workbook.document_element().child("calcPr").attribute("fullCalcOnLoad").value();
  return full == "1" || full == "true" ? SavedValues::void_ : SavedValues::good;
}

}  // namespace rapporteur::office
