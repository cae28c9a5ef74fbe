#include "check/tracks.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"

namespace rapporteur::check {
namespace {

constexpr std::size_t names_shown = 5;
constexpr std::size_t places_shown = 12;

int depth_of(const Plan& plan, const Period& period) {
  for (const Period& whole : plan.periods) {
    if (std::ranges::find(whole.parts, period.id) != whole.parts.end()) {
      return 1 + depth_of(plan, whole);  // load refuses circles
    }
  }
  return 0;
}

}  // namespace

const std::vector<Measure>& Track::measures() const {
  return series == nullptr ? indicator->measures : series->measures;
}

ValueType Track::type() const {
  return series != nullptr && series->type ? *series->type : indicator->type;
}

std::optional<Direction> Track::direction() const {
  return series != nullptr && series->direction ? series->direction : indicator->direction;
}

const std::string& Track::id() const {
  return series == nullptr ? indicator->id : series->id;
}

const Origin& Track::origin() const {
  return series == nullptr ? indicator->origin : series->origin;
}

std::string Track::name(std::string_view language) const {
  std::string name = indicator->code.empty() ? indicator->id : indicator->code;
  if (series != nullptr && !series->label.empty()) {
    name.append(" (").append(series->label.in(language).text).append(")");
  }
  return name;
}

std::vector<Track> tracks_of(const Plan& plan) {
  std::vector<Track> tracks;
  for (const Indicator& indicator : plan.indicators) {
    if (indicator.series.empty() || !indicator.measures.empty()) {
      tracks.push_back({&indicator, nullptr});
    }
    for (const std::size_t series : indicator.series) {
      tracks.push_back({&indicator, &plan.series[series]});
    }
  }
  return tracks;
}

Calendar::Calendar(const Plan& plan) {
  for (std::size_t i = 0; i < plan.periods.size(); ++i) {
    const Period& period = plan.periods[i];
    entries_.emplace(period.id, Entry{i, depth_of(plan, period), &period});
  }
}

std::size_t Calendar::order(std::string_view period) const {
  const auto found = entries_.find(period);
  return found == entries_.end() ? entries_.size() : found->second.order;
}

int Calendar::depth(std::string_view period) const {
  const auto found = entries_.find(period);
  return found == entries_.end() ? 0 : found->second.depth;
}

const LocalText& Calendar::label(std::string_view period) const {
  static const LocalText none;
  const auto found = entries_.find(period);
  return found == entries_.end() ? none : found->second.period->label;
}

std::optional<Decimal> level_of(const IndicatorValue& value) {
  if (const auto* const number = std::get_if<Decimal>(&value.data)) {
    return *number;
  }
  if (const auto* const step = std::get_if<ScaleStep>(&value.data)) {
    return Decimal{step->digit, 0};
  }
  if (const auto* const answer = std::get_if<bool>(&value.data)) {
    return Decimal{*answer ? 1 : 0, 0};
  }
  return std::nullopt;
}

const Measure* final_target(const Calendar& calendar, const std::vector<Measure>& measures,
                            std::string_view set) {
  const Measure* last = nullptr;
  for (const Measure& measure : measures) {
    if (measure.kind == Measured::target && measure.set == set && level_of(measure.value) &&
        (last == nullptr || calendar.order(measure.period) >= calendar.order(last->period))) {
      last = &measure;
    }
  }
  return last;
}

std::vector<std::string> target_sets(const std::vector<Measure>& measures) {
  std::vector<std::string> sets;
  for (const Measure& measure : measures) {
    if (measure.kind == Measured::target && std::ranges::find(sets, measure.set) == sets.end()) {
      sets.push_back(measure.set);
    }
  }
  std::ranges::sort(sets);
  return sets;
}

Finding track_finding(const char* id, const Track& track, const Measure* measure) {
  Finding finding;
  finding.diagnostic.id = id;
  finding.diagnostic.origin = measure == nullptr ? track.origin() : measure->origin;
  finding.row = track.id();
  Arguments& args = finding.diagnostic.args;
  add_text(args, "what", track.name("en"), track.name("fr"));
  args.emplace_back("value", measure == nullptr ? "" : measure->origin.text);
  return finding;
}

void add_related(Finding& finding, const char* key, Origin origin, const Arguments& args) {
  Arguments all = finding.diagnostic.args;
  for (const auto& [name, value] : args) {
    const auto known = std::ranges::find(all, name, &std::pair<std::string, Argument>::first);
    if (known != all.end()) {
      known->second = value;
    } else {
      all.emplace_back(name, value);
    }
  }
  finding.diagnostic.related.push_back({key, std::move(all), std::move(origin)});
}

void add_period(Arguments& args, const Calendar& calendar, std::string_view period) {
  add_text(args, "period", calendar.label(period), period);
}

void Group::add(Origin origin, std::string name_en, std::string name_fr) {
  places_.push_back({std::move(origin), std::move(name_en), std::move(name_fr)});
}

Finding Group::finding(const char* id, std::size_t of) const {
  Finding finding;
  finding.diagnostic.id = id;
  finding.diagnostic.origin = places_.front().origin;
  std::string en;
  std::string fr;
  for (std::size_t i = 0; i < std::min(places_.size(), names_shown); ++i) {
    en.append(i == 0 ? "" : ", ").append(places_[i].en);
    fr.append(i == 0 ? "" : ", ").append(places_[i].fr);
  }
  if (places_.size() > names_shown) {
    en.append(", …");
    fr.append(", …");
  }
  Arguments& args = finding.diagnostic.args;
  args.emplace_back("count", static_cast<std::int64_t>(places_.size()));
  args.emplace_back("of", static_cast<std::int64_t>(of));
  add_text(args, "names", en, fr);
  for (std::size_t i = 1; i < std::min(places_.size(), places_shown); ++i) {
    Arguments also;
    add_text(also, "name", places_[i].en, places_[i].fr);
    finding.diagnostic.related.push_back({"also", std::move(also), places_[i].origin});
  }
  return finding;
}

std::string folded_words(const LocalText& text) {
  std::string all = "_";
  for (const auto& [language, words] : text.by_language) {
    all.append(folded(words)).append("_");
  }
  std::ranges::replace(all, '.', '_');
  return all;
}

bool says(std::string_view folded_text, std::span<const std::string_view> phrases) {
  return std::ranges::any_of(phrases, [&](std::string_view phrase) {
    for (std::size_t at = folded_text.find(phrase); at != std::string_view::npos;
         at = folded_text.find(phrase, at + 1)) {
      const std::size_t end = at + phrase.size();
      if ((at == 0 || folded_text[at - 1] == '_') &&
          (end == folded_text.size() || folded_text[end] == '_')) {
        return true;
      }
    }
    return false;
  });
}

const Table* table_of(const Plan& plan, std::string_view name) {
  const auto found = plan.tables.find(name);
  return found == plan.tables.end() ? nullptr : &found->second;
}

std::string_view typed_in(const Record& record, std::string_view column) {
  const Cell* const cell = record.find(column);
  return cell == nullptr ? std::string_view() : std::string_view(cell->typed);
}

Origin place_of(const Record& record, std::string_view column) {
  for (const Cell& cell : record.cells) {
    if (cell.column->name == column) {
      return record.origin_of(cell);
    }
  }
  return record.origin;
}

std::string name_of_row(const Record& record) {
  if (!record.id.empty()) {
    return record.id;
  }
  for (const Cell& cell : record.cells) {
    if (cell.column->type == ColumnType::reference) {
      return std::string(record.word(cell.column->name));
    }
  }
  return "#" + std::to_string(record.origin.row);
}

}  // namespace rapporteur::check
