// Package, ids, fonts; the tables are in docx_tables.cpp.
#include "docx_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>
#include <set>
#include <string_view>

#include "../end-to-end/documents.hpp"
#include "plain_text.hpp"

namespace rapporteur::pages {

namespace {

const std::string document_part = "word/document.xml";

bool is_xml(const std::string& name) {
  return name.ends_with(".xml") || name.ends_with(".rels");
}

std::string folder_of(const std::string& part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string::npos ? "" : part.substr(0, slash + 1);
}

/// "word/_rels/document.xml.rels" → "word/document.xml"; "_rels/.rels" → "".
std::string source_of(const std::string& rels) {
  const std::size_t at = rels.find("_rels/");
  return rels.substr(0, at) + rels.substr(at + 6, rels.size() - at - 6 - 5);
}

std::string target_of(const std::string& source, const std::string& target) {
  if (target.starts_with('/')) {
    return target.substr(1);
  }
  std::string folder = folder_of(source);
  std::string rest = target;
  while (rest.starts_with("../")) {
    rest.erase(0, 3);
    folder = folder.empty() ? folder : folder_of(folder.substr(0, folder.size() - 1));
  }
  return folder + rest;
}

pugi::xml_document parsed(const Parts& parts, const std::string& name) {
  pugi::xml_document xml;
  const auto found = parts.find(name);
  if (found != parts.end()) {
    xml.load_string(found->second.c_str(), pugi::parse_default | pugi::parse_ws_pcdata);
  }
  return xml;
}

Fault fault(const std::string& rule, const std::string& text, const std::string& what) {
  return {rule, 0, text, what};
}

/// Relationships of one part: their targets, and the ids that the part itself calls.
void check_relationships(const Parts& parts, const std::string& rels, Faults& faults) {
  const std::string source = source_of(rels);
  std::set<std::string> ids;
  const pugi::xml_document xml = parsed(parts, rels);
  for (const pugi::xml_node relation : xml.document_element().children("Relationship")) {
    const std::string id = relation.attribute("Id").value();
    const std::string target = relation.attribute("Target").value();
    if (!ids.insert(id).second) {
      faults.push_back(fault("docx-package", rels, "relationship " + id + " twice"));
    }
    if (std::string_view(relation.attribute("TargetMode").value()) != "External" &&
        parts.count(target_of(source, target)) == 0) {
      faults.push_back(fault("docx-package", rels, id + " leads to " + target + ", no such part"));
    }
  }
  const pugi::xml_document caller = parsed(parts, source);
  for (const auto& found : caller.select_nodes("//@r:id | //@r:embed | //@r:link")) {
    if (ids.count(found.attribute().value()) == 0) {
      faults.push_back(fault("docx-package", source,
                             fmt::format("{} is no relationship", found.attribute().value())));
    }
  }
}

void check_types(const Parts& parts, Faults& faults) {
  std::set<std::string> endings;
  std::set<std::string> names;
  const pugi::xml_document types = parsed(parts, "[Content_Types].xml");
  for (const pugi::xml_node type : types.document_element().children()) {
    if (type.attribute("PartName")) {
      names.insert(type.attribute("PartName").value());
    } else if (type.attribute("Extension")) {
      endings.insert(type.attribute("Extension").value());
    }
  }
  for (const auto& [name, bytes] : parts) {
    const std::size_t dot = name.rfind('.');
    if (name != "[Content_Types].xml" && names.count("/" + name) == 0 &&
        (dot == std::string::npos || endings.count(name.substr(dot + 1)) == 0)) {
      faults.push_back(fault("docx-package", name, "has no content type"));
    }
  }
  for (const std::string& name : names) {
    if (parts.count(name.substr(std::min<std::size_t>(1, name.size()))) == 0) {
      faults.push_back(fault("docx-package", name, "has a content type and is missing"));
    }
  }
}

/// Says each value of an attribute that comes twice.
void check_unique(const pugi::xml_document& xml, const char* query, const char* kind,
                  Faults& faults) {
  std::set<std::string> seen;
  for (const auto& found : xml.select_nodes(query)) {
    if (!seen.insert(found.attribute().value()).second) {
      faults.push_back(
          fault("docx-ids", found.attribute().value(), std::string(kind) + " comes twice"));
    }
  }
}

void check_bookmarks(const pugi::xml_document& xml, Faults& faults) {
  std::set<std::string> open;
  for (const auto& found : xml.select_nodes("//*[self::w:bookmarkStart or self::w:bookmarkEnd]")) {
    const std::string id = found.node().attribute("w:id").value();
    if (std::string_view(found.node().name()) == "w:bookmarkStart") {
      open.insert(id);
    } else if (open.erase(id) == 0) {
      faults.push_back(fault("docx-ids", id, "a bookmark ends that did not begin"));
    }
  }
  for (const std::string& id : open) {
    faults.push_back(fault("docx-ids", id, "a bookmark begins and does not end"));
  }
}

void check_notes(const Parts& parts, const pugi::xml_document& xml, const std::string& kind,
                 Faults& faults) {
  const pugi::xml_document notes = parsed(parts, "word/" + kind + "s.xml");
  std::set<std::string> known;
  for (const auto& note : notes.select_nodes(("//w:" + kind).c_str())) {
    if (!known.insert(note.node().attribute("w:id").value()).second) {
      faults.push_back(
          fault("docx-ids", note.node().attribute("w:id").value(), kind + " comes twice"));
    }
  }
  for (const auto& call : xml.select_nodes(("//w:" + kind + "Reference").c_str())) {
    const std::string id = call.node().attribute("w:id").value();
    if (known.count(id) == 0) {
      faults.push_back(fault("docx-ids", id, kind + " is called and missing"));
    }
  }
}

/// Faces that Word has, or that it replaces by one of the same widths (Carlito by Calibri, Caladea
/// by Cambria, Liberation by Arial, Times New Roman, Courier New).
bool known_face(const std::string& face) {
  static const std::set<std::string> faces = {
      "Calibri",     "Carlito",         "Cambria",         "Caladea",
      "Arial",       "Liberation Sans", "Times New Roman", "Liberation Serif",
      "Courier New", "Symbol",          "Liberation Mono", "Wingdings",
  };
  return faces.count(face) != 0;
}

/// True when no letter or digit is in it: a mark is as wide in one face as in another, nearly.
bool only_marks(const std::string& text) {
  const std::u32string characters = folded(text);
  return std::none_of(characters.begin(), characters.end(), [](char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= 0xC0 && c < 0x2000);
  });
}

}  // namespace

