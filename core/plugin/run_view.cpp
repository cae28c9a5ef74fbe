// One run of view(plan, context), in a child.
#include <algorithm>
#include "plugin/api.hpp"
#include "plugin/format.hpp"
#include "plugin/lua_value.hpp"
#include "plugin/reply.hpp"
#include "plugin/result.hpp"
#include "plugin/sandbox.hpp"

namespace rapporteur::plugin {
namespace {

std::string module_file(std::string module) {
  std::replace(module.begin(), module.end(), '.', '/');
  return module + ".lua";
}

// The module named by the declaration returns the function, or a table that has it as `view`.
int call_view(lua_State* lua) {
  return guarded(lua, [lua] {
    Job& job = job_of(lua);
    require_module(lua, job.format.view_module);
    if (lua_type(lua, -1) == LUA_TTABLE) {
      lua_getfield(lua, -1, "view");
    }
    if (lua_type(lua, -1) != LUA_TFUNCTION) {
      throw ScriptError{module_file(job.format.view_module) +
                        ":1: this module must return the function view(plan, context)"};
    }
    push_object(lua, "plan", &job.plan);
    push_object(lua, "context", &job);
    lua_call(lua, 2, 1);
    return 1;
  });
}

// Reading the result allocates: an error there is one of the plugin like any other.
int make_view(lua_State* lua) {
  call_view(lua);
  Session& session = session_of(lua);
  session.taken = take_result(lua, session.file(module_file(session.job->format.view_module)));
  return 1;
}

Reply run(const Declaration& format, const Plan& plan, const Context& context,
          const locale::Catalogue& terms, const Limits& limits, LastPlace* last_place) {
  Job job{format,
          plan,
          context,
          terms,
          compute_budget(plan, context.traced ? KeepCells::yes : KeepCells::no),
          {}};
  Session session;
  session.folder = format.folder;
  session.common = format.common;
  session.bases = format.bases;
  session.job = &job;
  session.limits = limits;
  session.last_place = last_place;
  const State state = open_sandbox(session);
  Reply reply;
  if (run_protected(state.get(), make_view)) {
    reply.value = std::move(session.taken);
  }
  if (reply.value) {
    report_untranslated(*reply.value, session);
  }
  reply.diagnostics = std::move(session.diagnostics);
  return reply;
}

}  // namespace

Result<view::Value> run_view(const Declaration& format, const Plan& plan, const Context& context,
                             const locale::Catalogue& terms, const Limits& limits,
                             Diagnostics& diagnostics) {
  return ask_child([&](LastPlace* last) { return run(format, plan, context, terms, limits, last); },
                   limits, {format.folder, format.common, format.bases}, diagnostics);
}

}  // namespace rapporteur::plugin
