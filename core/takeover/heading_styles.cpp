#include "takeover/heading_styles.hpp"

#include <string>
#include <string_view>

namespace rapporteur::takeover {
namespace {

using pugi::xml_node;

constexpr int deepest_heading = 6;

void set(xml_node node, const char* name, const std::string& value) {
  node.append_attribute(name) = value.c_str();
}

xml_node style_named(xml_node styles, const std::string& name) {
  for (const xml_node style : styles.children("w:style")) {
    std::string own = style.child("w:name").attribute("w:val").value();
    if (!own.empty() && own.front() == 'H') {
      own.front() = 'h';
    }
    if (own == name) {
      return style;
    }
  }
  return {};
}

std::string normal_style(xml_node styles) {
  for (const xml_node style : styles.children("w:style")) {
    if (style.attribute("w:default").as_bool() &&
        std::string_view(style.attribute("w:type").value()) == "paragraph") {
      return style.attribute("w:styleId").value();
    }
  }
  return {};
}

void add_ooxml(xml_node styles, int level) {
  const std::string number = std::to_string(level);
  if (style_named(styles, "heading " + number)) {
    return;
  }
  xml_node style = styles.append_child("w:style");
  set(style, "w:type", "paragraph");
  set(style, "w:styleId", "Heading" + number);
  set(style.append_child("w:name"), "w:val", "heading " + number);
  if (const std::string normal = normal_style(styles); !normal.empty()) {
    set(style.append_child("w:basedOn"), "w:val", normal);
    set(style.append_child("w:next"), "w:val", normal);
  }
  style.append_child("w:qFormat");
  xml_node paragraph = style.append_child("w:pPr");
  paragraph.append_child("w:keepNext");
  xml_node spacing = paragraph.append_child("w:spacing");
  set(spacing, "w:before", "160");
  set(spacing, "w:after", "60");
  set(paragraph.append_child("w:outlineLvl"), "w:val", std::to_string(level - 1));
  style.append_child("w:rPr").append_child("w:b");
}

void add_odf(xml_node styles, int level) {
  const std::string number = std::to_string(level);
  const std::string name = "Heading_20_" + number;
  xml_node family = styles.child("office:styles");
  if (!family || family.find_child_by_attribute("style:style", "style:name", name.c_str())) {
    return;
  }
  xml_node style = family.append_child("style:style");
  set(style, "style:name", name);
  set(style, "style:display-name", "Heading " + number);
  set(style, "style:family", "paragraph");
  set(style, "style:parent-style-name", "Standard");
  set(style, "style:default-outline-level", number);
  set(style, "style:class", "text");
  xml_node paragraph = style.append_child("style:paragraph-properties");
  set(paragraph, "fo:margin-top", "0.28cm");
  set(paragraph, "fo:margin-bottom", "0.1cm");
  set(paragraph, "fo:keep-with-next", "always");
  set(style.append_child("style:text-properties"), "fo:font-weight", "bold");
}

}  // namespace

void add_heading_styles(template_::Markup markup, xml_node styles) {
  for (int level = 1; level <= deepest_heading; ++level) {
    if (markup == template_::Markup::ooxml) {
      add_ooxml(styles, level);
    } else {
      add_odf(styles, level);
    }
  }
}

}  // namespace rapporteur::takeover
