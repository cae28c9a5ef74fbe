#include "support.hpp"

#include <doctest/doctest.h>

#include "base/messages.hpp"
#include "base/text.hpp"
#include "package/package.hpp"

namespace rapporteur::takeover::testing {
namespace {

constexpr const char* names =
    R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
    R"( xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml")";

std::string heading_style(int level) {
  const std::string number = std::to_string(level);
  return R"(<w:style w:type="paragraph" w:styleId="Heading)" + number +
         R"("><w:name w:val="heading )" + number + R"("/><w:pPr><w:outlineLvl w:val=")" +
         std::to_string(level - 1) + R"("/></w:pPr></w:style>)";
}

}  // namespace

std::string docx(const std::string& body) {
  package::Package package;
  const std::string word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  package.set("[Content_Types].xml",
              R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
              R"(<Override PartName="/word/document.xml" ContentType=")" +
                  word +
                  R"(document.main+xml"/><Override PartName="/word/styles.xml" ContentType=")" +
                  word + R"(styles+xml"/></Types>)");
  package.set("word/styles.xml",
              "<w:styles" + std::string(names) +
                  R"(><w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>)" +
                  heading_style(1) + heading_style(2) + "</w:styles>");
  package.set("word/document.xml", "<w:document" + std::string(names) + "><w:body>" + body +
                                       "<w:sectPr/></w:body></w:document>");
  return package.write();
}

std::string p(const std::string& text, const std::string& looks, const std::string& properties) {
  return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") +
         (text.empty() ? ""
                       : "<w:r><w:rPr>" + looks + "</w:rPr><w:t xml:space=\"preserve\">" + text +
                             "</w:t></w:r>") +
         "</w:p>";
}

std::string table(const std::string& cells) {
  std::string out = "<w:tbl>";
  for (const std::string& row : split(cells, '\n')) {
    out += "<w:tr>";
    for (const std::string& cell : split(row, '|')) {
      out += "<w:tc>" + (cell.starts_with('<') ? cell : p(trimmed(cell))) + "</w:tc>";
    }
    out += "</w:tr>";
  }
  return out + "</w:tbl>";
}

Takeover taken(const std::string& bytes) {
  Diagnostics diagnostics;
  Result<Takeover> result =
      take_over("form.docx", bytes, {.id = "form", .languages = {"en"}, .api = 0}, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (kind_of(diagnostic) != Kind::finding) {
      MESSAGE(diagnostic.id, ": ", render(diagnostic, "en").message);
    }
  }
  REQUIRE(result);
  return *std::move(result);
}

std::string bound(const std::string& body) {
  std::string lines;
  for (const Bound& one : taken(docx(body)).bound) {
    lines += one.label + " -> " + one.tag + "\n";
  }
  return lines;
}

std::string file(const Takeover& takeover, const std::string& path) {
  for (const File& one : takeover.files) {
    if (one.path == path) {
      return one.bytes;
    }
  }
  FAIL("no file ", path);
  return {};
}

std::string part(const Takeover& takeover, const std::string& name) {
  package::Package package;
  std::string detail;
  const std::string path =
      name == "content.xml" || name == "styles.xml" ? "template.odt" : "template.docx";
  REQUIRE(package.read(file(takeover, path), detail) == package::PackageFault::none);
  return package.get(name).value_or("");
}

}  // namespace rapporteur::takeover::testing
