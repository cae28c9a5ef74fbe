// What a survey finds in a template beside its tags. Each looks at the file as it lies; findings:
// core/messages/survey.yaml.
#pragma once

#include <pugixml.hpp>

#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "template/document.hpp"
#include "template/survey_walk.hpp"

namespace rapporteur::template_ {

/// Access for all: headings that are empty or leave out a level, pictures without a description,
/// tables without a header row. Feed it every element of every part, in order.
class AccessCheck {
 public:
  AccessCheck(Markup markup, Diagnostics& diagnostics)
      : markup_(markup), diagnostics_(diagnostics) {}
  void see(const Seen& seen);

 private:
  void heading(const Seen& seen);
  void table(const Seen& seen);
  void picture(const Seen& seen);

  Markup markup_;
  Diagnostics& diagnostics_;
  int level_ = 0;  ///< of the heading before
};

/// Content controls, merge fields and the like, and what becomes of them.
class FieldCheck {
 public:
  FieldCheck(Markup markup, Diagnostics& diagnostics)
      : markup_(markup), diagnostics_(diagnostics) {}
  void see(const Seen& seen);
  void end();  ///< of all parts

 private:
  void say(const char* id, const Seen& seen, const char* what, std::string name);
  void instruction(const std::string& code, const Origin& origin);

  Markup markup_;
  Diagnostics& diagnostics_;
  std::string code_;  ///< of a field that is split over runs
  Origin code_at_;
};

/// Which styles and fonts the texts of the template use.
class StyleUse {
 public:
  StyleUse(Markup markup, pugi::xml_node styles) : markup_(markup), styles_(styles) {}
  void see(const Seen& seen);
  /// Families of fonts, through parents and defaults.
  [[nodiscard]] std::vector<std::string> fonts(const std::vector<pugi::xml_node>& parts) const;

 private:
  Markup markup_;
  pugi::xml_node styles_;
  std::set<std::string> used_;    ///< names (ODF) or ids (OOXML) of styles
  std::set<std::string> direct_;  ///< fonts named without a style
};

/// Named styles that rich text is set in and that the template lacks, and a language that is not
/// set. All are asked for: a text may hold anything.
void check_styles(Markup markup, const std::string& file, pugi::xml_node styles,
                  Diagnostics& diagnostics);

}  // namespace rapporteur::template_
