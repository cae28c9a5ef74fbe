#include "template/long_tables.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <optional>
#include <sstream>
#include <vector>

#include "base/long_table.hpp"

namespace rapporteur::template_ {
namespace {

constexpr std::size_t longest_whole = 1000;  // rows; below, parts save less than a tenth

// Small parts are laid out faster; but a part that gives rows back moves all pages behind it, which
// costs more the more parts there are. Measured: 2,000 rows 17 % faster with parts of 700, 20,000
// rows 10 % faster with parts of 1,000.
std::size_t rows_of_part(std::size_t rows) {
  return std::clamp<std::size_t>(rows / 10, 700, 1000);
}

using Rows = std::vector<pugi::xml_node>;

struct Parts {
  Rows head;  ///< OOXML; in ODF the head is one element
  Rows rows;
};

bool is(pugi::xml_node node, std::string_view name) {
  return node.name() == name;
}

bool stays_whole(pugi::xml_node row) {
  return static_cast<bool>(row.find_node([](pugi::xml_node node) {
    return node.attribute("table:number-rows-spanned").as_int(1) > 1 || is(node, "w:vMerge") ||
           is(node, "w:bookmarkStart") || is(node, "text:bookmark-start") ||
           std::string_view(node.value()).find("\uE000") != std::string_view::npos;
  }));
}

/// Nothing when the table is short, or has what cannot be parted.
std::optional<Parts> parts_of(Markup markup, pugi::xml_node table) {
  const bool odf = markup == Markup::odf;
  Parts parts;
  for (const pugi::xml_node child : table.children()) {
    if (is(child, odf ? "table:table-row" : "w:tr")) {
      const bool is_head = !odf && parts.rows.empty() && child.child("w:trPr").child("w:tblHeader");
      (is_head ? parts.head : parts.rows).push_back(child);
    } else if (is(child, "table:table-rows") || is(child, "table:table-row-group")) {
      return std::nullopt;
    }
  }
  if (parts.rows.size() <= longest_whole) {
    return std::nullopt;
  }
  for (const pugi::xml_node row : parts.rows) {
    if (stays_whole(row)) {
      return std::nullopt;
    }
  }
  return parts;
}

pugi::xml_node first_paragraph(Markup markup, pugi::xml_node table) {
  return table.find_node([markup](pugi::xml_node node) {
    return markup == Markup::odf ? is(node, "text:p") || is(node, "text:h") : is(node, "w:p");
  });
}

void mark(Markup markup, pugi::xml_node table, const std::string& name, std::size_t number) {
  pugi::xml_node paragraph = first_paragraph(markup, table);
  if (markup == Markup::odf) {
    paragraph.prepend_child("text:bookmark").append_attribute("text:name") = name.c_str();
    return;
  }
  constexpr std::size_t own_ids = 900'000;  // beyond those of the drawn bookmarks
  const std::string id = std::to_string(own_ids + number);
  pugi::xml_node properties = paragraph.child("w:pPr");
  pugi::xml_node start = properties ? paragraph.insert_child_after("w:bookmarkStart", properties)
                                    : paragraph.prepend_child("w:bookmarkStart");
  start.append_attribute("w:id") = id.c_str();
  start.append_attribute("w:name") = name.c_str();
  paragraph.insert_child_after("w:bookmarkEnd", start).append_attribute("w:id") = id.c_str();
}

class Parting {
 public:
  Parting(Markup markup, pugi::xml_document& document) : markup_(markup), document_(document) {}

  void run() {
    const pugi::xml_node root = document_.document_element();
    const pugi::xml_node body = markup_ == Markup::odf
                                    ? root.child("office:body").child("office:text")
                                    : root.child("w:body");
    for (pugi::xml_node at = body.first_child(); at;) {
      const pugi::xml_node next = at.next_sibling();
      if (is(at, markup_ == Markup::odf ? "table:table" : "w:tbl")) {
        if (const auto parts = parts_of(markup_, at)) {
          part(at, *parts);
        }
      }
      at = next;
    }
  }

