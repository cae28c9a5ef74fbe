#include "takeover/edit.hpp"

#include <algorithm>

#include "takeover/pieces.hpp"
#include "template/markup.hpp"

namespace rapporteur::takeover {
namespace {

using pugi::xml_node;
using template_::Markup;

// In front of all text of a paragraph.
void prepend_text(Markup markup, xml_node paragraph, const std::string& text) {
  for (const Piece& piece : pieces_of(markup, paragraph)) {
    if (piece.node && piece.node.type() == pugi::node_pcdata) {
      xml_node node = piece.node;
      node.set_value((text + node.value()).c_str());
      return;
    }
  }
  replace_text(markup, {{paragraph, 0, 0}, text, false});
}

void repeat_row(Markup markup, const RowEdit& row) {
  xml_node drawn = row.row;
  drawn.remove_attribute("table:number-rows-repeated");
  if (row.list.empty() || !row.first) {
    return;
  }
  prepend_text(markup, row.first, "{{#each " + row.list + " as row}}");
  const std::string text = template_::visible_text(markup, row.last);
  replace_text(markup, {{row.last, 0, 0}, "{{/each}}", false});
}

// Blocks do not cross the walls of a list in ODF.
bool can_hide(Markup markup, xml_node paragraph) {
  return markup == Markup::ooxml ||
         template_::role_of(markup, paragraph.parent().name()) != template_::Role::item;
}

void hide(Markup markup, const Instruction& instruction) {
  const bool is_possible = std::all_of(
      instruction.paragraphs.begin(), instruction.paragraphs.end(), [&](xml_node paragraph) {
        return can_hide(markup, paragraph) &&
               paragraph.parent() == instruction.paragraphs.front().parent();
      });
  if (!is_possible) {
    return;
  }
  add_paragraph(markup, instruction.paragraphs.front(), true, "{{#if guidance}}");
  add_paragraph(markup, instruction.paragraphs.back(), false, "{{/if}}");
}

bool is_last_paragraph(Markup markup, xml_node paragraph) {
  for (const xml_node other : paragraph.parent().children()) {
    if (other != paragraph &&
        template_::role_of(markup, other.name()) == template_::Role::paragraph) {
      return false;
    }
  }
  return true;
}

}  // namespace

void apply(Markup markup, const Form& form, const Binding& binding) {
  std::vector<Edit> edits = binding.edits;
  std::stable_sort(edits.begin(), edits.end(),
                   [](const Edit& a, const Edit& b) { return a.spot.start > b.spot.start; });
  for (const Edit& edit : edits) {
    if (edit.is_new_paragraph) {
      add_paragraph(markup, edit.spot.paragraph, false, edit.text);
    } else {
      replace_text(markup, edit);
    }
  }
  for (const RowEdit& row : binding.rows) {
    repeat_row(markup, row);
  }
  for (const Instruction& instruction : form.instructions) {
    hide(markup, instruction);
  }
  for (xml_node surplus : form.surplus) {
    if (!is_last_paragraph(markup, surplus)) {
      surplus.parent().remove_child(surplus);
    }
  }
  for (const RowEdit& row : binding.rows) {
    remove_rows(markup, row.copies);
  }
}

}  // namespace rapporteur::takeover
