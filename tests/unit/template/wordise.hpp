// Makes a DOCX body harder, as Word does when people edit: text split into runs with different
// rsids, proofing marks between them, curly quotes, no-break spaces, tags in content controls (in
// lines, paragraphs and rows), a text box with a tag at the end. What it says stays the same.
#pragma once

#include <string>

namespace rapporteur::template_::test {

/// document.xml in, document.xml out. `boxed` is the text put into the text box; empty = no box.
std::string wordise(const std::string& xml, const std::string& boxed);

}  // namespace rapporteur::template_::test
