// A workbook into values. What a number is (a date, a share, yes or no) is known only by its
// format: cells of one format come as ranges, a call a format, and mark a map of the sheet. Merged
// cells come from the same ranges, for being merged is a part of the format.
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/sheet/FormulaResult.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/sheet/XUniqueCellFormatRangesSupplier.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <com/sun/star/util/Date.hpp>
#include <com/sun/star/util/NumberFormat.hpp>
#include <com/sun/star/util/XMergeable.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>
#include <map>
#include <stdexcept>

#include "office/cell_text.hpp"
#include "office/filler/opened.hpp"
#include "office/filler/spreadsheet.hpp"

namespace rapporteur::filler {

namespace {

using css::sheet::XSheetCellRanges;
using css::sheet::XSpreadsheet;
using css::table::CellRangeAddress;

/// Most cells of one sheet that are fetched: beyond, it is a stray cell far below, not a table.
constexpr std::int64_t most_cells = 3'000'000;

enum class Look : std::uint8_t { number, date, time, percent, boolean };

Look look_of(sal_Int32 type) {
  using namespace css::util::NumberFormat;
  if ((type & DATE) != 0) {
    return Look::date;
  }
  if ((type & TIME) != 0) {
    return Look::time;
  }
  if ((type & PERCENT) != 0) {
    return Look::percent;
  }
  return (type & LOGICAL) != 0 ? Look::boolean : Look::number;
}

class SheetReader {
 public:
  SheetReader(const Reference<css::lang::XComponent>& document,
              const Reference<XSpreadsheet>& sheet)
      : sheet_(sheet),
        formats_(Reference<css::util::XNumberFormatsSupplier>(document, UNO_QUERY_THROW)
                     ->getNumberFormats()) {
    const auto zero = get<css::util::Date>(
        Reference<css::beans::XPropertySet>(document, UNO_QUERY_THROW), "NullDate");
    zero_ =
        std::chrono::year{zero.Year} / std::chrono::month{zero.Month} / std::chrono::day{zero.Day};
  }

  Sheet read() {
    Sheet result;
    result.name = from_uno(Reference<css::container::XNamed>(sheet_, UNO_QUERY_THROW)->getName());
    result.is_visible =
        get<bool>(Reference<css::beans::XPropertySet>(sheet_, UNO_QUERY_THROW), "IsVisible");
    const CellRangeAddress used = used_area();
    result.last_row = used.EndRow + 1;
    result.last_column = used.EndColumn + 1;
    width_ = static_cast<std::size_t>(result.last_column);
    if (std::int64_t{result.last_row} * result.last_column > most_cells) {
      result.is_too_large = true;
      return result;
    }
    const Reference<css::table::XCellRange> range =
        sheet_->getCellRangeByPosition(0, 0, used.EndColumn, used.EndRow);
    looks_.assign(static_cast<std::size_t>(result.last_row) * width_, Look::number);
    read_formats(range, result);
    read_formula_looks(range);
    read_cells(range, result);
    return result;
  }

 private:
  [[nodiscard]] CellRangeAddress used_area() const {
    const Reference<css::sheet::XUsedAreaCursor> cursor(sheet_->createCursor(), UNO_QUERY_THROW);
    cursor->gotoStartOfUsedArea(false);
    cursor->gotoEndOfUsedArea(true);
    return Reference<css::sheet::XCellRangeAddressable>(cursor, UNO_QUERY_THROW)->getRangeAddress();
  }

  Look look_of_format(sal_Int32 key) {
    const auto [known, is_new] = known_.try_emplace(key, Look::number);
    if (is_new) {
      known->second = look_of(get<sal_Int16>(formats_->getByKey(key), "Type"));
    }
    return known->second;
  }

  void mark(const CellRangeAddress& area, Look look) {
    for (sal_Int32 row = area.StartRow; row <= area.EndRow; ++row) {
      const std::size_t start = static_cast<std::size_t>(row) * width_;
      std::fill(looks_.begin() + static_cast<std::ptrdiff_t>(start + area.StartColumn),
                looks_.begin() + static_cast<std::ptrdiff_t>(start + area.EndColumn + 1), look);
    }
  }

  void read_formats(const Reference<css::table::XCellRange>& range, Sheet& result) {
    const Reference<css::container::XIndexAccess> formats =
        Reference<css::sheet::XUniqueCellFormatRangesSupplier>(range, UNO_QUERY_THROW)
            ->getUniqueCellFormatRanges();
    for (sal_Int32 i = 0; i < formats->getCount(); ++i) {
      const Reference<XSheetCellRanges> ranges(formats->getByIndex(i), UNO_QUERY_THROW);
      const auto areas = ranges->getRangeAddresses();
      const Look look = look_of_format(get<sal_Int32>(
          Reference<css::beans::XPropertySet>(ranges, UNO_QUERY_THROW), "NumberFormat"));
      if (look != Look::number) {
        for (const CellRangeAddress& area : areas) {
          mark(area, look);
        }
      }
      if (areas.hasElements() && is_merged(areas[0])) {
        for (const CellRangeAddress& area : areas) {
          read_merges(area, result);
        }
      }
    }
  }

  [[nodiscard]] bool is_merged(const CellRangeAddress& area) const {
    return Reference<css::util::XMergeable>(
               sheet_->getCellRangeByPosition(area.StartColumn, area.StartRow, area.StartColumn,
                                              area.StartRow),
               UNO_QUERY_THROW)
        ->getIsMerged();
  }

