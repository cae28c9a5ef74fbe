// A picture of the plan, looked at before it goes into a document: PNG and JPEG only, whole, of a
// reasonable size. No pixel is decoded here; the office does that, inside its walls.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rapporteur {

enum class PictureKind { png, jpeg };

struct Picture {
  PictureKind kind = PictureKind::png;
  int width = 0;  ///< pixels, at least 1
  int height = 0;
  /// The camera was held otherwise: JPEG viewers turn it by a note of the camera, offices do not.
  bool turned = false;
  /// The file without what tells of its making: camera, author, place and time stay with the plan.
  std::string bytes;
};

enum class PictureFault {
  none,
  kind,    ///< neither PNG nor JPEG
  broken,  ///< cut short or damaged
  large,   ///< more pixels than max_picture_pixels or a side beyond max_picture_side
};

inline constexpr std::size_t max_picture_bytes = std::size_t{32} << 20;
inline constexpr long max_picture_pixels = 25'000'000;
inline constexpr int max_picture_side = 20'000;

/// Reads the structure of a file: PNG by its chunks with their checksums (W3C PNG, clause 5), JPEG
/// by its segments up to the end mark (ITU T.81, annex B). `picture` is meaningful when none.
[[nodiscard]] PictureFault read_picture(std::string_view file, Picture& picture);

/// "png", "jpeg": the end of a file's name; "image/" before it makes the media type.
[[nodiscard]] std::string_view name_of(PictureKind kind);

}  // namespace rapporteur
