// The styles of an ODT: what a property is once parents, automatic styles and defaults are counted,
// and the pages that the document declares.
#pragma once

#include <map>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::pages {

/// "1.5cm", "0.0472in", "9pt", "2mm" → points; 0 for anything else.
[[nodiscard]] double points(std::string_view length);

/// A page as its master page declares it, in points. Header and footer lie inside the margins.
struct PageStyle {
  std::string name;
  std::string next;  ///< page style of the page that follows
  double width = 0;
  double height = 0;
  double left = 0;  ///< margins
  double right = 0;
  double top = 0;
  double bottom = 0;
  double header = 0;  ///< height of the band at least, distance to the body counted; 0: none
  double footer = 0;
  double header_gap = 0;  ///< the distance itself
  double footer_gap = 0;
  std::string background;             ///< "#rrggbb" or empty
  std::vector<pugi::xml_node> bands;  ///< paragraphs of header, then of footer
  std::size_t header_paragraphs = 0;  ///< how many of `bands` are of the header
};

class Styles {
 public:
  /// The two parts as XML text; either may be empty.
  Styles(const std::string& styles_xml, const std::string& content_xml);

  /// An attribute of a style's properties ("style:text-properties", "fo:color"), looked for in the
  /// style, its parents, and the default of its family. Empty when nobody says.
  [[nodiscard]] std::string property(std::string_view family, const std::string& style,
                                     const char* element, const char* attribute) const;
  /// The same without the default of the family.
  [[nodiscard]] std::string own_property(std::string_view family, const std::string& style,
                                         const char* element, const char* attribute) const;
  /// An attribute of the style itself ("style:master-page-name"), in the style or its parents.
  [[nodiscard]] std::string attribute(std::string_view family, const std::string& style,
                                      const char* name) const;
  /// The name of the nearest named style: automatic styles show as their parent.
  [[nodiscard]] std::string named(std::string_view family, const std::string& style) const;
  [[nodiscard]] const std::map<std::string, PageStyle>& pages() const { return pages_; }
  [[nodiscard]] pugi::xml_node content() const { return content_->document_element(); }

 private:
  using Key = std::pair<std::string, std::string>;  ///< family, name
  void collect(const pugi::xml_node& styles, bool automatic);
  void collect_pages(const pugi::xml_node& root);
  [[nodiscard]] pugi::xml_node find(std::string_view family, const std::string& style) const;

  std::unique_ptr<pugi::xml_document> styles_;
  std::unique_ptr<pugi::xml_document> content_;
  std::map<Key, pugi::xml_node> all_;
  std::map<Key, bool> automatic_;
  std::map<std::string, pugi::xml_node> defaults_;
  std::map<std::string, PageStyle> pages_;
};

}  // namespace rapporteur::pages
