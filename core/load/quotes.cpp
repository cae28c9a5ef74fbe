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

void check_quote(const Plan& plan, const Quote& quote, const Origin& place,
                 Diagnostics& diagnostics) {
  const auto result = resolve_quote(plan, quote.path);
  if (const auto* const unknown = std::get_if<Unquotable>(&result)) {
    report(diagnostics, "quote-unknown", place,
           {{"what", unknown->what}, {"name", unknown->name}, {"path", quote.path}},
           nearest(unknown->name, unknown->known));
  } else if (is_missing(std::get<Quoted>(result))) {
    report(diagnostics, "quote-missing", place, {{"path", quote.path}});
  }
}

}  // namespace

void check_quotes(const Plan& plan, Diagnostics& diagnostics) {
  for (const Narrative& narrative : plan.narratives) {
    for (const Quote& quote : find_quotes(narrative.markdown)) {
      check_quote(plan, quote, place_of(narrative, quote), diagnostics);
    }
  }
  for (const auto& [name, table] : plan.tables) {
    for (const Record& record : table.records) {
      for (const Cell& cell : record.cells) {
        const auto* const text = std::get_if<std::string>(&cell.value);
        if (text == nullptr || cell.column->type != ColumnType::text) {
          continue;
        }
        for (const Quote& quote : find_cell_quotes(*text)) {
          check_quote(plan, quote, record.origin_of(cell), diagnostics);
        }
      }
    }
  }
}

}  // namespace rapporteur::load
