// Paragraphs with their styles in place of the paragraph that held the token.
#include <com/sun/star/beans/XMultiPropertyStates.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/text/XParagraphCursor.hpp>
#include <com/sun/star/text/XTextPortionAppend.hpp>
#include <rtl/ustrbuf.hxx>

#include "office/filler/styles.hpp"
#include "office/filler/work.hpp"

namespace rapporteur::filler {

namespace {

using Range = Reference<css::text::XTextRange>;
using Paragraph = Reference<css::beans::XPropertySet>;

void set_default(const Paragraph& paragraph) {
  const Reference<css::beans::XMultiPropertyStates> states(paragraph, UNO_QUERY);
  if (states.is()) {
    states->setAllPropertiesToDefault();
  }
}

void set_look(const Document& document, const Paragraph& paragraph, const Block& block) {
  switch (block.kind) {
    case BlockKind::paragraph:
      return;  // as the token's paragraph was drawn
    case BlockKind::heading:
      set_default(paragraph);
      set(paragraph, "ParaStyleName", "Heading " + OUString::number(block.level));
      return;
    case BlockKind::list_item:
      set_default(paragraph);
      set_list(document, paragraph, block);
      return;
    case BlockKind::quote:
      set_default(paragraph);
      set(paragraph, "ParaStyleName",
          has_style(document, "ParagraphStyles", "Quote") ? OUString("Quote")
                                                          : OUString("Quotations"));
      return;
  }
}

// 1/100 mm between a table and the text below it: Word's tables have no margin of their own.
constexpr sal_Int32 below_table = 300;

void keep_distance(const Paragraph& paragraph) {
  if (get<sal_Int32>(paragraph, "ParaTopMargin") < below_table) {
    set(paragraph, "ParaTopMargin", below_table);
  }
}

// The paragraph as an object; in a table's cell a range has none to give.
void remove_paragraph(const Range& range) {
  const Reference<css::container::XEnumerationAccess> access(range, UNO_QUERY_THROW);
  const Any first = access->createEnumeration()->nextElement();
  const Reference<css::lang::XServiceInfo> info(first, UNO_QUERY);
  if (info.is() && info->supportsService("com.sun.star.text.Paragraph")) {
    Reference<css::lang::XComponent>(first, UNO_QUERY_THROW)->dispose();
  }
}

}  // namespace

Range fill_blocks(const Document& document, const Range& range, const std::vector<Block>& blocks,
                  Notes& notes) {
  const auto text = range->getText();
  const Reference<css::text::XParagraphCursor> cursor(
      text->createTextCursorByRange(range->getStart()), UNO_QUERY_THROW);
  cursor->gotoStartOfParagraph(false);
  cursor->gotoEndOfParagraph(true);
  cursor->setString(OUString());
  if (blocks.empty()) {
    remove_paragraph(Range(cursor, UNO_QUERY_THROW));
    return {cursor, UNO_QUERY_THROW};
  }
  rtl::OUStringBuffer breaks;
  for (std::size_t i = 1; i < blocks.size(); ++i) {
    breaks.append('\r');
  }
  text->insertString(Range(cursor, UNO_QUERY_THROW), breaks.makeStringAndClear(), false);
  // The cursor stands in the last paragraph; from there upwards.
  const Reference<css::text::XTextPortionAppend> portions(text, UNO_QUERY_THROW);
  Range set_at;
  for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
    if (block != blocks.rbegin()) {
      cursor->gotoPreviousParagraph(false);
    }
    set_look(document, Paragraph(cursor, UNO_QUERY_THROW), *block);
    if (block->after_table) {
      keep_distance(Paragraph(cursor, UNO_QUERY_THROW));
    }
    set_at =
        insert_runs(portions->insertTextPortion("x", {}, cursor->getStart()), block->runs, notes);
  }
  return set_at;
}

}  // namespace rapporteur::filler
