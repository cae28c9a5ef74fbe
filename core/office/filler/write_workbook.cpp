// A draft into a workbook: one call for the cells of a sheet; formats on whole columns, looks as
// styles, so that what a person adds below looks and behaves like what is there.
#include <charconv>
#include <chrono>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/sheet/TableValidationVisibility.hpp>
#include <com/sun/star/sheet/ValidationType.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XPrintAreas.hpp>
#include <com/sun/star/sheet/XSheetCondition.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <stdexcept>

#include "office/filler/opened.hpp"
#include "office/filler/spreadsheet.hpp"
#include "office/filler/workbook_styles.hpp"

namespace rapporteur::filler {

namespace {

using css::beans::XPropertySet;
using css::sheet::XSpreadsheet;

constexpr sal_Int32 character_width = 210;  ///< 1/100 mm
/// Rows below the last one that offer the drop-down lists too.
constexpr sal_Int32 rows_to_come = 1000;
/// Excel takes no longer list in place of a range.
constexpr std::size_t longest_list = 250;

double day_number(const std::string& iso) {
  const auto number = [&](std::size_t at, std::size_t size) {
    int value = 0;
    std::from_chars(iso.data() + at, iso.data() + at + size, value);
    return value;
  };
  using namespace std::chrono;
  const year_month_day date = year{number(0, 4)} / month(static_cast<unsigned>(number(5, 2))) /
                              day(static_cast<unsigned>(number(8, 2)));
  const year_month_day zero = year{1899} / 12 / 30;
  return static_cast<double>((sys_days{date} - sys_days{zero}).count());
}

Any any_of(const SheetCell& cell) {
  double number = 0;
  switch (cell.kind) {
    case SheetCellKind::number:
      std::from_chars(cell.text.data(), cell.text.data() + cell.text.size(), number);
      return Any(number);
    case SheetCellKind::boolean:
      return Any(cell.text == "yes" ? 1.0 : 0.0);
    case SheetCellKind::date:
      if (cell.text.size() == 10) {
        return Any(day_number(cell.text));
      }
      break;
    default:
      break;
  }
  return Any(to_uno(cell.text));
}

class BookWriter {
 public:
  BookWriter(const Opened& opened, const WorkbookDraft& draft)
      : document_(opened.as<css::sheet::XSpreadsheetDocument>()),
        draft_(draft),
        locale_(to_uno(draft.language), draft.language == "fr" ? OUString("FR") : OUString("GB"),
                OUString()) {}

  void write() {
    make_styles(document_, locale_);
    const Reference<css::sheet::XSpreadsheets> sheets = document_->getSheets();
    const auto first_names = sheets->getElementNames();
    sal_Int16 position = 0;
    for (const DraftSheet& sheet : draft_.sheets) {
      const OUString name = to_uno(sheet.name);
      if (sheets->hasByName(name)) {
        throw std::runtime_error("two sheets of one name: " + sheet.name);
      }
      sheets->insertNewByName(name, position++);
    }
    for (const OUString& name : first_names) {
      sheets->removeByName(name);
    }
    for (const DraftSheet& sheet : draft_.sheets) {
      write_sheet(sheet,
                  Reference<XSpreadsheet>(sheets->getByName(to_uno(sheet.name)), UNO_QUERY_THROW));
    }
    for (const DraftSheet& sheet : draft_.sheets) {
      if (!sheet.is_visible) {
        set(Reference<XPropertySet>(sheets->getByName(to_uno(sheet.name)), UNO_QUERY_THROW),
            "IsVisible", false);
      }
    }
    const auto properties =
        Reference<css::document::XDocumentPropertiesSupplier>(document_, UNO_QUERY_THROW)
            ->getDocumentProperties();
    properties->setTitle(to_uno(draft_.title));
    properties->setLanguage(locale_);
  }

