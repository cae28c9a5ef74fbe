#include "check/nesting.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace rapporteur::check {
namespace {

class Nester {
 public:
  Nester(const Plan& plan, const Ledger& ledger) : plan_(plan), ledger_(ledger) {
    nesting_.places.resize(ledger.footings.size());
    nesting_.above_row.assign(ledger.entries.size(), Nesting::none);
    top_.assign(ledger.entries.size(), Nesting::none);
  }

  Nesting make() {
    find_plain();
    std::vector<std::size_t> crossing;
    for (const std::size_t footing : sorted()) {
      if (cuts_plain(footing) || !insert(footing)) {
        crossing.push_back(footing);
      }
    }
    for (const std::size_t footing : crossing) {
      nesting_.places[footing].loose = rows(footing);
      nesting_.order.push_back(footing);
    }
    return std::move(nesting_);
  }

 private:
  [[nodiscard]] const std::vector<std::size_t>& rows(std::size_t footing) const {
    return ledger_.footings[footing].rows;
  }

  /// Smaller before larger; of those over the same rows, the more special first.
  [[nodiscard]] std::vector<std::size_t> sorted() const {
    std::vector<std::size_t> order(ledger_.footings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t footing) { return rows(footing).empty(); });
    std::ranges::sort(order, {}, [&](std::size_t footing) {
      const Filter& filter = ledger_.footings[footing].filter;
      int depth = 0;
      for (auto node = filter.node; node; node = plan_.nodes[*node].parent) {
        --depth;
      }
      return std::tuple(rows(footing).size(), filter.is_plain() ? 1 : 0, depth, footing);
    });
    return order;
  }

  void find_plain() {
    for (std::size_t i = 0; i < ledger_.footings.size(); ++i) {
      if (ledger_.footings[i].filter.is_plain() && ledger_.footings[i].filter.node) {
        of_node_.emplace(*ledger_.footings[i].filter.node, i);
      }
    }
  }

  /// A share by category, agency, donor or fund that has a part of a node’s total, and more.
  [[nodiscard]] bool cuts_plain(std::size_t footing) const {
    if (ledger_.footings[footing].filter.is_plain()) {
      return false;
    }
    std::unordered_map<std::size_t, std::size_t> shared;
    for (const std::size_t row : rows(footing)) {
      for (auto node = ledger_.entries[row].node; node; node = plan_.nodes[*node].parent) {
        if (const auto found = of_node_.find(*node); found != of_node_.end()) {
          ++shared[found->second];
        }
      }
    }
    return std::ranges::any_of(shared, [&](const auto& one) {
      return one.second < rows(one.first).size() && one.second < rows(footing).size();
    });
  }

  bool insert(std::size_t footing) {
    std::vector<std::size_t> inside;
    std::vector<std::size_t> loose;
    std::unordered_map<std::size_t, std::size_t> shared;
    for (const std::size_t row : rows(footing)) {
      if (top_[row] == Nesting::none) {
        loose.push_back(row);
      } else if (++shared[top_[row]] == 1) {
        inside.push_back(top_[row]);
      }
    }
    for (const std::size_t below : inside) {
      if (shared[below] != rows(below).size()) {
        return false;
      }
    }
    for (const std::size_t below : inside) {
      nesting_.places[below].above = footing;
    }
    for (const std::size_t row : loose) {
      nesting_.above_row[row] = footing;
    }
    for (const std::size_t row : rows(footing)) {
      top_[row] = footing;
    }
    nesting_.places[footing].inside = std::move(inside);
    nesting_.places[footing].loose = std::move(loose);
    nesting_.order.push_back(footing);
    return true;
  }

  const Plan& plan_;
  const Ledger& ledger_;
  Nesting nesting_;
  std::vector<std::size_t> top_;  ///< the largest footing so far over each row
  std::unordered_map<std::size_t, std::size_t> of_node_;
};

}  // namespace

Nesting nest(const Plan& plan, const Ledger& ledger) {
  return Nester(plan, ledger).make();
}

}  // namespace rapporteur::check
