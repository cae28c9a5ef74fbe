#include "locale/quotes.hpp"

#include "base/text.hpp"
#include "locale/format.hpp"
#include "plan/quotes.hpp"
#include "view/figure_marks.hpp"
#include "view/indicator.hpp"

namespace rapporteur::locale {
namespace {

std::string escaped(std::string_view text) {
  constexpr std::string_view marks = "\\`*_{}[]<>#|~";
  std::string out;
  for (const char c : text) {
    if (marks.find(c) != std::string_view::npos) {
      out += '\\';
    }
    out += c;
  }
  return out;
}

std::string printed(const view::Value& value, std::string_view language) {
  if (const auto* const list = std::get_if<view::List>(&value.data)) {
    std::string text;
    for (const view::Value& item : *list) {
      text.append(text.empty() ? "" : ", ").append(printed(item, language));
    }
    return text;
  }
  return format_value(value, {}, language).value_or("");
}

/// The value between its marks. A unit is no figure.
std::string marked(std::string text, const Quoted& quoted, std::vector<view::Figure>& figures) {
  const auto* const value = std::get_if<IndicatorValue>(&quoted.value);
  if (value == nullptr || figures.size() >= view::most_figures) {
    return text;
  }
  figures.push_back({std::string(view::type_name(view::value_of(*value, nullptr, ""))),
                     quoted.origin, std::nullopt});
  return view::figure_begin(figures.size() - 1) + text + std::string(view::figure_end);
}

std::string text_of(const Quoted& quoted, std::string_view language) {
  if (const auto* const unit = std::get_if<LocalText>(&quoted.value)) {
    return std::string(unit->in(language).text);
  }
  return printed(view::value_of(std::get<IndicatorValue>(quoted.value), quoted.scale, language),
                 language);
}

}  // namespace

std::string fill_quotes(const Plan& plan, std::string_view markdown, std::string_view language,
                        std::vector<view::Figure>* figures) {
  const std::string unmarked = figures != nullptr ? strip_unprintable(markdown) : std::string();
  if (figures != nullptr) {
    markdown = unmarked;  // a mark of its own would name a figure of ours
  }
  std::string out;
  std::size_t done = 0;
  for (const Quote& quote : find_quotes(markdown)) {
    const auto result = resolve_quote(plan, quote.path);
    if (const auto* const quoted = std::get_if<Quoted>(&result)) {
      out += markdown.substr(done, quote.begin - done);
      std::string text = escaped(text_of(*quoted, language));
      out += figures != nullptr ? marked(std::move(text), *quoted, *figures) : text;
      done = quote.end;
    }
  }
  return out += markdown.substr(done);
}

std::optional<std::string> fill_cell_quotes(const Plan& plan, std::string_view text,
                                            std::string_view language,
                                            std::vector<view::Cells>& cells) {
  const std::vector<Quote> quotes = find_cell_quotes(text);
  if (quotes.empty()) {
    return std::nullopt;
  }
  std::string out;
  std::size_t done = 0;
  for (const Quote& quote : quotes) {
    const auto result = resolve_quote(plan, quote.path);
    if (const auto* const quoted = std::get_if<Quoted>(&result)) {
      out += text.substr(done, quote.begin - done);
      out += text_of(*quoted, language);
      view::add_cell(cells, quoted->origin);
      done = quote.end;
    }
  }
  return out += text.substr(done);
}

}  // namespace rapporteur::locale
