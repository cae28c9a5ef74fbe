// Pictures of a plan in the frames of a template, in all three outputs.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <pugixml.hpp>

#include "documents.hpp"
#include "scratch.hpp"

namespace rapporteur::test {
namespace {

constexpr const char* photos_view =
    "  local photos = {}\n"
    "  for _, row in ipairs(plan.tables.photos) do\n"
    "    photos[#photos + 1] = { image = r.image(row.file, row.alt), caption = row.caption }\n"
    "  end\n"
    "  return { photos = photos }";

constexpr const char* odt_frame =
    "<text:h text:style-name=\"Heading_20_1\" text:outline-level=\"1\">Photos</text:h>"
    "<text:p>{{#each photos as photo}}</text:p>"
    "<text:p><draw:frame draw:style-name=\"fr1\" draw:name=\"box\" "
    "text:anchor-type=\"as-char\" svg:width=\"6cm\" svg:height=\"4cm\">"
    "<draw:image xlink:href=\"Pictures/box.png\"/><svg:desc>{{photo.image}}</svg:desc>"
    "</draw:frame></text:p><text:p>{{photo.caption}}</text:p><text:p>{{/each}}</text:p>";
constexpr const char* odt_frame_style =
    "<style:style style:name=\"fr1\" style:family=\"graphic\" "
    "style:parent-style-name=\"Graphics\"/>";

const std::string docx_frame =
    "<w:p><w:r><w:t>{{#each photos as photo}}</w:t></w:r></w:p><w:p><w:r><w:drawing><wp:inline>"
    "<wp:extent cx=\"2160000\" cy=\"1440000\"/><wp:docPr id=\"1\" name=\"box\" "
    "descr=\"{{photo.image}}\"/><a:graphic><a:graphicData "
    "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic "
    "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:nvPicPr>"
    "<pic:cNvPr id=\"1\" name=\"box\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
    "<a:blip r:embed=\"rId99\"/><a:srcRect l=\"10000\"/><a:stretch><a:fillRect/></a:stretch>"
    "</pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"2160000\" "
    "cy=\"1440000\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>"
    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    "<w:p><w:r><w:t>{{photo.caption}}</w:t></w:r></w:p>"
    "<w:p><w:r><w:t>{{/each}}</w:t></w:r></w:p>";

void fill(const ScratchReport& report) {
  report.draw_odt(odt_frame, odt_frame_style);
  report.draw_docx(docx_frame);
  report.copy_to_plan("media/circle.png",
                      SOURCE_DIR "/samples/spotlight-mali-2020/media/echange-one-stop.png");
  report.copy_to_plan("media/brown.jpg", SOURCE_DIR "/tests/end-to-end/media/brown.jpg");
  report.add_to_plan(
      "tables/photos.csv",
      "file;caption.fr;caption.en;alt.fr;alt.en;consent\n"
      "media/circle.png;Échange;Exchange;Un cercle de chaises;A circle of chairs;oui\n"
      "media/brown.jpg;Sol;Soil;Une surface brune;A brown surface;oui\n");
}

struct Shown {
  std::string alt;
  double width = 0;  ///< centimetres
  double height = 0;
  std::string file;  ///< bytes
};

std::size_t count_of(const std::string& word, const std::string& text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    ++count;
  }
  return count;
}

/// As a PDF writes a text that is ASCII.
std::string utf16_hex(const std::string& ascii) {
  std::string hex = "FEFF";
  for (const char byte : ascii) {
    constexpr const char* digits = "0123456789ABCDEF";
    const auto code = static_cast<unsigned char>(byte);
    (hex += "00") += {digits[code >> 4U], digits[code & 15U]};
  }
  return hex;
}

double centimetres(pugi::xml_attribute length) {
  return length.as_double() * (std::string_view(length.value()).ends_with("in") ? 2.54 : 1);
}

std::vector<Shown> pictures_of(const std::string& document) {
  const bool odt = document.ends_with(".odt");
  pugi::xml_document xml;
  xml.load_string(part_of(document, odt ? "content.xml" : "word/document.xml").c_str());
  pugi::xml_document relations;
  relations.load_string(part_of(document, "word/_rels/document.xml.rels").c_str());
  std::vector<Shown> shown;
  for (const auto& found : xml.select_nodes(odt ? "//draw:frame[draw:image]" : "//w:drawing")) {
    const pugi::xml_node node = found.node();
    if (odt) {
      shown.push_back(
          {node.child("svg:desc").text().get(), centimetres(node.attribute("svg:width")),
           centimetres(node.attribute("svg:height")),
           part_of(document, node.child("draw:image").attribute("xlink:href").value())});
      continue;
    }
    constexpr double emu_per_cm = 360'000;
    const pugi::xml_node drawing = node.first_child();
    const std::string id = node.select_node(".//a:blip").node().attribute("r:embed").value();
    shown.push_back(
        {drawing.child("wp:docPr").attribute("descr").value(),
         drawing.child("wp:extent").attribute("cx").as_double() / emu_per_cm,
         drawing.child("wp:extent").attribute("cy").as_double() / emu_per_cm,
         part_of(document, "word/" + std::string(relations.document_element()
                                                     .find_child_by_attribute("Id", id.c_str())
                                                     .attribute("Target")
                                                     .value()))});
  }
  return shown;
}

}  // namespace

