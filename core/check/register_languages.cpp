// Texts that stand in one of the plan's languages only.
#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "check/register_rules.hpp"
#include "check/tracks.hpp"

namespace rapporteur::check {
namespace {

/// The languages that a row has a text in, column by column.
using Languages = std::map<std::string_view, std::map<std::string, const Cell*>>;

Languages languages_of(const Record& record) {
  Languages languages;
  for (const Cell& cell : record.cells) {
    if (cell.column->spread == Spread::by_language &&
        cell.typed.find_first_not_of(" \t\r\n") != std::string::npos) {
      languages[cell.column->name].emplace(cell.key, &cell);
    }
  }
  return languages;
}

void test_table(const std::string& name, const Table& table,
                const std::vector<std::string>& languages, std::vector<Finding>& findings) {
  struct Column {
    Group lacking;
    std::set<std::string> missing;
    std::size_t all = 0;
  };
  std::map<std::string_view, Column> columns;
  bool is_bilingual = false;
  for (const Record& record : table.records) {
    for (const auto& [column, texts] : languages_of(record)) {
      Column& seen = columns[column];
      ++seen.all;
      is_bilingual = is_bilingual || texts.size() == languages.size();
      if (texts.size() >= languages.size()) {
        continue;
      }
      seen.lacking.add(record.origin_of(*texts.begin()->second), name_of_row(record));
      for (const std::string& language : languages) {
        if (!texts.contains(language)) {
          seen.missing.insert(language);
        }
      }
    }
  }
  if (!is_bilingual) {
    return;
  }
  for (const auto& [column, seen] : columns) {
    if (seen.lacking.empty()) {
      continue;
    }
    Finding finding = seen.lacking.finding("missing-translation", seen.all);
    std::string missing;
    for (const std::string& language : seen.missing) {
      missing.append(missing.empty() ? "" : ", ").append(language);
    }
    Arguments& args = finding.diagnostic.args;
    args.emplace_back("table", name);
    args.emplace_back("column", std::string(column));
    args.emplace_back("language", missing);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

void test_translations(const Subject& subject, std::vector<Finding>& findings) {
  const std::vector<std::string>& languages = subject.plan.languages;
  if (languages.size() < 2) {
    return;
  }
  for (const auto& [name, table] : subject.plan.tables) {
    test_table(name, table, languages, findings);
  }
  std::map<std::string, std::map<std::string, const Narrative*>> slots;
  for (const Narrative& narrative : subject.plan.narratives) {
    slots[narrative.slot].emplace(narrative.language, &narrative);
  }
  Group lacking;
  bool is_bilingual = false;
  for (const auto& [slot, texts] : slots) {
    if (texts.size() >= languages.size()) {
      is_bilingual = true;
    } else {
      lacking.add(texts.begin()->second->origin, slot);
    }
  }
  if (is_bilingual && !lacking.empty()) {
    findings.push_back(lacking.finding("narrative-translation", slots.size()));
  }
}

}  // namespace rapporteur::check
