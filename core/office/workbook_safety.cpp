#include "office/workbook_safety.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>

#include "base/text.hpp"
#include "office/workbook_values.hpp"
#include "package/distrust.hpp"
#include "package/xml.hpp"

namespace rapporteur::office {
namespace {

using package::lower;
using package::Refusal;

class Guard {
 public:
  Guard(const std::string& file, Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics) {}

  std::optional<AdmittedWorkbook> admit(std::string bytes) {
    std::string detail;
    switch (package::open(bytes, package_, detail)) {
      case Refusal::none:
        break;
      case Refusal::encrypted:
        return refuse("workbook-encrypted", detail);
      case Refusal::zip_bomb:
        return refuse("workbook-zip-bomb", detail);
      case Refusal::bad_entry:
        return refuse("workbook-bad-entry", detail);
      case Refusal::not_zip:
        return refuse("workbook-not-zip", detail);
    }
    const std::optional<WorkbookKind> kind = kind_of_package();
    if (!kind) {
      return failed_ ? std::nullopt : refuse("workbook-wrong-type", "");
    }
    if (pugi::xml_document workbook;
        workbook.load_string(package_.get("xl/workbook.xml").value_or("").c_str())) {
      saved_ = saved_values_of(workbook);
    }
    for (const std::string& name : package_.names()) {
      check_entry(name);
    }
    if (failed_) {
      return std::nullopt;
    }
    if (!linked_.empty()) {
      tell_links();
    }
    return AdmittedWorkbook{*kind, changed_ ? package_.write() : std::move(bytes)};
  }

 private:
  std::nullopt_t refuse(const char* id, const std::string& detail) {
    failed_ = true;
    diagnostics_.add(
        {.id = id, .origin = {.file = file_}, .args = {{"detail", package::shown_detail(detail)}}});
    return std::nullopt;
  }

  void tell_links() {
    std::string files;
    for (const std::string& target : linked_) {
      files += (files.empty() ? "" : ", ") + target;
    }
    diagnostics_.add({.id = "workbook-linked-values",
                      .origin = {.file = file_},
                      .args = {{"files", package::shown_detail(files)}}});
  }

  std::optional<WorkbookKind> kind_of_package() {
    const std::string mimetype = package_.get("mimetype").value_or("");
    if (mimetype == "application/vnd.oasis.opendocument.spreadsheet" ||
        mimetype == "application/vnd.oasis.opendocument.spreadsheet-template") {
      return package_.contains("content.xml") ? std::optional(WorkbookKind::ods) : std::nullopt;
    }
    const std::string types = package_.get("[Content_Types].xml").value_or("");
    if (types.find("sheet.binary") != std::string::npos) {
      return std::nullopt;
    }
    if (types.find("macroEnabled") != std::string::npos) {
      return refuse("workbook-macro", "[Content_Types].xml");
    }
    return types.find("spreadsheetml.sheet.main+xml") != std::string::npos ||
                   types.find("spreadsheetml.template.main+xml") != std::string::npos
               ? std::optional(WorkbookKind::xlsx)
               : std::nullopt;
  }

  void check_entry(const std::string& name) {
    const std::string small = lower(name);
    if (package::is_program(name)) {
      refuse("workbook-macro", name);
      return;
    }
    if (small.find("embeddings/oleobject") != std::string::npos) {
      refuse("workbook-external-link", name);
      return;
    }
    if (small == "xl/connections.xml" || small.starts_with("xl/querytables/")) {
      linked_.insert(name);  // what a query fetched last stands in the cells
    }
    const std::optional<std::string> text = package_.get(name);
    if (!text) {
      refuse("workbook-not-zip", name);
      return;
    }
    if (!package::is_xml(name, *text)) {
      return;
    }
    entry_ = name;
    if (small.ends_with(".vml")) {
      check_drawing(*text);
      return;
    }
    const package::ParsedXml parsed = package::parse_xml(*text);
    if (parsed.fault == package::XmlFault::large) {
      refuse("workbook-zip-bomb", name);
    } else if (!parsed.tree) {
      refuse(
          parsed.fault == package::XmlFault::entities ? "workbook-entities" : "workbook-broken-xml",
          name + ": " + parsed.reason);
    } else if (small.ends_with(".rels")) {
      relations(*parsed.tree);
    } else if (small == "meta-inf/manifest.xml") {
      manifest(*parsed.tree);
    } else if (small != "docprops/core.xml" && small != "meta.xml" && !small.ends_with(".rdf")) {
      walk(*parsed.tree);
      keep_values(name, *parsed.tree);
    }
  }

