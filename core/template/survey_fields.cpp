// Content controls and fields that other tools fill: what they are called, and what becomes of
// them.
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "template/survey_findings.hpp"

namespace rapporteur::template_ {
namespace {

constexpr std::size_t longest_name = 60;

std::string control_name(pugi::xml_node properties) {
  for (const char* child : {"w:alias", "w:tag"}) {
    std::string name = properties.child(child).attribute("w:val").value();
    if (!name.empty()) {
      return name;
    }
  }
  return "…";
}

const char* control_kind(pugi::xml_node properties) {
  constexpr std::array<std::pair<const char*, const char*>, 6> kinds{
      {{"w:comboBox", "list"},
       {"w:dropDownList", "list"},
       {"w:date", "date"},
       {"w14:checkbox", "checkbox"},
       {"w:picture", "picture"},
       {"w15:repeatingSection", "repeat"}}};
  const auto* const found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& kind) {
    return static_cast<bool>(properties.child(kind.first));
  });
  return found == kinds.end() ? "text" : found->second;
}

/// ODF elements that stand for a value from elsewhere, and the attribute that names it.
struct OdfField {
  std::string_view element;
  const char* what;
  const char* name;
};
constexpr std::array<OdfField, 8> odf_fields{
    {{"text:database-display", "merge", "text:column-name"},
     {"text:placeholder", "placeholder", "text:description"},
     {"text:text-input", "input", "text:description"},
     {"text:variable-input", "input", "text:name"},
     {"text:user-field-input", "input", "text:name"},
     {"text:user-field-get", "variable", "text:name"},
     {"text:drop-down", "list", "text:name"},
     {"text:conditional-text", "condition", "text:condition"}}};

}  // namespace

void FieldCheck::say(const char* id, const Seen& seen, const char* what, std::string name) {
  name = shortened(trimmed(name), longest_name);
  diagnostics_.add({.id = id,
                    .origin = seen.origin,
                    .args = {{"what", std::string(what)}, {"name", name.empty() ? "…" : name}}});
}

void FieldCheck::see(const Seen& seen) {
  const std::string_view name = seen.node.name();
  if (markup_ == Markup::odf) {
    const auto* const field =
        std::find_if(odf_fields.begin(), odf_fields.end(),
                     [&](const OdfField& one) { return one.element == name; });
    if (field != odf_fields.end()) {
      std::string called = seen.node.attribute(field->name).value();
      say("template-field", seen, field->what,
          called.empty() ? visible_text(markup_, seen.node) : called);
    }
    return;
  }
  const pugi::xml_node properties = seen.node.child("w:sdtPr");
  if (name == "w:sdt" && !properties.child("w:docPartObj")) {
    say("template-control", seen, control_kind(properties), control_name(properties));
  } else if (name == "w:fldSimple") {
    instruction(seen.node.attribute("w:instr").value(), seen.origin);
  } else if (name == "w:fldChar") {
    end();
    code_at_ = seen.origin;
  } else if (name == "w:instrText") {
    code_ += seen.node.child_value();
  }
}

void FieldCheck::end() {
  instruction(code_, code_at_);
  code_.clear();
}

void FieldCheck::instruction(const std::string& code, const Origin& origin) {
  std::vector<std::string> words;
  for (const std::string& word : split(code, ' ')) {
    if (!trimmed(word).empty()) {
      words.push_back(trimmed(word));
    }
  }
  if (words.empty()) {
    return;
  }
  constexpr std::array<std::pair<std::string_view, const char*>, 8> kinds{
      {{"MERGEFIELD", "merge"},
       {"FORMTEXT", "input"},
       {"FILLIN", "input"},
       {"ASK", "input"},
       {"FORMDROPDOWN", "list"},
       {"FORMCHECKBOX", "checkbox"},
       {"DOCPROPERTY", "variable"},
       {"DOCVARIABLE", "variable"}}};
  const auto* const kind = std::find_if(
      kinds.begin(), kinds.end(), [&](const auto& one) { return one.first == words.front(); });
  if (kind != kinds.end()) {
    std::string name = words.size() > 1 ? words[1] : "";
    std::erase(name, '"');
    diagnostics_.add(
        {.id = "template-field",
         .origin = origin,
         .args = {{"what", std::string(kind->second)}, {"name", name.empty() ? "…" : name}}});
  }
}

}  // namespace rapporteur::template_
