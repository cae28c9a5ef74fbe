#include "load/measures.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "base/text.hpp"
#include "load/faults.hpp"
#include "load/indicator_value.hpp"

namespace rapporteur::load {
namespace {

std::optional<Date> date_of(const Record& record, std::string_view column) {
  const Cell* const cell = record.find(column);
  const auto* const date = cell == nullptr ? nullptr : std::get_if<Date>(&cell->value);
  return date == nullptr ? std::nullopt : std::optional(*date);
}

constexpr std::array<std::pair<std::string_view, Measured>, 4> kinds = {
    {{"baseline", Measured::baseline},
     {"milestone", Measured::milestone},
     {"target", Measured::target},
     {"actual", Measured::actual}}};

std::optional<Measured> kind_named(std::string_view name) {
  const auto found = std::ranges::find(kinds, name, &std::pair<std::string_view, Measured>::first);
  return found == kinds.end() ? std::nullopt : std::optional(found->second);
}

class Measures {
 public:
  Measures(Plan& plan, Diagnostics& diagnostics) : plan_(plan), diagnostics_(diagnostics) {
    for (std::size_t i = 0; i < plan.indicators.size(); ++i) {
      indicators_.emplace(plan.indicators[i].id, i);
    }
    for (std::size_t i = 0; i < plan.series.size(); ++i) {
      series_.emplace(plan.series[i].id, i);
    }
  }

  void read_values(const Table& table) {
    for (const Record& record : table.records) {
      read_row(record);
    }
  }

 private:
  /// What a row of values measures: one of the two indexes is set.
  struct Subject {
    std::optional<std::size_t> indicator;
    std::optional<std::size_t> series;
  };

  void read_row(const Record& record) {
    const auto subject = subject_of(record);
    if (!subject) {
      return;
    }
    Measure measure;
    measure.set = record.word("set");
    measure.date = date_of(record, "date");
    measure.due = date_of(record, "due");
    measure.note = record.text("note");
    measure.source = record.text("source");
    const ResultFile* const file = file_of(record);
    measure.agency = file == nullptr ? "" : file->agency;
    read_single(record, *subject, file, measure);
    for (const Cell& cell : record.cells) {
      const auto kind = kind_named(cell.column->name);
      if (kind && cell.column->type == ColumnType::value) {
        measure.kind = *kind;
        measure.period = cell.key;
        measure.value = parse(cell, *subject, file);
        measure.origin = record.origin_of(cell);
        add(*subject, measure, file);
      }
    }
  }

  /// The long form: kind, period and value in columns of their own.
  void read_single(const Record& record, const Subject& subject, const ResultFile* file,
                   Measure measure) {
    const Cell* const value = record.find("value");
    const Cell* const missing = record.find("missing");
    const Cell* const kind = record.find("kind");
    if (value == nullptr && missing == nullptr && kind == nullptr) {
      return;
    }
    const Cell& shown = value != nullptr ? *value : missing != nullptr ? *missing : *kind;
    measure.origin = record.origin_of(shown);
    const auto named_kind = kind_named(record.word("kind"));
    if (!named_kind) {
      if (kind == nullptr) {
        report(diagnostics_, "value-without-kind", measure.origin);
      }
      return;
    }
    measure.kind = *named_kind;
    measure.period = record.word("period");
    if (value != nullptr) {
      measure.value = parse(*value, subject, file);
      if (missing != nullptr) {
        report(diagnostics_, "value-and-missing", record.origin_of(*missing),
               {{"value", value->typed}, {"missing", missing->typed}});
      }
    } else if (const auto why = missing_named(record.word("missing"))) {
      measure.value.data = *why;
    }
    if (const std::string qualifier = record.word("qualifier"); !qualifier.empty()) {
      qualify(qualifier, measure.value);
    }
    add(subject, measure, file);
  }

  static void qualify(const std::string& qualifier, IndicatorValue& value) {
    // A sign stands before its number, words ("par cercle") behind it.
    const bool is_sign = qualifier.find_first_not_of("<>=~+-") == std::string::npos ||
                         qualifier == "≥" || qualifier == "≤" || qualifier == "±" ||
                         qualifier == "≈" || folded(qualifier).starts_with("au_") ||
                         folded(qualifier).starts_with("at_");
    (is_sign ? value.before : value.after) = qualifier;
  }

