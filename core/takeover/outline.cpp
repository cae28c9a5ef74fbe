#include "takeover/outline.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "takeover/pieces.hpp"
#include "template/markup.hpp"

namespace rapporteur::takeover {
namespace {

using pugi::xml_node;
using template_::Markup;
using template_::Role;

class Reader {
 public:
  Reader(Markup markup, const Looks& looks) : markup_(markup), looks_(looks) {}

  std::vector<Story> read(xml_node root, const std::string& place) {
    stories_.push_back({place, {}});
    std::vector<Block> blocks;
    walk(root, place, blocks);
    stories_.front().blocks = std::move(blocks);
    std::erase_if(stories_, [](const Story& story) { return story.blocks.empty(); });
    return std::move(stories_);
  }

 private:
  [[nodiscard]] Role role(xml_node node) const { return template_::role_of(markup_, node.name()); }

  void walk(xml_node parent, const std::string& place, std::vector<Block>& blocks) {
    for (const xml_node node : parent.children()) {
      if (is_made_by_the_office(node)) {
        continue;
      }
      switch (role(node)) {
        case Role::paragraph:
          blocks.push_back(paragraph(node));
          break;
        case Role::table:
          blocks.push_back(table(node, place));
          break;
        case Role::story:
          story(node);
          break;
        case Role::opaque:
        case Role::properties:
          break;
        default:
          walk(node, place, blocks);
      }
    }
  }

  // Contents lists and indexes are written anew by the office.
  static bool is_made_by_the_office(xml_node node) {
    const std::string_view name = node.name();
    return name == "w:sdt" || name == "text:table-of-content" ||
           name == "text:illustration-index" || name == "text:table-index" ||
           name == "text:alphabetical-index";
  }

  void story(xml_node node) {
    const std::string place(template_::part_of(markup_, node.name()));
    if (place == "footnote") {
      return;  // notes are the donor's words, never answers
    }
    std::vector<Block> blocks;
    walk(node, place, blocks);
    stories_.push_back({place, std::move(blocks)});
  }

  Block paragraph(xml_node node) {
    Block block;
    block.node = node;
    block.text = paragraph_text(markup_, node);
    block.look = looks_.of_paragraph(node);
    block.is_empty = trimmed(block.text).empty();
    block.is_fixed = node.child("w:pPr").child("w:sectPr") || node.find_node([](xml_node inner) {
      const std::string_view name = inner.name();
      return name == "w:br" || name == "w:drawing" || name == "w:pict" || name == "w:object" ||
             name == "draw:frame" || name == "text:soft-page-break";
    });
    nested(node);
    return block;
  }

  // Text boxes that are anchored in a paragraph.
  void nested(xml_node parent) {
    for (const xml_node node : parent.children()) {
      if (role(node) == Role::story) {
        story(node);
      } else if (role(node) != Role::opaque && role(node) != Role::properties) {
        nested(node);
      }
    }
  }

  Block table(xml_node node, const std::string& place) {
    Block block;
    block.node = node;
    block.table = std::make_shared<Grid>();
    block.table->node = node;
    block.table->number = ++tables_;
    rows(node, place, *block.table);
    return block;
  }

  void rows(xml_node parent, const std::string& place, Grid& grid) {
    for (const xml_node node : parent.children()) {
      if (role(node) == Role::row) {
        grid.rows.push_back(row(node, place));
      } else if (role(node) == Role::rows || role(node) == Role::other) {
        rows(node, place, grid);
      }
    }
  }

  Row row(xml_node node, const std::string& place) {
    Row row;
    row.node = node;
    std::size_t column = node.child("w:trPr").child("w:gridBefore").attribute("w:val").as_uint();
    for (const xml_node child : node.children()) {
      const Role kind = role(child);
      if (kind != Role::cell && kind != Role::covered) {
        continue;
      }
      Cell cell;
      cell.node = child;
      cell.column = column;
      cell.span = std::clamp(span_of(child), 1U, 200U);
      cell.is_covered = is_covered(child, kind);
      cell.is_shaded = looks_.is_shaded(child);
      // In ODF the cells that this one covers stand behind it and count themselves.
      column +=
          markup_ == Markup::ooxml
              ? cell.span
              : std::clamp(child.attribute("table:number-columns-repeated").as_uint(1), 1U, 200U);
      if (kind == Role::covered && !row.cells.empty() && !covers_row(child, row.cells.back())) {
        continue;  // the rest of a cell that spans columns
      }
      walk(child, place, cell.blocks);
      for (const Block& block : cell.blocks) {
        const std::string text = trimmed(block.text);
        cell.text += (cell.text.empty() || text.empty() ? "" : " ") + text;
      }
      row.cells.push_back(std::move(cell));
    }
    return row;
  }

  [[nodiscard]] unsigned span_of(xml_node cell) const {
    if (markup_ == Markup::ooxml) {
      return cell.child("w:tcPr").child("w:gridSpan").attribute("w:val").as_uint(1);
    }
    return role(cell) == Role::covered
               ? cell.attribute("table:number-columns-repeated").as_uint(1)
               : std::max(cell.attribute("table:number-columns-spanned").as_uint(1),
                          cell.attribute("table:number-columns-repeated").as_uint(1));
  }

  // A covered cell of ODF lies right of the cell that covers it, or below one.
  static bool covers_row(xml_node covered, const Cell& left) {
    const std::size_t spanned = left.node.attribute("table:number-columns-spanned").as_uint(1);
    return spanned < 2 || !is_within(covered, left.node, spanned);
  }
  static bool is_within(xml_node covered, xml_node from, std::size_t spanned) {
    std::size_t at = 1;
    for (xml_node next = from.next_sibling(); next; next = next.next_sibling(), ++at) {
      if (next == covered) {
        return at < spanned;
      }
    }
    return false;
  }

  [[nodiscard]] bool is_covered(xml_node cell, Role kind) const {
    const xml_node merge = cell.child("w:tcPr").child("w:vMerge");
    return kind == Role::covered ||
           (merge && std::string_view(merge.attribute("w:val").value()) != "restart");
  }

  Markup markup_;
  const Looks& looks_;
  std::vector<Story> stories_;
  int tables_ = 0;
};

}  // namespace

bool Cell::is_blank() const {
  return !is_covered && std::all_of(blocks.begin(), blocks.end(), [](const Block& block) {
    return !block.table && block.is_empty;
  });
}

const Cell* Row::at(std::size_t column) const {
  const auto found = std::find_if(cells.begin(), cells.end(), [&](const Cell& cell) {
    return column >= cell.column && column < cell.column + cell.span;
  });
  return found == cells.end() ? nullptr : &*found;
}

std::vector<Story> read_outline(Markup markup, xml_node root, const std::string& place,
                                const Looks& looks) {
  return Reader(markup, looks).read(root, place);
}

std::string paragraph_text(Markup markup, xml_node paragraph) {
  std::string text;
  for (const Piece& piece : pieces_of(markup, paragraph)) {
    text += piece.text;
  }
  return text;
}

}  // namespace rapporteur::takeover
