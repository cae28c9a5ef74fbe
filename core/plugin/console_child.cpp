// The child of a console: one state of Lua, asked line by line.
#include <csignal>
#include <ctime>

#include "base/pipe.hpp"
#include "base/text.hpp"
#include "base/wire.hpp"
#include "plugin/api.hpp"
#include "plugin/console.hpp"
#include "plugin/lua_value.hpp"
#include "plugin/reply.hpp"
#include "plugin/sandbox.hpp"
#include "plugin/show.hpp"

namespace rapporteur::plugin {
namespace {

constexpr std::size_t max_output = std::size_t{1} << 20;
/// The chunk of what is typed; the message says its file.
constexpr const char* chunk = "input.lua";

/// What the functions that Lua calls need to know. A console's child has one.
struct Line {
  std::chrono::nanoseconds began{0};
  std::chrono::nanoseconds limit{0};
  std::string code;
  std::string output;
  bool incomplete = false;
};
Line now;                                   // NOLINT: a hook and a work function take no argument
volatile std::sig_atomic_t is_interrupted;  // NOLINT: set by a signal

std::chrono::nanoseconds cpu_time() {
  timespec used{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
  return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

void watch(lua_State* lua, lua_Debug* frame) {
  const bool is_late = cpu_time() - now.began > now.limit;
  if (is_interrupted == 0 && !is_late) {
    return;
  }
  lua_getinfo(lua, "Sl", frame);
  lua_pushfstring(lua, "%s:%d: %s", frame->source[0] == '@' ? frame->source + 1 : chunk,
                  frame->currentline,
                  is_interrupted != 0 ? "interrupted" : "stopped: this takes too long");
  lua_error(lua);
}

void put(std::string_view text) {
  if (now.output.size() + text.size() <= max_output) {
    now.output += text;
  }
}

int print_here(lua_State* lua) {
  for (int i = 1; i <= lua_gettop(lua); ++i) {
    std::size_t size = 0;
    const char* text = luaL_tolstring(lua, i, &size);
    put(i == 1 ? "" : "\t");
    put({text, size});
    lua_pop(lua, 1);
  }
  put("\n");
  return 0;
}

bool load(lua_State* lua, const std::string& code) {
  const std::string name = std::string("@") + chunk;
  return luaL_loadbufferx(lua, code.data(), code.size(), name.c_str(), "t") == LUA_OK;
}

/// Lua says so itself when only the end of the text is in its way.
bool ends_too_early(lua_State* lua) {
  const std::string_view message = lua_tostring(lua, -1);
  return message.ends_with("<eof>");
}

// As an expression first: what stands on a line is mostly a question.
int run_line(lua_State* lua) {
  const std::size_t blank = now.code.find_first_not_of('\n');
  std::string expression = now.code;
  expression.insert(blank == std::string::npos ? 0 : blank, "return ");
  if (!load(lua, expression)) {
    lua_settop(lua, 0);
    if (!load(lua, now.code)) {
      now.incomplete = ends_too_early(lua);
      return lua_error(lua);
    }
  }
  lua_call(lua, 0, LUA_MULTRET);
  return guarded(lua, [lua] {
    for (int i = 1; i <= lua_gettop(lua); ++i) {
      put(show(lua, i) + "\n");
    }
    return 0;
  });
}

int set_globals(lua_State* lua) {
  lua_register(lua, "print", print_here);
  require_module(lua, "rapporteur");
  lua_setglobal(lua, "r");
  Job& job = job_of(lua);
  push_object(lua, "context", &job);
  lua_setglobal(lua, "context");
  return 0;
}

int set_plan(lua_State* lua) {
  push_object(lua, "plan", &job_of(lua).plan);
  lua_setglobal(lua, "plan");
  return 0;
}

std::string run(lua_State* lua, Session& session, wire::Reader& request) {
  const std::string code = request.string();
  session.scripts[chunk] = request.string();
  const std::int64_t row = request.integer();
  const bool is_whole = request.boolean();
  now = {cpu_time(), session.limits.cpu, std::string(), {}, false};
  // Lines are counted from the first one of the file or of the session.
  now.code = std::string(static_cast<std::size_t>(std::max<std::int64_t>(row, 1)) - 1, '\n') + code;
  is_interrupted = 0;
  session.memory_refused = false;
  session.out_of_time = false;
  session.diagnostics = {};
  bool failed = false;
  try {
    failed = !run_protected(lua, run_line);
  } catch (const std::bad_alloc&) {
    failed = true;
    session.diagnostics = {};
    session.diagnostics.add({"plugin-error",
                             Origin{.file = session.scripts[chunk]},
                             {{"message", std::string("not enough memory")}},
                             {},
                             {},
                             {}});
  }
  now.incomplete = now.incomplete && !is_whole;
  lua_settop(lua, 0);
  lua_gc(lua, LUA_GCCOLLECT, 0);
  Reply reply;
  reply.diagnostics = now.incomplete ? Diagnostics{} : std::move(session.diagnostics);
  const bool is_text = first_invalid_utf8(now.output) == std::string::npos;
  reply.value = view::Value{
      view::Map{{"failed", {failed && !now.incomplete, {}, {}}},
                {"incomplete", {now.incomplete, {}, {}}},
                {"output", {view::Text{is_text ? now.output : "(no UTF-8 text)\n", {}}, {}, {}}}},
      {},
      {}};
  return encode(reply);
}

std::string complete_line(lua_State* lua, wire::Reader& request) {
  now.began = cpu_time();
  is_interrupted = 0;
  const Completion completion = complete(lua, request.string());
  wire::Writer out;
  out.integer(static_cast<std::int64_t>(completion.from));
  out.integer(static_cast<std::int64_t>(completion.candidates.size()));
  for (const std::string& candidate : completion.candidates) {
    out.string(candidate);
  }
  return out.take();
}

}  // namespace

void serve_console(const ConsoleSetup& setup, int socket) {
  std::signal(SIGINT, [](int) { is_interrupted = 1; });
  const Plan none;
  Job job{setup.format,
          setup.plan == nullptr ? none : *setup.plan,
          setup.context,
          setup.terms,
          setup.plan == nullptr ? Budget{} : compute_budget(*setup.plan),
          {}};
  Session session;
  session.folder = setup.format.folder;
  session.common = setup.format.common;
  session.bases = setup.format.bases;
  session.job = &job;
  session.limits = setup.line;
  now.limit = session.limits.cpu;
  const State state = open_sandbox(session);
  constexpr int instructions = 100'000;
  lua_sethook(state.get(), watch, LUA_MASKCOUNT, instructions);
  now.began = cpu_time();
  static_cast<void>(run_protected(state.get(), set_globals));
  if (setup.plan != nullptr) {
    static_cast<void>(run_protected(state.get(), set_plan));
  }
  while (const std::optional<std::string> message = read_message(socket, longest_message)) {
    wire::Reader request(*message);
    const std::string answer = request.boolean() ? run(state.get(), session, request)
                                                 : complete_line(state.get(), request);
    if (!write_message(socket, answer)) {
      return;
    }
  }
}

}  // namespace rapporteur::plugin