  void keep_values(const std::string& name, pugi::xml_document& tree) {
    const bool changed = name == "content.xml"                ? keep_content_values(tree)
                         : name.starts_with("xl/worksheets/") ? keep_sheet_values(tree, saved_)
                                                              : false;
    if (changed) {
      std::ostringstream out;
      tree.save(out, "", pugi::format_raw);
      package_.set(name, std::move(out).str());
      changed_ = true;
    }
  }

  /// Excel's drawings of notes and buttons are not always well-formed; pictures are named by
  /// relations, so a source written here that leads out is none of Excel's own.
  void check_drawing(std::string_view text) {
    for (std::size_t at = text.find("src="); at != std::string_view::npos;
         at = text.find("src=", at + 1)) {
      const std::string_view value = text.substr(std::min(at + 5, text.size()), 200);
      const std::string_view target = value.substr(0, value.find_first_of("\"'"));
      if (package::leads_out(target)) {
        refuse("workbook-external-link", std::string(target));
      }
    }
  }

  void relations(const pugi::xml_document& tree) {
    for (const pugi::xml_node relation : tree.document_element().children()) {
      const std::string type = relation.attribute("Type").value();
      const std::string target = relation.attribute("Target").value();
      if (lower(relation.attribute("TargetMode").value()) == "external") {
        if (type.ends_with("/externalLinkPath") || type.find("/xlExternalLinkPath/") != type.npos) {
          linked_.insert(target);
        } else if (!type.ends_with("/hyperlink")) {
          refuse("workbook-external-link", target);
        }
      } else if (type.ends_with("/oleObject") || type.ends_with("/control")) {
        refuse("workbook-external-link", target);
      }
    }
  }

  void manifest(const pugi::xml_document& tree) {
    if (tree.find_node([](const pugi::xml_node& node) {
          return std::string_view(node.name()) == "manifest:encryption-data";
        })) {
      refuse("workbook-encrypted", "");
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
    static constexpr std::array<std::string_view, 4> scripts{
        "office:script", "script:event-listener", "office:event-listeners", "form:event-listener"};
    static constexpr std::array<std::string_view, 8> fetching{
        "table:dde-link", "office:dde-source",   "draw:object-ole", "draw:applet",
        "draw:plugin",    "draw:floating-frame", "ddeLink",         "oleLink"};
    static constexpr std::array<std::string_view, 2> linked{"table:table-source",
                                                            "table:cell-range-source"};
    const std::string_view name = node.name();
    if (std::ranges::find(scripts, name) != scripts.end()) {
      refuse("workbook-macro", entry_ + ": " + std::string(name));
    } else if (std::ranges::find(fetching, name) != fetching.end()) {
      refuse("workbook-external-link", entry_ + ": " + std::string(name));
    }
    const bool is_linked = std::ranges::find(linked, name) != linked.end();
    const bool is_clickable = name == "text:a" || name == "draw:a" || name == "form:button";
    for (const pugi::xml_attribute attribute : node.attributes()) {
      if (std::string_view(attribute.name()) != "xlink:href" ||
          !package::leads_out(attribute.value())) {
        continue;
      }
      if (is_linked) {
        linked_.insert(attribute.value());
      } else if (!is_clickable) {
        refuse("workbook-external-link", attribute.value());
      } else if (lower(attribute.value()).starts_with("macro:") ||
                 lower(attribute.value()).starts_with("vnd.sun.star.script")) {
        refuse("workbook-macro", attribute.value());
      }
    }
  }

  const std::string& file_;
  Diagnostics& diagnostics_;
  package::Package package_;
  std::string entry_;
  std::set<std::string> linked_;
  SavedValues saved_ = SavedValues::good;
  bool changed_ = false;
  bool failed_ = false;
};

}  // namespace

std::optional<AdmittedWorkbook> admit_workbook(const std::string& file, std::string bytes,
                                               Diagnostics& diagnostics) {
  return Guard(file, diagnostics).admit(std::move(bytes));
}

}  // namespace rapporteur::office
