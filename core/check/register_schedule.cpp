// How marks of activities are typed, and how often bodies meet.
#include <algorithm>
#include <array>
#include <map>

#include "base/text.hpp"
#include "check/register_rules.hpp"
#include "check/tracks.hpp"

namespace rapporteur::check {
namespace {

struct Marks {
  std::vector<std::pair<std::size_t, const Cell*>> yes;  ///< with the order of the period
};

Marks marks_of(const Calendar& calendar, const Record& record) {
  Marks marks;
  for (const Cell& cell : record.cells) {
    if (cell.column->name != "when") {
      continue;
    }
    const auto* const flag = std::get_if<bool>(&cell.value);
    if (flag != nullptr && *flag) {
      marks.yes.emplace_back(calendar.order(cell.key), &cell);
    }
  }
  std::ranges::sort(marks.yes);
  return marks;
}

Finding node_finding(const char* id, const Record& record, Origin origin) {
  Finding finding;
  finding.diagnostic.id = id;
  finding.diagnostic.origin = std::move(origin);
  finding.row = record.id;
  finding.diagnostic.args = {{"row", record.id}};
  add_text(finding.diagnostic.args, "title", record.text("title"), record.id);
  return finding;
}

/// Meetings a year that words promise: 0 when they promise none.
int meetings_a_year(const LocalText& text) {
  const std::string words = folded_words(text);
  struct Rhythm {
    std::string_view words;
    int count;
  };
  constexpr std::array<Rhythm, 25> rhythms = {{{"une_fois_par_an", 1},    {"once_a_year", 1},
                                               {"annuelle", 1},           {"annual", 1},
                                               {"deux_fois_par_an", 2},   {"2_fois_par_an", 2},
                                               {"twice_a_year", 2},       {"semestrielle", 2},
                                               {"semestriel", 2},         {"every_six_months", 2},
                                               {"trois_fois_par_an", 3},  {"3_fois_par_an", 3},
                                               {"three_times_a_year", 3}, {"quatre_fois_par_an", 4},
                                               {"4_fois_par_an", 4},      {"four_times_a_year", 4},
                                               {"trimestrielle", 4},      {"trimestriel", 4},
                                               {"chaque_trimestre", 4},   {"quarterly", 4},
                                               {"mensuelle", 12},         {"mensuel", 12},
                                               {"chaque_mois", 12},       {"monthly", 12},
                                               {"every_month", 12}}};
  for (const Rhythm& rhythm : rhythms) {
    if (says(words, std::span(&rhythm.words, 1))) {
      return rhythm.count;
    }
  }
  return 0;
}

LocalText frequency_of(const Record& record) {
  LocalText text;
  text.by_language.emplace("", std::string(typed_in(record, "frequency")));
  return text;
}

}  // namespace

void test_mark_forms(const Subject& subject, std::vector<Finding>& findings) {
  const Table* const nodes = table_of(subject.plan, "nodes");
  if (nodes == nullptr) {
    return;
  }
  const Calendar calendar(subject.plan);
  std::map<std::string, std::size_t> forms;  // how a mark is typed
  std::vector<std::pair<const Record*, Marks>> all;
  for (const Node& node : subject.plan.nodes) {
    const Record& record = nodes->records[node.record];
    Marks marks = marks_of(calendar, record);
    for (const auto& [order, cell] : marks.yes) {
      ++forms[cell->typed];
    }
    all.emplace_back(&record, std::move(marks));
  }
  std::map<std::string, std::string> usual;  // form -> the more frequent one of its letters
  for (const auto& [form, count] : forms) {
    for (const auto& [other, other_count] : forms) {
      if (other != form && other_count > count && folded(other) == folded(form)) {
        usual[form] = other;
      }
    }
  }
  for (const auto& [record, marks] : all) {
    for (const auto& [order, cell] : marks.yes) {
      if (const auto form = usual.find(cell->typed); form != usual.end()) {
        Finding finding = node_finding("mark-case", *record, record->origin_of(*cell));
        finding.diagnostic.args.emplace_back("value", cell->typed);
        finding.diagnostic.args.emplace_back("usual", form->second);
        findings.push_back(std::move(finding));
        break;  // one a row
      }
    }
  }
}

/// Fewer meetings in the reporting period than the body is to hold in a year.
void test_meetings(const Subject& subject, std::vector<Finding>& findings) {
  const Table* const bodies = table_of(subject.plan, "bodies");
  const Table* const meetings = table_of(subject.plan, "meetings");
  const Period* const period = subject.plan.find_period(subject.plan.reporting_period);
  if (bodies == nullptr || meetings == nullptr || period == nullptr || !period->start ||
      !period->end || period->start->year != period->end->year || period->start->month > 1 ||
      (period->end->month != 0 && period->end->month != 12)) {
    return;  // a rhythm by the year is compared with a year
  }
  std::map<std::string, std::vector<const Record*>> held;
  for (const Record& record : meetings->records) {
    const Cell* const cell = record.find("date");
    const auto* const date = cell == nullptr ? nullptr : std::get_if<Date>(&cell->value);
    if (date != nullptr && date->year == period->start->year) {
      held[record.word("body")].push_back(&record);
    }
  }
  for (const Record& body : bodies->records) {
    const int due = meetings_a_year(frequency_of(body));
    const auto found = held.find(body.id);
    if (found == held.end() || static_cast<int>(found->second.size()) >= due) {
      continue;  // a body whose meetings are not listed is not compared
    }
    Finding finding;
    finding.diagnostic.id = "governance-count";
    finding.diagnostic.origin = place_of(body, "frequency");
    finding.row = body.id;
    Arguments& args = finding.diagnostic.args;
    args = {{"row", body.id},
            {"planned", std::int64_t{due}},
            {"held", static_cast<std::int64_t>(found->second.size())},
            {"frequency", std::string(typed_in(body, "frequency"))}};
    add_text(args, "title", body.text("title"), body.id);
    add_text(args, "period", period->label, period->id);
    finding.values = {due, static_cast<std::int64_t>(found->second.size())};
    for (const Record* const meeting : found->second) {
      add_related(finding, "held", meeting->origin);
    }
    findings.push_back(std::move(finding));
  }
}

}  // namespace rapporteur::check
