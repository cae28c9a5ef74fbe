#include "load/quotes.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "load/faults.hpp"
#include "plan/quotes.hpp"

namespace rapporteur::load {
namespace {

Origin place_of(const Narrative& narrative, const Quote& quote) {
  const std::string_view before = std::string_view(narrative.markdown).substr(0, quote.begin);
  const std::size_t line = before.rfind('\n');
  Origin place = narrative.origin;
  place.row = 1 + static_cast<int>(std::ranges::count(before, '\n'));
  place.column = 1 + static_cast<int>(code_points(
                         line == std::string_view::npos ? before : before.substr(line + 1)));
  place.text = narrative.markdown.substr(quote.begin, quote.end - quote.begin);
  return place;
}

bool is_missing(const Quoted& quoted) {
  if (const auto* const text = std::get_if<LocalText>(&quoted.value)) {
    return text->empty();
  }
  return std::holds_alternative<Missing>(std::get<IndicatorValue>(quoted.value).data);
}

}  // namespace

void check_quotes(const Plan& plan, Diagnostics& diagnostics) {
  for (const Narrative& narrative : plan.narratives) {
    for (const Quote& quote : find_quotes(narrative.markdown)) {
      const auto result = resolve_quote(plan, quote.path);
      if (const auto* const unknown = std::get_if<Unquotable>(&result)) {
        report(diagnostics, "quote-unknown", place_of(narrative, quote),
               {{"what", unknown->what}, {"name", unknown->name}, {"path", quote.path}},
               nearest(unknown->name, unknown->known));
      } else if (is_missing(std::get<Quoted>(result))) {
        report(diagnostics, "quote-missing", place_of(narrative, quote), {{"path", quote.path}});
      }
    }
  }
}

}  // namespace rapporteur::load
