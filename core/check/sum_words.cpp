#include "check/sum_words.hpp"

#include <algorithm>
#include <utility>

namespace rapporteur::check {
namespace {

std::string text_in(const LocalText& text, std::string_view language) {
  return std::string(text.in(language).text);
}

std::int64_t size_of(std::int64_t value) {
  return value < 0 ? -value : value;
}

}  // namespace

std::string organisation_name(const Plan& plan, std::string_view id, std::string_view language) {
  const auto table = plan.tables.find("organisations");
  if (table != plan.tables.end()) {
    const auto found = std::ranges::find(table->second.records, id, &Record::id);
    if (found != table->second.records.end()) {
      for (const char* const column : {"short", "name"}) {
        if (std::string name = text_in(found->text(column), language); !name.empty()) {
          return name;
        }
      }
    }
  }
  return std::string(id);
}

const char* SumWords::id_of(const Footing& footing) const {
  if (ledger_.table == "contributions") {
    return "sum-sources";
  }
  if (ledger_.table != "budget_lines") {
    return "sum-column";
  }
  return footing.filter.is_plain() && !footing.filter.node ? "sum-total" : "sum-subtotal";
}

Finding SumWords::of_row(const char* id, const Entry& entry, const Held& computed) const {
  Finding finding;
  finding.diagnostic.id = id;
  finding.diagnostic.origin = entry.total->origin();
  finding.row = entry.id;
  add_figures(finding, entry.total->value, *computed.value, computed.missing);
  Arguments& args = finding.diagnostic.args;
  args.emplace_back("what", "row");
  args.emplace_back("row", std::string(entry.id));
  add_text(args, "title", title_of_row(entry), entry.id);
  add_text(args, "parts", parts_of(entry, "en"), parts_of(entry, "fr"));
  args.emplace_back("has_period", "no");
  add_text(args, "period", "", "");
  args.emplace_back("has_place", "no");
  args.emplace_back("place", "");
  add_ledger(args);
  return finding;
}

Finding SumWords::of_total(const char* id, const Compared& compared) const {
  Finding finding;
  finding.diagnostic.id = id;
  finding.diagnostic.origin = compared.declared->figure.origin();
  const auto& node = compared.footing->filter.node;
  finding.row = node ? plan_.nodes[*node].id
                     : (compared.footing->filter.is_plain() && ledger_.table == "budget_lines"
                            ? ""
                            : compared.declared->id);
  add_figures(finding, compared.declared->figure.value, compared.computed, compared.missing);
  Arguments& args = finding.diagnostic.args;
  const bool is_total = compared.footing->filter.is_plain() && !node;
  args.emplace_back("what", is_total ? "total" : "subtotal");
  add_text(args, "parts", "", "");
  describe(args, compared);
  add_ledger(args);
  return finding;
}

Related SumWords::consequence(const Compared& compared) const {
  Related related;
  const Filter& filter = compared.footing->filter;
  related.key = filter.is_plain() && !filter.node ? "total" : "subtotal";
  related.origin = compared.declared->figure.origin();
  const std::int64_t declared = compared.declared->figure.value;
  related.args.emplace_back("declared", figure(money(declared)));
  related.args.emplace_back("computed", figure(money(compared.computed)));
  related.args.emplace_back("difference", figure(money(declared - compared.computed)));
  describe(related.args, compared);
  return related;
}

void SumWords::make_cell(Finding& row, const Entry& entry, std::size_t period, std::int64_t gap,
                         const Finding& column) const {
  Diagnostic& diagnostic = row.diagnostic;
  const std::int64_t value = entry.amounts[period] ? entry.amounts[period]->value : 0;
  Related of_row{"row", diagnostic.args, diagnostic.origin};
  Related of_column{"column", column.diagnostic.args, column.diagnostic.origin};
  diagnostic.id = "sum-cell";
  if (entry.amounts[period]) {
    diagnostic.origin = entry.amounts[period]->origin();
  } else {
    diagnostic.origin = entry.origin();
    diagnostic.origin.column_name = "amount." + plan_.periods[period].id;
  }
  row.values = {value, value + gap};
  Arguments args;
  args.emplace_back("row", std::string(entry.id));
  add_text(args, "title", title_of_row(entry), entry.id);
  add_text(args, "period", plan_.periods[period].label, plan_.periods[period].id);
  args.emplace_back("empty", entry.amounts[period] ? "no" : "yes");
  args.emplace_back("amount", figure(money(value)));
  args.emplace_back("expected", figure(money(value + gap)));
  args.emplace_back("difference", figure(money(size_of(gap))));
  diagnostic.args = std::move(args);
  std::vector<Related> related = {std::move(of_row), std::move(of_column)};
  for (const std::vector<Related>* const more :
       {&std::as_const(diagnostic.related), &column.diagnostic.related}) {
    for (const Related& one : *more) {
      const auto is_known = [&](const Related& known) { return known.origin == one.origin; };
      if (std::ranges::none_of(related, is_known)) {
        related.push_back(one);
      }
    }
  }
  diagnostic.related = std::move(related);
}

void SumWords::add_figures(Finding& finding, std::int64_t declared, std::int64_t computed,
                           int missing) const {
  finding.values = {declared, computed};
  Arguments& args = finding.diagnostic.args;
  args.emplace_back("declared", figure(money(declared)));
  args.emplace_back("computed", figure(money(computed)));
  args.emplace_back("difference", figure(money(size_of(declared - computed))));
  args.emplace_back("direction", declared > computed ? "more" : "less");
  args.emplace_back("missing", std::int64_t{missing});
}

void SumWords::add_ledger(Arguments& args) const {
  args.emplace_back("table", ledger_.table);
  args.emplace_back("column", ledger_.column.empty() ? "amount" : ledger_.column);
}

/// "35,000,000 (Year 1) + 35,000,000 (Year 2)"
std::string SumWords::parts_of(const Entry& entry, std::string_view language) const {
  std::string text;
  for (std::size_t i = 0; i < plan_.periods.size(); ++i) {
    if (!entry.amounts[i]) {
      continue;
    }
    const Period& period = plan_.periods[i];
    const std::string label = text_in(period.label, language);
    text.append(text.empty() ? "" : " + ");
    text.append(figure_text(money(entry.amounts[i]->value), language));
    text.append(" (").append(label.empty() ? period.id : label).append(")");
  }
  return text;
}

LocalText SumWords::title_of_row(const Entry& entry) const {
  if (entry.line != nullptr) {
    return title_of(plan_, *entry.line);
  }
  LocalText title = entry.record->text("title");
  return title.empty() && entry.node ? plan_.nodes[*entry.node].title : title;
}

std::string SumWords::label_of(const Filter& filter, std::string_view language) const {
  std::string label;
  const auto add = [&](std::string_view text) {
    if (!text.empty()) {
      label.append(label.empty() ? "" : ", ").append(text);
    }
  };
  if (filter.node) {
    const std::string title = text_in(plan_.nodes[*filter.node].title, language);
    add(title.empty() ? plan_.nodes[*filter.node].id : title);
  }
  for (const std::string& category : filter.categories) {
    add(category);
  }
  add(organisation_name(plan_, filter.agency, language));
  add(organisation_name(plan_, filter.donor, language));
  add(filter.fund);
  return label;
}

/// Which total it is: node or share, period, and the name under which the source prints it.
void SumWords::describe(Arguments& args, const Compared& compared) const {
  const Filter& filter = compared.footing->filter;
  args.emplace_back("row", filter.node ? plan_.nodes[*filter.node].id : compared.declared->id);
  add_text(args, "title", label_of(filter, "en"), label_of(filter, "fr"));
  const Period* const period = compared.period;
  args.emplace_back("has_period", period == nullptr ? "no" : "yes");
  add_text(args, "period", period == nullptr ? LocalText{} : period->label,
           period == nullptr ? "" : period->id);
  const std::string& place = compared.declared->place;
  args.emplace_back("has_place", place.empty() ? "no" : "yes");
  args.emplace_back("place", place);
}

}  // namespace rapporteur::check
