// Whole packages: what is refused at the door, and what comes out again.
#include <doctest/doctest.h>

#include <Poco/Zip/Compress.h>
#include <Poco/Zip/ZipLocalFileHeader.h>

#include <algorithm>
#include <sstream>

#include "package/package.hpp"
#include "support.hpp"

using namespace rapporteur;
using namespace rapporteur::template_;
using namespace rapporteur::template_::test;
using rapporteur::package::PackageFault;

namespace {

using Entries = std::vector<std::pair<std::string, std::string>>;

std::string zip(const Entries& entries) {
  std::ostringstream out;
  Poco::Zip::Compress compress(out, true);
  for (const auto& [name, content] : entries) {
    std::istringstream in(content);
    compress.addFile(in, Poco::DateTime(2020, 1, 1), Poco::Path(name, Poco::Path::PATH_UNIX));
  }
  compress.close();
  return out.str();
}

Entries odt(std::string_view body, Entries more = {}) {
  Entries entries{{"mimetype", "application/vnd.oasis.opendocument.text"},
                  {"content.xml", wrap(Markup::odf, body)},
                  {"META-INF/manifest.xml", "<manifest:manifest/>"}};
  entries.insert(entries.end(), more.begin(), more.end());
  return entries;
}

Entries docx(std::string_view body, Entries more = {}) {
  Entries entries{{"[Content_Types].xml",
                   "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/"
                   "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
                   "<Override PartName=\"/word/header1.xml\" ContentType=\"application/"
                   "vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>"
                   "<Override PartName=\"/word/styles.xml\" ContentType=\"application/"
                   "vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/></Types>"},
                  {"word/document.xml", wrap(Markup::ooxml, body)}};
  entries.insert(entries.end(), more.begin(), more.end());
  return entries;
}

std::string paragraph(std::string_view text) {
  return "<w:p><w:r><w:t>" + std::string(text) + "</w:t></w:r></w:p>";
}

std::string refused(const std::string& bytes) {
  Diagnostics diagnostics;
  const auto opened = Template::open("t.docx", bytes, diagnostics);
  CHECK(opened.has_value() == diagnostics.empty());
  return told(diagnostics);
}

std::string relation(std::string_view type, std::string_view target) {
  return "<Relationships><Relationship Id=\"r1\" Type=\"http://x/" + std::string(type) +
         "\" Target=\"" + std::string(target) + "\" TargetMode=\"External\"/></Relationships>";
}

}  // namespace

TEST_CASE("not a zip, not a document, encrypted") {
  CHECK(refused("") == "template-not-zip");
  CHECK(refused("hello, this is some text and no archive at all") == "template-not-zip");
  CHECK(refused(zip({{"a.txt", "x"}})) == "template-wrong-type");
  std::string ole("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 rest");
  CHECK(refused(ole) == "template-not-zip");
  for (const char byte : std::string("EncryptedPackage")) {
    (ole += byte) += '\0';
  }
  CHECK(refused(ole) == "template-encrypted");
  auto entries = odt("<text:p/>");
  entries[2].second =
      "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
      "</manifest:manifest>";
  CHECK(refused(zip(entries)) == "template-encrypted");
}

TEST_CASE("macros and controls") {
  CHECK(refused(zip(odt("<text:p/>", {{"Basic/Standard/Module1.xml", "<x/>"}}))) ==
        "template-macro");
  CHECK(refused(zip(docx(paragraph("a"), {{"word/vbaProject.bin", "x"}}))) == "template-macro");
  CHECK(refused(zip(odt("<office:event-listeners/><text:p/>"))) == "template-macro");
  CHECK(refused(zip(odt("<text:p><text:a xlink:href=\"macro:///x\">a</text:a></text:p>"))) ==
        "template-macro");
}

