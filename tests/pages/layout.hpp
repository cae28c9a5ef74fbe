// A finished document laid over its pages: which word of the PDF is which character of which
// paragraph of the ODT. All page rules ask this; none reads a file.
//
// The office paints in document order, so that a cursor in each paragraph follows the words. What
// breaks the order is found by how far the coming text agrees: the rest of a torn row, header rows
// repeated on a new page, notes at the foot, frames. Headers and footers are told by their band.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "odt_text.hpp"
#include "pdf_words.hpp"

namespace rapporteur::pages {

enum class Part { text, band, label, unread };  ///< label: bullets and numbers, no text of the ODT

struct LaidWord {
  int page = 0;  ///< from 1
  Word word;
  Part part = Part::unread;
  std::size_t paragraph = 0;  ///< for text: where it begins
  std::size_t offset = 0;     ///< in the folded text of the paragraph
  bool repeated = false;      ///< a header row on a page that it does not begin on
};

/// Characters of a paragraph that no page shows.
struct Missing {
  std::size_t paragraph = 0;
  std::size_t from = 0;
  std::size_t to = 0;
};

struct Layout {
  OdtText text;
  std::vector<PdfPage> pages;
  std::vector<PageStyle> styles;  ///< of each page
  std::vector<int> numbers;       ///< printed number of each page
  std::vector<LaidWord> words;
  std::vector<Missing> missing;
  std::vector<Paragraph> bands;  ///< headers and footers of the page styles in use

  /// Words of a paragraph, repetitions left out.
  [[nodiscard]] std::vector<const LaidWord*> words_of(std::size_t paragraph) const;
  /// First page of each paragraph, 0 when it shows nowhere.
  [[nodiscard]] std::vector<int> first_pages() const;
  [[nodiscard]] std::vector<int> last_pages() const;
};

[[nodiscard]] Layout lay_out(const Styles& styles, std::vector<PdfPage> pages);

/// The styles and content of an ODT.
[[nodiscard]] Styles styles_of(const std::string& odt);

/// Reads both files. Throws std::runtime_error, which names the file, when one has no content.
[[nodiscard]] Layout read_layout(const std::string& odt, const std::string& pdf);

}  // namespace rapporteur::pages
