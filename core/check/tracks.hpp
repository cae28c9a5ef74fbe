// What a plan measures, looked at series by series: an indicator without series is one track, with
// series each of them is one. And how findings about many rows become one.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/rule.hpp"

namespace rapporteur::check {

struct Track {
  const Indicator* indicator = nullptr;
  const Series* series = nullptr;  ///< nullptr: the indicator itself

  [[nodiscard]] const std::vector<Measure>& measures() const;
  [[nodiscard]] ValueType type() const;
  [[nodiscard]] std::optional<Direction> direction() const;
  [[nodiscard]] const std::string& id() const;
  [[nodiscard]] const Origin& origin() const;
  /// Code, or id, and the label of the series: "3.1.2 (Girls)".
  [[nodiscard]] std::string name(std::string_view language) const;
};
[[nodiscard]] std::vector<Track> tracks_of(const Plan& plan);

/// Where the periods of a plan stand, and how deep (a quarter is a part of a year).
class Calendar {
 public:
  explicit Calendar(const Plan& plan);
  /// Place in the order of plan.yaml; a value without period stands behind all.
  [[nodiscard]] std::size_t order(std::string_view period) const;
  [[nodiscard]] int depth(std::string_view period) const;
  [[nodiscard]] const LocalText& label(std::string_view period) const;

 private:
  struct Entry {
    std::size_t order = 0;
    int depth = 0;
    const Period* period = nullptr;
  };
  std::map<std::string, Entry, std::less<>> entries_;
};

/// A value on a line: a number, a step of a scale, no and yes as 0 and 1.
[[nodiscard]] std::optional<Decimal> level_of(const IndicatorValue& value);
/// The last target of a set that has a level.
[[nodiscard]] const Measure* final_target(const Calendar& calendar,
                                          const std::vector<Measure>& measures,
                                          std::string_view set);
/// The target sets of a track, the main one ("") first when it has it.
[[nodiscard]] std::vector<std::string> target_sets(const std::vector<Measure>& measures);

/// A finding about a value (or, without one, the track's row), with `what_en`, `what_fr`, `value`.
[[nodiscard]] Finding track_finding(const char* id, const Track& track, const Measure* measure);
void add_related(Finding& finding, const char* key, Origin origin, const Arguments& args = {});
/// Adds `period_en`, `period_fr`.
void add_period(Arguments& args, const Calendar& calendar, std::string_view period);

/// Rows with one and the same fault: one finding at the first, with `count`, `of`, and the names of
/// the first few (`names_en`, `names_fr`); the others stand in `related` under "also".
class Group {
 public:
  void add(Origin origin, std::string name_en, std::string name_fr);
  void add(const Origin& origin, const std::string& name) { add(origin, name, name); }
  [[nodiscard]] std::size_t size() const { return places_.size(); }
  [[nodiscard]] bool empty() const { return places_.empty(); }
  /// The finding; none may be empty.
  [[nodiscard]] Finding finding(const char* id, std::size_t of) const;

 private:
  struct Place {
    Origin origin;
    std::string en;
    std::string fr;
  };
  std::vector<Place> places_;
};

/// The folded text ("pas_de_donnees") between underscores, for `says`.
[[nodiscard]] std::string folded_words(const LocalText& text);
/// True when a folded text holds one of the folded phrases as whole words.
[[nodiscard]] bool says(std::string_view folded_text, std::span<const std::string_view> phrases);

/// The table, nullptr when the plan has none.
[[nodiscard]] const Table* table_of(const Plan& plan, std::string_view name);
/// What was typed in a cell; empty when there is none.
[[nodiscard]] std::string_view typed_in(const Record& record, std::string_view column);
/// Place of a cell, or of its row when the cell is empty.
[[nodiscard]] Origin place_of(const Record& record, std::string_view column);
/// Id of a row, or what it refers to, or "#12".
[[nodiscard]] std::string name_of_row(const Record& record);

}  // namespace rapporteur::check
