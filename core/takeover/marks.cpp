#include "takeover/marks.hpp"

#include <array>

#include "base/text.hpp"
#include "takeover/marks_parts.hpp"
#include "template/document.hpp"

namespace rapporteur::takeover {
namespace {

using pugi::xml_node;

// Fields in which Writer keeps a text to be typed, or a name from an address book.
bool is_field(std::string_view name) {
  constexpr std::array<std::string_view, 5> fields{"text:placeholder", "text:text-input",
                                                   "text:database-display", "text:drop-down",
                                                   "text:user-field-input"};
  for (const std::string_view field : fields) {
    if (name == field) {
      return true;
    }
  }
  return false;
}

std::string name_of(xml_node field) {
  for (const char* const key : {"text:description", "text:column-name", "text:name"}) {
    if (const std::string_view name = field.attribute(key).value(); !name.empty()) {
      return std::string(name);
    }
  }
  return {};
}

void put_text(xml_node before, const std::string& text) {
  before.parent().insert_child_before(pugi::node_pcdata, before).set_value(text.c_str());
}

// What Word's form fields become when Writer saves them as ODT: marks around the typed text.
xml_node mark_fieldmark(xml_node node) {
  const std::string_view type = node.attribute("field:type").value();
  const bool is_box = type.ends_with("FORMCHECKBOX");
  if (!is_box && !type.ends_with("FORMTEXT") && !type.ends_with("FORMDROPDOWN")) {
    return node.next_sibling();
  }
  put_text(node, mark(is_box ? box_mark : text_mark, ""));
  xml_node parent = node.parent();
  const bool has_end = std::string_view(node.name()) == "field:fieldmark-start";
  xml_node next = node.next_sibling();
  parent.remove_child(node);
  while (has_end && next) {
    const bool is_end = std::string_view(next.name()) == "field:fieldmark-end";
    const xml_node after = next.next_sibling();
    parent.remove_child(next);
    next = after;
    if (is_end) {
      break;
    }
  }
  return next;
}

// A content control that Writer keeps: a mark in its place, or what somebody has typed.
xml_node mark_control(xml_node control) {
  xml_node parent = control.parent();
  const xml_node next = control.next_sibling();
  const bool is_empty = control.attribute("loext:showing-place-holder").as_bool() ||
                        trimmed(template_::visible_text(template_::Markup::odf, control)).empty();
  if (control.attribute("loext:checkbox").as_bool()) {
    put_text(control, mark(box_mark, ""));
  } else if (is_empty) {
    put_text(control, mark(text_mark, control.attribute("loext:alias").value()));
  } else {
    const xml_node first = control.first_child();
    while (const xml_node child = control.first_child()) {
      parent.insert_move_before(child, control);
    }
    parent.remove_child(control);
    return first;
  }
  parent.remove_child(control);
  return next;
}

}  // namespace

void mark_odf(xml_node parent) {
  for (xml_node node = parent.first_child(); node;) {
    const std::string_view name = node.name();
    if (name == "field:fieldmark" || name == "field:fieldmark-start") {
      node = mark_fieldmark(node);
      continue;
    }
    if (name == "loext:content-control") {
      node = mark_control(node);
      continue;
    }
    const xml_node next = node.next_sibling();
    if (is_field(name)) {
      put_text(node, mark(text_mark, name_of(node)));
      parent.remove_child(node);
    } else {
      mark_odf(node);
    }
    node = next;
  }
}

void mark_fields(template_::Markup markup, xml_node root) {
  if (markup == template_::Markup::odf) {
    mark_odf(root);
  } else {
    mark_ooxml(root);
  }
  template_::simplify(markup, root);
}

}  // namespace rapporteur::takeover
