// Runs with looks, links and footnotes in place of one letter.
//
// They are inserted last first, always at the same place: what is inserted before a run does not
// take its look, so nothing leaks into the next run, the next paragraph or a footnote's anchor. No
// cursor walks: in a table each of its steps searches all cells.
#include <com/sun/star/awt/FontSlant.hpp>
#include <com/sun/star/awt/FontStrikeout.hpp>
#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/text/XTextPortionAppend.hpp>

#include "office/filler/work.hpp"

namespace rapporteur::filler {

namespace {

using Range = Reference<css::text::XTextRange>;

// Other schemes (file, javascript …) never become links, whoever made the fill.
bool is_safe_link(std::string_view link) {
  return link.starts_with("https://") || link.starts_with("http://") || link.starts_with("mailto:");
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
  if (run.struck) {
    looks.add("CharStrikeout", css::awt::FontStrikeout::SINGLE);
  }
  if (run.symbol) {
    for (const char* font : {"CharFontName", "CharFontNameAsian", "CharFontNameComplex"}) {
      looks.add(font, OUString::createFromAscii(symbol_font));
    }
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

}  // namespace

Range insert_runs(const Range& letter, const std::vector<Run>& runs, Notes& notes) {
  const auto text = letter->getText();
  const Reference<css::text::XTextPortionAppend> portions(text, UNO_QUERY_THROW);
  Range place = letter->getEnd();
  for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
    place = set_comment(notes.document(), text, place, run->comment);
    place = notes.set(text, place, *run);
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

Range fill_rich(const Range& range, const Block& block, Notes& notes) {
  range->setString("x");
  return insert_runs(range, block.runs, notes);
}

}  // namespace rapporteur::filler
