#include "office/table_parts.hpp"

#include <string_view>
#include <vector>

#include "base/long_table.hpp"

namespace rapporteur::office {

namespace {

bool is(pugi::xml_node node, std::string_view name) {
  return node.name() == name;
}

struct Marks : pugi::xml_tree_walker {
  std::vector<pugi::xml_node> starts;  ///< of parts
  std::vector<pugi::xml_node> ends;    ///< of all bookmarks

  bool for_each(pugi::xml_node& node) override {
    if (is(node, "w:bookmarkEnd") || is(node, "text:bookmark-end")) {
      ends.push_back(node);
    } else if (is(node, "w:bookmarkStart") || is(node, "text:bookmark") ||
               is(node, "text:bookmark-start")) {
      const std::string_view name =
          node.attribute(is(node, "w:bookmarkStart") ? "w:name" : "text:name").value();
      if (name.starts_with(long_table::bookmark)) {
        starts.push_back(node);
      }
    }
    return true;
  }
};

/// Takes the end marks away and says which starts there are.
std::vector<pugi::xml_node> unmark(pugi::xml_document& document, const char* id) {
  Marks marks;
  document.traverse(marks);
  for (const pugi::xml_node start : marks.starts) {
    for (const pugi::xml_node end : marks.ends) {
      if (std::string_view(end.attribute(id).value()) == start.attribute(id).value()) {
        end.parent().remove_child(end);
        break;
      }
    }
  }
  return marks.starts;
}

bool is_head(pugi::xml_node row) {
  const pugi::xml_node mark = row.child("w:trPr").child("w:tblHeader");
  return mark && std::string_view(mark.attribute("w:val").value()) != "false";
}

void join(pugi::xml_node table, pugi::xml_node before) {
  bool in_head = true;
  for (pugi::xml_node row = table.child("w:tr"); row;) {
    const pugi::xml_node next = row.next_sibling("w:tr");
    in_head = in_head && is_head(row);
    if (!in_head) {
      before.append_move(row);
    }
    row = next;
  }
  table.parent().remove_child(table);
}

}  // namespace

void join_table_parts(pugi::xml_document& document) {
  pugi::xml_node whole;
  for (const pugi::xml_node start : unmark(document, "w:id")) {
    pugi::xml_node table = start.parent();
    while (table && !is(table, "w:tbl")) {
      table = table.parent();
    }
    const bool goes_on =
        std::string_view(start.attribute("w:name").value()).ends_with(long_table::goes_on);
    start.parent().remove_child(start);
    if (goes_on && whole && table && table.previous_sibling("w:tbl") == whole) {
      for (pugi::xml_node gap = whole.next_sibling(); gap && gap != table;) {
        const pugi::xml_node next = gap.next_sibling();
        gap.parent().remove_child(gap);
        gap = next;
      }
      join(table, whole);
    } else {
      whole = table;
    }
  }
}

void unmark_table_parts(pugi::xml_document& content) {
  for (const pugi::xml_node start : unmark(content, "text:name")) {
    start.parent().remove_child(start);
  }
}

}  // namespace rapporteur::office
