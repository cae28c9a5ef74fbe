#include "office/filler/notes.hpp"

#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/text/ReferenceFieldPart.hpp>
#include <com/sun/star/text/ReferenceFieldSource.hpp>
#include <com/sun/star/text/XFootnote.hpp>
#include <com/sun/star/text/XTextPortionAppend.hpp>

#include "office/filler/work.hpp"

namespace rapporteur::filler {

namespace {

// Some texts refuse a footnote, others drop it without a word.
bool is_attached(const Reference<css::text::XText>& text,
                 const Reference<css::text::XTextRange>& place,
                 const Reference<css::text::XTextContent>& footnote) {
  try {
    text->insertTextContent(place, footnote, false);
    return footnote->getAnchor().is();
  } catch (const css::lang::IllegalArgumentException&) {
    return false;
  } catch (const css::uno::RuntimeException&) {
    return false;
  }
}

}  // namespace

Notes::Range Notes::set(const Reference<css::text::XText>& text, const Range& place,
                        const Run& run) {
  if (!run.note.empty()) {
    return insert(text, place, run);
  }
  return run.note_number != 0 ? refer(text, place, run.note_number) : place;
}

Notes::Range Notes::insert(const Reference<css::text::XText>& text, const Range& place,
                           const Run& run) {
  const Reference<css::lang::XMultiServiceFactory> factory(document_, UNO_QUERY_THROW);
  const Reference<css::text::XTextContent> footnote(
      factory->createInstance("com.sun.star.text.Footnote"), UNO_QUERY_THROW);
  if (!is_attached(text, place, footnote)) {
    // Headers, footers and notes take no footnote: the words stay, in brackets.
    const Reference<css::text::XTextPortionAppend> portions(text, UNO_QUERY_THROW);
    const Range behind = portions->insertTextPortion(")", {}, place)->getStart();
    const Range letter = portions->insertTextPortion("x", {}, behind);
    const Range words = insert_runs(letter, run.note, *this);
    return portions->insertTextPortion(" (", {}, words)->getStart();
  }
  const Reference<css::text::XText> words(footnote, UNO_QUERY_THROW);
  const Reference<css::text::XTextPortionAppend> inside(words, UNO_QUERY_THROW);
  insert_runs(inside->insertTextPortion("x", {}, words->getEnd()), run.note, *this);
  if (run.note_number != 0) {
    notes_[run.note_number].set(footnote, UNO_QUERY_THROW);
  }
  return footnote->getAnchor()->getStart();
}

Notes::Range Notes::refer(const Reference<css::text::XText>& text, const Range& place,
                          std::int64_t number) {
  const Reference<css::lang::XMultiServiceFactory> factory(document_, UNO_QUERY_THROW);
  const Reference<css::text::XTextContent> field(
      factory->createInstance("com.sun.star.text.TextField.GetReference"), UNO_QUERY_THROW);
  const Reference<css::beans::XPropertySet> options(field, UNO_QUERY_THROW);
  rapporteur::filler::set(options, "ReferenceFieldSource",
                          css::text::ReferenceFieldSource::FOOTNOTE);
  rapporteur::filler::set(options, "ReferenceFieldPart", css::text::ReferenceFieldPart::TEXT);
  text->insertTextContent(place, field, false);
  references_.emplace_back(number, field);
  const Reference<css::beans::XPropertySet> looks(text->createTextCursorByRange(field->getAnchor()),
                                                  UNO_QUERY_THROW);
  rapporteur::filler::set(looks, "CharStyleName", OUString("Footnote anchor"));
  return field->getAnchor()->getStart();
}

void Notes::settle() {
  for (const auto& [number, field] : references_) {
    const auto note = notes_.find(number);
    if (note == notes_.end()) {
      field->getAnchor()->getText()->removeTextContent(field);
      continue;
    }
    rapporteur::filler::set(Reference<css::beans::XPropertySet>(field, UNO_QUERY_THROW),
                            "SequenceNumber", get<sal_Int16>(note->second, "ReferenceId"));
  }
}

}  // namespace rapporteur::filler