Parts read_parts(const std::string& docx) {
  Parts parts;
  for (const std::string& name : test::parts_of(docx)) {
    if (!name.ends_with('/')) {
      parts[name] = test::part_of(docx, name);
    }
  }
  return parts;
}

Faults broken_package(const Parts& parts) {
  Faults faults;
  if (parts.count(document_part) == 0) {
    return {fault("docx-package", document_part, "is missing")};
  }
  for (const auto& [name, bytes] : parts) {
    pugi::xml_document xml;
    if (is_xml(name) && !xml.load_string(bytes.c_str())) {
      faults.push_back(fault("docx-package", name, "is no XML"));
    } else if (name.ends_with(".rels")) {
      check_relationships(parts, name, faults);
    }
  }
  check_types(parts, faults);
  return faults;
}

Faults broken_ids(const Parts& parts) {
  Faults faults;
  const pugi::xml_document xml = parsed(parts, document_part);
  check_unique(xml, "//w:bookmarkStart/@w:id", "id of a bookmark", faults);
  check_unique(xml, "//w:bookmarkStart/@w:name", "name of a bookmark", faults);
  check_unique(xml, "//wp:docPr[not(ancestor::mc:Fallback)]/@id", "id of a drawing", faults);
  check_bookmarks(xml, faults);
  check_notes(parts, xml, "footnote", faults);
  check_notes(parts, xml, "endnote", faults);
  return faults;
}

Faults strange_fonts(const Parts& parts) {
  Faults faults;
  std::set<std::string> embedded;
  const pugi::xml_document fonts = parsed(parts, "word/fontTable.xml");
  for (const auto& font : fonts.select_nodes("//w:font[w:embedRegular]")) {
    embedded.insert(font.node().attribute("w:name").value());
  }
  const auto strange = [&](const std::string& face) {
    return !face.empty() && !known_face(face) && embedded.count(face) == 0;
  };
  std::set<std::string> told;
  for (const auto& [name, bytes] : parts) {
    if (!name.starts_with("word/") || !is_xml(name) || name.find("_rels") != std::string::npos) {
      continue;
    }
    const pugi::xml_document xml = parsed(parts, name);
    for (const auto& found : xml.select_nodes("//w:rFonts")) {
      const std::string face = found.node().attribute("w:ascii").value();
      const pugi::xml_node run = found.node().parent().parent();
      const bool of_run = std::string_view(run.name()) == "w:r";
      // A style of bullets (numbering.xml) sets marks by its nature.
      const bool marks = of_run ? only_marks(run.child("w:t").text().get())
                                : name == "word/numbering.xml" || run.child("w:lvlText");
      if (strange(face) && !marks && told.insert(face).second) {
        faults.push_back(fault("docx-font", face,
                               fmt::format("in {}: Word lacks it, and it is not embedded", name)));
      }
    }
  }
  return faults;
}

Faults lost_in_docx(const OdtText& odt, const OdtText& again) {
  Faults faults;
  std::multiset<std::u32string> texts;
  for (const Paragraph& paragraph : again.paragraphs) {
    texts.insert(paragraph.text);
  }
  for (const Paragraph& paragraph : odt.paragraphs) {
    const auto found = texts.find(paragraph.text);
    if (found != texts.end()) {
      texts.erase(found);
    } else if (!paragraph.text.empty()) {
      faults.push_back(fault("docx-reading", shortened(text_of(paragraph)),
                             "is not there when the DOCX is opened"));
    }
  }
  if (odt.tables.size() != again.tables.size()) {
    faults.push_back(fault("docx-reading", "",
                           fmt::format("{} tables when the DOCX is opened, {} in the ODT",
                                       again.tables.size(), odt.tables.size())));
  }
  return faults;
}

Faults docx_faults(const Parts& parts, const OdtText& odt) {
  Faults all = broken_package(parts);
  append(all, broken_ids(parts));
  append(all, broken_tables(parts));
  append(all, other_tables(parts, odt));
  append(all, strange_fonts(parts));
  return all;
}

}  // namespace rapporteur::pages
