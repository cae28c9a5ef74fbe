// References to footnotes, as Word has them.
#pragma once

#include <pugixml.hpp>

namespace rapporteur::office {

/// In word/document.xml. Writer exports such a reference as REF to a bookmark that begins twice
/// before the note's mark and ends nowhere: brought up to date by Word, it would be an error or a
/// second note. It becomes NOTEREF to a bookmark around the mark.
void mend_note_references(pugi::xml_document& document);

}  // namespace rapporteur::office
