// Leads and partners of activities.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.hpp"
#include "check/register_rules.hpp"
#include "check/tracks.hpp"

namespace rapporteur::check {
namespace {

constexpr std::size_t most = 3;  // two of three rows name a partner: the others lack one

struct Organisations {
  explicit Organisations(const Plan& plan) {
    const Table* const table = table_of(plan, "organisations");
    if (table == nullptr) {
      return;
    }
    for (const Record& record : table->records) {
      parents.emplace(record.id, record.word("parent"));
      std::string name(record.text("short").in("fr").text);
      names.emplace(record.id, name.empty() ? record.id : name);
    }
  }
  [[nodiscard]] std::string parent(const std::string& id) const {
    const auto found = parents.find(id);
    return found == parents.end() ? "" : found->second;
  }
  [[nodiscard]] std::string name(const std::string& id) const {
    const auto found = names.find(id);
    return found == names.end() ? id : found->second;
  }
  std::map<std::string, std::string> parents;
  std::map<std::string, std::string> names;
};

const std::vector<std::string>* list_in(const Record& record, std::string_view column) {
  const Cell* const cell = record.find(column);
  return cell == nullptr ? nullptr : std::get_if<std::vector<std::string>>(&cell->value);
}

/// Whether `typed` names an organisation: "MEF/CENTIF" names MEF.
bool is_named(std::string_view typed, const std::string& name) {
  std::string words = folded(typed);
  std::ranges::replace(words, '.', '_');
  const std::string phrase = folded(name);
  const std::string_view view = phrase;
  return !phrase.empty() && says("_" + words + "_", std::span(&view, 1));
}

Finding row_finding(const char* id, const Record& record, std::string_view column) {
  Finding finding;
  finding.diagnostic.id = id;
  finding.diagnostic.origin = place_of(record, column);
  finding.row = record.id;
  finding.diagnostic.args = {{"row", name_of_row(record)}};
  return finding;
}

/// The partner that is the lead too; a directorate and its ministry count when both are typed.
std::string both(const Organisations& organisations, const Record& record,
                 const std::vector<std::string>& partners) {
  const std::string lead = record.word("lead");
  const std::string_view typed_lead = typed_in(record, "lead");
  const std::string_view typed_partners = typed_in(record, "partners");
  for (const std::string& partner : partners) {
    const bool is_above =
        organisations.parent(lead) == partner && is_named(typed_lead, organisations.name(partner));
    const bool is_below =
        organisations.parent(partner) == lead &&
        std::ranges::any_of(split(typed_partners, ';'), [&](const std::string& typed) {
          return is_named(typed, organisations.name(lead)) &&
                 is_named(typed, organisations.name(partner));
        });
    if (partner == lead || is_above || is_below) {
      return partner;
    }
  }
  return {};
}

/// Names of organisations, folded, and as written.
std::map<std::string, std::string> short_names(const Plan& plan) {
  std::map<std::string, std::string> names;
  if (const Table* const organisations = table_of(plan, "organisations")) {
    for (const Record& record : organisations->records) {
      for (const auto& [language, name] : record.text("short").by_language) {
        names.emplace(folded(name), name);
      }
    }
  }
  return names;
}

/// "MRN" as lead and "APR" as first partner, where an organisation is called MRN-APR: its name, or
/// nothing.
std::string split_name(const std::map<std::string, std::string>& names, const Record& record) {
  const std::string_view lead = typed_in(record, "lead");
  const std::string_view partners = typed_in(record, "partners");
  if (lead.empty() || partners.empty()) {
    return {};
  }
  const std::string first = trimmed(split(partners, ';').front());
  const auto name = names.find(folded(std::string(lead) + "-" + first));
  return name == names.end() ? "" : name->second;
}

/// Rows that lack `column` in groups in which most have it.
void test_named(const std::map<std::string, std::vector<const Record*>>& groups,
                const std::map<std::string, const Node*>& nodes, std::string_view column,
                const char* id, std::vector<Finding>& findings) {
  for (const auto& [group, records] : groups) {
    std::vector<const Record*> lacking;
    for (const Record* const record : records) {
      if (typed_in(*record, column).empty()) {
        lacking.push_back(record);
      }
    }
    if (lacking.size() * most > records.size()) {
      continue;
    }
    for (const Record* const record : lacking) {
      Finding finding = row_finding(id, *record, column);
      const auto node = nodes.find(record->word("node"));
      const LocalText title = record->text("title");
      add_text(finding.diagnostic.args, "title",
               title.empty() && node != nodes.end() ? node->second->title : title, record->id);
      finding.diagnostic.args.emplace_back("count", static_cast<std::int64_t>(lacking.size()));
      finding.diagnostic.args.emplace_back("of", static_cast<std::int64_t>(records.size()));
      findings.push_back(std::move(finding));
    }
  }
}

}  // namespace

void test_leads(const Subject& subject, std::vector<Finding>& findings) {
  const Table* const nodes = table_of(subject.plan, "nodes");
  if (nodes == nullptr) {
    return;
  }
  const Organisations organisations(subject.plan);
  const auto names = short_names(subject.plan);
  for (const Record& record : nodes->records) {
    for (const std::string_view column : {"partners", "responsible"}) {
      const auto* const list = list_in(record, column);
      std::set<std::string> seen;
      for (const std::string& one : list == nullptr ? std::vector<std::string>() : *list) {
        if (!seen.insert(one).second) {
          Finding finding = row_finding("organisation-twice", record, column);
          finding.diagnostic.args.emplace_back("name", organisations.name(one));
          findings.push_back(std::move(finding));
        }
      }
    }
    const auto* const partners = list_in(record, "partners");
    const std::string lead = record.word("lead");
    if (partners == nullptr || lead.empty()) {
      continue;
    }
    if (const std::string name = split_name(names, record); !name.empty()) {
      Finding finding = row_finding("name-slipped", record, "partners");
      Arguments& args = finding.diagnostic.args;
      args.emplace_back("lead", std::string(typed_in(record, "lead")));
      args.emplace_back("partner", trimmed(split(typed_in(record, "partners"), ';').front()));
      args.emplace_back("name", name);
      add_related(finding, "lead", place_of(record, "lead"));
      findings.push_back(std::move(finding));
      continue;
    }
    const std::string partner = both(organisations, record, *partners);
    if (partner.empty()) {
      continue;
    }
    Finding finding = row_finding("lead-partner", record, "partners");
    Arguments& args = finding.diagnostic.args;
    args.emplace_back("lead", std::string(typed_in(record, "lead")));
    args.emplace_back("partner", organisations.name(partner));
    args.emplace_back("same", partner == lead ? "yes" : "no");
    add_text(args, "title", record.text("title"), record.id);
    add_related(finding, "lead", place_of(record, "lead"));
    findings.push_back(std::move(finding));
  }
}

void test_leads_named(const Subject& subject, std::vector<Finding>& findings) {
  std::map<std::string, const Node*> by_id;
  for (const Node& node : subject.plan.nodes) {
    by_id.emplace(node.id, &node);
  }
  if (const Table* const nodes = table_of(subject.plan, "nodes")) {
    std::map<std::string, std::vector<const Record*>> levels;
    for (const Node& node : subject.plan.nodes) {
      if (node.children.empty() && node.record < nodes->records.size()) {
        levels[node.level].push_back(&nodes->records[node.record]);
      }
    }
    test_named(levels, by_id, "lead", "missing-lead", findings);
  }
}

}  // namespace rapporteur::check
