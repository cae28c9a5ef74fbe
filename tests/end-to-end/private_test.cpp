// Nothing of the machine and of who works at it leaves with a document: a build in folders and for
// a user with a name that nothing else has, of a plan whose picture carries an author's name.
#include <Poco/Checksum.h>
#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "base/files.hpp"
#include "mptf_narrative.hpp"

namespace rapporteur::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* mark = "Unmistakable";
constexpr const char* issuer = "Bureau du Coordonnateur résident des Nations Unies au Mali";

std::string big_endian(std::uint32_t number) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) {
    bytes += static_cast<char>((number >> static_cast<unsigned>(shift)) & 0xFFU);
  }
  return bytes;
}

/// A PNG with a note of its author behind the header.
std::string signed_png(const std::string& png) {
  const std::string note = std::string("tEXtAuthor") + '\0' + mark;
  Poco::Checksum sum(Poco::Checksum::TYPE_CRC32);
  sum.update(note.data(), static_cast<unsigned>(note.size()));
  const std::size_t header = 8 + 25;
  return png.substr(0, header) + big_endian(static_cast<std::uint32_t>(note.size() - 4)) + note +
         big_endian(sum.checksum()) + png.substr(header);
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

/// As bytes, as UTF-16, and as the hexadecimal UTF-16 of a PDF's strings.
std::array<std::string, 3> written(const std::string& word) {
  std::array<std::string, 3> forms{lower(word), "", ""};
  for (const char letter : forms[0]) {
    forms[1] += std::string(1, '\0') + letter;
  }
  constexpr const char* digits = "0123456789abcdef";
  for (const char letter : word) {  // hexadecimal keeps capitals apart
    const auto code = static_cast<unsigned char>(letter);
    forms[2] += std::string("00") + digits[code >> 4U] + digits[code & 0xFU];
  }
  return forms;
}

/// Everything that can be read out of a document: parts of a package; a PDF with its text and data.
std::string all_of(const std::string& file) {
  if (file.ends_with(".pdf")) {
    return read_file(file).value_or("") + run("pdfinfo -meta " + file) + run("pdfinfo " + file) +
           run("pdftotext " + file + " -") + run("pdfinfo -url " + file);
  }
  std::string all;
  for (const std::string& part : parts_of(file)) {
    all += part + "\n" + part_of(file, part) + "\n";
  }
  return all;
}

int count_of(const std::string& text, const std::string& word) {
  int count = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("private: no folder, user or author of a picture in any document") {
  const TemporaryDirectory scratch;
  const fs::path folder = scratch.path() / (std::string(mark) + " folder");
  fs::create_directories(folder / "home");
  const fs::path plan = plan_for("spotlight", folder);
  int noted = 0;
  for (const auto& picture : fs::directory_iterator(plan / "media")) {
    if (picture.path().extension() == ".png") {
      const std::string bytes = signed_png(read_file(picture.path()).value_or(""));
      REQUIRE(bytes.find(mark) != std::string::npos);
      REQUIRE(write_file(picture.path(), bytes));
      ++noted;
    }
  }
  REQUIRE(noted > 5);
  const std::string quoted = "'" + folder.string();
  int status = -1;
  const std::string said =
      run("cd " + quoted + "' && HOME=" + quoted + "/home' TMPDIR=" + quoted + "' USER=" + mark +
              " LOGNAME=" + mark + " " BINARY_DIR "/bin/rapporteur build " + quoted +
              "/spotlight/spotlight-mali-2020' --lang fr --out out 2>&1",
          &status);
  REQUIRE_MESSAGE(status == 0, said);

  std::vector<std::string> secrets{mark, SOURCE_DIR, BINARY_DIR,
                                   fs::temp_directory_path().string() + "/", "file://"};
  std::array<char, 256> host{};
  if (::gethostname(host.data(), host.size() - 1) == 0 && std::string(host.data()).size() > 4) {
    secrets.emplace_back(host.data());
  }
  for (const std::string kind : {"odt", "docx", "pdf"}) {
    CAPTURE(kind);
    const fs::path made = folder / "out" / ("spotlight-mali-2020.mptf-narrative.fr." + kind);
    const std::string plain = (scratch.path() / ("made." + kind)).string();  // without the mark
    fs::copy_file(made, plain);
    const std::string all = lower(all_of(plain));
    REQUIRE(all.size() > 100'000);
    for (const std::string& secret : secrets) {
      CAPTURE(secret);
      for (const std::string& form : written(secret)) {
        CHECK(all.find(form) == std::string::npos);
      }
    }
  }
}

TEST_CASE("private: the only author is the one that the plan declares") {
  const std::string meta = part_of(spotlight("fr.odt"), "meta.xml");
  CHECK(count_of(meta,
                 std::string("<meta:initial-creator>") + issuer + "</meta:initial-creator>") == 1);
  CHECK(count_of(meta, std::string("<dc:creator>") + issuer + "</dc:creator>") == 1);
  CHECK(count_of(meta, "creator>") == 4);  // two, opened and closed
  CHECK(meta.find("printed-by") == std::string::npos);
  CHECK(part_of(spotlight("fr.odt"), "content.xml").find("<dc:creator>") == std::string::npos);

  const std::string core = part_of(spotlight("fr.docx"), "docProps/core.xml");
  CHECK(count_of(core, std::string("<dc:creator>") + issuer) == 1);
  CHECK(count_of(core, std::string("<cp:lastModifiedBy>") + issuer) == 1);
  const std::string app = part_of(spotlight("fr.docx"), "docProps/app.xml");
  CHECK(app.find("<Company>") == std::string::npos);
  CHECK(app.find("<Manager>") == std::string::npos);
  for (const std::string& part : parts_of(spotlight("fr.docx"))) {
    CAPTURE(part);
    CHECK(part_of(spotlight("fr.docx"), part).find("w:author=") == std::string::npos);
  }
  CHECK(run("pdfinfo " + spotlight("fr.pdf"))
            .find(std::string("Author:          ") + issuer + "\n") != std::string::npos);
}

}  // namespace rapporteur::test