  /// All cells of `area` are the first of a merged one.
  void read_merges(const CellRangeAddress& area, Sheet& result) {
    for (sal_Int32 row = area.StartRow; row <= area.EndRow; ++row) {
      for (sal_Int32 column = area.StartColumn; column <= area.EndColumn; ++column) {
        const Reference<css::sheet::XSheetCellCursor> cursor =
            sheet_->createCursorByRange(Reference<css::sheet::XSheetCellRange>(
                sheet_->getCellRangeByPosition(column, row, column, row), UNO_QUERY_THROW));
        cursor->collapseToMergedArea();
        const CellRangeAddress merged =
            Reference<css::sheet::XCellRangeAddressable>(cursor, UNO_QUERY_THROW)
                ->getRangeAddress();
        result.merges.push_back({.row = merged.StartRow + 1,
                                 .column = merged.StartColumn + 1,
                                 .rows = merged.EndRow - merged.StartRow + 1,
                                 .columns = merged.EndColumn - merged.StartColumn + 1});
      }
    }
  }

  /// A formula in a cell without a format is shown as what it is: TODAY() as a date.
  void read_formula_looks(const Reference<css::table::XCellRange>& range) {
    const Reference<XSheetCellRanges> found =
        Reference<css::sheet::XCellRangesQuery>(range, UNO_QUERY_THROW)
            ->queryFormulaCells(css::sheet::FormulaResult::VALUE);
    for (const CellRangeAddress& area : found->getRangeAddresses()) {
      for (sal_Int32 row = area.StartRow; row <= area.EndRow; ++row) {
        for (sal_Int32 column = area.StartColumn; column <= area.EndColumn; ++column) {
          Look& look =
              looks_[static_cast<std::size_t>(row) * width_ + static_cast<std::size_t>(column)];
          if (look == Look::number) {
            look = look_of_format(
                get<sal_Int32>(Reference<css::beans::XPropertySet>(
                                   sheet_->getCellByPosition(column, row), UNO_QUERY_THROW),
                               "NumberFormat"));
          }
        }
      }
    }
  }

  void read_cells(const Reference<css::table::XCellRange>& range, Sheet& result) {
    const auto data = Reference<css::sheet::XCellRangeData>(range, UNO_QUERY_THROW)->getDataArray();
    for (sal_Int32 row = 0; row < data.getLength(); ++row) {
      const auto& values = data[row];
      SheetRow read;
      read.number = row + 1;
      for (sal_Int32 column = 0; column < values.getLength(); ++column) {
        SheetCell cell = cell_of(values[column], row, column);
        if (cell.kind != SheetCellKind::empty) {
          read.cells.resize(static_cast<std::size_t>(column));
          read.cells.push_back(std::move(cell));
        }
      }
      if (!read.cells.empty()) {
        result.rows.push_back(std::move(read));
      }
    }
  }

  SheetCell cell_of(const Any& value, sal_Int32 row, sal_Int32 column) {
    if (!value.hasValue()) {
      const Reference<css::text::XTextRange> cell(sheet_->getCellByPosition(column, row),
                                                  UNO_QUERY_THROW);
      return {SheetCellKind::error, from_uno(cell->getString())};
    }
    if (OUString text; value >>= text) {
      return text.isEmpty() ? SheetCell{} : SheetCell{SheetCellKind::text, from_uno(text)};
    }
    double number = 0;
    value >>= number;
    switch (looks_[static_cast<std::size_t>(row) * width_ + static_cast<std::size_t>(column)]) {
      case Look::number:
        break;
      case Look::date:
        return {SheetCellKind::date, office::date_text(number, zero_)};
      case Look::time:
        return {SheetCellKind::date, office::time_text(number)};
      case Look::percent:
        return {SheetCellKind::percent, office::percent_text(number)};
      case Look::boolean:
        return {SheetCellKind::boolean, number == 0 ? "no" : "yes"};
    }
    return {SheetCellKind::number, office::decimal_text(number)};
  }

  const Reference<XSpreadsheet> sheet_;
  const Reference<css::util::XNumberFormats> formats_;
  std::chrono::year_month_day zero_;
  std::size_t width_ = 0;
  std::vector<Look> looks_;  ///< by row, then column
  std::map<sal_Int32, Look> known_;
};

void read(const Context& context, const office::ReadJob& job, office::ReadOutcome& outcome) {
  Properties options;
  options.add("ReadOnly", true);
  options.add("FilterName", OUString::createFromAscii(job.kind == office::WorkbookKind::ods
                                                          ? "calc8"
                                                          : "Calc MS Excel 2007 XML"));
  const Opened opened(context, to_uno(office::file_url(job.path)), std::move(options));
  const auto document = opened.as<css::sheet::XSpreadsheetDocument>();
  if (!document.is()) {
    throw std::runtime_error("it is not a readable workbook");
  }
  const Reference<css::container::XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
  for (sal_Int32 i = 0; i < sheets->getCount(); ++i) {
    const Reference<XSpreadsheet> sheet(sheets->getByIndex(i), UNO_QUERY_THROW);
    outcome.workbook.sheets.push_back(
        SheetReader(opened.as<css::lang::XComponent>(), sheet).read());
  }
}

}  // namespace

office::ReadOutcome read_workbook(const Context& context, const office::ReadJob& job) {
  office::ReadOutcome outcome;
  outcome.error = words_of_failure([&] { read(context, job, outcome); });
  return outcome;
}

}  // namespace rapporteur::filler
