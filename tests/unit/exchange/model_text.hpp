// A plan's model as lines of text, so that two models can be compared field by field.
#pragma once

#include <string>
#include <type_traits>

#include "plan/export_names.hpp"
#include "plan/plan.hpp"

namespace rapporteur::test {

enum class Places { no, yes };

class ModelText {
 public:
  ModelText(const Plan& plan, Places places) : plan_(plan), places_(places) {}

  std::string text() {
    settings();
    for (const auto& [name, table] : plan_.tables) {
      for (const Record& record : table.records) {
        line("row", name, record.id, place(record.origin));
        for (const Cell& cell : record.cells) {
          if (!std::holds_alternative<std::monostate>(cell.value)) {
            line("  cell", header_of(*cell.column, cell.key), std::to_string(cell.value.index()),
                 exact_text(cell.value), missing(cell.value), place(record.origin_of(cell)));
          }
        }
      }
    }
    built();
    return out_;
  }

 private:
  template <class... T>
  void line(const T&... parts) {
    ((out_ += std::string(parts) + "|"), ...);
    out_ += "\n";
  }

  static std::string missing(const CellValue& value) {
    const auto* kind = std::get_if<Missing>(&value);
    return kind == nullptr ? "" : std::string(name_of(*kind));
  }

  [[nodiscard]] std::string place(const Origin& origin) const {
    if (places_ == Places::no) {
      return {};
    }
    std::string file = origin.file;
    if (file.starts_with(plan_.folder + "/")) {
      file.erase(0, plan_.folder.size() + 1);
    }
    return file + ":" + std::to_string(origin.row) + ":" + std::to_string(origin.column) + " " +
           origin.column_name + " " + origin.text;
  }

  static std::string date(const std::optional<Date>& date) {
    return date ? to_string(*date) : "none";
  }

  static std::string words(const LocalText& text) {
    std::string all;
    for (const auto& [language, word] : text.by_language) {
      all += language + "=" + word + ";";
    }
    return all;
  }

  static std::string style(const NumberStyle& style) {
    std::string all = style.decimal;
    for (const std::string& group : style.groups) {
      all += " " + group;
    }
    return all;
  }

  static std::string list(const std::vector<std::string>& items) {
    return exact_text(CellValue(items));
  }

  void settings() {
    line("plan", plan_.id, words(plan_.title), list(plan_.languages), words(plan_.kind),
         words(plan_.country), words(plan_.issuer), date(plan_.date), plan_.currency,
         date(plan_.start), date(plan_.end), plan_.reporting_period, style(plan_.numbers),
         std::to_string(static_cast<int>(plan_.dates)));
    for (const LocalText& reference : plan_.references) {
      line("reference", words(reference));
    }
    for (const Period& period : plan_.periods) {
      line("period", period.id, words(period.label), date(period.start), date(period.end),
           list(period.parts));
    }
    for (const Level& level : plan_.levels) {
      line("level", level.id, words(level.label), level.numbering);
    }
    for (const Scale& scale : plan_.scales) {
      for (const Scale::Step& step : scale.steps) {
        line("scale", scale.id, std::to_string(step.digit), words(step.label));
      }
    }
    for (const auto& [format, options] : plan_.formats) {
      line("format", format);
      for (const auto& [name, value] : options.values) {
        line("option", name, value.value);
      }
    }
    for (const auto& [rule, severity] : plan_.severity) {
      line("severity", rule, severity.value);
    }
    for (const Accepted& accepted : plan_.accepted) {
      line("accepted", accepted.rule, accepted.row, accepted.column, accepted.reason);
      for (const std::int64_t value : accepted.values) {
        line("value", std::to_string(value));
      }
    }
    for (const auto& [spelling, kind] : plan_.missing) {
      line("missing", spelling, name_of(kind));
    }
    for (const ResultFile& file : plan_.result_files) {
      line("results", file.name, file.agency, file.period, style(file.numbers));
    }
  }

  void measures(const std::vector<Measure>& all) {
    for (const Measure& measure : all) {
      line("  measure", name_of(measure.kind), measure.period, measure.set, value(measure.value),
           date(measure.date), date(measure.due), measure.agency, words(measure.note),
           words(measure.source), place(measure.origin));
    }
  }

  static std::string value(const IndicatorValue& value) {
    const std::string held = std::visit(
        [](const auto& data) -> std::string {
          using T = std::decay_t<decltype(data)>;
          if constexpr (std::is_same_v<T, Missing>) {
            return std::string(name_of(data));
          } else if constexpr (std::is_same_v<T, Decimal>) {
            return to_string(data);
          } else if constexpr (std::is_same_v<T, Relative>) {
            return "change " + to_string(data.change);
          } else if constexpr (std::is_same_v<T, bool>) {
            return data ? "yes" : "no";
          } else if constexpr (std::is_same_v<T, ScaleStep>) {
            return std::to_string(data.digit) + (data.label_differs ? "!" : "");
          } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
            return list(data);
          } else if constexpr (std::is_same_v<T, std::vector<Part>>) {
            std::string parts;
            for (const Part& part : data) {
              parts +=
                  part.name + "=" + to_string(part.number) + (part.is_percent ? "%" : "") + ";";
            }
            return parts;
          } else {
            return data;
          }
        },
        value.data);
    return std::to_string(value.data.index()) + " " + held + (value.is_percent ? " %" : "") + " " +
           value.before + "/" + value.after;
  }

  void built() {
    for (const Node& node : plan_.nodes) {
      line("node", node.id, node.level, node.code, words(node.title), place(node.origin),
           node.parent ? plan_.nodes[*node.parent].id : "top");
    }
    for (const BudgetLine& budget : plan_.budget_lines) {
      line("budget", budget.id, plan_.nodes[budget.node].id,
           std::to_string(static_cast<int>(budget.kind)), words(budget.title));
      for (const auto& [period, amount] : budget.amounts) {
        line("  amount", period, exact_text(amount.value), place(amount.origin));
      }
      if (budget.declared) {
        line("  declared", exact_text(budget.declared->value), place(budget.declared->origin));
      }
    }
    for (const DeclaredTotal& total : plan_.declared_totals) {
      line("total", total.id, total.node ? plan_.nodes[*total.node].id : "plan", total.period,
           exact_text(total.amount.value), total.place);
    }
    for (const Indicator& indicator : plan_.indicators) {
      line("indicator", indicator.id, indicator.code, words(indicator.title),
           std::to_string(static_cast<int>(indicator.type)), indicator.scale);
      measures(indicator.measures);
    }
    for (const Series& series : plan_.series) {
      line("series", series.id, plan_.indicators[series.indicator].id, words(series.label));
      measures(series.measures);
    }
    for (const Fact& fact : plan_.facts) {
      line("fact", fact.name, value(fact.value), words(fact.unit), place(fact.origin));
    }
    for (const Narrative& narrative : plan_.narratives) {
      line("narrative", narrative.slot, narrative.language, narrative.markdown,
           place(narrative.origin));
    }
  }

  const Plan& plan_;
  Places places_;
  std::string out_;
};

inline std::string model_text(const Plan& plan, Places places) {
  return ModelText(plan, places).text();
}

}  // namespace rapporteur::test
