// Pages as small grey pictures, and when two of them count as the same.
#pragma once

#include <string>
#include <vector>

#include "fault.hpp"
#include "odt_styles.hpp"

namespace rapporteur::pages {

struct Picture {
  int width = 0;
  int height = 0;
  std::string grey;  ///< a byte a pixel, rows from the top; 255 is white

  [[nodiscard]] int at(int x, int y) const {
    return static_cast<unsigned char>(
        grey[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
             static_cast<std::size_t>(x)]);
  }
  void set(int x, int y, int value) {
    grey[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
         static_cast<std::size_t>(x)] = static_cast<char>(value);
  }
};

/// Binary PGMs, one behind the other, as pdftoppm prints them. Stops at the first that is none.
[[nodiscard]] std::vector<Picture> read_pictures(const std::string& pgm);
[[nodiscard]] std::string to_pgm(const std::vector<Picture>& pictures);

/// The pages of a PDF at so many dots an inch.
[[nodiscard]] std::vector<Picture> draw_pages(const std::string& pdf, int resolution);

/// Where two pictures differ: the top left corners of blocks of `block_size` pixels.
struct Spot {
  int x = 0;
  int y = 0;
};
constexpr int block_size = 8;

/// Both are blurred (3 × 3), cut into blocks of 8 × 8 pixels at every fourth pixel, and each block
/// is compared with its like in the other picture, moved by at most one pixel (at 24 dots an inch:
/// one millimetre). It differs when
///   - its pixels are more than 14 of 255 away on average: text, rules or a table have moved, or
///   - its mean is more than 6 away: a shading came or went (the palest of the formats makes 17).
/// Blank on empty: the same. Pictures of two sizes differ everywhere.
[[nodiscard]] std::vector<Spot> differences(const Picture& a, const Picture& b);

/// A single block is chance; a real change touches its neighbours too.
[[nodiscard]] bool same(const Picture& a, const Picture& b);

/// "ink-outside": something painted outside the page's margins (a rule, a shading, a wide table).
/// `resolution` is that of the picture; two points are let through.
[[nodiscard]] Faults ink_outside(const Picture& picture, int resolution, const PageStyle& style,
                                 int page);

}  // namespace rapporteur::pages
