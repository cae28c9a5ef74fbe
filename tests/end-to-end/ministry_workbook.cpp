#include "ministry_workbook.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "base/workbook.hpp"
#include "ministry_shapes.hpp"
#include "xlsx_sheet.hpp"

namespace rapporteur::test {
namespace {

constexpr std::string_view narrow_space = "\xE2\x80\xAF";
constexpr std::string_view hard_space = "\xC2\xA0";
constexpr int sums_row = 4;  ///< of the budget, above its header

std::string spaced(std::string_view typed, std::string_view space) {
  std::string text;
  for (const char c : typed) {
    text += c == ' ' ? std::string(space) : std::string(1, c);
  }
  return text;
}

std::string digits(std::string_view typed) {
  std::string text(typed);
  std::erase_if(text, [](char c) { return c < '0' || c > '9'; });
  return text;
}

class SheetDrawer {
 public:
  SheetDrawer(const Plan& plan, const Table& table, const Shape& shape)
      : plan_(plan), table_(table), shape_(shape), sheet_(std::string(shape.sheet)) {
    for (std::size_t i = 0; i < table.headers.size(); ++i) {
      const std::vector<std::string> parts = split(table.headers[i], '.');
      bases_.push_back(parts.front());
      keys_.push_back(parts.size() > 1 ? parts.back() : "");
    }
  }

  XlsxSheet draw() {
    sheet_.set_widths(widths());
    draw_titles();
    if (table_.spec->name == "budget_lines") {
      draw_sums_above();
    }
    draw_header();
    first_ = next_;
    for (std::size_t i = 0; i < table_.records.size(); ++i) {
      draw_record(i);
    }
    merge_down();
    draw_rows_left_behind();
    return std::move(sheet_);
  }

 private:
  [[nodiscard]] int columns() const { return static_cast<int>(bases_.size()); }

  [[nodiscard]] int column_of(std::string_view base) const {
    return 1 + static_cast<int>(std::ranges::find(bases_, base) - bases_.begin());
  }

  void draw_titles() {
    sheet_.text(1, 1, shape_.title, Look::title);
    sheet_.merge(1, 1, 1, columns());
    sheet_.text(2, 1, plan_.issuer.in("fr").text, Look::note);
    sheet_.merge(2, 1, 1, columns());
    next_ = sums_row;
  }

  /// The sums of the cost table stand above it, where they are seen first.
  void draw_sums_above() {
    const int amount = column_of("amount");
    const int total = column_of("total");
    sheet_.text(next_, 1, "TOTAL du tableau des coûts", Look::sum_label);
    for (int column = 2; column < amount; ++column) {
      sheet_.empty(next_, column, Look::sum_label);
    }
    const int first = next_ + 4;
    for (int column = amount; column <= total; ++column) {
      sheet_.formula(next_, column, "SUM(" + main_rows(column, first) + ")",
                     std::to_string(main_sum(column)), Look::sum);
    }
    sheet_.merge(next_, 1, 1, amount - 1);
    next_ += 2;
  }

  /// The cells of one column in the cost table, which begins in row `first`.
  [[nodiscard]] std::string main_rows(int column, int first) const {
    const auto count = std::ranges::count_if(table_.records,
                                             [](const Record& r) { return r.word("set").empty(); });
    return cell_name(first, column) + ":" + cell_name(first + static_cast<int>(count) - 1, column);
  }

  [[nodiscard]] long long main_sum(int column) const {
    long long sum = 0;
    for (const Record& record : table_.records) {
      if (record.word("set").empty()) {
        sum += amount_in(record, column);
      }
    }
    return sum;
  }

  static std::string typed_in(const Record& record, int column) {
    const auto cell =
        std::ranges::find_if(record.cells, [&](const Cell& one) { return one.field == column; });
    return cell == record.cells.end() ? "" : cell->typed;
  }

  static long long amount_in(const Record& record, int column) {
    const std::string text = digits(typed_in(record, column));
    return text.empty() ? 0 : std::stoll(text);
  }

