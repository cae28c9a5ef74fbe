// Finds tags. The text of a paragraph is gathered from all its runs into one string, tags are found
// there, and each is put back as one <rap:tag> in the run where it begins: it keeps that run's
// look, and an editor may have split it as it liked.
//
// A paragraph inside another one (text box, footnote) is a story of its own.
#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "template/document.hpp"
#include "template/pictures.hpp"
#include "template/tag_fault.hpp"

namespace rapporteur::template_ {
namespace {

constexpr std::string_view barrier = "\uFFFC";  // a picture, a field: no tag goes through it
constexpr std::size_t nearby_bytes = 30;
constexpr std::size_t nearby_points = 60;

struct Piece {
  pugi::xml_node node;  ///< text node; null = a barrier; or the element of a space
  std::string text;
  std::size_t start = 0;
};

bool is_text(pugi::xml_node node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

class Scanner {
 public:
  Scanner(Document& document, const Part& part, Diagnostics& diagnostics)
      : document_(document), diagnostics_(diagnostics) {
    place_.file = document.file;
    place_.part = part.place;
  }

  void story(pugi::xml_node node, std::string part) {
    const Origin outer = place_;
    const std::size_t outer_story = story_;
    if (!part.empty()) {
      place_.part = std::move(part);
    }
    story_ = document_.stories.size();
    document_.stories.emplace_back();
    walk(node);
    story_ = outer_story;
    place_ = outer;
  }

 private:
  void walk(pugi::xml_node parent) {
    for (pugi::xml_node node : parent.children()) {
      find_alternative(node);
      switch (role_of(document_.markup, node.name())) {
        case Role::paragraph:
          paragraph(node);
          break;
        case Role::table:
          table(node);
          break;
        case Role::story:
          story(node, std::string(part_of(document_.markup, node.name())));
          break;
        case Role::opaque:
        case Role::properties:
          break;
        default:
          walk(node);
      }
    }
  }

  void table(pugi::xml_node node) {
    const int row = place_.row;
    const int column = place_.column;
    const int number = place_.table;
    place_.table = ++tables_;
    place_.row = 0;
    rows(node);
    place_.table = number;
    place_.row = row;
    place_.column = column;
  }

  void rows(pugi::xml_node parent) {
    for (pugi::xml_node node : parent.children()) {
      const Role role = role_of(document_.markup, node.name());
      if (role == Role::row) {
        ++place_.row;
        cells(node);
      } else if (role == Role::rows || role == Role::other) {
        rows(node);
      }
    }
  }

  void cells(pugi::xml_node row) {
    place_.column = 1 + row.child("w:trPr").child("w:gridBefore").attribute("w:val").as_int();
    for (pugi::xml_node cell : row.children()) {
      const Role role = role_of(document_.markup, cell.name());
      if (role == Role::cell) {
        const int column = place_.column;
        walk(cell);
        place_.column = column;
      }
      if (role == Role::cell || role == Role::covered) {
        place_.column +=
            document_.markup == Markup::odf
                ? cell.attribute("table:number-columns-repeated").as_int(1)
                : cell.child("w:tcPr").child("w:gridSpan").attribute("w:val").as_int(1);
      }
    }
  }

  [[nodiscard]] bool is_heading(pugi::xml_node paragraph) const {
    if (document_.markup == Markup::odf) {
      return std::string_view(paragraph.name()) == "text:h";
    }
    const pugi::xml_node properties = paragraph.child("w:pPr");
    return properties.child("w:outlineLvl") ||
           document_.heading_styles.contains(
               std::string_view(properties.child("w:pStyle").attribute("w:val").value()));
  }

  void add_piece(pugi::xml_node node, std::string_view text) {
    pieces_.push_back({node, std::string(text), text_.size()});
    text_ += text;
  }

  void gather(pugi::xml_node parent) {
    for (const pugi::xml_node node : parent.children()) {
      if (is_text(node)) {
        // Direct text of w:r is white space between elements, not content.
        if (document_.markup == Markup::odf || std::string_view(parent.name()) == "w:t") {
          add_piece(node, node.value());
        }
        continue;
      }
      switch (role_of(document_.markup, node.name())) {
        case Role::inline_:
        case Role::text:
          gather(node);
          break;
        case Role::space:
          add_piece(node, std::string(std::max(1, node.attribute("text:c").as_int(1)), ' '));
          break;
        case Role::invisible:
        case Role::properties:
          break;
        default:
          add_piece({}, barrier);
          nested_.push_back(node);
      }
    }
  }

  void paragraph(pugi::xml_node node) {
    const auto number = document_.paragraphs.find(node.internal_object());
    place_.paragraph = number == document_.paragraphs.end() ? 0 : number->second;
    pieces_.clear();
    text_.clear();
    nested_.clear();
    gather(node);
    if (is_heading(node)) {
      place_.heading = shortened(trimmed(text_), nearby_points);
    }
    find_tags();
    for (const pugi::xml_node nested : std::vector<pugi::xml_node>(nested_)) {
      find_alternative(nested);
      if (role_of(document_.markup, nested.name()) == Role::story) {
        story(nested, std::string(part_of(document_.markup, nested.name())));
      } else if (role_of(document_.markup, nested.name()) != Role::opaque) {
        walk(nested);
      }
    }
  }

  // A tag in an alternative text: the drawn picture is a slot.
  void find_alternative(pugi::xml_node node) {
    const Alternative found = alternative_of(document_.markup, node);
    const std::string text = trimmed(found.text);
    if (text.find("{{") == std::string::npos) {
      return;
    }
    Origin origin = place_;
    origin.text = shortened(text, nearby_points);
    std::optional<Tag> tag = text.starts_with("{{") && text.ends_with("}}")
                                 ? parse_tag(std::string_view(text).substr(2, text.size() - 4))
                                 : std::nullopt;
    const bool is_slot = found.is_picture && tag && tag->kind == TagKind::value && !tag->merge &&
                         !tag->is_term && tag->look.empty() && tag->format.empty();
    if (!is_slot) {
      diagnostics_.add(
          {.id = "template-picture-tag", .origin = origin, .args = {{"tag", shortened(text, 40)}}});
      return;
    }
    tag->text = shortened(text, nearby_points);
    tag->origin = std::move(origin);
    tag->picture = true;
    const int number = static_cast<int>(document_.tags.size());
    node.append_attribute(picture_attribute) = number;
    document_.stories[story_].push_back(number);
    document_.tags.push_back(std::move(*tag));
    document_.nodes.resize(document_.tags.size());
    document_.nodes.back() = node;
  }

  void find_tags() {
    struct Found {
      std::size_t start;
      std::size_t end;
      Tag tag;
    };
    std::vector<Found> found;
    for (std::size_t at = next_brace(0); at != std::string::npos; at = next_brace(at)) {
      const std::size_t end = text_.find("}}", at + 2);
      const std::size_t again = text_.find("{{", at + 2);
      if (text_[at] == '}') {  // an end without a beginning
        bad_tag(at, text_.size());
        at += 2;
      } else if (end == std::string::npos || again < end) {
        const std::size_t stop = std::min(again, text_.size());
        bad_tag(at, stop);
        at = stop;
      } else {
        if (std::optional<Tag> tag =
                parse_tag(std::string_view(text_).substr(at + 2, end - at - 2))) {
          tag->text = shortened(text_.substr(at, end + 2 - at), nearby_points);
          tag->origin = place(at);
          found.push_back({at, end + 2, std::move(*tag)});
        } else {
          bad_tag(at, end + 2);
        }
        at = end + 2;
      }
    }
    if (found.empty()) {
      return;
    }
    if (found.size() == 1) {
      const std::string rest = text_.substr(0, found[0].start) + text_.substr(found[0].end);
      found[0].tag.alone = trimmed(rest).empty();
    }
    const std::size_t first = document_.tags.size();
    for (Found& one : found) {
      document_.stories[story_].push_back(static_cast<int>(document_.tags.size()));
      document_.tags.push_back(std::move(one.tag));
    }
    document_.nodes.resize(document_.tags.size());
    for (std::size_t i = found.size(); i-- > 0;) {  // from the end: offsets before it stay right
      document_.nodes[first + i] =
          put_tag(found[i].start, found[i].end, static_cast<int>(first + i));
    }
  }

  [[nodiscard]] std::size_t next_brace(std::size_t from) const {
    return std::min(text_.find("{{", from), text_.find("}}", from));
  }

  // Cuts [start, end) out of the pieces and puts the tag where it began.
  pugi::xml_node put_tag(std::size_t start, std::size_t end, int number) {
    pugi::xml_node tag;
    for (Piece& piece : pieces_) {
      const std::size_t piece_end = piece.start + piece.text.size();
      if (piece_end <= start || piece.start >= end || !piece.node) {
        continue;
      }
      const bool whole_text = is_text(piece.node);
      const std::string before =
          piece.start < start ? piece.text.substr(0, start - piece.start) : "";
      const std::string after = piece_end > end ? piece.text.substr(end - piece.start) : "";
      if (!whole_text) {  // <text:s/> at the edge of a tag: its spaces go with it
        piece.node.parent().remove_child(piece.node);
        piece.node = {};
        continue;
      }
      const bool wrapped = document_.markup == Markup::ooxml;
      pugi::xml_node holder = wrapped ? piece.node.parent() : piece.node;
      if (!after.empty()) {
        if (wrapped) {
          pugi::xml_node rest = holder.parent().insert_child_after("w:t", holder);
          rest.append_attribute("xml:space") = "preserve";
          rest.append_child(pugi::node_pcdata).set_value(after.c_str());
        } else {
          holder.parent().insert_child_after(pugi::node_pcdata, holder).set_value(after.c_str());
        }
      }
      if (!tag) {
        tag = holder.parent().insert_child_after(tag_element, holder);
        tag.append_attribute("n") = number;
      }
      piece.text = before;
      if (before.empty()) {
        piece.node = {};
        remove_emptied(holder);
      } else {
        piece.node.set_value(before.c_str());
        if (wrapped && !holder.attribute("xml:space")) {
          holder.append_attribute("xml:space") = "preserve";
        }
      }
    }
    return tag;
  }

  // Removes a text holder, and the runs that hold nothing but looks without it.
  void remove_emptied(pugi::xml_node node) {
    while (true) {
      pugi::xml_node parent = node.parent();
      parent.remove_child(node);
      if (role_of(document_.markup, parent.name()) != Role::inline_) {
        return;
      }
      for (const pugi::xml_node child : parent.children()) {
        if (role_of(document_.markup, child.name()) != Role::properties) {
          return;
        }
      }
      node = parent;
    }
  }

  [[nodiscard]] Origin place(std::size_t at) const {
    Origin origin = place_;
    std::size_t start = at > nearby_bytes ? at - nearby_bytes : 0;
    while (start < at && (static_cast<unsigned char>(text_[start]) & 0xC0U) == 0x80U) {
      ++start;
    }
    std::string nearby = text_.substr(start);
    for (std::size_t mark = nearby.find(barrier); mark != std::string::npos;
         mark = nearby.find(barrier)) {
      nearby.erase(mark, barrier.size());
    }
    origin.text = shortened(trimmed(nearby), nearby_points);
    return origin;
  }

  void bad_tag(std::size_t start, std::size_t end) {
    const std::string tag = trimmed(std::string_view(text_).substr(start, end - start));
    TagFault fault = why_no_tag(tag);
    document_.unread[story_].starts += fault.starts ? 1 : 0;
    document_.unread[story_].ends += fault.ends ? 1 : 0;
    diagnostics_.add({.id = "template-bad-tag",
                      .origin = place(start),
                      .args = {{"tag", shortened(tag, 40)},
                               {"what", std::move(fault.what)},
                               {"word", shortened(fault.word, 40)}},
                      .suggestion = std::move(fault.suggestion)});
  }

  Document& document_;
  Diagnostics& diagnostics_;
  Origin place_;
  std::size_t story_ = 0;
  int tables_ = 0;
  std::vector<Piece> pieces_;
  std::string text_;
  std::vector<pugi::xml_node> nested_;
};

}  // namespace

void scan(Document& document, const Part& part, Diagnostics& diagnostics) {
  Scanner(document, part, diagnostics).story(*part.xml, "");
}

}  // namespace rapporteur::template_
