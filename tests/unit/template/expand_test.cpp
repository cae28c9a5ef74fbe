// Features of the grammar, each once per markup on the same drawing.
#include <doctest/doctest.h>

#include "support.hpp"

using namespace rapporteur;
using namespace rapporteur::template_;
using namespace rapporteur::template_::test;

namespace {

view::Value budget() {
  const auto amounts = [](std::int64_t a, std::int64_t b) {
    return map({{"y2012", money(a)}, {"y2013", money(b)}});
  };
  const auto activity = [&](const char* title, std::int64_t a, std::int64_t b) {
    return map({{"title", text(title)}, {"amounts", amounts(a, b)}, {"total", money(a + b)}});
  };
  const auto year = [](const char* id, const char* label) {
    return map({{"id", text(id)}, {"label", text(label)}});
  };
  return map({
      {"title", text("Budget")},
      {"country", text("Mali")},
      {"yes", {.data = true}},
      {"no", {.data = false}},
      {"none", list({})},
      {"gap", {.data = Missing::empty}},
      {"zero", {.data = std::int64_t{0}}},
      {"years", list({year("y2012", "2012"), year("y2013", "2013")})},
      {"axes",
       list({map({{"title", text("Axis 1")},
                  {"lead", text("Ministry")},
                  {"activities", list({activity("Train", 1000, 2000), activity("Map", 10, 0)})},
                  {"total", money(3010)}}),
             map({{"title", text("Axis 2")},
                  {"lead", text("Ministry")},
                  {"activities", list({activity("Print", 5, 6)})},
                  {"total", money(11)}})})},
      {"words", list({text("a"), text("b & <c>"), text("d")})},
      {"narrative", {.data = view::Markdown{"One *two*.\n\n- three", "", {}}}},
  });
}

void both(std::string_view drawing, std::string_view expected) {
  for (const Markup markup : {Markup::odf, Markup::ooxml}) {
    CAPTURE(markup == Markup::odf ? "odf" : "ooxml");
    CHECK(expand(markup, drawing, budget()) == expected);
  }
}

}  // namespace

TEST_CASE("values: text, number, term, format, loop members") {
  both("{{title}} of {{country}}", "Budget of Mali");
  both("{{ t.total }}, {{t.head.budget}}", "Total, Budget (CFA francs)");
  both("{{#each words as w}}{{w.index}}/{{w.count}} {{w}}{{#if w.last}}.{{else}}, {{/if}}{{/each}}",
       "1/3 a, 2/3 b & <c>, 3/3 d.");
  both("{{years[2].label}} {{axes[1].activities[2].amounts[years[1].id]}}", "2013 10");
}

TEST_CASE("tags that an editor split over runs are one") {
  both("~ x {{#each words as w}}<{{w | text}}>{{/each}} y", "x <a><b & <c>><d> y");
}

TEST_CASE("spaces that an editor slipped into a tag do not matter") {
  both("{{\u00A0title\u202F| \u00A0text }}", "Budget");
}

TEST_CASE("if: truth, not, else") {
  both("{{#if yes}}a{{else}}b{{/if}}{{#if no}}a{{else}}b{{/if}}{{#if not no}}c{{/if}}", "abc");
  both("{{#if none}}a{{else}}b{{/if}}{{#if gap}}a{{else}}b{{/if}}{{#if zero}}0 is a number{{/if}}",
       "bb0 is a number");
}

TEST_CASE("paragraphs repeat, and those of tags alone go") {
  both("Before\n{{#each axes as a}}\n# {{a.title}}\nby {{a.lead}}\n{{/each}}\nAfter",
       "Before\nAxis 1\nby Ministry\nAxis 2\nby Ministry\nAfter");
  both("{{#each none as x}}\n{{x}}\n{{else}}\nNothing\n{{/each}}", "Nothing");
  both("{{#if no}}\nhidden\n{{else}}\nshown\n{{/if}}\nend", "shown\nend");
}

TEST_CASE("tags at the ends of paragraphs with text repeat whole paragraphs") {
  both("{{#each axes as a}}{{a.title}}\nby {{a.lead}}{{/each}}",
       "Axis 1\nby Ministry\nAxis 2\nby Ministry");
}

TEST_CASE("two blocks follow each other in one paragraph of tags") {
  both("{{#if yes}}\na\n{{/if}}{{#if yes}}\nb\n{{/if}}", "a\nb");
}

TEST_CASE("a table between tags repeats whole") {
  both("{{#each axes as a}}\n| {{a.title}} | {{a.total}} |\n.\n{{/each}}",
       "| Axis 1 | 3,010 |\n.\n| Axis 2 | 11 |\n.");
}