TEST_CASE("links to the outside; hyperlinks are fine") {
  CHECK(refused(zip(odt("<draw:image xlink:href=\"https://x/y.png\"/>"))) ==
        "template-external-link");
  CHECK(refused(zip(odt("<draw:image xlink:href=\"../y.png\"/>"))) == "template-external-link");
  CHECK(refused(
            zip(odt("<text:section><text:section-source xlink:href=\"a.odt\"/></text:section>"))) ==
        "template-external-link");
  CHECK(refused(zip(odt("<draw:image xlink:href=\"Pictures/y.png\"/><text:p>"
                        "<text:a xlink:href=\"https://x/\">x</text:a></text:p>"))) == "");
  CHECK(refused(zip(docx(paragraph("a"), {{"word/_rels/document.xml.rels",
                                           relation("image", "http://x/y.png")}}))) ==
        "template-external-link");
  CHECK(refused(zip(docx(paragraph("a"), {{"word/_rels/document.xml.rels",
                                           relation("hyperlink", "http://x/")}}))) == "");
  CHECK(refused(zip(docx("<w:p><w:r><w:fldChar/><w:instrText> DDE</w:instrText></w:r><w:r>"
                         "<w:instrText>AUTO excel x</w:instrText></w:r></w:p>"))) ==
        "template-external-link");
  CHECK(refused(zip(docx("<w:p><w:r><w:fldChar/><w:instrText> PAGE </w:instrText></w:r></w:p>"))) ==
        "");
}

TEST_CASE("the link to Word's own template is cut, not refused") {
  Diagnostics diagnostics;
  const auto opened = Template::open(
      "t.docx",
      zip(docx(paragraph("a"),
               {{"word/settings.xml", "<w:settings><w:attachedTemplate r:id=\"r1\"/></w:settings>"},
                {"word/_rels/settings.xml.rels",
                 relation("attachedTemplate", "file:///C:/Normal.dotm")}})),
      diagnostics);
  REQUIRE(opened);
  const auto expansion = opened->expand({map({}), terms(), formats(), "en", "abc"}, diagnostics);
  REQUIRE(expansion);
  package::Package package;
  std::string detail;
  REQUIRE(package.read(expansion->package, detail) == PackageFault::none);
  CHECK(package.get("word/settings.xml")->find("attachedTemplate") == std::string::npos);
  CHECK(package.get("word/_rels/settings.xml.rels")->find("Normal.dotm") == std::string::npos);
}

