// The styles that rich text is set in, and the fonts that the template needs.
#include <algorithm>
#include <array>
#include <map>

#include "base/text.hpp"
#include "template/paragraph_styles.hpp"
#include "template/survey_findings.hpp"

namespace rapporteur::template_ {
namespace {

/// What a text can hold and the styles that it is set in: core/office/filler/blocks.cpp, lists.cpp,
/// runs.cpp; text_table_look.cpp. The first that is there is taken.
struct Wanted {
  const char* what;
  std::vector<std::string_view> odf;
  std::vector<std::string_view> ooxml;
};
const std::vector<Wanted>& wanted_styles() {
  static const std::vector<Wanted> all{
      {"heading", {"Heading 1"}, {"heading 1", "Heading 1"}},
      {"heading", {"Heading 2"}, {"heading 2", "Heading 2"}},
      {"bullet", {"List Bullet", "List 1"}, {"List Bullet"}},
      {"number", {"List Number", "Numbering 123"}, {"List Number"}},
      {"quote", {"Quote", "Quotations"}, {"Quote"}},
      {"table", {"Table Text", "Table Contents"}, {"Table Text", "Table Contents"}},
      {"table_head", {"Table Heading"}, {"Table Heading"}},
  };
  return all;
}

std::string shown_name(Markup markup, pugi::xml_node style) {
  if (markup == Markup::ooxml) {
    return style.child("w:name").attribute("w:val").value();
  }
  const pugi::xml_attribute shown = style.attribute("style:display-name");
  std::string name = shown ? shown.value() : style.attribute("style:name").value();
  for (std::size_t at = name.find("_20_"); at != std::string::npos; at = name.find("_20_")) {
    name.replace(at, 4, " ");
  }
  return name;
}

std::set<std::string> style_names(Markup markup, pugi::xml_node styles) {
  std::set<std::string> names;
  const pugi::xml_node holder = markup == Markup::odf ? styles.child("office:styles") : styles;
  for (const pugi::xml_node style : holder.children()) {
    names.insert(shown_name(markup, style));
  }
  return names;
}

bool has_language(Markup markup, pugi::xml_node styles) {
  if (markup == Markup::ooxml) {
    const std::string_view language = styles.child("w:docDefaults")
                                          .child("w:rPrDefault")
                                          .child("w:rPr")
                                          .child("w:lang")
                                          .attribute("w:val")
                                          .value();
    return !language.empty();
  }
  const pugi::xml_node standard = styles.child("office:styles").find_child([](pugi::xml_node node) {
    return std::string_view(node.name()) == "style:default-style" &&
           std::string_view(node.attribute("style:family").value()) == "paragraph";
  });
  const std::string_view language =
      standard.child("style:text-properties").attribute("fo:language").value();
  return !language.empty() && language != "none" && language != "zxx";
}

/// OOXML: the letters' font; a theme's is not in this part.
std::string_view ooxml_font(pugi::xml_node run_properties) {
  const pugi::xml_node fonts = run_properties.child("w:rFonts");
  const pugi::xml_attribute name = fonts.attribute("w:ascii");
  return name ? name.value() : fonts.attribute("w:hAnsi").value();
}

std::string odf_font(pugi::xml_node style) {
  const pugi::xml_node text = style.child("style:text-properties");
  const pugi::xml_attribute name = text.attribute("style:font-name");
  return name ? name.value() : text.attribute("fo:font-family").value();
}

// 'Liberation Sans', Arial -> Liberation Sans
std::string first_family(std::string family) {
  family = trimmed(family.substr(0, family.find(',')));
  std::erase(family, '\'');
  return trimmed(family);
}

/// Styles by name or id, over all parts.
std::map<std::string, pugi::xml_node> all_styles(Markup markup, pugi::xml_node styles,
                                                 const std::vector<pugi::xml_node>& parts) {
  std::map<std::string, pugi::xml_node> all;
  const auto collect = [&](pugi::xml_node holder) {
    for (const pugi::xml_node style : holder.children()) {
      const std::string name =
          style.attribute(markup == Markup::odf ? "style:name" : "w:styleId").value();
      if (!name.empty()) {
        all.emplace(name, style);
      }
    }
  };
  if (markup == Markup::ooxml) {
    collect(styles);
    return all;
  }
  collect(styles.child("office:styles"));
  for (const pugi::xml_node part : parts) {
    collect(part.child("office:automatic-styles"));
  }
  return all;
}

}  // namespace

void StyleUse::see(const Seen& seen) {
  if (markup_ == Markup::odf) {
    for (const char* attribute : {"text:style-name", "table:style-name"}) {
      if (const pugi::xml_attribute name = seen.node.attribute(attribute)) {
        used_.insert(name.value());
      }
    }
    return;
  }
  for (const char* properties : {"w:pPr", "w:rPr"}) {
    const pugi::xml_node looks = seen.node.child(properties);
    for (const char* style : {"w:pStyle", "w:rStyle"}) {
      if (const pugi::xml_node named = looks.child(style)) {
        used_.insert(named.attribute("w:val").value());
      }
    }
    if (const std::string_view font = ooxml_font(looks); !font.empty()) {
      direct_.emplace(font);
    }
  }
}

std::vector<std::string> StyleUse::fonts(const std::vector<pugi::xml_node>& parts) const {
  constexpr int longest_chain = 16;
  const std::map<std::string, pugi::xml_node> all = all_styles(markup_, styles_, parts);
  const bool is_odf = markup_ == Markup::odf;
  std::set<std::string> names = direct_;
  bool needs_default = used_.empty();
  for (const std::string& used : used_) {
    std::string name = used;
    std::string font;
    for (int i = 0; i < longest_chain && font.empty(); ++i) {
      const auto style = all.find(name);
      if (style == all.end()) {
        break;
      }
      font =
          is_odf ? odf_font(style->second) : std::string(ooxml_font(style->second.child("w:rPr")));
      name = is_odf ? style->second.attribute("style:parent-style-name").value()
                    : style->second.child("w:basedOn").attribute("w:val").value();
    }
    needs_default = needs_default || font.empty();
    names.insert(font);
  }
  if (needs_default) {
    names.insert(is_odf
                     ? odf_font(styles_.child("office:styles").child("style:default-style"))
                     : std::string(ooxml_font(
                           styles_.child("w:docDefaults").child("w:rPrDefault").child("w:rPr"))));
  }
  std::set<std::string> families;
  for (const std::string& name : names) {
    std::string family = name;
    for (const pugi::xml_node part : parts) {
      const pugi::xml_node face =
          part.child("office:font-face-decls").find_child_by_attribute("style:name", name.c_str());
      family = face ? face.attribute("svg:font-family").value() : family;
    }
    families.insert(first_family(family));
  }
  families.erase("");
  return {families.begin(), families.end()};
}

void check_styles(Markup markup, const std::string& file, pugi::xml_node styles,
                  Diagnostics& diagnostics) {
  const std::set<std::string> present = style_names(markup, styles);
  for (const Wanted& wanted : wanted_styles()) {
    const auto& names = markup == Markup::odf ? wanted.odf : wanted.ooxml;
    const bool is_there = std::any_of(names.begin(), names.end(), [&](std::string_view name) {
      return present.contains(std::string(name));
    });
    if (!is_there) {
      diagnostics.add(
          {.id = "template-style-missing",
           .origin = {.file = file},
           .args = {{"style", std::string(names.front())}, {"what", std::string(wanted.what)}}});
    }
  }
  if (!has_language(markup, styles)) {
    diagnostics.add({.id = "template-no-language", .origin = {.file = file}});
  }
}

}  // namespace rapporteur::template_
