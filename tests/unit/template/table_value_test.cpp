// Table values drawn in looks, in both markups.
#include <doctest/doctest.h>

#include <numeric>

#include "support.hpp"
#include "template/table_measure.hpp"
#include "template/table_widths.hpp"

using namespace rapporteur;
using namespace rapporteur::template_;
using namespace rapporteur::template_::test;

namespace {

const std::string look =
    "| {{look wide}}{{cell head}} | {{cell head group}} | {{cell head figure}} |\n"
    "| {{cell band}} | {{cell body}} | {{cell body figure}} |\n"
    "| {{cell subtotal}} | {{cell total}} | {{cell body bullet}} |\n";

view::Value column(std::string id, view::Value label, std::string kind = "text") {
  return map({{"id", text(std::move(id))}, {"label", std::move(label)}, {"class", text(kind)}});
}
view::Value above() {
  return map({{"above", {.data = true}}});
}
view::Value row(view::Map cells) {
  return map({{"cells", map(std::move(cells))}});
}
view::Value labelled(std::string kind, std::string label, view::Map cells = {}) {
  return map({{"kind", text(std::move(kind))},
              {"label", text(std::move(label))},
              {"cells", map(std::move(cells))}});
}
view::Value table(std::vector<view::Value> columns, std::vector<view::Value> rows) {
  return map(
      {{"x", map({{"columns", list(std::move(columns))}, {"rows", list(std::move(rows))}})}});
}

void both(const std::string& drawing, const view::Value& view, std::string_view expected) {
  for (const Markup markup : {Markup::odf, Markup::ooxml}) {
    CAPTURE(markup == Markup::odf ? "odf" : "ooxml");
    CHECK(expand(markup, drawing, view) == expected);
  }
}

const std::vector<view::Value> two{column("a", text("A")), column("b", text("B"), "figure")};

LaidTable laid(const view::Value& view) {
  const std::optional<LaidTable> result = lay_table(
      *view.find("x"), [](const view::Value& value, const std::string& format, const std::string&) {
        return locale::format_value(value, {.kind = format}, "fr");
      });
  REQUIRE(result);
  return *result;
}

TableLook plain_look(double width) {
  TableLook result;
  result.width = width;
  result.cells["body"]["text"] = {.style = "Text", .open = "<text:p>", .close = "</text:p>"};
  return result;
}

}  // namespace

TEST_CASE("a table value takes the place of its paragraph, and the look goes") {
  both(look + "# H\n{{x | look wide}}\nend",
       table(two, {row({{"a", text("one")}, {"b", money(12000)}})}),
       "H\n| A | B |\n| one | 12,000 |\nend");
}

TEST_CASE("looks at the end leave one paragraph of a point, and what held them apart goes") {
  for (const Markup markup : {Markup::odf, Markup::ooxml}) {
    const bool odf = markup == Markup::odf;
    CAPTURE(odf);
    const std::string gap = odf ? "<text:p text:style-name=\"Gap\"/>" : "<w:p/>";
    const std::string closing = odf ? "\"rap_closing\"/>" : "w:line=\"20\"";
    Diagnostics diagnostics;
    const auto expanded = [&](const std::string& last) {
      const std::string drawn = draw(markup, "{{x | look wide}}\n" + look);
      // The body alone: draw() makes a whole part.
      const std::string start = odf ? "<office:text>" : "<w:body>";
      const std::string end = odf ? "</office:text>" : "</w:body>";
      const std::size_t from = drawn.find(start) + start.size();
      const std::string body = drawn.substr(from, drawn.find(end) - from);
      return expand_raw(markup, wrap(markup, body + gap + last + gap),
                        table(two, {row({{"a", text("one")}})}), diagnostics);
    };
    const std::string at_end = expanded("");
    CHECK(at_end.find(gap) == std::string::npos);
    CHECK(at_end.find(closing) != std::string::npos);
    const std::string before_text =
        expanded(odf ? "<text:p>t</text:p>" : "<w:p><w:r><w:t>t</w:t></w:r></w:p>");
    CHECK(before_text.find(gap) != std::string::npos);
    CHECK(before_text.find(closing) == std::string::npos);
    CHECK(diagnostics.empty());
  }
}

TEST_CASE("labels go up to the first cell given; equal upper heads share a cell") {
  both(look + "{{x | look wide}}\nend",
       table({column("a", text("A")), column("y1", list({text("Budget"), text("2021")}), "figure"),
              column("y2", list({text("Budget"), text("2022")}), "figure")},
             {labelled("band", "Axis"),
              row({{"a", text("one")}, {"y1", money(1)}, {"y2", text("")}, {"other", text("?")}}),
              labelled("subtotal", "Sum", {{"y2", money(7)}}),
              labelled("total", "All", {{"y1", money(1)}, {"y2", money(7)}})}),
       "| A | Budget <2 |\n| ^ | 2021 | 2022 |\n| Axis <3 |\n| one | 1 | |\n| Sum <2 | 7 |\n"
       "| All | 1 | 7 |\nend");
}