TEST_CASE("rows: one row, its ends in the first and the last cell") {
  both("| Axis | Total |\n| {{#each axes as a}}{{a.title}} | {{a.total}}{{/each}} |",
       "| Axis | Total |\n| Axis 1 | 3,010 |\n| Axis 2 | 11 |");
}

TEST_CASE("rows: nested loops over several rows, the national budget") {
  both(
      "| Activity | Total |\n"
      "| {{#each axes as a}}{{a.title}} <2 |\n"
      "| {{#each a.activities as act}}{{act.title}} | {{act.total | budget}}{{/each}} |\n"
      "| {{t.total}} {{a.title}} | {{a.total}}{{/each}} |\n"
      "| Grand | total |",
      "| Activity | Total |\n"
      "| Axis 1 <2 |\n| Train | 3,000 |\n| Map | 10 |\n| Total Axis 1 | 3,010 |\n"
      "| Axis 2 <2 |\n| Print | 11 |\n| Total Axis 2 | 11 |\n"
      "| Grand | total |");
}

TEST_CASE("rows: marker rows go") {
  both(
      "| Activity | Total |\n"
      "| {{#each axes as a}} | |\n"
      "| {{a.title}} <2 |\n"
      "| {{#each a.activities as act}} <2 |\n"
      "| {{act.title}} | {{act.total}} |\n"
      "| {{/each}}{{/each}} <2 |\n"
      "| end | |",
      "| Activity | Total |\n"
      "| Axis 1 <2 |\n| Train | 3,000 |\n| Map | 10 |\n"
      "| Axis 2 <2 |\n| Print | 11 |\n"
      "| end | |");
}

TEST_CASE("rows: if and else") {
  both("| {{#if no}}a |\n| b{{/if}} |\n| c |", "| c |");
  both("| x |\n| {{#each none as n}}{{n}} |\n| {{else}}nothing{{/each}} |", "| x |\n| nothing |");
}

TEST_CASE("cells: a list inside a cell; a cell keeps a paragraph") {
  both("| {{#each words as w}} ¶ {{w}} ¶ {{/each}} | x |", "| a ¶ b & <c> ¶ d | x |");
  both("| {{#each none as w}} ¶ {{w}} ¶ {{/each}} | x |", "| | x |");
  for (const Markup markup : {Markup::odf, Markup::ooxml}) {
    Diagnostics diagnostics;
    const std::string xml =
        expand_raw(markup, draw(markup, "| {{#if no}} ¶ w ¶ {{/if}} |"), budget(), diagnostics);
    CHECK(xml.find(markup == Markup::odf ? "<text:p/>" : "<w:p/>") != std::string::npos);
  }
}

TEST_CASE("a table whose rows all went goes") {
  both("a\n| {{#each none as n}}{{n}} | {{/each}} |\nb", "a\nb");
}

TEST_CASE("cols: columns are cloned in every row, header cells widened") {
  both(
      "| Activity | {{t.head.budget}} | Total |\n"
      "| | {{#cols years as y}}{{y.label}}{{/cols}} | |\n"
      "| {{#each axes as a}}{{a.title}} <3 |\n"
      "| {{#each a.activities as act}}{{act.title}} | {{act.amounts[y.id] | budget}} | "
      "{{act.total}}{{/each}} |\n"
      "| sum | {{y.index}} | {{a.total}}{{/each}} |",
      "| Activity | Budget (CFA francs) <2 | Total |\n"
      "| | 2012 | 2013 | |\n"
      "| Axis 1 <4 |\n| Train | 1,000 | 2,000 | 3,000 |\n| Map | 10 | 0 | 10 |\n"
      "| sum | 1 | 2 | 3,010 |\n"
      "| Axis 2 <4 |\n| Print | 5 | 6 | 11 |\n| sum | 1 | 2 | 11 |");
}

TEST_CASE("cols: several columns a group, and none") {
  both("| {{#cols years as y}}{{y.label}} | {{y.id}}{{/cols}} | t |\n| a | b | c |",
       "| 2012 | y2012 | 2013 | y2013 | t |\n| a | b | a | b | c |");
  both("| h <2 | t |\n| x | {{#cols none as y}}{{y}}{{/cols}} | t |\n| a <3 |",
       "| h | t |\n| x | t |\n| a <2 |");
}

TEST_CASE("cols: inside a repeated table, as many as each list has") {
  both(
      "{{#each axes as a}}\n| {{a.title}} | {{#cols a.activities as c}}{{c.title}}{{/cols}} |\n."
      "\n{{/each}}",
      "| Axis 1 | Train | Map |\n.\n| Axis 2 | Print |\n.");
}

