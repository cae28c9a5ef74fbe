// Sections of the laid-out document: the pages that they touch, and their text.
#include <algorithm>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/text/XBookmarksSupplier.hpp>
#include <com/sun/star/text/XPageCursor.hpp>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>

#include "office/filler/work.hpp"

namespace rapporteur::filler {

namespace {

using Range = Reference<css::text::XTextRange>;
using Text = Reference<css::text::XText>;

/// A paragraph or a table of the body.
struct Element {
  Range paragraph;
  Reference<css::text::XTextTable> table;
  int level = 0;  ///< of a heading
};

class Measuring {
 public:
  explicit Measuring(const Document& document)
      : body_(document->getText()), compare_(body_, UNO_QUERY_THROW) {
    const Reference<css::text::XTextViewCursorSupplier> view(document->getCurrentController(),
                                                             UNO_QUERY_THROW);
    view_ = view->getViewCursor();
    page_.set(view_, UNO_QUERY_THROW);
    const auto elements =
        Reference<css::container::XEnumerationAccess>(body_, UNO_QUERY_THROW)->createEnumeration();
    while (elements->hasMoreElements()) {
      const Any next = elements->nextElement();
      Element element;
      element.table.set(next, UNO_QUERY);
      if (!element.table.is()) {
        element.paragraph.set(next, UNO_QUERY);
        const Reference<css::beans::XPropertySet> properties(next, UNO_QUERY);
        if (has(properties, "OutlineLevel")) {
          element.level = get<sal_Int16>(properties, "OutlineLevel");
        }
      }
      elements_.push_back(element);
    }
  }

  office::Section whole() {
    office::Section section;
    take(0, elements_.size(), section);
    return section;
  }

  /// Not found (first_page 0) when the mark stands in no paragraph of the body.
  office::Section from(const Range& mark) {
    office::Section section;
    const std::size_t start = holder_of(mark);
    if (start == elements_.size()) {
      return section;
    }
    const int level = elements_[start].level;
    std::size_t end = start + 1;
    while (end < elements_.size() &&
           (elements_[end].level == 0 || (level != 0 && elements_[end].level > level))) {
      ++end;
    }
    section.heading = from_uno(elements_[start].paragraph->getString());
    take(start + 1, end, section);
    section.first_page = page_at(elements_[start].paragraph->getStart());
    section.last_page = std::max(section.last_page, section.first_page);
    return section;
  }

 private:
  std::size_t holder_of(const Range& mark) {
    if (mark->getText() != body_) {
      return elements_.size();
    }
    std::size_t i = 0;
    // 1 = the first of the two starts before the second (XTextRangeCompare)
    while (i < elements_.size() &&
           (!elements_[i].paragraph.is() ||
            compare_->compareRegionEnds(elements_[i].paragraph, mark) > 0)) {
      ++i;
    }
    return i;
  }

  int page_at(const Range& range) {
    view_->gotoRange(range, false);
    return page_->getPage();
  }

  void take(std::size_t first, std::size_t end, office::Section& section) {
    Range last;
    for (std::size_t i = first; i < end; ++i) {
      const Element& element = elements_[i];
      if (element.table.is()) {
        for (const OUString& name : element.table->getCellNames()) {
          const Text cell(element.table->getCellByName(name), UNO_QUERY_THROW);
          section.text += from_uno(cell->getString()) + "\n";
          last = cell->getEnd();
        }
      } else if (element.paragraph.is()) {
        section.text += from_uno(element.paragraph->getString()) + "\n";
        last = element.paragraph->getEnd();
      }
      if (i == first && last.is()) {
        section.first_page = page_at(element.table.is() ? last : element.paragraph->getStart());
      }
    }
    if (last.is()) {
      section.last_page = page_at(last);
    }
  }

  const Text body_;
  const Reference<css::text::XTextRangeCompare> compare_;
  Reference<css::text::XTextViewCursor> view_;
  Reference<css::text::XPageCursor> page_;
  std::vector<Element> elements_;
};

}  // namespace

void measure(const Document& document, const office::Job& job, office::Outcome& outcome) {
  if (job.sections.empty()) {
    return;
  }
  Measuring measuring(document);
  const Reference<css::text::XBookmarksSupplier> supplier(document, UNO_QUERY_THROW);
  const auto bookmarks = supplier->getBookmarks();
  for (const std::string& name : job.sections) {
    office::Section section;
    if (name.empty()) {
      section = measuring.whole();
    } else if (bookmarks->hasByName(to_uno(name))) {
      const Reference<css::text::XTextContent> bookmark(bookmarks->getByName(to_uno(name)),
                                                        UNO_QUERY_THROW);
      section = measuring.from(bookmark->getAnchor());
      bookmark->getAnchor()->getText()->removeTextContent(bookmark);
    }
    section.bookmark = name;
    outcome.sections.push_back(std::move(section));
  }
}

}  // namespace rapporteur::filler
