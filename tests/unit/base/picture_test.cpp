// Pictures: what is taken, what is refused, what is left behind of a camera's notes.
#include "base/picture.hpp"

#include <Poco/Checksum.h>
#include <doctest/doctest.h>

#include "base/files.hpp"

namespace rapporteur {
namespace {

std::string number(std::uint32_t value, int bytes) {
  std::string out;
  for (int i = bytes; i-- > 0;) {
    out += static_cast<char>(value >> (8U * static_cast<unsigned>(i)) & 0xFFU);
  }
  return out;
}

std::string chunk(const std::string& type, const std::string& content) {
  Poco::Checksum sum(Poco::Checksum::TYPE_CRC32);
  sum.update(type + content);
  return number(static_cast<std::uint32_t>(content.size()), 4) + type + content +
         number(sum.checksum(), 4);
}

const std::string png_start = "\x89PNG\r\n\x1a\n";

std::string header(std::uint32_t width, std::uint32_t height) {
  return png_start +
         chunk("IHDR", number(width, 4) + number(height, 4) + std::string("\x08\x02\0\0\0", 5));
}

std::string png(std::uint32_t width, std::uint32_t height, const std::string& more = "") {
  return header(width, height) + more + chunk("IDAT", "pixels") + chunk("IEND", "");
}

std::string segment(int marker, const std::string& content) {
  return "\xFF" + number(static_cast<std::uint32_t>(marker), 1) +
         number(static_cast<std::uint32_t>(content.size()) + 2, 2) + content;
}

std::string jpeg(const std::string& before_frame = "", std::uint32_t width = 40,
                 std::uint32_t height = 30) {
  return "\xFF\xD8" + segment(0xE0, "JFIF") + before_frame +
         segment(0xC0, std::string("\x08", 1) + number(height, 2) + number(width, 2) + "\x03") +
         segment(0xDA, "scan") + "pixels" + "\xFF\xD9";
}

std::string exif(std::uint32_t orientation, bool little) {
  const auto two = [&](std::uint32_t value) {
    const std::string big = number(value, 2);
    return little ? std::string{big[1], big[0]} : big;
  };
  const auto four = [&](std::uint32_t value) {
    return little ? two(value & 0xFFFFU) + two(value >> 16U) : number(value, 4);
  };
  return segment(0xE1, std::string("Exif\0\0", 6) + (little ? "II" : "MM") + two(42) + four(8) +
                           two(1) + two(0x0112) + two(3) + four(1) + two(orientation) + two(0) +
                           "GPS 12.6 N 8.0 W");
}

PictureFault fault_of(const std::string& file) {
  Picture picture;
  return read_picture(file, picture);
}

}  // namespace

TEST_CASE("a PNG gives its size and goes on without texts and times") {
  Picture picture;
  REQUIRE(read_picture(png(300, 200,
                           chunk("tEXt", "Author me") + chunk("tIME", "1234567") +
                               chunk("pHYs", std::string(9, 'x'))),
                       picture) == PictureFault::none);
  CHECK(picture.kind == PictureKind::png);
  CHECK(picture.width == 300);
  CHECK(picture.height == 200);
  CHECK(picture.bytes == png(300, 200, chunk("pHYs", std::string(9, 'x'))));
}

TEST_CASE("a JPEG gives its size and goes on without the camera's notes") {
  for (const bool little : {false, true}) {
    CAPTURE(little);
    Picture picture;
    REQUIRE(read_picture(jpeg(exif(1, little) + segment(0xFE, "comment") +
                              segment(0xED, "Photoshop") + segment(0xE2, "ICC_PROFILE")) +
                             "thumbnail behind the end",
                         picture) == PictureFault::none);
    CHECK(picture.kind == PictureKind::jpeg);
    CHECK(picture.width == 40);
    CHECK(picture.height == 30);
    CHECK_FALSE(picture.turned);
    CHECK(picture.bytes == jpeg(segment(0xE2, "ICC_PROFILE")));
    CHECK(read_picture(jpeg(exif(6, little)), picture) == PictureFault::none);
    CHECK(picture.turned);
  }
}

TEST_CASE("real files") {
  Picture picture;
  const auto photo = read_file(SOURCE_DIR "/tests/end-to-end/media/brown.jpg");
  REQUIRE(photo);
  REQUIRE(read_picture(*photo, picture) == PictureFault::none);
  CHECK(picture.width == 240);
  CHECK(picture.height == 160);
}

TEST_CASE("neither PNG nor JPEG, cut short, damaged") {
  CHECK(fault_of("") == PictureFault::kind);
  CHECK(fault_of("<svg xmlns=\"http://www.w3.org/2000/svg\"/>") == PictureFault::kind);
  CHECK(fault_of("GIF89a") == PictureFault::kind);
  const std::string whole_png = png(3, 2);
  for (std::size_t size = png_start.size(); size < whole_png.size(); ++size) {
    CHECK(fault_of(whole_png.substr(0, size)) == PictureFault::broken);
  }
  const std::string whole_jpeg = jpeg(exif(6, true));
  for (std::size_t size = 3; size < whole_jpeg.size(); ++size) {
    CHECK(fault_of(whole_jpeg.substr(0, size)) == PictureFault::broken);
  }
  std::string flipped = whole_png;
  flipped[flipped.find("pixels")] = 'P';
  CHECK(fault_of(flipped) == PictureFault::broken);
  CHECK(fault_of(header(3, 2) + chunk("IEND", "")) == PictureFault::broken);
  CHECK(fault_of(png_start + chunk("IDAT", "pixels") + chunk("IEND", "")) == PictureFault::broken);
  CHECK(fault_of(png(0, 2)) == PictureFault::broken);
}

TEST_CASE("a picture that would unpack to more than is reasonable") {
  CHECK(fault_of(png(20'000, 1250)) == PictureFault::none);
  CHECK(fault_of(png(20'000, 1251)) == PictureFault::large);
  CHECK(fault_of(png(20'001, 1)) == PictureFault::large);
  CHECK(fault_of(png(0xFFFFFFFF, 0xFFFFFFFF)) == PictureFault::large);
  CHECK(fault_of(jpeg("", 65'535, 65'535)) == PictureFault::large);
}

}  // namespace rapporteur
