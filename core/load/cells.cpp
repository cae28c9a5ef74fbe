#include "load/cells.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "load/dates.hpp"
#include "load/faults.hpp"
#include "load/numbers.hpp"

namespace rapporteur::load {
namespace {

constexpr int max_decimals = 9;

bool is_free_text(ColumnType type) {
  return type == ColumnType::id || type == ColumnType::code || type == ColumnType::text ||
         type == ColumnType::path;
}

/// How the plan's numbers are typed, as a word for the messages.
std::string style_name(const NumberStyle& style) {
  if (style.groups.empty()) {
    return "none";
  }
  const std::string& group = style.groups.front();
  return group == " " ? "space" : group == "." ? "point" : group == "," ? "comma" : "apostrophe";
}

class CellParser {
 public:
  CellParser(const Record& record, const Cell& cell, const Plan& plan, Diagnostics& diagnostics)
      : record_(record),
        cell_(cell),
        column_(*cell.column),
        text_(cell.typed),
        plan_(plan),
        diagnostics_(diagnostics) {}

  std::optional<CellValue> parse() {
    switch (column_.type) {
      case ColumnType::id:
      case ColumnType::reference:
      case ColumnType::code:
      case ColumnType::text:
      case ColumnType::value:
      case ColumnType::path:
        return CellValue(printable_cell(text_));
      case ColumnType::integer:
      case ColumnType::decimal:
        return number();
      case ColumnType::money:
        return money();
      case ColumnType::boolean:
        return boolean();
      case ColumnType::date:
        return date();
      case ColumnType::choice:
        return choice();
      case ColumnType::list:
      case ColumnType::references:
        return list();
      case ColumnType::period:
        return period();
    }
    return std::nullopt;
  }

 private:
  std::nullopt_t fault(std::string id, Arguments args, std::string suggestion = {}) {
    args.emplace_back("text", text_);
    args.emplace_back("column", cell_.header);
    report(diagnostics_, std::move(id), record_.origin_of(cell_), std::move(args),
           std::move(suggestion));
    return std::nullopt;
  }

  std::optional<CellValue> number() {
    const int decimals = column_.type == ColumnType::integer ? 0 : max_decimals;
    const auto number = parse_number(text_, plan_.numbers, decimals);
    if (const auto* bad = std::get_if<NumberFault>(&number)) {
      switch (*bad) {
        case NumberFault::not_a_number:
          return fault("number-not-a-number", style(decimals));
        case NumberFault::too_many_decimals:
          return fault("number-decimals", {{"decimals", std::int64_t{decimals}}});
        case NumberFault::too_large:
          return fault("number-too-large", {});
      }
    }
    const auto& decimal = std::get<Decimal>(number);
    return column_.type == ColumnType::integer ? CellValue(decimal.digits) : CellValue(decimal);
  }

  std::optional<CellValue> money() {
    if (plan_.currency.empty()) {
      return CellValue(std::monostate());  // currency-missing is said once, for the whole plan
    }
    const auto amount = parse_money(text_, plan_.numbers, plan_.currency);
    if (const auto* bad = std::get_if<NumberFault>(&amount)) {
      const int decimals = minor_digits(plan_.currency);
      switch (*bad) {
        case NumberFault::not_a_number:
          return fault("amount-not-a-number", style(decimals));
        case NumberFault::too_many_decimals:
          return fault("amount-decimals", {{"currency", plan_.currency},
                                           {"decimals", std::int64_t{decimals}},
                                           {"example", example_of(plan_.numbers, decimals)}});
        case NumberFault::too_large:
          return fault("amount-too-large", {});
      }
    }
    return CellValue(std::get<Money>(amount));
  }

  [[nodiscard]] Arguments style(int decimals) const {
    return {{"style", style_name(plan_.numbers)},
            {"example", example_of(plan_.numbers, std::min(decimals, 2))}};
  }

  std::optional<CellValue> boolean() {
    if (const auto answer = parse_boolean(text_)) {
      return CellValue(*answer);
    }
    return fault("boolean-invalid", {});
  }

  std::optional<CellValue> date() {
    if (const auto date = parse_typed_date(text_, plan_.dates)) {
      return CellValue(*date);
    }
    return fault("date-invalid", {});
  }

  std::optional<CellValue> choice() {
    const std::string word = folded(text_);
    std::vector<std::string> spellings;
    std::vector<std::string> known;
    for (const std::string& choice : split(column_.choices, '|')) {
      const std::vector<std::string> names = split(choice, '=');
      if (std::ranges::find(names, word) != names.end()) {
        return CellValue(names.front());
      }
      known.push_back(names.size() > 1 ? names[0] + " (" + names[1] + ")" : names[0]);
      spellings.insert(spellings.end(), names.begin(), names.end());
    }
    return fault("choice-invalid", {{"known", joined(known)}}, nearest(text_, spellings));
  }

  std::optional<CellValue> period() {
    std::vector<std::string> ids;
    for (const Period& period : plan_.periods) {
      if (folded(period.id) == folded(text_)) {
        return CellValue(period.id);
      }
      ids.push_back(period.id);
    }
    return fault("period-unknown", {{"known", joined(ids)}}, nearest(text_, ids));
  }

  std::optional<CellValue> list() {
    std::vector<std::string> items;
    for (const std::string& line : split(text_, '\n')) {
      for (const std::string& part : split(line, ';')) {
        if (std::string item = trimmed(printable_cell(part)); !item.empty()) {
          items.push_back(std::move(item));
        }
      }
    }
    return CellValue(std::move(items));
  }

  const Record& record_;
  const Cell& cell_;
  const ColumnSpec& column_;
  const std::string& text_;
  const Plan& plan_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::optional<CellValue> parse_cell(const Record& record, const Cell& cell, const Plan& plan,
                                    Diagnostics& diagnostics) {
  if (!is_free_text(cell.column->type) && !plan.missing.empty()) {
    const auto missing = plan.missing.find(cell.typed);
    if (missing != plan.missing.end()) {
      return CellValue(missing->second);
    }
  }
  return CellParser(record, cell, plan, diagnostics).parse();
}

std::optional<bool> parse_boolean(std::string_view text) {
  constexpr std::array<std::string_view, 8> yes = {"yes", "oui", "true", "vrai",
                                                   "1",   "x",   "y",    "o"};
  constexpr std::array<std::string_view, 6> no = {"no", "non", "false", "faux", "0", "n"};
  const std::string word = folded(text);
  if (std::ranges::find(yes, word) != yes.end()) {
    return true;
  }
  if (std::ranges::find(no, word) != no.end()) {
    return false;
  }
  return std::nullopt;
}

std::string trimmed_cell(const std::string& text) {
  const auto is_plain = [](char c) { return c > ' ' && c < '\x7F'; };
  const bool is_clean = text.empty() || (is_plain(text.front()) && is_plain(text.back()));
  return is_clean ? text : trimmed(text);
}

std::string printable_cell(const std::string& text) {
  // In UTF-8, private-use characters and U+FFFE begin with EE, EF, F3 or F4.
  const bool is_clean = std::ranges::all_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte != 0xEE && byte != 0xEF && byte < 0xF3;
  });
  return is_clean ? text : strip_unprintable(text);
}

}  // namespace rapporteur::load
