// Rich content: runs with looks, links and footnotes; paragraphs with styles and lists.
//
// Runs are inserted last first, always at the same place: what is inserted before a run does not
// take its look, so nothing leaks into the next run, the next paragraph or a footnote's anchor. No
// cursor walks: in a table each of its steps searches all cells.
#include <com/sun/star/awt/FontSlant.hpp>
#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/beans/XMultiPropertyStates.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/text/XFootnote.hpp>
#include <com/sun/star/text/XParagraphCursor.hpp>
#include <com/sun/star/text/XTextPortionAppend.hpp>
#include <rtl/ustrbuf.hxx>

#include "office/filler/work.hpp"

namespace rapporteur::filler {

namespace {

using Range = Reference<css::text::XTextRange>;
using Paragraph = Reference<css::beans::XPropertySet>;

// Other schemes (file, javascript …) never become links, whoever made the fill.
bool is_safe_link(std::string_view link) {
  return link.starts_with("https://") || link.starts_with("http://") || link.starts_with("mailto:");
}

bool has_style(const Document& document, const char* family, const OUString& name) {
  const Reference<css::style::XStyleFamiliesSupplier> supplier(document, UNO_QUERY_THROW);
  const Reference<css::container::XNameAccess> styles(
      supplier->getStyleFamilies()->getByName(OUString::createFromAscii(family)), UNO_QUERY_THROW);
  return styles->hasByName(name);
}

// One character style a run: with two of them, or one beside a link's own, the DOCX would be
// invalid. The second look is set directly.
Properties looks_of(const Run& run) {
  Properties looks;
  const bool link = is_safe_link(run.link);
  if (run.code && !link) {
    looks.add("CharStyleName", OUString("Source Text"));
  } else if (run.strong && !link) {
    looks.add("CharStyleName", OUString("Strong Emphasis"));
  } else if (run.emphasis && !link) {
    looks.add("CharStyleName", OUString("Emphasis"));
  }
  if (run.strong && (link || run.code)) {
    looks.add("CharWeight", css::awt::FontWeight::BOLD);
  }
  if (run.emphasis && (link || run.code || run.strong)) {
    looks.add("CharPosture", css::awt::FontSlant_ITALIC);
  }
  if (link) {
    looks.add("HyperLinkURL", to_uno(run.link));
  }
  if (!run.language.empty()) {
    looks.add("CharLocale", css::lang::Locale(to_uno(run.language), OUString(), OUString()));
  }
  return looks;
}

// A paragraph break in a run would part the paragraph; only blocks do that.
OUString run_text(const std::string& text) {
  return to_uno(text).replace('\r', ' ');
}

Range insert_note(const Document& document, const Reference<css::text::XText>& text,
                  const Range& place, const std::string& note) {
  const Reference<css::lang::XMultiServiceFactory> factory(document, UNO_QUERY_THROW);
  const Reference<css::text::XTextContent> footnote(
      factory->createInstance("com.sun.star.text.Footnote"), UNO_QUERY_THROW);
  try {
    text->insertTextContent(place, footnote, false);
  } catch (const css::lang::IllegalArgumentException&) {
    // Headers, footers and notes take no footnote: the words stay, in brackets.
    const Reference<css::text::XTextPortionAppend> portions(text, UNO_QUERY_THROW);
    return portions->insertTextPortion(" (" + run_text(note) + ")", {}, place)->getStart();
  }
  const Reference<css::text::XText> words(footnote, UNO_QUERY_THROW);
  words->insertString(words->getEnd(), run_text(note), false);
  return footnote->getAnchor()->getStart();
}

// Runs in place of `letter`, one letter that holds the place and its look: at the very start of a
// paragraph the look of what follows would spread to what is inserted before it.
Range insert_runs(const Document& document, const Range& letter, const std::vector<Run>& runs) {
  const auto text = letter->getText();
  const Reference<css::text::XTextPortionAppend> portions(text, UNO_QUERY_THROW);
  Range place = letter->getEnd();
  for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
    if (!run->note.empty()) {
      place = insert_note(document, text, place, run->note);
    }
    if (!run->text.empty()) {
      place = portions->insertTextPortion(run_text(run->text), looks_of(*run).sequence(), place)
                  ->getStart();
    }
  }
  const auto cursor = text->createTextCursorByRange(letter->getStart());
  cursor->goRight(1, true);
  cursor->setString(OUString());
  return {cursor, UNO_QUERY_THROW};
}

// List styles as Word names its paragraph styles, or a list style of that name, or Writer's own.
struct ListLook {
  OUString paragraph_style;
  OUString list_style;
};

ListLook list_look(const Document& document, const Block& block) {
  const OUString name(block.ordered ? "List Number" : "List Bullet");
  const OUString level_name = block.level > 1 ? name + " " + OUString::number(block.level) : name;
  ListLook look;
  if (has_style(document, "ParagraphStyles", level_name)) {
    look.paragraph_style = level_name;
  } else if (has_style(document, "ParagraphStyles", name)) {
    look.paragraph_style = name;
  }
  if (has_style(document, "NumberingStyles", name)) {
    look.list_style = name;
  }
  if (!look.paragraph_style.isEmpty() && look.list_style.isEmpty()) {
    const Reference<css::style::XStyleFamiliesSupplier> supplier(document, UNO_QUERY_THROW);
    const Reference<css::container::XNameAccess> styles(
        supplier->getStyleFamilies()->getByName("ParagraphStyles"), UNO_QUERY_THROW);
    const Reference<css::beans::XPropertySet> style(styles->getByName(look.paragraph_style),
                                                    UNO_QUERY_THROW);
    look.list_style = get<OUString>(style, "NumberingStyleName");
  }
  if (look.list_style.isEmpty()) {
    look.list_style = block.ordered ? OUString("Numbering 123") : OUString("List 1");
  }
  return look;
}

void set_default(const Paragraph& paragraph) {
  const Reference<css::beans::XMultiPropertyStates> states(paragraph, UNO_QUERY);
  if (states.is()) {
    states->setAllPropertiesToDefault();
  }
}

void set_list(const Document& document, const Paragraph& paragraph, const Block& block) {
  const ListLook look = list_look(document, block);
  if (!look.paragraph_style.isEmpty()) {
    set(paragraph, "ParaStyleName", look.paragraph_style);
  }
  set(paragraph, "NumberingStyleName", look.list_style);
  set(paragraph, "NumberingLevel",
      static_cast<sal_Int16>(std::max(0, std::min(block.level, 9) - 1)));
  if (block.ordered && block.starts_list) {
    set(paragraph, "ParaIsNumberingRestart", true);
    set(paragraph, "NumberingStartValue", static_cast<sal_Int16>(block.number));
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

Range fill_rich(const Document& document, const Range& range, const Block& block) {
  range->setString("x");
  return insert_runs(document, range, block.runs);
}

Range fill_blocks(const Document& document, const Range& range, const std::vector<Block>& blocks) {
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
    set_at = insert_runs(document, portions->insertTextPortion("x", {}, cursor->getStart()),
                         block->runs);
  }
  return set_at;
}

}  // namespace rapporteur::filler
