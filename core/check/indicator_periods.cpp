// Targets and milestones against the periods, and series of an indicator against each other.
#include <algorithm>
#include <set>

#include "check/indicator_rules.hpp"
#include "check/tracks.hpp"
#include "plan/exact.hpp"

namespace rapporteur::check {
namespace {

constexpr std::int64_t near = 2;  // shares within this factor are alike
constexpr std::int64_t far = 5;   // and one that is off by this factor is not
constexpr std::size_t few_series = 3;
constexpr int share_decimals = 4;
constexpr std::int64_t share_unit = 10000;

bool is_stop(const Measure& measure) {
  const auto* const missing = std::get_if<Missing>(&measure.value.data);
  return missing != nullptr && *missing != Missing::pending;
}

struct Share {
  const Track* track = nullptr;
  const Measure* milestone = nullptr;
  const Measure* target = nullptr;
  std::int64_t share = 0;  ///< milestone in target, × 10^-4 per cent
};

std::optional<Share> share_of(const Calendar& calendar, const Track& track) {
  const Measure* const target = final_target(calendar, track.measures(), "");
  if (target == nullptr) {
    return std::nullopt;
  }
  const auto milestone = std::ranges::find_if(track.measures(), [](const Measure& measure) {
    return measure.kind == Measured::milestone && measure.set.empty();
  });
  if (milestone == track.measures().end()) {
    return std::nullopt;
  }
  const auto* const part = std::get_if<Decimal>(&milestone->value.data);
  const auto* const whole = std::get_if<Decimal>(&target->value.data);
  if (part == nullptr || whole == nullptr || part->scale != 0 || whole->scale != 0 ||
      part->digits <= 0 || whole->digits <= 0) {
    return std::nullopt;
  }
  const auto share = percent_of(part->digits, whole->digits, share_decimals);
  return share ? std::optional(Share{&track, &*milestone, target, share->digits}) : std::nullopt;
}

void test_shares(const std::vector<Share>& shares, std::vector<Finding>& findings) {
  if (shares.size() <= few_series) {
    return;
  }
  for (const Share& odd : shares) {
    std::int64_t low = 0;
    std::int64_t high = 0;
    for (const Share& other : shares) {
      if (&other != &odd) {
        low = low == 0 ? other.share : std::min(low, other.share);
        high = std::max(high, other.share);
      }
    }
    if (high > low * near || (odd.share * far > low && odd.share < high * far)) {
      continue;
    }
    Finding finding = track_finding("milestone-odd", *odd.track, odd.milestone);
    Arguments& args = finding.diagnostic.args;
    args.emplace_back("target", odd.target->origin.text);
    const auto percent = [](std::int64_t share) { return (share + share_unit / 2) / share_unit; };
    args.emplace_back("share", percent(odd.share));
    args.emplace_back("low", percent(low));
    args.emplace_back("high", percent(high));
    findings.push_back(std::move(finding));
  }
}

}  // namespace

/// Targets that end before the last period for which the plan sets any.
void test_final_targets(const Subject& subject, std::vector<Finding>& findings) {
  const Calendar calendar(subject.plan);
  const std::vector<Track> tracks = tracks_of(subject.plan);
  std::size_t last = 0;
  for (const Track& track : tracks) {
    for (const Measure& measure : track.measures()) {
      if (measure.kind == Measured::target && !measure.period.empty() && !is_stop(measure)) {
        last = std::max(last, calendar.order(measure.period));
      }
    }
  }
  for (const Track& track : tracks) {
    std::optional<Finding> finding;
    for (const std::string& set : target_sets(track.measures())) {
      std::size_t reached = 0;
      std::size_t set_periods = 0;
      const Measure* end = nullptr;
      for (const Measure& measure : track.measures()) {
        if (measure.kind != Measured::target || measure.set != set || measure.period.empty()) {
          continue;
        }
        if (is_stop(measure)) {
          end = calendar.order(measure.period) == last ? &measure : end;
        } else {
          reached = std::max(reached, calendar.order(measure.period));
          ++set_periods;
        }
      }
      if (end == nullptr || set_periods == 0 || reached == last) {
        continue;
      }
      if (finding) {
        add_related(*finding, "also", end->origin);
        continue;
      }
      finding = track_finding("final-target-missing", track, end);
      add_period(finding->diagnostic.args, calendar, end->period);
      add_text(finding->diagnostic.args, "last", calendar.label(subject.plan.periods[reached].id),
               subject.plan.periods[reached].id);
    }
    if (finding) {
      findings.push_back(std::move(*finding));
    }
  }
}

/// Milestones of another period than the one reported on, where most are of that one.
void test_milestone_periods(const Subject& subject, std::vector<Finding>& findings) {
  const std::string& reported = subject.plan.reporting_period;
  if (reported.empty()) {
    return;
  }
  const Calendar calendar(subject.plan);
  Group group;
  std::size_t all = 0;
  std::set<std::string> others;
  for (const Track& track : tracks_of(subject.plan)) {
    const Measure* other = nullptr;
    bool is_of_period = false;
    for (const Measure& measure : track.measures()) {
      if (measure.kind == Measured::milestone) {
        is_of_period = is_of_period || measure.period == reported;
        other = &measure;
      }
    }
    all += other == nullptr ? 0 : 1;
    if (other != nullptr && !is_of_period) {
      group.add(other->origin, track.name("en"), track.name("fr"));
      others.insert(other->period);
    }
  }
  if (group.empty() || group.size() * 2 > all) {
    return;
  }
  Finding finding = group.finding("milestone-period", all);
  add_period(finding.diagnostic.args, calendar, reported);
  std::string en;
  std::string fr;
  for (const std::string& other : others) {
    const LocalText& label = calendar.label(other);
    en.append(en.empty() ? "" : ", ").append(label.empty() ? other : label.in("en").text);
    fr.append(fr.empty() ? "" : ", ").append(label.empty() ? other : label.in("fr").text);
  }
  add_text(finding.diagnostic.args, "others", en, fr);
  findings.push_back(std::move(finding));
}

/// One series whose milestone is a far smaller or larger share of its target than the others'.
void test_milestone_shares(const Subject& subject, std::vector<Finding>& findings) {
  const Calendar calendar(subject.plan);
  const std::vector<Track> tracks = tracks_of(subject.plan);
  std::vector<Share> shares;
  for (std::size_t i = 0; i < tracks.size(); ++i) {
    if (i > 0 && tracks[i].indicator != tracks[i - 1].indicator) {
      test_shares(shares, findings);
      shares.clear();
    }
    if (const auto share = share_of(calendar, tracks[i])) {
      shares.push_back(*share);
    }
  }
  test_shares(shares, findings);
}

}  // namespace rapporteur::check
