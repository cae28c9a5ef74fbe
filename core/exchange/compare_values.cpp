// Values of indicators, matched by indicator, series, kind, period and target set.
#include <algorithm>
#include <unordered_map>

#include "exchange/compare.hpp"

namespace rapporteur::exchange {
namespace {

/// One indicator, or one of its series, in both plans.
struct Subject {
  std::string row;
  LocalText label;
  const Scale* old_scale = nullptr;
  const Scale* new_scale = nullptr;
};

/// "target.2020", "target.2020 (revised)", "baseline".
std::string column_of(const Measure& measure) {
  std::string column(name_of(measure.kind));
  column += measure.period.empty() ? "" : "." + measure.period;
  return measure.set.empty() ? column : column + " (" + measure.set + ")";
}

Side value_side(const Measure* measure, const Scale* scale) {
  Side side;
  if (measure != nullptr) {
    side.value = measure->value;
    side.scale = scale;
    side.origin = measure->origin;
  }
  return side;
}

Side text_side(const Measure* measure, const LocalText& text, const std::string& language) {
  Side side;
  const auto words = text.by_language.find(language);
  if (measure != nullptr && words != text.by_language.end()) {
    side.value = CellValue(words->second);
  }
  side.origin = text.origin.file.empty() ? measure->origin : text.origin;
  return side;
}

Side date_side(const Measure& measure, const std::optional<Date>& date) {
  Side side;
  if (date) {
    side.value = CellValue(*date);
  }
  side.origin = measure.origin;
  return side;
}

class Values {
 public:
  explicit Values(Comparison& comparison) : comparison_(comparison) {}

  void compare(const Subject& subject, const std::vector<Measure>& before,
               const std::vector<Measure>& after) {
    for (const Measure& measure : after) {
      const Measure* const old = find_measure(before, measure.kind, measure.period, measure.set);
      add(subject, column_of(measure), value_side(old, subject.old_scale),
          value_side(&measure, subject.new_scale));
      if (old != nullptr) {
        compare_notes(subject, *old, measure);
      }
    }
    for (const Measure& measure : before) {
      if (find_measure(after, measure.kind, measure.period, measure.set) == nullptr) {
        add(subject, column_of(measure), value_side(&measure, subject.old_scale), {});
      }
    }
  }

 private:
  void compare_notes(const Subject& subject, const Measure& old, const Measure& measure) {
    const std::string column = column_of(measure);
    add(subject, column + " date", date_side(old, old.date), date_side(measure, measure.date));
    add(subject, column + " due", date_side(old, old.due), date_side(measure, measure.due));
    compare_texts(subject, column + " note", old, old.note, measure, measure.note);
    compare_texts(subject, column + " source", old, old.source, measure, measure.source);
  }

  void compare_texts(const Subject& subject, const std::string& column, const Measure& old,
                     const LocalText& before, const Measure& measure, const LocalText& after) {
    LocalText all = after;
    all.by_language.insert(before.by_language.begin(), before.by_language.end());
    for (const auto& [language, text] : all.by_language) {
      add(subject, column + "." + language, text_side(&old, before, language),
          text_side(&measure, after, language));
    }
  }

  void add(const Subject& subject, const std::string& column, Side before, Side after) {
    Change change;
    change.table = "values";
    change.row = subject.row;
    change.label = subject.label;
    change.column = column;
    change.before = std::move(before);
    change.after = std::move(after);
    add_change(comparison_, std::move(change));
  }

  Comparison& comparison_;
};

}  // namespace

void compare_values(Comparison& comparison) {
  const Plan& before = *comparison.before;
  const Plan& after = *comparison.after;
  std::unordered_map<std::string, const Series*> old_series;
  for (const Series& series : before.series) {
    old_series.emplace(series.id, &series);
  }
  std::unordered_map<std::string, const Indicator*> old_indicators;
  for (const Indicator& indicator : before.indicators) {
    old_indicators.emplace(indicator.id, &indicator);
  }
  Values values(comparison);
  for (const Indicator& indicator : after.indicators) {
    const auto old = old_indicators.find(indicator.id);
    if (old == old_indicators.end()) {
      continue;  // a new row, told as such
    }
    Subject subject{indicator.id, indicator.title, before.find_scale(old->second->scale),
                    after.find_scale(indicator.scale)};
    values.compare(subject, old->second->measures, indicator.measures);
    for (const std::size_t i : indicator.series) {
      const Series& series = after.series[i];
      if (const auto known = old_series.find(series.id); known != old_series.end()) {
        subject.row = indicator.id + " / " + series.id;
        values.compare(subject, known->second->measures, series.measures);
      }
    }
  }
}

}  // namespace rapporteur::exchange
