#include "load/references.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/text.hpp"
#include "load/faults.hpp"

namespace rapporteur::load {
namespace {

/// What may be typed -> the id that it means.
using Names = std::unordered_map<std::string, std::string>;

/// A search for the nearest name compares with all of them: in a large table, only for the first
/// faults.
constexpr std::size_t small_table = 300;
constexpr int most_searches = 20;

class Resolver {
 public:
  Resolver(Plan& plan, const std::set<std::string>& unsure, Diagnostics& diagnostics)
      : plan_(plan), unsure_(unsure), diagnostics_(diagnostics) {
    for (const auto& [name, table] : plan.tables) {
      Names& names = names_[name];
      for (const Record& record : table.records) {
        if (!record.id.empty()) {
          names.emplace(record.id, record.id);
        }
      }
    }
    for (const Level& level : plan.levels) {
      names_["levels"].emplace(level.id, level.id);
    }
    for (const Scale& scale : plan.scales) {
      names_["scales"].emplace(scale.id, scale.id);
    }
    add_organisation_names();
    add_indicator_codes();
  }

  void resolve() {
    for (auto& [name, table] : plan_.tables) {
      for (Record& record : table.records) {
        for (Cell& cell : record.cells) {
          resolve_cell(table, record, cell);
        }
      }
    }
    for (auto& [target, fault] : missing_) {
      diagnostics_.add(std::move(fault));
    }
  }

 private:
  void add_organisation_names() {
    const auto table = plan_.tables.find("organisations");
    if (table == plan_.tables.end()) {
      return;
    }
    Names& names = names_["organisations"];
    for (const Record& record : table->second.records) {
      for (const Cell& cell : record.cells) {
        const auto* const text = std::get_if<std::string>(&cell.value);
        const auto* const list = std::get_if<std::vector<std::string>>(&cell.value);
        if (cell.column->name == "short" && text != nullptr) {
          names.emplace(*text, record.id);
        } else if (cell.column->name == "aliases" && list != nullptr) {
          for (const std::string& alias : *list) {
            names.emplace(alias, record.id);
          }
        }
      }
    }
  }

  /// A code that only one indicator has names it too.
  void add_indicator_codes() {
    const auto table = plan_.tables.find("indicators");
    if (table == plan_.tables.end()) {
      return;
    }
    std::map<std::string, int> counts;
    for (const Record& record : table->second.records) {
      ++counts[record.word("code")];
    }
    for (const Record& record : table->second.records) {
      if (const std::string code = record.word("code"); !code.empty() && counts[code] == 1) {
        names_["indicators"].emplace(code, record.id);
      }
    }
  }

  void resolve_cell(const Table& table, const Record& record, Cell& cell) {
    const bool is_list = cell.column->type == ColumnType::references;
    if (!is_list && cell.column->type != ColumnType::reference) {
      return;
    }
    const std::vector<const Names*> targets = targets_of(table, cell);
    if (targets.empty()) {
      return;
    }
    if (auto* const one = std::get_if<std::string>(&cell.value)) {
      resolve_name(record, cell, *one, targets);
    } else if (auto* const many = std::get_if<std::vector<std::string>>(&cell.value)) {
      for (std::string& name : *many) {
        resolve_name(record, cell, name, targets);
      }
    }
  }

  /// The names that a column may hold; none when they cannot be checked.
  std::vector<const Names*> targets_of(const Table& table, const Cell& cell) {
    std::vector<const Names*> targets;
    for (const std::string& target : split(cell.column->target, '|')) {
      if (unsure_.contains(target)) {
        return {};
      }
      if (const auto names = names_.find(target); names != names_.end()) {
        targets.push_back(&names->second);
      }
    }
    const std::string target(cell.column->target);
    if (targets.empty() && target != "organisations" &&
        reported_
            .insert(table.origin.file + "/" + table.origin.sheet + "/" +
                    std::string(cell.column->name))
            .second) {
      Origin place = table.origin;
      place.column = cell.field;
      place.column_name = cell.header;
      const bool in_yaml = target == "levels" || target == "scales";
      const Arguments args = {{"table", target}, {"column", cell.header}};
      const auto [missing, is_new] = missing_.try_emplace(
          target, Diagnostic{.id = in_yaml ? "plan-list-missing" : "table-missing",
                             .origin = place,
                             .args = args});
      if (!is_new) {
        missing->second.related.push_back({.key = "also", .args = args, .origin = place});
      }
    }
    return targets;
  }

  void resolve_name(const Record& record, const Cell& cell, std::string& name,
                    const std::vector<const Names*>& targets) {
    std::size_t size = 0;
    for (const Names* const names : targets) {
      if (const auto found = names->find(name); found != names->end()) {
        name = found->second;
        return;
      }
      size += names->size();
    }
    std::vector<std::string> candidates;
    if (size <= small_table || searches_++ < most_searches) {
      for (const Names* const names : targets) {
        for (const auto& [typed, id] : *names) {
          candidates.push_back(typed);
        }
      }
      std::ranges::sort(candidates);
    }
    report(diagnostics_, "reference-unknown", record.origin_of(cell),
           {{"text", name}, {"column", cell.header}, {"table", std::string(cell.column->target)}},
           nearest(name, candidates));
  }

  Plan& plan_;
  const std::set<std::string>& unsure_;
  Diagnostics& diagnostics_;
  std::unordered_map<std::string, Names> names_;
  std::set<std::string> reported_;
  std::map<std::string, Diagnostic> missing_;  ///< by what is missing: one fault, all its places
  int searches_ = 0;
};

}  // namespace

void resolve_references(Plan& plan, const std::set<std::string>& unsure, Diagnostics& diagnostics) {
  Resolver(plan, unsure, diagnostics).resolve();
}

}  // namespace rapporteur::load
