#include "template/looks.hpp"

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <vector>

#include "base/text.hpp"
#include "template/closing.hpp"
#include "template/column_widths.hpp"
#include "template/document.hpp"
#include "template/grid.hpp"
#include "template/paragraph_styles.hpp"
#include "template/parting.hpp"
#include "template/program.hpp"

namespace rapporteur::template_ {
namespace {

constexpr const char* plain_kind = "body";
constexpr const char* plain_class = "text";

// "band2" → "band" → "body"; "total" → "subtotal" → "body".
std::string_view plainer(std::string_view kind) {
  const std::size_t end = kind.find_last_not_of("0123456789") + 1;
  if (end < kind.size() && end > 0) {
    return kind.substr(0, end);
  }
  return kind == "total" ? "subtotal" : plain_kind;
}

constexpr double air = 0.06;  // cm

/// In twips; Word's own is 108 on each side.
double word_padding(pugi::xml_node margins) {
  double sum = 0;
  for (const auto& [side, start] :
       {std::pair("w:left", "w:start"), std::pair("w:right", "w:end")}) {
    const pugi::xml_node margin = margins.child(side) ? margins.child(side) : margins.child(start);
    sum += margin.attribute("w:w").as_double(108);
  }
  return sum;
}

std::string xml_of(pugi::xml_node node) {
  std::ostringstream out;
  node.print(out, "", pugi::format_raw);
  return out.str();
}

class LookReader {
 public:
  LookReader(Document& document, pugi::xml_document& part, Diagnostics& diagnostics)
      : document_(document), part_(part), diagnostics_(diagnostics), markup_(document.markup) {}

  void run() {
    std::vector<pugi::xml_node> tables;
    for (std::size_t i = 0; i < document_.tags.size(); ++i) {
      if (document_.tags[i].kind == TagKind::look && is_here(i)) {
        start(i, tables);
      }
    }
    for (std::size_t i = 0; i < document_.tags.size(); ++i) {
      if (document_.tags[i].kind == TagKind::cell && is_here(i)) {
        add_cell(i);
      }
    }
    for (std::size_t i = 0; i < document_.tags.size(); ++i) {
      const bool is_inside =
          is_here(i) && std::any_of(tables.begin(), tables.end(), [&](auto table) {
            return around(markup_, document_.nodes[i], Role::table) == table;
          });
      if (is_inside && document_.tags[i].kind != TagKind::look &&
          document_.tags[i].kind != TagKind::cell) {
        fault("template-look-cell", i, "other");
      }
    }
    if (!failed_) {  // else they stay, with the tags that should not be there
      take_out(tables);
    }
  }

 private:
  [[nodiscard]] bool is_here(std::size_t i) const {
    return document_.nodes[i] && document_.nodes[i].root() == part_;
  }

  void take_out(const std::vector<pugi::xml_node>& tables) {
    for (std::size_t i = 0; i < document_.tags.size(); ++i) {
      const TagKind kind = document_.tags[i].kind;
      if (is_here(i) && (kind == TagKind::look || kind == TagKind::cell)) {
        document_.nodes[i] = {};
      }
    }
    close_body(
        markup_, part_,
        [&](pugi::xml_node node) { return std::ranges::find(tables, node) != tables.end(); },
        [this](pugi::xml_node node) {
          return std::ranges::any_of(document_.nodes, [&](pugi::xml_node tag) {
            return tag && (tag == node || tag.parent() == node);
          });
        });
    for (const pugi::xml_node table : tables) {
      table.parent().remove_child(table);
    }
  }

  void fault(const char* id, std::size_t i, const char* what) {
    failed_ = true;
    diagnostics_.add({.id = id,
                      .origin = document_.tags[i].origin,
                      .args = {{"tag", document_.tags[i].text}, {"what", std::string(what)}}});
  }

  void start(std::size_t i, std::vector<pugi::xml_node>& tables) {
    const pugi::xml_node table = around(markup_, document_.nodes[i], Role::table);
    const std::string& name = document_.tags[i].look;
    if (!table) {
      fault("template-look-place", i, "outside");
      return;
    }
    if (std::find(tables.begin(), tables.end(), table) != tables.end() ||
        document_.looks.contains(name)) {
      fault("template-look-place", i, "twice");
      return;
    }
    tables.push_back(table);
    names_.emplace_back(table, name);
    TableLook& look = document_.looks[name];
    const pugi::xml_node styles = part_.document_element().child("office:automatic-styles");
    const double drawn = table_width(markup_, table, styles);
    if (markup_ == Markup::odf) {
      look.style = table.attribute("table:style-name").value();
      const double width = centimetres(
          styles.find_child_by_attribute("style:style", "style:name", look.style.c_str())
              .child("style:table-properties")
              .attribute("style:width")
              .value());
      look.width = width > 0 ? width : document_.table_look.width;
    } else {
      for (const pugi::xml_node setting : table.child("w:tblPr").children()) {
        const std::string_view setting_name = setting.name();
        if (setting_name != "w:tblW" && setting_name != "w:tblLayout") {
          look.settings += xml_of(setting);
        }
      }
      constexpr double twips_per_cm = 1440 / 2.54;
      look.padding =
          word_padding(table.child("w:tblPr").child("w:tblCellMar")) / twips_per_cm + air;
      look.width = drawn > 0 ? drawn / twips_per_cm : document_.table_look.width;
    }
  }

