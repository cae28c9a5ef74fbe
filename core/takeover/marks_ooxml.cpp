// Word: content controls, legacy form fields, merge fields, boxes of symbol fonts.
#include <algorithm>
#include <array>
#include <vector>

#include "base/text.hpp"
#include "takeover/marks.hpp"
#include "takeover/marks_parts.hpp"

namespace rapporteur::takeover {
namespace {

using pugi::xml_node;

std::string_view val(xml_node node) {
  return node.attribute("w:val").value();
}

// What kind of control it is, or nothing for one that only wraps text of the document: a contents
// list, a group, a repeated section, a control that somebody has filled in.
std::string control_mark(xml_node control) {
  const xml_node looks = control.child("w:sdtPr");
  std::string name(val(looks.child("w:alias")));
  if (name.empty()) {
    name = val(looks.child("w:tag"));
  }
  if (looks.child("w14:checkbox")) {
    return mark(box_mark, name);
  }
  if (looks.child("w:docPartObj") || looks.child("w:picture")) {
    return {};
  }
  const bool is_prompt = static_cast<bool>(looks.child("w:showingPlcHdr"));
  const std::string text =
      trimmed(template_::visible_text(template_::Markup::ooxml, control.child("w:sdtContent")));
  return is_prompt || text.empty() ? mark(text_mark, name) : std::string();
}

xml_node first_run(xml_node node) {
  return node.find_node([](xml_node inner) { return std::string_view(inner.name()) == "w:r"; });
}

// All text of the control goes, the mark stands in its first paragraph. Rows and cells that a
// control wraps stay as they are drawn.
void fill_control(xml_node control, const std::string& text) {
  xml_node content = control.child("w:sdtContent");
  const bool is_inline = !content.find_node([](xml_node inner) {
    const std::string_view name = inner.name();
    return name == "w:p" || name == "w:tbl" || name == "w:tr" || name == "w:tc";
  });
  xml_node looks = first_run(content).child("w:rPr");
  looks.remove_child("w:rStyle");
  xml_node holder = content;
  if (!is_inline) {
    holder =
        content.find_node([](xml_node inner) { return std::string_view(inner.name()) == "w:p"; });
    if (!holder) {
      return;
    }
  }
  pugi::xml_document kept;
  if (looks) {
    kept.append_copy(looks);
  }
  for (xml_node child = holder.first_child(); child;) {
    const xml_node next = child.next_sibling();
    if (std::string_view(child.name()) != "w:pPr") {
      holder.remove_child(child);
    }
    child = next;
  }
  xml_node run = holder.append_child("w:r");
  if (kept.first_child()) {
    run.append_copy(kept.first_child());
  }
  add_text(run, text);
}

void mark_controls(xml_node parent) {
  for (xml_node node : parent.children()) {
    if (std::string_view(node.name()) == "w:sdt") {
      if (const std::string text = control_mark(node); !text.empty()) {
        fill_control(node, text);
        continue;
      }
    }
    mark_controls(node);
  }
}

// "MERGEFIELD Name \* MERGEFORMAT" -> Name
std::string merge_name(std::string_view code) {
  const std::string rest = trimmed(code.substr(code.find("MERGEFIELD") + 10));
  return rest.substr(0, rest.find_first_of(" \\"));
}

// A field from its begin to its end, in one paragraph.
struct Field {
  std::vector<xml_node> runs;
  std::string code;
  std::string name;  ///< of a legacy form field
};

std::string field_mark(const Field& field) {
  if (field.code.find("FORMTEXT") != std::string::npos ||
      field.code.find("FORMDROPDOWN") != std::string::npos) {
    return mark(text_mark, field.name);
  }
  if (field.code.find("FORMCHECKBOX") != std::string::npos) {
    return mark(box_mark, field.name);
  }
  if (field.code.find("MERGEFIELD") != std::string::npos) {
    return mark(text_mark, merge_name(field.code));
  }
  return {};
}

void replace_field(const Field& field) {
  const std::string text = field_mark(field);
  if (text.empty()) {
    return;
  }
  const xml_node looks_of = *std::find_if(field.runs.begin(), field.runs.end(), [&](xml_node run) {
    return run.child("w:rPr") || run == field.runs.back();
  });
  xml_node run = field.runs.front().parent().insert_child_before("w:r", field.runs.front());
  if (const xml_node looks = looks_of.child("w:rPr")) {
    run.append_copy(looks);
  }
  add_text(run, text);
  for (xml_node old : field.runs) {
    old.parent().remove_child(old);
  }
}

// What Word keeps names of form fields as is no name: Text1, CheckBox3.
std::string given_name(std::string_view name) {
  const std::size_t digits = name.find_first_of("0123456789");
  constexpr std::array<std::string_view, 8> made{
      "Text", "Texte", "Check", "CheckBox", "Dropdown", "ListeDéroulante", "CaseACocher", "Texto"};
  const std::string_view word = name.substr(0, digits);
  const bool is_made = std::find(made.begin(), made.end(), word) != made.end();
  return is_made ? std::string() : std::string(name);
}

void read_run(xml_node run, Field& field, int& depth, std::vector<Field>& done) {
  for (const xml_node part : run.children()) {
    const std::string_view name = part.name();
    if (name == "w:fldChar") {
      const std::string_view type = part.attribute("w:fldCharType").value();
      if (type == "begin" && depth++ == 0) {
        field = {};
        field.name = given_name(val(part.child("w:ffData").child("w:name")));
      } else if (type == "end" && depth > 0 && --depth == 0) {
        field.runs.push_back(run);
        done.push_back(field);
        return;
      }
    } else if (name == "w:instrText" && depth > 0) {
      field.code += part.child_value();
    }
  }
  if (depth > 0) {
    field.runs.push_back(run);
  }
}

void mark_fields_of(xml_node paragraph) {
  std::vector<Field> done;
  Field field;
  int depth = 0;
  for (const xml_node child : paragraph.children()) {
    const std::string_view name = child.name();
    if (name == "w:r") {
      read_run(child, field, depth, done);
    } else if (name == "w:fldSimple") {
      done.push_back({{child}, child.attribute("w:instr").value(), {}});
    }
  }
  for (const Field& one : done) {
    replace_field(one);
  }
}

// Empty boxes of Word's symbol fonts.
bool is_box(xml_node symbol) {
  constexpr std::array<std::string_view, 7> codes{"F0A8", "F06F", "F071", "F072",
                                                  "F0A3", "F070", "F02A"};
  const std::string_view font = symbol.attribute("w:font").value();
  return font.starts_with("Wingdings") &&
         std::find(codes.begin(), codes.end(),
                   std::string_view(symbol.attribute("w:char").value())) != codes.end();
}

void mark_rest(xml_node parent) {
  for (xml_node node = parent.first_child(); node;) {
    const xml_node next = node.next_sibling();
    const std::string_view name = node.name();
    if (name == "w:sym" && is_box(node)) {
      xml_node text = parent.insert_child_before("w:t", node);
      text.append_child(pugi::node_pcdata).set_value(mark(box_mark, "").c_str());
      parent.child("w:rPr").remove_child("w:rFonts");
      parent.remove_child(node);
    } else {
      mark_rest(node);
      if (name == "w:p") {
        mark_fields_of(node);
      }
    }
    node = next;
  }
}

}  // namespace

void mark_ooxml(xml_node root) {
  mark_controls(root);
  mark_rest(root);
}

}  // namespace rapporteur::takeover
