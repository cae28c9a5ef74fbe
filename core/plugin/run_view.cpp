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

Reply run(const Declaration& format, const Plan& plan, const Context& context,
          const locale::Catalogue& terms, const Limits& limits) {
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
  const State state = open_sandbox(session);
  Reply reply;
  if (run_protected(state.get(), call_view)) {
    reply.value = take_result(state.get(), session.file(module_file(format.view_module)));
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
  Origin place;
  place.file = (format.folder / "plugin.lua").string();
  return ask_child([&] { return run(format, plan, context, terms, limits); }, limits, place,
                   diagnostics);
}

}  // namespace rapporteur::plugin