 private:
  void part(pugi::xml_node table, const Parts& parts) {
    pugi::xml_node body = table.parent();
    const Rows& rows = parts.rows;
    const std::size_t most = rows_of_part(rows.size());
    pugi::xml_node last = table;
    for (std::size_t from = most; from < rows.size(); from += most) {
      pugi::xml_node next = empty_copy(table, parts, body, last);
      for (std::size_t i = from - long_table::repeated_rows; i < from; ++i) {
        next.append_copy(rows[i]);
      }
      for (std::size_t i = from; i < std::min(from + most, rows.size()); ++i) {
        next.append_move(rows[i]);
      }
      begin_page(next);
      last = next;
    }
    mark(markup_, table, long_table::first_name(number_), number_);
    ++number_;
    for (pugi::xml_node at = table; at != last;) {
      at = at.next_sibling();
      mark(markup_, at, long_table::next_name(number_), number_);
      ++number_;
    }
  }

  /// Settings, columns and head of a table, behind `behind`.
  static pugi::xml_node empty_copy(pugi::xml_node table, const Parts& parts, pugi::xml_node body,
                                   pugi::xml_node behind) {
    pugi::xml_node copy = body.insert_child_after(table.name(), behind);
    for (const pugi::xml_attribute attribute : table.attributes()) {
      if (std::string_view(attribute.name()) != "xml:id") {
        copy.append_copy(attribute);
      }
    }
    const pugi::xml_node end = parts.head.empty() ? parts.rows.front() : parts.head.front();
    for (pugi::xml_node at = table.first_child(); at && at != end; at = at.next_sibling()) {
      copy.append_copy(at);
    }
    for (const pugi::xml_node row : parts.head) {
      copy.append_copy(row);
    }
    return copy;
  }

  void begin_page(pugi::xml_node table) {
    if (markup_ == Markup::odf) {
      table.remove_attribute("table:name");  // Writer names it
      set_style(table);
      return;
    }
    pugi::xml_node paragraph = first_paragraph(markup_, table);
    pugi::xml_node properties = paragraph.child("w:pPr");
    if (!properties) {
      properties = paragraph.prepend_child("w:pPr");
    }
    if (properties.child("w:pageBreakBefore")) {
      return;
    }
    pugi::xml_node before;  // the schema has an order
    for (const char* name : {"w:pStyle", "w:keepNext", "w:keepLines"}) {
      if (const pugi::xml_node child = properties.child(name)) {
        before = child;
      }
    }
    if (before) {
      properties.insert_child_after("w:pageBreakBefore", before);
    } else {
      properties.prepend_child("w:pageBreakBefore");
    }
  }

  /// The table's style once more, with a page break before it and without a page style of its own.
  void set_style(pugi::xml_node table) {
    pugi::xml_node styles = document_.document_element().child("office:automatic-styles");
    const std::string drawn = table.attribute("table:style-name").value();
    const std::string name = "rap_part_" + drawn;
    if (!styles.find_child_by_attribute("style:style", "style:name", name.c_str())) {
      const pugi::xml_node base =
          styles.find_child_by_attribute("style:style", "style:name", drawn.c_str());
      pugi::xml_node style = base ? styles.append_copy(base) : styles.append_child("style:style");
      set(style, "style:name", name.c_str());
      set(style, "style:family", "table");
      style.remove_attribute("style:master-page-name");
      pugi::xml_node properties = style.child("style:table-properties");
      if (!properties) {
        properties = style.append_child("style:table-properties");
      }
      set(properties, "fo:break-before", "page");
    }
    set(table, "table:style-name", name.c_str());
  }

  static void set(pugi::xml_node node, const char* name, const char* value) {
    pugi::xml_attribute attribute = node.attribute(name);
    (attribute ? attribute : node.append_attribute(name)) = value;
  }

  const Markup markup_;
  pugi::xml_document& document_;
  std::size_t number_ = 0;
};

/// A quick look, so that nearly all documents are not read once more.
bool may_be_long(Markup markup, std::string_view xml) {
  const std::string_view row = markup == Markup::odf ? "</table:table-row>" : "</w:tr>";
  std::size_t count = 0;
  for (std::size_t at = xml.find(row); at != std::string_view::npos && count <= longest_whole;
       at = xml.find(row, at + row.size())) {
    ++count;
  }
  return count > longest_whole;
}

}  // namespace

std::string part_long_tables(Markup markup, std::string xml) {
  if (!may_be_long(markup, xml)) {
    return xml;
  }
  pugi::xml_document document;
  if (!document.load_buffer(xml.data(), xml.size(), pugi::parse_full | pugi::parse_ws_pcdata)) {
    return xml;
  }
  Parting(markup, document).run();
  std::ostringstream out;
  document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
  return out.str();
}

}  // namespace rapporteur::template_
