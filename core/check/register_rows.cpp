// Rows that say the same, and texts that repeat the row above.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>

#include "base/text.hpp"
#include "check/register_rules.hpp"
#include "check/text_words.hpp"
#include "check/tracks.hpp"

namespace rapporteur::check {
namespace {

constexpr std::size_t long_text = 40;  // bytes: below, two rows may well say the same
constexpr std::size_t enough_text = 12;

/// What tells the rows of a table apart. Tables that are not named: every column but the id.
struct Identity {
  std::string_view table;
  std::vector<std::string_view> columns;
};

const std::vector<Identity>& identities() {
  static const std::vector<Identity> all = {
      {"actions", {"node", "text"}},
      {"areas", {"parent", "band", "name"}},
      {"challenges", {"text"}},
      {"decisions", {"text"}},
      {"external_projects", {"name", "value", "period"}},
      {"frameworks", {"parent", "title"}},
      {"indicators", {"node", "title"}},
      {"lessons", {"text"}},
      {"links", {"from", "to", "kind"}},
      {"messages", {"text"}},
      {"next_steps", {"text"}},
      {"nodes", {"parent", "level", "title"}},
      {"opportunities", {"text"}},
      {"partners", {"organisation", "kind"}},
      {"practices", {"title"}},
      {"quotes", {"text"}},
      {"risks", {"title"}},
      {"stakeholders", {"name"}},
      {"stories", {"text"}},
  };
  return all;
}

/// Tables where rows may repeat: money has rules of its own, values and series are merged.
bool is_left_out(std::string_view table) {
  constexpr std::array<std::string_view, 14> left = {
      "values",   "series",  "budget_lines", "declared_totals", "contributions",  "expenditures",
      "rates",    "members", "posts",        "signatures",      "exchange_rates", "organisations",
      "acronyms", "facts"};
  return std::ranges::find(left, table) != left.end();
}

std::string_view typed_text(const Record& record, std::string_view column,
                            std::string_view language) {
  for (const Cell& cell : record.cells) {
    if (cell.column->name == column && (cell.key.empty() || cell.key == language)) {
      return cell.typed;
    }
  }
  return {};
}

std::string identity_of(const Record& record, const std::vector<std::string_view>& columns,
                        std::string_view language) {
  std::string identity;
  std::size_t said = 0;
  for (const std::string_view column : columns) {
    const Cell* const cell = record.find(column);
    std::string text = cell != nullptr && cell->column->type == ColumnType::reference
                           ? record.word(column)
                           : letters_and_digits(typed_text(record, column, language));
    said += text.size();
    identity.append(text).append("\n");
  }
  return said == 0 ? "" : identity;
}

std::string whole_identity(const Record& record) {
  std::string identity;
  for (const Cell& cell : record.cells) {
    if (cell.column->type != ColumnType::id && cell.column->name != "order") {
      identity.append(cell.column->name)
          .append(cell.key)
          .append("=")
          .append(letters_and_digits(cell.typed));
      identity.append("\n");
    }
  }
  return identity.size() < enough_text ? "" : identity;
}

std::string_view title_column(std::string_view table) {
  const auto found = std::ranges::find(identities(), table, &Identity::table);
  if (found == identities().end()) {
    return "title";
  }
  return found->columns.size() > 1 && found->columns[0] != "from" && table != "partners"
             ? found->columns[1]
             : found->columns[0];
}

/// Words of five letters and more: what a text is about.
std::set<std::string> topics_of(const std::string& text) {
  constexpr std::size_t long_word = 5;
  std::set<std::string> topics;
  for (const std::string& word : split(text, '_')) {
    if (word.size() >= long_word) {
      topics.insert(word);
    }
  }
  return topics;
}

bool share_topic(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::ranges::any_of(a, [&](const std::string& word) { return b.contains(word); });
}

/// A column of texts, row by row.
struct Texts {
  const Table* table = nullptr;
  std::string_view title;
  std::string_view column;
  std::string_view language;

