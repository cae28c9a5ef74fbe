#include "template/safety.hpp"

#include <algorithm>
#include <array>
#include <sstream>

#include "base/text.hpp"
#include "package/distrust.hpp"
#include "template/document.hpp"

namespace rapporteur::template_ {
namespace {

using package::lower;

class Guard {
 public:
  Guard(const std::string& file, Package& package, Diagnostics& diagnostics)
      : file_(file), package_(package), diagnostics_(diagnostics) {}

  std::optional<Markup> admit(std::string bytes) {
    std::string detail;
    switch (package::open(std::move(bytes), package_, detail)) {
      case package::Refusal::none:
        break;
      case package::Refusal::encrypted:
        say("template-encrypted", detail);
        return std::nullopt;
      case package::Refusal::zip_bomb:
        say("template-zip-bomb", detail);
        return std::nullopt;
      case package::Refusal::bad_entry:
        say("template-bad-entry", detail);
        return std::nullopt;
      case package::Refusal::not_zip:
        say("template-not-zip", detail);
        return std::nullopt;
    }
    const std::optional<Markup> markup = kind();
    if (!markup) {
      if (!failed_) {
        say("template-wrong-type", "");
      }
      return std::nullopt;
    }
    for (const std::string& name : package_.names()) {
      check_entry(name);
    }
    return failed_ ? std::nullopt : markup;
  }

 private:
  void say(const char* id, const std::string& detail) {
    failed_ = true;
    diagnostics_.add(
        {.id = id, .origin = {.file = file_}, .args = {{"detail", package::shown_detail(detail)}}});
  }

  std::optional<Markup> kind() {
    const std::string mimetype = package_.get("mimetype").value_or("");
    if (mimetype == "application/vnd.oasis.opendocument.text" ||
        mimetype == "application/vnd.oasis.opendocument.text-template") {
      return package_.contains("content.xml") ? std::optional(Markup::odf) : std::nullopt;
    }
    const std::string types = package_.get("[Content_Types].xml").value_or("");
    if (types.find("macroEnabled") != std::string::npos) {
      say("template-macro", "[Content_Types].xml");
      return std::nullopt;
    }
    return types.find("wordprocessingml.document.main+xml") != std::string::npos ||
                   types.find("wordprocessingml.template.main+xml") != std::string::npos
               ? std::optional(Markup::ooxml)
               : std::nullopt;
  }

  void check_entry(const std::string& name) {
    const std::string small = lower(name);
    if (package::is_program(name)) {
      say("template-macro", name);
      return;
    }
    if (small.find("embeddings/oleobject") != std::string::npos) {
      say("template-external-link", name);
      return;
    }
    const std::optional<std::string> text = package_.get(name);
    if (!text) {
      say("template-not-zip", name);
      return;
    }
    if (!package::is_xml(name, *text)) {
      return;
    }
    const auto tree = parse_part(file_, name, *text, diagnostics_);
    if (!tree) {
      failed_ = true;
      return;
    }
    entry_ = name;
    if (small.ends_with(".rels")) {
      relations(*tree);
      return;
    }
    if (small == "meta-inf/manifest.xml" || small == "docprops/core.xml" || small == "meta.xml" ||
        small.ends_with(".rdf")) {
      if (tree->find_node([](pugi::xml_node node) {
            return std::string_view(node.name()) == "manifest:encryption-data";
          })) {
        say("template-encrypted", "");
      }
      return;
    }
    instructions_.clear();
    walk(*tree);
    check_instructions();
  }

  void relations(pugi::xml_document& tree) {
    bool changed = false;
    pugi::xml_node root = tree.document_element();
    for (pugi::xml_node relation = root.first_child(); relation;) {
      const pugi::xml_node next = relation.next_sibling();
      const std::string type = relation.attribute("Type").value();
      const std::string target = relation.attribute("Target").value();
      if (lower(relation.attribute("TargetMode").value()) == "external") {
        if (type.ends_with("/attachedTemplate")) {
          detach(relation.attribute("Id").value());
          root.remove_child(relation);
          changed = true;
        } else if (!type.ends_with("/hyperlink")) {
          say("template-external-link", target);
        }
      } else if (type.ends_with("/oleObject") || type.ends_with("/aFChunk") ||
                 type.ends_with("/subDocument") || type.ends_with("/control")) {
        say("template-external-link", target);
      }
      relation = next;
    }
    if (changed) {
      std::ostringstream out;
      tree.save(out, "", pugi::format_raw);
      package_.set(entry_, out.str());
    }
  }

