#include "odt_styles.hpp"

#include <charconv>
#include <cstdlib>

namespace rapporteur::pages {

namespace {

/// Parents that stand in a circle would be followed for ever.
constexpr int deepest = 32;

double spacing(const pugi::xml_node& properties, const char* side) {
  return points(properties.attribute(side).value());
}

/// The height of a header or footer: LibreOffice counts its distance to the body in it.
double band_height(const pugi::xml_node& properties) {
  const char* fixed = properties.attribute("svg:height").value();
  return points(*fixed != '\0' ? fixed : properties.attribute("fo:min-height").value());
}

}  // namespace

double points(std::string_view length) {
  const std::string text(length);
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  const std::string_view unit = end;
  if (unit == "pt") {
    return value;
  }
  if (unit == "in") {
    return value * 72;
  }
  if (unit == "cm") {
    return value * 72 / 2.54;
  }
  if (unit == "mm") {
    return value * 72 / 25.4;
  }
  return 0;
}

Styles::Styles(const std::string& styles_xml, const std::string& content_xml)
    : styles_(std::make_unique<pugi::xml_document>()),
      content_(std::make_unique<pugi::xml_document>()) {
  styles_->load_string(styles_xml.c_str(), pugi::parse_default | pugi::parse_ws_pcdata);
  content_->load_string(content_xml.c_str(), pugi::parse_default | pugi::parse_ws_pcdata);
  for (const pugi::xml_node root : {styles_->document_element(), content_->document_element()}) {
    // An automatic style of styles.xml is seen by headers and footers alone; its name may come
    // again in content.xml, for another style. That of the content wins here.
    collect(root.child("office:styles"), false);
    collect(root.child("office:automatic-styles"), true);
  }
  collect_pages(styles_->document_element());
}

void Styles::collect(const pugi::xml_node& styles, bool automatic) {
  for (const pugi::xml_node style : styles.children()) {
    const std::string family = style.attribute("style:family").value();
    if (std::string_view(style.name()) == "style:default-style") {
      defaults_[family] = style;
    } else if (std::string_view(style.name()) == "style:style") {
      const Key key{family, style.attribute("style:name").value()};
      all_[key] = style;
      automatic_[key] = automatic;
    }
  }
}

void Styles::collect_pages(const pugi::xml_node& root) {
  std::map<std::string, pugi::xml_node> layouts;
  for (const pugi::xml_node layout :
       root.child("office:automatic-styles").children("style:page-layout")) {
    layouts[layout.attribute("style:name").value()] = layout;
  }
  for (const pugi::xml_node master :
       root.child("office:master-styles").children("style:master-page")) {
    const pugi::xml_node layout = layouts[master.attribute("style:page-layout-name").value()];
    const pugi::xml_node page = layout.child("style:page-layout-properties");
    PageStyle read;
    read.name = master.attribute("style:name").value();
    read.next = master.attribute("style:next-style-name").value();
    read.width = points(page.attribute("fo:page-width").value());
    read.height = points(page.attribute("fo:page-height").value());
    read.left = spacing(page, "fo:margin-left");
    read.right = spacing(page, "fo:margin-right");
    read.top = spacing(page, "fo:margin-top");
    read.bottom = spacing(page, "fo:margin-bottom");
    read.background = page.attribute("fo:background-color").value();
    for (const bool header : {true, false}) {
      const pugi::xml_node band = master.child(header ? "style:header" : "style:footer");
      if (!band) {
        continue;
      }
      const pugi::xml_node properties =
          layout.child(header ? "style:header-style" : "style:footer-style")
              .child("style:header-footer-properties");
      (header ? read.header : read.footer) = band_height(properties);
      (header ? read.header_gap : read.footer_gap) =
          spacing(properties, header ? "fo:margin-bottom" : "fo:margin-top");
      for (const auto& paragraph : band.select_nodes(".//*[self::text:p or self::text:h]")) {
        read.bands.push_back(paragraph.node());
      }
      if (header) {
        read.header_paragraphs = read.bands.size();
      }
    }
    pages_[read.name] = read;
  }
}

pugi::xml_node Styles::find(std::string_view family, const std::string& style) const {
  const auto found = all_.find({std::string(family), style});
  return found == all_.end() ? pugi::xml_node() : found->second;
}

std::string Styles::own_property(std::string_view family, const std::string& style,
                                 const char* element, const char* attribute) const {
  std::string name = style;
  for (int depth = 0; depth < deepest && !name.empty(); ++depth) {
    const pugi::xml_node found = find(family, name);
    const pugi::xml_attribute value = found.child(element).attribute(attribute);
    if (value) {
      return value.value();
    }
    name = found.attribute("style:parent-style-name").value();
  }
  return {};
}

std::string Styles::property(std::string_view family, const std::string& style, const char* element,
                             const char* attribute) const {
  std::string own = own_property(family, style, element, attribute);
  if (!own.empty()) {
    return own;
  }
  const auto fallback = defaults_.find(std::string(family));
  return fallback == defaults_.end() ? std::string()
                                     : fallback->second.child(element).attribute(attribute).value();
}

std::string Styles::attribute(std::string_view family, const std::string& style,
                              const char* name) const {
  std::string at = style;
  for (int depth = 0; depth < deepest && !at.empty(); ++depth) {
    const pugi::xml_node found = find(family, at);
    if (found.attribute(name)) {
      return found.attribute(name).value();
    }
    at = found.attribute("style:parent-style-name").value();
  }
  return {};
}

std::string Styles::named(std::string_view family, const std::string& style) const {
  std::string name = style;
  for (int depth = 0; depth < deepest; ++depth) {
    const auto found = automatic_.find({std::string(family), name});
    if (found == automatic_.end() || !found->second) {
      return name;
    }
    name = find(family, name).attribute("style:parent-style-name").value();
  }
  return name;
}

}  // namespace rapporteur::pages