  [[nodiscard]] std::string_view title_of(std::size_t row) const {
    return typed_text(table->records[row], title, language);
  }
  [[nodiscard]] std::string_view text_of(std::size_t row) const {
    return typed_text(table->records[row], column, language);
  }
  /// The text is about the title of the row above it, not about its own.
  [[nodiscard]] bool is_about_above(std::size_t row) const {
    const std::set<std::string> topics = topics_of(folded(text_of(row)));
    return share_topic(topics, topics_of(folded(title_of(row - 1)))) &&
           !share_topic(topics, topics_of(folded(title_of(row))));
  }
};

/// Rows below a slipped one that seem to have slipped too: about the title above, not their own.
void follow_slip(const Texts& texts, std::size_t row, Finding& finding) {
  for (std::size_t next = row + 1; next < texts.table->records.size(); ++next) {
    if (!texts.is_about_above(next)) {
      return;
    }
    add_related(finding, "also", place_of(texts.table->records[next], texts.column),
                {{"row", name_of_row(texts.table->records[next])}});
  }
}

void test_column(const Texts& texts, std::vector<Finding>& findings) {
  const std::vector<Record>& records = texts.table->records;
  std::unordered_map<std::string_view, int> uses;
  for (std::size_t i = 0; i < records.size(); ++i) {
    ++uses[texts.text_of(i)];
  }
  for (std::size_t i = 0; i < records.size(); ++i) {
    const std::string_view text = texts.text_of(i);
    const std::string_view title = texts.title_of(i);
    const auto report = [&](const char* id, std::size_t above) {
      Finding finding;
      finding.diagnostic.id = id;
      finding.diagnostic.origin = place_of(records[i], texts.column);
      finding.row = records[i].id;
      Arguments& args = finding.diagnostic.args;
      args.emplace_back("row", name_of_row(records[i]));
      args.emplace_back("column", std::string(texts.column));
      args.emplace_back("above", name_of_row(records[above]));
      add_text(args, "title", records[i].text(texts.title), "");
      return finding;
    };
    if (i > 0 && text.size() >= long_text && text == texts.text_of(i - 1) && uses[text] == 2 &&
        title != texts.title_of(i - 1) && texts.is_about_above(i)) {
      Finding finding = report("text-slipped", i - 1);
      add_related(finding, "above", place_of(records[i - 1], texts.column));
      follow_slip(texts, i, finding);
      findings.push_back(std::move(finding));
    } else if (title.size() >= enough_text && text.size() > title.size() &&
               text.starts_with(title)) {
      findings.push_back(report("title-repeated", i));
    }
  }
}

}  // namespace

void test_duplicate_rows(const Subject& subject, std::vector<Finding>& findings) {
  const std::string language = subject.plan.languages.empty() ? "" : subject.plan.languages.front();
  for (const auto& [name, table] : subject.plan.tables) {
    if (is_left_out(name)) {
      continue;
    }
    const auto identity = std::ranges::find(identities(), name, &Identity::table);
    std::unordered_map<std::string, const Record*> seen;
    for (const Record& record : table.records) {
      const std::string key = identity == identities().end()
                                  ? whole_identity(record)
                                  : identity_of(record, identity->columns, language);
      if (key.empty()) {
        continue;
      }
      const auto [first, is_new] = seen.emplace(key, &record);
      if (is_new) {
        continue;
      }
      Finding finding;
      finding.diagnostic.id = "duplicate-row";
      finding.diagnostic.origin = place_of(record, title_column(name));
      finding.row = record.id;
      Arguments& args = finding.diagnostic.args;
      args.emplace_back("row", name_of_row(record));
      args.emplace_back("other", name_of_row(*first->second));
      args.emplace_back("line", std::to_string(record.origin.row));
      args.emplace_back("other_line", std::to_string(first->second->origin.row));
      args.emplace_back("table", name);
      add_related(finding, "first", place_of(*first->second, title_column(name)));
      findings.push_back(std::move(finding));
    }
  }
}

void test_text_slipped(const Subject& subject, std::vector<Finding>& findings) {
  struct Column {
    std::string_view table;
    std::string_view title;
    std::string_view column;
  };
  constexpr std::array<Column, 9> columns = {{{"risks", "title", "mitigation"},
                                              {"challenges", "text", "response"},
                                              {"lessons", "text", "response"},
                                              {"practices", "title", "description"},
                                              {"practices", "title", "results"},
                                              {"claims", "claim", "evidence"},
                                              {"stakeholders", "name", "text"},
                                              {"external_projects", "name", "text"},
                                              {"nodes", "title", "description"}}};
  const std::string language = subject.plan.languages.empty() ? "" : subject.plan.languages.front();
  for (const Column& column : columns) {
    if (const Table* const table = table_of(subject.plan, column.table)) {
      test_column({table, column.title, column.column, language}, findings);
    }
  }
}

}  // namespace rapporteur::check
