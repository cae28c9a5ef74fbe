// The accepted pictures: tests/pages/goldens/<document>.pgm.gz, all pages of a document as PGMs one
// behind the other (`zcat X.pgm.gz | display -` shows them), in 64 shades of grey to stay small.
#pragma once

#include <string>
#include <vector>

#include "picture.hpp"

namespace rapporteur::pages {

constexpr int golden_resolution = 24;  ///< dots an inch: an A4 page is 198 × 281

[[nodiscard]] std::string golden_file(const std::string& document);

/// Empty when there is none.
[[nodiscard]] std::vector<Picture> read_golden(const std::string& file);
/// The same pictures give the same bytes. False when the file cannot be written.
[[nodiscard]] bool write_golden(const std::string& file, std::vector<Picture> pages);

}  // namespace rapporteur::pages
