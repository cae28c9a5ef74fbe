// One plan as the process that prepares it hands it on: findings, what was read, views.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "build/reads.hpp"
#include "build/target.hpp"

namespace rapporteur::build {

struct Prepared {
  std::size_t plan = 0;   ///< its number in the request
  bool is_whole = false;  ///< false after a fault of the plan, which then has no attempts
  Diagnostics found;
  Reads reads;
  std::vector<Attempt> attempts;
};

[[nodiscard]] std::string encode(const Prepared& prepared);
/// Of a target all but what `formats` know: its declaration, words and drawn template. Nothing when
/// the bytes are broken.
[[nodiscard]] std::optional<Prepared> decode_prepared(std::string_view bytes, Formats& formats,
                                                      const std::string& template_kind);
/// The plan's number, which is needed to find its formats.
[[nodiscard]] std::size_t plan_of(std::string_view bytes);

}  // namespace rapporteur::build