  std::optional<Subject> subject_of(const Record& record) {
    Subject subject;
    const Cell* const series = record.find("series");
    const Cell* const indicator = record.find("indicator");
    if (series == nullptr && indicator == nullptr) {
      report(diagnostics_, "value-without-indicator", record.origin);
      return std::nullopt;
    }
    if (indicator != nullptr) {
      const auto found = indicators_.find(record.word("indicator"));
      if (found == indicators_.end()) {
        return std::nullopt;  // a fault of its own
      }
      subject.indicator = found->second;
    }
    if (series != nullptr) {
      const auto found = series_.find(record.word("series"));
      if (found == series_.end()) {
        return std::nullopt;
      }
      subject.series = found->second;
      const std::size_t of = plan_.series[found->second].indicator;
      if (subject.indicator && *subject.indicator != of) {
        report(diagnostics_, "value-series-mismatch", record.origin_of(*series),
               {{"series", plan_.series[found->second].id},
                {"indicator", plan_.indicators[*subject.indicator].id},
                {"of", plan_.indicators[of].id}});
        return std::nullopt;
      }
      subject.indicator = of;
    }
    return subject;
  }

  [[nodiscard]] const ResultFile* file_of(const Record& record) {
    if (record.origin.file != last_file_) {
      last_file_ = record.origin.file;
      last_result_ = plan_.find_result_file(last_file_);
    }
    return last_result_;
  }

  [[nodiscard]] IndicatorValue parse(const Cell& cell, const Subject& subject,
                                     const ResultFile* file) const {
    const Indicator& indicator = plan_.indicators[*subject.indicator];
    ValueType type = indicator.type;
    if (subject.series && plan_.series[*subject.series].type) {
      type = *plan_.series[*subject.series].type;
    }
    return parse_indicator_value(cell.typed, type, plan_.find_scale(indicator.scale),
                                 file == nullptr ? plan_.numbers : file->numbers, plan_.missing);
  }

  void add(const Subject& subject, Measure measure, const ResultFile* file) {
    if (measure.kind == Measured::actual && measure.period.empty()) {
      measure.period =
          file != nullptr && !file->period.empty() ? file->period : plan_.reporting_period;
      if (measure.period.empty()) {
        report(diagnostics_, "value-without-period", measure.origin);
      }
    }
    std::vector<Measure>& list = subject.series ? plan_.series[*subject.series].measures
                                                : plan_.indicators[*subject.indicator].measures;
    const Measure* const known = find_measure(list, measure.kind, measure.period, measure.set);
    if (known == nullptr) {
      list.push_back(std::move(measure));
      return;
    }
    if (!(known->value == measure.value)) {
      report_conflict(subject, measure, *known);
    }
    plan_.repeated_measures.push_back(std::move(measure));
  }

  void report_conflict(const Subject& subject, const Measure& measure, const Measure& known) {
    const Indicator& indicator = plan_.indicators[*subject.indicator];
    Diagnostic diagnostic;
    diagnostic.id = "value-conflict";
    diagnostic.origin = measure.origin;
    const std::string name = indicator.code.empty() ? indicator.id : indicator.code;
    diagnostic.args = {
        {"what", subject.series ? name + " / " + plan_.series[*subject.series].id : name},
        {"kind", std::string(name_of(measure.kind))},
        {"period", measure.period.empty() ? "none" : measure.period},
        {"value", measure.origin.text},
        {"first", known.origin.text},
    };
    diagnostic.related.push_back({"first", {{"first", known.origin.text}}, known.origin});
    diagnostics_.add(std::move(diagnostic));
  }

  Plan& plan_;
  Diagnostics& diagnostics_;
  std::unordered_map<std::string, std::size_t> indicators_;
  std::unordered_map<std::string, std::size_t> series_;
  std::string last_file_;
  const ResultFile* last_result_ = nullptr;
};

}  // namespace

void build_measures(Plan& plan, Diagnostics& diagnostics) {
  if (const auto table = plan.tables.find("values"); table != plan.tables.end()) {
    Measures(plan, diagnostics).read_values(table->second);
  }
}

}  // namespace rapporteur::load