  void draw_header() {
    const bool has_groups =
        std::ranges::any_of(keys_, [](const std::string& key) { return !key.empty(); });
    for (int column = 1; column <= columns(); ++column) {
      const std::string& base = bases_[static_cast<std::size_t>(column) - 1];
      const bool begins = column == 1 || bases_[static_cast<std::size_t>(column) - 2] != base;
      if (begins) {
        sheet_.text(next_, column, heading(table_.spec->name, base), Look::head);
        merge_heading(column, base, has_groups);
      } else {
        sheet_.empty(next_, column, Look::head);
      }
    }
    for (int column = 1; has_groups && column <= columns(); ++column) {
      draw_key(column, keys_[static_cast<std::size_t>(column) - 1]);
    }
    next_ += has_groups ? 2 : 1;
    sheet_.freeze(next_ - 1);
  }

  void merge_heading(int column, const std::string& base, bool has_groups) {
    const int wide = static_cast<int>(std::ranges::count(bases_, base));
    if (wide > 1) {
      sheet_.merge(next_, column, 1, wide);
    } else if (has_groups) {
      sheet_.merge(next_, column, 2, 1);
    }
  }

  void draw_key(int column, const std::string& key) {
    if (key.empty()) {
      sheet_.empty(next_ + 1, column, Look::head);
    } else if (digits(key) == key) {
      sheet_.number(next_ + 1, column, key, Look::head);  // a year is a number in a sheet
    } else {
      sheet_.text(next_ + 1, column, key, Look::head);
    }
  }

  void draw_record(std::size_t index) {
    const Record& record = table_.records[index];
    for (int column = 1; column <= columns(); ++column) {
      const std::string typed = typed_in(record, column);
      if (typed.empty() || is_covered(index, column)) {
        sheet_.empty(next_, column, Look::text);
      } else {
        draw_cell(record, column, typed);
      }
    }
    ++next_;
  }

  void draw_cell(const Record& record, int column, const std::string& typed) {
    const ColumnSpec* const spec =
        find_column(*table_.spec, bases_[static_cast<std::size_t>(column) - 1]);
    if (spec->type == ColumnType::money) {
      draw_amount(record, column, typed);
    } else if (spec->type == ColumnType::choice) {
      sheet_.text(next_, column, french_choice(typed), Look::text);
    } else if (digits(typed) == typed) {
      sheet_.number(next_, column, typed, Look::text);  // an order, a year
    } else {
      sheet_.text(next_, column, typed, Look::text);
    }
  }

  /// Amounts were typed by several hands: some as numbers, some as texts with spaces of three
  /// kinds.
  void draw_amount(const Record& record, int column, const std::string& typed) {
    const bool is_budget = table_.spec->name == "budget_lines";
    if (is_budget && record.id.starts_with("A2")) {
      sheet_.text(next_, column, spaced(typed, hard_space), Look::amount_as_text);
    } else if (is_budget && record.id.starts_with("A4")) {
      sheet_.text(next_, column, spaced(typed, narrow_space), Look::amount_as_text);
    } else if (table_.spec->name == "contributions") {
      sheet_.text(next_, column, typed, Look::amount_as_text);
    } else if (const std::string sum = formula_of(record, column); !sum.empty()) {
      sheet_.formula(next_, column, sum, digits(typed), Look::amount);
    } else {
      sheet_.number(next_, column, digits(typed), Look::amount);
    }
  }

  /// Declared totals point at the sums of the budget. A line of it is the sum of its years where
  /// the source prints that sum; where it prints another, someone typed over the formula. Empty for
  /// none.
  [[nodiscard]] std::string formula_of(const Record& record, int column) const {
    if (table_.spec->name == "declared_totals" && record.word("of").empty()) {
      return "Budget!" + cell_name(sums_row, column_of_sum(record.word("period")));
    }
    if (table_.spec->name != "budget_lines" || column != column_of("total") ||
        !record.word("set").empty()) {
      return {};
    }
    const int first = column_of("amount");
    long long sum = 0;
    for (int year = first; year < column; ++year) {
      sum += amount_in(record, year);
    }
    return sum == amount_in(record, column)
               ? "SUM(" + cell_name(next_, first) + ":" + cell_name(next_, column - 1) + ")"
               : "";
  }

