#include "base/picture.hpp"

#include <Poco/Checksum.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace rapporteur {
namespace {

constexpr std::string_view png_start = "\x89PNG\r\n\x1a\n";

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}
std::uint32_t two_bytes(std::string_view bytes, std::size_t at) {
  return byte_at(bytes, at) << 8U | byte_at(bytes, at + 1);
}
std::uint32_t four_bytes(std::string_view bytes, std::size_t at) {
  return two_bytes(bytes, at) << 16U | two_bytes(bytes, at + 2);
}

PictureFault sized(std::uint32_t width, std::uint32_t height, Picture& picture) {
  if (width == 0 || height == 0) {
    return PictureFault::broken;
  }
  if (width > max_picture_side || height > max_picture_side ||
      std::int64_t{width} * height > max_picture_pixels) {
    return PictureFault::large;
  }
  picture.width = static_cast<int>(width);
  picture.height = static_cast<int>(height);
  return PictureFault::none;
}

/// Chunks that say how pixels look; texts, times and camera notes are not among them.
bool is_kept_chunk(std::string_view type) {
  constexpr std::array<std::string_view, 12> kept{"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM",
                                                  "gAMA", "iCCP", "sBIT", "sRGB", "pHYs", "bKGD"};
  return std::find(kept.begin(), kept.end(), type) != kept.end();
}

PictureFault read_png(std::string_view file, Picture& picture) {
  constexpr std::size_t around = 12;  // length, type and checksum of a chunk
  constexpr std::size_t header_size = 13;
  picture.kind = PictureKind::png;
  picture.bytes = png_start;
  bool has_pixels = false;
  for (std::size_t at = png_start.size(); file.size() - at >= around;) {
    const std::size_t size = four_bytes(file, at);
    if (size > file.size() - at - around) {
      return PictureFault::broken;
    }
    const std::string_view chunk = file.substr(at, size + around);
    const std::string_view type = chunk.substr(4, 4);
    Poco::Checksum sum(Poco::Checksum::TYPE_CRC32);
    sum.update(chunk.data() + 4, static_cast<unsigned>(size + 4));
    if (sum.checksum() != four_bytes(chunk, size + 8)) {
      return PictureFault::broken;
    }
    if (at == png_start.size()) {
      if (type != "IHDR" || size != header_size) {
        return PictureFault::broken;
      }
      const PictureFault fault = sized(four_bytes(chunk, 8), four_bytes(chunk, 12), picture);
      if (fault != PictureFault::none) {
        return fault;
      }
    }
    has_pixels = has_pixels || type == "IDAT";
    if (is_kept_chunk(type)) {
      picture.bytes += chunk;
    }
    if (type == "IEND") {
      return has_pixels ? PictureFault::none : PictureFault::broken;
    }
    at += chunk.size();
  }
  return PictureFault::broken;
}

/// The orientation that a camera noted (Exif 2.32, tag 0x0112): 1 is upright. `segment` = the
/// content of an APP1.
std::uint32_t orientation_of(std::string_view segment) {
  constexpr std::string_view exif("Exif\0\0", 6);
  constexpr std::size_t entry_size = 12;
  constexpr std::uint32_t orientation_tag = 0x0112;
  if (!segment.starts_with(exif) || segment.size() < exif.size() + 8) {
    return 1;
  }
  const std::string_view tiff = segment.substr(exif.size());
  const bool little = tiff.starts_with("II");
  const auto two = [&](std::size_t at) {
    return little ? byte_at(tiff, at + 1) << 8U | byte_at(tiff, at) : two_bytes(tiff, at);
  };
  const std::size_t first = little ? two(6) << 16U | two(4) : four_bytes(tiff, 4);
  if (first > tiff.size() || tiff.size() - first < 2) {
    return 1;
  }
  std::size_t left = two(first);
  for (std::size_t at = first + 2; left > 0 && tiff.size() - at >= entry_size; --left) {
    if (two(at) == orientation_tag) {
      return two(at + 8);
    }
    at += entry_size;
  }
  return 1;
}

/// T.81 table B.1: the frame headers, which hold the size; not DHT, JPG and DAC between them.
bool is_frame(std::uint32_t marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// JFIF, colour profile and Adobe's note on colours say how pixels look; the other application
/// segments and comments tell of the making.
bool is_kept_segment(std::uint32_t marker) {
  const bool is_application = marker >= 0xE0 && marker <= 0xEF;
  return marker != 0xFE && (!is_application || marker == 0xE0 || marker == 0xE2 || marker == 0xEE);
}

PictureFault read_jpeg(std::string_view file, Picture& picture) {
  constexpr std::uint32_t scan = 0xDA;
  picture.kind = PictureKind::jpeg;
  picture.bytes = file.substr(0, 2);
  for (std::size_t at = 2; file.size() - at >= 4;) {
    if (byte_at(file, at) != 0xFF) {
      return PictureFault::broken;
    }
    const std::uint32_t marker = byte_at(file, at + 1);
    if (marker == 0xFF) {  // a fill byte
      ++at;
      continue;
    }
    const std::size_t size = two_bytes(file, at + 2);
    if (size < 2 || size > file.size() - at - 2) {
      return PictureFault::broken;
    }
    const std::string_view content = file.substr(at + 4, size - 2);
    if (is_frame(marker)) {
      if (content.size() < 5) {
        return PictureFault::broken;
      }
      const PictureFault fault = sized(two_bytes(content, 3), two_bytes(content, 1), picture);
      if (fault != PictureFault::none) {
        return fault;
      }
    } else if (marker == 0xE1) {
      picture.turned = picture.turned || orientation_of(content) > 1;
    }
    if (marker == scan) {  // pixels, up to the end mark; what a camera appends behind it goes
      const std::size_t end = file.rfind("\xFF\xD9");
      if (picture.width == 0 || end == std::string_view::npos || end < at) {
        return PictureFault::broken;
      }
      picture.bytes += file.substr(at, end + 2 - at);
      return PictureFault::none;
    }
    if (is_kept_segment(marker)) {
      picture.bytes += file.substr(at, size + 2);
    }
    at += size + 2;
  }
  return PictureFault::broken;
}

}  // namespace

PictureFault read_picture(std::string_view file, Picture& picture) {
  picture = {};
  if (file.starts_with(png_start)) {
    return read_png(file, picture);
  }
  return file.starts_with("\xFF\xD8\xFF") ? read_jpeg(file, picture) : PictureFault::kind;
}

std::string_view name_of(PictureKind kind) {
  return kind == PictureKind::png ? "png" : "jpeg";
}

}  // namespace rapporteur
