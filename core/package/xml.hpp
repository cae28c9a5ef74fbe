// The XML of a package that comes from strangers.
#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>

namespace rapporteur::package {

enum class XmlFault { none, broken, entities, large };

struct ParsedXml {
  std::unique_ptr<pugi::xml_document> tree;  ///< null when there is a fault
  XmlFault fault = XmlFault::none;
  std::string reason;  ///< in English: what the parser said, "DOCTYPE"
};

/// Broken: not well-formed, not UTF-8, or nested so deeply that walking it would be dangerous.
/// Entities: it declares a document type, which no editor writes. Large: its tree would take more
/// than 128 MB, estimated before it is made.
[[nodiscard]] ParsedXml parse_xml(const std::string& xml);

}  // namespace rapporteur::package
