// Words of the findings on sums: which total it is, where it is printed, what adds up.
#pragma once

#include <string>

#include "check/ledger.hpp"

namespace rapporteur::check {

/// A total and what adds up below it, in minor units.
struct Compared {
  const Footing* footing = nullptr;
  const Period* period = nullptr;  ///< nullptr: all periods together
  const Footing::Declared* declared = nullptr;
  std::int64_t computed = 0;
  int missing = 0;
};

class SumWords {
 public:
  SumWords(const Plan& plan, const Ledger& ledger) : plan_(plan), ledger_(ledger) {}

  /// Id of a finding on this total.
  [[nodiscard]] const char* id_of(const Footing& footing) const;
  [[nodiscard]] Finding of_row(const char* id, const Entry& entry, const Held& computed) const;
  [[nodiscard]] Finding of_total(const char* id, const Compared& compared) const;
  [[nodiscard]] Related consequence(const Compared& compared) const;
  /// Turns a finding on a row whose column disagrees by as much into one on the cell of both.
  void make_cell(Finding& row, const Entry& entry, std::size_t period, std::int64_t gap,
                 const Finding& column) const;

 private:
  void describe(Arguments& args, const Compared& compared) const;
  void add_figures(Finding& finding, std::int64_t declared, std::int64_t computed,
                   int missing) const;
  void add_ledger(Arguments& args) const;
  [[nodiscard]] std::string parts_of(const Entry& entry, std::string_view language) const;
  [[nodiscard]] LocalText title_of_row(const Entry& entry) const;
  [[nodiscard]] std::string label_of(const Filter& filter, std::string_view language) const;
  [[nodiscard]] Money money(std::int64_t minor) const { return {minor, plan_.currency}; }

  const Plan& plan_;
  const Ledger& ledger_;
};

/// Name of an organisation, short where it has one; the id when there is none.
[[nodiscard]] std::string organisation_name(const Plan& plan, std::string_view id,
                                            std::string_view language);

}  // namespace rapporteur::check
