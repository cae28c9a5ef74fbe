#include "preview/places.hpp"

namespace rapporteur::preview {

namespace {

std::string key_of(const Place& place) {
  const Origin& origin = place.origin;
  std::string key = origin.file + '\n' + origin.sheet + '\n' + origin.column_name + '\n' +
                    std::to_string(origin.row) + '\n' + std::to_string(origin.column);
  for (const auto& [from, to] : place.rows) {
    key += '\n' + std::to_string(from) + '-' + std::to_string(to);
  }
  return key;
}

}  // namespace

int Places::number_of(const Place& place) {
  const Origin& origin = place.origin;
  if (origin.file.empty() || !origin.part.empty() || (origin.row == 0 && place.rows.empty())) {
    return -1;
  }
  const std::scoped_lock lock(mutex_);
  const auto [known, is_new] = numbers_.emplace(key_of(place), static_cast<int>(places_.size()));
  if (is_new) {
    places_.push_back(place);
  }
  return known->second;
}

std::optional<Place> Places::find(int number) const {
  const std::scoped_lock lock(mutex_);
  if (number < 0 || number >= static_cast<int>(places_.size())) {
    return std::nullopt;
  }
  return places_[static_cast<std::size_t>(number)];
}

}  // namespace rapporteur::preview
