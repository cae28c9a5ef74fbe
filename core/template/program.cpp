#include "template/program.hpp"

#include <cstdlib>

#include "base/text.hpp"
#include "template/parting.hpp"

namespace rapporteur::template_ {
namespace {

bool is_text(pugi::xml_node node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

// Ids that a clone must not carry a second time, and Word's marks of editing sessions.
bool is_unique_id(std::string_view attribute) {
  return attribute == "xml:id" || attribute == "w14:paraId" || attribute == "w14:textId" ||
         attribute.starts_with("w:rsid");
}

bool is_bookmark(std::string_view element) {
  return element.starts_with("w:bookmark") || element.starts_with("text:bookmark") ||
         element.starts_with("text:reference-mark");
}

class Compiler {
 public:
  Compiler(Markup markup, const std::vector<Tag>& tags, Repeats repeats)
      : markup_(markup), tags_(tags), repeats_(repeats == Repeats::yes ? 1 : 0) {}

  Program children(pugi::xml_node parent) {
    return collect([&] { range(parent.first_child(), {}); });
  }
  Program table(pugi::xml_node node) {
    return collect([&] { rows_or_table(node); });
  }

 private:
  template <class Work>
  Program collect(Work work) {
    Program outer = std::move(ops_);
    ops_ = {};
    work();
    Program inner = std::move(ops_);
    ops_ = std::move(outer);
    return inner;
  }

  std::string& text() {
    if (ops_.empty() || ops_.back().what != Do::text) {
      ops_.emplace_back();
    }
    return ops_.back().text;
  }
  [[nodiscard]] const Tag& tag(int number) const { return tags_[static_cast<std::size_t>(number)]; }
  [[nodiscard]] Role role(pugi::xml_node node) const { return role_of(markup_, node.name()); }

  // Siblings from `first` up to, not including, `end`.
  void range(pugi::xml_node first, pugi::xml_node end) {
    for (pugi::xml_node at = first; at && at != end; at = at.next_sibling()) {
      if (is_tag(at) && opens(tag(tag_number(at)).kind)) {
        at = block(at);
      } else {
        node(at);
      }
    }
  }

  // Compiles a block and returns its end tag.
  pugi::xml_node block(pugi::xml_node start) {
    const int number = tag_number(start);
    pugi::xml_node else_;
    pugi::xml_node end = start.next_sibling();
    for (; end; end = end.next_sibling()) {
      if (is_tag(end) && tag(tag_number(end)).block == number) {
        if (tag(tag_number(end)).kind == TagKind::end) {
          break;
        }
        else_ = end;
      }
    }
    Op op;
    op.tag = number;
    op.what = tag(number).kind == TagKind::each   ? Do::each
              : tag(number).kind == TagKind::lang ? Do::lang
                                                  : Do::if_;
    const int repeats = op.what == Do::each ? 1 : 0;
    repeats_ += repeats;
    op.body = collect([&] { range(start.next_sibling(), else_ ? else_ : end); });
    repeats_ -= repeats;
    if (else_) {
      op.other = collect([&] { range(else_.next_sibling(), end); });
    }
    ops_.push_back(std::move(op));
    return end;
  }

  void node(pugi::xml_node node) {
    if (is_text(node)) {
      append_escaped(text(), node.value());
      return;
    }
    if (node.type() != pugi::node_element) {
      return;
    }
    if (is_tag(node)) {
      value(node);
      return;
    }
    if (const pugi::xml_attribute picture = node.attribute(picture_attribute)) {
      Op op;
      op.what = Do::picture;
      op.tag = picture.as_int();
      op.drawn = node;
      ops_.push_back(std::move(op));
      return;
    }
    switch (role(node)) {
      case Role::table:
        table_or_columns(node);
        break;
      case Role::paragraph:
        if (const int slot = table_slot(node); slot >= 0) {
          Op op;
          op.what = Do::table;
          op.tag = slot;
          ops_.push_back(std::move(op));
        } else {
          element(node);
        }
        break;
      case Role::cell:
        cell(node);
        break;
      case Role::covered:
        clone_or(node, [&] { element(node); });
        break;
      case Role::row:
        if (is_dynamic_) {
          Op op;
          op.what = Do::row;
          op.body = collect([&] { element(node); });
          ops_.push_back(std::move(op));
        } else {
          element(node);
        }
        break;
      case Role::rows:
        if (is_dynamic_) {
          Op op;
          op.what = Do::rows;
          op.body = collect([&] { element(node); });
          ops_.push_back(std::move(op));
        } else {
          element(node);
        }
        break;
      default:
        if (repeats_ == 0 || !is_bookmark(node.name())) {
          element(node);
        }
    }
  }

  // The tag of a table value that stands alone in a paragraph where a table can stand; else -1.
  [[nodiscard]] int table_slot(pugi::xml_node paragraph) const {
    const pugi::xml_node slot = paragraph.find_node([&](pugi::xml_node inner) {
      return is_tag(inner) && tag(tag_number(inner)).alone && !tag(tag_number(inner)).look.empty();
    });
    return slot && !parting_at(markup_, slot).close.empty() ? tag_number(slot) : -1;
  }

  void value(pugi::xml_node node) {
    Op op;
    op.what = Do::value;
    op.tag = tag_number(node);
    if (markup_ == Markup::ooxml) {
      if (const pugi::xml_node looks = node.parent().child("w:rPr")) {
        const Program written = collect([&] { element(looks); });
        op.text = written.empty() ? "" : written.front().text;
      }
    }
    if (tag(op.tag).alone) {
      Parting parting = parting_at(markup_, node);
      op.close = std::move(parting.close);
      op.reopen = std::move(parting.reopen);
    }
    ops_.push_back(std::move(op));
  }

  void open(pugi::xml_node node, const char* without = "") {
    std::string& out = text();
    (out += '<') += node.name();
    for (const pugi::xml_attribute attribute : node.attributes()) {
      const std::string_view name = attribute.name();
      if (name.starts_with("rap:") || name == without || (repeats_ > 0 && is_unique_id(name))) {
        continue;
      }
      ((out += ' ') += name) += "=\"";
      append_escaped(out, attribute.value());
      out += '"';
    }
  }
  void close(pugi::xml_node node) { ((text() += "</") += node.name()) += '>'; }

  void element(pugi::xml_node node) {
    open(node);
    const bool is_styles = std::string_view(node.name()) == "office:automatic-styles";
    if (!node.first_child() && !is_styles) {
      text() += "/>";
      return;
    }
    text() += '>';
    range(node.first_child(), {});
    if (is_styles) {
      Op op;
      op.what = Do::styles_end;
      ops_.push_back(std::move(op));
    }
    close(node);
  }

  // --- tables ---

  void table_or_columns(pugi::xml_node node) {
    const bool has_columns = static_cast<bool>(node.find_node([&](pugi::xml_node inner) {
      return inner.attribute("rap:from") && around(markup_, inner, Role::table) == node;
    }));
    if (has_columns) {
      Op op;
      op.what = Do::cols_table;
      op.table = node;
      op.item = static_cast<std::size_t>(repeats_);
      ops_.push_back(std::move(op));
    } else {
      rows_or_table(node);
    }
  }

  void rows_or_table(pugi::xml_node node) {
    const bool outer = is_dynamic_;
    is_dynamic_ = static_cast<bool>(node.find_node([&](pugi::xml_node inner) {
      return is_tag(inner) && (role(inner.parent()) == Role::table ||
                               role(inner.parent()) == Role::rows || tag(tag_number(inner)).merge);
    }));
    if (is_dynamic_) {
      Op op;
      op.what = Do::rows;
      op.item = 1;
      op.body = collect([&] { element(node); });
      ops_.push_back(std::move(op));
    } else {
      element(node);
    }
    is_dynamic_ = outer;
  }

  template <class Work>
  void clone_or(pugi::xml_node cell, Work work) {
    const pugi::xml_attribute clone = cell.attribute(clone_attribute);
    if (!clone) {
      work();
      return;
    }
    char* colon = nullptr;
    Op op;
    op.what = Do::clone;
    op.tag = static_cast<int>(std::strtol(clone.value(), &colon, 10));
    op.item = std::strtoul(colon + 1, nullptr, 10);
    ++repeats_;
    op.body = collect(work);
    --repeats_;
    ops_.push_back(std::move(op));
  }

  void cell(pugi::xml_node node) {
    clone_or(node, [&] {
      const pugi::xml_node merge = node.find_node(
          [&](pugi::xml_node inner) { return is_tag(inner) && tag(tag_number(inner)).merge; });
      if (merge && is_dynamic_) {
        merge_cell(node, tag_number(merge));
        return;
      }
      open(node);
      text() += '>';
      cell_content(node, {});
      close(node);
    });
  }

  // Properties first, then content that may come to nothing.
  void cell_content(pugi::xml_node node, pugi::xml_node from) {
    pugi::xml_node first = from ? from : node.first_child();
    if (markup_ == Markup::ooxml && !from && std::string_view(first.name()) == "w:tcPr") {
      element(first);
      first = first.next_sibling();
    }
    Op op;
    op.what = Do::cell;
    op.body = collect([&] { range(first, {}); });
    if (op.body.size() == 1 && op.body.front().what == Do::text) {
      text() += op.body.front().text;
    } else {
      ops_.push_back(std::move(op));
    }
  }

  std::string fixed(pugi::xml_node node) {
    const Program written = collect([&] { element(node); });
    return written.empty() ? std::string() : written.front().text;
  }

  void merge_cell(pugi::xml_node node, int number) {
    Op op;
    op.what = Do::merge_cell;
    op.tag = number;
    if (markup_ == Markup::odf) {
      const Program head = collect([&] { open(node, "table:number-rows-spanned"); });
      op.text = head.front().text;
      const std::string style = node.attribute("table:style-name").value();
      op.covered = "<table:covered-table-cell";
      if (!style.empty()) {
        op.covered += " table:style-name=\"";
        append_escaped(op.covered, style);
        op.covered += '"';
      }
      op.covered += "/>";
      op.body = collect([&] {
        text() += '>';
        cell_content(node, {});
        close(node);
      });
    } else {
      ooxml_merge_cell(node, op);
    }
    ops_.push_back(std::move(op));
  }

  // <w:tc><w:tcPr> tcW gridSpan | vMerge | the rest </w:tcPr> …
  void ooxml_merge_cell(pugi::xml_node node, Op& op) {
    const pugi::xml_node properties = node.child("w:tcPr");
    std::string before;
    std::string behind;
    for (const pugi::xml_node property : properties.children()) {
      const std::string_view name = property.name();
      if (name == "w:cnfStyle" || name == "w:tcW" || name == "w:gridSpan" || name == "w:hMerge") {
        before += fixed(property);
      } else if (name != "w:vMerge") {
        behind += fixed(property);
      }
    }
    const Program head = collect([&] { open(node); });
    op.text = head.front().text + "><w:tcPr>" + before;
    op.covered = op.text + "<w:vMerge/>" + behind + "</w:tcPr><w:p>";
    if (const pugi::xml_node looks = node.child("w:p").child("w:pPr")) {
      op.covered += fixed(looks);
    }
    op.covered += "</w:p></w:tc>";
    op.body = collect([&] {
      text() += behind + "</w:tcPr>";
      cell_content(node, properties ? properties.next_sibling() : node.first_child());
      close(node);
    });
  }

  Markup markup_;
  const std::vector<Tag>& tags_;
  Program ops_;
  int repeats_ = 0;
  bool is_dynamic_ = false;
};

}  // namespace

Program compile(Markup markup, const std::vector<Tag>& tags, pugi::xml_node parent,
                Repeats repeats) {
  return Compiler(markup, tags, repeats).children(parent);
}

Program compile_table(Markup markup, const std::vector<Tag>& tags, pugi::xml_node table,
                      Repeats repeats) {
  return Compiler(markup, tags, repeats).table(table);
}

}  // namespace rapporteur::template_
