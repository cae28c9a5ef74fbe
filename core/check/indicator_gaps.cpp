// What indicators lack: baselines, dates, sources, disaggregation, indicators at all.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.hpp"
#include "check/indicator_rules.hpp"
#include "check/tracks.hpp"

namespace rapporteur::check {
namespace {

constexpr int first_year = 1950;
constexpr int last_year = 2099;

constexpr std::array<std::string_view, 20> people = {
    "personne",     "personnes", "people",        "persons",
    "person",       "individus", "etudiants",     "students",
    "eleves",       "pupils",    "beneficiaires", "beneficiaries",
    "participants", "agents",    "staff",         "membres_du_personnel",
    "enseignants",  "teachers",  "journalistes",  "journalists"};
constexpr std::array<std::string_view, 9> sexes = {"sexe",   "sex",   "f_m",    "h_f",  "genre",
                                                   "gender", "sexes", "femmes", "women"};
constexpr std::array<std::string_view, 8> female = {
    "femmes", "women", "filles", "girls", "meres", "mothers", "defenseures", "survivantes"};
constexpr std::array<std::string_view, 6> male = {"hommes", "men",   "garcons",
                                                  "boys",   "peres", "fathers"};

/// "Nombre de femmes …": of one sex from the outset. "Nombre de jeunes et de femmes", "number of
/// women’s rights groups" and "nombre de femmes et d’hommes" are not.
bool is_of_one_sex(const LocalText& title) {
  const auto starts_with_one = [](const std::string& words, auto& of_one, auto& of_other) {
    return std::ranges::any_of(of_one, [&](std::string_view word) {
      for (const std::string_view before : {"nombre_de_", "nombre_d_", "number_of_"}) {
        const std::string start = std::string(before) + std::string(word) + "_";
        if (words.starts_with(start)) {
          const std::string rest = words.substr(start.size());
          return !rest.starts_with("et_") && !rest.starts_with("and_") && !rest.starts_with("s_") &&
                 !says(rest, of_other);
        }
      }
      return false;
    });
  };
  return std::ranges::any_of(title.by_language, [&](const auto& entry) {
    const std::string words = folded(entry.second) + "_";
    return starts_with_one(words, female, male) || starts_with_one(words, male, female);
  });
}

std::vector<int> years_in(std::string_view text) {
  std::vector<int> years;
  std::size_t digits = 0;
  int number = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool is_digit = i < text.size() && text[i] >= '0' && text[i] <= '9';
    if (is_digit) {
      number = digits < 4 ? number * 10 + (text[i] - '0') : number;
      ++digits;
      continue;
    }
    if (digits == 4 && number >= first_year && number <= last_year) {
      years.push_back(number);
    }
    digits = 0;
    number = 0;
  }
  return years;
}

bool is_dated(const Measure& baseline) {
  if (baseline.date || !baseline.period.empty() || !years_in(baseline.value.after).empty()) {
    return true;
  }
  return std::ranges::any_of(baseline.note.by_language,
                             [](const auto& entry) { return !years_in(entry.second).empty(); });
}

bool counts_people(const LocalText& unit) {
  return says(folded_words(unit), people);
}

bool is_by_sex(const Plan& plan, const Indicator& indicator) {
  return std::ranges::any_of(indicator.series,
                             [&](std::size_t series) { return !plan.series[series].sex.empty(); });
}

LocalText disaggregation_of(const Plan& plan, const Indicator& indicator) {
  const Table* const table = table_of(plan, "indicators");
  return table == nullptr ? LocalText{} : table->records[indicator.record].text("disaggregation");
}

LocalText source_of(const Plan& plan, const Indicator& indicator) {
  const Table* const table = table_of(plan, "indicators");
  return table == nullptr ? LocalText{} : table->records[indicator.record].text("source");
}

int year_of(const Plan& plan, std::string_view period) {
  const Period* const found = plan.find_period(period);
  if (found != nullptr && found->end) {
    return found->end->year;
  }
  const std::vector<int> years = years_in(period);
  return years.empty() ? 0 : years.back();
}

}  // namespace

void test_baselines(const Subject& subject, std::vector<Finding>& findings) {
  Group lacking;
  Group undated;
  std::vector<Finding> pending;
  std::size_t tracks = 0;
  std::size_t baselines = 0;
  for (const Track& track : tracks_of(subject.plan)) {
    const std::vector<Measure>& measures = track.measures();
    const bool is_aimed = std::ranges::any_of(measures, [](const Measure& measure) {
      const auto* const missing = std::get_if<Missing>(&measure.value.data);
      return (measure.kind == Measured::target || measure.kind == Measured::milestone) &&
             missing == nullptr;
    });
    if (!is_aimed) {
      continue;
    }
    const bool is_own = track.indicator->node.has_value();  // a framework's is kept by others
    tracks += is_own ? 1 : 0;
    const auto baseline = std::ranges::find(measures, Measured::baseline, &Measure::kind);
    const auto* const missing =
        baseline == measures.end() ? nullptr : std::get_if<Missing>(&baseline->value.data);
    if (baseline == measures.end() || (missing != nullptr && *missing == Missing::empty)) {
      if (is_own) {
        lacking.add(track.origin(), track.name("en"), track.name("fr"));
      }
    } else if (missing == nullptr) {
      baselines += is_own ? 1 : 0;
      if (is_own && !is_dated(*baseline)) {
        undated.add(baseline->origin, track.name("en"), track.name("fr"));
      }
    } else if (*missing == Missing::pending && !baseline->due) {
      pending.push_back(track_finding("baseline-pending", track, &*baseline));
    }
  }
  std::ranges::move(pending, std::back_inserter(findings));
  if (!lacking.empty() && baselines > 0) {
    findings.push_back(lacking.finding("missing-baseline", tracks));
  }
  if (!undated.empty() && undated.size() < baselines) {
    findings.push_back(undated.finding("missing-year", baselines));
  }
}

