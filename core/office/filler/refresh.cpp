// Indexes and fields, again while they move: the first update of a contents list makes it longer,
// which moves the pages it tells (4 of 90 numbers were wrong after one update, none after two).
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/style/XStyle.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/text/XDocumentIndex.hpp>
#include <com/sun/star/text/XDocumentIndexesSupplier.hpp>
#include <com/sun/star/text/XTextFieldsSupplier.hpp>
#include <com/sun/star/util/XRefreshable.hpp>

#include "office/filler/work.hpp"

namespace rapporteur::filler {

namespace {

constexpr int most_rounds = 3;
constexpr sal_Int32 margin_step = 10;  // 0.1 mm: enough to count as another width

int page_count(const Document& document) {
  const Reference<css::beans::XPropertySet> controller(document->getCurrentController(), UNO_QUERY);
  return controller.is() ? get<sal_Int32>(controller, "PageCount") : 0;
}

std::vector<Reference<css::text::XDocumentIndex>> indexes_of(const Document& document) {
  const Reference<css::text::XDocumentIndexesSupplier> supplier(document, UNO_QUERY_THROW);
  const auto access = supplier->getDocumentIndexes();
  std::vector<Reference<css::text::XDocumentIndex>> indexes;
  indexes.reserve(static_cast<std::size_t>(access->getCount()));
  for (sal_Int32 i = 0; i < access->getCount(); ++i) {
    indexes.emplace_back(access->getByIndex(i), UNO_QUERY_THROW);
  }
  return indexes;
}

// Every page anew. While a document grows, Writer keeps what it laid out before: a table that went
// through a page of another width kept the widths of that page, another lost its head.
void lay_out(const Document& document) {
  const Reference<css::style::XStyleFamiliesSupplier> supplier(document, UNO_QUERY_THROW);
  const Reference<css::container::XIndexAccess> styles(
      supplier->getStyleFamilies()->getByName("PageStyles"), UNO_QUERY_THROW);
  for (const sal_Int32 change : {1, -1}) {
    for (sal_Int32 i = 0; i < styles->getCount(); ++i) {
      const Reference<css::beans::XPropertySet> style(styles->getByIndex(i), UNO_QUERY_THROW);
      if (Reference<css::style::XStyle>(style, UNO_QUERY_THROW)->isInUse()) {
        style->setPropertyValue("RightMargin", css::uno::Any(get<sal_Int32>(style, "RightMargin") +
                                                             change * margin_step));
      }
    }
    page_count(document);
  }
}

}  // namespace

void refresh(const Document& document, office::Outcome& outcome) {
  const auto indexes = indexes_of(document);
  const Reference<css::text::XTextFieldsSupplier> supplier(document, UNO_QUERY_THROW);
  const Reference<css::util::XRefreshable> fields(supplier->getTextFields(), UNO_QUERY_THROW);
  settle_parts(document);
  lay_out(document);
  OUString before;
  for (int round = 1; round <= most_rounds; ++round) {
    OUString now;
    for (const auto& index : indexes) {
      Reference<css::util::XRefreshable>(index, UNO_QUERY_THROW)->refresh();
      now += index->getAnchor()->getString();
    }
    fields->refresh();
    outcome.pages = page_count(document);
    outcome.refreshes = round;
    now += OUString::number(outcome.pages);
    if (indexes.empty() || now == before) {
      return;
    }
    before = now;
  }
}

}  // namespace rapporteur::filler
