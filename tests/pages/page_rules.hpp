// What a finished page must keep, one function a rule (issue D, item 5). Each takes the document
// laid over its pages and returns what is wrong; each is shown to fail in page_rules_test.cpp.
#pragma once

#include "fault.hpp"
#include "layout.hpp"

namespace rapporteur::pages {

/// Points. Headers, footers and notes are read like tables: glanced at, so the smaller one holds.
struct Sizes {
  double body = 9;
  double table = 7.5;
};

// Text.
/// "small-text": below Sizes, in the PDF or by the ODT's styles. Raised marks are let through.
[[nodiscard]] Faults small_text(const Layout& layout, const Sizes& sizes = {});
/// "lost-text": text of the ODT that no page shows.
[[nodiscard]] Faults lost_text(const Layout& layout);
/// "unread-text": text of the PDF that the ODT does not hold: the other rules did not see it.
[[nodiscard]] Faults unread_text(const Layout& layout);
/// "broken-word": a word or figure goes on in the next line without a hyphen: its column is narrow.
[[nodiscard]] Faults broken_words(const Layout& layout);
/// "low-contrast": text against its background below 4.5 : 1 by the ODT's styles.
[[nodiscard]] Faults low_contrast(const Layout& layout);

// Pages.
/// "outside-margins": a word outside the margins, or text of the body in the band of a header.
[[nodiscard]] Faults outside_margins(const Layout& layout);
/// "overlapping-text": words of two paragraphs over one another.
[[nodiscard]] Faults overlapping_text(const Layout& layout);
/// "heading-at-foot": a heading, or what must keep with the next (captions), ends its page.
[[nodiscard]] Faults heading_at_foot(const Layout& layout);
/// "empty-end": nothing stands on the last page but its header and footer.
[[nodiscard]] Faults empty_end(const Layout& layout);
/// "page-number": a page without "page x of y", or with another x or y.
[[nodiscard]] Faults page_numbers(const Layout& layout);

// Tables.
/// "header-not-repeated": a table goes on without its header rows, or has none.
[[nodiscard]] Faults header_not_repeated(const Layout& layout);
/// "header-alone": header rows at the foot of a page, the first row on the next.
[[nodiscard]] Faults header_alone(const Layout& layout);
/// "torn-row": a row goes on over the page although it is not taller than half of it.
[[nodiscard]] Faults torn_rows(const Layout& layout);
/// "clipped-cell": text beyond the sides of its cell, or higher than a row of fixed height.
[[nodiscard]] Faults clipped_cells(const Layout& layout);

/// All of them.
[[nodiscard]] Faults page_faults(const Layout& layout);

}  // namespace rapporteur::pages