 private:
  void write_sheet(const DraftSheet& draft, const Reference<XSpreadsheet>& sheet) {
    const sal_Int32 width = width_of(draft);
    if (width == 0) {
      return;
    }
    const bool has_header = std::any_of(draft.columns.begin(), draft.columns.end(),
                                        [](const auto& column) { return !column.header.empty(); });
    const auto above = static_cast<sal_Int32>(draft.titles.size() + draft.notes.size());
    const sal_Int32 first = above + (has_header ? 1 : 0);
    set_columns(draft, sheet, first);
    write_cells(draft, sheet, width, has_header);
    const auto titles = static_cast<sal_Int32>(draft.titles.size());
    for (sal_Int32 row = 0; row < titles; ++row) {
      style(sheet, row, row, 0, row == 0 ? "Plan title" : "Plan line");
    }
    if (above > titles) {
      style(sheet, titles, above - 1, width - 1, "Plan note");
    }
    if (has_header) {
      style(sheet, above, above, width - 1, "Plan header");
      repeat_header(sheet, above);
    }
    fit_rows(sheet, first + static_cast<sal_Int32>(draft.rows.size()));
  }

  static sal_Int32 width_of(const DraftSheet& draft) {
    std::size_t width = std::max(draft.columns.size(), std::size_t{draft.titles.empty() ? 0U : 1U});
    for (const auto& note : draft.notes) {
      width = std::max(width, note.size());
    }
    for (const auto& row : draft.rows) {
      width = std::max(width, row.size());
    }
    return static_cast<sal_Int32>(width);
  }

  void set_columns(const DraftSheet& draft, const Reference<XSpreadsheet>& sheet, sal_Int32 first) {
    const Reference<css::container::XIndexAccess> columns(
        Reference<css::table::XColumnRowRange>(sheet, UNO_QUERY_THROW)->getColumns(),
        UNO_QUERY_THROW);
    for (std::size_t i = 0; i < draft.columns.size(); ++i) {
      const DraftColumn& column = draft.columns[i];
      const auto index = static_cast<sal_Int32>(i);
      const Reference<XPropertySet> whole(columns->getByIndex(index), UNO_QUERY_THROW);
      set(whole, "CellStyle", OUString("Plan cell"));
      set(whole, "Width", sal_Int32{column.width} * character_width);
      set(whole, "NumberFormat", format_key(document_, column));
      const OUString list = list_of(column);
      if (!list.isEmpty()) {
        const auto last = first + static_cast<sal_Int32>(draft.rows.size()) + rows_to_come - 1;
        offer(Reference<XPropertySet>(sheet->getCellRangeByPosition(index, first, index, last),
                                      UNO_QUERY_THROW),
              list);
      }
    }
  }

  /// The list as Calc writes it down: "a";"b", or a range of another sheet. Empty = none.
  [[nodiscard]] OUString list_of(const DraftColumn& column) const {
    if (!column.choices_from.empty()) {
      for (const DraftSheet& sheet : draft_.sheets) {
        if (sheet.name == column.choices_from) {
          const std::size_t first = sheet.titles.size() + sheet.notes.size() + 2;
          const std::size_t last = first + sheet.rows.size() + std::size_t{rows_to_come} - 1;
          return to_uno("$'" + sheet.name + "'.$A$" + std::to_string(first) + ":$A$" +
                        std::to_string(last));
        }
      }
      return {};
    }
    std::string list;
    for (const std::string& choice : column.choices) {
      list += (list.empty() ? "\"" : ";\"") + choice + "\"";
    }
    return list.size() > longest_list ? OUString() : to_uno(list);
  }

