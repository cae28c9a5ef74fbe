// Where a table of a text can part the paragraph of its tag.
#pragma once

#include <pugixml.hpp>

#include <string>

#include "template/markup.hpp"

namespace rapporteur::template_ {

/// `close` ends the paragraph and what is open in it; `reopen` opens another one of its kind, with
/// the same looks but no page break. Both empty where no table can stand.
struct Parting {
  std::string close;
  std::string reopen;
};

/// What stands around `inner`, from `outermost` inwards, with the looks of each element.
[[nodiscard]] Parting wrapping(pugi::xml_node inner, pugi::xml_node outermost);

/// For a tag that is alone in its paragraph.
[[nodiscard]] Parting parting_at(Markup markup, pugi::xml_node tag);

}  // namespace rapporteur::template_
