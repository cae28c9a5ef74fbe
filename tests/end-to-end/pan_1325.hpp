// The budget of the plan as its source prints it, in millions of F CFA: the oracle of the tests.
// Every amount of the source is a whole number of millions.
#pragma once

#include <array>
#include <string>
#include <vector>

namespace rapporteur::test {

constexpr int none = -1;  ///< no amount printed

struct Activity {
  std::array<int, 3> years;
  int total;
};

struct Axis {
  std::vector<Activity> activities;
  std::array<int, 3> years;  ///< sums of the years: the source lacks them
  int declared;
};

inline const std::vector<Axis>& axes() {
  static const std::vector<Axis> all = {
      {{{{12, none, none}, 12},
        {{75, none, none}, 75},
        {{35, none, none}, 35},
        {{none, 15, 15}, 30}},
       {122, 15, 15},
       152},
      {{{{20, 20, 15}, 55},
        {{15, 15, none}, 30},
        {{24, 15, 10}, 49},
        {{60, 20, 10}, 90},
        {{10, 5, 5}, 20},
        {{70, none, none}, 70},
        {{none, none, none}, none},
        {{none, 15, none}, 15}},
       {199, 90, 40},
       329},
      {{{{15, 15, none}, 30},
        {{none, 12, none}, 12},
        {{none, 17, none}, 17},
        {{none, 2, none}, 2},
        {{2, 2, 2}, 6},
        {{none, 25, 25}, 50},
        {{3, 3, 3}, 9}},
       {20, 76, 30},
       126},
      {{{{35, 35, 20}, 95}, {{75, 35, 20}, 130}, {{75, 55, 25}, 155}, {{none, none, 120}, 120}},
       {185, 125, 185},
       500},
      {{{{5, 5, 5}, 15},
        {{5, 5, 5}, 15},
        {{3, 3, 3}, 9},
        {{10, none, none}, 10},
        {{15, 15, 15}, 45},
        {{8, 8, 8}, 24},
        {{2, 2, 2}, 6},
        {{none, none, none}, none},
        {{none, none, none}, none},
        {{15, 15, 15}, 45}},
       {63, 53, 53},
       169},
  };
  return all;
}
constexpr std::array<int, 3> grand_years = {589, 359, 323};
constexpr int grand_declared = 1276;

/// "12 000 000" (narrow no-break spaces) or "12,000,000"; "–" for no amount.
inline std::string printed(int millions, const std::string& language) {
  if (millions == none) {
    return "–";
  }
  const std::string group = language == "fr" ? "\u202F" : ",";
  std::string digits = std::to_string(millions);
  if (digits.size() > 3) {
    digits.insert(digits.size() - 3, group);
  }
  return digits + group + "000" + group + "000";
}

}  // namespace rapporteur::test
