#include "made_documents.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <sstream>
#include <stdexcept>

#include "../end-to-end/documents.hpp"
#include "base/files.hpp"

namespace rapporteur::pages {

namespace {

constexpr const char* head = R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Carlito" svg:font-family="Carlito"/>
</office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph">
<style:text-properties style:font-name="Carlito" fo:font-size="10pt" fo:color="#1b2326"/>
</style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Cell" style:family="paragraph"/>
<style:style style:name="Heading" style:family="paragraph">
<style:text-properties fo:font-size="14pt"/></style:style>
</office:styles>
<office:automatic-styles>
<style:style style:name="NewPage" style:family="paragraph">
<style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="Table" style:family="table">
<style:table-properties table:align="left" style:width="80mm"/></style:style>
<style:style style:name="Column" style:family="table-column">
<style:table-column-properties style:column-width="40mm"/></style:style>
<style:style style:name="Row" style:family="table-row">
<style:table-row-properties fo:keep-together="always"/></style:style>
)";

std::string page_layout(const std::string& name, int width, int height) {
  return fmt::format(R"(<style:page-layout style:name="{0}Layout"><style:page-layout-properties
 fo:page-width="{1}mm" fo:page-height="{2}mm" style:print-orientation="{3}"
 fo:margin-top="10mm" fo:margin-bottom="10mm" fo:margin-left="10mm" fo:margin-right="10mm"/>
<style:header-style><style:header-footer-properties fo:min-height="8mm"
 fo:margin-bottom="3mm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:min-height="8mm"
 fo:margin-top="3mm"/></style:footer-style></style:page-layout>
)",
                     name, width, height, width > height ? "landscape" : "portrait");
}

std::string master(const std::string& name, const std::string& footer) {
  return fmt::format(R"(<style:master-page style:name="{0}" style:page-layout-name="{0}Layout">
<style:header><text:p>Report</text:p></style:header><style:footer><text:p>{1}</text:p>
</style:footer></style:master-page>)",
                     name, footer);
}

}  // namespace

std::string flat_odt(const Made& made) {
  return head + page_layout("Standard", 100, 120) + page_layout("Wide", 120, 100) + made.styles +
         R"(</office:automatic-styles><office:master-styles>)" + master("Standard", made.footer) +
         master("Wide", made.footer) + R"(</office:master-styles><office:body><office:text>)" +
         made.body + "</office:text></office:body></office:document>\n";
}

std::string row(const std::string& cells, const std::string& row_style,
                const std::string& text_style) {
  std::string xml = fmt::format(R"(<table:table-row table:style-name="{}">)", row_style);
  std::istringstream texts(cells);
  for (std::string text; std::getline(texts, text, '|');) {
    xml += fmt::format(
        R"(<table:table-cell><text:p text:style-name="{}">{}</text:p></table:table-cell>)",
        text_style, text);
  }
  return xml + "</table:table-row>";
}

std::string table(int columns, const std::string& rows, const std::string& header,
                  const std::string& style) {
  return fmt::format(
      R"(<table:table table:name="Made" table:style-name="{}"><table:table-column )"
      R"(table:style-name="Column" table:number-columns-repeated="{}"/>{}{}</table:table>)",
      style, columns,
      header.empty() ? "" : "<table:table-header-rows>" + header + "</table:table-header-rows>",
      rows);
}

void convert(const std::string& folder, const std::string& files, const std::string& kind,
             const std::string& into) {
  // A profile of its own: no office of the user's answers in its place.
  int status = -1;
  const std::string said = test::run(
      fmt::format("cd '{0}' && soffice -env:UserInstallation=file://{0}/profile --headless "
                  "--convert-to {1} --outdir '{0}/{3}' {2} 2>&1",
                  folder, kind, files, into),
      &status);
  if (status != 0) {
    throw std::runtime_error("soffice: " + said);
  }
}

std::map<std::string, std::string> make_documents(const std::map<std::string, Made>& documents,
                                                  const std::string& folder) {
  std::map<std::string, std::string> paths;
  for (const auto& [name, made] : documents) {
    paths[name] = folder + "/" + name;
    if (!write_file(paths[name] + ".fodt", flat_odt(made))) {
      throw std::runtime_error(paths[name] + " cannot be written");
    }
  }
  for (const char* kind : {"pdf", "odt", "docx"}) {
    convert(folder, "*.fodt", kind, ".");
  }
  return paths;
}

}  // namespace rapporteur::pages
