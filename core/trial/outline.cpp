#include "trial/outline.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "package/package.hpp"
#include "package/xml.hpp"
#include "trial/inline_text.hpp"

namespace rapporteur::trial {
namespace {

using template_::Markup;

/// Lines of what has been read, blank lines around headings and tables.
class Sheet {
 public:
  void line(const std::string& text) { text_ += text + "\n"; }
  void gap() {
    if (!text_.empty() && !text_.ends_with("\n\n")) {
      text_ += "\n";
    }
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

std::string heading_mark(int level) {
  return std::string(static_cast<std::size_t>(std::clamp(level, 1, 9)), '#') + " ";
}
std::string item_mark(int depth) {
  return std::string(static_cast<std::size_t>(std::clamp(depth, 1, 9) - 1) * 2, ' ') + "- ";
}

class Walker {
 public:
  Walker(Inline in, std::map<std::string, int, std::less<>> heading_styles)
      : in_(std::move(in)), heading_styles_(std::move(heading_styles)) {}

  void walk(pugi::xml_node parent, int depth) {
    for (const pugi::xml_node node : parent.children()) {
      const std::string_view name = node.name();
      if (name == "text:p" || name == "text:h" || name == "w:p") {
        paragraph(node, depth);
      } else if (name == "text:list") {
        walk(node, depth + 1);
      } else if (name == "table:table" || name == "w:tbl") {
        table(node);
      } else if (name != "text:table-of-content" && name != "text:sequence-decls" &&
                 name != "text:tracked-changes" && name != "office:forms" && name != "w:sectPr") {
        walk(node, depth);
      }
    }
  }
  [[nodiscard]] const std::string& text() const { return sheet_.text(); }

 private:
  // --- paragraphs ---------------------------------------------------------------------------

  [[nodiscard]] int heading_level(pugi::xml_node node) const {
    if (in_.markup == Markup::odf) {
      return node.name() == std::string_view("text:h")
                 ? node.attribute("text:outline-level").as_int(1)
                 : 0;
    }
    const auto style =
        heading_styles_.find(node.child("w:pPr").child("w:pStyle").attribute("w:val").value());
    return style == heading_styles_.end() ? 0 : style->second;
  }

  void paragraph(pugi::xml_node node, int depth) {
    const std::string text = trimmed(paragraph_text(in_, node));
    if (const Fill* fill = block_fill(in_, text)) {
      for (const Block& block : fill->blocks) {
        put(block);
      }
      return;
    }
    const int level = heading_level(node);
    const pugi::xml_node numbering = node.child("w:pPr").child("w:numPr");
    if (numbering && numbering.child("w:numId").attribute("w:val").as_int() != 0 && level == 0) {
      depth = numbering.child("w:ilvl").attribute("w:val").as_int() + 1;
    }
    put(level > 0 ? heading_mark(level) : (depth > 0 ? item_mark(depth) : ""), text);
  }

  void put(const Block& block) {
    const std::string text = trimmed(runs_text(in_, block.runs));
    switch (block.kind) {
      case BlockKind::heading:
        put(heading_mark(block.level), text);
        break;
      case BlockKind::list_item: {
        const std::string box =
            block.task == Task::none ? "" : (block.task == Task::done ? "[x] " : "[ ] ");
        put(item_mark(block.level), box + text);
        break;
      }
      case BlockKind::quote:
        put("> ", text);
        break;
      case BlockKind::paragraph:
        put("", text);
        break;
    }
  }

  void put(const std::string& mark, std::string text) {
    if (!text.empty()) {
      std::replace(text.begin(), text.end(), '\n', ' ');
      if (mark.starts_with("#")) {
        sheet_.gap();
      }
      sheet_.line(mark + text);
    }
    put_notes();
  }

  void put_notes() {
    for (const std::string& note : in_.notes) {
      sheet_.line(note);
    }
    in_.notes.clear();
  }

  // --- tables -------------------------------------------------------------------------------

  void table(pugi::xml_node node) {
    sheet_.gap();
    rows(node, false);
    put_notes();
    sheet_.gap();
  }

  void rows(pugi::xml_node parent, bool is_head) {
    for (const pugi::xml_node node : parent.children()) {
      const std::string_view name = node.name();
      if (name == "table:table-row" || name == "w:tr") {
        const bool repeats = node.child("w:trPr").child("w:tblHeader");
        sheet_.line(row(node, is_head || repeats));
      } else if (name == "table:table-header-rows") {
        rows(node, true);
      } else if (name == "table:table-row-group" || name == "table:table-rows") {
        rows(node, is_head);
      }
    }
  }

  std::string row(pugi::xml_node node, bool is_head) {
    constexpr unsigned int most_columns = 200;
    std::string text = is_head ? "|=" : "|";
    for (const pugi::xml_node cell : node.children()) {
      const std::string_view name = cell.name();
      if (name == "table:covered-table-cell" || name == "table:table-cell") {
        const bool is_covered = name == "table:covered-table-cell";
        const unsigned int count = cell.attribute("table:number-columns-repeated").as_uint(1);
        for (unsigned int i = 0; i < std::min(count, most_columns); ++i) {
          text += " " + (is_covered ? "·" : cell_text(cell)) + " |";
        }
      } else if (name == "w:tc") {
        const pugi::xml_node looks = cell.child("w:tcPr");
        const pugi::xml_node merge = looks.child("w:vMerge");
        const bool goes_on =
            merge && merge.attribute("w:val").value() != std::string_view("restart");
        text += " " + (goes_on ? "·" : cell_text(cell)) + " |";
        const unsigned int span = looks.child("w:gridSpan").attribute("w:val").as_uint(1);
        for (unsigned int i = 1; i < std::min(span, most_columns); ++i) {
          text += " · |";
        }
      }
    }
    return text;
  }

  /// What stands in a cell, on one line.
  std::string cell_text(pugi::xml_node cell) {
    Sheet outer;
    std::swap(outer, sheet_);
    std::vector<std::string> waiting;
    std::swap(waiting, in_.notes);
    walk(cell, 0);
    std::swap(outer, sheet_);
    // Notes printed inside stand behind the table.
    std::string text;
    for (const std::string& line : split(outer.text(), '\n')) {
      if (line.starts_with("[^")) {
        waiting.push_back(line);
      } else if (!line.empty()) {
        text += (text.empty() ? "" : " / ") + line;
      }
    }
    in_.notes = std::move(waiting);
    return text;
  }

  Inline in_;
  std::map<std::string, int, std::less<>> heading_styles_;
  Sheet sheet_;
};

/// Level of each paragraph style of a DOCX that is one of headings.
std::map<std::string, int, std::less<>> heading_styles(pugi::xml_node styles) {
  std::map<std::string, int, std::less<>> levels;
  for (const pugi::xml_node style : styles.child("w:styles").children("w:style")) {
    const pugi::xml_node level = style.child("w:pPr").child("w:outlineLvl");
    if (level && level.attribute("w:val").as_int() < 9) {
      levels[style.attribute("w:styleId").value()] = level.attribute("w:val").as_int() + 1;
    }
  }
  return levels;
}

package::ParsedXml part(const package::Package& zip, std::string_view name) {
  return package::parse_xml(zip.get(name).value_or("<none/>"));
}

}  // namespace

std::string outline(const template_::Expansion& expansion) {
  package::Package zip;
  std::string detail;
  if (zip.read(expansion.package, detail) != package::PackageFault::none) {
    return {};
  }
  Inline in;
  in.markup = expansion.markup;
  for (const Fill& fill : expansion.fills) {
    in.fills[fill.token] = &fill;
  }
  const bool is_odf = expansion.markup == Markup::odf;
  const package::ParsedXml body = part(zip, is_odf ? "content.xml" : "word/document.xml");
  const package::ParsedXml styles = part(zip, is_odf ? "styles.xml" : "word/styles.xml");
  const package::ParsedXml notes = part(zip, "word/footnotes.xml");
  if (!body.tree) {
    return {};
  }
  if (notes.tree) {
    for (const pugi::xml_node note : notes.tree->child("w:footnotes").children("w:footnote")) {
      in.docx_notes[note.attribute("w:id").value()] = note;
    }
  }
  auto levels = styles.tree && !is_odf ? heading_styles(*styles.tree)
                                       : std::map<std::string, int, std::less<>>{};
  Walker walker(std::move(in), std::move(levels));
  walker.walk(
      is_odf ? body.tree->child("office:document-content").child("office:body").child("office:text")
             : body.tree->child("w:document").child("w:body"),
      0);
  return walker.text();
}

}  // namespace rapporteur::trial