  /// A drop-down list that refuses nothing: a list in one cell, or an alias, is typed by hand.
  static void offer(const Reference<XPropertySet>& range, const OUString& list) {
    const Reference<XPropertySet> validation(range->getPropertyValue("Validation"),
                                             UNO_QUERY_THROW);
    set(validation, "Type", css::sheet::ValidationType_LIST);
    set(validation, "ShowList", css::sheet::TableValidationVisibility::UNSORTED);
    set(validation, "IgnoreBlankCells", true);
    set(validation, "ShowErrorMessage", false);
    Reference<css::sheet::XSheetCondition>(validation, UNO_QUERY_THROW)->setFormula1(list);
    range->setPropertyValue("Validation", Any(validation));
  }

  void write_cells(const DraftSheet& draft, const Reference<XSpreadsheet>& sheet, sal_Int32 width,
                   bool has_header) {
    using Row = css::uno::Sequence<Any>;
    std::vector<Row> rows;
    const auto add = [&](const auto& cells, const auto& to_any) {
      Row row(width);
      Any* const to = row.getArray();
      for (sal_Int32 i = 0; i < width; ++i) {
        const auto at = static_cast<std::size_t>(i);
        to[i] = at < cells.size() ? to_any(cells[at]) : Any(OUString());
      }
      rows.push_back(row);
    };
    const auto text = [](const std::string& cell) { return Any(to_uno(cell)); };
    for (const std::string& title : draft.titles) {
      add(std::vector<std::string>{title}, text);
    }
    for (const auto& note : draft.notes) {
      add(note, text);
    }
    if (has_header) {
      add(draft.columns, [&](const DraftColumn& column) { return text(column.header); });
    }
    for (const auto& row : draft.rows) {
      add(row, any_of);
    }
    if (rows.empty()) {
      return;
    }
    const auto count = static_cast<sal_Int32>(rows.size());
    Reference<css::sheet::XCellRangeData>(sheet->getCellRangeByPosition(0, 0, width - 1, count - 1),
                                          UNO_QUERY_THROW)
        ->setDataArray({rows.data(), count});
  }

  static void style(const Reference<XSpreadsheet>& sheet, sal_Int32 first, sal_Int32 last,
                    sal_Int32 last_column, const char* name) {
    set(Reference<XPropertySet>(sheet->getCellRangeByPosition(0, first, last_column, last),
                                UNO_QUERY_THROW),
        "CellStyle", OUString::createFromAscii(name));
  }

  static void repeat_header(const Reference<XSpreadsheet>& sheet, sal_Int32 row) {
    const Reference<css::sheet::XPrintAreas> areas(sheet, UNO_QUERY_THROW);
    css::table::CellRangeAddress title;
    title.StartRow = row;
    title.EndRow = row;
    areas->setTitleRows(title);
    areas->setPrintTitleRows(true);
  }

  static void fit_rows(const Reference<XSpreadsheet>& sheet, sal_Int32 count) {
    const Reference<css::container::XIndexAccess> rows(
        Reference<css::table::XColumnRowRange>(
            sheet->getCellRangeByPosition(0, 0, 0, std::max(count, sal_Int32{1}) - 1),
            UNO_QUERY_THROW)
            ->getRows(),
        UNO_QUERY_THROW);
    set(Reference<XPropertySet>(rows, UNO_QUERY_THROW), "OptimalHeight", true);
  }

  const Reference<css::sheet::XSpreadsheetDocument> document_;
  const WorkbookDraft& draft_;
  const css::lang::Locale locale_;
};

void write(const Context& context, const office::WriteJob& job) {
  const Opened opened(context, "private:factory/scalc", {});
  BookWriter(opened, job.draft).write();
  Properties options;
  options.add("FilterName", OUString::createFromAscii(job.kind == office::WorkbookKind::ods
                                                          ? "calc8"
                                                          : "Calc MS Excel 2007 XML"));
  opened.as<css::frame::XStorable>()->storeToURL(to_uno(office::file_url(job.path)),
                                                 options.sequence());
}

}  // namespace

office::WriteOutcome write_workbook(const Context& context, const office::WriteJob& job) {
  return {words_of_failure([&] { write(context, job); })};
}

}  // namespace rapporteur::filler
