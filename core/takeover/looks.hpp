// How a paragraph looks: enough to tell headings and a donor's instructions from the form's text.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "template/template.hpp"

namespace rapporteur::takeover {

/// What a style, or a run itself, says. Nothing = that of what it is based on.
struct Look {
  int level = -1;  ///< of a heading: 1 …; 0 = body text
  int italic = -1;
  int bold = -1;
  int coloured = -1;  ///< neither black nor automatic, or hidden
  int centred = -1;
  int shaded = -1;  ///< of a cell
  void over(const Look& base);
};

class Looks {
 public:
  explicit Looks(template_::Markup markup) : markup_(markup) {}
  /// Reads the styles of a part: styles.xml, or content.xml of an ODT with its automatic styles.
  void read(pugi::xml_node root);

  /// Looks of the paragraph with its style; italic, bold and coloured hold for all of its text.
  [[nodiscard]] Look of_paragraph(pugi::xml_node paragraph) const;
  [[nodiscard]] bool is_shaded(pugi::xml_node cell) const;

 private:
  struct Style {
    Look look;
    std::string base;
  };
  [[nodiscard]] Look style(std::string_view name) const;
  [[nodiscard]] Look of_run(pugi::xml_node run) const;
  void all_runs(pugi::xml_node parent, const Look& outer, Look& all, bool& any) const;
  void read_ooxml(pugi::xml_node style);
  void read_odf(pugi::xml_node style);

  template_::Markup markup_;
  std::map<std::string, Style, std::less<>> styles_;
};

}  // namespace rapporteur::takeover
