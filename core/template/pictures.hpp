// Pictures of the plan in the pictures of a template: what is drawn is a frame with a tag in its
// alternative text, what comes out is the plan's picture in that frame.
#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "base/picture.hpp"
#include "package/package.hpp"
#include "template/template.hpp"

namespace rapporteur::template_ {

/// What a drawn object says to those who do not see it: the description, or the title.
struct Alternative {
  std::string text;
  bool is_picture = false;  ///< false: a shape, a text box, a chart
};
/// Empty text when `node` is no drawn object: draw:frame and other shapes, wp:inline and wp:anchor
/// within w:drawing.
[[nodiscard]] Alternative alternative_of(Markup markup, pugi::xml_node node);

/// A picture that a part shows and that the package still lacks.
struct PlacedPicture {
  std::string relation;  ///< OOXML: its id in the part
  std::string file;      ///< its name in the package: one for equal pictures
  PictureKind kind = PictureKind::png;
  std::string bytes;
};

/// The drawn object with `picture` in it: as large as its box allows without changing the picture's
/// proportions, never cropped, described by `alt`. `number` counts the pictures of the document.
/// Empty when the drawn object has no size.
[[nodiscard]] std::string picture_xml(Markup markup, pugi::xml_node drawn, const Picture& picture,
                                      const std::string& alt, std::size_t number,
                                      PlacedPicture& placed);

/// Puts the files of a part's pictures, with what must be said of them, into the package.
void add_pictures(Markup markup, const std::string& part,
                  const std::vector<PlacedPicture>& pictures, package::Package& package);

}  // namespace rapporteur::template_
