// What a view can do with the plan, and what it is told when it asks for the wrong thing.
#include <doctest/doctest.h>

#include "support.hpp"

namespace rapporteur::plugin {
namespace {

using testing::argument;
using testing::only;
using testing::ScratchFormat;
using testing::small_plan;

/// to_text of { x = <expression> } without its first line.
std::string result_of(const std::string& expression, const std::string& language = "fr") {
  const ScratchFormat format(
      "local r = require 'rapporteur' return function(plan, context)\nreturn { x = " + expression +
      " }\nend\n");
  Diagnostics diagnostics;
  const auto view = format.run(small_plan(), diagnostics, language);
  if (!view) {
    return only(diagnostics).id + ": " + argument(only(diagnostics), "message");
  }
  const std::string text = view::to_text(*view).substr(std::string("view:\n  x:").size());
  return text.starts_with(' ') ? text.substr(1) : text;
}

/// The message of the error in line 2.
std::string error_of(const std::string& line) {
  const ScratchFormat format("local r = require 'rapporteur' return function(plan, context)\n" +
                             line + "\nend\n");
  Diagnostics diagnostics;
  CHECK_FALSE(format.run(small_plan(), diagnostics).has_value());
  const Diagnostic fault = only(diagnostics);
  CHECK(argument(fault, "message") != "");  // an error of Lua, whichever its kind
  CHECK(fault.origin.row == 2);
  return argument(fault, "message");
}

Diagnostic result_fault(const std::string& code) {
  const ScratchFormat format("return function(plan)\n" + code + "\nend\n");
  Diagnostics diagnostics;
  CHECK_FALSE(format.run(small_plan(), diagnostics).has_value());
  const Diagnostic fault = only(diagnostics);
  CHECK(fault.id == "plugin-result");
  CHECK(fault.origin.file == format.file("view.lua"));
  return fault;
}

}  // namespace

TEST_CASE("the plan in Lua") {
  CHECK(result_of("plan.title") == "\"Plan d’action\"\n");
  CHECK(result_of("plan.country") == "missing empty\n");
  CHECK(result_of("plan.date") == "date 2012-03\n");
  CHECK(result_of("plan.end_date.year") == "2013\n");
  CHECK(result_of("plan.roots[1].children[2].lines[1].amounts['2013']") == "50000000 XOF\n");
  CHECK(result_of("plan.roots[1].children[2].lines[1].total.difference") == "5000000 XOF\n");
  CHECK(result_of("plan.roots[2].children[1].lines[1].amounts['2013']") == "missing empty\n");
  CHECK(result_of("plan.roots[1].budget.by_period['2012'].computed") == "50000000 XOF\n");
  CHECK(result_of("plan.roots[1].budget.declared") == "125000000 XOF\n");
  CHECK(result_of("plan.roots[2].budget.missing") == "2\n");
  CHECK(result_of("plan.nodes[2].parent == plan.roots[1]") == "true\n");
  CHECK(result_of("plan.roots[1].parent == nil") == "true\n");
  CHECK(result_of("plan.roots[1].level.label .. ' ' .. plan.roots[1].code") ==
        "\"Axe prioritaire I\"\n");
  CHECK(result_of("plan.narratives.introduction") == "markdown \"Un *texte*.\"\n");
  CHECK(result_of("#plan.tables.nodes") == "5\n");
  CHECK(result_of("plan.tables.nodes[1].lead[1]") == "\"MPFEF\"\n");
  CHECK(result_of("plan.nodes[1].row.responsible") == "missing empty\n");
  CHECK(result_of("#plan.tables.risks") == "0\n");
  CHECK(result_of("context.language") == "\"fr\"\n");
}

TEST_CASE("a value keeps its cell") {
  const ScratchFormat format(
      "return function(plan) return { x = plan.lines[2].amounts['2012'] } end");
  Diagnostics diagnostics;
  const auto view = format.run(small_plan(), diagnostics);
  REQUIRE(view.has_value());
  CHECK(view->find("x")->origin.file == "budget_lines.csv");
  CHECK(view->find("x")->origin.row == 3);
  CHECK(view->find("x")->origin.column == 3);
}

TEST_CASE("what is wrong is named, with the nearest right name") {
  CHECK(error_of("return plan.titel") == "plan has no field 'titel'; did you mean 'title'?");
  CHECK(error_of("return plan.tables.node") == "tables has no field 'node'; did you mean 'nodes'?");
  CHECK(error_of("return plan.nodes[1].row.leed") ==
        "row has no field 'leed'; did you mean 'lead'?");
  CHECK(error_of("return r.shars({})") ==
        "rapporteur has no function 'shars'; did you mean 'shares'?");
  CHECK(error_of("return r.t('helo')") ==
        "terms.fr.yaml has no text 'helo'; did you mean 'hello'?");
  CHECK(error_of("plan.title = 'x'") ==
        "field 'title' of plan cannot be written: what hangs on the plan is read-only");
  CHECK(error_of("plan.nodes[1].code = 'x'") ==
        "field 'code' of node cannot be written: what hangs on the plan is read-only");
  CHECK(error_of("return r.note({}, 'x')") ==
        "bad argument 'value' to note: expected value, got table");
  CHECK(error_of("return r.note(1)") ==
        "bad argument 'text' to note: expected string or text, got nil");
  CHECK(error_of("return context.options.totals").starts_with("options has no field 'totals'"));
}

TEST_CASE("indicators in Lua: typed values, annual and cumulative") {
  CHECK(result_of("plan.indicators[1].code .. plan.indicators[1].aggregation") ==
        "\"1.1annual\"\n");
  CHECK(result_of("plan.indicators[1].baseline") == "0\n");
  CHECK(result_of("plan.indicators[1].targets['2013']") == "number 300 \"≥\" \"\"\n");
  CHECK(result_of("plan.indicators[1].actuals['2013']") == "80\n");
  CHECK(result_of("plan.indicators[1].cumulative['2013']") == "200\n");
  CHECK(result_of("plan.indicators[1].node.indicators[1].title") == "\"Personnes formées\"\n");
  CHECK(result_of("#plan.indicators[1].measures") == "4\n");
  CHECK(result_of("plan.indicators[1].measures[2].value") == "number 300 \"≥\" \"\"\n");
}

TEST_CASE("money is exact and never a float") {
  CHECK(result_of("r.money('12.50', 'USD') + r.money(1, 'USD')") == "13.50 USD\n");
  CHECK(result_of("r.money(3, 'XOF') - r.money(5, 'XOF')") == "-2 XOF\n");
  CHECK(result_of("r.money(3, 'XOF') < r.money(5, 'XOF')") == "true\n");
  CHECK(result_of("r.money(3, 'XOF') == r.money('3', 'XOF')") == "true\n");
  CHECK(result_of("(r.sum { r.money(3, 'XOF'), r.missing(), r.money(4, 'XOF') })") == "7 XOF\n");
  CHECK(result_of("(r.sum {})") == "missing empty\n");
  CHECK(result_of("select(2, r.sum { r.missing() })") == "1\n");
  CHECK(error_of("return r.money(3, 'XOF') + r.money(5, 'USD')") ==
        "these amounts are in two currencies: XOF and USD");
  CHECK(error_of("return r.money(3, 'XOF') + r.missing()").starts_with("cannot add money and "));
  CHECK(error_of("return r.money(3, 'XOF') + 0.5").starts_with("cannot calculate with a float"));
  CHECK(error_of("return r.money('1.5', 'XOF')").find("0 decimals") != std::string::npos);
  CHECK(error_of("return r.money('1 000', 'XOF')").find("no exact number") != std::string::npos);
}

TEST_CASE("steps of a scale: by a label of any language, or by digit") {
  CHECK(result_of("r.step('likelihood', 'elevee')") == "\"Élevée\"\n");
  CHECK(result_of("r.step('likelihood', 'Elevée')", "en") == "\"High\"\n");
  CHECK(result_of("r.step('likelihood', 2)", "en") == "\"High\"\n");
  CHECK(result_of("r.step('likelihood', 'Énorme')", "en") == "\"Énorme\"\n");
  CHECK(result_of("r.step('no_such', 'Élevée')", "en") == "\"Élevée\"\n");
}

TEST_CASE("percent rounds half away from zero") {
  CHECK(result_of("r.percent(1, 8, 1)") == "12.5 %\n");
  CHECK(result_of("r.convert(r.money('12.50', 'USD'), r.decimal('553.21'), 'XOF')") ==
        result_of("r.money(6915, 'XOF')"));
  CHECK(result_of("r.percent(1, 8)") == "13 %\n");
  CHECK(result_of("r.percent(-1, 8)") == "-13 %\n");
  CHECK(result_of("r.percent(1, 0)") == "missing not_applicable\n");
  CHECK(result_of("r.percent(r.missing(), 5)") == "missing empty\n");
}

TEST_CASE("progress from a baseline to a goal, upwards and downwards") {
  CHECK(result_of("r.progress(0, 139327, 150000)") == "93 %\n");
  CHECK(result_of("r.progress(r.decimal('0.75'), r.decimal('0.5'), 0, 1)") == "33.3 %\n");
  CHECK(result_of("r.progress(2, 0, 3)") == "-200 %\n");
  CHECK(result_of("r.progress(1, 2, 1)") == "missing not_applicable\n");
  CHECK(result_of("r.progress(0, 'oui', 1)") == "missing empty\n");
  CHECK(result_of("r.progress(false, true, true)") == "100 %\n");
  CHECK(result_of("r.progress(false, false, true)") == "0 %\n");
}

TEST_CASE("a text taken apart at its headings") {
  const std::string source =
      "'Avant[^1]\\n\\n# Un #\\nA[^2]\\n```\\n# code\\n```\\n\\n# Deux\\n\\n[^1]: un\\n[^2]: "
      "deux\\n    suite\\n'";
  const auto parts = [&](const std::string& what) {
    return result_of("(function() local intro, parts = r.sections(r.markdown(" + source +
                     ")) return " + what + " end)()");
  };
  CHECK(parts("#parts") == "2\n");
  CHECK(parts("parts[1].title .. '|' .. parts[2].title") == "\"Un|Deux\"\n");
  CHECK(parts("tostring(intro):gsub('\\n', '/')").find("Avant[^1]//////////[^1]: un//") == 1);
  CHECK(parts("tostring(parts[1].text):gsub('\\n', '/')")
            .find("///A[^2]/```/# code/```/////[^2]: deux/    suite/") == 1);
  CHECK(parts("r.is_missing(parts[2].text)") == "true\n");
  CHECK(result_of("#select(2, r.sections(r.missing()))") == "0\n");
}

TEST_CASE("shares add up to exactly 100 by largest remainder") {
  CHECK(result_of("r.shares({ 152, 329, 126, 500, 169 }, 2)") ==
        "\n    - 11.91 %\n    - 25.78 %\n    - 9.88 %\n    - 39.19 %\n    - 13.24 %\n");
  CHECK(result_of("r.shares({ 1, 1, 1 })") == "\n    - 34 %\n    - 33 %\n    - 33 %\n");
  CHECK(result_of("r.shares({ 1, r.missing(), 1 })") ==
        "\n    - 50 %\n    - missing empty\n    - 50 %\n");
  CHECK(result_of("r.shares({ 0, 0 })") ==
        "\n    - missing not_applicable\n    - missing not_applicable\n");
  CHECK(error_of("return r.shares({ 1, -1 })").find("negative") != std::string::npos);
}

TEST_CASE("words and notes") {
  // In a sentence a whole amount has no cents.
  CHECK(result_of("r.t('sum', { n = r.money(3, 'USD'), m = r.money('1.50', 'USD') })") ==
        "\"3 et 1,50\"\n");
  CHECK(result_of("r.t('hello', { name = 'Awa' })") == "\"Bonjour Awa\"\n");
  CHECK(result_of("r.t('sum', { n = 1200, m = r.money(95000000, 'XOF') })") ==
        "\"1\u202F200 et 95\u202F000\u202F000\"\n");
  CHECK(result_of("r.note(plan.lines[1].amounts['2012'], 'Voir')") ==
        "10000000 XOF  note \"Voir\"\n");
  CHECK(result_of("r.note(r.note('a', 'b'), 'c')") == "\"a\"  note \"b c\"\n");
  CHECK(result_of("r.decimal('39.18')") == "39.18\n");
  CHECK(result_of("r.date('2012-03')") == "date 2012-03\n");
  CHECK(result_of("r.kind(plan.nodes[1])") == "\"node\"\n");
}

TEST_CASE("pictures") {
  CHECK(result_of("r.image('media/a.png', 'Un cercle')") ==
        "image \"media/a.png\" \"Un cercle\"\n");
  CHECK(result_of("r.image('media/a.png', plan.country)") == "image \"media/a.png\" \"\"\n");
  CHECK(result_of("r.image(r.missing('pending'), 'x')") == "missing pending\n");
  CHECK(result_of("r.kind(r.image('a.png', 'x'))") == "\"image\"\n");
  CHECK(error_of("return { x = r.image('a.png') }") ==
        "bad argument 'alt' to image: expected string or text or missing, got nil");
  CHECK(error_of("return { x = r.image('', 'x') }") ==
        "image: a path and a description are texts in UTF-8, and a path is not ''");
}

TEST_CASE("tables of the view") {
  CHECK(result_of("{ b = 1, a = 2, [\"2012\"] = 3 }") == "\n    2012: 3\n    a: 2\n    b: 1\n");
  CHECK(result_of("{}") == "[]\n");
  const auto fault = [](const std::string& code) {
    const Diagnostic diagnostic = result_fault(code);
    return argument(diagnostic, "what") + " " + argument(diagnostic, "path");
  };
  CHECK(fault("return { axes = { {}, { total = 0.5 } } }") == "float axes[2].total");
  CHECK(fault("return { n = 10 / 2 }") == "float n");
  CHECK(fault("return { f = print }") == "type f");
  CHECK(fault("return { p = { plan } }") == "type p[1]");
  CHECK(fault("local t = {} t.t = { t } return t") == "cycle t[1]");
  CHECK(fault("return { m = { 1, x = 2 } }") == "key m");
  CHECK(fault("return { m = { [3] = 2 } }") == "key m");
  CHECK(fault("return { s = ('é'):sub(1, 1) }") == "bytes s");
  CHECK(fault("return nil") == "nothing (…)");
  const std::string deep = "local t = {} for i = 1, 80 do t = { t } end return t";
  CHECK(fault(deep).starts_with("deep [1][1]"));
}

TEST_CASE("a table value is checked where it is made, all faults at once") {
  const std::string columns = "columns = { { id = 'a', label = 'A' }, { id = 'b', label = 'B' } }";
  CHECK(result_of(
            "#r.table { " + columns +
            ", rows = { { cells = { a = 'x', b = '' } }, { cells = { a = r.above, b = { 'y', "
            "{ value = 'z', class = 'strong' } } } }, { kind = 'total', label = 'T' } } }.rows") ==
        "3\n");
  const auto fault = [&](const std::string& rows) {
    return error_of("return { x = r.table { " + columns + ", rows = { " + rows + " } } }");
  };
  CHECK(fault("{ cells = { a = 'x' } }, { cells = { a = print, b = 1 } }") ==
        "table: row 1 has no cell 'b' (\"\" leaves it blank, r.missing() says that the value is "
        "missing); row 2, cell 'a' cannot be printed: a function");
  CHECK(fault("{ cells = { a = r.above, b = 1 } }") ==
        "table: row 1, cell 'a': r.above has no cell above that could go on");
  CHECK(fault("{ label = 'x', cels = {} }") ==
        "table: row 1 has no field 'cels', did you mean 'cells'?");
  CHECK(error_of("return { x = r.table { columns = { { id = 'a' }, { id = 'a', label = 1, weight = "
                 "0 } }, rows = {} } }") ==
        "table: column 'a' needs a label: text, or a list of texts from the top; column 2: the id "
        "'a' is taken; column 'a': weight must be an integer from 1 to 100");
}

TEST_CASE("a section in a language that a donor fixes") {
  const ScratchFormat format(
      "local r = require 'rapporteur' return function(plan)\n"
      "local titles = r.with_language('en', function() return { plan.roots[1].title, "
      "plan.roots[2].title } end)\n"
      "return { a = titles[1], b = titles[2], c = plan.roots[1].title } end");
  Diagnostics diagnostics;
  const auto view = format.run(small_plan(), diagnostics);
  REQUIRE(view);
  CHECK(std::get<view::Text>(view->find("a")->data).language == "en");
  CHECK(std::get<view::Text>(view->find("b")->data).language == "fr");
  CHECK(std::get<view::Text>(view->find("c")->data).language.empty());
  const Diagnostic finding = only(diagnostics);  // the second has no English
  CHECK(finding.id == "text-untranslated");
  CHECK(argument(finding, "language") == "en");
  CHECK(error_of("return { x = r.with_language('de', function() end) }") ==
        "with_language: the format has no words in 'de' (languages of plugin.lua)");
}

TEST_CASE("pairs walks in a fixed order") {
  CHECK(
      result_of("(function() local s = '' for k in pairs { z = 1, a = 1, [2] = 1, [1] = 1, m = 1 }"
                " do s = s .. k end return s end)()") == "\"12amz\"\n");
}

TEST_CASE("texts that do not exist in the report's language are printed, marked and reported") {
  const ScratchFormat format(
      "return function(plan) return { a = plan.title, b = plan.roots[1].title, c = "
      "'«' .. plan.roots[2].title, n = plan.narratives.introduction, m = plan.narratives.annex } "
      "end");
  Diagnostics diagnostics;
  const auto view = format.run(small_plan(), diagnostics, "en");
  REQUIRE(view.has_value());
  CHECK(view::to_text(*view) ==
        "view:\n  a: \"Plan d’action\"[fr]\n  b: \"Prevention\"\n  c: \"«Protection\"[fr]\n"
        "  m: missing empty\n  n: markdown[fr] \"Un *texte*.\"\n");
  REQUIRE(diagnostics.all().size() == 3);
  const Diagnostic& annex = diagnostics.all()[0];
  const Diagnostic& narrative = diagnostics.all()[1];
  CHECK(annex.origin.file + narrative.origin.file ==
        (annex.id == "narrative-missing" ? "small/narrative/annex.en.mdintroduction.fr.md"
                                         : "introduction.fr.mdsmall/narrative/annex.en.md"));
  const Diagnostic& texts = diagnostics.all()[2];
  CHECK(texts.id == "text-untranslated");
  CHECK(argument(texts, "count") == "2");
  CHECK(texts.origin.file == "nodes.csv");
  CHECK(texts.origin.row == 5);
  REQUIRE(texts.related.size() == 1);
  CHECK(texts.related[0].origin.file == "small/plan.yaml");
  CHECK_FALSE(diagnostics.has_fault());
}

}  // namespace rapporteur::plugin