TEST_CASE("broken XML, document types, absurd depth") {
  CHECK(refused(zip(odt("<text:p>"))) == "template-broken-xml");
  CHECK(refused(zip(odt("<text:p>\xC3\x28</text:p>"))) == "template-broken-xml");
  std::string deep;
  for (int i = 0; i < 1000; ++i) {
    deep += "<text:p>";
  }
  CHECK(refused(zip(odt(deep))) == "template-broken-xml");
  CHECK(refused(zip(odt("<text:p/>", {{"settings.xml",
                                       "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                                       "<x>&e;</x>"}}))) == "template-entities");
}

TEST_CASE("a namespace prefix that no editor uses is said, not passed over") {
  auto entries = docx(paragraph("a"));
  entries[1].second = "<x:document><x:body/></x:document>";
  CHECK(refused(zip(entries)) == "template-broken-xml");
}

TEST_CASE("hostile zips") {
  CHECK(refused(zip(odt("<text:p/>", {{"big.bin", std::string(8 << 20, '\0')}}))) ==
        "template-zip-bomb");
  // The library that writes refuses such names, so a good package is patched.
  const std::string good = zip(odt("<text:p/>", {{"aaaaaaaa.bin", "1"}, {"bbbbbbbb.bin", "2"}}));
  const auto renamed = [&](const std::string& from, const std::string& to) {
    std::string bytes = good;
    for (std::size_t at = bytes.find(from); at != std::string::npos; at = bytes.find(from)) {
      bytes.replace(at, from.size(), to);
    }
    return bytes;
  };
  CHECK(refused(renamed("bbbbbbbb.bin", "aaaaaaaa.bin")) == "template-bad-entry");
  CHECK(refused(renamed("bbbbbbbb.bin", "../bbbbb.bin")) == "template-bad-entry");
  CHECK(refused(renamed("bbbbbbbb.bin", "/bbbbbbb.bin")) == "template-bad-entry");
  package::Package package;
  std::string detail;
  CHECK(package.read(good, detail, {.entries = 3}) == PackageFault::bomb);
  CHECK(package.read(good, detail, {.unpacked = 100}) == PackageFault::bomb);
  for (std::size_t size = 0; size < good.size(); size += 7) {  // cut anywhere: no crash, no success
    CHECK(package.read(good.substr(0, size), detail) != PackageFault::none);
  }
}

TEST_CASE("a damaged entry is noticed by its checksum") {
  std::string bytes = zip(odt("<text:p>some words</text:p>"));
  const std::size_t at = bytes.find("content.xml") + std::string("content.xml").size() + 20;
  bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
  CHECK(refused(bytes) == "template-not-zip");
}

TEST_CASE("header, styles and heading of a DOCX; the package keeps its order and its bytes") {
  const Entries entries =
      docx("<w:p><w:pPr><w:pStyle w:val=\"Titre1\"/></w:pPr><w:r><w:t>Chapitre</w:t></w:r></w:p>" +
               paragraph("{{titel}}") + paragraph("{{title}}"),
           {{"word/header1.xml", "<w:hdr>" + paragraph("{{titel}}") + "</w:hdr>"},
            {"word/styles.xml",
             "<w:styles><w:style w:styleId=\"Titre1\"><w:name w:val=\"heading 1\"/></w:style>"
             "</w:styles>"},
            {"word/media/image1.png", std::string(1000, 'x')}});
  Diagnostics diagnostics;
  const auto opened = Template::open("t.docx", zip(entries), diagnostics);
  REQUIRE(opened);
  CHECK(opened->markup() == Markup::ooxml);
  const view::Value wrong = map({{"title", text("T")}});
  CHECK_FALSE(opened->expand({wrong, terms(), formats(), "en", "abc"}, diagnostics));
  REQUIRE(diagnostics.all().size() == 2);
  CHECK(diagnostics.all()[0].origin.heading == "Chapitre");
  CHECK(diagnostics.all()[1].origin.part == "header");

  const view::Value right = map({{"title", text("T")}, {"titel", text("U")}});
  Diagnostics none;
  const auto first = opened->expand({right, terms(), formats(), "en", "abc"}, none);
  const auto second = opened->expand({right, terms(), formats(), "en", "abc"}, none);
  REQUIRE(first);
  REQUIRE(second);
  CHECK(first->package == second->package);
  CHECK(first->fills.size() == 3);
  package::Package package;
  std::string detail;
  REQUIRE(package.read(first->package, detail) == PackageFault::none);
  CHECK(package.names().front() == "[Content_Types].xml");
  CHECK(*package.get("word/media/image1.png") == std::string(1000, 'x'));
  CHECK(package.get("word/header1.xml")->find("\uE000abc.") != std::string::npos);
}

TEST_CASE("ODT: mimetype first and stored, header and footer in styles.xml") {
  Entries entries = odt("<text:p>{{title}}</text:p>",
                        {{"styles.xml",
                          "<office:document-styles><office:automatic-styles/>"
                          "<office:master-styles><style:master-page><style:footer>"
                          "<text:p>{{titel}}</text:p></style:footer></style:master-page>"
                          "</office:master-styles></office:document-styles>"}});
  std::rotate(entries.begin(), entries.begin() + 1, entries.end());
  Diagnostics diagnostics;
  const auto opened = Template::open("t.odt", zip(entries), diagnostics);
  REQUIRE(opened);
  CHECK_FALSE(
      opened->expand({map({{"title", text("T")}}), terms(), formats(), "en", "abc"}, diagnostics));
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].origin.part == "footer");
  Diagnostics none;
  const auto expansion = opened->expand(
      {map({{"title", text("T")}, {"titel", text("U")}}), terms(), formats(), "en", "abc"}, none);
  REQUIRE(expansion);
  CHECK(expansion->package.substr(30, 47) == "mimetypeapplication/vnd.oasis.opendocument.text");
}
