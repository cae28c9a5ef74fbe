// Draws a table of a text in the template's own markup: a head that repeats on every page, rows
// that do not tear, quiet horizontal rules, columns as wide as their content asks.
//
// It looks as the template says: paragraph styles "Table Text", "Table Figure" (right-aligned),
// "Table Heading", "Table Heading Figure", or Writer's own "Table Contents" and "Table Heading";
// without them, plain defaults. The firm rules have the colour of the head's text.
#pragma once

#include <pugixml.hpp>

#include <functional>
#include <map>
#include <string>

#include "template/markdown.hpp"
#include "template/template.hpp"

namespace rapporteur::template_ {

/// Paragraph styles as the markup names them (style name, style id); empty = the template has none.
struct TextTableLook {
  std::string body;
  std::string figure;
  std::string head;
  std::string head_figure;
  std::string rule = "595959";  ///< RRGGBB
  double points = 11;           ///< size of the body's text
  double width = 16;            ///< of the text, in cm
};

/// From the parts of a template: its styles, and in OOXML its document, which has the page.
[[nodiscard]] TextTableLook text_table_look(Markup markup, pugi::xml_node styles,
                                            pugi::xml_node document);

/// The automatic styles of ODF that were asked for, by name.
using AutomaticStyles = std::map<std::string, std::string>;

/// Appends the table. `content` appends one cell's runs: spans of a paragraph, in OOXML whole w:r
/// elements whose looks begin with the given ones.
using WriteRuns = std::function<void(const std::vector<Run>& runs, const char* looks)>;
void draw_text_table(std::string& out, Markup markup, const TextTable& table,
                     const TextTableLook& look, AutomaticStyles& styles, const WriteRuns& content);

/// Widths of the columns in cm. They add up to `look.width`, or to less when the table is small.
[[nodiscard]] std::vector<double> column_widths(const TextTable& table, const TextTableLook& look);

}  // namespace rapporteur::template_
