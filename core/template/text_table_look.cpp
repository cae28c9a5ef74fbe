// What a template's styles say about its tables.
#include <cstdlib>
#include <string_view>

#include "template/text_table.hpp"

namespace rapporteur::template_ {
namespace {

constexpr int longest_chain = 16;  // of styles and their parents: a circle ends

class Styles {
 public:
  Styles(Markup markup, pugi::xml_node root) : markup_(markup) {
    styles_ = markup == Markup::odf ? root.child("office:styles") : root;
  }

  // The first of these paragraph styles, by the name that people see.
  [[nodiscard]] pugi::xml_node find(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) {
      for (const pugi::xml_node style : styles_.children(is_odf() ? "style:style" : "w:style")) {
        if (is_paragraph(style) && shown_name(style) == name) {
          return style;
        }
      }
    }
    return {};
  }
  [[nodiscard]] std::string id(pugi::xml_node style) const {
    return style.attribute(is_odf() ? "style:name" : "w:styleId").value();
  }

  // RRGGBB, or empty.
  [[nodiscard]] std::string colour(pugi::xml_node style) const {
    for (int i = 0; style && i < longest_chain; ++i, style = parent(style)) {
      const std::string_view value =
          is_odf() ? style.child("style:text-properties").attribute("fo:color").value()
                   : style.child("w:rPr").child("w:color").attribute("w:val").value();
      const std::string_view digits = value.substr(value.starts_with('#') ? 1 : 0);
      if (digits.size() == 6 &&
          digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos) {
        return std::string(digits);
      }
    }
    return {};
  }

  // In points, or 0.
  [[nodiscard]] double size(pugi::xml_node style) const {
    for (int i = 0; style && i < longest_chain; ++i, style = parent(style)) {
      const double points = own_size(style);
      if (points > 0) {
        return points;
      }
    }
    return is_odf() ? own_size(styles_.find_child([](pugi::xml_node node) {
      return std::string_view(node.name()) == "style:default-style" && is_paragraph_family(node);
    }))
                    : half_points(styles_.child("w:docDefaults").child("w:rPrDefault"));
  }

 private:
  [[nodiscard]] bool is_odf() const { return markup_ == Markup::odf; }
  static bool is_paragraph_family(pugi::xml_node style) {
    return std::string_view(style.attribute("style:family").value()) == "paragraph";
  }
  [[nodiscard]] bool is_paragraph(pugi::xml_node style) const {
    return is_odf() ? is_paragraph_family(style)
                    : std::string_view(style.attribute("w:type").value()) == "paragraph";
  }
  [[nodiscard]] std::string_view shown_name(pugi::xml_node style) const {
    if (!is_odf()) {
      return style.child("w:name").attribute("w:val").value();
    }
    const pugi::xml_attribute shown = style.attribute("style:display-name");
    return shown ? shown.value() : style.attribute("style:name").value();
  }
  [[nodiscard]] pugi::xml_node parent(pugi::xml_node style) const {
    return is_odf()
               ? styles_.find_child_by_attribute("style:style", "style:name",
                                                 style.attribute("style:parent-style-name").value())
               : styles_.find_child_by_attribute(
                     "w:style", "w:styleId", style.child("w:basedOn").attribute("w:val").value());
  }
  [[nodiscard]] double own_size(pugi::xml_node style) const {
    if (!is_odf()) {
      return half_points(style);
    }
    const std::string_view size =
        style.child("style:text-properties").attribute("fo:font-size").value();
    return size.ends_with("pt") ? std::strtod(size.data(), nullptr) : 0;
  }
  static double half_points(pugi::xml_node style) {
    return style.child("w:rPr").child("w:sz").attribute("w:val").as_double() / 2;
  }

  Markup markup_;
  pugi::xml_node styles_;
};

// "21cm", "8.5in": in cm; 0 when it is no length.
double centimetres(const char* text) {
  char* end = nullptr;
  const double value = std::strtod(text, &end);
  const std::string_view unit(end);
  if (unit == "cm") {
    return value;
  }
  if (unit == "mm") {
    return value / 10;
  }
  if (unit == "in") {
    return value * 2.54;
  }
  return unit == "pt" ? value * 2.54 / 72 : 0;
}

double odf_width(pugi::xml_node styles) {
  const std::string layout =
      styles.child("office:master-styles")
          .find_child_by_attribute("style:master-page", "style:name", "Standard")
          .attribute("style:page-layout-name")
          .value();
  const pugi::xml_node page =
      styles.child("office:automatic-styles")
          .find_child_by_attribute("style:page-layout", "style:name", layout.c_str())
          .child("style:page-layout-properties");
  return centimetres(page.attribute("fo:page-width").value()) -
         centimetres(page.attribute("fo:margin-left").value()) -
         centimetres(page.attribute("fo:margin-right").value());
}

double ooxml_width(pugi::xml_node document) {
  const pugi::xml_node section = document.child("w:body").child("w:sectPr");
  const pugi::xml_node margins = section.child("w:pgMar");
  const double twips = section.child("w:pgSz").attribute("w:w").as_double() -
                       margins.attribute("w:left").as_double() -
                       margins.attribute("w:right").as_double();
  return twips / 1440 * 2.54;
}

}  // namespace

TextTableLook text_table_look(Markup markup, pugi::xml_node styles, pugi::xml_node document) {
  const Styles all(markup, styles);
  TextTableLook look;
  const pugi::xml_node body = all.find({"Table Text", "Table Contents"});
  const pugi::xml_node head = all.find({"Table Heading"});
  look.body = all.id(body);
  look.figure = all.id(all.find({"Table Figure"}));
  look.head = all.id(head);
  look.head_figure = all.id(all.find({"Table Heading Figure"}));
  if (std::string colour = all.colour(head); !colour.empty()) {
    look.rule = std::move(colour);
  }
  if (const double points = all.size(body); points > 0) {
    look.points = points;
  }
  const double width = markup == Markup::odf ? odf_width(styles) : ooxml_width(document);
  if (width >= 5) {
    look.width = width;
  }
  return look;
}

}  // namespace rapporteur::template_
