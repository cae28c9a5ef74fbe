// A stranger's code: each way to misbehave ends as one diagnostic with its place.
#include <dirent.h>
#include <doctest/doctest.h>
#include <sys/wait.h>

#include <chrono>

#include "support.hpp"

namespace rapporteur::plugin {
namespace {

using testing::argument;
using testing::only;
using testing::ScratchFormat;
using testing::small_plan;

Diagnostic fault_of(const ScratchFormat& format) {
  Diagnostics diagnostics;
  CHECK_FALSE(format.run(small_plan(), diagnostics).has_value());
  return only(diagnostics);
}

/// The fault of a view whose second line is `line`.
Diagnostic fault_of_line(const std::string& line) {
  const ScratchFormat format("local r = require 'rapporteur' return function(plan, context)\n" +
                             line + "\nend\n");
  Diagnostic fault = fault_of(format);
  if (fault.id != "plugin-crash" && fault.id != "plugin-result") {
    CHECK(fault.origin.file == format.file("view.lua"));
    CHECK(fault.origin.row == 2);
  }
  return fault;
}

std::size_t open_descriptors() {
  std::size_t count = 0;
  DIR* folder = opendir("/proc/self/fd");
  REQUIRE(folder != nullptr);
  while (readdir(folder) != nullptr) {
    ++count;
  }
  closedir(folder);
  return count;
}

}  // namespace

TEST_CASE("an endless loop is stopped") {
  const ScratchFormat format(
      "local function spin()\n  while true do end\nend\n"
      "return function()\n  spin()\nend\n");
  const Diagnostic fault = fault_of(format);
  CHECK(fault.id == "plugin-timeout");
  CHECK(fault.origin.file == format.file("view.lua"));
  CHECK(fault.origin.row == 2);
  REQUIRE(fault.related.size() == 1);
  CHECK(fault.related[0].origin.row == 5);
}

TEST_CASE("an endless loop in the declaration is stopped") {
  const ScratchFormat format("return function() return {} end",
                             "fonts = (function() while true do end end)()");
  Diagnostics diagnostics;
  CHECK(format.list(diagnostics).empty());
  CHECK(only(diagnostics).id == "plugin-timeout");
}

TEST_CASE("pcall does not swallow the limits") {
  CHECK(fault_of(ScratchFormat("return function() while true do pcall(function() while true do end "
                               "end) end end"))
            .id == "plugin-timeout");
  CHECK(fault_of(ScratchFormat("return function() pcall(string.rep, 'x', 1 << 30) return {} end"))
            .id == "plugin-memory");
}

TEST_CASE("a string.find bomb is stopped, though no Lua code runs in it") {
  const Diagnostic fault = fault_of_line("return ('a'):rep(40000):find(('.-'):rep(8) .. 'b')");
  CHECK(fault.id == "plugin-timeout");
  CHECK(fault.origin.text.find("find") != std::string::npos);
}

TEST_CASE("memory is limited") {
  CHECK(fault_of_line("return ('x'):rep(1 << 30)").id == "plugin-memory");
  CHECK(fault_of_line("local t = {} for i = 1, 1 << 40 do t[i] = { i } end").id == "plugin-memory");
  // Typed values live outside of Lua's own memory.
  CHECK(fault_of_line("local t, s = {}, ('x'):rep(100000) for i = 1, 1 << 40 do t[i] = "
                      "r.markdown(s) end")
            .id == "plugin-memory");
}

TEST_CASE("deep recursion is an error at its line, with a short chain") {
  const ScratchFormat format(
      "local function down(n)\n  return 1 + down(n + 1)\nend\n"
      "return function() return down(1) end");
  const Diagnostic fault = fault_of(format);
  CHECK(fault.id == "plugin-recursion");
  CHECK(fault.origin.row == 2);
  CHECK(argument(fault, "message").find("stack overflow") != std::string::npos);
  CHECK(fault.related.size() <= 12);
}

TEST_CASE("require stays in the plugin's folder") {
  for (const char* name : {"../other", "..", "/etc/passwd", "a..b", "io", "Sub", ""}) {
    CAPTURE(name);
    const Diagnostic fault = fault_of_line("require '" + std::string(name) + "'");
    CHECK(fault.id == "plugin-module");
    CHECK(argument(fault, "message").starts_with("module "));
  }
  SUBCASE("a link that leads out is not followed") {
    const ScratchFormat format("return function()\nrequire 'away'\nend");
    const TemporaryDirectory outside;
    REQUIRE(write_file(outside.path() / "away.lua", "return 1"));
    std::filesystem::create_symlink(outside.path() / "away.lua", format.file("away.lua"));
    const Diagnostic fault = fault_of(format);
    CHECK(fault.id == "plugin-module");
    CHECK(argument(fault, "message").find("not found") != std::string::npos);
  }
  SUBCASE("a module of the folder is read once") {
    const ScratchFormat format(
        "local a, b = require 'part', require 'part'\nreturn function() return { same = a == b } "
        "end");
    format.add_file("part.lua", "return {}");
    Diagnostics diagnostics;
    const auto view = format.run(small_plan(), diagnostics);
    REQUIRE(view.has_value());
    CHECK(std::get<bool>(view->find("same")->data));
  }
  SUBCASE("a module that requires itself is an error") {
    const ScratchFormat format("require 'part'\nreturn function() end");
    format.add_file("part.lua", "require 'part'");
    CHECK(argument(fault_of(format), "message").find("requires itself") != std::string::npos);
  }
}

TEST_CASE("what leads out of the sandbox is absent") {
  for (const char* name :
       {"io", "os", "debug", "package", "coroutine", "load", "loadstring", "loadfile", "dofile",
        "collectgarbage", "rawset", "next", "math.random", "math.randomseed", "string.dump"}) {
    CAPTURE(name);
    const ScratchFormat format("return function() return { absent = " + std::string(name) +
                               " == nil } end");
    Diagnostics diagnostics;
    const auto view = format.run(small_plan(), diagnostics);
    REQUIRE(view.has_value());
    CHECK(std::get<bool>(view->find("absent")->data));
  }
  CHECK(fault_of_line("getmetatable('').__index = nil").id == "plugin-nil");
  CHECK(fault_of_line("setmetatable(r, {})").id == "plugin-refused");
  CHECK(argument(fault_of_line("r.note = 1"), "message").find("cannot be changed") !=
        std::string::npos);
}

TEST_CASE("bytecode is refused") {
  const ScratchFormat format("\x1bLua\x54");
  const Diagnostic fault = fault_of(format);
  CHECK(fault.id == "plugin-syntax");
  CHECK(argument(fault, "message").find("binary chunk") != std::string::npos);
}

TEST_CASE("an error in a view tells file, line and the calls inside the plugin") {
  const ScratchFormat format(
      "local part = require 'sub.part'\n\nreturn function(plan)\n"
      "  local ok = part.work(nil)\n  return ok\nend\n");
  std::filesystem::create_directories(std::filesystem::path(format.file("view.lua")).parent_path() /
                                      "sub");
  format.add_file("sub/part.lua",
                  "return { work = function(x)\n  local y = x.title\n  return y\n"
                  "end }\n");
  const Diagnostic fault = fault_of(format);
  CHECK(fault.id == "plugin-nil");
  CHECK(fault.origin.file == format.file("sub/part.lua"));
  CHECK(fault.origin.row == 2);
  CHECK(argument(fault, "message") == "attempt to index a nil value (local 'x')");
  REQUIRE(fault.related.size() == 1);
  CHECK(fault.related[0].origin.file == format.file("view.lua"));
  CHECK(fault.related[0].origin.row == 4);
}

TEST_CASE("a syntax error tells its line") {
  const ScratchFormat format("return function()\n  local = 1\nend");
  const Diagnostic fault = fault_of(format);
  CHECK(fault.id == "plugin-syntax");
  CHECK(fault.origin.file == format.file("view.lua"));
  CHECK(fault.origin.row == 2);
}

TEST_CASE("a view that returns no function is told so") {
  const Diagnostic fault = fault_of(ScratchFormat("return 12"));
  CHECK(fault.id == "plugin-module");
  CHECK(fault.origin.file.ends_with("view.lua"));
}

TEST_CASE("no process and no descriptor is left behind") {
  const ScratchFormat good("return function() return {} end");
  const ScratchFormat bad("return function() while true do end end");
  const std::size_t before = open_descriptors();
  Diagnostics diagnostics;
  CHECK(good.run(small_plan(), diagnostics).has_value());
  CHECK_FALSE(bad.run(small_plan(), diagnostics).has_value());
  CHECK(open_descriptors() == before);
  CHECK(waitpid(-1, nullptr, WNOHANG) == -1);  // no child, dead or alive
}

TEST_CASE("print shows a line with its place and the view goes on") {
  const ScratchFormat format("return function(plan)\n  print('n', #plan.nodes)\n  return {}\nend");
  Diagnostics diagnostics;
  CHECK(format.run(small_plan(), diagnostics).has_value());
  const Diagnostic line = only(diagnostics);
  CHECK(line.id == "plugin-print");
  CHECK(argument(line, "text") == "n\t5");
  CHECK(line.origin.row == 2);
}

}  // namespace rapporteur::plugin
