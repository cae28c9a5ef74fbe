#include <algorithm>
#include <map>

#include "takeover/edit.hpp"
#include "takeover/outline.hpp"
#include "template/markup.hpp"

namespace rapporteur::takeover {
namespace {

using pugi::xml_node;
using template_::Markup;
using template_::Role;

void rows_of(Markup markup, xml_node parent, std::vector<xml_node>& rows) {
  for (const xml_node node : parent.children()) {
    const Role role = template_::role_of(markup, node.name());
    if (role == Role::row) {
      rows.push_back(node);
    } else if (role == Role::rows || role == Role::other) {
      rows_of(markup, node, rows);
    }
  }
}

// Word: a cell that begins a merge of rows which are gone is a cell like others.
xml_node cell_at(xml_node row, unsigned column) {
  unsigned at = row.child("w:trPr").child("w:gridBefore").attribute("w:val").as_uint();
  for (const xml_node cell : row.children("w:tc")) {
    if (at == column) {
      return cell;
    }
    at += cell.child("w:tcPr").child("w:gridSpan").attribute("w:val").as_uint(1);
  }
  return {};
}

bool goes_on(xml_node cell) {
  const xml_node merge = cell.child("w:tcPr").child("w:vMerge");
  return merge && std::string_view(merge.attribute("w:val").value()) != "restart";
}

void mend_merges(const std::vector<xml_node>& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    unsigned column = rows[i].child("w:trPr").child("w:gridBefore").attribute("w:val").as_uint();
    for (xml_node cell : rows[i].children("w:tc")) {
      xml_node properties = cell.child("w:tcPr");
      const bool begins = properties.child("w:vMerge") && !goes_on(cell);
      if (begins && (i + 1 == rows.size() || !goes_on(cell_at(rows[i + 1], column)))) {
        properties.remove_child("w:vMerge");
      }
      column += properties.child("w:gridSpan").attribute("w:val").as_uint(1);
    }
  }
}

// ODF: a cell says how many rows it spans.
void shorten_spans(const std::vector<xml_node>& rows, const std::vector<xml_node>& gone) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (xml_node cell : rows[i].children("table:table-cell")) {
      auto spans = cell.attribute("table:number-rows-spanned");
      const unsigned spanned = std::min<unsigned>(spans.as_uint(1), 10'000);
      unsigned left = spanned;
      for (std::size_t below = i + 1; below < i + spanned && below < rows.size(); ++below) {
        left -= std::find(gone.begin(), gone.end(), rows[below]) != gone.end() ? 1 : 0;
      }
      if (left != spanned) {
        spans.set_value(left);
      }
    }
  }
}

}  // namespace

void remove_rows(Markup markup, const std::vector<xml_node>& gone) {
  if (gone.empty()) {
    return;
  }
  const xml_node table = template_::around(markup, gone.front(), Role::table);
  std::vector<xml_node> rows;
  rows_of(markup, table, rows);
  if (markup == Markup::odf) {
    shorten_spans(rows, gone);
  }
  for (const xml_node row : gone) {
    row.parent().remove_child(row);
  }
  if (markup == Markup::ooxml) {
    rows.clear();
    rows_of(markup, table, rows);
    mend_merges(rows);
  }
}

}  // namespace rapporteur::takeover
