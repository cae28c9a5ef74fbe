#include "starter/export.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/text.hpp"
#include "load/numbers.hpp"
#include "starter/frame.hpp"

namespace rapporteur::starter {
namespace {

constexpr int widest = 60;
constexpr int max_decimals = 9;

/// A number typed without groups comes back as it was typed, so it may be one in the workbook.
SheetCell plain_cell(const Cell& cell, const NumberStyle& numbers) {
  const auto number = load::parse_number(cell.typed, numbers, max_decimals);
  const auto* const decimal = std::get_if<Decimal>(&number);
  if (decimal == nullptr || cell.column->type != ColumnType::value) {
    return {SheetCellKind::text, cell.typed};
  }
  const std::string text = to_string(*decimal);
  std::string typed = text;
  if (const std::size_t point = typed.find('.'); point != std::string::npos) {
    typed.replace(point, 1, numbers.decimal);
  }
  const bool ends_in_zero = text.find('.') != std::string::npos && text.ends_with('0');
  return typed == cell.typed && !ends_in_zero ? SheetCell{SheetCellKind::number, text}
                                              : SheetCell{SheetCellKind::text, cell.typed};
}

SheetCell cell_of(const Cell& cell, const NumberStyle& numbers) {
  if (const auto* const money = std::get_if<Money>(&cell.value)) {
    return {SheetCellKind::number, to_string(Decimal{money->minor, minor_digits(money->currency)})};
  }
  if (const auto* const decimal = std::get_if<Decimal>(&cell.value)) {
    return {SheetCellKind::number, to_string(*decimal)};
  }
  if (const auto* const integer = std::get_if<std::int64_t>(&cell.value)) {
    return {SheetCellKind::number, std::to_string(*integer)};
  }
  if (const auto* const date = std::get_if<Date>(&cell.value)) {
    return {date->day == 0 ? SheetCellKind::text : SheetCellKind::date, to_string(*date)};
  }
  return plain_cell(cell, numbers);
}

class SheetMaker {
 public:
  SheetMaker(const Table& table, const Frame& frame) : table_(table), frame_(frame) {}

  DraftSheet make() {
    DraftSheet sheet;
    sheet.name = table_.spec->name;
    sheet.titles = titles();
    is_spread_ = is_spread();
    find_columns();
    for (const Headed& headed : columns_) {
      sheet.columns.push_back(draft_of(headed, frame_));
    }
    for (const Record& record : table_.records) {
      sheet.rows.push_back(row_of(record));
    }
    fit(sheet);
    return sheet;
  }

 private:
  [[nodiscard]] std::vector<std::string> titles() const {
    std::vector<std::string> titles;
    for (const std::string& language : frame_.languages) {
      titles.emplace_back(help_in(*table_.spec, language));
    }
    return titles;
  }

  /// The columns of the schema that a header names or a cell fills. Rows of the long form, which
  /// are one record by now, come out wide.
  void find_columns() {
    for (const Headed& headed : headed_columns(*table_.spec, frame_)) {
      note(headed);
    }
    // The wide form of a table that is else typed long has columns of its own.
    for (const ColumnSpec& column : table_.spec->columns) {
      for (const Record& record : table_.records) {
        for (const Cell& cell : record.cells) {
          if (cell.column == &column) {
            note({&column, cell.key});
          }
        }
      }
    }
  }

  /// Columns by period and a column `period` exclude each other.
  [[nodiscard]] bool is_spread() const {
    return std::ranges::any_of(table_.records, [](const Record& record) {
      return std::ranges::any_of(record.cells, [](const Cell& cell) {
        return cell.column->spread == Spread::by_period && !cell.key.empty();
      });
    });
  }

  void note(const Headed& headed) {
    if (headed.column->name == "period" && headed.column->spread == Spread::single &&
        accepts_long_form(*table_.spec) && is_spread_) {
      return;
    }
    const bool is_used = headed.column->required == Required::yes ||
                         std::ranges::any_of(table_.records, [&](const Record& record) {
                           return find(record, headed) != nullptr;
                         });
    const auto [known, is_new] =
        index_.try_emplace(std::pair(headed.column, headed.key), columns_.size());
    if (!is_new) {
      return;
    }
    if (is_used) {
      columns_.push_back(headed);
    } else {
      index_.erase(known);
    }
  }

  static const Cell* find(const Record& record, const Headed& headed) {
    const auto found = std::ranges::find_if(record.cells, [&](const Cell& cell) {
      return cell.column == headed.column && cell.key == headed.key;
    });
    return found == record.cells.end() ? nullptr : &*found;
  }

  [[nodiscard]] std::vector<SheetCell> row_of(const Record& record) const {
    std::vector<SheetCell> row(columns_.size());
    for (const Cell& cell : record.cells) {
      if (const auto at = index_.find({cell.column, cell.key}); at != index_.end()) {
        row[at->second] = cell_of(cell, frame_.numbers);
      }
    }
    return row;
  }

  /// Columns as wide as their longest text, within reason.
  static void fit(DraftSheet& sheet) {
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
      int& width = sheet.columns[i].width;
      for (const auto& row : sheet.rows) {
        width = std::max(width, static_cast<int>(code_points(row[i].text)) + 2);
      }
      width = std::min(width, widest);
    }
  }

  const Table& table_;
  const Frame& frame_;
  bool is_spread_ = false;
  std::vector<Headed> columns_;
  std::map<std::pair<const ColumnSpec*, std::string>, std::size_t> index_;
};

}  // namespace

WorkbookDraft workbook_of(const Plan& plan) {
  const Frame frame = frame_of(plan);
  WorkbookDraft draft;
  draft.language = frame.languages.empty() ? "en" : frame.languages.front();
  draft.title = plan.title.in(draft.language).text;
  for (const TableSpec& spec : schema()) {
    if (const auto table = plan.tables.find(spec.name); table != plan.tables.end()) {
      draft.sheets.push_back(SheetMaker(table->second, frame).make());
    }
  }
  return draft;
}

}  // namespace rapporteur::starter
