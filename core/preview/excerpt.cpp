#include "preview/excerpt.hpp"

#include <algorithm>
#include <filesystem>

#include "base/files.hpp"
#include "base/text.hpp"
#include "load/csv.hpp"

namespace rapporteur::preview {

namespace {

constexpr int around = 3;
constexpr std::size_t most_rows = 60;
constexpr int rows_with_header = 20;  ///< of a sheet, as load/sheet.hpp looks for it
constexpr std::size_t longest_cell = 120;
constexpr std::size_t largest_file = std::size_t{16} << 20;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string shown(std::string_view text) {
  return shortened(strip_unprintable(text), longest_cell);
}

std::vector<std::string> shown(const std::vector<std::string>& fields) {
  std::vector<std::string> cells;
  cells.reserve(fields.size());
  for (const std::string& field : fields) {
    cells.push_back(shown(field));
  }
  return cells;
}

/// The rows of a file, whatever it is: the line on which row i begins, and its cells.
struct Rows {
  int count = 0;
  int first = 0;  ///< index of the first that is data
  std::function<int(int)> number;
  std::function<std::vector<std::string>(int)> cells;
};

void add_around(const Rows& rows, int wanted, Excerpt& excerpt) {
  int here = -1;
  for (int i = rows.first; i < rows.count && rows.number(i) <= wanted; ++i) {
    here = i;
  }
  if (here < 0) {
    return;
  }
  const int end = std::min(rows.count, here + around + 1);
  for (int i = std::max(rows.first, here - around); i < end; ++i) {
    excerpt.rows.push_back({rows.number(i), i == here, rows.cells(i)});
  }
}

void add_named(const Rows& rows, const std::vector<std::pair<int, int>>& ranges, Excerpt& excerpt) {
  for (int i = rows.first; i < rows.count; ++i) {
    const int number = rows.number(i);
    const bool is_named = std::ranges::any_of(
        ranges, [&](const auto& range) { return range.first <= number && number <= range.second; });
    if (is_named && excerpt.rows.size() >= most_rows) {
      ++excerpt.left_off;
    } else if (is_named) {
      excerpt.rows.push_back({number, true, rows.cells(i)});
    }
  }
}

void add_rows(const Rows& rows, const Place& place, Excerpt& excerpt) {
  if (place.rows.empty()) {
    add_around(rows, place.origin.row, excerpt);
  } else {
    add_named(rows, place.rows, excerpt);
  }
}

/// The column of a header by its name; 0 when there is none.
int column_named(const std::vector<std::string>& header, const std::string& name) {
  const std::string wanted = folded(name);
  for (std::size_t i = 0; i < header.size() && !wanted.empty(); ++i) {
    if (folded(header[i]) == wanted) {
      return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

Excerpt of_csv(const Place& place, std::string_view text) {
  Diagnostics unheard;  // the build tells them
  const auto rows = load::parse_csv(text, place.origin.file, unheard);
  Excerpt excerpt{.is_table = true, .column = place.origin.column};
  if (rows.empty()) {
    return excerpt;
  }
  excerpt.header = shown(rows[0].fields);
  if (excerpt.column == 0) {
    excerpt.column = column_named(rows[0].fields, place.origin.column_name);
  }
  const bool is_in_header = place.rows.empty() && place.origin.row <= rows[0].line;
  const auto row = [&](int i) -> const load::CsvRow& { return rows[static_cast<std::size_t>(i)]; };
  add_rows({static_cast<int>(rows.size()), is_in_header ? 0 : 1, [&](int i) { return row(i).line; },
            [&](int i) { return shown(row(i).fields); }},
           place, excerpt);
  return excerpt;
}

Excerpt of_lines(const Place& place, std::string_view text) {
  const auto lines = split(text, '\n');
  Excerpt excerpt{.column = place.origin.column};
  if (place.origin.row <= static_cast<int>(lines.size())) {
    add_rows({static_cast<int>(lines.size()), 0, [](int i) { return i + 1; },
              [&](int i) { return std::vector{shown(lines[static_cast<std::size_t>(i)])}; }},
             place, excerpt);
  }
  return excerpt;
}

std::vector<std::string> cells_of(const SheetRow& row) {
  std::vector<std::string> cells;
  cells.reserve(row.cells.size());
  for (const SheetCell& cell : row.cells) {
    cells.push_back(shown(cell.text));
  }
  return cells;
}

Excerpt of_sheet(const Place& place, const Workbook& workbook) {
  Excerpt excerpt{.is_table = true, .is_sheet = true, .column = place.origin.column};
  const auto sheet = std::ranges::find(workbook.sheets, place.origin.sheet, &Sheet::name);
  if (sheet == workbook.sheets.end()) {
    return excerpt;
  }
  const auto row = [&](int i) -> const SheetRow& {
    return sheet->rows[static_cast<std::size_t>(i)];
  };
  const int count = static_cast<int>(sheet->rows.size());
  for (int i = 0; i < count && i < rows_with_header && excerpt.column == 0; ++i) {
    excerpt.column = column_named(cells_of(row(i)), place.origin.column_name);
  }
  add_rows(
      {count, 0, [&](int i) { return row(i).number; }, [&](int i) { return cells_of(row(i)); }},
      place, excerpt);
  return excerpt;
}

}  // namespace

Excerpt excerpt_of(const Place& place, const FindWorkbook& find_workbook) {
  const Origin& origin = place.origin;
  if (!origin.sheet.empty()) {
    const Workbook* workbook = find_workbook(origin.file);
    return workbook == nullptr ? Excerpt{} : of_sheet(place, *workbook);
  }
  const auto bytes = read_file(origin.file, largest_file);
  if (!bytes || bytes->find('\0') != std::string::npos ||
      first_invalid_utf8(*bytes) != std::string_view::npos) {
    return {};
  }
  std::string_view text = *bytes;
  if (text.starts_with(byte_order_mark)) {
    text.remove_prefix(byte_order_mark.size());
  }
  return folded(std::filesystem::path(origin.file).extension().string()).ends_with("csv")
             ? of_csv(place, text)
             : of_lines(place, text);
}

json::Value to_json(const Excerpt& excerpt) {
  json::Value value = json::object();
  value.set("table", json::boolean(excerpt.is_table));
  value.set("sheet", json::boolean(excerpt.is_sheet));
  value.set("header", json::strings(excerpt.header));
  json::Value& rows = value.set("rows", json::array());
  for (const ExcerptRow& row : excerpt.rows) {
    json::Value& one = rows.push(json::object());
    one.set("number", json::number(row.number));
    one.set("here", json::boolean(row.is_here));
    one.set("cells", json::strings(row.cells));
  }
  value.set("column", json::number(excerpt.column));
  value.set("leftOff", json::number(excerpt.left_off));
  return value;
}

}  // namespace rapporteur::preview
