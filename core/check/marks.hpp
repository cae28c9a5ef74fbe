// The chronogram: in which periods each node is marked as carried out.
#pragma once

#include <vector>

#include "check/ledger.hpp"

namespace rapporteur::check {

enum class Mark { none, yes, unknown };

class Marks {
 public:
  explicit Marks(const Plan& plan);

  /// Of a period: its own mark, or that of one of its parts.
  [[nodiscard]] Mark of(std::size_t node, std::size_t period) const;
  [[nodiscard]] bool has_any(std::size_t node) const { return has_any_[node]; }
  [[nodiscard]] bool has_unknown(std::size_t node) const { return has_unknown_[node]; }
  /// Periods in which some node is marked, as indexes in order.
  [[nodiscard]] const std::vector<std::size_t>& used() const { return used_; }
  [[nodiscard]] Mark own(std::size_t node, std::size_t period) const {
    return marks_[node * periods_ + period];
  }
  /// The cell of a mark; its column in the node’s row when it is empty.
  [[nodiscard]] Origin origin(std::size_t node, std::size_t period) const;

 private:
  const Plan& plan_;
  std::size_t periods_;
  std::vector<Mark> marks_;  ///< node by node
  std::vector<bool> has_any_;
  std::vector<bool> has_unknown_;
  std::vector<std::size_t> used_;
  std::vector<std::vector<std::size_t>> parts_;
};

}  // namespace rapporteur::check
