// People told about, quoted or shown: consent and minors.
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "check/register_rules.hpp"
#include "check/tracks.hpp"

namespace rapporteur::check {
namespace {

const bool* flag_in(const Record& record, std::string_view column) {
  const Cell* const cell = record.find(column);
  return cell == nullptr ? nullptr : std::get_if<bool>(&cell->value);
}

/// "13 ans", "aged 13": an age in words of a role or text.
bool tells_age(const LocalText& text) {
  const std::string words = folded_words(text);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (const std::string_view unit : {"_ans_", "_years_old_", "_year_old_"}) {
    for (std::size_t at = words.find(unit); at != std::string::npos;
         at = words.find(unit, at + 1)) {
      if (at > 0 && is_digit(words[at - 1])) {
        return true;
      }
    }
  }
  const std::string_view aged = "_aged_";
  const std::size_t at = words.find(aged);
  return at != std::string::npos && at + aged.size() < words.size() &&
         is_digit(words[at + aged.size()]);
}

}  // namespace

void test_consent(const Subject& subject, std::vector<Finding>& findings) {
  for (const std::string_view name : {"stories", "quotes", "photos"}) {
    const Table* const table = table_of(subject.plan, name);
    if (table == nullptr) {
      continue;
    }
    const bool is_recorded = std::ranges::any_of(
        table->records, [](const Record& record) { return flag_in(record, "consent") != nullptr; });
    if (!is_recorded && !table->records.empty()) {
      Finding finding;
      finding.diagnostic.id = "consent-missing";
      finding.diagnostic.origin = table->origin;
      finding.diagnostic.args = {{"row", ""}, {"table", std::string(name)}, {"why", "all"}};
      findings.push_back(std::move(finding));
    }
    for (const Record& record : table->records) {
      const std::string row = record.id.empty() ? std::string(typed_in(record, "file")) : record.id;
      const auto report = [&](const char* id, std::string_view column, const char* why) {
        Finding finding;
        finding.diagnostic.id = id;
        finding.diagnostic.origin = place_of(record, column);
        finding.row = row;
        finding.diagnostic.args = {{"row", row}, {"table", std::string(name)}, {"why", why}};
        findings.push_back(std::move(finding));
      };
      const bool* const consent = flag_in(record, "consent");
      const bool* const minor = flag_in(record, "is_minor");
      const bool is_minor = minor != nullptr && *minor;
      if (consent != nullptr && !*consent) {
        report("consent-refused", "consent", is_minor ? "minor" : "adult");
      } else if (consent == nullptr && is_recorded) {
        report("consent-missing", "consent", is_minor ? "minor" : "adult");
      }
      if (!is_minor) {
        continue;
      }
      const bool has_age = tells_age(record.text("role")) || tells_age(record.text("text")) ||
                           tells_age(record.text("caption"));
      const bool has_place = !typed_in(record, "place").empty();
      if (has_age || (has_place && name != "photos")) {
        report("minor-named", has_age ? "role" : "place",
               has_age && has_place ? "both"
               : has_age            ? "age"
                                    : "place");
      }
    }
  }
}

}  // namespace rapporteur::check
