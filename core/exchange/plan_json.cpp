// plan.yaml's content from the model, so that a consumer meets one shape of each key. The keys and
// their order are those of plan/plan_keys.cpp; a test fails when one is left out.
#include <utility>

#include "exchange/export.hpp"

namespace rapporteur::exchange {
namespace {

void set_text(json::Value& object, const char* name, const std::string& text) {
  if (!text.empty()) {
    object.set(name, json::string(text));
  }
}

void set_texts(json::Value& object, const char* name, const LocalText& text) {
  if (!text.empty()) {
    object.set(name, text_json(text));
  }
}

void set_date(json::Value& object, const char* name, const std::optional<Date>& date) {
  if (date) {
    object.set(name, json::string(to_string(*date)));
  }
}

/// Nothing is left of a list or map without content.
void set_filled(json::Value& object, const char* name, json::Value value) {
  if (!value.items.empty() || !value.members.empty()) {
    object.set(name, std::move(value));
  }
}

json::Value periods_json(const Plan& plan) {
  json::Value list = json::array();
  for (const Period& period : plan.periods) {
    json::Value& item = list.push(json::object());
    set_text(item, "id", period.id);
    set_texts(item, "label", period.label);
    set_date(item, "start", period.start);
    set_date(item, "end", period.end);
    set_filled(item, "parts", json::strings(period.parts));
  }
  return list;
}

json::Value levels_json(const Plan& plan) {
  json::Value list = json::array();
  for (const Level& level : plan.levels) {
    json::Value& item = list.push(json::object());
    set_text(item, "id", level.id);
    set_texts(item, "label", level.label);
    set_text(item, "numbering", level.numbering);
  }
  return list;
}

json::Value scales_json(const Plan& plan) {
  json::Value list = json::array();
  for (const Scale& scale : plan.scales) {
    json::Value& item = list.push(json::object());
    set_text(item, "id", scale.id);
    json::Value steps = json::array();
    for (const Scale::Step& step : scale.steps) {
      json::Value& one = steps.push(json::object());
      one.set("digit", json::number(step.digit));
      set_texts(one, "label", step.label);
    }
    set_filled(item, "steps", std::move(steps));
  }
  return list;
}

json::Value numbers_json(const NumberStyle& style) {
  json::Value object = json::object();
  json::Value groups = json::array();
  for (const std::string& group : style.groups) {
    groups.push(json::string(group == " " ? "space" : group));
  }
  set_filled(object, "group", std::move(groups));
  set_text(object, "decimal", style.decimal);
  return object;
}

json::Value missing_json(const Plan& plan) {
  json::Value object = json::object();
  for (const auto& [spelling, kind] : plan.missing) {
    object.set(spelling, json::string(name_of(kind)));
  }
  return object;
}

json::Value results_json(const Plan& plan) {
  json::Value list = json::array();
  for (const ResultFile& file : plan.result_files) {
    json::Value& item = list.push(json::object());
    set_text(item, "file", file.name);
    set_text(item, "agency", file.agency);
    set_text(item, "period", file.period);
    set_filled(item, "numbers", numbers_json(file.numbers));
  }
  return list;
}

json::Value formats_json(const Plan& plan) {
  json::Value object = json::object();
  for (const auto& [format, options] : plan.formats) {
    json::Value& values = object.set(format, json::object());
    for (const auto& [option, value] : options.values) {
      values.set(option, json::string(value.value));
    }
  }
  return object;
}

json::Value severity_json(const Plan& plan) {
  json::Value object = json::object();
  for (const auto& [rule, severity] : plan.severity) {
    object.set(rule, json::string(severity.value));
  }
  return object;
}

/// Amounts as the plan types them: its number style stands beside them.
json::Value accepted_json(const Plan& plan) {
  json::Value list = json::array();
  for (const Accepted& accepted : plan.accepted) {
    json::Value& item = list.push(json::object());
    set_text(item, "rule", accepted.rule);
    set_text(item, "row", accepted.row);
    set_text(item, "column", accepted.column);
    json::Value values = json::array();
    for (const std::int64_t minor : accepted.values) {
      std::string text = to_string(Decimal{minor, minor_digits(plan.currency)});
      if (const std::size_t point = text.find('.'); point != std::string::npos) {
        text.replace(point, 1, plan.numbers.decimal);
      }
      values.push(json::string(text));
    }
    set_filled(item, "values", std::move(values));
    set_text(item, "reason", accepted.reason);
  }
  return list;
}

}  // namespace

json::Value plan_json(const Plan& plan) {
  json::Value object = json::object();
  object.set("rapporteur", json::string("1"));
  set_text(object, "id", plan.id);
  set_texts(object, "title", plan.title);
  object.set("languages", json::strings(plan.languages));
  set_texts(object, "kind", plan.kind);
  set_texts(object, "country", plan.country);
  set_texts(object, "issuer", plan.issuer);
  json::Value references = json::array();
  for (const LocalText& reference : plan.references) {
    references.push(text_json(reference));
  }
  set_filled(object, "references", std::move(references));
  set_date(object, "date", plan.date);
  set_text(object, "currency", plan.currency);
  json::Value period = json::object();
  set_date(period, "start", plan.start);
  set_date(period, "end", plan.end);
  set_filled(object, "period", std::move(period));
  set_filled(object, "periods", periods_json(plan));
  set_text(object, "reporting_period", plan.reporting_period);
  set_filled(object, "levels", levels_json(plan));
  set_filled(object, "scales", scales_json(plan));
  set_filled(object, "numbers", numbers_json(plan.numbers));
  if (plan.dates == DateStyle::day_month_year) {
    object.set("dates", json::string("dmy"));
  }
  set_filled(object, "missing", missing_json(plan));
  set_filled(object, "results", results_json(plan));
  set_filled(object, "formats", formats_json(plan));
  set_filled(object, "severity", severity_json(plan));
  set_filled(object, "accepted", accepted_json(plan));
  return object;
}

}  // namespace rapporteur::exchange
