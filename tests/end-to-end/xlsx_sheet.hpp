// One sheet of an XLSX, cell by cell, and the package around the sheets.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "office/package.hpp"

namespace rapporteur::test {

/// Indexes into the cell formats of xlsx_parts().
enum class Look { plain, title, note, head, text, amount, amount_as_text, sum, sum_label };

class XlsxSheet {
 public:
  explicit XlsxSheet(std::string name) : name_(std::move(name)) {}

  /// Rows must be filled from the top, cells of a row from the left.
  void text(int row, int column, std::string_view text, Look look);
  /// `number` as XML writes it: digits, a point.
  void number(int row, int column, std::string_view number, Look look);
  /// A formula and the value that was saved with it.
  void formula(int row, int column, std::string_view formula, std::string_view saved, Look look,
               bool is_error = false);
  void empty(int row, int column, Look look);
  void merge(int row, int column, int rows, int columns);
  void hide() { is_hidden_ = true; }
  /// In characters, from column A. Set first: rows are as high as their texts then need.
  void set_widths(std::vector<int> widths) { widths_ = std::move(widths); }
  /// Rows that stay in place when the sheet is scrolled.
  void freeze(int rows) { frozen_ = rows; }

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] bool is_hidden() const { return is_hidden_; }
  [[nodiscard]] std::string xml() const;

 private:
  struct Row {
    int number = 0;
    int lines = 1;
    std::string cells;
  };

  void cell(int row, int column, Look look, std::string_view type, std::string_view content);
  [[nodiscard]] int lines_of(int column, std::string_view text, Look look) const;
  [[nodiscard]] std::string rows_xml() const;

  std::string name_;
  std::vector<Row> rows_;
  std::vector<std::string> merges_;
  std::vector<int> widths_;
  int frozen_ = 0;
  bool is_hidden_ = false;
};

[[nodiscard]] std::vector<office::Part> xlsx_parts(const std::vector<XlsxSheet>& sheets);

}  // namespace rapporteur::test
