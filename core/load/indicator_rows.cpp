#include "load/indicator_rows.hpp"

#include <array>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "load/indicator_value.hpp"

namespace rapporteur::load {
namespace {

template <class Enum, std::size_t Count>
std::optional<Enum> named(const std::string& name,
                          const std::array<std::pair<std::string_view, Enum>, Count>& names) {
  for (const auto& [known, value] : names) {
    if (known == name) {
      return value;
    }
  }
  return std::nullopt;
}

constexpr std::array<std::pair<std::string_view, Direction>, 3> directions = {
    {{"up", Direction::up}, {"down", Direction::down}, {"maintain", Direction::maintain}}};
constexpr std::array<std::pair<std::string_view, Aggregation>, 4> aggregations = {
    {{"annual", Aggregation::annual},
     {"cumulative", Aggregation::cumulative},
     {"stock", Aggregation::stock},
     {"survey", Aggregation::survey}}};
class IndicatorRows {
 public:
  explicit IndicatorRows(Plan& plan) : plan_(plan) {
    for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
      nodes_.emplace(plan.nodes[i].id, i);
    }
    if (const auto table = plan.tables.find("frameworks"); table != plan.tables.end()) {
      for (const Record& record : table->second.records) {
        frameworks_.insert(record.id);
      }
    }
  }

  void read_indicators(const Table& table) {
    for (std::size_t i = 0; i < table.records.size(); ++i) {
      const Record& record = table.records[i];
      const auto node = nodes_.find(record.word("node"));
      const bool is_framework = frameworks_.contains(record.word("node"));
      if (record.id.empty() || (node == nodes_.end() && !is_framework)) {
        continue;  // a fault of its own
      }
      Indicator indicator;
      indicator.id = record.id;
      if (node != nodes_.end()) {
        indicator.node = node->second;
      } else {
        indicator.framework = record.word("node");
      }
      indicator.code = record.word("code");
      indicator.title = record.text("title");
      indicator.type = value_type_named(record.word("type")).value_or(ValueType::count);
      indicator.unit = record.text("unit");
      indicator.direction = named(record.word("direction"), directions);
      indicator.aggregation = named(record.word("aggregation"), aggregations);
      indicator.scale = record.word("scale");
      indicator.origin = record.origin;
      indicator.record = i;
      indicators_.emplace(indicator.id, plan_.indicators.size());
      plan_.indicators.push_back(std::move(indicator));
    }
  }

  void read_series(const Table& table) {
    for (std::size_t i = 0; i < table.records.size(); ++i) {
      const Record& record = table.records[i];
      const auto indicator = indicators_.find(record.word("indicator"));
      if (record.id.empty() || indicator == indicators_.end()) {
        continue;
      }
      Series series;
      series.id = record.id;
      series.indicator = indicator->second;
      series.label = record.text("label");
      series.sex = record.word("sex");
      series.age = record.word("age");
      series.place = record.word("place");
      series.group = record.word("group");
      series.type = value_type_named(record.word("type"));
      series.direction = named(record.word("direction"), directions);
      series.origin = record.origin;
      series.record = i;
      series_.emplace(series.id, plan_.series.size());
      plan_.indicators[series.indicator].series.push_back(plan_.series.size());
      plan_.series.push_back(std::move(series));
    }
    for (Series& series : plan_.series) {
      const auto whole = series_.find(table.records[series.record].word("part_of"));
      if (whole != series_.end()) {
        series.part_of = whole->second;
      }
    }
  }

  void read_facts(const Table& table) {
    for (const Record& record : table.records) {
      const Cell* const cell = record.find("value");
      if (cell != nullptr && !record.id.empty()) {
        plan_.facts.push_back({record.id, parse_fact(cell->typed, plan_), record.text("unit"),
                               record.origin_of(*cell)});
      }
    }
  }

 private:
  Plan& plan_;
  std::unordered_set<std::string> frameworks_;
  std::unordered_map<std::string, std::size_t> nodes_;
  std::unordered_map<std::string, std::size_t> indicators_;
  std::unordered_map<std::string, std::size_t> series_;
};

}  // namespace

void build_indicators(Plan& plan) {
  IndicatorRows rows(plan);
  const auto read = [&](const char* name, auto member) {
    if (const auto table = plan.tables.find(name); table != plan.tables.end()) {
      (rows.*member)(table->second);
    }
  };
  read("indicators", &IndicatorRows::read_indicators);
  read("series", &IndicatorRows::read_series);
  read("facts", &IndicatorRows::read_facts);
}

}  // namespace rapporteur::load
