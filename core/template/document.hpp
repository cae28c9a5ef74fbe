// A template as it is worked on: XML parts with their tags found, paired and moved to the place in
// the tree where they act. No zip here: benches and tests come in at this door.
#pragma once

#include <pugixml.hpp>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "template/looks.hpp"
#include "template/markup.hpp"
#include "template/syntax.hpp"
#include "template/text_table.hpp"

namespace rapporteur::template_ {

struct Part {
  std::string name;   ///< in the package: "content.xml"
  std::string place;  ///< for diagnostics: "body", "header" …
  std::unique_ptr<pugi::xml_document> xml;
};

/// The tags of one stretch of text in which blocks must open and close: the body, one header, one
/// text box.
using Story = std::vector<int>;

struct Document {
  Markup markup = Markup::odf;
  std::string file;
  std::set<std::string, std::less<>> heading_styles;  ///< OOXML style ids
  std::vector<Part> parts;
  std::vector<Tag> tags;
  std::vector<pugi::xml_node> nodes;  ///< parallel to tags
  std::vector<Story> stories;
  /// Paragraphs as they stand in the file, the parts one after the other: node → its number,
  /// from 1.
  std::map<const void*, int> paragraphs;
  /// How many block tags of a story could not be read: what they leave unpaired is no fault of its
  /// own.
  struct Unread {
    int starts = 0;
    int ends = 0;
  };
  std::map<std::size_t, Unread> unread;
  TextTableLook table_look;
  std::map<std::string, Letters, std::less<>> letters;  ///< paragraph style id → letters
  std::map<std::string, TableLook, std::less<>> looks;  ///< by name
};

/// Parses a part. Nothing and template-broken-xml when it is not well-formed, not UTF-8, declares a
/// document type or is nested absurdly deep.
[[nodiscard]] std::unique_ptr<pugi::xml_document> parse_part(const std::string& file,
                                                             std::string_view part,
                                                             const std::string& xml,
                                                             Diagnostics& diagnostics);

/// Whether an element of the markup is a paragraph, a heading included.
[[nodiscard]] bool is_paragraph(Markup markup, pugi::xml_node node);

/// What editors wrap around text is taken away: content controls, proofing marks, page-break hints.
void simplify(Markup markup, pugi::xml_node root);

/// Finds the tags of a part, joins those that are split over runs, and leaves <rap:tag> for each.
/// Faults: template-bad-tag.
void scan(Document& document, const Part& part, Diagnostics& diagnostics);

/// Pairs block tags and moves them to the rows, paragraphs or runs that they repeat. Faults:
/// template-unclosed-block, template-unopened-end, template-block-crosses, template-else-place,
/// template-cols-place.
void place_blocks(Document& document, Diagnostics& diagnostics);

/// parse_part, simplify, scan, read_looks, place_blocks for each of `parts` (name, place, XML
/// text). False when a fault was added.
struct Source {
  std::string name;
  std::string place;
  std::string xml;
};
[[nodiscard]] bool read_document(Document& document, const std::vector<Source>& sources,
                                 Diagnostics& diagnostics);

}  // namespace rapporteur::template_
