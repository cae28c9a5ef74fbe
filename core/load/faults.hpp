// One line to report a fault while loading.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "load/limits.hpp"

namespace rapporteur::load {

inline void report(Diagnostics& diagnostics, std::string id, Origin origin, Arguments args = {},
                   std::string suggestion = {}) {
  Diagnostic diagnostic;
  diagnostic.id = std::move(id);
  diagnostic.origin = std::move(origin);
  diagnostic.args = std::move(args);
  diagnostic.suggestion = std::move(suggestion);
  diagnostics.add(std::move(diagnostic));
}

/// The row with which a plan holds more than it may; told once.
inline void report_too_long(Diagnostics& diagnostics, Origin place) {
  for (const Diagnostic& told : diagnostics.all()) {
    if (told.id == "table-too-long") {
      return;
    }
  }
  report(diagnostics, "table-too-long", std::move(place),
         {{"rows", static_cast<std::int64_t>(most_rows)},
          {"fields", static_cast<std::int64_t>(most_fields)}});
}

/// "a, b, c"; a dash when there is nothing.
inline std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    text.append(text.empty() ? "" : ", ").append(word);
  }
  return text.empty() ? "–" : text;
}

}  // namespace rapporteur::load
