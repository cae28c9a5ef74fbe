// Key figures: what a reader needs to know of each.
#include <array>
#include <set>

#include "base/text.hpp"
#include "check/register_rules.hpp"
#include "check/tracks.hpp"

namespace rapporteur::check {
namespace {

bool is_filled(const Record& record, std::string_view column) {
  return !place_of(record, column).text.empty();
}

}  // namespace

/// Key figures without a period; people without sex; places for some only.
void test_key_figure_gaps(const Subject& subject, std::vector<Finding>& findings) {
  constexpr std::array<std::string_view, 9> people = {"personnes",
                                                      "people",
                                                      "persons",
                                                      "etudiants",
                                                      "students",
                                                      "eleves",
                                                      "membres_du_personnel",
                                                      "staff",
                                                      "staff_members"};
  constexpr std::array<std::string_view, 9> of_one_sex = {
      "femmes", "women", "hommes", "men", "filles", "girls", "garcons", "boys", "survivantes"};
  const Table* const table = table_of(subject.plan, "key_figures");
  if (table == nullptr) {
    return;
  }
  std::set<std::string> wholes;
  for (const Record& record : table->records) {
    wholes.insert(record.word("parent"));
  }
  Group undated;
  Group undivided;
  Group placeless;
  std::size_t all = 0;
  for (const Record& record : table->records) {
    if (!is_filled(record, "value") || !record.word("parent").empty()) {
      continue;
    }
    ++all;
    if (!is_filled(record, "period")) {
      undated.add(place_of(record, "value"), name_of_row(record));
    }
    if (!is_filled(record, "places")) {
      placeless.add(record.origin, name_of_row(record));
    }
    const std::string words = folded_words(record.text("unit")) + folded_words(record.text("name"));
    if (says(words, people) && !says(words, of_one_sex) && !wholes.contains(record.id)) {
      undivided.add(place_of(record, "unit"), name_of_row(record));
    }
  }
  if (!undated.empty()) {
    Finding finding = undated.finding("figure-undated", all);
    findings.push_back(std::move(finding));
  }
  if (!undivided.empty()) {
    findings.push_back(undivided.finding("figure-undivided", all));
  }
  if (!placeless.empty() && placeless.size() < all) {
    findings.push_back(placeless.finding("missing-place", all));
  }
}

}  // namespace rapporteur::check
