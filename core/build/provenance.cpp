#include "build/provenance.hpp"

#include <filesystem>

#include "base/messages.hpp"

namespace rapporteur::build {

namespace {

std::string within(const std::string& file, const std::string& folder) {
  const auto relative = std::filesystem::path(file).lexically_relative(folder);
  return file.empty() || relative.empty() || *relative.begin() == ".." ? file
                                                                       : relative.generic_string();
}

/// "4–12, 15"
std::string rows_text(const std::vector<std::pair<int, int>>& rows) {
  std::string text;
  for (const auto& [from, to] : rows) {
    text += (text.empty() ? "" : ", ") + std::to_string(from);
    text += to == from ? "" : "–" + std::to_string(to);
  }
  return text;
}

std::string in_file(const std::string& file, const std::string& sheet, std::string_view language) {
  return sheet.empty() ? file : file + ui_text("place_sheet", {{"x", sheet}}, language);
}

std::string cells_text(const view::Cells& group, std::string_view language) {
  const bool is_one =
      group.rows.size() == 1 && group.rows.front().first == group.rows.front().second;
  return ui_text("trace_cells",
                 {{"file", in_file(group.file, group.sheet, language)},
                  {"column", group.column_name.empty() ? std::string("none") : group.column_name},
                  {"count", std::string(is_one ? "one" : "many")},
                  {"rows", rows_text(group.rows)}},
                 language);
}

std::string formula_text(const view::Formula& formula, std::string_view language) {
  std::string text = ui_text("trace_formula", {{"operation", formula.operation}}, language);
  for (const view::Cells& group : formula.cells) {
    text += "\n" + cells_text(group, language);
  }
  return text;
}

}  // namespace

template_::PrintedFigure in_plan(template_::PrintedFigure figure, const std::string& plan_folder) {
  figure.origin.file = within(figure.origin.file, plan_folder);
  if (figure.formula) {
    for (view::Cells& group : figure.formula->cells) {
      group.file = within(group.file, plan_folder);
    }
  }
  return figure;
}

std::string provenance(const template_::PrintedFigure& figure, std::string_view language) {
  if (figure.formula && figure.formula->operation != "quotation") {
    return formula_text(*figure.formula, language);
  }
  if (figure.origin.file.empty()) {
    return ui_text("trace_plugin", {{"slot", figure.slot}}, language);
  }
  const Origin& cell = figure.origin;
  std::string text =
      cells_text({cell.file, cell.sheet, cell.column_name, {{cell.row, cell.row}}}, language);
  if (!cell.text.empty()) {
    text += "\n" + ui_text("trace_typed", {{"text", cell.text}}, language);
  }
  return figure.formula ? text + "\n" + formula_text(*figure.formula, language) : text;
}

}  // namespace rapporteur::build
