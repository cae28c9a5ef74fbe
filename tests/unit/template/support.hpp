// One drawing, both markups. A drawing is text, a line a paragraph:
//
//   # Heading                       a heading
//   Some {{text}}                   a paragraph
//   | a <2 | b ¶ c | ^ |            a row; <2 spans two columns, ¶ parts paragraphs, ^ is covered
//                                   from above; rows that follow each other are one table
//   ~ x {{tag}}                     a paragraph whose every character is a run of its own
//
// draw() makes content.xml or document.xml of it, read_back() the other way round with fills put
// in, so a test says: this drawing and this view give that drawing, whichever the markup.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "template/runner.hpp"

namespace rapporteur::template_::test {

std::string draw(Markup markup, std::string_view drawing);
/// XML around ready-made paragraphs and tables.
std::string wrap(Markup markup, std::string_view body);
std::string read_back(Markup markup, const std::string& xml, const std::vector<Fill>& fills);

/// Expands a drawing; the drawing that comes out, or the faults, a line each: "id table 1 row 2
/// column 1 [heading] tag=… did you mean x".
std::string expand(Markup markup, std::string_view drawing, const view::Value& view);
std::string expand_raw(Markup markup, std::string_view xml, const view::Value& view,
                       Diagnostics& diagnostics);
std::string told(const Diagnostics& diagnostics);

view::Value text(std::string utf8, std::string language = "");
view::Value money(std::int64_t francs);
view::Value list(std::vector<view::Value> items);
view::Value map(view::Map members);

const locale::Catalogue& terms();
const locale::Formats& formats();

}  // namespace rapporteur::template_::test
