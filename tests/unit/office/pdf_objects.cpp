#include "office/pdf_objects.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace rapporteur::office {

namespace {

/// The five objects of a font as Writer writes them.
std::vector<PdfObject> font(int first, const std::string& name) {
  const auto object = [&](int i, const std::string& content) {
    return PdfObject{first + i, fmt::format("{} 0 obj\n{}\nendobj\n\n", first + i, content)};
  };
  return {
      object(0, fmt::format("<</Length {} 0 R>>\nstream\n{} 9 0 R\nendstream", first + 1, name)),
      object(1, "12"), object(2, fmt::format("<</Type/FontDescriptor/FontFile2 {} 0 R>>", first)),
      object(3, "<</Length 2>>\nstream\nxx\nendstream"),
      object(4, fmt::format("<</Type/Font/Subtype/TrueType/BaseFont/{}\n/FontDescriptor {} 0 R>>",
                            name, first + 2))};
}

std::string pdf(const std::string& first, const std::string& second) {
  PdfFile file;
  file.head = "%PDF-1.6\n";
  // Objects 6 to 15: the renumbering crosses from one digit to two.
  file.objects.push_back({5, "5 0 obj\n<</Kids[ 99 0 R]>>\nendobj\n\n"});
  for (const auto& one : {font(6, first), font(11, second)}) {
    file.objects.insert(file.objects.end(), one.begin(), one.end());
  }
  const auto number = [&](const std::string& name) { return first == name ? 10 : 15; };
  file.objects.push_back({16, fmt::format("16 0 obj\n<</F1 {} 0 R/F2 {} 0 R>>\nendobj\n\n",
                                          number("AAAAAA+Bold"), number("BAAAAA+Italic"))});
  file.table = "xref\n0 17\n0000000000 65535 f \n";
  for (int i = 1; i < 17; ++i) {
    file.table += i < 5 ? "0000000000 00000 f \n" : "0000000000 00000 n \n";
  }
  file.trailer = "trailer\n<</Size 17>>\nstartxref\n";
  return write_pdf(file);
}

}  // namespace

TEST_CASE("parse_pdf and write_pdf: there and back, offsets right") {
  const std::string bytes = pdf("AAAAAA+Bold", "BAAAAA+Italic");
  const auto file = parse_pdf(bytes);
  REQUIRE(file);
  CHECK(file->objects.size() == 12);
  CHECK(write_pdf(*file) == bytes);
  CHECK_FALSE(parse_pdf("words"));
  CHECK_FALSE(parse_pdf(bytes.substr(0, bytes.size() / 2)));
}

TEST_CASE("order_fonts: the same bytes whatever order the fonts came in") {
  auto one = parse_pdf(pdf("AAAAAA+Bold", "BAAAAA+Italic"));
  auto two = parse_pdf(pdf("BAAAAA+Italic", "AAAAAA+Bold"));
  REQUIRE(one);
  REQUIRE(two);
  CHECK(write_pdf(*one) != write_pdf(*two));
  order_fonts(*one);
  order_fonts(*two);
  const std::string bytes = write_pdf(*two);
  CHECK(write_pdf(*one) == bytes);
  CHECK(bytes.find("<</F1 10 0 R/F2 15 0 R>>") != std::string::npos);
  CHECK(bytes.find("BAAAAA+Italic 9 0 R") != std::string::npos);  // stream data stays as it is
  CHECK(parse_pdf(bytes).has_value());
}

}  // namespace rapporteur::office
