// Access for all: what a reader who does not see the page, or moves by headings, would miss.
#include <algorithm>

#include "base/text.hpp"
#include "template/grid.hpp"
#include "template/pictures.hpp"
#include "template/survey_findings.hpp"

namespace rapporteur::template_ {

void AccessCheck::see(const Seen& seen) {
  if (seen.level > 0) {
    heading(seen);
  }
  if (seen.role == Role::table) {
    table(seen);
  }
  picture(seen);
}

void AccessCheck::heading(const Seen& seen) {
  const bool in_body = seen.origin.part == "body";
  if (seen.origin.text.empty()) {
    diagnostics_.add({.id = "template-heading-empty",
                      .origin = seen.origin,
                      .args = {{"level", std::int64_t{seen.level}}}});
    return;
  }
  if (in_body && seen.level > level_ + 1) {
    diagnostics_.add({.id = "template-heading-jump",
                      .origin = seen.origin,
                      .args = {{"level", std::int64_t{seen.level}},
                               {"before", std::int64_t{level_}},
                               {"wanted", std::int64_t{level_ + 1}}}});
  }
  level_ = in_body ? seen.level : level_;
}

// A single row or column is layout, and the table that draws a look leaves the document.
void AccessCheck::table(const Seen& seen) {
  const Nodes rows = rows_of(markup_, seen.node);
  const auto cells = [&](pugi::xml_node row) {
    return std::count_if(row.begin(), row.end(), [&](pugi::xml_node cell) {
      const Role role = role_of(markup_, cell.name());
      return role == Role::cell || role == Role::covered;
    });
  };
  const bool is_layout = rows.size() < 2 || std::all_of(rows.begin(), rows.end(),
                                                        [&](auto row) { return cells(row) < 2; });
  std::string text;
  for (const pugi::xml_node cell : rows.empty() ? pugi::xml_node() : rows.front()) {
    const std::string inside = trimmed(visible_text(markup_, cell));
    text += (text.empty() || inside.empty() ? "" : " | ") + inside;
  }
  const bool has_header = markup_ == Markup::odf
                              ? static_cast<bool>(seen.node.child("table:table-header-rows"))
                              : !rows.empty() && rows.front().child("w:trPr").child("w:tblHeader");
  if (is_layout || has_header || text.find("{{look ") != std::string::npos ||
      seen.origin.part != "body") {
    return;
  }
  Diagnostic finding{.id = "template-table-no-header", .origin = seen.origin};
  finding.origin.text = shortened(trimmed(text), 60);
  diagnostics_.add(std::move(finding));
}

// A tag in the alternative text takes it from the plan.
void AccessCheck::picture(const Seen& seen) {
  const std::string_view name = seen.node.name();
  const bool is_drawn = (name == "draw:frame" && seen.node.child("draw:image")) ||
                        (name == "w:drawing" && seen.node.find_node([](pugi::xml_node inner) {
                          return std::string_view(inner.name()) == "pic:pic";
                        }));
  if (!is_drawn) {
    return;
  }
  const pugi::xml_node properties = seen.node.find_node(
      [](pugi::xml_node inner) { return std::string_view(inner.name()) == "wp:docPr"; });
  const bool is_decoration = seen.node.attribute("loext:decorative").as_bool() ||
                             properties.find_node([](pugi::xml_node inner) {
                               return std::string_view(inner.name()).ends_with(":decorative") &&
                                      inner.attribute("val").as_bool();
                             });
  if (!is_decoration && trimmed(alternative_of(markup_, seen.node).text).empty()) {
    const std::string picture = name == "draw:frame" ? seen.node.attribute("draw:name").value()
                                                     : properties.attribute("name").value();
    diagnostics_.add({.id = "template-picture-undescribed",
                      .origin = seen.origin,
                      .args = {{"name", picture.empty() ? "…" : picture}}});
  }
}

}  // namespace rapporteur::template_
