// The end of a document whose drawn looks are taken out of it.
#pragma once

#include <functional>

#include "template/markup.hpp"

namespace pugi {
class xml_document;
class xml_node;
}  // namespace pugi

namespace rapporteur::template_ {

/// Where looks end the body: the empty paragraphs that only hold them apart go, not those that hold
/// a tag; the looks stay. One paragraph comes behind, a point high: both formats want one behind a
/// last table, and with a line of its own it would stand alone on a page behind a full one.
void close_body(Markup markup, pugi::xml_document& part,
                const std::function<bool(pugi::xml_node)>& is_look,
                const std::function<bool(pugi::xml_node)>& has_tag);

}  // namespace rapporteur::template_