TEST_CASE("merge: equal neighbours of one loop become one cell") {
  both(
      "| {{#each axes as a}}{{#each a.activities as x}}{{a.title | merge}} | "
      "{{x.title}}{{/each}}{{/each}} |",
      "| Axis 1 | Train |\n| ^ | Map |\n| Axis 2 | Print |");
  both("| {{#each axes as a}}{{a.lead | merge}} | {{a.title}}{{/each}} |",
       "| Ministry | Axis 1 |\n| ^ | Axis 2 |");
  both("| {{#each axes as a}}{{a.lead | merge}} | x |\n| parts | {{a.title}}{{/each}} |",
       "| Ministry | x |\n| parts | Axis 1 |\n| Ministry | x |\n| parts | Axis 2 |");
  Diagnostics diagnostics;
  const std::string drawing = "| {{#each axes as a}}{{a.lead | merge}} | {{a.title}}{{/each}} |";
  CHECK(expand_raw(Markup::odf, draw(Markup::odf, drawing), budget(), diagnostics)
            .find("table:number-rows-spanned=\"2\"") != std::string::npos);
  CHECK(expand_raw(Markup::ooxml, draw(Markup::ooxml, drawing), budget(), diagnostics)
            .find("<w:vMerge w:val=\"restart\"/>") != std::string::npos);
}

TEST_CASE("tags in ODF input fields, nested spans and links") {
  Diagnostics diagnostics;
  const std::string xml = expand_raw(
      Markup::odf,
      wrap(Markup::odf,
           "<text:p><text:text-input>{{#each words as w}}</text:text-input><text:span><text:span>"
           "<text:a xlink:href=\"https://x/\">{{w}}</text:a></text:span>;{{/each}} end</text:span>"
           "</text:p>"),
      budget(), diagnostics);
  CHECK(diagnostics.empty());
  CHECK(read_back(Markup::odf, xml, {}) == "a;b & <c>;d; end");
  CHECK(xml.find("text-input") == std::string::npos);
}

TEST_CASE("a value is data, never a tag, and its private characters go") {
  view::Value view = map(
      {{"x", text("{{title}} \uE000abc.1\uE001")}, {"xs", list({text("{{#each}}\uE000\uF8FF!")})}});
  for (const Markup markup : {Markup::odf, Markup::ooxml}) {
    CHECK(expand(markup, "{{x}}\n{{#each xs as y}}{{y}}{{/each}}", view) ==
          "{{title}} abc.1\n{{#each}}!");
  }
}

TEST_CASE("several lines, tabs and spaces of a value inside a repeat") {
  const view::Value view = map({{"xs", list({text("a\nb"), text(" c  d ")})}});
  for (const Markup markup : {Markup::odf, Markup::ooxml}) {
    CHECK(expand(markup, "{{#each xs as x}}[{{x}}]{{/each}}", view) == "[a\nb][ c  d ]");
  }
  Diagnostics diagnostics;
  CHECK(expand_raw(Markup::odf, draw(Markup::odf, "{{#each xs as x}}[{{x}}]{{/each}}"), view,
                   diagnostics)
            .find("<text:s/>c <text:s/>d<text:s/>") != std::string::npos);
}

TEST_CASE("notes and Markdown are left to the office") {
  view::Value noted = money(95);
  noted.note = "declared 95, computed 90";
  const view::Value view =
      map({{"rows", list({map({{"n", noted}, {"md", {.data = view::Markdown{"*a*", "", {}}}}})})}});
  for (const Markup markup : {Markup::odf, Markup::ooxml}) {
    CHECK(expand(markup, "| {{#each rows as r}}{{r.n}} | {{r.md}}{{/each}} |", view) ==
          "template-markdown-inline table 1 row 1 column 2 {{r.md}}");
    CHECK(expand(markup, "| {{#each rows as r}}{{r.n}} | {{r.md}} ¶ {{/each}} |", view) ==
          "| 95[note: declared 95, computed 90] | a |");
  }
  both("{{narrative}}", "One two. // three");
}

TEST_CASE("text in another language keeps its mark") {
  const view::Value view = map({{"xs", list({text("Axe", "fr"), text("Axis", "en")})}});
  Diagnostics diagnostics;
  const std::string odf = expand_raw(
      Markup::odf, draw(Markup::odf, "{{#each xs as x}}{{x}}{{/each}}"), view, diagnostics);
  CHECK(odf.find("<text:span text:style-name=\"rap_language_fr\">Axe</text:span>Axis") !=
        std::string::npos);
  CHECK(odf.find("<style:style style:name=\"rap_language_fr\" style:family=\"text\"") <
        odf.find("</office:automatic-styles>"));
  const std::string ooxml = expand_raw(
      Markup::ooxml, draw(Markup::ooxml, "{{#each xs as x}}{{x}}{{/each}}"), view, diagnostics);
  CHECK(ooxml.find("<w:rPr><w:sz w:val=\"20\"/><w:lang w:val=\"fr-FR\"/></w:rPr><w:t "
                   "xml:space=\"preserve\">Axe</w:t>") != std::string::npos);
}

