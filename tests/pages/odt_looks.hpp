// How text looks once all its styles are counted.
#pragma once

#include <pugixml.hpp>
#include <string>

#include "odt_styles.hpp"

namespace rapporteur::pages {

struct Look {
  double size = 0;         ///< points
  std::string colour;      ///< "#rrggbb"; empty: automatic
  std::string background;  ///< "#rrggbb"
  bool raised = false;     ///< superscript or subscript
  std::string style;       ///< the named style to mend
};

/// True for a colour that covers what is behind it.
[[nodiscard]] bool solid(const std::string& colour);

class Looks {
 public:
  explicit Looks(const Styles& styles) : styles_(styles) {}
  /// Of a paragraph's style, before a background.
  [[nodiscard]] Look paragraph(const std::string& style, const std::string& behind) const;
  /// Of a span within text that looks like `look`.
  [[nodiscard]] Look span(const pugi::xml_node& node, Look look) const;

 private:
  [[nodiscard]] std::string colour_of(std::string_view family, const std::string& style,
                                      std::string colour) const;
  const Styles& styles_;
};

}  // namespace rapporteur::pages
