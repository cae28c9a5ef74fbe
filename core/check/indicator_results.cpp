// What was reached, against the baseline and against what its own note says.
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "check/indicator_rules.hpp"
#include "check/tracks.hpp"
#include "plan/exact.hpp"

namespace rapporteur::check {
namespace {

constexpr std::size_t few_series = 3;

// Folded: lower case, no accents, "_" between words.
constexpr std::array<std::string_view, 14> no_data = {"pas_de_donnees",
                                                      "donnees_non_disponibles",
                                                      "donnees_indisponibles",
                                                      "aucune_donnee",
                                                      "non_mesure",
                                                      "non_mesuree",
                                                      "pas_ete_mesure",
                                                      "pas_ete_mesuree",
                                                      "no_data",
                                                      "data_are_not_available",
                                                      "data_not_available",
                                                      "not_measured",
                                                      "not_been_measured",
                                                      "are_not_available"};
constexpr std::array<std::string_view, 6> estimated = {"estimation", "estimations", "estimate",
                                                       "estimates",  "estime",      "estimes"};
constexpr std::array<std::string_view, 18> ongoing = {"en_cours",
                                                      "en_voie_de",
                                                      "sera_disponible",
                                                      "sera_renseigne",
                                                      "seront_disponibles",
                                                      "sera_renseignee",
                                                      "ongoing",
                                                      "under_way",
                                                      "in_progress",
                                                      "being_set_up",
                                                      "will_be_available",
                                                      "will_be_filled_in",
                                                      "not_yet",
                                                      "pas_encore",
                                                      "ne_peut_etre_etablie",
                                                      "ne_peut_etre_etabli",
                                                      "cannot_be_established",
                                                      "non_realisee"};
constexpr std::array<std::string_view, 9> undone = {
    "non_realisee", "pas_ete_realisee", "not_carried_out", "not_been_carried_out",
    "a_retire_son", "a_ete_retire",     "took_back",       "withdrawn",
    "withdrew"};
constexpr std::array<std::string_view, 6> summed = {"cumul",      "cumule",    "cumules",
                                                    "cumulative", "cumulated", "nombre_cumule"};

const Measure* main_baseline(const Track& track) {
  const auto found = std::ranges::find(track.measures(), Measured::baseline, &Measure::kind);
  return found == track.measures().end() ? nullptr : &*found;
}

bool is_number(const IndicatorValue& value) {
  return std::holds_alternative<Decimal>(value.data);
}

bool is_same(const IndicatorValue& a, const IndicatorValue& b) {
  return is_number(a) && is_number(b) &&
         compare_decimals(std::get<Decimal>(a.data), std::get<Decimal>(b.data)) == 0;
}

/// A note stands on the first series of its indicator and speaks for all.
LocalText note_for(const Plan& plan, const Track& track, const Measure& actual) {
  if (!actual.note.empty() || track.series == nullptr) {
    return actual.note;
  }
  const Series& first = plan.series[track.indicator->series.front()];
  const Measure* const shown = find_measure(first.measures, Measured::actual, actual.period);
  return shown == nullptr ? LocalText{} : shown->note;
}

const Measure* milestone_of(const Track& track, std::string_view period) {
  return find_measure(track.measures(), Measured::milestone, period);
}

void add_note(Finding& finding, const LocalText& note) {
  constexpr std::size_t excerpt = 90;
  add_text(finding.diagnostic.args, "note", shortened(note.in("en").text, excerpt),
           shortened(note.in("fr").text, excerpt));
}

/// All of what can be reached: yes, or every item that the target asks for.
bool is_complete(const Calendar& calendar, const Track& track, const Measure& actual) {
  if (const auto* const answer = std::get_if<bool>(&actual.value.data)) {
    return *answer;
  }
  const auto* const items = std::get_if<std::vector<std::string>>(&actual.value.data);
  if (items == nullptr || items->empty()) {
    return false;
  }
  const Measure* target = nullptr;
  for (const Measure& measure : track.measures()) {
    if (measure.kind == Measured::target &&
        (target == nullptr || calendar.order(measure.period) >= calendar.order(target->period))) {
      target = &measure;
    }
  }
  const auto* const due =
      target == nullptr ? nullptr : std::get_if<std::vector<std::string>>(&target->value.data);
  return due != nullptr && items->size() >= due->size();
}

/// The whole numbers in a text, group separators taken out.
std::vector<std::int64_t> numbers_in(std::string_view text) {
  constexpr std::size_t longest = 15;
  std::vector<std::int64_t> numbers;
  std::string digits;
  const auto close = [&] {
    if (!digits.empty() && digits.size() <= longest) {
      numbers.push_back(std::stoll(digits));
    }
    digits.clear();
  };
  const auto is_digit = [&](std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_digit(i)) {
      digits.push_back(text[i]);
      continue;
    }
    std::size_t width = 0;
    for (const std::string_view group : {" ", ",", "\u00A0", "\u202F", "\u2009"}) {
      width = text.substr(i).starts_with(group) ? group.size() : width;
    }
    const std::size_t next = i + width;
    if (width > 0 && !digits.empty() && is_digit(next) && is_digit(next + 1) &&
        is_digit(next + 2) && !is_digit(next + 3)) {
      i = next - 1;
      continue;
    }
    close();
  }
  close();
  return numbers;
}

}  // namespace

