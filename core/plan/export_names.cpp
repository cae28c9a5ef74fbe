#include "plan/export_names.hpp"

#include <algorithm>
#include <type_traits>

namespace rapporteur {
namespace {

constexpr std::string_view by_period = "_by_period";

bool has_two_forms(const TableSpec& table, const ColumnSpec& column) {
  return std::ranges::any_of(table.columns, [&](const ColumnSpec& other) {
    return &other != &column && other.name == column.name;
  });
}

}  // namespace

std::string export_name(const TableSpec& table, const ColumnSpec& column) {
  std::string name(column.name);
  if (column.spread == Spread::by_period && has_two_forms(table, column)) {
    name += by_period;
  }
  return name;
}

const ColumnSpec* exported_column(const TableSpec& table, std::string_view name) {
  const auto found = std::ranges::find_if(table.columns, [&](const ColumnSpec& column) {
    return name.starts_with(column.name) && export_name(table, column) == name;
  });
  return found == table.columns.end() ? nullptr : &*found;
}

std::string header_of(const ColumnSpec& column, std::string_view key) {
  std::string header(column.name);
  return key.empty() ? header : header.append(".").append(key);
}

std::string exact_text(const Money& money) {
  return to_string(Decimal{money.minor, minor_digits(money.currency)});
}

std::string exact_text(const CellValue& value) {
  return std::visit(
      [](const auto& held) -> std::string {
        using T = std::decay_t<decltype(held)>;
        if constexpr (std::is_same_v<T, std::string>) {
          return held;
        } else if constexpr (std::is_same_v<T, std::int64_t>) {
          return std::to_string(held);
        } else if constexpr (std::is_same_v<T, bool>) {
          return held ? "true" : "false";
        } else if constexpr (std::is_same_v<T, Money>) {
          return exact_text(held);
        } else if constexpr (std::is_same_v<T, Decimal> || std::is_same_v<T, Date>) {
          return to_string(held);
        } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
          std::string text;
          for (const std::string& item : held) {
            text.append(text.empty() ? "" : "\n").append(item);
          }
          return text;
        } else {
          return {};
        }
      },
      value);
}

}  // namespace rapporteur
