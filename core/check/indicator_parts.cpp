// Parts and wholes: series that are parts of a series, key figures below a key figure.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <tuple>

#include "base/text.hpp"
#include "check/indicator_rules.hpp"
#include "check/tracks.hpp"
#include "plan/exact.hpp"

namespace rapporteur::check {
namespace {

bool adds_up(ValueType type) {
  return type == ValueType::count || type == ValueType::amount;
}

const Decimal* number_in(const Measure* measure) {
  return measure == nullptr ? nullptr : std::get_if<Decimal>(&measure->value.data);
}

struct Sum {
  Decimal value;
  std::string en;
  std::string fr;
  bool is_whole = true;  ///< every part has a number

  void add(const Decimal* number) {
    const auto next = number == nullptr ? std::nullopt : add_decimals(value, *number);
    if (!next) {
      is_whole = false;
      return;
    }
    value = *next;
    en.append(en.empty() ? "" : " + ").append(decimal_text(*number, "en"));
    fr.append(fr.empty() ? "" : " + ").append(decimal_text(*number, "fr"));
  }
};

void describe_sum(Finding& finding, const Sum& sum, const Decimal& whole) {
  Arguments& args = finding.diagnostic.args;
  add_decimal(args, "sum", sum.value);
  add_decimal(args, "whole", whole);
  add_text(args, "parts", sum.en, sum.fr);
  const bool is_more = compare_decimals(sum.value, whole) > 0;
  args.emplace_back("way", is_more ? "more" : "less");
  const Decimal& high = is_more ? sum.value : whole;
  const Decimal& low = is_more ? whole : sum.value;
  if (const auto difference = add_decimals(high, {-low.digits, low.scale})) {
    add_decimal(args, "difference", *difference);
  }
  if (sum.value.scale == 0 && whole.scale == 0) {
    finding.values = {whole.digits, sum.value.digits};
  }
}

/// Parts that cannot overlap: each person is of one sex and one age group.
struct Split {
  std::vector<const Series*> parts;
  bool is_complete = false;  ///< women and men, of the same ages
};

constexpr std::array<std::string_view, 12> sexes = {"femmes", "women",  "hommes",  "men",
                                                    "filles", "girls",  "garcons", "boys",
                                                    "femme",  "female", "homme",   "male"};
constexpr std::int64_t few = 10;  // a tenth: parts that nearly add up

/// Splits of the parts of a whole, one a place and group.
std::vector<Split> splits_of(const std::vector<const Series*>& parts, const Series& whole) {
  std::map<std::tuple<std::string, std::string>, Split> splits;
  for (const Series* const part : parts) {
    // What the whole is counted at too (its own place or group) tells no parts apart.
    splits[{part->place == whole.place ? "" : part->place,
            part->group == whole.group ? "" : part->group}]
        .parts.push_back(part);
  }
  std::vector<Split> result;
  // A part of no sex ("not known") may hold what women and men lack.
  const bool all_by_sex = std::ranges::none_of(
      parts, [](const Series* part) { return part->sex.empty() || part->sex == "all"; });
  for (auto& [key, split] : splits) {
    std::vector<const Series*>& all = split.parts;
    const bool by_sex = std::ranges::all_of(
        all, [](const Series* part) { return part->sex == "female" || part->sex == "male"; });
    if (!by_sex || all.size() < 2 || key != std::tuple<std::string, std::string>()) {
      continue;
    }
    bool is_disjoint = true;
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = i + 1; j < all.size(); ++j) {
        is_disjoint = is_disjoint && (all[i]->sex != all[j]->sex || all[i]->age != all[j]->age);
      }
    }
    // "Girls" and "Boys" are ages as printed: two parts, one a sex, are the whole.
    split.is_complete = all_by_sex && all.size() == 2 && all[0]->sex != all[1]->sex;
    if (is_disjoint) {
      result.push_back(std::move(split));
    }
  }
  return result;
}

void test_part(const Indicator& indicator, const Series& part, const Series& whole,
               std::vector<Finding>& findings) {
  for (const Measure& measure : part.measures) {
    const Measure* const above =
        find_measure(whole.measures, measure.kind, measure.period, measure.set);
    const Decimal* const number = number_in(&measure);
    const Decimal* const limit = number_in(above);
    if (number == nullptr || limit == nullptr || compare_decimals(*number, *limit) <= 0) {
      continue;
    }
    Finding finding = track_finding("part-greater", {&indicator, &part}, &measure);
    Arguments& args = finding.diagnostic.args;
    const Track whole_track{&indicator, &whole};
    add_text(args, "other", whole_track.name("en"), whole_track.name("fr"));
    args.emplace_back("whole", above->origin.text);
    args.emplace_back("kind", std::string(name_of(measure.kind)));
    add_related(finding, "whole", above->origin);
    findings.push_back(std::move(finding));
  }
}

void test_split(const Indicator& indicator, const Split& split, const Series& whole,
                std::vector<Finding>& findings) {
  for (const Measure& measure : whole.measures) {
    const Decimal* const number = number_in(&measure);
    if (number == nullptr) {
      continue;
    }
    Sum sum;
    bool is_greater = false;
    std::vector<const Measure*> parts;
    for (const Series* const part : split.parts) {
      parts.push_back(find_measure(part->measures, measure.kind, measure.period, measure.set));
      const Decimal* const one = number_in(parts.back());
      is_greater = is_greater || (one != nullptr && compare_decimals(*one, *number) > 0);
      sum.add(one);
    }
    const int order = sum.is_whole ? compare_decimals(sum.value, *number) : 0;
    if (order == 0 || is_greater || (order < 0 && !split.is_complete)) {
      continue;  // a part that is greater is said on its own
    }
    Finding finding = track_finding("parts-sum", {&indicator, &whole}, &measure);
    describe_sum(finding, sum, *number);
    for (const Measure* const part : parts) {
      add_related(finding, "part", part->origin, {{"value", part->origin.text}});
    }
    findings.push_back(std::move(finding));
  }
}

