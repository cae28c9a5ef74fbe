#include "drawn.hpp"

#include <sstream>

#include "../unit/template/support.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "package/package.hpp"

namespace rapporteur::broken {
namespace {

namespace fs = std::filesystem;

constexpr const char* odt_styles =
    R"(<office:document-styles><office:styles>)"
    R"(<style:default-style style:family="paragraph">)"
    R"(<style:text-properties fo:language="fr" fo:country="FR"/></style:default-style>)"
    R"(<style:style style:name="Standard" style:family="paragraph"/>)"
    R"(<style:style style:name="Heading 1"/><style:style style:name="Heading 2"/>)"
    R"(<style:style style:name="List Bullet"/><style:style style:name="List Number"/>)"
    R"(<style:style style:name="Quote"/><style:style style:name="Table Text"/>)"
    R"(<style:style style:name="Table Heading"/>)"
    R"(</office:styles></office:document-styles>)";
constexpr const char* odt_manifest =
    R"(<manifest:manifest><manifest:file-entry manifest:full-path="/" )"
    R"(manifest:media-type="application/vnd.oasis.opendocument.text"/></manifest:manifest>)";
constexpr const char* docx_types =
    R"(<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-)"
    R"(officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" )"
    R"(ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>)"
    R"(</Types>)";
constexpr const char* docx_styles =
    R"(<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault>)"
    R"(</w:docDefaults><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>)"
    R"(<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>)"
    R"(<w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style>)"
    R"(<w:style w:styleId="LB"><w:name w:val="List Bullet"/></w:style>)"
    R"(<w:style w:styleId="LN"><w:name w:val="List Number"/></w:style>)"
    R"(<w:style w:styleId="Q"><w:name w:val="Quote"/></w:style>)"
    R"(<w:style w:styleId="TT"><w:name w:val="Table Text"/></w:style>)"
    R"(<w:style w:styleId="TH"><w:name w:val="Table Heading"/></w:style>)"
    R"(</w:styles>)";

std::string text_of(const fs::path& folder, const fs::path& base, const std::string& name) {
  return read_file(fs::exists(folder / name) ? folder / name : base / name).value_or("");
}

std::string content(const fs::path& folder, const fs::path& base, template_::Markup markup,
                    const std::string& kind) {
  if (const auto body = read_file(folder / ("body." + kind + ".xml"))) {
    return template_::test::wrap(markup, *body);
  }
  std::string drawing = text_of(folder, base, "template.txt");
  while (drawing.ends_with('\n')) {
    drawing.pop_back();
  }
  return template_::test::draw(markup, drawing);
}

void replace_all(std::string& bytes, const std::string& old, const std::string& by) {
  for (std::size_t at = bytes.find(old); at != std::string::npos; at = bytes.find(old, at + 1)) {
    bytes.replace(at, old.size(), by);
  }
}

/// The zip, changed as the lines say.
std::string changed(package::Package package, const std::string& lines) {
  std::vector<std::pair<std::string, std::string>> patches;
  for (const std::string& line : split(lines, '\n')) {
    std::istringstream words(line);
    std::string what;
    std::string name;
    std::string rest;
    words >> what >> name;
    std::getline(words >> std::ws, rest);
    if (what == "add") {
      package.set(name, rest);
    } else if (what == "zeros") {
      package.set(name, std::string(std::stoul(rest) << 20, '\0'));
    } else if (what == "patch") {
      patches.emplace_back(name, rest);
    }
  }
  std::string bytes = package.write();
  for (const auto& [old, by] : patches) {
    replace_all(bytes, old, by);
  }
  return bytes;
}

}  // namespace

std::string draw_template(const fs::path& folder, const fs::path& base, const std::string& kind) {
  if (const auto bytes = read_file(folder / ("bytes." + kind))) {
    return *bytes;
  }
  package::Package package;
  if (kind == "odt") {
    package.set("mimetype", "application/vnd.oasis.opendocument.text");
    package.set("content.xml", content(folder, base, template_::Markup::odf, kind));
    package.set("styles.xml", odt_styles);
    package.set("META-INF/manifest.xml", odt_manifest);
  } else {
    package.set("[Content_Types].xml", docx_types);
    package.set("word/document.xml", content(folder, base, template_::Markup::ooxml, kind));
    package.set("word/styles.xml", docx_styles);
  }
  return changed(std::move(package), read_file(folder / ("package." + kind)).value_or(""));
}

}  // namespace rapporteur::broken
