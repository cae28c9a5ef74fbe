#include "template/survey_walk.hpp"

#include "base/text.hpp"

namespace rapporteur::template_ {
namespace {

constexpr std::size_t nearby_points = 60;

int outline(pugi::xml_node properties) {
  const pugi::xml_node level = properties.child("w:outlineLvl");
  const int value = level ? level.attribute("w:val").as_int(9) : 9;
  return value < 9 ? value + 1 : 0;
}

}  // namespace

Levels read_levels(Markup markup, pugi::xml_node styles) {
  Levels levels;
  if (markup == Markup::odf) {
    return levels;  // its headings are elements of their own
  }
  for (const pugi::xml_node style : styles.children("w:style")) {
    const std::string name = style.child("w:name").attribute("w:val").value();
    int level = outline(style.child("w:pPr"));
    if (level == 0 && name.size() == 9 &&
        (name.starts_with("heading ") || name.starts_with("Head"))) {
      level = name.back() - '0';
    }
    if (level > 0) {
      levels.emplace(style.attribute("w:styleId").value(), level);
    }
  }
  levels.erase("");  // else every paragraph without a style would be a heading
  return levels;
}

SurveyWalk::SurveyWalk(Markup markup, std::string file, Levels levels, Visit visit)
    : markup_(markup), levels_(std::move(levels)), visit_(std::move(visit)) {
  place_.file = std::move(file);
}

void SurveyWalk::part(pugi::xml_node root, const std::string& place) {
  place_.part = place;
  place_.heading.clear();
  tables_ = 0;
  walk(root);
}

void SurveyWalk::walk(pugi::xml_node parent) {
  for (const pugi::xml_node node : parent.children()) {
    if (node.type() == pugi::node_element) {
      element(node);
    }
  }
}

// Walks inside; afterwards all is as it was, but for the heading.
void SurveyWalk::inside(pugi::xml_node node, const Origin& place) {
  Origin outer = place_;
  place_ = place;
  walk(node);
  outer.heading = place_.heading;
  place_ = std::move(outer);
}

void SurveyWalk::element(pugi::xml_node node) {
  const Role role = role_of(markup_, node.name());
  Origin place = place_;
  switch (role) {
    case Role::paragraph:
      paragraph(node);
      return;
    case Role::table:
      place.table = ++tables_;
      place.row = 0;
      break;
    case Role::story:
      place.part = part_of(markup_, node.name());
      break;
    case Role::row:
      ++place_.row;
      visit_({.node = node, .role = role, .origin = place_});
      row(node);
      return;
    case Role::rows:
      visit_({.node = node, .role = role, .origin = place_});
      walk(node);  // its rows count on
      return;
    default:
      break;
  }
  visit_({.node = node, .role = role, .origin = place});
  inside(node, place);
}

void SurveyWalk::row(pugi::xml_node node) {
  int column = 1 + node.child("w:trPr").child("w:gridBefore").attribute("w:val").as_int();
  for (const pugi::xml_node cell : node.children()) {
    const Role role = role_of(markup_, cell.name());
    if (role != Role::cell && role != Role::covered) {
      continue;
    }
    Origin place = place_;
    place.column = column;
    visit_({.node = cell, .role = role, .origin = place});
    inside(cell, place);
    column += markup_ == Markup::odf
                  ? cell.attribute("table:number-columns-repeated").as_int(1)
                  : cell.child("w:tcPr").child("w:gridSpan").attribute("w:val").as_int(1);
  }
}

int SurveyWalk::level_of(pugi::xml_node paragraph) const {
  if (markup_ == Markup::odf) {
    return std::string_view(paragraph.name()) == "text:h"
               ? paragraph.attribute("text:outline-level").as_int(1)
               : 0;
  }
  const pugi::xml_node properties = paragraph.child("w:pPr");
  if (properties.child("w:outlineLvl")) {
    return outline(properties);
  }
  const auto level = levels_.find(properties.child("w:pStyle").attribute("w:val").value());
  return level == levels_.end() ? 0 : level->second;
}

void SurveyWalk::paragraph(pugi::xml_node node) {
  const int level = level_of(node);
  Origin place = place_;
  place.paragraph = ++paragraphs_;
  place.text = shortened(trimmed(visible_text(markup_, node)), nearby_points);
  if (level > 0) {
    place.heading = place.text;
    place_.heading = place.text;
  }
  visit_({.node = node, .role = Role::paragraph, .origin = place, .level = level});
  inside(node, place);
}

}  // namespace rapporteur::template_
