// Where figures are traced: the list of those that are printed, and the marks around them.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "template/runner.hpp"
#include "template/write.hpp"

namespace rapporteur::template_ {
namespace {

constexpr std::string_view link_start = "https://figure.invalid/";

/// A number is a figure; words are one when they have a digit and stand in a cell.
bool is_figure(const view::Value& value, std::string_view printed) {
  const bool is_number = std::holds_alternative<std::int64_t>(value.data) ||
                         std::holds_alternative<Decimal>(value.data) ||
                         std::holds_alternative<view::Percent>(value.data) ||
                         std::holds_alternative<Money>(value.data) ||
                         std::holds_alternative<Date>(value.data) ||
                         std::holds_alternative<view::Qualified>(value.data);
  const bool is_typed =
      std::holds_alternative<view::Text>(value.data) && !value.origin.file.empty();
  return (is_number || is_typed) && printed.find_first_of("0123456789") != std::string_view::npos;
}

}  // namespace

std::string figure_link(std::size_t number) {
  return fmt::format("{}{}", link_start, number);
}

std::optional<std::size_t> figure_of_link(std::string_view link) {
  if (!link.starts_with(link_start)) {
    return std::nullopt;
  }
  link.remove_prefix(link_start.size());
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(link.data(), link.data() + link.size(), number);
  return error == std::errc{} && end == link.data() + link.size() ? std::optional(number)
                                                                  : std::nullopt;
}

std::string value_begin(std::size_t number) {
  return fmt::format("{}{}{}", value_open, number, value_close);
}

std::size_t Runner::add_figure(int drawn, const view::Value& value, std::string_view printed) {
  if (input_.figure_marks == FigureMarks::none ||
      (input_.figure_marks != FigureMarks::values && !is_figure(value, printed))) {
    return 0;
  }
  figures_.push_back({std::string(printed), std::string(view::type_name(value)), value.origin,
                      value.formula, tag(drawn).text, tag(drawn).origin});
  return figures_.size();
}

std::string Runner::comment_on(std::size_t figure) const {
  return input_.figure_marks == FigureMarks::comments ? input_.comment(figures_[figure - 1])
                                                      : std::string();
}

void Runner::mark(Run& run, std::size_t figure) const {
  if (figure == 0) {
    return;
  }
  if (input_.figure_marks == FigureMarks::links) {
    run.link = figure_link(figure);
  } else if (input_.figure_marks == FigureMarks::values) {
    run.text = value_begin(figure).append(run.text).append(value_end);
  } else {
    run.comment = comment_on(figure);
  }
}

// In Word a link to an address is a field: it needs no entry in the relations of the part.
void Runner::write_figure(std::size_t figure, const std::string& looks,
                          const std::function<void(const std::string&)>& write_printed) {
  if (figure != 0 && input_.figure_marks == FigureMarks::values) {
    write_text(out_, document_.markup, value_begin(figure));
    write_printed(looks);
    write_text(out_, document_.markup, value_end);
    return;
  }
  if (figure == 0 || input_.figure_marks != FigureMarks::links) {
    write_printed(looks);
    if (figure != 0) {
      leave({.blocks = {{.runs = {{.comment = comment_on(figure)}}}}});
    }
    return;
  }
  if (document_.markup == Markup::odf) {
    out_ += fmt::format("<text:a xlink:type=\"simple\" xlink:href=\"{}\">", figure_link(figure));
    write_printed(looks);
    out_ += "</text:a>";
    return;
  }
  const std::string styled = with_link_style(looks);
  out_ += fmt::format(
      "<w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> "
      "HYPERLINK \"{}\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
      "<w:r>{}",
      figure_link(figure), styled);
  write_printed(styled);
  out_ += "</w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r>" + looks;
}

void Runner::mark_figures(std::vector<Run>& runs, int drawn, const view::Markdown& text) {
  if (input_.figure_marks == FigureMarks::none) {
    return;
  }
  for (Run& run : runs) {
    mark_figures(run.note, drawn, text);
    const auto index = static_cast<std::size_t>(run.figure);
    if (index == 0 || index > text.figures.size()) {
      continue;
    }
    const view::Figure& quoted = text.figures[index - 1];
    figures_.push_back(
        {run.text, quoted.kind, quoted.origin, quoted.formula, tag(drawn).text, text.origin});
    mark(run, figures_.size());
  }
}

// Each stretch that stands on one line of the source is a value of its own.
void Runner::mark_lines(std::vector<Run>& runs, int drawn, const view::Markdown& text) {
  for (std::size_t first = 0; first < runs.size();) {
    std::size_t last = first;
    while (last + 1 < runs.size() && runs[last + 1].line == runs[first].line) {
      ++last;
    }
    Origin line = text.origin;
    line.row = std::max(1, line.row) + std::max(1, runs[first].line) - 1;
    figures_.push_back({{}, "markdown", std::move(line), {}, tag(drawn).text, tag(drawn).origin});
    runs[first].text.insert(0, value_begin(figures_.size()));
    runs[last].text += value_end;
    for (; first <= last; ++first) {
      mark_lines(runs[first].note, drawn, text);
    }
  }
}

void Runner::mark_figures(Narrative& narrative, int drawn, const view::Markdown& text) {
  const auto mark_runs = [&](std::vector<Run>& runs) {
    mark_figures(runs, drawn, text);
    if (input_.figure_marks == FigureMarks::values) {
      mark_lines(runs, drawn, text);
    }
  };
  for (Block& block : narrative.blocks) {
    mark_runs(block.runs);
  }
  for (TextTable& table : narrative.tables) {
    for (TextTable::Row& row : table.rows) {
      for (TextTable::Cell& cell : row) {
        mark_runs(cell);
      }
    }
  }
}

}  // namespace rapporteur::template_
