// A walk over a template as it lies in its file, every element with its place.
#pragma once

#include <pugixml.hpp>

#include <functional>
#include <string>
#include <string_view>

#include "template/document.hpp"

namespace rapporteur::template_ {

/// One visited element. `heading` is set for paragraphs only.
struct Seen {
  pugi::xml_node node;
  Role role = Role::other;
  const Origin& origin;  ///< with the number of the paragraph, 0 outside of any
  int level = 0;         ///< of a heading, from 1; 0 = none
};

/// Level of a heading paragraph (ODF: text:h; OOXML: a style or paragraph with an outline level),
/// or 0. `levels` of styles are those of read_levels().
using Levels = std::map<std::string, int, std::less<>>;
[[nodiscard]] Levels read_levels(Markup markup, pugi::xml_node styles);

class SurveyWalk {
 public:
  using Visit = std::function<void(const Seen&)>;
  SurveyWalk(Markup markup, std::string file, Levels levels, Visit visit);

  /// Parts in the order of read_sources(): paragraphs are counted through.
  void part(pugi::xml_node root, const std::string& place);

 private:
  void walk(pugi::xml_node parent);
  void element(pugi::xml_node node);
  void paragraph(pugi::xml_node node);
  void row(pugi::xml_node node);
  void inside(pugi::xml_node node, const Origin& place);
  [[nodiscard]] int level_of(pugi::xml_node paragraph) const;

  Markup markup_;
  Levels levels_;
  Visit visit_;
  Origin place_;
  int tables_ = 0;
  int paragraphs_ = 0;
};

}  // namespace rapporteur::template_
