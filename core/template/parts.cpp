// Parses parts and takes them through simplify, scan and place_blocks.
#include <algorithm>

#include "base/text.hpp"
#include "template/document.hpp"

namespace rapporteur::template_ {
namespace {

constexpr int deepest = 400;

// Depth of the element tree, found without recursion: it keeps recursion off a hostile file.
bool is_too_deep(const pugi::xml_node& root) {
  int depth = 0;
  pugi::xml_node at = root.first_child();
  while (at) {
    if (at.first_child()) {
      at = at.first_child();
      if (++depth > deepest) {
        return true;
      }
      continue;
    }
    while (at && at != root && !at.next_sibling()) {
      at = at.parent();
      --depth;
    }
    at = at && at != root ? at.next_sibling() : pugi::xml_node();
  }
  return false;
}

bool is_utf8(std::string_view xml) {
  const bool is_utf16 =
      xml.size() >= 2 && (xml.starts_with("\xFF\xFE") || xml.starts_with("\xFE\xFF"));
  return !is_utf16 && xml.find('\0') == std::string_view::npos &&
         first_invalid_utf8(xml) == std::string_view::npos;
}

// Styles that the expansion makes need their place.
void add_automatic_styles(const pugi::xml_document& tree) {
  pugi::xml_node root = tree.document_element();
  if (std::string_view(root.name()) == "office:document-content" &&
      !root.child("office:automatic-styles")) {
    root.insert_child_before("office:automatic-styles", root.child("office:body"));
  }
}

}  // namespace

std::unique_ptr<pugi::xml_document> parse_part(const std::string& file, std::string_view part,
                                               const std::string& xml, Diagnostics& diagnostics) {
  const auto broken = [&](const char* id, std::string reason) {
    diagnostics.add({.id = id,
                     .origin = {.file = file},
                     .args = {{"part", std::string(part)}, {"reason", std::move(reason)}}});
    return nullptr;
  };
  if (!is_utf8(xml)) {
    return broken("template-broken-xml", "not UTF-8");
  }
  auto tree = std::make_unique<pugi::xml_document>();
  const pugi::xml_parse_result result = tree->load_buffer(
      xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype,
      pugi::encoding_utf8);
  if (!result) {
    return broken("template-broken-xml", result.description());
  }
  if (is_too_deep(*tree)) {
    return broken("template-broken-xml", "nested too deeply");
  }
  for (const pugi::xml_node node : tree->children()) {
    if (node.type() == pugi::node_doctype) {
      return broken("template-entities", "DOCTYPE");
    }
  }
  return tree;
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
    simplify(document.markup, *tree);
    add_automatic_styles(*tree);
    document.parts.push_back({source.name, source.place, std::move(tree)});
    scan(document, document.parts.back(), diagnostics);
  }
  place_blocks(document, diagnostics);
  return diagnostics.all().size() == before;
}

}  // namespace rapporteur::template_
