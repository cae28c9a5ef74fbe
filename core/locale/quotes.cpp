#include "locale/quotes.hpp"

#include "locale/format.hpp"
#include "plan/quotes.hpp"
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

std::string text_of(const Quoted& quoted, std::string_view language) {
  if (const auto* const unit = std::get_if<LocalText>(&quoted.value)) {
    return std::string(unit->in(language).text);
  }
  return printed(view::value_of(std::get<IndicatorValue>(quoted.value), quoted.scale, language),
                 language);
}

}  // namespace

std::string fill_quotes(const Plan& plan, std::string_view markdown, std::string_view language) {
  std::string out;
  std::size_t done = 0;
  for (const Quote& quote : find_quotes(markdown)) {
    const auto result = resolve_quote(plan, quote.path);
    if (const auto* const quoted = std::get_if<Quoted>(&result)) {
      out += markdown.substr(done, quote.begin - done);
      out += escaped(text_of(*quoted, language));
      done = quote.end;
    }
  }
  return out += markdown.substr(done);
}

}  // namespace rapporteur::locale