  void add_cell(std::size_t i) {
    const Tag& tag = document_.tags[i];
    const pugi::xml_node node = document_.nodes[i];
    const pugi::xml_node table = around(markup_, node, Role::table);
    const auto named = std::find_if(names_.begin(), names_.end(),
                                    [&](const auto& name) { return name.first == table; });
    if (named == names_.end()) {
      fault("template-look-place", i, "cell");
      return;
    }
    TableLook& look = document_.looks[named->second];
    const pugi::xml_node cell = around(markup_, node, Role::cell);
    const auto [at, is_new] = look.cells[tag.row_kind].try_emplace(tag.cell_class);
    if (!is_new) {
      fault("template-look-cell", i, "twice");
      return;
    }
    at->second = read_cell(node, cell);
    look.rows.try_emplace(tag.row_kind, row_looks(cell.parent()));
  }

  [[nodiscard]] std::string row_looks(pugi::xml_node row) const {
    if (markup_ == Markup::odf) {
      return row.attribute("table:style-name").value();
    }
    std::string looks;
    for (const pugi::xml_node property : row.child("w:trPr").children()) {
      const std::string_view name = property.name();
      if (name == "w:trHeight" || name == "w:jc") {
        looks += xml_of(property);
      }
    }
    return looks;
  }

  [[nodiscard]] CellLook read_cell(pugi::xml_node tag, pugi::xml_node cell) const {
    const pugi::xml_node paragraph = around(markup_, tag, Role::paragraph);
    CellLook look;
    if (markup_ == Markup::odf) {
      look.cell = cell.attribute("table:style-name").value();
      look.style = paragraph.attribute("text:style-name").value();
      Parting around_text = wrapping(tag, paragraph);
      look.open = std::move(around_text.reopen);
      look.close = std::move(around_text.close);
      const pugi::xml_node item = around(markup_, paragraph, Role::item);
      if (item && around(markup_, item, Role::cell) == cell) {
        look.item_open = std::string("<") + item.name() + ">";
        look.item_close = std::string("</") + item.name() + ">";
        Parting lists = wrapping(item, top_list(item, cell));
        look.list_open = std::move(lists.reopen);
        look.list_close = std::move(lists.close);
      }
      look.letters = odf_letters(look.style);
      return look;
    }
    for (const pugi::xml_node property : cell.child("w:tcPr").children()) {
      const std::string_view name = property.name();
      if (name != "w:cnfStyle" && name != "w:tcW" && name != "w:gridSpan" && name != "w:hMerge" &&
          name != "w:vMerge") {
        look.cell += xml_of(property);
      }
    }
    look.open = "<w:p>";
    if (const pugi::xml_node properties = paragraph.child("w:pPr")) {
      pugi::xml_document copy;
      pugi::xml_node kept = copy.append_copy(properties);
      kept.remove_child("w:pageBreakBefore");
      kept.remove_child("w:rPr");
      look.open += xml_of(kept);
    }
    look.close = "</w:p>";
    if (const pugi::xml_node run = tag.parent().child("w:rPr")) {
      look.run = xml_of(run);
    }
    look.letters =
        known_letters(paragraph.child("w:pPr").child("w:pStyle").attribute("w:val").value());
    if (const pugi::xml_node size = tag.parent().child("w:rPr").child("w:sz")) {
      look.letters.points = size.attribute("w:val").as_double(2 * look.letters.points) / 2;
    }
    return look;
  }

  // The list that holds all others around the item, within the cell.
  static pugi::xml_node top_list(pugi::xml_node item, pugi::xml_node cell) {
    pugi::xml_node top = item.parent();
    while (top.parent() != cell && top.parent()) {
      top = top.parent();
    }
    return top;
  }

  [[nodiscard]] Letters known_letters(std::string_view style) const {
    auto found = document_.letters.find(style);
    if (found == document_.letters.end()) {
      found = document_.letters.find("");
    }
    return found == document_.letters.end() ? Letters{} : found->second;
  }

  // An automatic style stands in the part, its parent among the named ones.
  [[nodiscard]] Letters odf_letters(const std::string& style) const {
    const pugi::xml_node automatic =
        part_.document_element()
            .child("office:automatic-styles")
            .find_child_by_attribute("style:style", "style:name", style.c_str());
    if (!automatic) {
      return known_letters(style);
    }
    Letters letters = known_letters(automatic.attribute("style:parent-style-name").value());
    const pugi::xml_node text = automatic.child("style:text-properties");
    const std::string_view size = text.attribute("fo:font-size").value();
    if (size.ends_with("pt")) {
      letters.points = std::strtod(size.data(), nullptr);
    }
    letters.strong =
        letters.strong || std::string_view(text.attribute("fo:font-weight").value()) == "bold";
    return letters;
  }

  Document& document_;
  pugi::xml_document& part_;
  Diagnostics& diagnostics_;
  Markup markup_;
  std::vector<std::pair<pugi::xml_node, std::string>> names_;
  bool failed_ = false;
};

}  // namespace

const CellLook& TableLook::cell_of(std::string_view kind, std::string_view cell_class) const {
  static const CellLook none{.open = "<text:p>", .close = "</text:p>"};
  for (int i = 0; i < 4; ++i, kind = plainer(kind)) {
    const auto row = cells.find(kind);
    if (row == cells.end()) {
      continue;
    }
    auto cell = row->second.find(cell_class);
    if (cell == row->second.end()) {
      cell = row->second.find(plain_class);
    }
    return cell == row->second.end() ? row->second.begin()->second : cell->second;
  }
  return none;
}

std::string_view TableLook::row_of(std::string_view kind) const {
  for (int i = 0; i < 4; ++i, kind = plainer(kind)) {
    if (const auto row = rows.find(kind); row != rows.end()) {
      return row->second;
    }
  }
  return {};
}

void read_looks(Document& document, pugi::xml_document& part, Diagnostics& diagnostics) {
  LookReader(document, part, diagnostics).run();
}

}  // namespace rapporteur::template_
