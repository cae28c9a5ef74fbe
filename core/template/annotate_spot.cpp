#include "template/annotate_spot.hpp"

#include <vector>

namespace rapporteur::template_ {
namespace {

/// The text of a paragraph, node by node, without that of notes and text boxes in it.
struct Piece {
  pugi::xml_node node;
  std::size_t start = 0;
};

void gather(Markup markup, pugi::xml_node parent, std::string& text, std::vector<Piece>& pieces) {
  for (const pugi::xml_node node : parent.children()) {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      if (markup == Markup::odf || std::string_view(parent.name()) == "w:t") {
        pieces.push_back({node, text.size()});
        text += node.value();
      }
      continue;
    }
    const Role role = role_of(markup, node.name());
    if (role == Role::space) {
      text += ' ';
    } else if (role != Role::story && role != Role::opaque && role != Role::properties) {
      gather(markup, node, text, pieces);
    }
  }
}

pugi::xml_node run_of(pugi::xml_node node) {
  while (node && std::string_view(node.name()) != "w:r") {
    node = node.parent();
  }
  return node;
}

const Piece& piece_at(const std::vector<Piece>& pieces, std::size_t at) {
  std::size_t found = 0;
  for (std::size_t i = 0; i < pieces.size() && pieces[i].start <= at; ++i) {
    found = i;
  }
  return pieces[found];
}

// Cuts a text so that the rest is a node of its own.
pugi::xml_node cut(const Piece& piece, std::size_t at) {
  const std::string text = piece.node.value();
  const std::size_t inside = at - piece.start;
  if (inside == 0 || inside >= text.size()) {
    return piece.node;
  }
  pugi::xml_node head = piece.node;
  pugi::xml_node rest = head.parent().insert_child_after(pugi::node_pcdata, head);
  rest.set_value(text.substr(inside).c_str());
  head.set_value(text.substr(0, inside).c_str());
  return rest;
}

}  // namespace

Spot spot_of(Markup markup, pugi::xml_node paragraph, const std::string& needle) {
  Spot spot{.paragraph = paragraph, .before = {}, .last = {}};
  std::string text;
  std::vector<Piece> pieces;
  gather(markup, paragraph, text, pieces);
  const std::size_t at = needle.empty() ? std::string::npos : text.find(needle);
  if (at == std::string::npos || pieces.empty()) {
    if (markup == Markup::odf) {
      spot.before = paragraph.first_child();
    }
    return spot;
  }
  if (markup == Markup::odf) {
    spot.before = cut(piece_at(pieces, at), at);
  } else {
    spot.before = run_of(piece_at(pieces, at).node);
    spot.last = run_of(piece_at(pieces, at + needle.size() - 1).node);
  }
  return spot;
}

}  // namespace rapporteur::template_