void test_actual_is_baseline(const Subject& subject, std::vector<Finding>& findings) {
  const Plan& plan = subject.plan;
  const auto describe = [](const Measure& actual, Finding& finding, const Measure& baseline) {
    finding.diagnostic.args.emplace_back("baseline", baseline.origin.text);
    add_related(finding, "baseline", baseline.origin, {{"value", actual.origin.text}});
  };
  for (const Indicator& indicator : plan.indicators) {
    std::vector<std::pair<const Measure*, const Measure*>> moved_nothing;
    std::size_t results = 0;
    for (std::size_t i = 0; i < std::max<std::size_t>(indicator.series.size(), 1); ++i) {
      const Track track{&indicator,
                        indicator.series.empty() ? nullptr : &plan.series[indicator.series[i]]};
      const Measure* const baseline = main_baseline(track);
      for (const Measure& actual : track.measures()) {
        if (actual.kind != Measured::actual || actual.period != plan.reporting_period ||
            baseline == nullptr || !is_number(actual.value)) {
          continue;
        }
        ++results;
        if (!is_same(actual.value, baseline->value)) {
          continue;
        }
        const bool was_zero = std::get<Decimal>(actual.value.data).digits == 0;
        const LocalText note = note_for(plan, track, actual);
        const std::string words = folded_words(note);
        const Measure* const milestone = milestone_of(track, actual.period);
        const bool was_due = milestone != nullptr && is_number(milestone->value) &&
                             !is_same(milestone->value, baseline->value);
        const bool is_unknown = says(words, no_data);
        if (!was_zero && (is_unknown || (was_due && says(words, estimated)))) {
          Finding finding =
              track_finding(is_unknown ? "actual-is-baseline" : "actual-unchanged", track, &actual);
          finding.diagnostic.args.emplace_back("why", "note");
          finding.diagnostic.args.emplace_back("count", std::int64_t{1});
          add_note(finding, note);
          describe(actual, finding, *baseline);
          findings.push_back(std::move(finding));
        } else if (!was_zero && was_due) {
          moved_nothing.emplace_back(&actual, baseline);
        }
      }
    }
    if (moved_nothing.size() >= few_series && moved_nothing.size() == results) {
      const auto& [actual, baseline] = moved_nothing.front();
      Finding finding = track_finding("actual-unchanged", {&indicator, nullptr}, actual);
      finding.diagnostic.args.emplace_back("why", "all");
      finding.diagnostic.args.emplace_back("count", static_cast<std::int64_t>(results));
      add_note(finding, {});
      describe(*actual, finding, *baseline);
      findings.push_back(std::move(finding));
    }
  }
}

void test_actual_ongoing(const Subject& subject, std::vector<Finding>& findings) {
  const Calendar calendar(subject.plan);
  for (const Track& track : tracks_of(subject.plan)) {
    for (const Measure& actual : track.measures()) {
      if (actual.kind != Measured::actual) {
        continue;
      }
      const std::string words = folded_words(actual.note);
      const auto* const number = std::get_if<Decimal>(&actual.value.data);
      const bool is_reached = is_complete(calendar, track, actual);
      const bool is_counted = number != nullptr && number->digits > 0;
      if ((is_reached && (actual.due || says(words, ongoing))) ||
          (is_counted && says(words, undone))) {
        Finding finding = track_finding("actual-but-ongoing", track, &actual);
        add_note(finding, actual.note);
        finding.diagnostic.args.emplace_back("has_due", actual.due ? "yes" : "no");
        finding.diagnostic.args.emplace_back("has_note", actual.note.empty() ? "no" : "yes");
        findings.push_back(std::move(finding));
      }
    }
  }
}

/// A result that is one year's, beside a target that is the programme's: its own note compares the
/// cumulative number with that target.
void test_annual_figures(const Subject& subject, std::vector<Finding>& findings) {
  const Calendar calendar(subject.plan);
  for (const Track& track : tracks_of(subject.plan)) {
    const Measure* const target = final_target(calendar, track.measures(), "");
    const auto* const goal =
        target == nullptr ? nullptr : std::get_if<Decimal>(&target->value.data);
    if (track.indicator->aggregation != Aggregation::annual || goal == nullptr ||
        goal->scale != 0) {
      continue;
    }
    for (const Measure& actual : track.measures()) {
      const auto* const number = std::get_if<Decimal>(&actual.value.data);
      if (actual.kind != Measured::actual || number == nullptr || number->scale != 0 ||
          !says(folded_words(actual.note), summed)) {
        continue;
      }
      for (const auto& [language, note] : actual.note.by_language) {
        const std::vector<std::int64_t> numbers = numbers_in(note);
        const auto at = std::ranges::find(numbers, goal->digits);
        if (at == numbers.end() || at == numbers.begin() || *(at - 1) <= number->digits) {
          continue;
        }
        Finding finding = track_finding("annual-result", track, &actual);
        Arguments& args = finding.diagnostic.args;
        args.emplace_back("target", target->origin.text);
        args.emplace_back("cumulative", *(at - 1));
        add_related(finding, "target", target->origin);
        findings.push_back(std::move(finding));
        break;
      }
    }
  }
}

}  // namespace rapporteur::check
