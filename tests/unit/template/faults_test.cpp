// Every fault of a drawn template, with its place, and all of them in one run.
#include <doctest/doctest.h>

#include "support.hpp"

using namespace rapporteur;
using namespace rapporteur::template_;
using namespace rapporteur::template_::test;

namespace {

view::Value sample() {
  return map({
      {"title", text("T")},
      {"day", {.data = Date{2012, 3, 1}}},
      {"axes", list({map({{"title", text("A")}, {"total", money(1)}}),
                     map({{"title", text("B")}, {"total", money(2)}})})},
      {"none", list({})},
      {"narrative", {.data = view::Markdown{"x", "", {}}}},
  });
}

void both(std::string_view drawing, std::string_view expected) {
  for (const Markup markup : {Markup::odf, Markup::ooxml}) {
    CAPTURE(markup == Markup::odf ? "odf" : "ooxml");
    CHECK(expand(markup, drawing, sample()) == expected);
  }
}

}  // namespace

TEST_CASE("template-bad-tag") {
  both("{{title", "template-bad-tag {{title");
  both("{{#each axes}}", "template-bad-tag {{#each axes}}");
  both("{{#each axes as not}}", "template-bad-tag {{#each axes as not}}");
  both("{{a..b}}", "template-bad-tag {{a..b}}");
  both("{{a[0]}}", "template-bad-tag {{a[0]}}");
  both("{{title |}}", "template-bad-tag {{title |}}");
  both("{{}}", "template-bad-tag {{}}");
  both("{{a {{title}}", "template-bad-tag {{a");
  both("# Part one\nfine\n{{/every}}", "template-bad-tag [Part one] {{/every}}");
}

TEST_CASE("a tag whose braces stand in two paragraphs") {
  both("a {{title\n}} b", "template-bad-tag {{title\ntemplate-bad-tag }} b");
}

TEST_CASE("template-unclosed-block and template-unopened-end") {
  both("# Budget\n| a |\n| b | {{#each axes as a}}{{a.title}} |",
       "template-unclosed-block table 1 row 2 column 2 [Budget] {{#each axes as a}}");
  both("x {{/if}}", "template-unopened-end {{/if}}");
  both("{{#each axes as a}}{{#if a}}{{/each}}", "template-unclosed-block {{#if a}}");
}

TEST_CASE("template-block-crosses") {
  both("# H\nx {{#each axes as a}}\n| 1 | 2 |\n| 3 | {{/each}} |",
       "template-block-crosses [H] {{#each axes as a}}");
  both("| {{#each axes as a}} |\nx {{/each}}",
       "template-block-crosses table 1 row 1 column 1 {{#each axes as a}}");
  both("| {{#each axes as a}} |\nx\n| {{/each}} |",
       "template-block-crosses table 1 row 1 column 1 {{#each axes as a}}");
  both("{{#each axes as a}}\nx {{/each}} y {{#each axes as b}}\nz {{/each}}",
       "template-block-crosses {{#each axes as a}}");
}

TEST_CASE("template-else-place") {
  both("{{else}}", "template-else-place {{else}}");
  both("{{#if title}}a{{else}}b{{else}}c{{/if}}", "template-else-place {{else}}");
  both("{{#if title}}\na {{else}} b\n{{/if}}", "template-else-place {{else}}");
}

TEST_CASE("template-cols-place") {
  both("{{#cols axes as a}}x{{/cols}}", "template-cols-place {{#cols axes as a}}");
  both("| {{#cols axes as a}} |\n| {{/cols}} |",
       "template-cols-place table 1 row 1 column 1 {{#cols axes as a}}");
  both("| a | b <2 |\n| {{#cols axes as x}} | {{/cols}} | c |",
       "template-cols-place table 1 row 2 column 1 {{#cols axes as x}}");
}

TEST_CASE("template-unknown-field: what is near, once a place") {
  both("{{titel}}", "template-unknown-field {{titel}} did you mean title");
  both("# H\n| h |\n| {{#each axes as axis}}{{axis.titel}}{{axis.title}}{{/each}} |",
       "template-unknown-field table 1 row 2 column 1 [H] {{axis.titel}} did you mean title");
  both("{{#each axes as a}}{{b.title}}{{/each}}",
       "template-unknown-field {{b.title}} did you mean a");
  both("{{title.x}}", "template-unknown-field {{title.x}}");
}

TEST_CASE("template-unknown-field in a branch that nothing enters") {
  both("{{#each none as n}}{{titel}}{{/each}}",
       "template-unknown-field {{titel}} did you mean title");
}

TEST_CASE("formats, terms, lists, shapes") {
  both("{{title | mony}}", "template-unknown-format {{title | mony}} did you mean money");
  both("{{title | budgt}}", "template-unknown-format {{title | budgt}} did you mean budget");
  both("{{t.totl}}", "template-unknown-term {{t.totl}} did you mean total");
  both("{{#each title as x}}{{/each}}", "template-not-a-list {{#each title as x}}");
  both("{{axes}}", "template-not-printable {{axes}}");
  both("{{#each axes as a}}{{a}}{{/each}}", "template-not-printable {{a}}");
  both("{{day | money}}", "template-format-unfit {{day | money}}");
  both("Text: {{narrative}}", "template-markdown-inline {{narrative}}");
}

TEST_CASE("all faults in one run") {
  both("{{titel}} {{t.totl}}\n| {{axes}} |",
       "template-unknown-field {{titel}} did you mean title\n"
       "template-unknown-term {{t.totl}} did you mean total\n"
       "template-not-printable table 1 row 1 column 1 {{axes}}");
  both("{{#if title}}\n{{oops\n{{/each}}",
       "template-bad-tag {{oops\ntemplate-unopened-end {{/each}}\n"
       "template-unclosed-block {{#if title}}");
}

TEST_CASE("places: columns count the grid, a story names its part") {
  both("| a <3 | {{titel}} |",
       "template-unknown-field table 1 row 1 column 4 {{titel}} "
       "did you mean title");
  Diagnostics diagnostics;
  static_cast<void>(expand_raw(
      Markup::ooxml,
      wrap(Markup::ooxml,
           "<w:p><w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>{{titel}}</w:t></w:r></w:p>"
           "</w:txbxContent></v:textbox></w:pict></w:r></w:p>"),
      sample(), diagnostics));
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].origin.part == "text box");
  CHECK(diagnostics.all()[0].origin.text == "{{titel}}");
  Diagnostics odf;
  static_cast<void>(expand_raw(
      Markup::odf,
      wrap(Markup::odf,
           "<text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body>"
           "<text:p>see {{titel}}</text:p></text:note-body></text:note></text:p>"),
      sample(), odf));
  REQUIRE(odf.all().size() == 1);
  CHECK(odf.all()[0].origin.part == "footnote");
}

TEST_CASE("a block does not leave a text box") {
  Diagnostics diagnostics;
  static_cast<void>(expand_raw(
      Markup::odf,
      wrap(Markup::odf,
           "<text:p>a<draw:frame><draw:text-box><text:p>{{#if title}}</text:p></draw:text-box>"
           "</draw:frame></text:p><text:p>{{/if}}</text:p>"),
      sample(), diagnostics));
  CHECK(told(diagnostics) ==
        "template-unopened-end {{/if}}\ntemplate-unclosed-block {{#if title}}");
}
