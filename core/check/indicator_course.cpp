// How values go on from the baseline to the target.
#include <algorithm>

#include "check/indicator_rules.hpp"
#include "check/tracks.hpp"
#include "plan/exact.hpp"

namespace rapporteur::check {
namespace {

constexpr std::size_t few_periods = 3;  // equal targets in a row that look annual

bool is_less(const Decimal& a, const Decimal& b) {
  return compare_decimals(a, b) < 0;
}
bool is_equal(const Decimal& a, const Decimal& b) {
  return compare_decimals(a, b) == 0;
}

/// The numbers of a kind and set, in the order of periods of one depth.
std::vector<const Measure*> numbers_of(const Calendar& calendar, const Track& track, Measured kind,
                                       std::string_view set) {
  std::vector<const Measure*> numbers;
  for (const Measure& measure : track.measures()) {
    if (measure.kind == kind && measure.set == set && !measure.period.empty() &&
        std::holds_alternative<Decimal>(measure.value.data)) {
      numbers.push_back(&measure);
    }
  }
  std::ranges::stable_sort(numbers, [&](const Measure* a, const Measure* b) {
    return std::pair(calendar.depth(a->period), calendar.order(a->period)) <
           std::pair(calendar.depth(b->period), calendar.order(b->period));
  });
  return numbers;
}

const Decimal& number_in(const Measure& measure) {
  return std::get<Decimal>(measure.value.data);
}

/// A cumulative series that decreases, or stands still.
void test_run(const Calendar& calendar, const Track& track, const std::vector<const Measure*>& run,
              std::optional<Finding>& standing, std::vector<Finding>& findings) {
  std::optional<Finding> flat;
  std::size_t equal = 0;
  for (std::size_t i = 1; i < run.size(); ++i) {
    const Measure& before = *run[i - 1];
    const Measure& now = *run[i];
    if (calendar.depth(before.period) != calendar.depth(now.period)) {
      continue;
    }
    const auto describe = [&](Finding& finding) {
      Arguments& args = finding.diagnostic.args;
      args.emplace_back("before", before.origin.text);
      args.emplace_back("kind", std::string(name_of(now.kind)));
      add_period(args, calendar, now.period);
      add_text(args, "earlier", calendar.label(before.period), before.period);
    };
    if (is_less(number_in(now), number_in(before))) {
      Finding finding = track_finding("series-falls", track, &now);
      describe(finding);
      add_related(finding, "before", before.origin);
      findings.push_back(std::move(finding));
    } else if (is_equal(number_in(now), number_in(before)) && now.kind == Measured::target) {
      ++equal;
      if (flat) {
        Arguments also;
        add_period(also, calendar, now.period);
        add_related(*flat, "also", now.origin, also);
      } else {
        flat = track_finding("target-flat", track, &now);
        describe(*flat);
      }
    }
  }
  if (!flat) {
    return;
  }
  if (equal + 1 == run.size() && run.size() >= few_periods && number_in(*run[0]).digits != 0) {
    flat = track_finding("cumulative-label", track, run[0]);
    flat->diagnostic.args.emplace_back("count", static_cast<std::int64_t>(run.size()));
  }
  if (!standing) {
    standing = std::move(flat);  // one finding a series, whatever its target sets
  } else if (standing->diagnostic.id == flat->diagnostic.id) {
    std::ranges::move(flat->diagnostic.related, std::back_inserter(standing->diagnostic.related));
    Arguments also = flat->diagnostic.args;
    add_related(*standing, "also", flat->diagnostic.origin, also);
  }
}

/// What a course is tested against.
struct Frame {
  const Measure* baseline = nullptr;
  const Measure* target = nullptr;
  Decimal from;
  Decimal to;
};

std::optional<Frame> frame_of(const Calendar& calendar, const Track& track, std::string_view set) {
  const Measure* const target = final_target(calendar, track.measures(), set);
  const auto baseline = std::ranges::find_if(track.measures(), [](const Measure& measure) {
    return measure.kind == Measured::baseline && level_of(measure.value).has_value();
  });
  if (target == nullptr || baseline == track.measures().end()) {
    return std::nullopt;
  }
  return Frame{&*baseline, target, *level_of(baseline->value), *level_of(target->value)};
}

void describe(Finding& finding, const Frame& frame) {
  finding.diagnostic.args.emplace_back("baseline", frame.baseline->origin.text);
  finding.diagnostic.args.emplace_back("target", frame.target->origin.text);
}

std::vector<const Measure*> milestones_outside(const Track& track, const Frame& frame,
                                               std::string_view set) {
  std::vector<const Measure*> outside;
  const Decimal& low = is_less(frame.from, frame.to) ? frame.from : frame.to;
  const Decimal& high = is_less(frame.from, frame.to) ? frame.to : frame.from;
  for (const Measure& measure : track.measures()) {
    const auto level = level_of(measure.value);
    if (measure.kind == Measured::milestone && measure.set == set && level &&
        (is_less(*level, low) || is_less(high, *level))) {
      outside.push_back(&measure);
    }
  }
  return outside;
}

/// Against the direction; "-5 %" where more is progress.
void test_signs(const Track& track, std::vector<Finding>& findings) {
  const auto direction = track.direction();
  if (!direction || *direction == Direction::maintain) {
    return;
  }
  for (const Measure& measure : track.measures()) {
    const auto* const relative = std::get_if<Relative>(&measure.value.data);
    if (relative == nullptr || measure.kind == Measured::baseline ||
        measure.kind == Measured::actual || relative->change.digits == 0 ||
        (relative->change.digits > 0) == (*direction == Direction::up)) {
      continue;
    }
    Finding finding = track_finding("direction", track, &measure);
    Arguments& args = finding.diagnostic.args;
    args.emplace_back("way", *direction == Direction::up ? "up" : "down");
    args.emplace_back("target", measure.origin.text);
    args.emplace_back("baseline", "");
    args.emplace_back("relative", "yes");
    findings.push_back(std::move(finding));
  }
}

void test_frame(const Track& track, const Frame& frame, std::string_view set,
                std::vector<Finding>& findings) {
  const auto direction = track.direction();
  const std::vector<const Measure*> outside = milestones_outside(track, frame, set);
  const bool is_equal_frame = is_equal(frame.from, frame.to);
  const bool is_wrong = direction && *direction != Direction::maintain && !is_equal_frame &&
                        is_less(frame.from, frame.to) != (*direction == Direction::up);
  if (is_wrong) {
    Finding finding = track_finding("direction", track, frame.target);
    describe(finding, frame);
    finding.diagnostic.args.emplace_back("way", *direction == Direction::up ? "up" : "down");
    finding.diagnostic.args.emplace_back("relative", "no");
    add_related(finding, "baseline", frame.baseline->origin);
    for (const Measure* const milestone : outside) {
      add_related(finding, "milestone", milestone->origin, {{"value", milestone->origin.text}});
    }
    findings.push_back(std::move(finding));
    return;
  }
  for (const Measure* const milestone : outside) {
    Finding finding = track_finding("milestone-outside", track, milestone);
    describe(finding, frame);
    add_related(finding, "baseline", frame.baseline->origin);
    add_related(finding, "target", frame.target->origin);
    findings.push_back(std::move(finding));
  }
  if (outside.empty() && is_equal_frame && direction && *direction != Direction::maintain &&
      frame.from.digits != 0 && std::holds_alternative<Decimal>(frame.target->value.data)) {
    Finding finding = track_finding("target-is-baseline", track, frame.target);
    describe(finding, frame);
    add_related(finding, "baseline", frame.baseline->origin);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

void test_series_falls(const Subject& subject, std::vector<Finding>& findings) {
  const Calendar calendar(subject.plan);
  for (const Track& track : tracks_of(subject.plan)) {
    if (track.indicator->aggregation != Aggregation::cumulative ||
        track.direction() == Direction::down) {
      continue;
    }
    std::optional<Finding> standing;
    for (const std::string& set : target_sets(track.measures())) {
      test_run(calendar, track, numbers_of(calendar, track, Measured::target, set), standing,
               findings);
    }
    for (const Measured kind : {Measured::milestone, Measured::actual}) {
      test_run(calendar, track, numbers_of(calendar, track, kind, ""), standing, findings);
    }
    if (standing) {
      findings.push_back(std::move(*standing));
    }
  }
}

void test_course(const Subject& subject, std::vector<Finding>& findings) {
  const Calendar calendar(subject.plan);
  for (const Track& track : tracks_of(subject.plan)) {
    test_signs(track, findings);
    for (const std::string& set : target_sets(track.measures())) {
      if (const auto frame = frame_of(calendar, track, set)) {
        test_frame(track, *frame, set, findings);
      }
    }
  }
}

/// A milestone that is the baseline, on the way to another target: nothing is due by then.
void test_flat_milestones(const Subject& subject, std::vector<Finding>& findings) {
  const Calendar calendar(subject.plan);
  Group group;
  std::size_t all = 0;
  for (const Track& track : tracks_of(subject.plan)) {
    const auto frame = frame_of(calendar, track, "");
    if (!frame || is_equal(frame->from, frame->to) ||
        !std::holds_alternative<Decimal>(frame->target->value.data)) {
      continue;
    }
    for (const Measure& measure : track.measures()) {
      const auto level = level_of(measure.value);
      if (measure.kind != Measured::milestone || !measure.set.empty() || !level) {
        continue;
      }
      ++all;
      if (is_equal(*level, frame->from)) {
        group.add(measure.origin, track.name("en"), track.name("fr"));
      }
    }
  }
  if (!group.empty()) {
    findings.push_back(group.finding("milestone-is-baseline", all));
  }
}

}  // namespace rapporteur::check
