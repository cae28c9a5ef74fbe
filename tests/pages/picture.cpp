#include "picture.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <sstream>

#include "../end-to-end/documents.hpp"
#include "quick_pdf.hpp"

namespace rapporteur::pages {

namespace {

constexpr int stride = block_size / 2;
constexpr double moved = 14;
constexpr double shaded = 6;
constexpr int ink = 250;           // anything darker is painted
constexpr double let_through = 2;  // points: half of a firm rule lies outside its cell

/// Sums of all pixels left of and above each, so that the mean of any block takes four reads.
class Sums {
 public:
  template <class Value>
  Sums(int width, int height, Value value)
      : width_(width + 1),
        sums_(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height + 1), 0) {
    for (int y = 0; y < height; ++y) {
      for (int x = 0; x < width; ++x) {
        at(x + 1, y + 1) = value(x, y) + at(x, y + 1) + at(x + 1, y) - at(x, y);
      }
    }
  }
  [[nodiscard]] double mean(int x, int y, int size) const {
    return (get(x + size, y + size) - get(x, y + size) - get(x + size, y) + get(x, y)) /
           (size * size);
  }

 private:
  [[nodiscard]] std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
           static_cast<std::size_t>(x);
  }
  double& at(int x, int y) { return sums_[index(x, y)]; }
  [[nodiscard]] double get(int x, int y) const { return sums_[index(x, y)]; }

  int width_;
  std::vector<double> sums_;
};

Picture blurred(const Picture& picture) {
  Picture soft = picture;
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      int sum = 0;
      int count = 0;
      for (int v = std::max(0, y - 1); v <= std::min(picture.height - 1, y + 1); ++v) {
        for (int u = std::max(0, x - 1); u <= std::min(picture.width - 1, x + 1); ++u) {
          sum += picture.at(u, v);
          ++count;
        }
      }
      soft.set(x, y, sum / count);
    }
  }
  return soft;
}

/// What `b` shows at a place, moved; white beyond its edge.
int moved_pixel(const Picture& b, int x, int y) {
  return x < 0 || y < 0 || x >= b.width || y >= b.height ? 255 : b.at(x, y);
}

/// The least differences of each block over all shifts.
struct Least {
  double pixels = std::numeric_limits<double>::max();
  double mean = std::numeric_limits<double>::max();
};

}  // namespace

std::vector<Picture> read_pictures(const std::string& pgm) {
  std::vector<Picture> pictures;
  std::istringstream in(pgm);
  std::string magic;
  for (Picture picture; in >> magic && magic == "P5";) {
    int white = 0;
    in >> picture.width >> picture.height >> white;
    in.get();  // one white space ends the head
    if (!in || white != 255 || picture.width <= 0 || picture.height <= 0) {
      break;
    }
    picture.grey.resize(static_cast<std::size_t>(picture.width) *
                        static_cast<std::size_t>(picture.height));
    if (!in.read(picture.grey.data(), static_cast<std::streamsize>(picture.grey.size()))) {
      break;
    }
    pictures.push_back(picture);
  }
  return pictures;
}

std::string to_pgm(const std::vector<Picture>& pictures) {
  std::string pgm;
  for (const Picture& picture : pictures) {
    pgm += fmt::format("P5\n{} {}\n255\n", picture.width, picture.height) + picture.grey;
  }
  return pgm;
}

std::vector<Picture> draw_pages(const std::string& pdf, int resolution) {
  const QuickPdf quick(pdf);
  return read_pictures(
      test::run(fmt::format("pdftoppm -gray -r {} '{}'", resolution, quick.path())));
}

std::vector<Spot> differences(const Picture& a, const Picture& b) {
  if (a.width != b.width || a.height != b.height) {
    return {{0, 0}, {0, 0}};
  }
  const Picture soft_a = blurred(a);
  const Picture soft_b = blurred(b);
  const int across = std::max(0, (a.width - block_size) / stride + 1);
  const int down = std::max(0, (a.height - block_size) / stride + 1);
  std::vector<Least> blocks(static_cast<std::size_t>(across) * static_cast<std::size_t>(down));
  for (int dy = -1; dy <= 1; ++dy) {
    for (int dx = -1; dx <= 1; ++dx) {
      const auto away = [&](int x, int y) {
        return soft_a.at(x, y) - moved_pixel(soft_b, x + dx, y + dy);
      };
      const Sums pixels(a.width, a.height, [&](int x, int y) { return std::abs(away(x, y)); });
      const Sums means(a.width, a.height, away);
      for (int j = 0; j < down; ++j) {
        for (int i = 0; i < across; ++i) {
          Least& least = blocks[static_cast<std::size_t>(j) * static_cast<std::size_t>(across) +
                                static_cast<std::size_t>(i)];
          least.pixels = std::min(least.pixels, pixels.mean(i * stride, j * stride, block_size));
          least.mean =
              std::min(least.mean, std::abs(means.mean(i * stride, j * stride, block_size)));
        }
      }
    }
  }
  std::vector<Spot> spots;
  for (int j = 0; j < down; ++j) {
    for (int i = 0; i < across; ++i) {
      const Least& least = blocks[static_cast<std::size_t>(j) * static_cast<std::size_t>(across) +
                                  static_cast<std::size_t>(i)];
      if (least.pixels > moved || least.mean > shaded) {
        spots.push_back({i * stride, j * stride});
      }
    }
  }
  return spots;
}

bool same(const Picture& a, const Picture& b) {
  return differences(a, b).size() < 2;
}

Faults ink_outside(const Picture& picture, int resolution, const PageStyle& style, int page) {
  const double scale = resolution / 72.0;
  const double left = (style.left - let_through) * scale;
  const double right = (style.width - style.right + let_through) * scale;
  const double top = (style.top - let_through) * scale;
  const double bottom = (style.height - style.bottom + let_through) * scale;
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      const bool outside = x + 1 < left || x > right || y + 1 < top || y > bottom;
      if (outside && picture.at(x, y) < ink) {
        return {{"ink-outside",
                 page,
                 {},
                 fmt::format("something is painted outside the margins, first at {:.0f} pt from "
                             "the left and {:.0f} pt from the top",
                             x / scale, y / scale)}};
      }
    }
  }
  return {};
}

}  // namespace rapporteur::pages
