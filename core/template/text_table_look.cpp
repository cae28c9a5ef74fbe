// What a template's styles say about its tables.
#include <string_view>

#include "template/paragraph_styles.hpp"
#include "template/text_table.hpp"

namespace rapporteur::template_ {
namespace {

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
  const ParagraphStyles all(markup, styles);
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
