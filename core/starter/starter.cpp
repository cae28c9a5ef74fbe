#include "starter/starter.hpp"

#include <algorithm>
#include <utility>

#include "starter/parts.hpp"

namespace rapporteur::starter {
namespace {

constexpr int periods = 3;

Frame frame_for(const Wishes& wishes) {
  Frame frame;
  frame.languages = wishes.languages;
  for (int i = 0; i < periods; ++i) {
    frame.periods.push_back(std::to_string(wishes.year + i));
  }
  frame.levels = {"outcome", "activity"};
  const bool is_french = wishes.languages.front() == "fr";
  frame.currency = is_french ? "XOF" : "USD";
  frame.numbers = is_french ? NumberStyle{{" "}, ","} : NumberStyle{{","}, "."};
  return frame;
}

/// A number as the plan's author would type it: 1 500 000.
std::string typed(const SheetCell& cell, const NumberStyle& numbers) {
  if (cell.kind != SheetCellKind::number) {
    return cell.text;
  }
  std::string text = cell.text;
  for (std::size_t at = text.size(); at > 3; at -= 3) {
    text.insert(at - 3, numbers.groups.front());
  }
  return text;
}

std::string csv_field(const std::string& text) {
  if (text.find_first_of(";\"\n") == std::string::npos) {
    return text;
  }
  std::string quoted = "\"";
  for (const char c : text) {
    quoted.append(c == '"' ? 2 : 1, c);
  }
  return quoted + "\"";
}

/// With the mark by which Excel knows UTF-8.
std::string csv_text(const std::vector<Headed>& columns,
                     const std::vector<std::vector<SheetCell>>& rows, const Frame& frame) {
  std::string text = "\xEF\xBB\xBF";
  for (std::size_t i = 0; i < columns.size(); ++i) {
    text.append(i == 0 ? "" : ";").append(columns[i].header());
  }
  text += "\n";
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      text.append(i == 0 ? "" : ";").append(csv_field(typed(row[i], frame.numbers)));
    }
    text += "\n";
  }
  return text;
}

DraftSheet sheet_of(const TableSpec& table, const std::vector<Headed>& columns,
                    const Frame& frame) {
  DraftSheet sheet;
  sheet.name = table.name;
  const bool is_french_first = frame.languages.front() == "fr";
  const std::pair<const char*, const char*> order =
      is_french_first ? std::pair("fr", "en") : std::pair("en", "fr");
  for (const char* const language : {order.first, order.second}) {
    sheet.titles.emplace_back(help_in(table, language));
    std::vector<std::string>& notes = sheet.notes.emplace_back();
    for (const Headed& headed : columns) {
      notes.emplace_back(help_in(*headed.column, language));
    }
  }
  for (const Headed& headed : columns) {
    sheet.columns.push_back(draft_of(headed, frame));
  }
  sheet.rows = example_rows(table, columns, frame);
  return sheet;
}

}  // namespace

Starter make_starter(const Wishes& wishes) {
  const Frame frame = frame_for(wishes);
  Starter starter;
  starter.files.push_back({"plan.yaml", plan_yaml_text(wishes, frame)});
  for (const char* const language : {"fr", "en"}) {
    starter.files.push_back({std::string("GUIDE.") + language + ".md", guide_text(language)});
  }
  for (const std::string& language : wishes.languages) {
    starter.files.push_back(
        {"narrative/introduction." + language + ".md", introduction_text(language)});
  }
  if (wishes.tables == Tables::workbook) {
    starter.workbook = WorkbookDraft{};
    starter.workbook->title = wishes.id;
    starter.workbook->language = wishes.languages.front();
    starter.workbook->sheets.push_back(guide_sheet());
  }
  for (const TableSpec& table : schema()) {
    const std::vector<Headed> columns = headed_columns(table, frame);
    if (starter.workbook) {
      starter.workbook->sheets.push_back(sheet_of(table, columns, frame));
    } else {
      starter.files.push_back({"tables/" + std::string(table.name) + ".csv",
                               csv_text(columns, example_rows(table, columns, frame), frame)});
    }
  }
  return starter;
}

}  // namespace rapporteur::starter
