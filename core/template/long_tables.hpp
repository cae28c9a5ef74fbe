// Long tables of an expanded document in parts: base/long_table.hpp says what for.
#pragma once

#include <string>

#include "template/template.hpp"

namespace rapporteur::template_ {

/// The body with every table of more than a thousand rows in parts. Tables with merged rows, with
/// tokens (notes would be counted twice) or inside of something else stay whole, as does XML that
/// cannot be read.
[[nodiscard]] std::string part_long_tables(Markup markup, std::string xml);

}  // namespace rapporteur::template_
