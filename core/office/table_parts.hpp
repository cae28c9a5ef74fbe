// Parts of long tables (base/long_table.hpp) in what was stored.
#pragma once

#include <pugixml.hpp>

namespace rapporteur::office {

/// DOCX: the parts of a table are one table again, which breaks where Word breaks it; their marks
/// go.
void join_table_parts(pugi::xml_document& document);
/// ODT: only the marks go. Writer would take minutes to lay out the whole table.
void unmark_table_parts(pugi::xml_document& content);

}  // namespace rapporteur::office
