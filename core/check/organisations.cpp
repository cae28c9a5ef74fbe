#include "check/organisations.hpp"

#include <utility>

namespace rapporteur::check {
namespace {

/// Ministries have directorates, these have units: more is a circle.
constexpr int deepest = 8;

}  // namespace

Agencies::Agencies(const Plan& plan) : plan_(plan) {
  if (const auto table = plan.tables.find("organisations"); table != plan.tables.end()) {
    for (const Record& record : table->second.records) {
      if (std::string parent = record.word("parent"); !parent.empty()) {
        parents_.emplace(record.id, std::move(parent));
      }
    }
  }
}

std::string Agencies::lead_of(std::size_t node) const {
  const auto table = plan_.tables.find("nodes");
  if (table == plan_.tables.end()) {
    return {};
  }
  for (std::optional<std::size_t> at = node; at; at = plan_.nodes[*at].parent) {
    const std::size_t record = plan_.nodes[*at].record;
    if (record >= table->second.records.size()) {
      return {};
    }
    if (std::string lead = table->second.records[record].word("lead"); !lead.empty()) {
      return lead;
    }
  }
  return {};
}

std::string Agencies::among(std::string agency, const std::set<std::string>& known) const {
  for (int i = 0; i < deepest && !known.contains(agency); ++i) {
    const auto parent = parents_.find(agency);
    if (parent == parents_.end()) {
      break;
    }
    agency = parent->second;
  }
  return agency;
}

std::string Agencies::of(const Entry& entry, const std::set<std::string>& known) const {
  if (!entry.agency.empty()) {
    return among(entry.agency, known);
  }
  return entry.node ? among(lead_of(*entry.node), known) : std::string{};
}

}  // namespace rapporteur::check
