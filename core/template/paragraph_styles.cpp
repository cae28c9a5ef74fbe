#include "template/paragraph_styles.hpp"

#include <cstdlib>

namespace rapporteur::template_ {
namespace {

constexpr int longest_chain = 16;  // of styles and their parents: a circle ends
constexpr double odf_points = 12;  // of an office, where the document says nothing
constexpr double ooxml_points = 10;
constexpr double wide_letters = 1.1;  // Arial's figures are 0.556 em, Carlito's 0.507

bool is_paragraph_family(pugi::xml_node style) {
  return std::string_view(style.attribute("style:family").value()) == "paragraph";
}
double half_points(pugi::xml_node style) {
  return style.child("w:rPr").child("w:sz").attribute("w:val").as_double() / 2;
}

}  // namespace

ParagraphStyles::ParagraphStyles(Markup markup, pugi::xml_node root)
    : markup_(markup), styles_(markup == Markup::odf ? root.child("office:styles") : root) {}

pugi::xml_node ParagraphStyles::find(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    for (const pugi::xml_node style : styles_.children(is_odf() ? "style:style" : "w:style")) {
      if (is_paragraph(style) && shown_name(style) == name) {
        return style;
      }
    }
  }
  return {};
}

std::string ParagraphStyles::id(pugi::xml_node style) const {
  return style.attribute(is_odf() ? "style:name" : "w:styleId").value();
}

std::string ParagraphStyles::colour(pugi::xml_node style) const {
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

double ParagraphStyles::size(pugi::xml_node style) const {
  for (int i = 0; style && i < longest_chain; ++i, style = parent(style)) {
    const double points = own_size(style);
    if (points > 0) {
      return points;
    }
  }
  return is_odf() ? own_size(default_style())
                  : half_points(styles_.child("w:docDefaults").child("w:rPrDefault"));
}

pugi::xml_node ParagraphStyles::default_style() const {
  return styles_.find_child([](pugi::xml_node node) {
    return std::string_view(node.name()) == "style:default-style" && is_paragraph_family(node);
  });
}

std::string_view ParagraphStyles::font(pugi::xml_node style) const {
  for (int i = 0; style && i < longest_chain; ++i, style = parent(style)) {
    const std::string_view name =
        is_odf() ? style.child("style:text-properties").attribute("style:font-name").value()
                 : style.child("w:rPr").child("w:rFonts").attribute("w:ascii").value();
    if (!name.empty()) {
      return name;
    }
  }
  return is_odf()
             ? default_style().child("style:text-properties").attribute("style:font-name").value()
             : styles_.child("w:docDefaults")
                   .child("w:rPrDefault")
                   .child("w:rPr")
                   .child("w:rFonts")
                   .attribute("w:ascii")
                   .value();
}

std::map<std::string, Letters, std::less<>> ParagraphStyles::letters() const {
  std::map<std::string, Letters, std::less<>> all;
  const auto of = [&](pugi::xml_node style) {
    const double points = size(style);
    const std::string_view name = font(style);
    const bool is_narrow = name.starts_with("Carlito") || name.starts_with("Calibri");
    return Letters{points > 0 ? points
                   : is_odf() ? odf_points
                              : ooxml_points,
                   is_strong(style), is_narrow ? 1 : wide_letters};
  };
  all[""] = of({});
  for (const pugi::xml_node style : styles_.children(is_odf() ? "style:style" : "w:style")) {
    if (is_paragraph(style)) {
      all[id(style)] = of(style);
    }
  }
  return all;
}

bool ParagraphStyles::is_paragraph(pugi::xml_node style) const {
  return is_odf() ? is_paragraph_family(style)
                  : std::string_view(style.attribute("w:type").value()) == "paragraph";
}

bool ParagraphStyles::is_strong(pugi::xml_node style) const {
  for (int i = 0; style && i < longest_chain; ++i, style = parent(style)) {
    if (is_odf()) {
      const pugi::xml_attribute weight =
          style.child("style:text-properties").attribute("fo:font-weight");
      if (weight) {
        return std::string_view(weight.value()) == "bold" || weight.as_int() >= 600;
      }
    } else if (const pugi::xml_node bold = style.child("w:rPr").child("w:b")) {
      const std::string_view value = bold.attribute("w:val").as_string("true");
      return value != "0" && value != "false";
    }
  }
  return false;
}

std::string_view ParagraphStyles::shown_name(pugi::xml_node style) const {
  if (!is_odf()) {
    return style.child("w:name").attribute("w:val").value();
  }
  const pugi::xml_attribute shown = style.attribute("style:display-name");
  return shown ? shown.value() : style.attribute("style:name").value();
}

pugi::xml_node ParagraphStyles::parent(pugi::xml_node style) const {
  return is_odf()
             ? styles_.find_child_by_attribute("style:style", "style:name",
                                               style.attribute("style:parent-style-name").value())
             : styles_.find_child_by_attribute("w:style", "w:styleId",
                                               style.child("w:basedOn").attribute("w:val").value());
}

double ParagraphStyles::own_size(pugi::xml_node style) const {
  if (!is_odf()) {
    return half_points(style);
  }
  const std::string_view size =
      style.child("style:text-properties").attribute("fo:font-size").value();
  return size.ends_with("pt") ? std::strtod(size.data(), nullptr) : 0;
}

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

}  // namespace rapporteur::template_
