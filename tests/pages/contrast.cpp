#include "contrast.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace rapporteur::pages {

namespace {

/// sRGB channel of a colour, made linear.
double channel(unsigned long colour, int shift) {
  const double value = static_cast<double>((colour >> shift) & 0xFFU) / 255;
  return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const std::string& colour) {
  const unsigned long value =
      colour.size() == 7 ? std::strtoul(colour.c_str() + 1, nullptr, 16) : 0;
  return 0.2126 * channel(value, 16) + 0.7152 * channel(value, 8) + 0.0722 * channel(value, 0);
}

}  // namespace

double contrast(const std::string& one, const std::string& other) {
  const double a = luminance(one);
  const double b = luminance(other);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

}  // namespace rapporteur::pages