  // word/_rels/settings.xml.rels -> word/settings.xml
  void detach(std::string_view id) {
    std::string part = entry_;
    const std::size_t folder = part.find("_rels/");
    if (folder == std::string::npos || !part.ends_with(".rels")) {
      return;
    }
    part = part.substr(0, folder) + part.substr(folder + 6, part.size() - folder - 6 - 5);
    pugi::xml_document tree;
    if (!tree.load_string(package_.get(part).value_or("").c_str(),
                          pugi::parse_default | pugi::parse_ws_pcdata)) {
      return;
    }
    pugi::xml_node root = tree.document_element();
    if (root.child("w:attachedTemplate").attribute("r:id").value() == id) {
      root.remove_child("w:attachedTemplate");
      std::ostringstream out;
      tree.save(out, "", pugi::format_raw);
      package_.set(part, out.str());
    }
  }

  void walk(pugi::xml_node parent) {
    for (const pugi::xml_node node : parent.children()) {
      if (node.type() == pugi::node_element) {
        element(node);
        walk(node);
      }
    }
  }

  void element(pugi::xml_node node) {
    static constexpr std::array<std::string_view, 5> scripts{
        "office:script", "script:event-listener", "office:event-listeners",
        "presentation:event-listener", "form:event-listener"};
    static constexpr std::array<std::string_view, 12> links{"text:section-source",
                                                            "office:dde-source",
                                                            "text:dde-connection",
                                                            "text:dde-connection-decl",
                                                            "table:dde-link",
                                                            "draw:object-ole",
                                                            "draw:applet",
                                                            "draw:plugin",
                                                            "draw:floating-frame",
                                                            "w:altChunk",
                                                            "w:subDoc",
                                                            "o:OLEObject"};
    const std::string_view name = node.name();
    if (std::find(scripts.begin(), scripts.end(), name) != scripts.end()) {
      say("template-macro", entry_ + ": " + std::string(name));
    } else if (std::find(links.begin(), links.end(), name) != links.end()) {
      say("template-external-link", entry_ + ": " + std::string(name));
    } else if (name == "w:fldChar") {
      instructions_ += '\n';
    } else if (name == "w:instrText" || name == "w:delInstrText") {
      instructions_ += node.child_value();
    } else if (name == "w:fldSimple") {
      ((instructions_ += '\n') += node.attribute("w:instr").value()) += '\n';
    }
    const bool is_clickable = name == "text:a" || name == "draw:a" || name == "form:button";
    for (const pugi::xml_attribute attribute : node.attributes()) {
      const std::string_view key = attribute.name();
      const bool is_source = key == "xlink:href" || (key == "src" && name.starts_with("v:"));
      if (is_source && !is_clickable && package::leads_out(attribute.value())) {
        say("template-external-link", attribute.value());
      }
      if (is_clickable && key == "xlink:href" &&
          (lower(attribute.value()).starts_with("macro:") ||
           lower(attribute.value()).starts_with("vnd.sun.star.script"))) {
        say("template-macro", attribute.value());
      }
    }
  }

  // Word's fields that fetch something; their code may be split over runs.
  void check_instructions() {
    static constexpr std::array<std::string_view, 9> fetching{
        "DDE",    "DDEAUTO", "INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "LINK",
        "IMPORT", "RD",      "DATABASE"};
    for (const std::string& code : split(instructions_, '\n')) {
      std::string word = trimmed(code);
      word = word.substr(0, word.find_first_of(" \t\""));
      std::transform(word.begin(), word.end(), word.begin(),
                     [](unsigned char byte) { return static_cast<char>(std::toupper(byte)); });
      if (std::find(fetching.begin(), fetching.end(), word) != fetching.end()) {
        say("template-external-link", trimmed(code));
      }
    }
  }

  const std::string& file_;
  Package& package_;
  Diagnostics& diagnostics_;
  std::string entry_;
  std::string instructions_;
  bool failed_ = false;
};

}  // namespace

std::optional<Markup> admit(const std::string& file, std::string bytes, Package& package,
                            Diagnostics& diagnostics) {
  return Guard(file, package, diagnostics).admit(std::move(bytes));
}

}  // namespace rapporteur::template_
