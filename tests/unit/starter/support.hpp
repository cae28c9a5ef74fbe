// Plans written for a test, and drafts as an office would read them.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "base/files.hpp"
#include "base/messages.hpp"
#include "load/load.hpp"
#include "starter/starter.hpp"

namespace rapporteur::test {

/// A draft written and read: what Calc does, short of Calc.
inline Workbook read_back(const WorkbookDraft& draft) {
  Workbook workbook;
  for (const DraftSheet& from : draft.sheets) {
    Sheet& sheet = workbook.sheets.emplace_back();
    sheet.name = from.name;
    int number = 0;
    const auto add = [&](std::vector<SheetCell> cells) {
      ++number;
      while (!cells.empty() && cells.back().kind == SheetCellKind::empty) {
        cells.pop_back();
      }
      if (!cells.empty()) {
        sheet.rows.push_back({number, std::move(cells)});
      }
    };
    const auto texts = [](const auto& list, const auto& text_of) {
      std::vector<SheetCell> cells;
      for (const auto& item : list) {
        const std::string& text = text_of(item);
        cells.push_back(text.empty() ? SheetCell{} : SheetCell{SheetCellKind::text, text});
      }
      return cells;
    };
    const auto itself = [](const std::string& text) -> const std::string& { return text; };
    for (const std::string& title : from.titles) {
      add({{SheetCellKind::text, title}});
    }
    for (const auto& note : from.notes) {
      add(texts(note, itself));
    }
    add(texts(from.columns,
              [](const DraftColumn& column) -> const std::string& { return column.header; }));
    for (const auto& row : from.rows) {
      std::vector<SheetCell> cells = row;
      for (SheetCell& cell : cells) {
        if (cell.text.empty()) {
          cell = {};
        }
      }
      add(std::move(cells));
    }
  }
  return workbook;
}

inline LoadOptions reading(const WorkbookDraft& draft) {
  return {.workbooks = [&draft](const std::filesystem::path&, Diagnostics&) {
    return Result<Workbook>(read_back(draft));
  }};
}

/// Loads a plan that must have nothing to report but `expected` (ids).
inline Plan loaded(const std::filesystem::path& folder, const LoadOptions& options = {}) {
  Diagnostics diagnostics;
  auto plan = load_plan(folder, diagnostics, options);
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    INFO(diagnostic.origin.file, ":", diagnostic.origin.row, " ", render(diagnostic, "en").message);
    CHECK(kind_of(diagnostic) == Kind::finding);
  }
  REQUIRE(plan);
  return std::move(*plan);
}

}  // namespace rapporteur::test
