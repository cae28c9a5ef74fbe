// Values against the type of their indicator, and the type against the indicator's words.
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "check/indicator_rules.hpp"
#include "check/tracks.hpp"

namespace rapporteur::check {
namespace {

constexpr std::size_t few_percents =
    3;  // indicators that must type "%" before one without stands out

std::string_view kind_of(ValueType type) {
  switch (type) {
    case ValueType::yes_no:
      return "yes_no";
    case ValueType::ordinal:
      return "ordinal";
    case ValueType::composite:
      return "composite";
    case ValueType::percent:
      return "percent";
    default:
      return "number";
  }
}

/// "(police) ; 88,01% (gendarmerie)": a second measure behind the first.
bool holds_a_measure(std::string_view after) {
  for (std::size_t sign = after.find('%'); sign != std::string_view::npos;
       sign = after.find('%', sign + 1)) {
    std::string before(after.substr(0, sign));
    before = trimmed(before);
    if (!before.empty() && before.back() >= '0' && before.back() <= '9') {
      return true;
    }
  }
  return false;
}

bool is_number(const Measure& measure) {
  return std::holds_alternative<Decimal>(measure.value.data) ||
         std::holds_alternative<Relative>(measure.value.data);
}

enum class Wording { none, number, percent, extent };

Wording wording_of(const LocalText& title) {
  constexpr std::array<std::string_view, 2> number = {"nombre_d", "number_of"};
  constexpr std::array<std::string_view, 5> percent = {"pourcentage_d", "percentage_of", "taux_d",
                                                       "proportion_d", "proportion_of"};
  constexpr std::array<std::string_view, 4> extent = {"degre_d", "extent_to_which", "niveau_d",
                                                      "degree_of"};
  for (const auto& [language, text] : title.by_language) {
    const std::string words = folded(text);
    const auto starts = [&](std::string_view phrase) { return words.starts_with(phrase); };
    if (std::ranges::any_of(number, starts)) {
      return words.find("pourcentage") == std::string::npos &&
                     words.find("percentage") == std::string::npos
                 ? Wording::number
                 : Wording::none;
    }
    if (std::ranges::any_of(percent, starts) || trimmed(text).starts_with('%')) {
      return Wording::percent;
    }
    if (std::ranges::any_of(extent, starts)) {
      return Wording::extent;
    }
  }
  return Wording::none;
}

bool fits(Wording wording, ValueType type) {
  switch (wording) {
    case Wording::number:
      return type != ValueType::yes_no && type != ValueType::ordinal &&
             type != ValueType::checklist && type != ValueType::percent;
    case Wording::percent:
      return type != ValueType::count && type != ValueType::yes_no && type != ValueType::ordinal;
    case Wording::extent:
      return type != ValueType::count;
    case Wording::none:
      break;
  }
  return true;
}

/// How the numbers of an indicator in per cent are typed.
struct Percents {
  int with_sign = 0;
  int without_sign = 0;
  const Measure* first = nullptr;
};

Percents percents_of(const Track& track) {
  Percents percents;
  for (const Measure& measure : track.measures()) {
    const auto* const number = std::get_if<Decimal>(&measure.value.data);
    if (number == nullptr || number->digits == 0) {
      continue;
    }
    if (measure.origin.text.find('%') != std::string::npos) {
      ++percents.with_sign;
    } else if (number->scale == 0) {
      ++percents.without_sign;
      percents.first = percents.first == nullptr ? &measure : percents.first;
    }
  }
  return percents;
}

}  // namespace

/// A text where a number is due; two measures in one cell; a label that is not its digit's.
void test_value_types(const Subject& subject, std::vector<Finding>& findings) {
  for (const Track& track : tracks_of(subject.plan)) {
    const ValueType type = track.type();
    std::optional<Finding> doubled;
    for (const Measure& measure : track.measures()) {
      const auto* const text = std::get_if<std::string>(&measure.value.data);
      if (text != nullptr && type != ValueType::text) {
        Finding finding = track_finding("value-type", track, &measure);
        finding.diagnostic.args.emplace_back("kind", std::string(kind_of(type)));
        findings.push_back(std::move(finding));
      }
      const auto* const step = std::get_if<ScaleStep>(&measure.value.data);
      if (step != nullptr && step->label_differs) {
        Finding finding = track_finding("scale-label", track, &measure);
        finding.diagnostic.args.emplace_back("digit", std::int64_t{step->digit});
        finding.diagnostic.args.emplace_back("why", "differs");
        finding.diagnostic.args.emplace_back("has_its", "no");
        add_text(finding.diagnostic.args, "who", track.name("en"), track.name("fr"));
        const Scale* const scale = subject.plan.find_scale(track.indicator->scale);
        const auto found = std::ranges::find(scale->steps, step->digit, &Scale::Step::digit);
        add_text(finding.diagnostic.args, "meant", found->label, "");
        findings.push_back(std::move(finding));
      }
      if (is_number(measure) && holds_a_measure(measure.value.after)) {
        if (doubled) {
          add_related(*doubled, "also", measure.origin, {{"value", measure.origin.text}});
        } else {
          doubled = track_finding("two-measures", track, &measure);
        }
      }
    }
    if (doubled) {
      findings.push_back(std::move(*doubled));
    }
  }
}

/// "Number of …" with yes and no as values; a percentage that is typed like a count.
void test_wording(const Subject& subject, std::vector<Finding>& findings) {
  const std::vector<Track> tracks = tracks_of(subject.plan);
  std::vector<std::pair<const Track*, const Measure*>> without;
  std::size_t with_sign = 0;
  for (const Track& track : tracks) {
    if (track.type() != ValueType::percent) {
      continue;
    }
    const Percents percents = percents_of(track);
    if (percents.with_sign > 0 && percents.without_sign == 0) {
      ++with_sign;
    } else if (percents.with_sign == 0 && percents.without_sign > 1) {
      without.emplace_back(&track, percents.first);
    }
  }
  const auto report = [&](const char* id, const Track& track, const Measure* measure) {
    Finding finding = track_finding(id, track, measure);
    finding.row = track.indicator->id;
    findings.push_back(std::move(finding));
  };
  if (with_sign >= few_percents && without.size() * few_percents <= with_sign) {
    for (const auto& [track, measure] : without) {
      report("percent-as-count", *track, measure);
    }
  }
  for (const Indicator& indicator : subject.plan.indicators) {
    const Wording wording = wording_of(indicator.title);
    if (fits(wording, indicator.type)) {
      continue;
    }
    const Track track{&indicator, nullptr};
    Finding finding = track_finding("type-wording", track, nullptr);
    Arguments& args = finding.diagnostic.args;
    args.emplace_back("wording", wording == Wording::number    ? "number"
                                 : wording == Wording::percent ? "percent"
                                                               : "extent");
    args.emplace_back("type", indicator.type == ValueType::checklist
                                  ? "checklist"
                                  : std::string(kind_of(indicator.type)));
    if (const Table* const table = table_of(subject.plan, "indicators")) {
      finding.diagnostic.origin = place_of(table->records[indicator.record], "type");
    }
    findings.push_back(std::move(finding));
  }
}

/// "+5 %" of a percentage: five points, or five per cent of it?
void test_relative_targets(const Subject& subject, std::vector<Finding>& findings) {
  constexpr std::array<std::string_view, 8> said = {"point", "points",  "pp",       "pt",
                                                    "pts",   "relatif", "relative", "point_s"};
  Group group;
  std::size_t all = 0;
  for (const Track& track : tracks_of(subject.plan)) {
    if (track.type() != ValueType::percent) {
      continue;
    }
    all += 1;
    const std::string unit =
        folded_words(track.indicator->unit) + folded_words(track.indicator->title);
    for (const Measure& measure : track.measures()) {
      LocalText words = measure.note;
      words.by_language.emplace("after", measure.value.after);
      if (measure.kind == Measured::target && measure.value.is_percent &&
          std::holds_alternative<Relative>(measure.value.data) && !says(unit, said) &&
          !says(folded_words(words), said)) {
        group.add(measure.origin, track.name("en"), track.name("fr"));
        break;
      }
    }
  }
  if (!group.empty()) {
    findings.push_back(group.finding("relative-scope", all));
  }
}

}  // namespace rapporteur::check
