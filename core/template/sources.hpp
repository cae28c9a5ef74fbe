// Which parts of a package hold the author's text, and what its styles say.
#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "template/document.hpp"
#include "template/safety.hpp"

namespace rapporteur::template_ {

/// The parts with text, the body first; `document.markup` must be set. Its heading styles, letters
/// and the look of tables in texts are read too.
[[nodiscard]] std::vector<Source> read_sources(const Package& package, Document& document);

/// A part of an admitted package; empty when it is not there.
[[nodiscard]] pugi::xml_document tree_of(const Package& package, std::string_view name);

/// The part that holds the named styles; empty when there is none.
[[nodiscard]] std::string styles_name(const Package& package, Markup markup);

}  // namespace rapporteur::template_
