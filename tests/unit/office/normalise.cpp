#include "office/normalise.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <sstream>

#include "base/files.hpp"
#include "office/note_references.hpp"
#include "office/package.hpp"
#include "office/references.hpp"

namespace rapporteur::office {

namespace {

std::string odt(const std::string& date, const std::string& rsid, std::int64_t zip_time) {
  return pack(
      {{"mimetype", "application/vnd.oasis.opendocument.text"},
       {"settings.xml",
        "<?xml version=\"1.0\"?><office:document-settings xmlns:office=\"o\" "
        "xmlns:config=\"c\"><office:settings><config:config-item-set "
        "config:name=\"s\"><config:config-item config:name=\"Rsid\">" +
            rsid + "</config:config-item><config:config-item config:name=\"PrinterName\">HP " +
            rsid +
            "</config:config-item><config:config-item config:name=\"Kept\">yes"
            "</config:config-item></config:config-item-set></office:settings>"
            "</office:document-settings>"},
       {"meta.xml",
        "<?xml version=\"1.0\"?><office:document-meta xmlns:office=\"o\" xmlns:meta=\"m\" "
        "xmlns:dc=\"d\" xmlns:xlink=\"x\"><office:meta><meta:creation-date>" +
            date + "</meta:creation-date><dc:date>" + date +
            "</dc:date><meta:template xlink:href=\"file:///users/me/t.ott\"/>"
            "<dc:title> Plan </dc:title></office:meta></office:document-meta>"},
       {"content.xml", "<a> <b/> </a>"}},
      zip_time);
}

// A PDF with the parts that change, and a cross-reference table that is right for it.
std::string pdf(const std::string& date, const std::string& id) {
  return "%PDF-1.6\n1 0 obj\n<</CreationDate(D:" + date +
         "Z')>>\nendobj\nxref\n0 2\n"
         "0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Size 2/Info 1 0 R\n/ID [ <" +
         id + ">\n<" + id + "> ]\n/DocChecksum /" + id + "\n>>\nstartxref\n60\n%%EOF\n";
}

std::string normalised(const std::string& name, const std::string& bytes,
                       bool (*normalise)(const std::filesystem::path&, Stamp, Diagnostics&)) {
  const TemporaryDirectory folder;
  const auto file = folder.path() / name;
  REQUIRE(write_file(file, bytes));
  Diagnostics diagnostics;
  REQUIRE(normalise(file, Stamp{.epoch = 1'000'000'000}, diagnostics));
  CHECK(diagnostics.empty());
  return read_file(file).value_or("");
}

}  // namespace

TEST_CASE("normalise_odt: dates, random numbers, printer and template are gone, the rest stays") {
  const auto a =
      normalised("a.odt", odt("2020-01-01T00:00:00Z", "123", 1'600'000'000), normalise_odt);
  const auto b =
      normalised("b.odt", odt("2026-05-05T10:20:30.5", "98765", 1'700'000'000), normalise_odt);
  CHECK(a == b);
  CHECK(a.substr(30, 8) == "mimetype");
  const auto parts = unpack(a);
  REQUIRE(parts);
  std::string all;
  for (const auto& part : *parts) {
    all += part.bytes;
  }
  CHECK(all.find("2001-09-09T01:46:40Z") != std::string::npos);
  CHECK(all.find("file:///") == std::string::npos);
  CHECK(all.find("Rsid") == std::string::npos);
  CHECK(all.find("Kept") != std::string::npos);
  CHECK(all.find("<dc:title> Plan </dc:title>") != std::string::npos);
  CHECK(all.find("<a> <b/> </a>") != std::string::npos);
}

TEST_CASE("normalise_pdf: dates and identifiers, no byte moved") {
  const auto before = pdf("20200101000000", std::string(32, 'A'));
  const auto a = normalised("a.pdf", before, normalise_pdf);
  const auto b = normalised("b.pdf", pdf("20260505102030", std::string(32, 'B')), normalise_pdf);
  CHECK(a == b);
  CHECK(a.size() == before.size());
  CHECK(a.find("(D:20010909014640Z')") != std::string::npos);
  CHECK(a.find(std::string(32, 'A')) == std::string::npos);
  // Another content is another identifier.
  auto other = before;
  other.replace(other.find("%%EOF"), 5, "%%eof");
  const auto c = normalised("c.pdf", other, normalise_pdf);
  CHECK(c.substr(c.find("/ID"), 40) != a.substr(a.find("/ID"), 40));
}

namespace {

std::string steady(std::string_view xml) {
  SteadyNumbers numbers;
  return with_steady_references(xml, numbers);
}

}  // namespace

TEST_CASE("with_steady_references: made-up names get running numbers, and one name stays one") {
  CHECK(steady(R"(<a n="__RefHeading___Toc18_77"/><b h="#__RefHeading___Toc18_77"/>)") ==
        R"(<a n="__RefHeading___Toc1"/><b h="#__RefHeading___Toc1"/>)");
  CHECK(steady(R"(<i> PAGEREF __RefHeading___Toc18_77 \h </i><i n="__RefNumPara__9_5"/>)") ==
        R"(<i> PAGEREF __RefHeading___Toc1 \h </i><i n="__RefNumPara__2"/>)");
  CHECK(steady(R"(<l xml:id="list2864"/><l text:continue-list="list2864"/>)") ==
        R"(<l xml:id="list1"/><l text:continue-list="list1"/>)");
  // What the document says is left alone.
  for (const char* same : {"<p>(__RefHeading___Toc18_77) list12</p>", R"(<a n="__Ref"/>)",
                           R"(<a xml:id="listing"/>)"}) {
    CHECK(steady(same) == same);
  }
}

TEST_CASE("normalise: what is no document is refused and told") {
  const TemporaryDirectory folder;
  const auto file = folder.path() / "x";
  REQUIRE(write_file(file, "words"));
  Diagnostics diagnostics;
  CHECK_FALSE(normalise_odt(file, {}, diagnostics));
  CHECK_FALSE(normalise_docx(file, {}, diagnostics));
  CHECK_FALSE(normalise_pdf(file, {}, diagnostics));
  CHECK_FALSE(normalise_pdf(folder.path() / "missing", {}, diagnostics));
  REQUIRE(diagnostics.all().size() == 4);
  CHECK(diagnostics.all().front().id == "office-store");
}

TEST_CASE("stamp_from_environment") {
  const auto epoch = [](const char* value) {
    setenv("SOURCE_DATE_EPOCH", value, 1);
    const auto stamp = stamp_from_environment();
    unsetenv("SOURCE_DATE_EPOCH");
    return stamp.epoch;
  };
  CHECK(epoch("1700000000") == 1'700'000'000);
  CHECK(epoch("-1") == Stamp{}.epoch);
  CHECK(epoch("12x") == Stamp{}.epoch);
  CHECK(epoch("") == Stamp{}.epoch);
  CHECK(epoch("99999999999999") == Stamp{}.epoch);
}

TEST_CASE("unpack refuses a damaged part") {
  std::string bytes = pack({{"a.txt", std::string(1000, 'a') + "b"}}, 0);
  REQUIRE(unpack(bytes));
  bytes[40] = static_cast<char>(bytes[40] ^ 0x55);
  CHECK_FALSE(unpack(bytes));
}

TEST_CASE("mend_note_references: NOTEREF to a bookmark around the note's mark") {
  pugi::xml_document tree;
  const auto mark = [](const char* id) {
    return "<w:r><w:footnoteReference w:id=\"" + std::string(id) + "\"/></w:r>";
  };
  const std::string twice =
      "<w:bookmarkStart w:id=\"2\" w:name=\"_RefF0\"/><w:bookmarkStart w:id=\"3\" "
      "w:name=\"_RefF0\"/><w:bookmarkEnd w:id=\"3\"/>";
  const std::string own =
      "<w:bookmarkStart w:id=\"1\" w:name=\"Mine\"/><w:bookmarkEnd w:id=\"1\"/>";
  const std::string field = "<w:r><w:instrText> REF Mine \\h </w:instrText></w:r>";
  REQUIRE(tree.load_string(
      ("<w:document><w:p>" + own + twice + mark("2") + "<w:r/>" + mark("3") + "</w:p><w:p>" +
       field +
       "<w:r><w:instrText> REF _RefF0 \\h </w:instrText></w:r></w:p><w:p><w:bookmarkStart "
       "w:id=\"4\" w:name=\"_RefF7\"/><w:r/></w:p></w:document>")
          .c_str()));
  mend_note_references(tree);
  std::ostringstream out;
  tree.save(out, "", pugi::format_raw | pugi::format_no_declaration);
  CHECK(out.str() ==
        "<w:document><w:p>" + own + "<w:bookmarkStart w:id=\"2\" w:name=\"_RefF0\"/>" + mark("2") +
            "<w:bookmarkEnd w:id=\"2\"/><w:r/>" + mark("3") + "</w:p><w:p>" + field +
            "<w:r><w:instrText> NOTEREF _RefF0 \\f \\h </w:instrText></w:r></w:p><w:p><w:r/></w:p>"
            "</w:document>");
}

}  // namespace rapporteur::office