TEST_CASE("a section in a language that a donor fixes") {
  const view::Value view = map({{"m", money(139327)}, {"w", text("Bonjour", "fr")}});
  for (const Markup markup : {Markup::odf, Markup::ooxml}) {
    CAPTURE(markup == Markup::odf ? "odf" : "ooxml");
    CHECK(expand(markup, "{{m}} {{t.total}}\n{{#lang fr}}\n{{m}} {{t.total}}\n{{/lang}}\n{{m}}",
                 view) == "139,327 Total\n139\u202F327 Somme\n139,327");
  }
  CHECK(expand(Markup::odf, "{{#lang de}}\n{{t.total}}\n{{/lang}}", view) ==
        "template-unknown-language {{#lang de}}");
  CHECK(expand(Markup::odf, "{{#lang fr}}\n{{else}}\n{{/lang}}", view) ==
        "template-else-place {{else}}");
  Diagnostics diagnostics;
  const std::string xml = expand_raw(
      Markup::odf, wrap(Markup::odf, "<text:p>{{#lang fr}}{{t.total}}{{/lang}}</text:p>"), view,
      diagnostics);
  CHECK(xml.find("rap_language_fr\">Somme") != std::string::npos);
}

TEST_CASE("a missing value is loud and a finding, unless the format declares its mark") {
  Diagnostics diagnostics;
  const view::Value view = map({{"x", {.data = Missing::empty}}});
  const std::string xml =
      expand_raw(Markup::odf, draw(Markup::odf, "{{x}} {{x | budget}}"), view, diagnostics);
  CHECK_FALSE(xml.empty());
  CHECK(told(diagnostics) == "value-missing");
}

TEST_CASE("ids that must be unique are not cloned") {
  Diagnostics diagnostics;
  const std::string xml =
      expand_raw(Markup::ooxml,
                 wrap(Markup::ooxml,
                      "<w:p w14:paraId=\"11\"><w:r><w:t>{{#each words as w}}</w:t></w:r></w:p>"
                      "<w:p w14:paraId=\"12\"><w:bookmarkStart w:id=\"1\" w:name=\"b\"/><w:r "
                      "w:rsidR=\"0012\"><w:t>{{w}}</w:t></w:r><w:bookmarkEnd w:id=\"1\"/></w:p>"
                      "<w:p w14:paraId=\"13\"><w:r><w:t>{{/each}}</w:t></w:r></w:p>"
                      "<w:p w14:paraId=\"14\"/>"),
                 budget(), diagnostics);
  CHECK(xml.find("paraId=\"12\"") == std::string::npos);
  CHECK(xml.find("bookmark") == std::string::npos);
  CHECK(xml.find("rsid") == std::string::npos);
  CHECK(xml.find("paraId=\"14\"") != std::string::npos);
}

TEST_CASE("the table keeps its width when columns are cloned") {
  Diagnostics diagnostics;
  const std::string drawing = "| a | {{#cols years as y}}{{y.label}}{{/cols}} | c |";
  const std::string ooxml =
      expand_raw(Markup::ooxml, draw(Markup::ooxml, drawing), budget(), diagnostics);
  pugi::xml_document tree;
  REQUIRE(tree.load_string(ooxml.c_str()));
  int total = 0;
  for (const auto& column : tree.select_nodes("//w:gridCol")) {
    total += column.node().attribute("w:w").as_int();
  }
  CHECK(tree.select_nodes("//w:gridCol").size() == 4);
  CHECK(total >= 2998);
  CHECK(total <= 3002);
  const std::string odf =
      expand_raw(Markup::odf, draw(Markup::odf, drawing), budget(), diagnostics);
  REQUIRE(tree.load_string(odf.c_str()));
  double width = 0;
  for (const auto& column : tree.select_nodes("//table:table-column")) {
    const std::string name = column.node().attribute("table:style-name").value();
    const auto style = tree.select_node(("//style:style[@style:name='" + name + "']/*").c_str());
    width += style.node().attribute("style:column-width").as_double();
  }
  CHECK(width == doctest::Approx(12.0).epsilon(0.001));
}
