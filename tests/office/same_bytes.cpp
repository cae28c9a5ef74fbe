// The same input gives the same bytes, whatever the user's time zone, language and folder.
#include <doctest/doctest.h>

#include <cstdlib>

#include "office/compile.hpp"
#include "office/normalise.hpp"

namespace rapporteur::office {

namespace {

struct Outputs {
  std::string odt;
  std::string docx;
  std::string pdf;
};

Outputs build(const std::string& package, const std::string& extension, const char* zone,
              const char* language) {
  setenv("TZ", zone, 1);
  setenv("LANG", language, 1);
  setenv("LC_ALL", language, 1);
  const TemporaryDirectory folder;
  Job job;
  job.name = "pan.fr";
  job.package_path = (folder.path() / ("in" + extension)).string();
  REQUIRE(write_file(job.package_path, package));
  job.token_pattern = test::token_pattern;
  Fill noted = test::inline_fill(1, {test::run("noté")});
  noted.blocks[0].runs[0].note = {test::run("Une note")};
  noted.blocks[0].runs[0].strong = true;
  job.fills = {noted};
  job.title = "Plan";
  job.author = "Ministère";
  job.language = "fr";
  job.country = "FR";
  job.odt_path = (folder.path() / "out.odt").string();
  job.docx_path = (folder.path() / "out.docx").string();
  job.pdf_path = (folder.path() / "out.pdf").string();
  Pool pool(default_options());
  Diagnostics diagnostics;
  REQUIRE(pool.run(job, diagnostics));
  CHECK(normalise_odt(job.odt_path, Stamp{}, diagnostics));
  CHECK(normalise_docx(job.docx_path, Stamp{}, diagnostics));
  CHECK(normalise_pdf(job.pdf_path, Stamp{}, diagnostics));
  REQUIRE(diagnostics.empty());
  return {read_file(job.odt_path).value_or(""), read_file(job.docx_path).value_or(""),
          read_file(job.pdf_path).value_or("")};
}

Outputs compare(const std::string& package, const std::string& extension) {
  auto a = build(package, extension, "Pacific/Kiritimati", "C");
  const auto b = build(package, extension, "America/Los_Angeles", "fr_FR.UTF-8");
  CHECK(sha256(a.odt) == sha256(b.odt));
  CHECK(sha256(a.docx) == sha256(b.docx));
  CHECK(sha256(a.pdf) == sha256(b.pdf));
  for (const auto& zip : {a.odt, a.docx}) {
    const auto parts = unpack(zip);
    REQUIRE(parts);
    for (const auto& part : *parts) {
      CAPTURE(part.name);
      CHECK(part.bytes.find("rapporteur-") == std::string::npos);
      CHECK(part.bytes.find("file:///") == std::string::npos);
    }
  }
  CHECK(a.pdf.find("file:///") == std::string::npos);
  CHECK(a.odt.substr(30, 47) == "mimetypeapplication/vnd.oasis.opendocument.text");
  return a;
}

}  // namespace

TEST_CASE("an ODT with a date, a time, a file name and a link beside itself") {
  const auto outputs = compare(
      test::odt({.body = test::paragraph("x " + test::token(1)) +
                         test::paragraph("<text:date text:fixed=\"false\" "
                                         "text:date-value=\"2020-01-01\">1</text:date> "
                                         "<text:time text:fixed=\"false\">1</text:time> "
                                         "<text:file-name text:display=\"full\">a"
                                         "</text:file-name> "
                                         "<text:modification-date>1</text:modification-date> "
                                         "<text:creation-time>1</text:creation-time> "
                                         "<text:editing-duration>1</text:editing-duration>") +
                         test::paragraph("<text:a xlink:type=\"simple\" "
                                         "xlink:href=\"../annexe.pdf\">a</text:a>")}),
      ".odt");
  CHECK(outputs.pdf.find("/URI(annexe.pdf)") != std::string::npos);
}

TEST_CASE("a DOCX with a date, a file name and a link beside itself") {
  const auto field = [](const std::string& code) {
    return "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText "
           "xml:space=\"preserve\"> " +
           code +
           " </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r>"
           "<w:t>old</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
  };
  compare(
      test::docx(
          {.body = test::w_paragraph("x " + test::token(1)) +
                   field("DATE \\@ \"dd/MM/yyyy HH:mm:ss\"") + field("FILENAME \\p") +
                   field("SAVEDATE \\@ \"dd/MM/yyyy HH:mm:ss\"") + field("TIME") +
                   "<w:p><w:hyperlink r:id=\"rId6\"><w:r><w:t>a</w:t></w:r></w:hyperlink></w:p>"}),
      ".docx");
}

}  // namespace rapporteur::office
