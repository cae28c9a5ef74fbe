#include "plugin/lua_tests.hpp"

#include <algorithm>

#include "plugin/api.hpp"
#include "plugin/lua_value.hpp"
#include "plugin/reply.hpp"
#include "plugin/sandbox.hpp"
#include "plugin/show.hpp"

namespace rapporteur::plugin {
namespace {

constexpr std::string_view test_prefix = "test_";

/// What the functions that Lua calls need to know; a child runs one test.
struct Asked {
  std::string module;
  std::string name;  ///< empty = the list of names
  const Plan* plan = nullptr;
};
Asked asked;  // NOLINT: a work function takes no argument

/// The module's table when it returns one, else the globals.
void push_tests(lua_State* lua) {
  require_module(lua, asked.module);
  if (lua_type(lua, -1) != LUA_TTABLE) {
    lua_pushglobaltable(lua);
  }
}

int give_names(lua_State* lua) {
  return guarded(lua, [lua] {
    push_tests(lua);
    const int tests = lua_gettop(lua);
    lua_newtable(lua);
    lua_Integer count = 0;
    for (const std::string& name : names_of(lua, tests)) {
      const bool is_function = lua_getfield(lua, tests, name.c_str()) == LUA_TFUNCTION;
      lua_pop(lua, 1);
      if (is_function && name.starts_with(test_prefix)) {
        push_string(lua, name);
        lua_rawseti(lua, -2, ++count);
      }
    }
    return 1;
  });
}

int call_test(lua_State* lua) {
  return guarded(lua, [lua] {
    push_tests(lua);
    lua_getfield(lua, -1, asked.name.c_str());
    if (asked.plan != nullptr) {
      push_object(lua, "plan", &job_of(lua).plan);
    } else {
      lua_pushnil(lua);
    }
    push_object(lua, "context", &job_of(lua));
    lua_call(lua, 2, 0);
    return 0;
  });
}

view::Value names_at_top(lua_State* lua) {
  view::List names;
  const auto count = static_cast<lua_Integer>(lua_rawlen(lua, -1));
  for (lua_Integer i = 1; i <= count; ++i) {
    lua_rawgeti(lua, -1, i);
    names.push_back({view::Text{lua_tostring(lua, -1), {}}, {}, {}});
    lua_pop(lua, 1);
  }
  return {std::move(names), {}, {}};
}

Reply run(const TestSetup& setup, const Limits& limits, LastPlace* last_place) {
  const Plan none;
  const Plan& plan = setup.plan == nullptr ? none : *setup.plan;
  Job job{setup.format,
          plan,
          setup.context,
          setup.terms,
          setup.plan == nullptr ? Budget{} : compute_budget(plan),
          {}};
  Session session;
  session.folder = setup.format.folder;
  session.common = setup.format.common;
  session.bases = setup.format.bases;
  session.job = &job;
  session.limits = limits;
  session.last_place = last_place;
  const State state = open_sandbox(session);
  Reply reply;
  if (run_protected(state.get(), asked.name.empty() ? give_names : call_test)) {
    reply.value = asked.name.empty() ? names_at_top(state.get()) : view::Value{true, {}, {}};
  }
  reply.diagnostics = std::move(session.diagnostics);
  return reply;
}

std::optional<view::Value> ask(const TestSetup& setup, Asked what, Diagnostics& diagnostics) {
  asked = std::move(what);
  asked.plan = setup.plan;
  const Limits limits;
  Diagnostics found;
  auto value = ask_child([&](LastPlace* last) { return run(setup, limits, last); }, limits,
                         {setup.format.folder, setup.format.common, setup.format.bases}, found);
  for (Diagnostic diagnostic : found.all()) {
    // The same error of a view says that the view stopped.
    diagnostic.id = diagnostic.id == "plugin-error" ? "lua-error" : diagnostic.id;
    diagnostics.add(std::move(diagnostic));
  }
  return value;
}

}  // namespace

Result<std::vector<std::string>> list_tests(const TestSetup& setup, const std::string& module,
                                            Diagnostics& diagnostics) {
  const auto value = ask(setup, {module, {}}, diagnostics);
  const auto* list = value ? std::get_if<view::List>(&value->data) : nullptr;
  if (list == nullptr) {
    return std::nullopt;
  }
  std::vector<std::string> names;
  for (const view::Value& name : *list) {
    names.push_back(std::get<view::Text>(name.data).utf8);
  }
  return names;
}

bool run_test(const TestSetup& setup, const std::string& module, const std::string& name,
              Diagnostics& diagnostics) {
  return ask(setup, {module, name}, diagnostics).has_value();
}

}  // namespace rapporteur::plugin
