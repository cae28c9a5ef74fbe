#include "pdf_words.hpp"

#include <map>
#include <pugixml.hpp>
#include <regex>

#include "../end-to-end/documents.hpp"
#include "base/files.hpp"
#include "plain_text.hpp"
#include "quick_pdf.hpp"

namespace rapporteur::pages {

namespace {

constexpr int zoom = 3;  // the most that pdftohtml takes

struct Font {
  double size = 0;
  std::string colour;
};

/// One font a folded character of a page.
struct FontedText {
  std::u32string text;
  std::vector<Font> fonts;
};

/// pdftohtml nests <b>, <i> and <a> badly where a link starts in a bold word.
std::string without_markup(const std::string& xml) {
  static const std::regex tags("</?(b|i|a)( [^>]*)?>");
  return std::regex_replace(xml, tags, "");
}

std::vector<FontedText> read_fonts(const std::string& fonts_xml) {
  pugi::xml_document xml;
  std::vector<FontedText> pages;
  if (!xml.load_string(without_markup(fonts_xml).c_str(), pugi::parse_default)) {
    return pages;
  }
  std::map<std::string, Font> fonts;
  for (const pugi::xml_node page : xml.child("pdf2xml").children("page")) {
    for (const pugi::xml_node spec : page.children("fontspec")) {
      fonts[spec.attribute("id").value()] = {spec.attribute("size").as_double() / zoom,
                                             spec.attribute("color").value()};
    }
    FontedText text;
    for (const pugi::xml_node piece : page.children("text")) {
      text.text += folded(piece.child_value());
      text.fonts.resize(text.text.size(), fonts[piece.attribute("font").value()]);
    }
    pages.push_back(std::move(text));
  }
  return pages;
}

PdfPage read_page(const pugi::xml_node& page) {
  PdfPage read{page.attribute("width").as_double(), page.attribute("height").as_double(), {}};
  for (const pugi::xml_node word : page.children("word")) {
    read.words.push_back({word.child_value(),
                          {word.attribute("xMin").as_double(), word.attribute("yMin").as_double(),
                           word.attribute("xMax").as_double(), word.attribute("yMax").as_double()},
                          0,
                          {}});
  }
  return read;
}

/// Gives each word the font of its first character.
void dress(PdfPage& page, const FontedText& fonts) {
  std::size_t at = 0;
  for (Word& word : page.words) {
    const std::u32string text = folded(word.text);
    const std::size_t found = fonts.text.find(text, at);
    if (text.empty() || found == std::u32string::npos) {
      continue;
    }
    word.size = fonts.fonts[found].size;
    word.colour = fonts.fonts[found].colour;
    at = found + text.size();
  }
}

}  // namespace

std::vector<PdfPage> pages_from(const std::string& bbox_html, const std::string& fonts_xml) {
  std::vector<PdfPage> pages;
  pugi::xml_document html;
  if (!html.load_string(bbox_html.c_str())) {
    return pages;
  }
  const std::vector<FontedText> fonts = read_fonts(fonts_xml);
  for (const auto& found : html.select_nodes("//page")) {
    PdfPage page = read_page(found.node());
    if (pages.size() < fonts.size()) {
      dress(page, fonts[pages.size()]);
    }
    pages.push_back(std::move(page));
  }
  return pages;
}

std::vector<PdfPage> read_pdf(const std::string& file) {
  const TemporaryDirectory folder;
  const std::string fonts = (folder.path() / "fonts").string();
  const QuickPdf quick(file);
  (void)test::run("pdftohtml -xml -i -q -zoom " + std::to_string(zoom) + " '" + quick.path() +
                  "' '" + fonts + "'");
  return pages_from(test::run("pdftotext -raw -bbox '" + quick.path() + "' -"),
                    read_file(fonts + ".xml").value_or(""));
}

}  // namespace rapporteur::pages
