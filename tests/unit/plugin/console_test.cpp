// A session of Lua: values with their places, errors with their lines, lines that do not end.
#include <doctest/doctest.h>

#include "plugin/console.hpp"
#include "support.hpp"

namespace rapporteur::plugin {
namespace {

using testing::argument;
using testing::only;
using testing::ScratchFormat;
using testing::small_plan;

Limits short_limits() {
  Limits limits;
  limits.cpu = std::chrono::seconds{1};
  limits.wall = std::chrono::seconds{60};  // a busy machine gives the second late
  limits.memory = std::size_t{64} << 20;
  return limits;
}

/// A console on the small plan with a format that has one module.
struct Table {
  Answer run(const std::string& code, int row = 1) {
    return console.run(code, "typed", row, false);
  }
  std::string output(const std::string& code) { return run(code).output; }

  [[nodiscard]] Declaration declare() const {
    format.add_file("mine.lua", "return { twice = function(x) return x.y.z end }");
    Diagnostics diagnostics;
    return format.list(diagnostics).at(0);
  }

  Plan plan = small_plan();
  ScratchFormat format{"return function() end"};
  Declaration declaration = declare();
  Context context{"fr", {}};
  locale::Catalogue terms{{{"hello", "Bonjour"}}, "fr"};
  ConsoleSetup setup{declaration, &plan, context, terms, short_limits()};
  Console console{setup};
};

}  // namespace

TEST_CASE("a value is shown with the place that it comes from") {
  Table table;
  CHECK(table.output("plan.roots[1].title") == "\"Prévention\"  <- nodes.csv:2:4\n");
  CHECK(table.output("plan.lines[2].amounts['2013']") == "50000000 XOF  <- budget_lines.csv:3:4\n");
  CHECK(table.output("plan.nodes[2].parent") ==
        table.output("local node = plan.roots[1] return node"));
  CHECK(table.output("1, 'a', nil, r.t('hello')") == "1\n\"a\"\nnil\n\"Bonjour\"\n");
  CHECK(table.output("{ 'a', 'b' }") == "list of 2 string\n  1 = \"a\"\n  2 = \"b\"\n");
}

TEST_CASE("globals live on, an unfinished line waits for the next") {
  Table table;
  CHECK(table.output("x = 41").empty());
  CHECK(table.output("x + 1") == "42\n");
  CHECK(table.run("for i = 1, 2 do").incomplete);
  CHECK(table.output("for i = 1, 2 do\n print(i)\nend") == "1\n2\n");
  const Answer whole = table.console.run("for i = 1, 2 do", "typed", 1, true);
  CHECK(whole.failed);
  CHECK_FALSE(whole.incomplete);
}

TEST_CASE("an error has its line and the calls inside the format") {
  Table table;
  const Answer answer = table.run("local mine = require 'mine'\nmine.twice({})", 7);
  CHECK(answer.failed);
  const Diagnostic error = only(answer.diagnostics);
  CHECK(error.id == "plugin-nil");
  CHECK(error.origin.file == table.format.file("mine.lua"));
  CHECK(error.origin.row == 1);
  REQUIRE(error.related.size() == 1);
  CHECK(error.related[0].origin.file == "typed");
  CHECK(error.related[0].origin.row == 8);
  CHECK(argument(only(table.run("plan.rots").diagnostics), "message") ==
        "plan has no field 'rots'; did you mean 'roots'?");
  CHECK(table.output("1") == "1\n");
}

TEST_CASE("what does not end is stopped, and the session goes on") {
  Table table;
  CHECK(table.output("kept = 5").empty());
  const Answer loop = table.run("while true do end");
  CHECK(loop.failed);
  CHECK_FALSE(loop.restarted);
  CHECK(argument(only(loop.diagnostics), "message") == "stopped: this takes too long");
  CHECK(table.run("local s = string.rep('a', 1 << 30)").failed);
  CHECK(table.output("kept") == "5\n");
}

TEST_CASE("where Lua cannot be stopped the session begins anew, without its variables") {
  Table table;
  Limits limits = short_limits();
  limits.wall = std::chrono::seconds{4};
  const ConsoleSetup setup{table.declaration, &table.plan, table.context, table.terms, limits};
  Console console(setup);
  const auto run = [&](const char* code) { return console.run(code, "typed", 1, true); };
  CHECK_FALSE(run("kept = 5").failed);
  CHECK(run("string.find(('a'):rep(40000), ('a-'):rep(30) .. 'b')").restarted);
  CHECK(run("kept").output == "nil\n");
  CHECK(run("plan.currency").output == "\"XOF\"\n");
}

TEST_CASE("the sandbox is that of the views") {
  Table table;
  for (const char* name : {"io", "os", "load", "dofile", "debug", "loadfile", "package"}) {
    CHECK_MESSAGE(table.output(name) == "nil\n", name);
  }
  CHECK(table.run("plan.title = 1").failed);
  CHECK(table.run("require 'rapporteur'.t = 1").failed);
}

TEST_CASE("completion knows fields, functions, tables, columns, keys and modules") {
  Table table;
  const auto words = [&](const std::string& line) {
    std::string joined;
    for (const std::string& word : table.console.complete(line).candidates) {
      joined += (joined.empty() ? "" : " ") + word;
    }
    return joined;
  };
  CHECK(words("x = plan.ro") == "roots");
  CHECK(table.console.complete("x = plan.ro").from == 9);
  CHECK(words("plan.roots[1].ti") == "title");
  CHECK(words("plan.tables.budget_l") == "budget_lines");
  CHECK(words("plan.tables.nodes[1].lea") == "lead");
  CHECK(words("plan.narratives.in") == "introduction");
  CHECK(words("plan.lines[1].amounts[\"2012\"].") == "");
  CHECK(words("plan.date.") == "day month year");
  CHECK(words("r.miss") == "missing");
  CHECK(words("string.ga") == "");
  CHECK(words("string.gs") == "gsub");
  CHECK(words("pla") == "plan");
  CHECK(words("whi") == "while");
  CHECK(words("require 'mi") == "mine");
  CHECK(words("plan.nothing.x") == "");
  CHECK(words("f().x") == "");
  table.run("mine = { first = 1, fifth = 2 }");
  CHECK(words("mine.fi") == "fifth first");
}

TEST_CASE("without a plan there is none, and the functions are there") {
  Table table;
  const ConsoleSetup setup{table.declaration, nullptr, table.context, table.terms, short_limits()};
  Console console(setup);
  CHECK(console.run("plan", "typed", 1, true).output == "nil\n");
  CHECK(console.run("r.decimal('1.5')", "typed", 1, true).output == "1.5\n");
}

}  // namespace rapporteur::plugin
