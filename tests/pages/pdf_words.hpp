// The pages of a PDF as words with place, size and colour, in the order in which they are painted.
// Places come from `pdftotext -raw -bbox`, which is exact but knows no fonts; sizes and colours
// from `pdftohtml -xml`, which knows them but merges neighbouring cells. Both print the same
// characters in the same order, so that one can be laid over the other.
#pragma once

#include <string>
#include <vector>

namespace rapporteur::pages {

/// In points, from the top left of the page.
struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
};

struct Word {
  std::string text;
  Box box;             ///< of the glyph cells: about a tenth of an em higher than the line
  double size = 0;     ///< points, to a sixth; 0 when the two readers disagree about the page
  std::string colour;  ///< "#rrggbb" or empty
};

struct PdfPage {
  double width = 0;
  double height = 0;
  std::vector<Word> words;
};

/// Empty when the file cannot be read.
[[nodiscard]] std::vector<PdfPage> read_pdf(const std::string& file);

/// The same from what the two programs print; for tests.
[[nodiscard]] std::vector<PdfPage> pages_from(const std::string& bbox_html,
                                              const std::string& fonts_xml);

}  // namespace rapporteur::pages
