#include "takeover/looks.hpp"

#include "base/text.hpp"
#include "template/markup.hpp"

namespace rapporteur::takeover {
namespace {

using pugi::xml_node;
using template_::Markup;

constexpr int deepest_base = 20;  // styles of strangers may be based on each other in a ring

void take(int& own, int base) {
  own = own < 0 ? base : own;
}

// <w:i/> and <w:i w:val="1"/>, but not <w:i w:val="0"/>.
int flag(xml_node node) {
  if (!node) {
    return -1;
  }
  const std::string_view value = node.attribute("w:val").value();
  return value == "0" || value == "false" || value == "none" ? 0 : 1;
}

bool is_plain_colour(std::string_view colour) {
  return colour.empty() || colour == "auto" || colour == "000000" || colour == "#000000";
}

bool is_white(std::string_view fill) {
  return fill.empty() || fill == "auto" || fill == "FFFFFF" || fill == "ffffff" ||
         fill == "#ffffff" || fill == "#FFFFFF" || fill == "transparent";
}

Look run_look(xml_node properties) {
  Look look;
  look.italic = flag(properties.child("w:i"));
  look.bold = flag(properties.child("w:b"));
  if (const xml_node colour = properties.child("w:color")) {
    look.coloured = is_plain_colour(colour.attribute("w:val").value()) ? 0 : 1;
  }
  if (flag(properties.child("w:vanish")) == 1) {
    look.coloured = 1;
  }
  return look;
}

Look text_look(xml_node properties) {
  Look look;
  if (const auto style = properties.attribute("fo:font-style")) {
    look.italic = std::string_view(style.value()) == "normal" ? 0 : 1;
  }
  if (const auto weight = properties.attribute("fo:font-weight")) {
    look.bold = std::string_view(weight.value()) == "normal" ? 0 : 1;
  }
  if (const auto colour = properties.attribute("fo:color")) {
    look.coloured = is_plain_colour(colour.value()) ? 0 : 1;
  }
  if (std::string_view(properties.attribute("text:display").value()) == "none") {
    look.coloured = 1;
  }
  return look;
}

// "heading 2", "Titre 2" has level 2 in Word by its outline level or its name.
int level_of(std::string_view name, xml_node properties) {
  if (const xml_node outline = properties.child("w:outlineLvl")) {
    const int level = outline.attribute("w:val").as_int(9);
    return level < 9 ? level + 1 : 0;
  }
  for (const std::string_view prefix : {"heading ", "Heading "}) {
    if (name.starts_with(prefix) && name.size() > prefix.size()) {
      return name[prefix.size()] - '0';
    }
  }
  return -1;
}

}  // namespace

void Look::over(const Look& base) {
  take(level, base.level);
  take(italic, base.italic);
  take(bold, base.bold);
  take(coloured, base.coloured);
  take(centred, base.centred);
  take(shaded, base.shaded);
}

void Looks::read_ooxml(xml_node style) {
  Style read{run_look(style.child("w:rPr")), style.child("w:basedOn").attribute("w:val").value()};
  const xml_node properties = style.child("w:pPr");
  read.look.level = level_of(style.child("w:name").attribute("w:val").value(), properties);
  if (const xml_node align = properties.child("w:jc")) {
    read.look.centred = std::string_view(align.attribute("w:val").value()) == "center" ? 1 : 0;
  }
  styles_[style.attribute("w:styleId").value()] = std::move(read);
}

void Looks::read_odf(xml_node style) {
  Style read{text_look(style.child("style:text-properties")),
             style.attribute("style:parent-style-name").value()};
  const std::string_view family = style.attribute("style:family").value();
  if (const auto align = style.child("style:paragraph-properties").attribute("fo:text-align")) {
    read.look.centred = std::string_view(align.value()) == "center" ? 1 : 0;
  }
  if (family == "table-cell") {
    const auto fill = style.child("style:table-cell-properties").attribute("fo:background-color");
    read.look.shaded = is_white(fill.value()) ? 0 : 1;
  }
  styles_[style.attribute("style:name").value()] = std::move(read);
}

void Looks::read(xml_node root) {
  for (const xml_node node : root.children()) {
    const std::string_view name = node.name();
    if (name == "w:style") {
      read_ooxml(node);
    } else if (name == "style:style") {
      read_odf(node);
    } else if (name == "office:styles" || name == "office:automatic-styles") {
      read(node);
    }
  }
}

Look Looks::style(std::string_view name) const {
  Look look;
  std::string current(name);
  for (int i = 0; i < deepest_base; ++i) {
    const auto found = styles_.find(current);
    if (found == styles_.end()) {
      break;
    }
    look.over(found->second.look);
    current = found->second.base;
  }
  return look;
}

Look Looks::of_run(xml_node run) const {
  if (markup_ == Markup::odf) {
    return style(run.attribute("text:style-name").value());
  }
  const xml_node properties = run.child("w:rPr");
  Look look = run_look(properties);
  look.over(style(properties.child("w:rStyle").attribute("w:val").value()));
  return look;
}

// What holds for every piece of text: a flag that one piece lacks is taken back.
void Looks::all_runs(xml_node parent, const Look& outer, Look& all, bool& any) const {
  for (const xml_node node : parent.children()) {
    const template_::Role role = template_::role_of(markup_, node.name());
    const bool is_text =
        markup_ == Markup::odf ? node.type() == pugi::node_pcdata : role == template_::Role::text;
    if (is_text) {
      const std::string text =
          markup_ == Markup::odf ? node.value() : template_::visible_text(markup_, node);
      if (trimmed(text).empty()) {
        continue;
      }
      all.italic = (!any || all.italic == 1) && outer.italic == 1 ? 1 : 0;
      all.bold = (!any || all.bold == 1) && outer.bold == 1 ? 1 : 0;
      all.coloured = (!any || all.coloured == 1) && outer.coloured == 1 ? 1 : 0;
      any = true;
    } else if (role == template_::Role::inline_) {
      Look inner = of_run(node);
      inner.over(outer);
      all_runs(node, inner, all, any);
    }
  }
}

Look Looks::of_paragraph(xml_node paragraph) const {
  Look look;
  if (markup_ == Markup::odf) {
    look = style(paragraph.attribute("text:style-name").value());
    look.level = std::string_view(paragraph.name()) == "text:h"
                     ? paragraph.attribute("text:outline-level").as_int(1)
                     : 0;
  } else {
    const xml_node properties = paragraph.child("w:pPr");
    look.level = level_of("", properties);
    if (const xml_node align = properties.child("w:jc")) {
      look.centred = std::string_view(align.attribute("w:val").value()) == "center" ? 1 : 0;
    }
    const std::string_view name = properties.child("w:pStyle").attribute("w:val").value();
    look.over(style(name.empty() ? "Normal" : name));
  }
  Look all;
  bool any = false;
  all_runs(paragraph, look, all, any);
  if (any) {
    look.italic = all.italic;
    look.bold = all.bold;
    look.coloured = all.coloured;
  }
  look.level = look.level < 0 ? 0 : look.level;
  return look;
}

bool Looks::is_shaded(xml_node cell) const {
  if (markup_ == Markup::odf) {
    return style(cell.attribute("table:style-name").value()).shaded == 1;
  }
  return !is_white(cell.child("w:tcPr").child("w:shd").attribute("w:fill").value());
}

}  // namespace rapporteur::takeover