void test_indicator_sources(const Subject& subject, std::vector<Finding>& findings) {
  const Plan& plan = subject.plan;
  const Calendar calendar(plan);
  Group lacking;
  std::size_t all = 0;
  std::map<std::string, std::pair<int, Group>> by_source;  // last year said, indicators that go on
  std::map<std::string, int> last_target;
  for (const Indicator& indicator : plan.indicators) {
    if (!indicator.node) {
      continue;  // a framework's indicator is measured by others
    }
    ++all;
    const LocalText source = source_of(plan, indicator);
    const Track track{&indicator, nullptr};
    if (source.empty()) {
      lacking.add(indicator.origin, track.name("en"), track.name("fr"));
      continue;
    }
    const std::string text(source.in("fr").text);
    const std::vector<int> years = years_in(text);
    const Measure* last = nullptr;
    for (const Measure& measure : indicator.measures) {
      if (measure.kind == Measured::target && !measure.period.empty() &&
          !std::holds_alternative<Missing>(measure.value.data) &&
          (last == nullptr || calendar.order(measure.period) > calendar.order(last->period))) {
        last = &measure;
      }
    }
    const int due = last == nullptr ? 0 : year_of(plan, last->period);
    const int said = years.size() < 2 ? 0 : *std::ranges::max_element(years);
    if (said == 0 || due <= said || (plan.start && said < plan.start->year)) {
      continue;
    }
    by_source[text].first = said;
    last_target[text] = std::max(last_target[text], due);
    by_source[text].second.add(last->origin, track.name("en"), track.name("fr"));
  }
  if (!lacking.empty() && lacking.size() * 2 < all) {
    findings.push_back(lacking.finding("missing-source", all));
  }
  for (const auto& [source, years] : by_source) {
    Finding finding = years.second.finding("source-years", all);
    finding.diagnostic.args.emplace_back("source", source);
    finding.diagnostic.args.emplace_back("said", std::to_string(years.first));
    finding.diagnostic.args.emplace_back("due", std::to_string(last_target[source]));
    findings.push_back(std::move(finding));
  }
}

void test_disaggregation(const Subject& subject, std::vector<Finding>& findings) {
  const Plan& plan = subject.plan;
  const bool is_custom = std::ranges::any_of(plan.indicators, [&](const Indicator& indicator) {
    return says(folded_words(disaggregation_of(plan, indicator)), sexes) ||
           is_by_sex(plan, indicator);
  });
  Group unfilled;
  std::size_t asked = 0;
  for (const Indicator& indicator : plan.indicators) {
    if (!indicator.node) {
      continue;
    }
    const LocalText disaggregation = disaggregation_of(plan, indicator);
    const Track track{&indicator, nullptr};
    if (disaggregation.empty()) {
      if (is_custom && counts_people(indicator.unit) && !is_by_sex(plan, indicator) &&
          indicator.type != ValueType::percent && !is_of_one_sex(indicator.title)) {
        findings.push_back(track_finding("missing-disaggregation", track, nullptr));
      }
      continue;
    }
    const bool has_targets = std::ranges::any_of(indicator.measures, [](const Measure& measure) {
      return measure.kind == Measured::target &&
             !std::holds_alternative<Missing>(measure.value.data);
    });
    const bool says_part = std::ranges::any_of(indicator.measures, [](const Measure& measure) {
      LocalText words;
      words.by_language.emplace("", measure.value.after);
      return measure.kind == Measured::target &&
             (says(folded_words(words), female) || says(folded_words(words), male));
    });
    if (!indicator.series.empty() || has_targets) {
      ++asked;
      if (indicator.series.empty() && !says_part) {
        unfilled.add(indicator.origin, track.name("en"), track.name("fr"));
      }
    }
  }
  constexpr std::size_t habit = 5;  // of fewer, a plan may well break down results only
  if (!unfilled.empty() && asked >= habit) {
    findings.push_back(unfilled.finding("disaggregation-unfilled", asked));
  }
}

/// Nodes without an indicator on a level where nearly all have one.
void test_measured_nodes(const Subject& subject, std::vector<Finding>& findings) {
  constexpr std::size_t few = 5;  // one in five may lack, no more
  const Plan& plan = subject.plan;
  std::set<std::size_t> measured;
  for (const Indicator& indicator : plan.indicators) {
    if (indicator.node) {
      measured.insert(*indicator.node);
    }
  }
  for (const Level& level : plan.levels) {
    Group lacking;
    std::size_t all = 0;
    for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
      if (plan.nodes[i].level != level.id) {
        continue;
      }
      ++all;
      if (!measured.contains(i)) {
        const std::string& code =
            plan.nodes[i].code.empty() ? plan.nodes[i].id : plan.nodes[i].code;
        lacking.add(plan.nodes[i].origin, code);
      }
    }
    if (!lacking.empty() && lacking.size() * few <= all) {
      Finding finding = lacking.finding("missing-indicator", all);
      add_text(finding.diagnostic.args, "level", level.label, level.id);
      findings.push_back(std::move(finding));
    }
  }
}

}  // namespace rapporteur::check
