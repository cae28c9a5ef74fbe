// Texts and names that stand one cell away from where they belong.
#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "check/register_rules.hpp"
#include "check/tracks.hpp"

namespace rapporteur::check {
namespace {

bool holds_word(std::string_view folded_text, const std::string& word) {
  const std::string_view phrase = word;
  return !word.empty() && says(folded_text, std::span(&phrase, 1));
}

const Measure* actual_of(const Plan& plan, const Series& series) {
  return find_measure(series.measures, Measured::actual, plan.reporting_period);
}

}  // namespace

/// A note that names a sibling series, not its own, and is that sibling's note.
void test_notes_slipped(const Subject& subject, std::vector<Finding>& findings) {
  const Plan& plan = subject.plan;
  for (const Indicator& indicator : plan.indicators) {
    std::optional<Finding> finding;
    for (const std::size_t index : indicator.series) {
      const Series& series = plan.series[index];
      const Measure* const actual = actual_of(plan, series);
      if (actual == nullptr || actual->note.empty() || series.label.empty()) {
        continue;
      }
      const std::string note = folded_words(actual->note);
      const std::string own = folded(series.label.in("fr").text);
      for (const std::size_t other_index : indicator.series) {
        const Series& other = plan.series[other_index];
        const Measure* const others = actual_of(plan, other);
        if (other_index == index || others == nullptr ||
            others->note.by_language != actual->note.by_language || holds_word(note, own) ||
            !holds_word(note, folded(other.label.in("fr").text))) {
          continue;
        }
        if (finding) {
          Arguments also;
          add_text(also, "row", series.label, series.id);
          add_related(*finding, "also", actual->note.origin, also);
        } else {
          finding = track_finding("note-slipped", {&indicator, nullptr}, actual);
          finding->row = series.id;
          if (!actual->note.origin.file.empty()) {
            finding->diagnostic.origin = actual->note.origin;
          }
          add_text(finding->diagnostic.args, "other", other.label, other.id);
          add_text(finding->diagnostic.args, "row", series.label, series.id);
          add_related(*finding, "first", others->note.origin);
        }
        break;
      }
    }
    if (finding) {
      findings.push_back(std::move(*finding));
    }
  }
}

/// A paragraph that begins with the name of the partner in the next row.
void test_paragraphs_slipped(const Subject& subject, std::vector<Finding>& findings) {
  const Table* const partners = table_of(subject.plan, "partners");
  const Table* const organisations = table_of(subject.plan, "organisations");
  if (partners == nullptr || organisations == nullptr) {
    return;
  }
  std::map<std::string, std::string> shorts;
  for (const Record& record : organisations->records) {
    shorts.emplace(record.id, std::string(record.text("short").in("fr").text));
  }
  for (std::size_t i = 0; i + 1 < partners->records.size(); ++i) {
    const Record& record = partners->records[i];
    const auto next = shorts.find(partners->records[i + 1].word("organisation"));
    const auto own = shorts.find(record.word("organisation"));
    if (next == shorts.end() || next->second.empty() ||
        (own != shorts.end() && own->second == next->second)) {
      continue;
    }
    const std::vector<std::string> paragraphs =
        split(std::string(record.text("role").in("fr").text), '\n');
    for (std::size_t j = 1; j < paragraphs.size(); ++j) {
      const std::string words = folded(paragraphs[j]) + "_";
      if (!words.starts_with(folded(next->second) + "_")) {
        continue;
      }
      Finding finding;
      finding.diagnostic.id = "paragraph-slipped";
      finding.diagnostic.origin = place_of(record, "role");
      finding.row = record.word("organisation");
      finding.diagnostic.args = {{"row", record.word("organisation")}, {"other", next->second}};
      add_related(finding, "next", place_of(partners->records[i + 1], "role"));
      findings.push_back(std::move(finding));
    }
  }
}

}  // namespace rapporteur::check
