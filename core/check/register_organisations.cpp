// Partners and awards against the register of organisations, and against each other.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.hpp"
#include "check/register_rules.hpp"
#include "check/tracks.hpp"

namespace rapporteur::check {
namespace {

constexpr int months_a_year = 12;

Finding row_finding(const char* id, const Record& record, std::string_view column) {
  Finding finding;
  finding.diagnostic.id = id;
  finding.diagnostic.origin = place_of(record, column);
  finding.row = record.id.empty() ? record.word("organisation") : record.id;
  finding.diagnostic.args = {{"row", finding.row}};
  return finding;
}

std::map<std::string, const Record*> by_id(const Table* table) {
  std::map<std::string, const Record*> rows;
  if (table != nullptr) {
    for (const Record& record : table->records) {
      rows.emplace(record.id, &record);
    }
  }
  return rows;
}

std::string name_of(const std::map<std::string, const Record*>& organisations,
                    const std::string& id) {
  const auto found = organisations.find(id);
  if (found == organisations.end()) {
    return id;
  }
  const LocalText shorter = found->second->text("short");
  return std::string(shorter.empty() ? found->second->text("name").in("fr").text
                                     : shorter.in("fr").text);
}

/// Awards to one organisation, each with what it says in a column.
using Said = std::map<std::string, std::vector<const Record*>>;

void test_said(const std::string& name, const Said& said, std::string_view column, const char* id,
               std::vector<Finding>& findings) {
  if (said.size() < 2) {
    return;
  }
  // The rarer wording is where to look first.
  const auto rarer =
      std::ranges::min_element(said, {}, [](const auto& entry) { return entry.second.size(); });
  const auto other =
      std::ranges::find_if(said, [&](const auto& entry) { return entry.first != rarer->first; });
  Finding finding = row_finding(id, *rarer->second.front(), column);
  Arguments& args = finding.diagnostic.args;
  args.emplace_back("name", name);
  args.emplace_back("column", std::string(column));
  args.emplace_back("value", std::string(typed_in(*rarer->second.front(), column)));
  args.emplace_back("other", std::string(typed_in(*other->second.front(), column)));
  add_related(finding, "other", place_of(*other->second.front(), column));
  findings.push_back(std::move(finding));
}

/// A category that says who leads the organisation, not what the award is.
bool is_about_organisation(std::string_view category) {
  constexpr std::array<std::string_view, 7> words = {"woman", "women",     "femme",   "femmes",
                                                     "wro",   "feministe", "feminist"};
  LocalText text;
  text.by_language.emplace("", std::string(category));
  return says(folded_words(text), words);
}

std::optional<Date> date_in(const Record& record, std::string_view column) {
  const Cell* const cell = record.find(column);
  const auto* const date = cell == nullptr ? nullptr : std::get_if<Date>(&cell->value);
  return date == nullptr || date->month == 0 ? std::nullopt : std::optional(*date);
}

}  // namespace

/// A partner in the table of another kind than its own.
void test_partner_kinds(const Subject& subject, std::vector<Finding>& findings) {
  const Table* const partners = table_of(subject.plan, "partners");
  if (partners == nullptr) {
    return;
  }
  const auto organisations = by_id(table_of(subject.plan, "organisations"));
  const auto fits = [](std::string_view listed, std::string_view kind) {
    if (kind.empty() || kind == "other" || listed == "other" || listed.empty()) {
      return true;
    }
    if (listed == "government") {
      return kind == "ministry" || kind == "authority";
    }
    return listed == "civil_society" ? kind == "cso" : listed == kind;
  };
  for (const Record& record : partners->records) {
    const auto organisation = organisations.find(record.word("organisation"));
    if (organisation == organisations.end() ||
        fits(record.word("kind"), organisation->second->word("kind"))) {
      continue;
    }
    Finding finding = row_finding("partner-kind", record, "kind");
    Arguments& args = finding.diagnostic.args;
    add_text(args, "name", organisation->second->text("name"), organisation->first);
    args.emplace_back("listed", record.word("kind"));
    args.emplace_back("kind", organisation->second->word("kind"));
    add_related(finding, "kind", place_of(*organisation->second, "kind"));
    findings.push_back(std::move(finding));
  }
}

/// What awards say about one organisation, and what its own row says.
void test_organisations_agree(const Subject& subject, std::vector<Finding>& findings) {
  const Table* const awards = table_of(subject.plan, "awards");
  if (awards == nullptr) {
    return;
  }
  const auto organisations = by_id(table_of(subject.plan, "organisations"));
  std::map<std::string, std::vector<const Record*>> of;
  for (const Record& record : awards->records) {
    of[record.word("organisation")].push_back(&record);
  }
  for (const auto& [id, records] : of) {
    const std::string name = name_of(organisations, id);
    for (const std::string_view column : {"type", "category"}) {
      Said said;
      for (const Record* const record : records) {
        const std::string_view typed = typed_in(*record, column);
        if (!typed.empty() && (column == "type" || is_about_organisation(typed))) {
          said[folded(typed)].push_back(record);
        }
      }
      test_said(name, said, column, "organisation-contradiction", findings);
    }
    std::map<std::string, Said> by_agency;  // new to one agency may be known to another
    for (const Record* const record : records) {
      const Cell* const cell = record->find("new_partner");
      const auto* const flag = cell == nullptr ? nullptr : std::get_if<bool>(&cell->value);
      if (flag != nullptr) {
        by_agency[record->word("agency")][*flag ? "yes" : "no"].push_back(record);
      }
    }
    for (const auto& [agency, said] : by_agency) {
      test_said(name, said, "new_partner", "new-partner", findings);
    }
    const auto organisation = organisations.find(id);
    if (organisation == organisations.end()) {
      continue;
    }
    const std::string type = organisation->second->word("type");
    Group differing;
    std::string typed;
    for (const Record* const record : records) {
      const std::string said = folded(typed_in(*record, "type"));
      const bool is_known = said == "international" || said == "national" || said == "local";
      if (!type.empty() && is_known && said != type) {
        differing.add(place_of(*record, "type"), record->id);
        typed = typed_in(*record, "type");
      }
    }
    if (!differing.empty()) {
      Finding finding = differing.finding("organisation-type", records.size());
      finding.row = id;
      Arguments& args = finding.diagnostic.args;
      args.emplace_back("name", name);
      args.emplace_back("value", typed);
      args.emplace_back("type", type);
      add_related(finding, "type", place_of(*organisation->second, "type"));
      findings.push_back(std::move(finding));
    }
  }
}

/// The stated length of an agreement against its first and last month.
void test_agreements(const Subject& subject, std::vector<Finding>& findings) {
  const Table* const partners = table_of(subject.plan, "partners");
  if (partners == nullptr) {
    return;
  }
  for (const Record& record : partners->records) {
    const auto start = date_in(record, "agreement_start");
    const auto end = date_in(record, "agreement_end");
    const Cell* const cell = record.find("agreement_months");
    const auto* const stated = cell == nullptr ? nullptr : std::get_if<std::int64_t>(&cell->value);
    if (!start || !end) {
      continue;
    }
    // Months begun and ended both count: May to July is three; counted by dates it may be two.
    const int between = (end->year - start->year) * months_a_year + end->month - start->month;
    const bool is_reversed = between < 0;
    if (!is_reversed && (stated == nullptr || *stated == between || *stated == between + 1)) {
      continue;
    }
    Finding finding = row_finding("agreement-dates", record,
                                  stated == nullptr ? "agreement_end" : "agreement_months");
    Arguments& args = finding.diagnostic.args;
    args.emplace_back("start", std::string(typed_in(record, "agreement_start")));
    args.emplace_back("end", std::string(typed_in(record, "agreement_end")));
    args.emplace_back("months", std::int64_t{between + 1});
    args.emplace_back("stated", stated == nullptr ? std::int64_t{0} : *stated);
    args.emplace_back("reversed", is_reversed ? "yes" : "no");
    add_related(finding, "start", place_of(record, "agreement_start"));
    if (stated != nullptr) {
      finding.values = {*stated, between + 1};
    }
    findings.push_back(std::move(finding));
  }
}

/// Agencies that receive funds and do not appear where nearly all the others do.
void test_agency_coverage(const Subject& subject, std::vector<Finding>& findings) {
  constexpr std::size_t few = 3;
  const Table* const contributions = table_of(subject.plan, "contributions");
  if (contributions == nullptr) {
    return;
  }
  const auto organisations = by_id(table_of(subject.plan, "organisations"));
  std::set<std::string> agencies;
  for (const Record& record : contributions->records) {
    const auto found = organisations.find(record.word("agency"));
    if (found != organisations.end() && found->second->word("kind") == "agency") {
      agencies.insert(found->first);
    }
  }
  for (const std::string_view name : {"awards", "practices", "claims"}) {
    const Table* const table = table_of(subject.plan, name);
    if (table == nullptr) {
      continue;
    }
    std::set<std::string> seen;
    for (const Record& record : table->records) {
      if (agencies.contains(record.word("agency"))) {
        seen.insert(record.word("agency"));
      }
    }
    if (seen.size() < few || seen.size() * 2 <= agencies.size()) {
      continue;
    }
    for (const std::string& agency : agencies) {
      if (seen.contains(agency)) {
        continue;
      }
      Finding finding;
      finding.diagnostic.id = "agency-coverage";
      finding.diagnostic.origin = table->origin;
      finding.row = agency;
      finding.diagnostic.args = {{"name", name_of(organisations, agency)},
                                 {"table", std::string(name)},
                                 {"count", static_cast<std::int64_t>(seen.size())},
                                 {"of", static_cast<std::int64_t>(agencies.size())}};
      findings.push_back(std::move(finding));
    }
  }
}

}  // namespace rapporteur::check
