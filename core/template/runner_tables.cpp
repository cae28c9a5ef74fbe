// Table values: laid out, measured and drawn in the look that their slot names.
#include <fmt/format.h>

#include "base/text.hpp"
#include "template/runner.hpp"
#include "template/table_drawing.hpp"
#include "template/write.hpp"

namespace rapporteur::template_ {

void Runner::table(const Op& op) {
  const view::Value* value = look_up(op.tag);
  if (value == nullptr) {
    return;
  }
  const auto look = document_.looks.find(tag(op.tag).look);
  if (look == document_.looks.end()) {
    return;  // said by check_tags
  }
  const std::optional<LaidTable> laid = lay_table(
      *value, [&](const view::Value& cell, const std::string& format, const std::string& column) {
        return print_cell(op.tag, cell, format, column);
      });
  if (!laid) {
    fault(op.tag, "template-not-a-table", {{"path", tag(op.tag).path_text}});
    return;
  }
  // In Word two tables that touch are one.
  if (document_.markup == Markup::ooxml && out_.ends_with("</w:tbl>")) {
    out_ += "<w:p/>";
  }
  ++repeats_;
  const WriteCellText write = [this, &op](const CellText& text, const std::string& run_looks) {
    cell_text(op.tag, text, run_looks);
  };
  draw_table(document_.markup, *laid, look->second,
             fmt::format("{} {}", tag(op.tag).path_text, ++drawn_tables_),
             {out_, table_styles_, write});
  --repeats_;
}

std::optional<std::string> Runner::print_cell(int number, const view::Value& value,
                                              const std::string& format,
                                              const std::string& column) {
  auto known = cell_formats_.find(format);
  if (known == cell_formats_.end()) {
    std::string unknown;
    std::optional<locale::Format> parsed = locale::parse_format(format, input_.formats, unknown);
    if (!parsed) {
      std::vector<std::string> words = locale::format_words();
      for (const auto& [name, declared] : input_.formats) {
        words.push_back(name);
      }
      fault(number, "table-unknown-format", {{"column", column}, {"word", unknown}},
            nearest(unknown, words));
    }
    known = cell_formats_.emplace(format, std::move(parsed)).first;
  }
  if (!known->second) {
    return std::nullopt;
  }
  std::optional<std::string> printed = locale::format_value(value, *known->second, language_);
  if (!printed) {
    fault(number, "table-format-unfit", {{"column", column}, {"format", format}});
  } else if (std::holds_alternative<Missing>(value.data)) {
    note_missing(tag(number), *known->second, value, *printed);
  }
  return printed;
}

void Runner::cell_text(int drawn, const CellText& text, const std::string& run_looks) {
  const view::Value& value = *text.value;
  if (const auto* markdown = std::get_if<view::Markdown>(&value.data)) {
    view::Markdown placed = to_be_read(*markdown);
    if (placed.origin.file.empty()) {
      placed.origin = value.origin;
    }
    const std::string language =
        placed.language.empty() ? std::string(input_.language) : placed.language;
    Narrative read =
        read_markdown(placed, 0, input_.language, note_numbers_, diagnostics_,
                      input_.figure_marks == FigureMarks::values ? Lines::kept : Lines::joined);
    mark_figures(read, drawn, placed);
    const bool is_ooxml = document_.markup == Markup::ooxml;
    out_ += is_ooxml ? "<w:r>" + run_looks : "";
    leave({.is_inline = false, .blocks = in_lines(std::move(read), language)});
    out_ += is_ooxml ? "</w:r>" : "";
    return;
  }
  Run run{.text = strip_unprintable(text.printed)};
  const auto* words = std::get_if<view::Text>(&value.data);
  if (words != nullptr && words->language != input_.language && is_language(words->language)) {
    run.language = words->language;
  }
  if (std::holds_alternative<bool>(value.data) && language_ != input_.language) {
    run.language = language_;  // yes and no are words
  }
  std::size_t figure = add_figure(drawn, value, text.printed);
  if (!value.note.empty()) {
    run.note.push_back({.text = strip_unprintable(value.note)});
    mark(run, std::exchange(figure, 0));
  }
  table_runs({std::move(run)}, run_looks.c_str(), figure);
}

}  // namespace rapporteur::template_
