// Finds every token and puts its fill there.
//
// Measured: one regular-expression search reaches body and tables and tokens that are split over
// runs; headers, notes and frames only once they are laid out, so these are walked. findAll is not
// used: its hits live all at once, each as a bookmark, and 5000 of them made the fills quadratic.
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/drawing/XDrawPageSupplier.hpp>
#include <com/sun/star/drawing/XShapes.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/text/XTextCursor.hpp>
#include <com/sun/star/util/XSearchable.hpp>
#include <set>
#include <unordered_map>
#include <utility>

#include "office/filler/work.hpp"

namespace rapporteur::filler {

namespace {

using Range = Reference<css::text::XTextRange>;

bool is_plain(const Fill& fill) {
  if (!fill.is_inline) {
    return false;
  }
  for (const auto& block : fill.blocks) {
    for (const auto& run : block.runs) {
      if (run.strong || run.emphasis || run.code || run.struck || run.symbol || !run.link.empty() ||
          !run.language.empty() || !run.comment.empty() || !run.note.empty() ||
          run.note_number != 0) {
        return false;
      }
    }
  }
  return true;
}

std::string plain_text(const Fill& fill) {
  std::string text;
  for (const auto& block : fill.blocks) {
    for (const auto& run : block.runs) {
      text += run.text;
    }
  }
  return text;
}

class Filling {
 public:
  Filling(const Document& document, const office::Job& job, office::Outcome& outcome)
      : document_(document), job_(job), outcome_(outcome), notes_(document) {
    for (const auto& fill : job.fills) {
      fills_.emplace(fill.token, &fill);
    }
  }

  // One hit at a time: each living hit is a bookmark, and every deletion looks at all bookmarks.
  void fill_found() {
    const Reference<css::util::XSearchable> searchable(document_, UNO_QUERY_THROW);
    const auto descriptor = searchable->createSearchDescriptor();
    const Reference<css::beans::XPropertySet> options(descriptor, UNO_QUERY_THROW);
    set(options, "SearchRegularExpression", true);
    set(options, "SearchCaseSensitive", true);
    descriptor->setSearchString(to_uno(job_.token_pattern));
    Range range(searchable->findFirst(descriptor), UNO_QUERY);
    while (range.is()) {
      const Fill* fill = fill_for(from_uno(range->getString()));
      if (fill != nullptr && !fill->is_inline && fill->blocks.empty()) {
        // With its paragraph goes the place to search on from.
        const Range next(searchable->findNext(range->getEnd(), descriptor), UNO_QUERY);
        put(range, fill);
        range = next;
      } else {
        range.set(searchable->findNext(put(range, fill), descriptor), UNO_QUERY);
      }
    }
  }

  void fill_beside() {
    for (const auto& text : texts_beside(document_)) {
      for (const auto& range : tokens_in(text)) {
        put(range, fill_for(from_uno(range->getString())));
      }
    }
  }

  // Drawn shapes keep their text outside of the document's own, where the search does not look.
  void fill_shapes() {
    const Reference<css::drawing::XDrawPageSupplier> supplier(document_, UNO_QUERY_THROW);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"  // Writer knows no other way
    const Reference<css::drawing::XShapes> page(supplier->getDrawPage(), UNO_QUERY_THROW);
#pragma GCC diagnostic pop
    fill_shapes_of(page);
  }

  void settle_notes() {
    notes_.settle();
  }

  void report_lost() {
    for (const auto& fill : job_.fills) {
      if (!met_.contains(fill.token)) {
        outcome_.lost_fills.push_back(fill.token);
      }
    }
  }

 private:
  /// Where to search on.
  Range put(const Range& range, const Fill* fill) {
    if (fill == nullptr) {
      return range->getEnd();
    }
    if (is_plain(*fill)) {
      replace(range, to_uno(plain_text(*fill)));
      return range->getEnd();
    }
    if (fill->is_inline) {
      return fill_rich(range, fill->blocks.empty() ? Block{} : fill->blocks.front(), notes_);
    }
    return fill_blocks(document_, range, fill->blocks, notes_);
  }

  const Fill* fill_for(const std::string& token) {
    const auto found = fills_.find(token);
    if (found == fills_.end()) {
      if (left_.insert(token).second) {
        outcome_.left_tokens.push_back(token);
      }
      return nullptr;
    }
    met_.insert(token);
    ++outcome_.filled;
    return found->second;
  }

  void fill_shapes_of(const Reference<css::drawing::XShapes>& shapes) {
    for (sal_Int32 i = 0; i < shapes->getCount(); ++i) {
      const Any item = shapes->getByIndex(i);
      const Reference<css::drawing::XShapes> group(item, UNO_QUERY);
      if (group.is()) {
        fill_shapes_of(group);
        continue;
      }
      const Reference<css::text::XText> text(item, UNO_QUERY);
      if (text.is()) {
        fill_shape(text);
      }
    }
  }

  // Tokens are looked for by their text; the last first, so that the places before stay valid.
  void fill_shape(const Reference<css::text::XText>& text) {
    const OUString content = text->getString();
    for (sal_Int32 end = content.lastIndexOf(sal_Unicode{0xE001}); end > 0;
         end = content.lastIndexOf(sal_Unicode{0xE001}, end)) {
      const sal_Int32 start = content.lastIndexOf(sal_Unicode{0xE000}, end);
      if (start < 0) {
        return;
      }
      const Fill* fill = fill_for(from_uno(content.copy(start, end + 1 - start)));
      if (fill == nullptr) {
        continue;
      }
      const auto cursor = text->createTextCursor();
      cursor->gotoStart(false);
      go_right(cursor, start, false);
      go_right(cursor, end + 1 - start, true);
      cursor->setString(to_uno(plain_text(*fill)));
    }
  }

  const Document document_;
  const office::Job& job_;
  office::Outcome& outcome_;
  Notes notes_;
  std::unordered_map<std::string, const Fill*> fills_;
  std::set<std::string> met_;
  std::set<std::string> left_;
};

}  // namespace

void fill(const Document& document, const office::Job& job, office::Outcome& outcome) {
  const Reference<css::document::XUndoManagerSupplier> undo(document, UNO_QUERY);
  if (undo.is()) {
    undo->getUndoManager()->lock();
  }
  document->lockControllers();
  Filling filling(document, job, outcome);
  filling.fill_found();
  filling.fill_beside();
  filling.fill_shapes();
  filling.settle_notes();
  filling.report_lost();
  document->unlockControllers();
}

}  // namespace rapporteur::filler
