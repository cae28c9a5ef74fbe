// Puts tags into a document in its own markup.
#pragma once

#include "takeover/answers.hpp"
#include "takeover/binding.hpp"
#include "template/template.hpp"

namespace rapporteur::takeover {

/// Everything at once: edits of text from the back of each paragraph, rows that repeat, blank lines
/// and rows that go, instructions that print only where the option `guidance` says so.
void apply(template_::Markup markup, const Form& form, const Binding& binding);

/// The first text of an element in ODF and OOXML alike: `text` takes the place of [start, end) of a
/// paragraph's text (paragraph_text()).
void replace_text(template_::Markup markup, const Edit& edit);
/// A paragraph with `text` before or behind another one.
pugi::xml_node add_paragraph(template_::Markup markup, pugi::xml_node beside, bool before,
                             const std::string& text);
/// Takes rows out of their table; cells that spanned them span less.
void remove_rows(template_::Markup markup, const std::vector<pugi::xml_node>& rows);

}  // namespace rapporteur::takeover
