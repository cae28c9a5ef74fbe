#include "template/parting.hpp"

#include <sstream>

#include "base/text.hpp"
#include "template/program.hpp"

namespace rapporteur::template_ {
namespace {

// Straight in the body: elsewhere an office refuses a table, or a list is torn by it.
bool takes_table(pugi::xml_node paragraph) {
  pugi::xml_node outer = paragraph.parent();
  while (std::string_view(outer.name()) == "text:section") {
    outer = outer.parent();
  }
  const std::string_view name = outer.name();
  return (name == "office:text" && std::string_view(paragraph.name()) == "text:p") ||
         (name == "w:body" && !paragraph.child("w:pPr").child("w:sectPr"));
}

// An automatic style that begins a page, or another page style, gives way to its parent.
std::string unbroken(const char* name, pugi::xml_node node) {
  const pugi::xml_node style = node.root()
                                   .first_child()
                                   .child("office:automatic-styles")
                                   .find_child_by_attribute("style:style", "style:name", name);
  const bool breaks = style.attribute("style:master-page-name") ||
                      style.child("style:paragraph-properties").attribute("fo:break-before");
  return breaks ? style.attribute("style:parent-style-name").as_string("Standard") : name;
}

void add_attribute(std::string& out, std::string_view name, std::string_view value) {
  ((out += ' ') += name) += "=\"";
  append_escaped(out, value);
  out += '"';
}

std::string opening(pugi::xml_node node) {
  std::string out = std::string("<") + node.name();
  for (const pugi::xml_attribute attribute : node.attributes()) {
    const std::string_view name = attribute.name();
    if (name == "text:style-name") {
      add_attribute(out, name, unbroken(attribute.value(), node));
    } else if (name.starts_with("text:") || name.starts_with("xlink:") || name.starts_with("r:") ||
               name == "xml:space") {
      add_attribute(out, name, attribute.value());  // the others are ids
    }
  }
  out += '>';
  for (const char* looks : {"w:pPr", "w:rPr"}) {
    if (const pugi::xml_node child = node.child(looks)) {
      pugi::xml_document copy;
      copy.append_copy(child).remove_child("w:pageBreakBefore");
      std::ostringstream xml;
      copy.first_child().print(xml, "", pugi::format_raw);
      out += xml.str();
    }
  }
  return out;
}

}  // namespace

Parting wrapping(pugi::xml_node inner, pugi::xml_node outermost) {
  Parting parting;
  for (pugi::xml_node at = inner.parent(); at; at = at.parent()) {
    parting.close += std::string("</") + at.name() + '>';
    parting.reopen.insert(0, opening(at));
    if (at == outermost) {
      break;
    }
  }
  return parting;
}

Parting parting_at(Markup markup, pugi::xml_node tag) {
  const pugi::xml_node paragraph = around(markup, tag, Role::paragraph);
  return paragraph && takes_table(paragraph) ? wrapping(tag, paragraph) : Parting{};
}

}  // namespace rapporteur::template_
