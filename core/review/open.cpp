// The door: a document that came back by mail is let in like a stranger's template, but nothing in
// it is ever run, fetched or given to an office, so that links and macros do no harm here.
#include "package/distrust.hpp"
#include "package/xml.hpp"
#include "review/document.hpp"

namespace rapporteur::review {
namespace {

const char* id_of(package::Refusal refusal) {
  switch (refusal) {
    case package::Refusal::encrypted:
      return "review-encrypted";
    case package::Refusal::zip_bomb:
      return "review-zip-bomb";
    default:
      return "review-not-a-document";
  }
}

void read_properties(const package::Package& package, const char* part, Document& document) {
  const package::ParsedXml xml = package::parse_xml(package.get(part).value_or("<none/>"));
  if (!xml.tree) {
    return;
  }
  const auto named = [&](const char* name) {
    return xml.tree
        ->find_node(
            [&](const pugi::xml_node& node) { return std::string_view(node.name()) == name; })
        .text()
        .get();
  };
  document.title = named("dc:title");
  document.subject = named("dc:subject");
}

bool is_docx(const package::Package& package) {
  return package.contains("word/document.xml") && package.contains("[Content_Types].xml");
}

bool is_odt(const package::Package& package) {
  return package.get("mimetype")
             .value_or("")
             .starts_with("application/vnd.oasis.opendocument.text") &&
         package.contains("content.xml");
}

bool is_encrypted(const package::Package& package) {
  return package.get("META-INF/manifest.xml").value_or("").find("manifest:encryption-data") !=
         std::string::npos;
}

}  // namespace

Result<Document> open_document(const std::string& file, std::string bytes,
                               Diagnostics& diagnostics) {
  package::Package package;
  std::string detail;
  const auto refuse = [&](const char* id) {
    diagnostics.add(
        {.id = id, .origin = {.file = file}, .args = {{"detail", package::shown_detail(detail)}}});
    return std::nullopt;
  };
  if (const auto refusal = package::open(std::move(bytes), package, detail);
      refusal != package::Refusal::none) {
    return refuse(id_of(refusal));
  }
  if (is_encrypted(package)) {
    return refuse("review-encrypted");
  }
  if (!is_docx(package) && !is_odt(package)) {
    return refuse("review-not-a-document");
  }
  Document document;
  const bool is_ooxml = is_docx(package);
  const package::XmlFault fault = is_ooxml ? read_docx(package, Marks::dropped, document, detail)
                                           : read_odt(package, Marks::dropped, document, detail);
  if (fault != package::XmlFault::none) {
    return refuse(fault == package::XmlFault::large ? "review-zip-bomb" : "review-broken");
  }
  read_properties(package, is_ooxml ? "docProps/core.xml" : "meta.xml", document);
  return document;
}

}  // namespace rapporteur::review
