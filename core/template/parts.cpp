// Parses parts and takes them through simplify, scan and place_blocks.
#include "package/xml.hpp"
#include "template/document.hpp"

namespace rapporteur::template_ {
namespace {

// Styles that the expansion makes need their place.
void add_automatic_styles(const pugi::xml_document& tree) {
  pugi::xml_node root = tree.document_element();
  if (std::string_view(root.name()) == "office:document-content" &&
      !root.child("office:automatic-styles")) {
    root.insert_child_before("office:automatic-styles", root.child("office:body"));
  }
}

// Numbered before anything is moved: the file as it lies is counted the same way.
void number_paragraphs(Document& document, pugi::xml_node root) {
  for (const pugi::xml_node node : root.children()) {
    if (is_paragraph(document.markup, node)) {
      document.paragraphs.emplace(node.internal_object(),
                                  static_cast<int>(document.paragraphs.size()) + 1);
    }
    number_paragraphs(document, node);
  }
}

}  // namespace

bool is_paragraph(Markup markup, pugi::xml_node node) {
  return role_of(markup, node.name()) == Role::paragraph;
}

std::unique_ptr<pugi::xml_document> parse_part(const std::string& file, std::string_view part,
                                               const std::string& xml, Diagnostics& diagnostics) {
  package::ParsedXml parsed = package::parse_xml(xml);
  if (parsed.fault == package::XmlFault::large) {
    diagnostics.add({.id = "template-zip-bomb",
                     .origin = {.file = file},
                     .args = {{"detail", std::string(part)}}});
  } else if (!parsed.tree) {
    diagnostics.add({.id = parsed.fault == package::XmlFault::entities ? "template-entities"
                                                                       : "template-broken-xml",
                     .origin = {.file = file},
                     .args = {{"part", std::string(part)}, {"reason", parsed.reason}}});
  }
  return std::move(parsed.tree);
}

bool read_document(Document& document, const std::vector<Source>& sources,
                   Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.all().size();
  for (const Source& source : sources) {
    auto tree = parse_part(document.file, source.name, source.xml, diagnostics);
    if (!tree) {
      continue;
    }
    const std::string_view root = tree->document_element().name();
    if (!root.starts_with(document.markup == Markup::odf ? "office:" : "w:")) {
      diagnostics.add({.id = "template-broken-xml",
                       .origin = {.file = document.file},
                       .args = {{"part", source.name}, {"reason", "<" + std::string(root) + ">"}}});
      continue;
    }
    number_paragraphs(document, *tree);
    simplify(document.markup, *tree);
    add_automatic_styles(*tree);
    document.parts.push_back({source.name, source.place, std::move(tree)});
    scan(document, document.parts.back(), diagnostics);
    read_looks(document, *document.parts.back().xml, diagnostics);
  }
  place_blocks(document, diagnostics);
  return diagnostics.all().size() == before;
}

}  // namespace rapporteur::template_
