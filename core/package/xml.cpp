#include "package/xml.hpp"

#include <string_view>

#include "base/text.hpp"

namespace rapporteur::package {
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

// pugixml takes 64 bytes for an element or a text and 40 for an attribute, beside the text itself:
// four bytes ("<a/>") can cost sixteen times as much.
constexpr std::size_t most_memory = std::size_t{128} << 20;

std::size_t memory_of(std::string_view xml) {
  std::size_t nodes = 0;
  std::size_t quotes = 0;
  for (std::size_t i = 0; i < xml.size(); ++i) {
    const char next = i + 1 < xml.size() ? xml[i + 1] : '/';
    nodes += (xml[i] == '<' && next != '/') || (xml[i] == '>' && next != '<') ? 1 : 0;
    quotes += xml[i] == '"' || xml[i] == '\'' ? 1 : 0;
  }
  return nodes * 64 + quotes * 20 + xml.size();
}

}  // namespace

ParsedXml parse_xml(const std::string& xml) {
  if (!is_utf8(xml)) {
    return {nullptr, XmlFault::broken, "not UTF-8"};
  }
  if (memory_of(xml) > most_memory) {
    return {nullptr, XmlFault::large, "too large"};
  }
  auto tree = std::make_unique<pugi::xml_document>();
  const pugi::xml_parse_result result = tree->load_buffer(
      xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype,
      pugi::encoding_utf8);
  if (!result) {
    return {nullptr, XmlFault::broken, result.description()};
  }
  if (is_too_deep(*tree)) {
    return {nullptr, XmlFault::broken, "nested too deeply"};
  }
  for (const pugi::xml_node node : tree->children()) {
    if (node.type() == pugi::node_doctype) {
      return {nullptr, XmlFault::entities, "DOCTYPE"};
    }
  }
  return {std::move(tree), XmlFault::none, {}};
}

}  // namespace rapporteur::package
