// Values come as typed values, by kind and period: series.actuals["2020"]. Annual and cumulative
// are derived where the plan says how an indicator adds up, and missing elsewhere: never guessed.
#include "plugin/api_indicators.hpp"

#include <array>

#include "plan/progress.hpp"
#include "plugin/api_named.hpp"
#include "plugin/formulas.hpp"
#include "plugin/lua_value.hpp"
#include "plugin/session.hpp"
#include "view/indicator.hpp"

namespace rapporteur::plugin {
namespace {

constexpr std::string_view since = "0.2.0";

constexpr std::array<std::string_view, 10> types{"count",  "percent",  "points",  "index",
                                                 "amount", "yes_no",   "ordinal", "checklist",
                                                 "text",   "composite"};
constexpr std::array<std::string_view, 3> directions{"up", "down", "maintain"};
constexpr std::array<std::string_view, 4> aggregations{"annual", "cumulative", "stock", "survey"};

/// What a measured object is: an indicator itself, or one of its series.
struct Subject {
  const Indicator& indicator;
  const std::vector<Measure>& measures;
};
Subject subject_of(lua_State* /*lua*/, const Indicator& indicator) {
  return {indicator, indicator.measures};
}
Subject subject_of(lua_State* lua, const Series& series) {
  return {job_of(lua).plan.indicators[series.indicator], series.measures};
}

template <class Enum, std::size_t Count>
void push_name(lua_State* lua, const std::optional<Enum>& value,
               const std::array<std::string_view, Count>& names) {
  if (value) {
    push_string(lua, names.at(static_cast<std::size_t>(*value)));
  } else {
    lua_pushnil(lua);
  }
}

void push_measured(lua_State* lua, const Indicator& indicator, const Measure& measure) {
  const Job& job = job_of(lua);
  view::Value value =
      view::value_of(measure.value, job.plan.find_scale(indicator.scale), wanted_language(lua));
  value.origin = measure.origin;
  push_value(lua, std::move(value));
}

/// A map by period id of the measures of a kind in the main target set.
template <class T, Measured Kind>
void by_period(lua_State* lua, const void* object) {
  const Subject subject = subject_of(lua, as<T>(object));
  lua_newtable(lua);
  for (const Measure& measure : subject.measures) {
    if (measure.kind == Kind && measure.set.empty() && !measure.period.empty()) {
      push_measured(lua, subject.indicator, measure);
      lua_setfield(lua, -2, measure.period.c_str());
    }
  }
}

/// The measure of a kind that stands without a period, or the only one that there is.
template <class T, Measured Kind>
void single(lua_State* lua, const void* object) {
  const Subject subject = subject_of(lua, as<T>(object));
  const Measure* found = find_measure(subject.measures, Kind, {});
  for (const Measure& measure : subject.measures) {
    if (found == nullptr && Kind == Measured::baseline && measure.kind == Kind) {
      found = &measure;
    }
  }
  if (found == nullptr) {
    push_missing(lua, Missing::empty);
  } else {
    push_measured(lua, subject.indicator, *found);
  }
}

using Derive = std::optional<Reached> (*)(const Plan&, const Indicator&,
                                          const std::vector<Measure>&, Measured, std::string_view,
                                          std::string_view);

/// Keeps where a derived value comes from: its own cell, or the cells of the periods that were put
/// together; an annual value is the difference of two periods, a cumulative one the sum of all.
void derive_from(lua_State* lua, const std::vector<Measure>& measures, const Reached& reached,
                 bool adds, const std::string& period, view::Value& value) {
  const auto cell_of = [&](const std::string& id) {
    const Measure* const found = find_measure(measures, Measured::actual, id);
    return found == nullptr ? Origin{} : found->origin;
  };
  if (!reached.is_derived) {
    value.origin = cell_of(period);
    return;
  }
  std::vector<const Period*> periods = periods_up_to(job_of(lua).plan, period);
  if (!adds && periods.size() > 2) {
    periods.erase(periods.begin(), periods.end() - 2);
  }
  Made made(lua);
  for (const Period* const one : periods) {
    made.from(cell_of(one->id));
  }
  value.formula = made.by(adds ? "sum" : "difference");
}

template <class T, Derive Function, bool Adds>
void derived(lua_State* lua, const void* object) {
  const Subject subject = subject_of(lua, as<T>(object));
  const Plan& plan = job_of(lua).plan;
  lua_newtable(lua);
  for (const Period& period : plan.periods) {
    const auto reached =
        Function(plan, subject.indicator, subject.measures, Measured::actual, period.id, {});
    if (!reached) {
      continue;
    }
    IndicatorValue value;
    value.data = reached->value;
    value.is_percent = subject.indicator.type == ValueType::percent;
    view::Value pushed = view::value_of(value, nullptr, wanted_language(lua));
    derive_from(lua, subject.measures, *reached, Adds, period.id, pushed);
    push_value(lua, std::move(pushed));
    lua_setfield(lua, -2, period.id.c_str());
  }
}

template <class T>
void push_measures(lua_State* lua, const void* object) {
  push_list(lua, as<T>(object).measures,
            [lua](const Measure& measure) { push_object(lua, "measure", &measure); });
}

template <class T>
void add_values(std::vector<ApiField>& fields) {
  const std::vector<ApiField> values = {
      {"baseline", "value|missing", since, "The baseline.", single<T, Measured::baseline>},
      {"target", "value|missing", since, "The target that stands without a period.",
       single<T, Measured::target>},
      {"milestones", "map of value", since, "Milestones, by period id.",
       by_period<T, Measured::milestone>},
      {"targets", "map of value", since, "Targets of the main set, by period id.",
       by_period<T, Measured::target>},
      {"actuals", "map of value", since, "Actual values, by period id, as the plan has them.",
       by_period<T, Measured::actual>},
      {"annual", "map of value", since,
       "Actual values of each period alone: of a cumulative indicator, what the period added.",
       derived<T, &annual, false>},
      {"cumulative", "map of value", since,
       "Actual values up to each period: of an annual indicator, their sum. Empty for stocks and "
       "surveys.",
       derived<T, &cumulative, true>},
      {"measures", "list of measure", since, "All values of all kinds, periods and target sets.",
       push_measures<T>}};
  fields.insert(fields.end(), values.begin(), values.end());
}

ApiClass indicator_class() {
  std::vector<ApiField> fields = {
      {"id", "string", since, "Its unique id.",
       [](lua_State* lua, const void* o) { push_string(lua, as<Indicator>(o).id); }},
      {"code", "string", since, "What is printed as its number; may repeat, may be empty.",
       [](lua_State* lua, const void* o) { push_string(lua, as<Indicator>(o).code); }},
      {"title", "text|missing", since, "The indicator in words.",
       [](lua_State* lua, const void* o) { push_text(lua, as<Indicator>(o).title); }},
      {"type", "string", since,
       "\"count\", \"percent\", \"points\", \"index\", \"amount\", \"yes_no\", \"ordinal\", "
       "\"checklist\", \"text\" or \"composite\".",
       [](lua_State* lua, const void* o) {
         push_name(lua, std::optional(as<Indicator>(o).type), types);
       }},
      {"unit", "text|missing", since, "Unit of measure.",
       [](lua_State* lua, const void* o) { push_text(lua, as<Indicator>(o).unit); }},
      {"direction", "string|nil", since, "\"up\", \"down\", \"maintain\"; nil when not said.",
       [](lua_State* lua, const void* o) {
         push_name(lua, as<Indicator>(o).direction, directions);
       }},
      {"aggregation", "string|nil", since,
       "\"annual\", \"cumulative\", \"stock\", \"survey\"; nil when not said.",
       [](lua_State* lua, const void* o) {
         push_name(lua, as<Indicator>(o).aggregation, aggregations);
       }},
      {"node", "node|nil", since, "The node that it measures; nil for a framework's indicator.",
       [](lua_State* lua, const void* o) {
         if (as<Indicator>(o).node) {
           push_object(lua, "node", &job_of(lua).plan.nodes[*as<Indicator>(o).node]);
         } else {
           lua_pushnil(lua);
         }
       }},
      {"series", "list of series", since, "Its disaggregations, in the order of their table.",
       [](lua_State* lua, const void* o) {
         push_list(lua, as<Indicator>(o).series, [lua](std::size_t index) {
           push_object(lua, "series", &job_of(lua).plan.series[index]);
         });
       }},
      {"row", "row", since, "Its row in the table indicators, for all other columns.",
       [](lua_State* lua, const void* o) {
         const Table& table = job_of(lua).plan.tables.at("indicators");
         push_row(lua, table, table.records.at(as<Indicator>(o).record));
       }}};
  add_values<Indicator>(fields);
  return {"indicator", "What is measured. Values that are broken down stand with its series.",
          std::move(fields)};
}

ApiClass series_class() {
  std::vector<ApiField> fields = {
      {"id", "string", since, "Its unique id.",
       [](lua_State* lua, const void* o) { push_string(lua, as<Series>(o).id); }},
      {"label", "text|missing", since, "Its name.",
       [](lua_State* lua, const void* o) { push_text(lua, as<Series>(o).label); }},
      {"indicator", "indicator", since, "The indicator that it belongs to.",
       [](lua_State* lua, const void* o) {
         push_object(lua, "indicator", &job_of(lua).plan.indicators[as<Series>(o).indicator]);
       }},
      {"part_of", "series|nil", since, "The series that it is a part of.",
       [](lua_State* lua, const void* o) {
         if (as<Series>(o).part_of) {
           push_object(lua, "series", &job_of(lua).plan.series[*as<Series>(o).part_of]);
         } else {
           lua_pushnil(lua);
         }
       }},
      {"row", "row", since, "Its row in the table series, for sex, age, place and group.",
       [](lua_State* lua, const void* o) {
         const Table& table = job_of(lua).plan.tables.at("series");
         push_row(lua, table, table.records.at(as<Series>(o).record));
       }}};
  add_values<Series>(fields);
  return {"series", "A disaggregation of an indicator.", std::move(fields)};
}

/// The indicator whose measure this is: found by its place in memory, measures do not know it.
const Indicator* owner_of(const Plan& plan, const Measure& measure) {
  const auto holds = [&](const std::vector<Measure>& list) {
    return !list.empty() && &measure >= &list.front() && &measure <= &list.back();
  };
  for (const Indicator& indicator : plan.indicators) {
    if (holds(indicator.measures)) {
      return &indicator;
    }
  }
  for (const Series& series : plan.series) {
    if (holds(series.measures)) {
      return &plan.indicators[series.indicator];
    }
  }
  return nullptr;
}

ApiClass measure_class() {
  return {"measure",
          "One value of an indicator or series.",
          {{"kind", "string", since, "\"baseline\", \"milestone\", \"target\" or \"actual\".",
            [](lua_State* lua, const void* o) { push_string(lua, name_of(as<Measure>(o).kind)); }},
           {"period", "string", since, "Period id; empty when it stands without one.",
            [](lua_State* lua, const void* o) { push_string(lua, as<Measure>(o).period); }},
           {"set", "string", since, "Target set; empty for the main one.",
            [](lua_State* lua, const void* o) { push_string(lua, as<Measure>(o).set); }},
           {"value", "value|missing", since, "The value.",
            [](lua_State* lua, const void* o) {
              const Indicator* const owner = owner_of(job_of(lua).plan, as<Measure>(o));
              if (owner == nullptr) {
                push_missing(lua, Missing::empty);
              } else {
                push_measured(lua, *owner, as<Measure>(o));
              }
            }},
           {"date", "date|missing", since, "When it was measured, where that is no period.",
            [](lua_State* lua, const void* o) {
              push_date(lua, as<Measure>(o).date, as<Measure>(o).origin);
            }},
           {"due", "date|missing", since, "When a pending value is due.",
            [](lua_State* lua, const void* o) {
              push_date(lua, as<Measure>(o).due, as<Measure>(o).origin);
            }},
           {"agency", "string", since, "Who sent it; empty when not said.",
            [](lua_State* lua, const void* o) { push_string(lua, as<Measure>(o).agency); }},
           {"note", "text|missing", since, "Remark for the reader.",
            [](lua_State* lua, const void* o) { push_text(lua, as<Measure>(o).note); }},
           {"source", "text|missing", since, "Where it comes from.",
            [](lua_State* lua, const void* o) { push_text(lua, as<Measure>(o).source); }}}};
}

}  // namespace

std::vector<ApiClass> indicator_classes() {
  return {indicator_class(), series_class(), measure_class()};
}

}  // namespace rapporteur::plugin
