#include "odt_looks.hpp"

namespace rapporteur::pages {

namespace {

constexpr const char* text_properties = "style:text-properties";
constexpr const char* paragraph_properties = "style:paragraph-properties";

}  // namespace

bool solid(const std::string& colour) {
  return !colour.empty() && colour != "transparent";
}

Look Looks::paragraph(const std::string& style, const std::string& behind) const {
  Look look;
  look.size = points(styles_.property("paragraph", style, text_properties, "fo:font-size"));
  look.colour = colour_of("paragraph", style,
                          styles_.property("paragraph", style, text_properties, "fo:color"));
  look.background = behind;
  for (const char* element : {paragraph_properties, text_properties}) {
    const std::string own = styles_.property("paragraph", style, element, "fo:background-color");
    if (solid(own)) {
      look.background = own;
    }
  }
  look.style = styles_.named("paragraph", style);
  return look;
}

std::string Looks::colour_of(std::string_view family, const std::string& style,
                             std::string colour) const {
  const bool automatic =
      styles_.own_property(family, style, text_properties, "style:use-window-font-color") == "true";
  return automatic ? std::string() : std::move(colour);
}

Look Looks::span(const pugi::xml_node& node, Look look) const {
  const std::string style = node.attribute("text:style-name").value();
  if (style.empty()) {
    return look;
  }
  const auto own = [&](const char* name) {
    return styles_.own_property("text", style, text_properties, name);
  };
  const std::string size = own("fo:font-size");
  if (size.ends_with('%')) {
    look.size *= std::stod(size) / 100;
  } else if (!size.empty()) {
    look.size = points(size);
  }
  if (const std::string colour = own("fo:color"); !colour.empty()) {
    look.colour = colour;
  }
  look.colour = colour_of("text", style, look.colour);
  if (const std::string background = own("fo:background-color"); solid(background)) {
    look.background = background;
  }
  const std::string position = own("style:text-position");
  look.raised = look.raised || (!position.empty() && !position.starts_with("0%"));
  look.style = styles_.named("text", style);
  return look;
}

}  // namespace rapporteur::pages
