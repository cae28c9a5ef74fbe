// The paragraph styles of a template: what they say about letters, through their parents.
#pragma once

#include <pugixml.hpp>

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

#include "template/looks.hpp"
#include "template/template.hpp"

namespace rapporteur::template_ {

class ParagraphStyles {
 public:
  /// `root` is that of ODF's styles.xml or of OOXML's.
  ParagraphStyles(Markup markup, pugi::xml_node root);

  /// The first of these styles, by the name that people see; null when there is none.
  [[nodiscard]] pugi::xml_node find(std::initializer_list<std::string_view> names) const;
  [[nodiscard]] std::string id(pugi::xml_node style) const;
  /// RRGGBB, or empty.
  [[nodiscard]] std::string colour(pugi::xml_node style) const;
  /// In points, or 0.
  [[nodiscard]] double size(pugi::xml_node style) const;
  /// Of every style, by id; under "" those of a paragraph without style.
  [[nodiscard]] std::map<std::string, Letters, std::less<>> letters() const;

 private:
  [[nodiscard]] bool is_odf() const { return markup_ == Markup::odf; }
  [[nodiscard]] bool is_paragraph(pugi::xml_node style) const;
  [[nodiscard]] bool is_strong(pugi::xml_node style) const;
  [[nodiscard]] std::string_view font(pugi::xml_node style) const;
  [[nodiscard]] pugi::xml_node default_style() const;
  [[nodiscard]] std::string_view shown_name(pugi::xml_node style) const;
  [[nodiscard]] pugi::xml_node parent(pugi::xml_node style) const;
  [[nodiscard]] double own_size(pugi::xml_node style) const;

  Markup markup_;
  pugi::xml_node styles_;
};

/// "21cm", "8.5in": in cm; 0 when it is no length.
[[nodiscard]] double centimetres(const char* text);

}  // namespace rapporteur::template_
