// How text and its language are written in either markup.
#pragma once

#include <string>
#include <string_view>

#include "template/template.hpp"

namespace rapporteur::template_ {

/// Appends text at the place of a tag: escaped, line breaks and tabs as the markup has them, spaces
/// kept.
void write_text(std::string& out, Markup markup, std::string_view text);

/// A quick look whether strip_unprintable could change anything.
[[nodiscard]] bool needs_stripping(std::string_view text);

/// "fr", "en-GB": what may be written into an attribute as it stands.
[[nodiscard]] bool is_language(std::string_view language);

/// OOXML: <w:rPr> with this language in it. `looks` may be empty.
[[nodiscard]] std::string with_language(std::string_view looks, std::string_view language);

/// OOXML: looks in a character style of no look. A link without a character style is none in the
/// PDF. Looks that have a style keep it.
[[nodiscard]] std::string with_link_style(std::string_view looks);
/// That style, for styles.xml.
inline constexpr std::string_view link_style_xml =
    "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"RapporteurFigure\">"
    "<w:name w:val=\"Rapporteur Figure\"/></w:style>";

/// ODF: the automatic style "rap_language_<language>".
[[nodiscard]] std::string language_style_xml(std::string_view language);

}  // namespace rapporteur::template_
