#include "support.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "review/review.hpp"

namespace rapporteur::review::test {

std::string docx(const std::string& body,
                 const std::vector<std::pair<std::string, std::string>>& parts) {
  package::Package package;
  package.set("[Content_Types].xml", "<Types/>");
  package.set("word/document.xml", "<w:document><w:body>" + body + "</w:body></w:document>");
  for (const auto& [name, xml] : parts) {
    package.set(name, xml);
  }
  return package.write();
}

std::string odt(const std::string& text, const std::string& master_styles) {
  package::Package package;
  package.set("mimetype", "application/vnd.oasis.opendocument.text");
  package.set("content.xml", "<office:document-content><office:body><office:text>" + text +
                                 "</office:text></office:body></office:document-content>");
  package.set("styles.xml", "<office:document-styles><office:master-styles>" + master_styles +
                                "</office:master-styles></office:document-styles>");
  return package.write();
}

Document opened(const std::string& bytes) {
  Diagnostics diagnostics;
  auto document = open_document("back.docx", bytes, diagnostics);
  REQUIRE(document.has_value());
  CHECK(diagnostics.empty());
  return *std::move(document);
}

std::string refusal(const std::string& bytes) {
  Diagnostics diagnostics;
  CHECK_FALSE(open_document("back.docx", bytes, diagnostics).has_value());
  std::string ids;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    ids += (ids.empty() ? "" : " ") + diagnostic.id;
  }
  return ids;
}

std::string paragraphs(const Document& document) {
  std::string lines;
  for (const Paragraph& paragraph : document.paragraphs) {
    const char* stream = paragraph.stream == Stream::body    ? ""
                         : paragraph.stream == Stream::notes ? "note: "
                                                             : "margin: ";
    lines += stream + paragraph.text + "\n";
  }
  return lines;
}

std::string remarks(const Document& document) {
  std::string lines;
  for (const Remark& remark : document.remarks) {
    lines += fmt::format("{} {}", name_of(remark.kind), remark.author);
    lines += remark.removed.empty() ? "" : " -" + remark.removed;
    lines += remark.added.empty() ? "" : " +" + remark.added;
    lines += remark.text.empty() ? "" : " '" + remark.text + "'";
    lines += remark.resolved ? " resolved" : "";
    for (const Reply& reply : remark.replies) {
      lines += fmt::format(" > {}: {}", reply.author, reply.text);
    }
    for (const Spot& spot : remark.spots) {
      lines += fmt::format(" @{}:{}-{}", spot.paragraph, spot.from, spot.to);
    }
    lines += "\n";
  }
  return lines;
}

}  // namespace rapporteur::review::test
