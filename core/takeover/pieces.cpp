#include "takeover/pieces.hpp"

#include <algorithm>
#include <string_view>

#include "template/markup.hpp"

namespace rapporteur::takeover {
namespace {

using pugi::xml_node;
using template_::Markup;
using template_::Role;

constexpr std::string_view no_text = "\uFFFC";

class Gatherer {
 public:
  explicit Gatherer(Markup markup) : markup_(markup) {}

  void gather(xml_node parent) {
    for (const xml_node node : parent.children()) {
      if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
        if (markup_ == Markup::odf || std::string_view(parent.name()) == "w:t") {
          add(node, node.value());
        }
        continue;
      }
      element(node);
    }
  }
  std::vector<Piece> take() { return std::move(pieces_); }

 private:
  void element(xml_node node) {
    const std::string_view name = node.name();
    switch (template_::role_of(markup_, name)) {
      case Role::inline_:
      case Role::text:
        gather(node);
        break;
      case Role::space:
        add(node, space(node, name));
        break;
      case Role::invisible:
      case Role::properties:
        break;
      default:
        if (name == "w:br" && std::string_view(node.attribute("w:type").value()).empty()) {
          add(node, "\n");
        } else if (name != "w:br" && name != "w:ptab" && name != "w:noBreakHyphen") {
          add({}, no_text);
        }
    }
  }

  static std::string space(xml_node node, std::string_view name) {
    if (name == "text:s") {
      return std::string(std::clamp(node.attribute("text:c").as_uint(1), 1U, 1000U), ' ');
    }
    return name == "w:cr" || name == "text:line-break" ? "\n" : "\t";
  }

  void add(xml_node node, std::string_view text) {
    pieces_.push_back({node, std::string(text), size_});
    size_ += text.size();
  }

  Markup markup_;
  std::vector<Piece> pieces_;
  std::size_t size_ = 0;
};

}  // namespace

std::vector<Piece> pieces_of(Markup markup, xml_node paragraph) {
  Gatherer gatherer(markup);
  gatherer.gather(paragraph);
  return gatherer.take();
}

}  // namespace rapporteur::takeover
