// Ways out of the sandbox that were tried: each must end as a diagnostic, or lead nowhere.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

#include "plugin/child.hpp"
#include "support.hpp"

namespace rapporteur::plugin {
namespace {

using testing::argument;
using testing::only;
using testing::ScratchFormat;
using testing::small_plan;

const char* const head = "local r = require 'rapporteur' return function(plan, context)\n";

Diagnostic fault_of_line(const std::string& line) {
  const ScratchFormat format(head + line + "\nend\n");
  Diagnostics diagnostics;
  CHECK_FALSE(format.run(small_plan(), diagnostics).has_value());
  const Diagnostic fault = only(diagnostics);
  CHECK(fault.origin.file == format.file("view.lua"));
  CHECK(fault.origin.row == 2);
  return fault;
}

/// The text that a view of one line makes.
std::string text_of_line(const std::string& line) {
  const ScratchFormat format(head + line + "\nend\n");
  Diagnostics diagnostics;
  const auto view = format.run(small_plan(), diagnostics);
  REQUIRE(view.has_value());
  return to_text(*view);
}

/// What a system call does in the process that runs a plugin: "0", or the error's number.
std::string in_child(const std::function<int()>& call) {
  const ChildEnd end = run_in_child(
      [&] { return std::to_string(call() < 0 ? errno : 0); },
      {std::chrono::milliseconds{4'000}, std::chrono::seconds{1}, std::size_t{64} << 20});
  CHECK(end.how == ChildEnd::How::finished);
  return end.bytes;
}

}  // namespace

TEST_CASE("no address of memory reaches a report") {
  const std::string twice =
      "local t = {} return { a = tostring(t), b = tostring(print), c = ('%s|%10s'):format(t, t), "
      "d = tostring(setmetatable({}, { __name = 'x' })), e = #tostring(r) }";
  CHECK(text_of_line(twice).find("0x") == std::string::npos);
  CHECK(text_of_line(twice).find("table") != std::string::npos);
  CHECK(fault_of_line("return { ('%p'):format({}) }").id == "plugin-refused");
  CHECK(fault_of_line("return { ('%-20p'):format({}) }").id == "plugin-refused");
  CHECK(argument(fault_of_line("error({})"), "message") == "table");
}

TEST_CASE("string.format prints as Lua's own") {
  CHECK(text_of_line("return { a = ('%5.1f|%d|%%|%s|%x'):format(1.25, 3, 'x', 255) }")
            .find("1.2|3|%|x|ff") != std::string::npos);
  CHECK(text_of_line("return { a = ('%s'):format(setmetatable({}, { __tostring = function() "
                     "return 'own' end })) }")
            .find("own") != std::string::npos);
}

TEST_CASE("table.sort is stable, and any order function ends") {
  CHECK(text_of_line("local t = {} for i = 1, 500 do t[i] = { k = i % 3, i = i } end "
                     "table.sort(t, function(a, b) return a.k < b.k end) "
                     "for i = 2, 500 do assert(t[i - 1].k < t[i].k or (t[i - 1].k == t[i].k and "
                     "t[i - 1].i < t[i].i)) end return { ok = true }")
            .find("true") != std::string::npos);
  CHECK(text_of_line("local t = { 3, 1, 2, 10, -4 } table.sort(t) return { x = table.concat(t, "
                     "' ') }")
            .find("-4 1 2 3 10") != std::string::npos);
  CHECK(text_of_line("local t = { 3, 1, 2 } table.sort(t, function() return true end) return { n = "
                     "#t }")
            .find('3') != std::string::npos);
  CHECK(fault_of_line("table.sort({ 1, {}, 'x' })").id == "plugin-compare");
}

TEST_CASE("functions of C that run on their own are stopped, with the line that called them") {
  const char* const endless[] = {
      "return ('a'):rep(40000):find(('.-'):rep(8) .. 'b')",
      "return ('a'):rep(40000):match(('a*'):rep(9) .. 'b')",
      "return ('a'):rep(40000):gsub(('a-'):rep(9) .. 'b', '')",
      "table.insert(setmetatable({}, { __len = function() return 1 << 53 end, __index = {}, "
      "__newindex = {} }), 1, 'x')",
      "table.move(setmetatable({}, { __index = {} }), 1, 1 << 53, 2, setmetatable({}, { __newindex "
      "= {} }))",
  };
  for (const char* line : endless) {
    CAPTURE(line);
    CHECK(fault_of_line(line).id == "plugin-timeout");
  }
}

TEST_CASE("code that runs at odd moments is stopped all the same") {
  const char* const spinning[] = {
      "error(setmetatable({}, { __tostring = function() while true do end end }))",
      "return { x = tostring(setmetatable({}, { __tostring = function() while true do end end })) "
      "}",
      "local x <close> = setmetatable({}, { __close = function() while true do end end }) return "
      "{}",
      "return { x = r.sum(setmetatable({}, { __len = function() while true do end end })) "
      ".. (function() while true do end end)() }",
      "while true do pcall(error, 'x') end",
      "xpcall(function() while true do end end, function() while true do end end) while true do "
      "end",
      "local function f() return f() end f()",
      "::again:: goto again",
      "for i in ('x'):rep(1000):gmatch('x') do while true do end end",
      "('x'):rep(9):gsub('x', function() while true do end end)",
      "table.sort({ 3, 2, 1 }, function() while true do end end)",
      "return r.with_language('en', function() while true do end end)",
  };
  for (const char* line : spinning) {
    CAPTURE(line);
    CHECK(fault_of_line(line).id == "plugin-timeout");
  }
  CHECK(fault_of_line("setmetatable({}, { __gc = function() while true do end end })").id ==
        "plugin-refused");
}

TEST_CASE("a caught limit is told all the same") {
  const ScratchFormat format(
      "return function()\n  pcall(function() while true do end end)\n  return {}\nend\n");
  Diagnostics diagnostics;
  CHECK_FALSE(format.run(small_plan(), diagnostics).has_value());
  CHECK(only(diagnostics).id == "plugin-timeout");
}

TEST_CASE("memory is refused with the line that asked for it") {
  const char* const hungry[] = {
      "return ('x'):rep(1 << 30)",
      "return ('x'):rep(1 << 20, ('y'):rep(1 << 10))",
      "local t = {} for i = 1, 1 << 20 do t[i] = ('x'):rep(1 << 20) end return table.concat(t)",
      "local s = 'x' while true do s = s .. s end",
      "local t = {} for i = 1, 1 << 40 do t[i] = { i } end",
      "local s = ('x'):rep(1 << 20) local t = {} for i = 1, 1 << 30 do t[i] = s:upper() .. i end",
      "local t, s = {}, ('x'):rep(100000) for i = 1, 1 << 40 do t[i] = r.markdown(s) end",
      "pcall(string.rep, 'x', 1 << 30) return {}",
      "local n = 0 local function f() n = n + 1 return { f, ('x'):rep(1 << 22) .. n, f() } end f()",
  };
  for (const char* line : hungry) {
    CAPTURE(line);
    CHECK(fault_of_line(line).id == "plugin-memory");
  }
}

TEST_CASE("a result that takes more memory than is left is a diagnostic, no crash") {
  const ScratchFormat format(
      "return function()\n  local t = {}\n  for i = 1, 40000 do t[i] = ('x'):rep(1000) .. i end\n"
      "  local u = {}\n  for k = 1, 30 do u[k] = t end\n  return u\nend\n");
  Diagnostics diagnostics;
  CHECK_FALSE(format.run(small_plan(), diagnostics).has_value());
  CHECK(only(diagnostics).id == "plugin-memory");
}

TEST_CASE("recursion through C ends as an error") {
  const char* const deep[] = {
      "local function f(s) return (s:gsub('.', f)) end f('x')",
      "local function f() return r.with_language('en', f) end f()",
      "local function f(a, b) table.sort({ 2, 1 }, f) return true end f()",
      "local t = setmetatable({}, {}) getmetatable(t).__index = function(s, k) return s[k .. 'x'] "
      "end return t.a",
      "local t = {} setmetatable(t, { __tostring = function() return tostring(t) end }) error(t)",
  };
  for (const char* line : deep) {
    CAPTURE(line);
    CHECK(fault_of_line(line).id == "plugin-recursion");
  }
}

TEST_CASE("metatables of the engine and of texts are out of reach") {
  CHECK(
      text_of_line("return { a = getmetatable(''), b = getmetatable(plan), c = getmetatable(r), d "
                   "= getmetatable(r.money(1, 'XOF')) }")
          .find("true") == std::string::npos);
  CHECK(fault_of_line("setmetatable(plan, {})").id == "plugin-argument");
  CHECK(fault_of_line("plan.title = 'x'").id == "plugin-refused");
  CHECK(fault_of_line("rawset(plan, 'title', 'x')").id == "plugin-closed");
  CHECK(fault_of_line("string.format = nil return { ('x'):format() .. r.nothing }").id ==
        "plugin-nil");
}

TEST_CASE("upvalues, bytecode and coroutines have no door") {
  for (const char* line : {"debug.getupvalue(print, 1)", "debug.setupvalue(print, 1, nil)",
                           "string.dump(print)", "load('\\27Lua')", "coroutine.wrap(print)()",
                           "require('debug')", "package.loaded.os = 1"}) {
    CAPTURE(line);
    const std::string id = fault_of_line(line).id;
    CHECK((id == "plugin-closed" || id == "plugin-module"));
  }
}

TEST_CASE("a message cannot drive the reader's terminal") {
  const Diagnostic fault = fault_of_line("error('a\\27[2Jb', 1)");
  CHECK(argument(fault, "message") == "a[2Jb");
}

TEST_CASE("the place in a made-up message does not open other files") {
  const TemporaryDirectory outside;
  REQUIRE(write_file(outside.path() / "secret.lua", "secret"));
  const std::string file = (outside.path() / "secret.lua").string();
  const ScratchFormat format("return function() error('" + file + ":1: x', 0) end");
  Diagnostics diagnostics;
  CHECK_FALSE(format.run(small_plan(), diagnostics).has_value());
  CHECK(only(diagnostics).origin.text.find("secret") == std::string::npos);
}

TEST_CASE("wall time: a child that waits is ended") {
  const ChildEnd end = run_in_child(
      [] {
        while (true) {
          pause();
        }
        return std::string();
      },
      {std::chrono::milliseconds{300}, std::chrono::seconds{1}, std::size_t{64} << 20});
  CHECK(end.how == ChildEnd::How::timeout);
}

TEST_CASE("the system refuses processes, network and files, even past Lua") {
  const std::string refused = std::to_string(EPERM);
  CHECK(in_child([] { return static_cast<int>(fork()); }) == refused);
  CHECK(in_child([] { return execl("/bin/true", "true", nullptr); }) == refused);
  CHECK(in_child([] { return socket(AF_INET, SOCK_STREAM, 0); }) == refused);
  CHECK(in_child([] { return socket(AF_UNIX, SOCK_STREAM, 0); }) == refused);
  const TemporaryDirectory folder;
  const std::string file = (folder.path() / "x").string();
  REQUIRE(write_file(file, "x"));
  CHECK(in_child([&] { return open(file.c_str(), O_WRONLY); }) == refused);
  CHECK(in_child([&] { return open((file + "new").c_str(), O_RDONLY | O_CREAT, 0600); }) ==
        refused);
  CHECK(in_child([&] { return unlink(file.c_str()); }) == refused);
  CHECK(in_child([&] { return rename(file.c_str(), (file + "2").c_str()); }) == refused);
  CHECK(in_child([&] { return open(file.c_str(), O_RDONLY) < 0 ? -1 : 0; }) == "0");
  CHECK(read_file(file) == "x");
}

TEST_CASE("the same view twice is the same text, whatever it does with tables") {
  const std::string line =
      "local t, out = {}, {} for i = 1, 200 do t['k' .. i * 7919 % 1000] = {} end for k, v in "
      "pairs(t) do out[#out + 1] = k .. tostring(v) end return out";
  CHECK(text_of_line(line) == text_of_line(line));
}

TEST_CASE("texts of the plan are joined right at any depth of calls") {
  const ScratchFormat format(R"(
return function(plan)
  local function joined(depth)
    if depth > 0 then
      local text = joined(depth - 1)
      return text
    end
    local text
    for i = 1, 30 do
      text = "<" .. plan.title .. "-" .. i .. "-" .. plan.title .. ">"
    end
    return text
  end
  local first = tostring(joined(0))
  for depth = 1, 400 do
    assert(tostring(joined(depth)) == first, depth)
  end
  return { first = first }
end
)");
  Diagnostics diagnostics;
  CHECK(format.run(small_plan(), diagnostics).has_value());
  CHECK(diagnostics.empty());
}

}  // namespace rapporteur::plugin
