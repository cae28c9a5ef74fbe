// What the two markups share in making marks.
#pragma once

#include "takeover/marks.hpp"
#include "template/markup.hpp"

namespace rapporteur::takeover {

[[nodiscard]] inline std::string mark(char kind, std::string_view name) {
  return std::string(mark_begin) + kind + std::string(name) + std::string(mark_end);
}

/// <w:t> with this text at the end of a run.
inline void add_text(pugi::xml_node run, const std::string& text) {
  pugi::xml_node holder = run.append_child("w:t");
  holder.append_attribute("xml:space") = "preserve";
  holder.append_child(pugi::node_pcdata).set_value(text.c_str());
}

void mark_ooxml(pugi::xml_node root);
void mark_odf(pugi::xml_node root);

}  // namespace rapporteur::takeover
