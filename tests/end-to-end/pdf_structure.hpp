// The structure tree of a PDF as assistive technology reads it: what Writer tags, in reading order.
// pdfinfo -struct tells types only, and -struct-text takes minutes for a report; neither tells
// languages or alternative texts.
#pragma once

#include <string>
#include <vector>

namespace rapporteur::test {

struct PdfElement {
  std::string type;      ///< standard type: "H1", "P", "TH", "Figure" …
  std::string language;  ///< its own or that of an element around it; empty: the document's
  std::string alt;       ///< UTF-8; empty when there is none
  int depth = 0;
};

/// All elements, each before those inside it. Nothing when the file has no such tree.
std::vector<PdfElement> pdf_structure(const std::string& file);
/// /Lang of the whole document.
std::string pdf_language(const std::string& file);

}  // namespace rapporteur::test
