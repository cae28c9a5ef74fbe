#include "check/rounding.hpp"

#include <algorithm>

namespace rapporteur::check {

bool Rounding::explains(std::int64_t difference) const {
  // Errors of half a unit each: twice the standard deviation of n of them is sqrt(n / 3) units.
  constexpr std::int64_t variance = 3;
  const std::int64_t units = (difference < 0 ? -difference : difference) / unit_;
  return rounded_ > 1 && (units <= 1 || units * units * variance <= rounded_);
}

std::int64_t printed_unit(const Ledger& ledger, std::string_view currency) {
  constexpr std::int64_t ten = 10;
  std::int64_t whole = 1;
  for (int i = 0; i < minor_digits(currency); ++i) {
    whole *= ten;
  }
  const auto is_whole = [&](const std::optional<Figure>& figure) {
    return !figure || figure->value % whole == 0;
  };
  const auto is_total_whole = [&](const std::optional<Footing::Declared>& declared) {
    return !declared || declared->figure.value % whole == 0;
  };
  const bool are_whole = std::ranges::all_of(ledger.entries,
                                             [&](const Entry& entry) {
                                               return is_whole(entry.total) &&
                                                      std::ranges::all_of(entry.amounts, is_whole);
                                             }) &&
                         std::ranges::all_of(ledger.footings, [&](const Footing& footing) {
                           return is_total_whole(footing.overall) &&
                                  std::ranges::all_of(footing.of_period, is_total_whole);
                         });
  return are_whole ? whole : 1;
}

}  // namespace rapporteur::check