TEST_CASE("a cell goes on below; a list is a paragraph each") {
  both(look + "{{x | look wide}}\nend",
       table(two, {row({{"a", text("one")}, {"b", text("1")}}),
                   row({{"a", above()}, {"b", list({text("2"), text("3")})}}),
                   row({{"a", map({{"value", list({text("p"), map({{"value", text("q")},
                                                                   {"class", text("bullet")}})})},
                                   {"class", text("figure")}})},
                        {"b", text("4")}})}),
       "| A | B |\n| one | 1 |\n| ^ | 2 ¶ 3 |\n| p ¶ q | 4 |\nend");
}

TEST_CASE("a table stands inside loops and conditions") {
  const view::Value one = table(two, {row({{"a", text("one")}, {"b", text("1")}})});
  both(look + "{{#each all as i}}\n# T\n{{#if i.x}}\n{{i.x | look wide}}\n{{/if}}\n{{/each}}\nend",
       map({{"all", list({one, map({{"x", view::Value{}}})})}}),
       "T\n| A | B |\n| one | 1 |\nT\nend");
}

TEST_CASE("faults of looks and slots, each with its place") {
  const view::Value one = table(two, {});
  const auto told_by = [&](const std::string& drawing, const view::Value& view) {
    return expand(Markup::odf, drawing, view);
  };
  CHECK(told_by("{{x | look wode}}\n" + look, one) ==
        "template-unknown-look {{x | look wode}} did you mean wide");
  CHECK(told_by("{{x}}\n" + look, one) == "template-table-without-look {{x}}");
  CHECK(told_by("In a line {{x | look wide}}\n" + look, one) ==
        "template-table-place {{x | look wide}}");
  CHECK(told_by("| {{x | look wide}} |\nend\n" + look, one) ==
        "template-table-place table 1 row 1 column 1 {{x | look wide}}");
  CHECK(told_by("{{x | look wide}}\n" + look, map({{"x", text("no")}})) ==
        "template-not-a-table {{x | look wide}}");
  CHECK(told_by("{{look wide}}\n", one) == "template-look-place {{look wide}}");
  CHECK(told_by("| {{cell body}} |\n", one) ==
        "template-look-place table 1 row 1 column 1 {{cell body}}");
  CHECK(told_by("| {{look a}}{{cell body}} | {{cell body text}} |\n", one) ==
        "template-look-cell table 1 row 1 column 2 {{cell body text}}");
  CHECK(told_by("| {{look a}}{{cell body}} | {{x}} |\n", one) ==
        "template-look-cell table 1 row 1 column 2 {{x}}");
}

TEST_CASE("widths: figures alike and whole, marks narrow, texts share the rest") {
  const LaidTable table = laid(template_::test::map(
      {{"x",
        map({{"columns",
              list({column("a", text("Long")), column("b", text("Short")),
                    column("c", text("2021"), "figure"), column("d", text("2022"), "figure"),
                    column("m", text("1"), "mark")})},
             {"rows",
              list({row(
                  {{"a", text("A long sentence that goes on and on, with many ordinary words and "
                              "no end in sight, so that its column asks for room.")},
                   {"b", text("brief")},
                   {"c", text("12\u202F000\u202F000")},
                   {"d", text("1")},
                   {"m", text("X")}})})}})}}));
  const std::vector<double> widths = table_widths(table, plain_look(25.7));
  CHECK(std::accumulate(widths.begin(), widths.end(), 0.0) == doctest::Approx(25.7));
  CHECK(widths[2] == doctest::Approx(widths[3]));
  CHECK(widths[4] < widths[2]);
  CHECK(widths[1] >= 1.2);
  CHECK(widths[0] > 3 * widths[1]);
}

TEST_CASE("small merged groups stay whole, large ones as far as their text goes") {
  std::vector<view::Value> rows;
  for (int i = 0; i < 60; ++i) {
    rows.push_back(row({{"a", i == 0 || i == 4 ? text("one") : above()}, {"b", text("1")}}));
  }
  const LaidTable table =
      laid(template_::test::map({{"x", map({{"columns", list(two)}, {"rows", list(rows)}})}}));
  const TableLook look_of_16cm = plain_look(16);
  const std::vector<double> widths = table_widths(table, look_of_16cm);
  const std::vector<double> heights = row_heights(table, look_of_16cm, widths);
  const std::vector<RowHold> kept = held_rows(table, look_of_16cm, widths, heights);
  CHECK(table.rows[0].cells[0].rows == 4);
  CHECK(table.rows[4].cells[0].rows == 56);
  CHECK((kept[0].keep && kept[1].keep && kept[2].keep));
  CHECK_FALSE(kept[3].keep);
  CHECK_FALSE(kept[4].keep);  // the group is larger than a page, its text one line
}

TEST_CASE("lines are counted as words fill them") {
  const auto lines = [](double room, std::string_view text) {
    TextMeasure measure(room);
    measure.add(text, false);
    return measure.lines();
  };
  CHECK(lines(4, "") == 1);
  CHECK(lines(4, "abc abc") == 1);            // 0.5 em a letter
  CHECK(lines(4, "abc abc abc") == 2);        // three words, two on a line
  CHECK(lines(1, "abcdefgh abcdefgh") == 2);  // what is wider than a line has one of its own
  CHECK(lines(40, "abc\nabc") == 2);
}
