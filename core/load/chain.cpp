#include "load/chain.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <utility>

#include "load/faults.hpp"

namespace rapporteur::load {
namespace {

std::string roman(int number) {
  constexpr std::array<std::pair<int, std::string_view>, 13> signs = {{{1000, "M"},
                                                                       {900, "CM"},
                                                                       {500, "D"},
                                                                       {400, "CD"},
                                                                       {100, "C"},
                                                                       {90, "XC"},
                                                                       {50, "L"},
                                                                       {40, "XL"},
                                                                       {10, "X"},
                                                                       {9, "IX"},
                                                                       {5, "V"},
                                                                       {4, "IV"},
                                                                       {1, "I"}}};
  std::string text;
  for (const auto& [value, sign] : signs) {
    for (; number >= value; number -= value) {
      text += sign;
    }
  }
  return text;
}

/// A … Z, AA … as columns of a spreadsheet.
std::string lettered(int number, char first) {
  std::string text;
  for (; number > 0; number = (number - 1) / 26) {
    text.insert(text.begin(), static_cast<char>(first + (number - 1) % 26));
  }
  return text;
}

class Chain {
 public:
  Chain(Plan& plan, Diagnostics& diagnostics) : plan_(plan), diagnostics_(diagnostics) {}

  void build(const Table& table) {
    table_ = &table;
    for (std::size_t i = 0; i < table.records.size(); ++i) {
      add_node(table.records[i], i);
    }
    for (std::size_t i = 0; i < plan_.nodes.size(); ++i) {
      find_parent(i);
    }
    break_cycles();
    for (std::size_t i = 0; i < plan_.nodes.size(); ++i) {
      check_level(i);
      const auto parent = plan_.nodes[i].parent;
      (parent ? plan_.nodes[*parent].children : plan_.roots).push_back(i);
    }
    if (is_ordered_) {
      number(plan_.roots, "");  // no deeper than there are levels
    }
  }

 private:
  void add_node(const Record& record, std::size_t row) {
    if (record.id.empty()) {
      return;
    }
    Node node;
    node.id = record.id;
    node.title = record.text("title");
    node.origin = record.origin;
    node.record = row;
    node.level = record.word("level");
    node.code = record.word("code");
    by_id_.emplace(node.id, plan_.nodes.size());
    plan_.nodes.push_back(std::move(node));
  }

  [[nodiscard]] const Record& record_of(std::size_t node) const {
    return table_->records[plan_.nodes[node].record];
  }

  void find_parent(std::size_t i) {
    const auto found = by_id_.find(record_of(i).word("parent"));
    if (found != by_id_.end()) {
      plan_.nodes[i].parent = found->second;
    }
  }

  /// Follows each node upwards; a way that comes back to itself is a fault, reported once at its
  /// first row, and opened there.
  void break_cycles() {
    enum class State { unseen, on_way, done };
    std::vector<State> states(plan_.nodes.size(), State::unseen);
    for (std::size_t start = 0; start < plan_.nodes.size(); ++start) {
      std::vector<std::size_t> way;
      std::optional<std::size_t> at = start;
      while (at && states[*at] == State::unseen) {
        states[*at] = State::on_way;
        way.push_back(*at);
        at = plan_.nodes[*at].parent;
      }
      if (at && states[*at] == State::on_way) {
        const auto first = std::ranges::find(way, *at);
        report_cycle({first, way.end()});
      }
      for (const std::size_t node : way) {
        states[node] = State::done;
      }
    }
  }

  void report_cycle(const std::vector<std::size_t>& cycle) {
    const std::size_t first = *std::ranges::min_element(cycle);
    std::string ids;
    for (const std::size_t node : cycle) {
      ids += plan_.nodes[node].id + " → ";
    }
    ids += plan_.nodes[cycle.front()].id;
    report(diagnostics_, "node-cycle", parent_place(first),
           {{"node", plan_.nodes[first].id}, {"way", ids}});
    plan_.nodes[first].parent.reset();
  }

  [[nodiscard]] Origin parent_place(std::size_t node) const {
    const Record& record = record_of(node);
    const Cell* const cell = record.find("parent");
    return cell == nullptr ? record.origin : record.origin_of(*cell);
  }

  [[nodiscard]] std::size_t rank_of(std::string_view level) const {
    return static_cast<std::size_t>(std::ranges::find(plan_.levels, level, &Level::id) -
                                    plan_.levels.begin());
  }

  void check_level(std::size_t i) {
    const Node& node = plan_.nodes[i];
    const std::size_t unknown = plan_.levels.size();
    const std::size_t rank = rank_of(node.level);
    if (!node.parent) {
      const Cell* const typed = plan_.tables.at("nodes").records[node.record].find("parent");
      const bool names_one =
          typed != nullptr && !std::holds_alternative<std::monostate>(typed->value);
      const bool others_do = std::ranges::any_of(plan_.nodes, [&](const Node& other) {
        return other.level == node.level && other.parent;
      });
      if (rank != unknown && rank > 0 && !names_one && others_do) {
        is_ordered_ = false;
        report(diagnostics_, "level-without-parent", parent_place(i),
               {{"node", node.id}, {"level", node.level}, {"above", plan_.levels[rank - 1].id}});
      }
      return;
    }
    const Node& parent = plan_.nodes[*node.parent];
    const std::size_t above = rank_of(parent.level);
    if (rank != unknown && above != unknown && above >= rank) {
      is_ordered_ = false;
      report(diagnostics_, "level-order", parent_place(i),
             {{"node", node.id},
              {"level", node.level},
              {"parent", parent.id},
              {"above", parent.level}});
    }
  }

  /// Codes by order among the siblings of a level, behind the code of the parent: 1.2.3.
  void number(const std::vector<std::size_t>& siblings, const std::string& prefix) {
    std::map<std::string, int> counts;
    for (const std::size_t i : siblings) {
      Node& node = plan_.nodes[i];
      const int count = ++counts[node.level];
      if (node.code.empty()) {
        const std::size_t rank = rank_of(node.level);
        const std::string own =
            rank < plan_.levels.size() ? numbered(count, plan_.levels[rank].numbering) : "";
        node.code = own.empty() || prefix.empty() ? own : prefix + "." + own;
      }
      number(node.children, node.code.empty() ? prefix : node.code);
    }
  }

  Plan& plan_;
  Diagnostics& diagnostics_;
  const Table* table_ = nullptr;
  bool is_ordered_ = true;  ///< every node stands below one of a higher level
  std::unordered_map<std::string, std::size_t> by_id_;
};

}  // namespace

std::string numbered(int number, std::string_view numbering) {
  if (numbering == "I") {
    return roman(number);
  }
  if (numbering == "A" || numbering == "a") {
    return lettered(number, numbering.front());
  }
  return numbering == "1" ? std::to_string(number) : "";
}

void build_chain(Plan& plan, Diagnostics& diagnostics) {
  const auto table = plan.tables.find("nodes");
  if (table != plan.tables.end()) {
    Chain(plan, diagnostics).build(table->second);
  }
}

}  // namespace rapporteur::load