std::optional<Decimal> plain_number(std::string_view typed) {
  Decimal number;
  const std::string text = trimmed(typed);
  bool any = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c >= '0' && c <= '9') {
      constexpr std::int64_t limit = 100'000'000'000'000;
      if (number.digits > limit) {
        return std::nullopt;
      }
      number.digits = number.digits * 10 + (c - '0');
      any = true;
    } else if (c == ' ') {
      continue;
    } else if (std::string_view(text).substr(i).starts_with("\u00A0")) {
      i += 1;
    } else if (std::string_view(text).substr(i).starts_with("\u202F") ||
               std::string_view(text).substr(i).starts_with("\u2009")) {
      i += 2;
    } else {
      return std::nullopt;  // a fraction, a sign, words: no count of people
    }
  }
  return any ? std::optional(number) : std::nullopt;
}

}  // namespace

void test_parts(const Subject& subject, std::vector<Finding>& findings) {
  const Plan& plan = subject.plan;
  std::map<std::size_t, std::vector<const Series*>> parts;
  for (const Series& series : plan.series) {
    const Indicator& indicator = plan.indicators[series.indicator];
    if (series.part_of && adds_up(Track{&indicator, &series}.type())) {
      parts[*series.part_of].push_back(&series);
    }
  }
  for (const auto& [whole, of_whole] : parts) {
    const Series& series = plan.series[whole];
    const Indicator& indicator = plan.indicators[series.indicator];
    for (const Series* const part : of_whole) {
      test_part(indicator, *part, series, findings);
    }
    for (const Split& split : splits_of(of_whole, series)) {
      test_split(indicator, split, series, findings);
    }
  }
}

/// Key figures below one of the same unit add up to it.
void test_key_figures(const Subject& subject, std::vector<Finding>& findings) {
  const Table* const table = table_of(subject.plan, "key_figures");
  if (table == nullptr) {
    return;
  }
  std::map<std::string, std::vector<const Record*>> parts;
  for (const Record& record : table->records) {
    if (const std::string parent = record.word("parent"); !parent.empty()) {
      parts[parent].push_back(&record);
    }
  }
  for (const Record& whole : table->records) {
    const auto of_whole = parts.find(whole.id);
    const auto number = plain_number(typed_in(whole, "value"));
    if (of_whole == parts.end() || !number) {
      continue;
    }
    const LocalText unit = whole.text("unit");
    Sum sum;
    std::vector<const Record*> added;
    for (const Record* const part : of_whole->second) {
      if (part->text("unit").by_language != unit.by_language) {
        continue;
      }
      const auto one = plain_number(typed_in(*part, "value"));
      sum.add(one ? &*one : nullptr);
      added.push_back(part);
    }
    if (added.size() < 2 || !sum.is_whole || compare_decimals(sum.value, *number) == 0) {
      continue;
    }
    const bool by_sex = std::ranges::all_of(
        added, [](const Record* part) { return says(folded_words(part->text("name")), sexes); });
    // Others may be examples ("of whom nurses"), save where they nearly add up.
    const std::int64_t gap = std::abs(sum.value.digits - number->digits);
    if (!by_sex && gap * few > number->digits) {
      continue;
    }
    Finding finding;
    finding.diagnostic.id = by_sex ? "parts-sum" : "figure-parts";
    finding.diagnostic.origin = place_of(whole, "value");
    finding.row = whole.id;
    add_text(finding.diagnostic.args, "what", whole.text("name"), whole.id);
    describe_sum(finding, sum, *number);
    for (const Record* const part : added) {
      add_related(finding, "part", place_of(*part, "value"),
                  {{"value", std::string(typed_in(*part, "value"))}});
    }
    findings.push_back(std::move(finding));
  }
}

/// Series without a label beside others, and labels that name the baseline over results.
void test_series_labels(const Subject& subject, std::vector<Finding>& findings) {
  constexpr std::array<std::string_view, 6> of_baseline = {
      "at_baseline",    "at_the_baseline",           "au_depart",
      "a_la_reference", "en_situation_de_reference", "a_la_baseline"};
  for (const Series& series : subject.plan.series) {
    const Indicator& indicator = subject.plan.indicators[series.indicator];
    const bool is_named = !series.label.empty() || !series.sex.empty() || !series.age.empty() ||
                          !series.place.empty() || !series.group.empty();
    if (!is_named && indicator.series.size() > 1) {
      findings.push_back(track_finding("series-label-missing", {&indicator, &series}, nullptr));
    }
    const auto actual = std::ranges::find(series.measures, Measured::actual, &Measure::kind);
    if (actual != series.measures.end() && says(folded_words(series.label), of_baseline)) {
      Finding finding = track_finding("series-label", {&indicator, &series}, nullptr);
      finding.diagnostic.origin =
          series.label.origin.file.empty() ? series.origin : series.label.origin;
      add_text(finding.diagnostic.args, "label", series.label, "");
      add_related(finding, "actual", actual->origin, {{"value", actual->origin.text}});
      findings.push_back(std::move(finding));
    }
  }
}

}  // namespace rapporteur::check
