// A plan as text, a line a fact, without its origins: two plans are the same when their texts are.
#pragma once

#include <algorithm>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "plan/plan.hpp"

namespace rapporteur::test {

class PlanText {
 public:
  static std::string of(const Plan& plan) {
    PlanText text;
    text.write(plan);
    return std::move(text.text_);
  }

 private:
  template <class... Words>
  void line(const Words&... words) {
    ((text_ += words, text_ += " | "), ...);
    text_ += "\n";
  }

  static std::string show(const std::vector<std::string>& list) {
    std::string text = "[";
    for (const std::string& item : list) {
      text += item + "; ";
    }
    return text + "]";
  }
  static std::string show(const LocalText& local) {
    std::string text;
    for (const auto& [language, words] : local.by_language) {
      text += language + "=" + words + " ";
    }
    return text;
  }
  static std::string show(const std::string& value) { return "\"" + value + "\""; }
  static std::string show(std::monostate) { return "-"; }
  static std::string show(Missing value) { return "missing " + std::string(name_of(value)); }
  static std::string show(std::int64_t value) { return std::to_string(value); }
  static std::string show(const Decimal& value) { return to_string(value); }
  static std::string show(const Money& value) {
    return std::to_string(value.minor) + " " + value.currency;
  }
  static std::string show(const Date& value) { return to_string(value); }
  static std::string show(bool value) { return value ? "yes" : "no"; }
  static std::string show(const Relative& value) { return "change " + to_string(value.change); }
  static std::string show(const ScaleStep& value) { return "step " + std::to_string(value.digit); }
  static std::string show(const std::vector<Part>& parts) {
    std::string text;
    for (const Part& part : parts) {
      text += part.name + "=" + to_string(part.number) + (part.is_percent ? "% " : " ");
    }
    return text;
  }
  template <class... Kinds>
  static std::string show(const std::variant<Kinds...>& value) {
    return std::visit([](const auto& one) { return show(one); }, value);
  }
  static std::string show(const IndicatorValue& value) {
    return value.before + " " + show(value.data) + (value.is_percent ? " % " : " ") + value.after;
  }

  void write(const Plan& plan) {
    line("plan", plan.id, show(plan.title), plan.currency, plan.reporting_period);
    for (const auto& [name, table] : plan.tables) {
      write_table(name, table);
    }
    for (const Node& node : plan.nodes) {
      line("node", node.id, node.level, node.code,
           node.parent ? plan.nodes[*node.parent].id : "top", show(node.title));
    }
    for (const BudgetLine& one : plan.budget_lines) {
      line("line", one.id, plan.nodes[one.node].id, std::to_string(static_cast<int>(one.kind)),
           show(one.title), one.declared ? show(one.declared->value) : "-");
      for (const auto& [period, amount] : one.amounts) {
        line("amount", one.id, period, show(amount.value));
      }
    }
    for (const DeclaredTotal& total : plan.declared_totals) {
      line("total", total.id, total.node ? plan.nodes[*total.node].id : "all", total.period,
           show(total.amount.value), total.place);
    }
    for (const Indicator& indicator : plan.indicators) {
      line("indicator", indicator.id, indicator.code, show(indicator.title),
           std::to_string(static_cast<int>(indicator.type)), show(indicator.unit));
      write_measures(indicator.measures);
    }
    for (const Series& series : plan.series) {
      line("series", series.id, show(series.label), series.sex, series.age, series.place);
      write_measures(series.measures);
    }
    for (const Fact& fact : plan.facts) {
      line("fact", fact.name, show(fact.value), show(fact.unit));
    }
  }

  void write_measures(const std::vector<Measure>& measures) {
    for (const Measure& measure : measures) {
      line("measure", std::string(name_of(measure.kind)), measure.period, measure.set,
           show(measure.value), measure.date ? show(*measure.date) : "", show(measure.note));
    }
  }

  /// Cells by column: the order of columns is none of the plan's.
  void write_table(const std::string& name, const Table& table) {
    for (const Record& record : table.records) {
      std::vector<std::string> cells;
      for (const Cell& cell : record.cells) {
        if (cell.column != nullptr) {
          cells.push_back(std::string(cell.column->name) + "." + cell.key + "=" + show(cell.value));
        }
      }
      std::ranges::sort(cells);
      line("row", name, record.id, show(cells));
    }
  }

  std::string text_;
};

}  // namespace rapporteur::test
