#include "template/closing.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

namespace rapporteur::template_ {
namespace {

constexpr const char* odf_style =
    "<style:style style:name=\"rap_closing\" style:family=\"paragraph\" "
    "style:parent-style-name=\"Standard\"><style:paragraph-properties fo:margin-top=\"0cm\" "
    "fo:margin-bottom=\"0cm\" fo:line-height=\"1pt\"/><style:text-properties fo:font-size=\"1pt\" "
    "style:font-size-asian=\"1pt\" style:font-size-complex=\"1pt\"/></style:style>";
constexpr const char* odf_paragraph = "<text:p text:style-name=\"rap_closing\"/>";
constexpr const char* ooxml_paragraph =
    "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>"
    "<w:rPr><w:sz w:val=\"2\"/><w:szCs w:val=\"2\"/></w:rPr></w:pPr></w:p>";

bool is(pugi::xml_node node, std::string_view name) {
  return node.name() == name;
}

bool is_empty_run(pugi::xml_node run) {
  return is(run, "w:r") && std::ranges::all_of(run.children(), [](pugi::xml_node part) {
           return is(part, "w:rPr") || (is(part, "w:t") && !part.first_child());
         });
}

bool is_empty_paragraph(Markup markup, pugi::xml_node node) {
  if (markup == Markup::odf) {
    return is(node, "text:p") && !node.first_child();
  }
  return is(node, "w:p") && std::ranges::all_of(node.children(), [](pugi::xml_node part) {
           return is(part, "w:pPr") ? !part.child("w:sectPr") && !part.child("w:pageBreakBefore")
                                    : is_empty_run(part);
         });
}

pugi::xml_node element_at_or_before(pugi::xml_node node) {
  while (node && node.type() != pugi::node_element) {
    node = node.previous_sibling();
  }
  return node;
}

pugi::xml_node parsed(const char* xml, pugi::xml_document& holder) {
  holder.load_string(xml, pugi::parse_fragment);
  return holder.first_child();
}

}  // namespace

void close_body(Markup markup, pugi::xml_document& part,
                const std::function<bool(pugi::xml_node)>& is_look,
                const std::function<bool(pugi::xml_node)>& has_tag) {
  const bool odf = markup == Markup::odf;
  const pugi::xml_node root = part.document_element();
  pugi::xml_node body = odf ? root.child("office:body").child("office:text") : root.child("w:body");
  const pugi::xml_node section = body.child("w:sectPr");
  const auto last = [&] {
    return element_at_or_before(section ? section.previous_sibling() : body.last_child());
  };
  std::vector<pugi::xml_node> empty;
  bool has_looks = false;
  for (pugi::xml_node at = last(); at; at = element_at_or_before(at.previous_sibling())) {
    if (!is_look(at) && (!is_empty_paragraph(markup, at) || has_tag(at))) {
      break;
    }
    if (is_look(at)) {
      has_looks = true;
    } else {
      empty.push_back(at);
    }
  }
  if (!has_looks) {
    return;
  }
  for (const pugi::xml_node paragraph : empty) {
    body.remove_child(paragraph);
  }
  pugi::xml_document holder;
  if (odf) {
    root.child("office:automatic-styles").append_copy(parsed(odf_style, holder));
  }
  const pugi::xml_node closing = parsed(odf ? odf_paragraph : ooxml_paragraph, holder);
  if (section) {
    body.insert_copy_before(closing, section);
  } else {
    body.append_copy(closing);
  }
}

}  // namespace rapporteur::template_
