// The plan as a view sees it: read-only objects, their fields in one table.
//
// What the plan does not have is `missing`, so that a slot prints its mark; nil stands only where
// there is no such object (the parent of a root). Lists are fresh copies: sort them, filter them.
#include <algorithm>
#include <array>
#include <iterator>
#include <set>

#include "plugin/api_indicators.hpp"
#include "plugin/api_named.hpp"
#include "plugin/formulas.hpp"
#include "plugin/lua_value.hpp"
#include "plugin/session.hpp"

namespace rapporteur::plugin {
namespace {

constexpr std::string_view since = "0.1.0";

template <class List>
void push_objects(lua_State* lua, std::string_view type, const List& list) {
  push_list(lua, list, [&](const auto& item) { push_object(lua, type, &item); });
}

void push_nodes(lua_State* lua, const std::vector<std::size_t>& indexes) {
  push_list(lua, indexes,
            [&](std::size_t index) { push_object(lua, "node", &job_of(lua).plan.nodes[index]); });
}

void push_period(lua_State* lua, std::string_view id) {
  const Period* period = job_of(lua).plan.find_period(id);
  if (period == nullptr) {
    push_missing(lua, Missing::empty);
  } else {
    push_object(lua, "period", period);
  }
}

void push_level(lua_State* lua, const std::string& id) {
  const std::vector<Level>& levels = job_of(lua).plan.levels;
  const auto found =
      std::find_if(levels.begin(), levels.end(), [&](const Level& l) { return l.id == id; });
  if (found == levels.end()) {
    push_missing(lua, Missing::empty);
  } else {
    push_object(lua, "level", &*found);
  }
}

std::size_t index_of(lua_State* lua, const Node& node) {
  return static_cast<std::size_t>(&node - job_of(lua).plan.nodes.data());
}

// --- totals ---------------------------------------------------------------------------------

void push_computed(lua_State* lua, const Sum& sum) {
  if (!sum.value) {
    push_missing(lua, Missing::empty);
    return;
  }
  Made made(lua);
  made.from(sum);
  push_value(lua, {*sum.value, {}, {}, made.by("sum")});
}

void push_declared(lua_State* lua, const Total& total) {
  if (total.declared) {
    push_money(lua, total.declared->value, total.declared->origin);
  } else {
    push_missing(lua, Missing::empty);
  }
}

void push_difference(lua_State* lua, const Total& total) {
  const std::optional<std::int64_t> difference = total.difference();
  if (difference) {
    Made made(lua);
    made.from(total.declared->origin);
    made.from(total.computed);
    push_value(lua, {Money{*difference, total.declared->value.currency},
                     {},
                     total.declared->origin,
                     made.by("difference")});
  } else {
    lua_pushnil(lua);
  }
}

const Total& total_of(const void* object) {
  return as<Total>(object);
}
const Total& overall_of(const void* object) {
  return as<BudgetTotals>(object).overall;
}

template <const Total& (*Of)(const void*)>
std::vector<ApiField> fields_of_total() {
  return {{"declared", "money|missing", since,
           "The total as its author typed it, with its place in the plan.",
           [](lua_State* lua, const void* o) { push_declared(lua, Of(o)); }},
          {"computed", "money|missing", since,
           "The exact sum of the amounts present; missing when there is none.",
           [](lua_State* lua, const void* o) { push_computed(lua, Of(o).computed); }},
          {"missing", "integer", since, "How many cells of the sum have no amount.",
           [](lua_State* lua, const void* o) { lua_pushinteger(lua, Of(o).computed.missing); }},
          {"difference", "money|nil", since,
           "declared - computed; nil when they agree or one of them is absent.",
           [](lua_State* lua, const void* o) { push_difference(lua, Of(o)); }}};
}

std::vector<ApiField> budget_fields() {
  std::vector<ApiField> fields = fields_of_total<overall_of>();
  fields.push_back({"by_period", "map of total", since, "The same for each period, by its id.",
                    [](lua_State* lua, const void* o) {
                      lua_newtable(lua);
                      for (const auto& [id, total] : as<BudgetTotals>(o).by_period) {
                        push_object(lua, "total", &total);
                        lua_setfield(lua, -2, id.c_str());
                      }
                    }});
  return fields;
}

// --- the table ------------------------------------------------------------------------------

ApiClass plan_class() {
  return {
      "plan",
      "The programme's plan. Read-only.",
      {{"id", "string", since, "Its id in plan.yaml.",
        [](lua_State* lua, const void* o) { push_string(lua, as<Plan>(o).id); }},
       {"title", "text|missing", since, "Title of the plan.",
        [](lua_State* lua, const void* o) { push_text(lua, as<Plan>(o).title); }},
       {"kind", "text|missing", since, "Kind of document: \"National action plan\".",
        [](lua_State* lua, const void* o) { push_text(lua, as<Plan>(o).kind); }},
       {"country", "text|missing", since, "Country or region.",
        [](lua_State* lua, const void* o) { push_text(lua, as<Plan>(o).country); }},
       {"issuer", "text|missing", since, "Ministry or agency that publishes it.",
        [](lua_State* lua, const void* o) { push_text(lua, as<Plan>(o).issuer); }},
       {"references", "list of text", since, "Texts that it refers to.",
        [](lua_State* lua, const void* o) {
          push_list(lua, as<Plan>(o).references,
                    [lua](const LocalText& text) { push_text(lua, text); });
        }},
       {"date", "date|missing", since, "Date printed on the cover.",
        [](lua_State* lua, const void* o) {
          push_date(lua, as<Plan>(o).date, as<Plan>(o).origin);
        }},
       {"start_date", "date|missing", since, "First day of the plan.",
        [](lua_State* lua, const void* o) {
          push_date(lua, as<Plan>(o).start, as<Plan>(o).origin);
        }},
       {"end_date", "date|missing", since, "Last day of the plan.",
        [](lua_State* lua, const void* o) { push_date(lua, as<Plan>(o).end, as<Plan>(o).origin); }},
       {"periods", "list of period", since, "Its periods, in the order of plan.yaml.",
        [](lua_State* lua, const void* o) { push_objects(lua, "period", as<Plan>(o).periods); }},
       {"reporting_period", "period|missing", since, "The period that is reported on.",
        [](lua_State* lua, const void* o) { push_period(lua, as<Plan>(o).reporting_period); }},
       {"currency", "string", since, "ISO 4217 code of its amounts.",
        [](lua_State* lua, const void* o) { push_string(lua, as<Plan>(o).currency); }},
       {"languages", "list of string", since, "Languages the plan says it is written in.",
        [](lua_State* lua, const void* o) {
          push_list(lua, as<Plan>(o).languages,
                    [lua](const std::string& language) { push_string(lua, language); });
        }},
       {"levels", "list of level", since, "Levels of the results chain, highest first.",
        [](lua_State* lua, const void* o) { push_objects(lua, "level", as<Plan>(o).levels); }},
       {"roots", "list of node", since, "Nodes of the highest level.",
        [](lua_State* lua, const void* o) { push_nodes(lua, as<Plan>(o).roots); }},
       {"nodes", "list of node", since, "All nodes, in the order of their table.",
        [](lua_State* lua, const void* o) { push_objects(lua, "node", as<Plan>(o).nodes); }},
       {"lines", "list of line", since, "All budget lines, in the order of their table.",
        [](lua_State* lua, const void* o) { push_objects(lua, "line", as<Plan>(o).budget_lines); }},
       {"indicators", "list of indicator", "0.2.0", "All indicators, in the order of their table.",
        [](lua_State* lua, const void* o) {
          push_objects(lua, "indicator", as<Plan>(o).indicators);
        }},
       {"budget", "budget", since, "Totals over the whole plan.",
        [](lua_State* lua, const void*) { push_object(lua, "budget", &job_of(lua).budget.plan); }},
       {"narratives", "narratives", since, "Texts of narrative/, by slot.",
        [](lua_State* lua, const void* o) { push_object(lua, "narratives", o); }},
       {"narrative_slots", "list of string", "0.3.0",
        "Slots that have a text in narrative/, in any language: a format leaves a section without "
        "one out and asks for no text that would then be reported as missing.",
        [](lua_State* lua, const void* o) {
          std::set<std::string> slots;
          for (const Narrative& text : as<Plan>(o).narratives) {
            slots.insert(text.slot);
          }
          push_list(lua, std::vector(slots.begin(), slots.end()),
                    [lua](const std::string& slot) { push_string(lua, slot); });
        }},
       {"tables", "tables", since, "Every table of the plan as rows, by name.",
        [](lua_State* lua, const void* o) { push_object(lua, "tables", o); }}}};
}

ApiClass period_class() {
  return {"period",
          "A period of the plan: a year, a quarter.",
          {{"id", "string", since, "Its id: key of every map by period.",
            [](lua_State* lua, const void* o) { push_string(lua, as<Period>(o).id); }},
           {"label", "text|missing", since, "What is printed: \"2012\", \"Year 1\".",
            [](lua_State* lua, const void* o) { push_text(lua, as<Period>(o).label); }},
           {"start_date", "date|missing", since, "First day.",
            [](lua_State* lua, const void* o) {
              push_date(lua, as<Period>(o).start, job_of(lua).plan.origin);
            }},
           {"end_date", "date|missing", since, "Last day.",
            [](lua_State* lua, const void* o) {
              push_date(lua, as<Period>(o).end, job_of(lua).plan.origin);
            }},
           {"parts", "list of period", since, "The periods it is made of.",
            [](lua_State* lua, const void* o) {
              push_list(lua, as<Period>(o).parts,
                        [lua](const std::string& id) { push_period(lua, id); });
            }}}};
}

ApiClass level_class() {
  return {"level",
          "A level of the results chain: axis, outcome, activity.",
          {{"id", "string", since, "Its id.",
            [](lua_State* lua, const void* o) { push_string(lua, as<Level>(o).id); }},
           {"label", "text|missing", since, "What the plan calls it.",
            [](lua_State* lua, const void* o) { push_text(lua, as<Level>(o).label); }},
           {"numbering", "string", since, "\"1\", \"I\", \"A\" or \"none\".",
            [](lua_State* lua, const void* o) { push_string(lua, as<Level>(o).numbering); }}}};
}

ApiClass node_class() {
  return {"node",
          "A node of the results chain.",
          {{"id", "string", since, "Its unique id.",
            [](lua_State* lua, const void* o) { push_string(lua, as<Node>(o).id); }},
           {"code", "string", since, "What is printed as its number; may repeat, may be empty.",
            [](lua_State* lua, const void* o) { push_string(lua, as<Node>(o).code); }},
           {"title", "text|missing", since, "Its title.",
            [](lua_State* lua, const void* o) { push_text(lua, as<Node>(o).title); }},
           {"level", "level|missing", since, "Its level.",
            [](lua_State* lua, const void* o) { push_level(lua, as<Node>(o).level); }},
           {"parent", "node|nil", since, "The node above; nil for a root.",
            [](lua_State* lua, const void* o) {
              if (as<Node>(o).parent) {
                push_object(lua, "node", &job_of(lua).plan.nodes[*as<Node>(o).parent]);
              } else {
                lua_pushnil(lua);
              }
            }},
           {"children", "list of node", since, "The nodes right below.",
            [](lua_State* lua, const void* o) { push_nodes(lua, as<Node>(o).children); }},
           {"lines", "list of line", since, "Budget lines of this very node.",
            [](lua_State* lua, const void* o) {
              const std::size_t index = index_of(lua, as<Node>(o));
              lua_newtable(lua);
              lua_Integer at = 0;
              for (const BudgetLine& line : job_of(lua).plan.budget_lines) {
                if (line.node == index) {
                  push_object(lua, "line", &line);
                  lua_rawseti(lua, -2, ++at);
                }
              }
            }},
           {"indicators", "list of indicator", "0.2.0", "Indicators of this very node.",
            [](lua_State* lua, const void* o) {
              const std::size_t index = index_of(lua, as<Node>(o));
              lua_newtable(lua);
              lua_Integer at = 0;
              for (const Indicator& indicator : job_of(lua).plan.indicators) {
                if (indicator.node == index) {
                  push_object(lua, "indicator", &indicator);
                  lua_rawseti(lua, -2, ++at);
                }
              }
            }},
           {"budget", "budget", since, "Totals of this node with all that hangs below it.",
            [](lua_State* lua, const void* o) {
              push_object(lua, "budget", &job_of(lua).budget.nodes[index_of(lua, as<Node>(o))]);
            }},
           {"row", "row", since, "Its row in the table nodes, for all other columns.",
            [](lua_State* lua, const void* o) {
              const Table& table = job_of(lua).plan.tables.at("nodes");
              push_row(lua, table, table.records.at(as<Node>(o).record));
            }}}};
}

ApiClass line_class() {
  return {
      "line",
      "A budget line.",
      {{"id", "string", since, "Its unique id.",
        [](lua_State* lua, const void* o) { push_string(lua, as<BudgetLine>(o).id); }},
       {"kind", "string", since,
        "\"amount\"; \"memo\" (costed elsewhere, \"PM\"); \"blank\" (not costed yet).",
        [](lua_State* lua, const void* o) {
          constexpr std::array<std::string_view, 3> names{"amount", "memo", "blank"};
          push_string(lua, names.at(static_cast<std::size_t>(as<BudgetLine>(o).kind)));
        }},
       {"title", "text|missing", since, "Its own title, when it has one.",
        [](lua_State* lua, const void* o) { push_text(lua, as<BudgetLine>(o).title); }},
       {"node", "node", since, "The node that it pays for.",
        [](lua_State* lua, const void* o) {
          push_object(lua, "node", &job_of(lua).plan.nodes[as<BudgetLine>(o).node]);
        }},
       {"amounts", "map of money|missing", since, "Its amount in each period, by period id.",
        [](lua_State* lua, const void* o) {
          lua_newtable(lua);
          for (const Period& period : job_of(lua).plan.periods) {
            const auto amount = as<BudgetLine>(o).amounts.find(period.id);
            if (amount == as<BudgetLine>(o).amounts.end()) {
              push_value(lua, {Missing::empty, {}, as<BudgetLine>(o).origin});
            } else {
              push_money(lua, amount->second.value, amount->second.origin);
            }
            lua_setfield(lua, -2, period.id.c_str());
          }
        }},
       {"total", "total", since, "Its total over all periods.", [](lua_State* lua, const void* o) {
          const Job& job = job_of(lua);
          const auto index =
              static_cast<std::size_t>(&as<BudgetLine>(o) - job.plan.budget_lines.data());
          push_object(lua, "total", &job.budget.lines[index]);
        }}}};
}

std::vector<ApiClass> all_classes() {
  std::vector<ApiClass> classes{
      plan_class(),
      period_class(),
      level_class(),
      node_class(),
      line_class(),
      {"total", "A total: as declared beside as computed.", fields_of_total<total_of>()},
      {"budget", "Totals over all periods, and for each period.", budget_fields()},
      {"narratives",
       "plan.narratives.<slot>: the text of narrative/<slot>.<language>.md in the report's "
       "language, else in another, which is marked and reported; missing when there is none, "
       "which is reported too.",
       {},
       narrative,
       "markdown|missing"},
      {"tables",
       "plan.tables.<name>: the rows of a table of the plan; an empty list when the plan has no "
       "such table.",
       {},
       plan_table,
       "list of row"},
      {"row",
       "A row of a table: row.<column>. A column by language gives the text in the report's "
       "language, a column by period gives a map by period id, an empty cell is missing.",
       {},
       row_column,
       "any"},
      {"context",
       "What is asked of this report.",
       {{"language", "string", since, "Language of the report: \"fr\", \"en\".",
         [](lua_State* lua, const void* o) { push_string(lua, as<Job>(o).context.language); }},
        {"options", "options", since, "The options of plugin.lua, as the plan sets them.",
         [](lua_State* lua, const void* o) { push_object(lua, "options", o); }}}},
      {"options",
       "context.options.<name>: the plan's choice, else the default.",
       {},
       option,
       "string|boolean|integer"}};
  // Behind the plan's own: what it has to measure.
  const auto tables = std::ranges::find(classes, "narratives", &ApiClass::name);
  std::vector<ApiClass> indicators = indicator_classes();
  classes.insert(tables, std::make_move_iterator(indicators.begin()),
                 std::make_move_iterator(indicators.end()));
  return classes;
}

const std::vector<ApiClass>& table() {
  static const std::vector<ApiClass> classes = all_classes();
  return classes;
}

}  // namespace

std::span<const ApiClass> api_classes() {
  return table();
}

}  // namespace rapporteur::plugin
