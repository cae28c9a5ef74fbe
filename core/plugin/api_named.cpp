#include "plugin/api_named.hpp"

#include "locale/quotes.hpp"
#include "plugin/lua_value.hpp"

namespace rapporteur::plugin {
namespace {

struct PushCell {
  lua_State* lua;
  const Origin& origin;
  void operator()(std::monostate) const { push_value(lua, {Missing::empty, {}, origin}); }
  void operator()(Missing value) const { push_value(lua, {value, {}, origin}); }
  void operator()(const std::string& value) const { push_string(lua, value); }
  void operator()(std::int64_t value) const { push_value(lua, {value, {}, origin}); }
  void operator()(const Decimal& value) const { push_value(lua, {value, {}, origin}); }
  void operator()(const Money& value) const { push_value(lua, {value, {}, origin}); }
  void operator()(const Date& value) const { push_value(lua, {value, {}, origin}); }
  void operator()(bool value) const { lua_pushboolean(lua, value ? 1 : 0); }
  void operator()(const std::vector<std::string>& value) const {
    push_list(lua, value, [this](const std::string& item) { push_string(lua, item); });
  }
};

void push_cell(lua_State* lua, const Record& record, const Cell* cell) {
  if (cell == nullptr) {
    push_value(lua, {Missing::empty, {}, record.origin});
    return;
  }
  const Origin origin = record.origin_of(*cell);
  std::visit(PushCell{lua, origin}, cell->value);
}

void report_slot(lua_State* lua, const char* id, std::string_view slot, Origin origin,
                 std::string_view language) {
  Session& session = session_of(lua);
  if (!session.slots_reported.emplace(slot).second) {
    return;
  }
  Diagnostic diagnostic;
  diagnostic.id = id;
  diagnostic.origin = std::move(origin);
  diagnostic.args = {{"slot", std::string(slot)},
                     {"language", wanted_language(lua)},
                     {"written", std::string(language)}};
  session.diagnostics.add(std::move(diagnostic));
}

}  // namespace

void push_row(lua_State* lua, const Table& table, const Record& record) {
  Job& job = job_of(lua);
  job.rows.push_back({&table, &record});
  push_object(lua, "row", &job.rows.back());
}

bool row_column(lua_State* lua, const void* object, std::string_view key,
                std::vector<std::string>& known) {
  const Row& row = as<Row>(object);
  const ColumnSpec* column = find_column(*row.table->spec, key);
  if (column == nullptr) {
    for (const ColumnSpec& other : row.table->spec->columns) {
      known.emplace_back(other.name);
    }
    return false;
  }
  switch (column->spread) {
    case Spread::by_language:
      push_text(lua, row.record->text(column->name));
      break;
    case Spread::by_period:
      lua_newtable(lua);
      for (const Period& period : job_of(lua).plan.periods) {
        push_cell(lua, *row.record, row.record->find(column->name, period.id));
        lua_setfield(lua, -2, period.id.c_str());
      }
      break;
    case Spread::single:
      push_cell(lua, *row.record, row.record->find(column->name));
      break;
  }
  return true;
}

bool plan_table(lua_State* lua, const void* object, std::string_view key,
                std::vector<std::string>& known) {
  const TableSpec* spec = find_table(key);
  if (spec == nullptr) {
    for (const TableSpec& other : schema()) {
      known.emplace_back(other.name);
    }
    return false;
  }
  lua_newtable(lua);
  const Plan& plan = as<Plan>(object);
  const auto table = plan.tables.find(spec->name);
  if (table != plan.tables.end()) {
    lua_Integer at = 0;
    for (const Record& record : table->second.records) {
      push_row(lua, table->second, record);
      lua_rawseti(lua, -2, ++at);
    }
  }
  return true;
}

bool narrative(lua_State* lua, const void* object, std::string_view slot,
               std::vector<std::string>& /*known*/) {
  const Plan& plan = as<Plan>(object);
  const std::string& language = wanted_language(lua);
  const Narrative* best = nullptr;
  for (const Narrative& candidate : plan.narratives) {
    if (candidate.slot != slot) {
      continue;
    }
    const bool better = best == nullptr || candidate.language == language ||
                        (best->language != language && candidate.language < best->language);
    best = better ? &candidate : best;
  }
  if (best == nullptr) {
    Origin place;
    place.file = plan.folder + "/narrative/" + std::string(slot) + "." + language + ".md";
    report_slot(lua, "narrative-missing", slot, place, language);
    push_value(lua, {Missing::empty, {}, place});
    return true;
  }
  const bool foreign = best->language != language;
  if (foreign) {
    report_slot(lua, "text-other-language", slot, best->origin, best->language);
  }
  view::Markdown text;
  text.source = locale::fill_quotes(plan, best->markdown, best->language,
                                    job_of(lua).context.traced ? &text.figures : nullptr);
  text.language = best->language == job_of(lua).context.language ? "" : best->language;
  text.origin = best->origin;
  push_value(lua, {std::move(text), {}, best->origin});
  return true;
}

bool option(lua_State* lua, const void* object, std::string_view key,
            std::vector<std::string>& known) {
  const Job& job = as<Job>(object);
  for (const Option& declared : job.format.options) {
    if (declared.name != key) {
      known.push_back(declared.name);
      continue;
    }
    const std::string& value = job.context.options.at(declared.name);
    if (declared.type == "boolean") {
      lua_pushboolean(lua, value == "true" ? 1 : 0);
    } else if (declared.type == "integer") {
      lua_pushinteger(lua, std::stoll(value));
    } else {
      push_string(lua, value);
    }
    return true;
  }
  return false;
}

}  // namespace rapporteur::plugin
