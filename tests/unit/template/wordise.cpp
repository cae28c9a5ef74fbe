#include "wordise.hpp"

#include <fmt/format.h>

#include <pugixml.hpp>

#include <algorithm>
#include <sstream>
#include <vector>

namespace rapporteur::template_::test {
namespace {

class Wordiser {
 public:
  explicit Wordiser(pugi::xml_document& tree) : tree_(tree) {}

  void run(const std::string& boxed) {
    for (const auto& match : nodes("//w:r[w:t]")) {
      split_run(match);
    }
    int count = 0;
    for (const auto& match : nodes("//w:p[w:r]")) {
      if (++count % 3 == 0) {
        control_in_line(match);
      } else if (count % 7 == 0) {
        control_around(match);
      }
    }
    for (const auto& match : nodes("//w:tbl/w:tr")) {
      if (++count % 4 == 0) {
        control_around(match);
      }
    }
    if (!boxed.empty()) {
      add_box(boxed);
    }
  }

 private:
  std::vector<pugi::xml_node> nodes(const char* query) {
    std::vector<pugi::xml_node> found;
    for (const auto& match : tree_.select_nodes(query)) {
      found.push_back(match.node());
    }
    return found;
  }

  // A small fixed sequence: the same document every time.
  std::size_t next(std::size_t below) {
    state_ = state_ * 1'103'515'245U + 12'345U;
    return (state_ >> 16U) % below;
  }

  static std::string curled(std::string text) {
    for (std::size_t at = text.find('\''); at != std::string::npos; at = text.find('\'')) {
      text.replace(at, 1, "’");
    }
    return text;
  }

  void split_run(pugi::xml_node run) {
    pugi::xml_node paragraph = run.parent();
    std::vector<pugi::xml_node> parts;
    for (const pugi::xml_node child : run.children()) {
      if (std::string_view(child.name()) != "w:rPr") {
        parts.push_back(child);
      }
    }
    pugi::xml_node at = run;
    for (const pugi::xml_node part : parts) {
      if (std::string_view(part.name()) != "w:t") {
        at = fresh_run(run, at);
        at.append_copy(part);
        continue;
      }
      const std::string text = curled(part.child_value());
      for (std::size_t start = 0; start < text.size();) {
        std::size_t size = std::min(text.size() - start, 1 + next(4));
        while (start + size < text.size() &&
               (static_cast<unsigned char>(text[start + size]) & 0xC0U) == 0x80U) {
          ++size;
        }
        if (next(3) == 0) {
          at = paragraph.insert_child_after("w:proofErr", at);
          at.append_attribute("w:type") = next(2) == 0 ? "spellStart" : "gramEnd";
        }
        if (next(5) == 0) {
          at = paragraph.insert_child_after("w:bookmarkStart", at);
          at.append_attribute("w:id") = static_cast<unsigned>(1000 + next(1'000'000));
        }
        at = fresh_run(run, at);
        pugi::xml_node words = at.append_child("w:t");
        words.append_attribute("xml:space") = "preserve";
        words.text().set(text.substr(start, size).c_str());
        start += size;
      }
    }
    paragraph.remove_child(run);
  }

  pugi::xml_node fresh_run(pugi::xml_node run, pugi::xml_node after) {
    pugi::xml_node fresh = after.parent().insert_child_after("w:r", after);
    fresh.append_attribute("w:rsidR") = fmt::format("00{:06X}", next(0xFFFFFF)).c_str();
    if (const pugi::xml_node looks = run.child("w:rPr")) {
      fresh.append_copy(looks);
    }
    return fresh;
  }

  static pugi::xml_node control_before(pugi::xml_node node) {
    pugi::xml_node control = node.parent().insert_child_before("w:sdt", node);
    control.append_child("w:sdtPr").append_child("w:alias").append_attribute("w:val") = "Field";
    return control.append_child("w:sdtContent");
  }
  static void control_around(pugi::xml_node node) { control_before(node).append_move(node); }
  static void control_in_line(pugi::xml_node paragraph) {
    std::vector<pugi::xml_node> runs;
    for (const pugi::xml_node child : paragraph.children()) {
      if (std::string_view(child.name()) != "w:pPr") {
        runs.push_back(child);
      }
    }
    pugi::xml_node content = control_before(runs.front());
    for (const pugi::xml_node run : runs) {
      content.append_move(run);
    }
  }

  void add_box(const std::string& text) {
    const std::string inner = "<w:txbxContent><w:p><w:r><w:t>" + text.substr(0, 3) +
                              "</w:t></w:r><w:r><w:t>" + text.substr(3) +
                              "</w:t></w:r></w:p></w:txbxContent>";
    pugi::xml_document box;
    box.load_string(("<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>"
                     "<wps:wsp><wps:txbx>" +
                     inner +
                     "</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict>"
                     "<v:textbox>" +
                     inner +
                     "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>")
                        .c_str());
    pugi::xml_node body = tree_.document_element().child("w:body");
    const pugi::xml_node section = body.child("w:sectPr");
    if (section) {
      body.insert_copy_before(box.first_child(), section);
    } else {
      body.append_copy(box.first_child());
    }
  }

  pugi::xml_document& tree_;
  unsigned state_ = 1325;
};

}  // namespace

std::string wordise(const std::string& xml, const std::string& boxed) {
  pugi::xml_document tree;
  tree.load_string(xml.c_str(), pugi::parse_default | pugi::parse_ws_pcdata);
  Wordiser(tree).run(boxed);
  std::ostringstream out;
  tree.save(out, "", pugi::format_raw);
  return out.str();
}

}  // namespace rapporteur::template_::test
