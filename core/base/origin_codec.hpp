// A place as bytes (wire.hpp) and back.
#pragma once

#include <algorithm>
#include <cstdint>

#include "base/origin.hpp"
#include "base/wire.hpp"

namespace rapporteur::wire {

inline constexpr std::int64_t max_place = 1'000'000'000;

inline void write(Writer& out, const Origin& origin) {
  const bool known = !(origin == Origin{});
  out.boolean(known);
  if (!known) {
    return;
  }
  for (const std::string* const text : {&origin.file, &origin.sheet, &origin.column_name,
                                        &origin.text, &origin.part, &origin.heading}) {
    out.string(*text);
  }
  for (const int number :
       {origin.row, origin.column, origin.table, origin.page, origin.paragraph}) {
    out.integer(number);
  }
}

/// Numbers out of range become the nearest in it.
[[nodiscard]] inline Origin read_origin(Reader& in) {
  Origin origin;
  if (!in.boolean()) {
    return origin;
  }
  for (std::string* const text : {&origin.file, &origin.sheet, &origin.column_name, &origin.text,
                                  &origin.part, &origin.heading}) {
    *text = in.string();
  }
  for (int* const number :
       {&origin.row, &origin.column, &origin.table, &origin.page, &origin.paragraph}) {
    *number = static_cast<int>(std::clamp<std::int64_t>(in.integer(), 0, max_place));
  }
  return origin;
}

}  // namespace rapporteur::wire
