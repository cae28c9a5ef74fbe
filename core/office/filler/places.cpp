// Finds tokens where the document's own search does not look: it sees headers, footers and notes
// only once they stand on a laid-out page, and a header for odd pages may stand on none.
#include <algorithm>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/text/XEndnotesSupplier.hpp>
#include <com/sun/star/text/XFootnotesSupplier.hpp>
#include <com/sun/star/text/XTextCursor.hpp>
#include <com/sun/star/text/XTextFramesSupplier.hpp>
#include <com/sun/star/text/XTextTable.hpp>

#include "office/filler/work.hpp"

namespace rapporteur::filler {

namespace {

using Range = Reference<css::text::XTextRange>;
using Text = Reference<css::text::XText>;

constexpr sal_Unicode token_start = 0xE000;
constexpr sal_Unicode token_end = 0xE001;

// The paragraph as a cursor steps through it: text as it is, a field or note as one step, a mark
// (bookmark, page break) as none.
OUString steps_of(const Reference<css::container::XEnumerationAccess>& paragraph) {
  OUString steps;
  const auto portions = paragraph->createEnumeration();
  while (portions->hasMoreElements()) {
    const Reference<css::beans::XPropertySet> portion(portions->nextElement(), UNO_QUERY_THROW);
    const auto kind = get<OUString>(portion, "TextPortionType");
    if (kind == "Text") {
      steps += Range(portion, UNO_QUERY_THROW)->getString();
    } else if (kind == "TextField" || kind == "Footnote" || kind == "ContentControl" ||
               kind == "InContentMetadata" || kind == "Ruby") {
      steps += OUString(sal_Unicode{0xFFFC});
    }
  }
  return steps;
}

void find_in_paragraph(const Text& text,
                       const Reference<css::container::XEnumerationAccess>& paragraph,
                       std::vector<Range>& found) {
  if (Range(paragraph, UNO_QUERY_THROW)->getString().indexOf(token_start) < 0) {
    return;
  }
  const OUString steps = steps_of(paragraph);
  for (sal_Int32 end = steps.lastIndexOf(token_end); end > 0;
       end = steps.lastIndexOf(token_end, end)) {
    const sal_Int32 start = steps.lastIndexOf(token_start, end);
    if (start < 0) {
      return;
    }
    const auto cursor =
        text->createTextCursorByRange(Range(paragraph, UNO_QUERY_THROW)->getStart());
    go_right(cursor, start, false);
    go_right(cursor, end + 1 - start, true);
    found.emplace_back(cursor, UNO_QUERY_THROW);
  }
}

void find_in_text(const Text& text, std::vector<Range>& found) {
  const Reference<css::container::XEnumerationAccess> access(text, UNO_QUERY);
  if (!access.is()) {
    return;
  }
  const auto elements = access->createEnumeration();
  while (elements->hasMoreElements()) {
    const Any element = elements->nextElement();
    const Reference<css::text::XTextTable> table(element, UNO_QUERY);
    if (table.is()) {
      for (const OUString& name : table->getCellNames()) {
        find_in_text(Text(table->getCellByName(name), UNO_QUERY_THROW), found);
      }
      continue;
    }
    const Reference<css::container::XEnumerationAccess> paragraph(element, UNO_QUERY);
    if (paragraph.is()) {
      find_in_paragraph(text, paragraph, found);
    }
  }
}

void add_page_texts(const Document& document, std::vector<Text>& texts) {
  const Reference<css::style::XStyleFamiliesSupplier> supplier(document, UNO_QUERY_THROW);
  const Reference<css::container::XNameAccess> pages(
      supplier->getStyleFamilies()->getByName("PageStyles"), UNO_QUERY_THROW);
  for (const OUString& name : pages->getElementNames()) {
    const Reference<css::beans::XPropertySet> page(pages->getByName(name), UNO_QUERY_THROW);
    for (const char* part : {"Header", "Footer"}) {
      const OUString kind = OUString::createFromAscii(part);
      bool on = false;
      page->getPropertyValue(kind + "IsOn") >>= on;
      if (!on) {
        continue;
      }
      for (const char* which : {"Text", "TextLeft", "TextFirst"}) {
        const Text text(page->getPropertyValue(kind + OUString::createFromAscii(which)), UNO_QUERY);
        if (text.is()) {
          texts.push_back(text);
        }
      }
    }
  }
}

void add_indexed(const Reference<css::container::XIndexAccess>& access, std::vector<Text>& texts) {
  for (sal_Int32 i = 0; i < access->getCount(); ++i) {
    const Text text(access->getByIndex(i), UNO_QUERY);
    if (text.is()) {
      texts.push_back(text);
    }
  }
}

}  // namespace

void go_right(const Reference<css::text::XTextCursor>& cursor, sal_Int32 count, bool select) {
  constexpr sal_Int32 most = 30'000;  // UNO counts steps in 16 bits
  for (; count > 0; count -= most) {
    cursor->goRight(static_cast<sal_Int16>(std::min(count, most)), select);
  }
}

std::vector<Range> tokens_in(const Text& text) {
  std::vector<Range> found;
  find_in_text(text, found);
  return found;
}

std::vector<Text> texts_beside(const Document& document) {
  std::vector<Text> texts;
  add_page_texts(document, texts);
  const Reference<css::text::XFootnotesSupplier> footnotes(document, UNO_QUERY_THROW);
  add_indexed(footnotes->getFootnotes(), texts);
  const Reference<css::text::XEndnotesSupplier> endnotes(document, UNO_QUERY_THROW);
  add_indexed(endnotes->getEndnotes(), texts);
  const Reference<css::text::XTextFramesSupplier> frames(document, UNO_QUERY_THROW);
  add_indexed(Reference<css::container::XIndexAccess>(frames->getTextFrames(), UNO_QUERY_THROW),
              texts);
  return texts;
}

}  // namespace rapporteur::filler