  /// The column of the budget that a total of the whole plan adds up.
  [[nodiscard]] int column_of_sum(const std::string& period) const {
    const auto& headers = plan_.tables.at("budget_lines").headers;
    const std::string header = period.empty() ? "total" : "amount." + period;
    return 1 + static_cast<int>(std::ranges::find(headers, header) - headers.begin());
  }

  /// True when the row above holds the same in this column and in those merged before it.
  [[nodiscard]] bool is_covered(std::size_t index, int column) const {
    const auto& merged = shape_.merged;
    const auto own = std::ranges::find(merged, bases_[static_cast<std::size_t>(column) - 1]);
    if (index == 0 || own == merged.end()) {
      return false;
    }
    return std::all_of(merged.begin(), own + 1, [&](std::string_view base) {
      const std::string here = typed_in(table_.records[index], column_of(base));
      return !here.empty() && here == typed_in(table_.records[index - 1], column_of(base));
    });
  }

  void merge_down() {
    for (const std::string_view base : shape_.merged) {
      const int column = column_of(base);
      for (std::size_t i = 0; i < table_.records.size();) {
        std::size_t end = i + 1;
        while (end < table_.records.size() && is_covered(end, column)) {
          ++end;
        }
        if (end - i > 1) {
          sheet_.merge(first_ + static_cast<int>(i), column, static_cast<int>(end - i), 1);
        }
        i = end;
      }
    }
  }

  /// Borders that go on below the table, and a space that someone typed.
  void draw_rows_left_behind() {
    for (int row = 0; row < 5; ++row) {
      for (int column = 1; column <= columns(); ++column) {
        if (row == 2 && column == 2) {
          sheet_.text(next_, column, " ", Look::text);
        } else {
          sheet_.empty(next_, column, Look::text);
        }
      }
      ++next_;
    }
  }

  [[nodiscard]] std::vector<int> widths() const {
    std::vector<int> all;
    for (const std::string& base : bases_) {
      const ColumnSpec* const spec = find_column(*table_.spec, base);
      const bool is_year = spec->spread == Spread::by_period && spec->type != ColumnType::money;
      all.push_back(spec->spread == Spread::by_language ? 40 : is_year ? 6 : 17);
    }
    return all;
  }

  const Plan& plan_;
  const Table& table_;
  const Shape& shape_;
  XlsxSheet sheet_;
  std::vector<std::string> bases_;  ///< by column: its name …
  std::vector<std::string> keys_;   ///< … and its language or period
  int next_ = 1;
  int first_ = 0;
};

XlsxSheet cover(const Plan& plan) {
  XlsxSheet sheet("Page de garde");
  sheet.set_widths({120});
  sheet.text(2, 1, plan.country.in("fr").text, Look::note);
  sheet.text(3, 1, plan.issuer.in("fr").text, Look::note);
  sheet.text(5, 1, plan.title.in("fr").text, Look::title);
  sheet.text(7, 1, "Une feuille par tableau ; les montants sont en francs CFA.", Look::note);
  return sheet;
}

/// Sums that someone made on the way and hid, one of them broken since.
XlsxSheet hidden_sums() {
  XlsxSheet sheet("Calculs");
  sheet.set_widths({45, 17});
  sheet.text(1, 1, "Ne pas supprimer", Look::note);
  sheet.text(2, 1, "Écart entre les deux chiffrages (millions)", Look::text);
  sheet.formula(2, 2, "51750-51180", "570", Look::sum);
  sheet.text(3, 1, "Ancien total", Look::text);
  sheet.formula(3, 2, "SUM(#REF!)", "#REF!", Look::sum, true);
  sheet.hide();
  return sheet;
}

}  // namespace

std::vector<office::Part> ministry_workbook(const Plan& plan) {
  std::vector<XlsxSheet> sheets = {cover(plan)};
  for (const Shape& shape : shapes()) {
    if (const auto table = plan.tables.find(shape.table); table != plan.tables.end()) {
      sheets.push_back(SheetDrawer(plan, table->second, shape).draw());
    }
  }
  sheets.push_back(hidden_sums());
  return xlsx_parts(sheets);
}

}  // namespace rapporteur::test
