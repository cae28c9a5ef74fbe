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

/// ODF: the automatic style "rap_language_<language>".
[[nodiscard]] std::string language_style_xml(std::string_view language);

}  // namespace rapporteur::template_
