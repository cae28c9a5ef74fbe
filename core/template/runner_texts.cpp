// Texts of the plan: paragraphs are left to the office, tables are drawn here, between them.
#include <iterator>

#include "base/text.hpp"
#include "template/runner.hpp"
#include "template/write.hpp"

namespace rapporteur::template_ {
namespace {

bool is_plain(const Run& run) {
  return !run.strong && !run.emphasis && !run.code && !run.struck && !run.symbol &&
         run.link.empty() && run.comment.empty() && run.note.empty() && run.note_number == 0;
}

}  // namespace

void Runner::markdown(const Op& op, const view::Value& value, const view::Markdown& text) {
  const Tag& drawn = tag(op.tag);
  if (!drawn.alone) {
    fault(op.tag, "template-markdown-inline", {{"path", drawn.path_text}});
    return;
  }
  view::Markdown placed = to_be_read(text);
  if (placed.origin.file.empty()) {
    placed.origin = value.origin.file.empty() ? drawn.origin : value.origin;
  }
  Narrative read =
      read_markdown(placed, drawn.under, input_.language, note_numbers_, diagnostics_,
                    input_.figure_marks == FigureMarks::values ? Lines::kept : Lines::joined);
  mark_figures(read, op.tag, placed);
  if (op.close.empty() && !read.tables.empty()) {
    no_table(op, std::move(read), text.language.empty() ? input_.language : text.language);
    return;
  }
  narrative(op, std::move(read));
}

// Where figures are not marked their marks would only part the text.
view::Markdown Runner::to_be_read(view::Markdown text) const {
  if (input_.figure_marks == FigureMarks::none && !text.figures.empty()) {
    text.source = strip_unprintable(text.source);
    text.figures.clear();
  }
  return text;
}

void Runner::no_table(const Op& op, Narrative text, std::string_view language) {
  for (const TextTable& table : text.tables) {
    diagnostics_.add({.id = "markdown-table-place",
                      .origin = table.origin,
                      .args = {{"tag", tag(op.tag).text}},
                      .related = {{.key = "slot", .args = {}, .origin = tag(op.tag).origin}}});
  }
  leave({.is_inline = false, .blocks = in_lines(std::move(text), language)});
}

void Runner::narrative(const Op& op, Narrative text) {
  const auto part = [&](std::size_t from, std::size_t to) {
    Fill fill{.is_inline = false};
    std::move(text.blocks.begin() + static_cast<std::ptrdiff_t>(from),
              text.blocks.begin() + static_cast<std::ptrdiff_t>(to),
              std::back_inserter(fill.blocks));
    return fill;
  };
  std::size_t at = 0;
  for (std::size_t i = 0; i < text.tables.size(); ++i) {
    TextTable& table = text.tables[i];
    Fill above = part(at, table.before);
    if (i > 0 && above.blocks.empty()) {
      above.blocks.emplace_back();  // two tables that touch would be one in Word
    }
    leave(std::move(above));
    at = table.before;
    table.ends_text = at == text.blocks.size();
    if (!table.ends_text) {
      text.blocks[at].after_table = true;
    }
    out_ += op.close;
    draw_text_table(
        out_, document_.markup, table, document_.table_look, table_styles_,
        [this](const std::vector<Run>& runs, const char* looks) { table_runs(runs, looks); });
    out_ += op.reopen;
  }
  leave(part(at, text.blocks.size()));
}

// What has no look is written; the rest is left to the office.
void Runner::table_runs(const std::vector<Run>& runs, const char* looks, std::size_t figure) {
  if (runs.empty()) {
    return;
  }
  const bool is_written = runs.size() == 1 && is_plain(runs.front());
  const std::string_view language =
      is_written && is_language(runs.front().language) ? runs.front().language : std::string_view();
  const std::string own_looks = language.empty() ? looks : with_language(looks, language);
  if (document_.markup == Markup::ooxml) {
    (out_ += "<w:r>") += own_looks;
  } else if (!language.empty()) {
    out_ += "<text:span text:style-name=\"" + language_style(language) + "\">";
  }
  if (is_written) {
    write_figure(figure, own_looks, [&](const std::string&) {
      write_text(out_, document_.markup, runs.front().text);
    });
  } else {
    leave({.blocks = {{.runs = runs}}});
  }
  if (document_.markup == Markup::ooxml) {
    out_ += "</w:r>";
  } else if (!language.empty()) {
    out_ += "</text:span>";
  }
}

}  // namespace rapporteur::template_
