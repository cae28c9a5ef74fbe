// How one value is set: written where it stands, or left to the office as a token and a fill.
#include <fmt/format.h>

#include "base/text.hpp"
#include "template/runner.hpp"
#include "template/write.hpp"

namespace rapporteur::template_ {

std::optional<std::string> Runner::print(int number, const view::Value& value) {
  const auto& format = formats_[static_cast<std::size_t>(number)];
  if (!format) {
    return std::nullopt;  // said by check_tags
  }
  std::optional<std::string> printed = locale::format_value(value, *format, language_);
  if (!printed) {
    const bool is_nested = std::holds_alternative<view::List>(value.data) ||
                           std::holds_alternative<view::Map>(value.data);
    fault(number, is_nested ? "template-not-printable" : "template-format-unfit",
          {{"path", tag(number).path_text}, {"format", tag(number).format}});
  }
  return printed;
}

void Runner::value(const Op& op) {
  if (tag(op.tag).kind == TagKind::limit) {
    limit(op);
    return;
  }
  if (tag(op.tag).is_term) {
    term(op);
    return;
  }
  const view::Value* value = look_up(op.tag);
  if (value == nullptr) {
    return;
  }
  if (!tag(op.tag).look.empty()) {
    fault(op.tag, "template-table-place", {{"path", tag(op.tag).path_text}});
    return;
  }
  if (is_table(*value)) {
    fault(op.tag, "template-table-without-look", {{"path", tag(op.tag).path_text}});
    return;
  }
  if (std::holds_alternative<view::Image>(value->data)) {
    fault(op.tag, "template-picture-in-text", {{"path", tag(op.tag).path_text}});
    return;
  }
  if (const auto* text = std::get_if<view::Markdown>(&value->data)) {
    markdown(op, *value, *text);
    return;
  }
  const std::optional<std::string> printed = print(op.tag, *value);
  if (!printed) {
    return;
  }
  if (std::holds_alternative<Missing>(value->data)) {
    note_missing(tag(op.tag), *formats_[static_cast<std::size_t>(op.tag)], *value, *printed);
  }
  std::string_view language;
  if (const auto* text = std::get_if<view::Text>(&value->data);
      text != nullptr && text->language != input_.language && is_language(text->language)) {
    language = text->language;
  }
  const std::size_t figure = add_figure(op.tag, *value, *printed);
  if (repeats_ > 0 && value->note.empty()) {
    write_figure(figure, op.text,
                 [&](const std::string& looks) { write(looks, *printed, language); });
    return;
  }
  Fill fill;
  Run run{.text = strip_unprintable(*printed), .language = std::string(language)};
  mark(run, figure);
  if (!value->note.empty()) {
    run.note.push_back({.text = strip_unprintable(value->note)});
  }
  fill.blocks.push_back({.runs = {std::move(run)}});
  leave(std::move(fill));
}

void Runner::term(const Op& op) {
  const std::string words = input_.terms.in(language_).get(tag(op.tag).path_text).value_or("");
  std::size_t number = 0;
  if (input_.figure_marks == FigureMarks::values) {
    figures_.push_back({words, "term", {}, {}, tag(op.tag).text, tag(op.tag).origin});
    number = figures_.size();
  }
  const auto write_words = [&](const std::string& looks) {
    write(looks, words, language_ == input_.language ? std::string_view() : language_);
  };
  if (number == 0) {
    write_words(op.text);
  } else {
    write_figure(number, op.text, write_words);
  }
}

// A bookmark that the office finds again when all is laid out, one for each time it is printed.
void Runner::limit(const Op& op) {
  constexpr std::size_t first_id = 900'000;  // beyond those that an editor counts
  const std::string name = fmt::format("rap_limit_{}", marks_.size() + 1);
  if (document_.markup == Markup::odf) {
    out_ += fmt::format("<text:bookmark text:name=\"{}\"/>", name);
  } else {
    out_ += fmt::format(
        "</w:r><w:bookmarkStart w:id=\"{0}\" w:name=\"{1}\"/><w:bookmarkEnd w:id=\"{0}\"/><w:r>{2}",
        first_id + marks_.size(), name, op.text);
  }
  marks_.push_back({name, tag(op.tag).path_text, tag(op.tag).origin});
}

void Runner::leave(Fill fill) {
  fill.token = fmt::format("\uE000{}.{}\uE001", input_.nonce, fills_.size() + 1);
  write_text(out_, document_.markup, fill.token);
  fills_.push_back(std::move(fill));
}

void Runner::write(const std::string& looks, std::string_view text, std::string_view language) {
  const std::string_view safe = text;
  std::string stripped;
  const bool is_suspect = needs_stripping(safe);
  if (is_suspect) {
    stripped = strip_unprintable(safe);
  }
  const std::string_view clean = is_suspect ? std::string_view(stripped) : safe;
  if (language.empty()) {
    write_text(out_, document_.markup, clean);
  } else if (document_.markup == Markup::odf) {
    out_ += fmt::format("<text:span text:style-name=\"{}\">", language_style(language));
    write_text(out_, document_.markup, clean);
    out_ += "</text:span>";
  } else {
    // The run is closed and one with the same looks and a language takes its place.
    out_ += "</w:r><w:r>" + with_language(looks, language);
    write_text(out_, document_.markup, clean);
    out_ += "</w:r><w:r>" + looks;
  }
}

std::string Runner::language_style(std::string_view language) {
  languages_.emplace(language);
  return fmt::format("rap_language_{}", language.substr(0, 2));
}

void Runner::note_missing(const Tag& drawn, const locale::Format& format, const view::Value& value,
                          const std::string& printed) {
  if (std::get<Missing>(value.data) != Missing::empty || format.missing_is_blank ||
      !format.missing.empty()) {
    return;
  }
  const bool has_origin = !value.origin.file.empty();
  Diagnostic finding{.id = "value-missing",
                     .origin = has_origin ? value.origin : drawn.origin,
                     .args = {{"path", drawn.path_text}, {"mark", printed}}};
  if (has_origin) {
    finding.related.push_back({.key = "slot", .args = {}, .origin = drawn.origin});
  } else if (!said_.emplace(static_cast<int>(&drawn - document_.tags.data()), finding.id).second) {
    return;
  }
  diagnostics_.add(std::move(finding));
}

}  // namespace rapporteur::template_