TEST_CASE("pictures stand in their frames, described, from both drawn templates") {
  const ScratchReport report(photos_view);
  fill(report);
  for (const std::string drawn : {"odt", "docx"}) {
    CAPTURE(drawn);
    int status = -1;
    CHECK(report.build("--lang fr --template " + drawn, &status) == "");
    REQUIRE(status == 0);
    for (const std::string kind : {"odt", "docx"}) {
      CAPTURE(kind);
      const std::vector<Shown> shown = pictures_of(report.out("plan.scratch.fr." + kind));
      REQUIRE(shown.size() == 2);
      CHECK(shown[0].alt == "Un cercle de chaises");
      CHECK(shown[1].alt == "Une surface brune");
      // 240 × 160 pixels fill 6 × 4 cm; what is not of these proportions fits into them.
      CHECK(shown[1].width == doctest::Approx(6).epsilon(0.01));
      CHECK(shown[1].height == doctest::Approx(4).epsilon(0.01));
      CHECK(std::max(shown[0].width / 6, shown[0].height / 4) == doctest::Approx(1).epsilon(0.01));
      CHECK(shown[1].file.starts_with("\xFF\xD8\xFF"));
      CHECK(shown[0].file.starts_with("\x89PNG"));
    }
    const std::string pdf = report.out("plan.scratch.fr.pdf");
    const std::string structure = run("pdfinfo -struct-text " + pdf);
    CHECK(count_of("Figure:", structure) == 2);
    const std::string bytes = read_file(pdf).value_or("");
    for (const Shown& one : pictures_of(report.out("plan.scratch.fr.odt"))) {
      CHECK(count_of("/Alt<" + utf16_hex(one.alt) + ">", bytes) == 1);
    }
    CHECK(run("pdfimages -list " + pdf).find("jpeg") != std::string::npos);
  }
}

TEST_CASE("pictures that cannot be printed leave a mark and a finding") {
  const ScratchReport report(photos_view);
  fill(report);
  report.add_to_plan("media/text.png", "no picture");
  report.add_to_plan("media/cut.jpg",
                     read_file(SOURCE_DIR "/tests/end-to-end/media/brown.jpg")->substr(0, 300));
  report.add_to_plan("tables/photos.csv",
                     "file;caption.fr;alt.fr;consent\n"
                     "media/none.png;Un;Un;oui\n"
                     "media/text.png;Deux;Deux;oui\n"
                     "media/cut.jpg;Trois;Trois;oui\n"
                     "media/brown.jpg;Quatre;;oui\n");
  int status = -1;
  CHECK(report.build("--lang fr --to odt", &status) ==
        "media-missing plan/tables/photos.csv 2\n"
        "picture-unfit plan/tables/photos.csv 3\n"
        "picture-unfit plan/tables/photos.csv 4\n"
        "picture-undescribed plan/tables/photos.csv 5\n");
  CHECK(status == 0);
  const std::string document = report.out("plan.scratch.fr.odt");
  CHECK(pictures_of(document).size() == 1);
  CHECK(text_of(document).find("n.d.") != std::string::npos);
}

TEST_CASE("nothing outside of the plan folder is read") {
  const ScratchReport report(
      "return { photos = { { image = r.image('../secret.png', 'x'), caption "
      "= 'x' }, { image = r.image('media/link.png', 'x'), caption = 'y' } } "
      "}");
  report.draw_odt(odt_frame, odt_frame_style);
  const std::filesystem::path secret = report.root() / "secret.png";
  std::filesystem::copy(SOURCE_DIR "/samples/spotlight-mali-2020/media/echange-one-stop.png",
                        secret);
  report.add_to_plan("media/readme", "");
  std::filesystem::create_symlink(secret, report.root() / "plan/media/link.png");
  int status = -1;
  CHECK(report.build("--lang fr --to odt", &status) ==
        "picture-outside templates/scratch/scratch.odt \n"
        "picture-outside templates/scratch/scratch.odt \n");
  CHECK(status == 0);
  CHECK(pictures_of(report.out("plan.scratch.fr.odt")).empty());
}

}  // namespace rapporteur::test
