// Small documents made for a test: parts written here, nothing drawn.
#pragma once

#include <string>
#include <vector>

#include "base/fill.hpp"
#include "office/package.hpp"

namespace rapporteur::office::test {

/// U+E000 nonce . n U+E001
inline std::string token(int n) {
  return "\xee\x80\x80"
         "ab12." +
         std::to_string(n) + "\xee\x80\x81";
}
inline constexpr const char* token_pattern = "\xee\x80\x80[0-9a-f]+\\.[0-9]+\xee\x80\x81";

struct OdtParts {
  std::string body;         ///< inside office:text
  std::string header = "";  ///< inside style:header
  std::string first_header = "";
  std::string footer = "";
  std::string automatic = "";  ///< automatic styles of the content
  std::string styles = "";     ///< named styles
};

inline std::string odt(const OdtParts& parts) {
  const std::string spaces =
      "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
      "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
      "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
      "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
      "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
      "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "
      "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
      "xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.3\"";
  const std::string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  std::string page = "<style:header>" + parts.header + "</style:header>";
  if (!parts.first_header.empty()) {
    page += "<style:header-first>" + parts.first_header + "</style:header-first>";
  }
  page += "<style:footer>" + parts.footer + "</style:footer>";
  return pack(
      {{"mimetype", "application/vnd.oasis.opendocument.text"},
       {"content.xml", declaration + "<office:document-content " + spaces +
                           "><office:automatic-styles>" + parts.automatic +
                           "</office:automatic-styles><office:body><office:text>" + parts.body +
                           "</office:text></office:body></office:document-content>"},
       {"styles.xml",
        declaration + "<office:document-styles " + spaces +
            "><office:styles><style:default-style style:family=\"paragraph\">"
            "<style:text-properties fo:language=\"de\" fo:country=\"DE\" "
            "style:font-name=\"Carlito\" fo:font-size=\"11pt\"/></style:default-style>"
            "<style:style style:name=\"Standard\" style:family=\"paragraph\"/>"
            "<style:style style:name=\"Heading_20_1\" style:display-name=\"Heading 1\" "
            "style:family=\"paragraph\" style:parent-style-name=\"Standard\" "
            "style:default-outline-level=\"1\"/>" +
            parts.styles +
            "</office:styles><office:automatic-styles><style:page-layout style:name=\"pm1\">"
            "<style:page-layout-properties fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" "
            "fo:margin-top=\"2cm\" fo:margin-bottom=\"2cm\" fo:margin-left=\"2cm\" "
            "fo:margin-right=\"2cm\"/></style:page-layout></office:automatic-styles>"
            "<office:master-styles><style:master-page style:name=\"Standard\" "
            "style:page-layout-name=\"pm1\">" +
            page + "</style:master-page></office:master-styles></office:document-styles>"},
       {"META-INF/manifest.xml",
        declaration + "<manifest:manifest "
                      "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
                      "manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" "
                      "manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>"
                      "<manifest:file-entry manifest:full-path=\"content.xml\" "
                      "manifest:media-type=\"text/xml\"/><manifest:file-entry "
                      "manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>"
                      "</manifest:manifest>"}},
      315532800);
}

struct DocxParts {
  std::string body;
  std::string header = "<w:p/>";
  std::string first_header = "<w:p/>";
  std::string footer = "<w:p/>";
  std::string styles = "";
  std::string numbering = "";
};

inline std::string docx(const DocxParts& parts) {
  const std::string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  const std::string spaces =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
      "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
      "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
      "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
      "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"";
  const std::string type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  const std::string relation =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  const auto override_of = [&](const char* part, const char* kind) {
    return "<Override PartName=\"/word/" + std::string(part) + ".xml\" ContentType=\"" + type +
           kind + "+xml\"/>";
  };
  const auto relationship = [&](const char* id, const char* kind, const char* target) {
    return "<Relationship Id=\"" + std::string(id) + "\" Type=\"" + relation + kind +
           "\" Target=\"" + target + ".xml\"/>";
  };
  return pack(
      {{"[Content_Types].xml",
        declaration +
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            "<Default Extension=\"rels\" "
            "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" +
            override_of("document", "document.main") + override_of("styles", "styles") +
            override_of("numbering", "numbering") + override_of("header1", "header") +
            override_of("header2", "header") + override_of("footer1", "footer") + "</Types>"},
       {"_rels/.rels",
        declaration +
            "<Relationships "
            "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
            relationship("rId1", "officeDocument", "word/document") + "</Relationships>"},
       {"word/document.xml",
        declaration + "<w:document " + spaces + "><w:body>" + parts.body +
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/>"
            "<w:headerReference w:type=\"first\" r:id=\"rId4\"/>"
            "<w:footerReference w:type=\"default\" r:id=\"rId5\"/>"
            "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" "
            "w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>"
            "<w:titlePg/></w:sectPr></w:body></w:document>"},
       {"word/styles.xml",
        declaration + "<w:styles " + spaces +
            "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Carlito\" "
            "w:hAnsi=\"Carlito\"/><w:sz w:val=\"22\"/><w:lang w:val=\"de-DE\"/></w:rPr>"
            "</w:rPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" "
            "w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
            "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/>"
            "<w:basedOn w:val=\"Normal\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>" +
            parts.styles + "</w:styles>"},
       {"word/numbering.xml",
        declaration + "<w:numbering " + spaces + ">" + parts.numbering + "</w:numbering>"},
       {"word/header1.xml", declaration + "<w:hdr " + spaces + ">" + parts.header + "</w:hdr>"},
       {"word/header2.xml",
        declaration + "<w:hdr " + spaces + ">" + parts.first_header + "</w:hdr>"},
       {"word/footer1.xml", declaration + "<w:ftr " + spaces + ">" + parts.footer + "</w:ftr>"},
       {"word/_rels/document.xml.rels",
        declaration +
            "<Relationships "
            "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
            relationship("rId1", "styles", "styles") +
            relationship("rId2", "numbering", "numbering") +
            relationship("rId3", "header", "header1") + relationship("rId4", "header", "header2") +
            relationship("rId5", "footer", "footer1") + "<Relationship Id=\"rId6\" Type=\"" +
            relation +
            "hyperlink\" Target=\"annexe.pdf\" TargetMode=\"External\"/></Relationships>"}},
      315532800);
}

inline std::string paragraph(const std::string& text) {
  return "<text:p text:style-name=\"Standard\">" + text + "</text:p>";
}
inline std::string w_paragraph(const std::string& text) {
  return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
}

inline Fill inline_fill(int n, std::vector<Run> runs) {
  Fill fill;
  fill.token = token(n);
  fill.blocks.push_back({});
  fill.blocks.back().runs = std::move(runs);
  return fill;
}
inline Run run(std::string text) {
  Run result;
  result.text = std::move(text);
  return result;
}
inline Fill text_fill(int n, std::string text) {
  return inline_fill(n, {run(std::move(text))});
}

}  // namespace rapporteur::office::test
