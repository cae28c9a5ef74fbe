// Places that the page may ask about, by number: a browser never names a file.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/origin.hpp"

namespace rapporteur::preview {

/// A cell or line, or, when `rows` (from, to) are named, these rows of a column.
struct Place {
  Origin origin;
  std::vector<std::pair<int, int>> rows;
};

/// A place keeps its number as long as the preview runs. May be used by several threads.
class Places {
 public:
  /// The number of a place in a file of rows or lines; -1 for one that cannot be shown (no file, or
  /// a spot of a drawn document).
  [[nodiscard]] int number_of(const Place& place);
  [[nodiscard]] std::optional<Place> find(int number) const;

 private:
  mutable std::mutex mutex_;
  std::vector<Place> places_;
  std::map<std::string, int, std::less<>> numbers_;
};

}  // namespace rapporteur::preview
