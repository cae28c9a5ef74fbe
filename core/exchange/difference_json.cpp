// A comparison for programs. Keys are never translated; values as in an export.
#include <array>

#include "exchange/difference.hpp"
#include "exchange/export.hpp"

namespace rapporteur::exchange {
namespace {

json::Value place_json(const Origin& origin) {
  json::Value place = json::object();
  place.set("file", json::string(origin.file));
  if (!origin.sheet.empty()) {
    place.set("sheet", json::string(origin.sheet));
  }
  if (origin.row != 0) {
    place.set("row", json::number(origin.row));
  }
  if (origin.column != 0) {
    place.set("column", json::number(origin.column));
  }
  return place;
}

json::Value side_json(const Side& side) {
  if (const auto* const value = std::get_if<IndicatorValue>(&side.value)) {
    return value_json(*value);
  }
  const auto* const cell = std::get_if<CellValue>(&side.value);
  return cell == nullptr ? json::Value() : value_json(*cell);
}

json::Value plan_side(const Plan& plan) {
  json::Value side = json::object();
  side.set("file", json::string(plan.origin.file));
  side.set("id", json::string(plan.id));
  side.set("reporting_period", json::string(plan.reporting_period));
  return side;
}

void set_sides(json::Value& object, const Change& change) {
  const auto is_there = [](const Side& side) {
    return !std::holds_alternative<std::monostate>(side.value);
  };
  object.set("old", side_json(change.before));
  object.set("new", side_json(change.after));
  if (change.difference) {
    object.set("difference", json::string(to_string(*change.difference)));
  }
  if (change.percent) {
    object.set("percent", json::string(to_string(*change.percent)));
  }
  if (is_there(change.before)) {
    object.set("old_place", place_json(change.before.origin));
  }
  if (is_there(change.after)) {
    object.set("new_place", place_json(change.after.origin));
  }
}

json::Value changes_json(const Comparison& comparison) {
  json::Value list = json::array();
  for (const Change& change : comparison.changes) {
    json::Value& item = list.push(json::object());
    item.set("table", json::string(change.table));
    if (!change.row.empty()) {
      item.set("row", json::string(change.row));
    }
    if (!change.label.empty()) {
      item.set("label", text_json(change.label));
    }
    item.set("column", json::string(change.column));
    set_sides(item, change);
  }
  return list;
}

json::Value rows_json(const Comparison& comparison) {
  json::Value list = json::array();
  for (const RowChange& row : comparison.rows) {
    json::Value& item = list.push(json::object());
    item.set("table", json::string(row.table));
    item.set("row", json::string(row.row));
    if (!row.label.empty()) {
      item.set("label", text_json(row.label));
    }
    item.set("change", json::string(row.is_new ? "new" : "dropped"));
    item.set("place", place_json(row.origin));
  }
  return list;
}

json::Value texts_json(const Comparison& comparison) {
  static constexpr std::array<const char*, 4> states = {"changed", "new", "dropped", "unchanged"};
  json::Value list = json::array();
  for (const TextChange& text : comparison.texts) {
    json::Value& item = list.push(json::object());
    item.set("slot", json::string(text.slot));
    item.set("language", json::string(text.language));
    item.set("change", json::string(states.at(static_cast<std::size_t>(text.state))));
    item.set("stale", json::boolean(text.state == TextState::unchanged));
    item.set("paragraphs", json::number(text.paragraphs));
    item.set("same_paragraphs", json::number(text.same));
    json::Value mentions = json::array();
    for (const Mention& mention : text.mentions) {
      json::Value& one = mentions.push(json::object());
      one.set("line", json::number(mention.line));
      one.set("text", json::string(mention.text));
      one.set("unchanged", json::boolean(mention.is_unchanged));
    }
    item.set("names_old_year", std::move(mentions));
    item.set("place", place_json(text.origin));
  }
  return list;
}

json::Value stale_json(const Comparison& comparison) {
  json::Value list = json::array();
  for (const StaleRows& stale : comparison.stale) {
    json::Value& item = list.push(json::object());
    item.set("table", json::string(stale.table));
    item.set("rows", json::strings(stale.rows));
    item.set("of", json::number(static_cast<std::int64_t>(stale.of)));
  }
  return list;
}

}  // namespace

json::Value comparison_json(const Comparison& comparison) {
  json::Value document = json::object();
  document.set("old", plan_side(*comparison.before));
  document.set("new", plan_side(*comparison.after));
  document.set("other_period", json::boolean(comparison.other_period));
  document.set("changes", changes_json(comparison));
  document.set("rows", rows_json(comparison));
  document.set("narratives", texts_json(comparison));
  document.set("stale_rows", stale_json(comparison));
  return document;
}

}  // namespace rapporteur::exchange
