// Parts of long tables: each keeps the rows that fill whole pages, the next one goes on with the
// rest.
//
// Parts are settled from the first to the last. What a page holds depends on where the part begins,
// so the break is asked for anew in each, by bisection: the first row on its last page. The rows
// from there on stand in the next part as well; they leave this one, and what this one keeps leaves
// the next.
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/table/XTableRows.hpp>
#include <com/sun/star/text/XBookmarksSupplier.hpp>
#include <com/sun/star/text/XPageCursor.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>

#include <algorithm>

#include "base/long_table.hpp"
#include "office/filler/work.hpp"

namespace rapporteur::filler {

namespace {

using Table = Reference<css::text::XTextTable>;

class Parts {
 public:
  explicit Parts(const Document& document) : document_(document) {
    const Reference<css::text::XTextViewCursorSupplier> view(document->getCurrentController(),
                                                             UNO_QUERY_THROW);
    view_ = view->getViewCursor();
    page_.set(view_, UNO_QUERY_THROW);
  }

  void settle(const Table& part, const Table& next) {
    lay_out();
    const sal_Int32 rows = part->getRows()->getCount();
    const int last_page = page_of(part, rows - 1);
    sal_Int32 low = std::max<sal_Int32>(heads(part), rows - sal_Int32{long_table::repeated_rows});
    if (page_of(part, low) == last_page) {
      // A page of more rows than are repeated: the part ends where it ends.
      next->getRows()->removeByIndex(heads(next), long_table::repeated_rows);
      return;
    }
    sal_Int32 high = rows - 1;  // on the last page; `low` is not
    while (high - low > 1) {
      const sal_Int32 middle = low + (high - low) / 2;
      (page_of(part, middle) == last_page ? high : low) = middle;
    }
    const sal_Int32 moved = rows - high;
    part->getRows()->removeByIndex(high, moved);
    next->getRows()->removeByIndex(heads(next), sal_Int32{long_table::repeated_rows} - moved);
  }

 private:
  static sal_Int32 heads(const Table& table) {
    const Reference<css::beans::XPropertySet> properties(table, UNO_QUERY_THROW);
    return get<bool>(properties, "RepeatHeadline") ? get<sal_Int32>(properties, "HeaderRowCount")
                                                   : 0;
  }

  int page_of(const Table& table, sal_Int32 row) {
    const Reference<css::text::XText> cell(table->getCellByName("A" + OUString::number(row + 1)),
                                           UNO_QUERY_THROW);
    view_->gotoRange(cell->getStart(), false);
    return page_->getPage();
  }

  /// Asking for the pages lays them out.
  void lay_out() {
    get<sal_Int32>(
        Reference<css::beans::XPropertySet>(document_->getCurrentController(), UNO_QUERY_THROW),
        "PageCount");
  }

  const Document document_;
  Reference<css::text::XTextViewCursor> view_;
  Reference<css::text::XPageCursor> page_;
};

}  // namespace

void settle_parts(const Document& document) {
  const Reference<css::text::XBookmarksSupplier> supplier(document, UNO_QUERY_THROW);
  const auto bookmarks = supplier->getBookmarks();
  const auto table_at = [&](const std::string& name) -> Table {
    const OUString known = to_uno(name);
    if (!bookmarks->hasByName(known)) {
      return {};
    }
    const Reference<css::text::XTextContent> bookmark(bookmarks->getByName(known), UNO_QUERY_THROW);
    const Reference<css::beans::XPropertySet> anchor(bookmark->getAnchor(), UNO_QUERY_THROW);
    return get<Table>(anchor, "TextTable");
  };
  Table part = table_at(long_table::first_name(0));
  if (!part.is()) {
    return;
  }
  Parts parts(document);
  for (std::size_t number = 1; part.is(); ++number) {
    Table next = table_at(long_table::next_name(number));
    if (next.is()) {
      parts.settle(part, next);
    } else {
      next = table_at(long_table::first_name(number));
    }
    part = next;
  }
}

}  // namespace rapporteur::filler
