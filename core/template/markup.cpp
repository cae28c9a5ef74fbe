#include "template/markup.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace rapporteur::template_ {
namespace {

constexpr Names odf_names{Markup::odf, "text:p",          "text:span",       "",
                          "",          "table:table-row", "table:table-cell"};
constexpr Names ooxml_names{Markup::ooxml, "w:p", "w:r", "w:rPr", "w:tcPr", "w:tr", "w:tc"};

using Roles = std::unordered_map<std::string_view, Role>;

const Roles& odf_roles() {
  static const Roles roles{
      {"text:p", Role::paragraph},
      {"text:h", Role::paragraph},
      {"text:span", Role::inline_},
      {"text:a", Role::inline_},
      {"text:meta", Role::inline_},
      {"text:s", Role::space},
      {"text:tab", Role::space},
      {"text:line-break", Role::space},
      {"text:bookmark", Role::invisible},
      {"text:bookmark-start", Role::invisible},
      {"text:bookmark-end", Role::invisible},
      {"text:reference-mark", Role::invisible},
      {"text:reference-mark-start", Role::invisible},
      {"text:reference-mark-end", Role::invisible},
      {"text:soft-page-break", Role::invisible},
      {"text:change", Role::invisible},
      {"text:change-start", Role::invisible},
      {"text:change-end", Role::invisible},
      {"table:table", Role::table},
      {"table:table-header-rows", Role::rows},
      {"table:table-rows", Role::rows},
      {"table:table-row-group", Role::rows},
      {"table:table-row", Role::row},
      {"table:table-cell", Role::cell},
      {"table:covered-table-cell", Role::covered},
      {"table:table-columns", Role::properties},
      {"table:table-header-columns", Role::properties},
      {"table:table-column-group", Role::properties},
      {"table:table-column", Role::properties},
      {"text:list-item", Role::item},
      {"text:list-header", Role::item},
      {"text:list", Role::wall},
      {"text:section", Role::wall},
      {"text:index-body", Role::wall},
      {"draw:text-box", Role::story},
      {"draw:custom-shape", Role::story},
      {"text:note-body", Role::story},
      {"style:header", Role::story},
      {"style:header-left", Role::story},
      {"style:header-first", Role::story},
      {"style:footer", Role::story},
      {"style:footer-left", Role::story},
      {"style:footer-first", Role::story},
      {"office:annotation", Role::opaque},
      {"text:tracked-changes", Role::opaque},
      {"text:note-citation", Role::opaque},
      {"office:forms", Role::opaque},
      {"office:automatic-styles", Role::opaque},
      {"office:styles", Role::opaque},
      {"office:font-face-decls", Role::opaque},
      {"text:index-title-template", Role::opaque},
  };
  return roles;
}

const Roles& ooxml_roles() {
  static const Roles roles{
      {"w:p", Role::paragraph},
      {"w:r", Role::inline_},
      {"w:hyperlink", Role::inline_},
      {"w:ins", Role::inline_},
      {"w:moveTo", Role::inline_},
      {"w:t", Role::text},
      {"w:tab", Role::space},
      {"w:cr", Role::space},
      {"w:bookmarkStart", Role::invisible},
      {"w:bookmarkEnd", Role::invisible},
      {"w:commentRangeStart", Role::invisible},
      {"w:commentRangeEnd", Role::invisible},
      {"w:permStart", Role::invisible},
      {"w:permEnd", Role::invisible},
      {"w:softHyphen", Role::invisible},
      {"w:commentReference", Role::invisible},
      {"w:pPr", Role::properties},
      {"w:rPr", Role::properties},
      {"w:tcPr", Role::properties},
      {"w:trPr", Role::properties},
      {"w:tblPr", Role::properties},
      {"w:tblPrEx", Role::properties},
      {"w:tblGrid", Role::properties},
      {"w:sectPr", Role::properties},
      {"w:tbl", Role::table},
      {"w:tr", Role::row},
      {"w:tc", Role::cell},
      {"w:txbxContent", Role::story},
      {"w:footnote", Role::story},
      {"w:endnote", Role::story},
      {"w:hdr", Role::story},
      {"w:ftr", Role::story},
      {"w:del", Role::opaque},
      {"w:moveFrom", Role::opaque},
      {"w:instrText", Role::opaque},
  };
  return roles;
}

}  // namespace

const Names& names_of(Markup markup) {
  return markup == Markup::odf ? odf_names : ooxml_names;
}

Role role_of(Markup markup, std::string_view element) {
  const Roles& roles = markup == Markup::odf ? odf_roles() : ooxml_roles();
  const auto found = roles.find(element);
  return found == roles.end() ? Role::other : found->second;
}

std::string_view part_of(Markup markup, std::string_view element) {
  if (markup == Markup::odf) {
    if (element.starts_with("style:header")) {
      return "header";
    }
    if (element.starts_with("style:footer")) {
      return "footer";
    }
    return element == "text:note-body" ? "footnote" : "text box";
  }
  if (element == "w:hdr") {
    return "header";
  }
  if (element == "w:ftr") {
    return "footer";
  }
  return element == "w:txbxContent" ? "text box" : "footnote";
}

pugi::xml_node around(Markup markup, pugi::xml_node node, Role role) {
  for (node = node.parent(); node; node = node.parent()) {
    if (role_of(markup, node.name()) == role) {
      return node;
    }
  }
  return {};
}

std::string visible_text(Markup markup, pugi::xml_node node) {
  std::string out;
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_pcdata) {
      out += child.value();
      continue;
    }
    switch (role_of(markup, child.name())) {
      case Role::space:
        out += ' ';
        break;
      case Role::opaque:
      case Role::properties:
      case Role::story:
      case Role::invisible:
        break;
      default:
        out += visible_text(markup, child);
    }
  }
  return out;
}

}  // namespace rapporteur::template_
