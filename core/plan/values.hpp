// The exact values a plan is made of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rapporteur {

/// Six different things, none of them 0.
enum class Missing { empty, not_applicable, not_measured, no_data, pending, nothing_to_report };

/// Stable name of a kind of missing ("not_applicable"), as written in plan.yaml.
[[nodiscard]] std::string_view name_of(Missing missing);
/// And back. Nothing when there is no such kind.
[[nodiscard]] std::optional<Missing> missing_named(std::string_view name);

/// An exact decimal number: digits × 10^-scale. 39.18 is {3918, 2}.
struct Decimal {
  std::int64_t digits = 0;
  int scale = 0;
  bool operator==(const Decimal&) const = default;
};
[[nodiscard]] std::string to_string(const Decimal& value);  ///< "39.18": point, no grouping

/// An amount in minor units of a currency (ISO 4217): {1200000000, "XOF"} is 1.2 milliard F CFA
/// (XOF has no minor unit), {1234, "USD"} is 12.34 dollars.
struct Money {
  std::int64_t minor = 0;
  std::string currency;
  bool operator==(const Money&) const = default;
};

/// Number of decimals of a currency's minor unit (ISO 4217): XOF 0, USD 2; 2 when unknown.
[[nodiscard]] int minor_digits(std::string_view currency);

/// Largest absolute amount in minor units that a cell may hold: sums of a whole plan stay exact.
inline constexpr std::int64_t max_amount = 1'000'000'000'000'000;

/// a + b of one currency. Throws std::logic_error on two currencies, std::overflow_error on
/// overflow.
[[nodiscard]] Money add(const Money& a, const Money& b);

struct Date {
  int year = 0;
  int month = 0;  ///< 1–12; 0 = only the year is known
  int day = 0;    ///< 1–31; 0 = only month and year are known
  bool operator==(const Date&) const = default;
};
/// Reads 2012, 2012-03, 2012-03-31. Nothing when it is no such date of the calendar.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
[[nodiscard]] std::string to_string(const Date& date);  ///< ISO, as parse_date reads

}  // namespace rapporteur
