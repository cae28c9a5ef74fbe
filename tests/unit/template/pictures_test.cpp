// Drawn pictures with a tag in their alternative text, in both markups.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "base/files.hpp"
#include "support.hpp"
#include "template/pictures.hpp"

namespace rapporteur::template_::test {
namespace {

std::string drawn(Markup markup, const std::string& description, const std::string& width = "") {
  if (markup == Markup::odf) {
    return "<draw:frame draw:name=\"box\" svg:width=\"" + (width.empty() ? "6cm" : width) +
           "\" svg:height=\"" + (width.empty() ? "40mm" : width) +
           "\" style:rel-width=\"50%\"><draw:image xlink:href=\"Pictures/box.svg\"/>"
           "<draw:image xlink:href=\"Pictures/box.png\"/><svg:title>box</svg:title><svg:desc>" +
           description + "</svg:desc></draw:frame>";
  }
  return "<w:r><w:drawing><wp:inline wp14:editId=\"1\"><wp:extent cx=\"" +
         (width.empty() ? "2160000" : width) + "\" cy=\"" + (width.empty() ? "1440000" : width) +
         "\"/><wp:docPr id=\"1\" name=\"box\" title=\"box\" descr=\"" + description +
         "\"/><a:graphic><a:graphicData><pic:pic><pic:nvPicPr><pic:cNvPr id=\"1\"/></pic:nvPicPr>"
         "<pic:blipFill><a:blip r:embed=\"r1\"><a:extLst/></a:blip><a:srcRect l=\"9\"/>"
         "</pic:blipFill><pic:spPr><a:xfrm><a:ext cx=\"1\" cy=\"1\"/></a:xfrm></pic:spPr></pic:pic>"
         "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";
}

std::string paragraph(Markup markup, const std::string& content) {
  return markup == Markup::odf ? "<text:p>" + content + "</text:p>" : "<w:p>" + content + "</w:p>";
}

view::Value image(const std::string& path) {
  return {view::Image{path, "Seen <from> afar", ""}, {}, {}};
}

view::Value photos() {
  return map(
      {{"photos", list({map({{"image", image("wide.png")}}), map({{"image", image("high.jpg")}})})},
       {"word", text("w")}});
}

/// "wide" is 400 × 100, all others 100 × 400.
std::optional<Picture> find(const view::Image& image, const Origin&, Diagnostics& diagnostics) {
  if (image.path == "none.png") {
    diagnostics.add({.id = "media-missing", .args = {{"path", image.path}}});
    return std::nullopt;
  }
  const bool is_wide = image.path.starts_with("wide");
  return Picture{image.path.ends_with("jpg") ? PictureKind::jpeg : PictureKind::png,
                 is_wide ? 400 : 100, is_wide ? 100 : 400, false, image.path};
}

std::string expanded(Markup markup, const std::string& body, const view::Value& view,
                     Diagnostics& diagnostics) {
  const auto result = expand_xml(markup, wrap(markup, body),
                                 {.view = view,
                                  .terms = terms(),
                                  .formats = formats(),
                                  .language = "fr",
                                  .nonce = "ab12",
                                  .find_picture = find},
                                 diagnostics);
  return result ? result->xml : told(diagnostics);
}

std::string fault_of(Markup markup, const std::string& body) {
  Diagnostics diagnostics;
  return expanded(markup, body, photos(), diagnostics);
}

std::string each(Markup markup) {
  const bool odf = markup == Markup::odf;
  const auto words = [&](const std::string& tag) {
    return paragraph(markup, odf ? tag : "<w:r><w:t>" + tag + "</w:t></w:r>");
  };
  return words("{{#each photos as photo}}") + paragraph(markup, drawn(markup, "{{photo.image}}")) +
         words("{{/each}}");
}

}  // namespace

TEST_CASE("pictures in ODF: fitted into the frame, described, one frame each") {
  Diagnostics diagnostics;
  const std::string xml = expanded(Markup::odf, each(Markup::odf), photos(), diagnostics);
  CHECK(diagnostics.empty());
  const auto frame = [](int number, const char* width, const char* height, const char* file,
                        const char* end) {
    return fmt::format(
        "<draw:frame draw:name=\"box {}\" svg:width=\"{}\" svg:height=\"{}\"><draw:image "
        "xlink:href=\"Pictures/rap-{}.{}\" xlink:type=\"simple\" xlink:show=\"embed\" "
        "xlink:actuate=\"onLoad\"/><svg:desc>Seen &lt;from&gt; afar</svg:desc></draw:frame>",
        number, width, height, sha256(file).substr(0, 16), end);
  };
  CHECK(xml.find(frame(1, "6.000cm", "1.500cm", "wide.png", "png")) != std::string::npos);
  CHECK(xml.find(frame(2, "1.000cm", "4.000cm", "high.jpg", "jpeg")) != std::string::npos);
  CHECK(xml.find("box.svg") == std::string::npos);
}

TEST_CASE("pictures in OOXML: sizes, descriptions, relations of their own, nothing cropped") {
  Diagnostics diagnostics;
  const std::string xml = expanded(Markup::ooxml, each(Markup::ooxml), photos(), diagnostics);
  CHECK(diagnostics.empty());
  for (const char* expected :
       {"<wp:extent cx=\"2160000\" cy=\"540000\"/>", "<wp:extent cx=\"360000\" cy=\"1440000\"/>",
        "<a:ext cx=\"2160000\" cy=\"540000\"/>", "<a:blip r:embed=\"rapPicture1\"/>",
        "<a:blip r:embed=\"rapPicture2\"/>",
        "<wp:docPr id=\"100001\" name=\"Picture 1\" descr=\"Seen &lt;from> afar\"/>",
        "<pic:cNvPr id=\"100002\" name=\"Picture 2\" descr=\"Seen &lt;from> afar\"/>"}) {
    CAPTURE(expected);
    CHECK(xml.find(expected) != std::string::npos);
  }
  for (const char* gone : {"srcRect", "wp14:", "rap:", "title="}) {
    CHECK(xml.find(gone) == std::string::npos);
  }
}

TEST_CASE("their files are told to the package") {
  const std::vector<PlacedPicture> placed{
      {"rapPicture1", "word/media/rap-1.png", PictureKind::png, "one"},
      {"rapPicture2", "word/media/rap-1.png", PictureKind::png, "one"},
      {"rapPicture3", "word/media/rap-2.jpeg", PictureKind::jpeg, "two"}};
  package::Package docx;
  docx.set("[Content_Types].xml", "<Types/>");
  add_pictures(Markup::ooxml, "word/header1.xml", placed, docx);
  CHECK(docx.get("word/media/rap-1.png") == "one");
  const std::string relations = docx.get("word/_rels/header1.xml.rels").value_or("");
  CHECK(relations.find("<Relationship Id=\"rapPicture3\" Type=\"http://schemas.openxmlformats.org/"
                       "officeDocument/2006/relationships/image\" "
                       "Target=\"/word/media/rap-2.jpeg\"/>") != std::string::npos);
  CHECK(docx.get("[Content_Types].xml")
            ->find("<Types><Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>"
                   "<Default Extension=\"png\" ContentType=\"image/png\"/></Types>") !=
        std::string::npos);

  package::Package odt;
  odt.set("META-INF/manifest.xml", "<manifest:manifest/>");
  add_pictures(Markup::odf, "content.xml",
               {{"", "Pictures/a.png", PictureKind::png, "one"},
                {"", "Pictures/a.png", PictureKind::png, "one"}},
               odt);
  CHECK(odt.get("META-INF/manifest.xml")
            ->find("<manifest:manifest><manifest:file-entry manifest:full-path=\"Pictures/a.png\" "
                   "manifest:media-type=\"image/png\"/></manifest:manifest>") != std::string::npos);
}

TEST_CASE("what is missing leaves its mark in place of the frame") {
  for (const Markup markup : {Markup::odf, Markup::ooxml}) {
    Diagnostics diagnostics;
    const view::Value view =
        map({{"gone", image("none.png")}, {"empty", {Missing::empty, {}, {}}}});
    const std::string xml = expanded(markup,
                                     paragraph(markup, drawn(markup, "{{gone}}")) +
                                         paragraph(markup, drawn(markup, "{{empty}}")),
                                     view, diagnostics);
    CHECK(told(diagnostics).find("media-missing") != std::string::npos);
    CHECK(told(diagnostics).find("value-missing") != std::string::npos);
    CHECK(xml.find("draw:frame") == std::string::npos);
    CHECK(xml.find("w:drawing") == std::string::npos);
    CHECK(xml.find("n.d.") != std::string::npos);
  }
}

TEST_CASE("faults of picture tags") {
  for (const Markup markup : {Markup::odf, Markup::ooxml}) {
    const auto told_of = [&](const std::string& description, const std::string& width = "") {
      const std::string said =
          fault_of(markup, paragraph(markup, drawn(markup, description, width)));
      return said.substr(0, said.find(' '));
    };
    CHECK(told_of("{{photos[1].imag}}") == "template-unknown-field");
    CHECK(told_of("{{word}}") == "template-not-a-picture");
    CHECK(told_of("{{#if word}}") == "template-picture-tag");
    CHECK(told_of("see {{word}}") == "template-picture-tag");
    CHECK(told_of("{{photos[1].image | budget}}") == "template-picture-tag");
    CHECK(told_of("{{photos[1].image}}", "0") == "template-picture-size");
  }
  CHECK(fault_of(Markup::odf,
                 "<text:p><draw:custom-shape><svg:desc>{{word}}</svg:desc>"
                 "</draw:custom-shape></text:p>")
            .starts_with("template-picture-tag"));
  CHECK(fault_of(Markup::odf, "<text:p>{{photos[1].image}}</text:p>")
            .starts_with("template-picture-in-text"));
}

}  // namespace rapporteur::template_::test
