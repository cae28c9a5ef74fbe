#include <array>

#include "base/text.hpp"
#include "takeover/edit.hpp"
#include "takeover/pieces.hpp"
#include "template/markup.hpp"

namespace rapporteur::takeover {
namespace {

using pugi::xml_node;
using template_::Markup;

// What sets a placeholder apart; an answer is set as the form's text.
constexpr std::array<const char*, 8> placeholder_looks{
    "w:rStyle", "w:i", "w:iCs", "w:color", "w:highlight", "w:vanish", "w:shd", "w:u"};

void make_plain(xml_node properties) {
  for (const char* const look : placeholder_looks) {
    properties.remove_child(look);
  }
}

xml_node text_holder(xml_node run, xml_node behind, const std::string& text) {
  xml_node holder = behind ? run.insert_child_after("w:t", behind) : run.append_child("w:t");
  holder.append_attribute("xml:space") = "preserve";
  holder.append_child(pugi::node_pcdata).set_value(text.c_str());
  return holder;
}

// A run of its own at the end of a paragraph, set as its last text without a label's bold.
void append_run(xml_node paragraph, const std::string& text) {
  xml_node last;
  for (const xml_node child : paragraph.children("w:r")) {
    last = child.child("w:t") ? child : last;
  }
  const bool is_label = static_cast<bool>(last);
  const xml_node looks = is_label ? last.child("w:rPr") : paragraph.child("w:pPr").child("w:rPr");
  xml_node run = paragraph.append_child("w:r");
  if (looks) {
    xml_node copy = run.append_copy(looks);
    make_plain(copy);
    if (is_label) {
      copy.remove_child("w:b");
      copy.remove_child("w:bCs");
    }
    for (const char* const change : {"w:ins", "w:del", "w:rPrChange"}) {
      copy.remove_child(change);
    }
  }
  text_holder(run, {}, text);
}

void append_text(Markup markup, xml_node paragraph, const std::string& text) {
  if (markup == Markup::ooxml) {
    append_run(paragraph, text);
  } else {
    paragraph.append_child(pugi::node_pcdata).set_value(text.c_str());
  }
}

// A run, or a span, that the placeholder filled alone.
bool is_sole_text(Markup markup, xml_node node) {
  const xml_node holder = markup == Markup::ooxml ? node.parent().parent() : node.parent();
  const std::string_view name = holder.name();
  if (name != "w:r" && name != "text:span") {
    return false;
  }
  for (const xml_node child : holder.children()) {
    const bool is_own = markup == Markup::ooxml ? child == node.parent() : child == node;
    if (!is_own && std::string_view(child.name()) != "w:rPr") {
      return false;
    }
  }
  return true;
}

void put_back(Markup markup, xml_node node, const std::string& text) {
  node.set_value(text.c_str());
  if (markup == Markup::ooxml && !node.parent().attribute("xml:space")) {
    node.parent().append_attribute("xml:space") = "preserve";
  }
}

void plain_looks_around(Markup markup, xml_node node) {
  if (markup == Markup::ooxml) {
    make_plain(node.parent().parent().child("w:rPr"));
  } else if (std::string_view(node.parent().name()) == "text:span") {
    node.parent().remove_attribute("text:style-name");
  }
}

bool is_text(xml_node node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

}  // namespace

void replace_text(Markup markup, const Edit& edit) {
  const xml_node paragraph = edit.spot.paragraph;
  if (edit.spot.start == edit.spot.end) {
    append_text(markup, paragraph, edit.text);
    return;
  }
  bool is_written = false;
  for (const Piece& piece : pieces_of(markup, paragraph)) {
    const std::size_t end = piece.start + piece.text.size();
    if (end <= edit.spot.start || piece.start >= edit.spot.end || !piece.node) {
      continue;
    }
    if (!is_text(piece.node)) {  // a tab, spaces of ODF
      if (!is_written && markup == Markup::odf) {
        piece.node.parent()
            .insert_child_before(pugi::node_pcdata, piece.node)
            .set_value(edit.text.c_str());
        is_written = true;
      } else if (!is_written) {
        text_holder(piece.node.parent(), piece.node, edit.text);
        is_written = true;
      }
      piece.node.parent().remove_child(piece.node);
      continue;
    }
    const std::string before =
        piece.start < edit.spot.start ? piece.text.substr(0, edit.spot.start - piece.start) : "";
    const std::string after =
        end > edit.spot.end ? piece.text.substr(edit.spot.end - piece.start) : "";
    if (edit.is_plain && !is_written && trimmed(before).empty() && trimmed(after).empty() &&
        is_sole_text(markup, piece.node)) {
      plain_looks_around(markup, piece.node);
    }
    put_back(markup, piece.node, before + (is_written ? "" : edit.text) + after);
    is_written = true;
  }
  if (!is_written) {
    append_text(markup, paragraph, edit.text);
  }
}

xml_node add_paragraph(Markup markup, xml_node beside, bool before, const std::string& text) {
  xml_node parent = beside.parent();
  const char* const name = markup == Markup::ooxml ? "w:p" : "text:p";
  xml_node paragraph =
      before ? parent.insert_child_before(name, beside) : parent.insert_child_after(name, beside);
  if (markup == Markup::odf) {
    const bool is_cell = std::string_view(parent.name()) == "table:table-cell";
    paragraph.append_attribute("text:style-name") = is_cell ? "Table_20_Contents" : "Standard";
    paragraph.append_child(pugi::node_pcdata).set_value(text.c_str());
    return paragraph;
  }
  // Set in as its neighbour; what numbers or marks that one stays with it.
  const xml_node looks = beside.child("w:pPr");
  if (looks && !looks.child("w:numPr")) {
    xml_node copy;
    for (const char* const kept : {"w:spacing", "w:ind", "w:jc"}) {
      if (const xml_node look = looks.child(kept)) {
        copy = copy ? copy : paragraph.append_child("w:pPr");
        copy.append_copy(look);
      }
    }
  }
  text_holder(paragraph.append_child("w:r"), {}, text);
  return paragraph;
}

}  // namespace rapporteur::takeover
