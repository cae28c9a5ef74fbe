// A stored document's body as lines, the same for ODT and DOCX.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <pugixml.hpp>
#include <string>

namespace rapporteur::office::test {

/// A paragraph's text, or "|" and the cells of a row; "||" for a row that
/// repeats. Notes in brackets.
class Lines {
 public:
  static std::string of(const std::string& xml) {
    pugi::xml_document tree;
    REQUIRE(tree.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata));
    Lines lines;
    const auto root = tree.document_element();
    lines.blocks(root.child("w:body") ? root.child("w:body")
                                      : root.child("office:body").child("office:text"));
    return lines.out_;
  }

 private:
  static bool is(pugi::xml_node node, std::initializer_list<const char*> names) {
    return std::any_of(names.begin(), names.end(),
                       [&](const char* name) { return std::string_view(node.name()) == name; });
  }
  void blocks(pugi::xml_node parent) {
    for (const auto node : parent.children()) {
      if (is(node, {"text:p", "text:h", "w:p"})) {
        out_ += text(node) + "\n";
      } else if (is(node, {"table:table-row", "w:tr"})) {
        const bool repeats = is(node.parent(), {"table:table-header-rows"}) ||
                             node.child("w:trPr").child("w:tblHeader");
        out_ += repeats ? "||" : "|";
        for (const auto cell : node.children()) {
          if (is(cell, {"table:table-cell", "w:tc"})) {
            for (const auto inner : cell.children()) {
              out_ += is(inner, {"text:p", "w:p"}) ? " " + text(inner) : "";
            }
            out_ += " |";
          }
        }
        out_ += "\n";
      } else if (!is(node, {"w:sectPr", "text:sequence-decls"})) {
        blocks(node);
      }
    }
  }
  std::string text(pugi::xml_node parent) {
    std::string text_of;
    for (const auto node : parent.children()) {
      if (node.type() == pugi::node_pcdata) {
        text_of += node.value();
      } else if (is(node, {"text:note"})) {
        text_of += "[" + text(node.child("text:note-body")) + "]";
      } else if (is(node, {"w:footnoteReference"})) {
        text_of += "[]";
      } else if (is(node, {"text:note-ref"})) {
        text_of += "{" + text(node) + "}";
      } else if (is(node, {"text:line-break", "w:br"})) {
        text_of += "/";
      } else if (!is(node, {"w:instrText"})) {
        text_of += text(node);
      }
    }
    return text_of;
  }
  std::string out_;
};

}  // namespace rapporteur::office::test
