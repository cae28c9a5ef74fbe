// A template told to its author, and the copy with comments: the same for both markups.
#include <doctest/doctest.h>

#include "base/messages.hpp"
#include "package/package.hpp"
#include "support.hpp"
#include "template/annotate.hpp"
#include "template/survey.hpp"

using namespace rapporteur;
using namespace rapporteur::template_;
using namespace rapporteur::template_::test;

namespace {

std::string packed(Markup markup, std::string_view drawing) {
  package::Package package;
  if (markup == Markup::odf) {
    package.set("mimetype", "application/vnd.oasis.opendocument.text");
    package.set("content.xml", draw(markup, drawing));
  } else {
    package.set(
        "[Content_Types].xml",
        R"(<Types><Override PartName="/word/document.xml" ContentType="application/)"
        R"(vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>)");
    package.set("word/document.xml", draw(markup, drawing));
  }
  return package.write();
}

view::Value sample() {
  return map({{"title", text("T")},
              {"axes", list({map({{"title", text("A")}, {"code", text("I")}}),
                             map({{"title", text("B")}, {"total", money(2)}})})},
              {"years", list({map({{"id", text("a")}})})},
              {"sums", map({{"a", money(5)}, {"b", money(6)}})},
              {"none", list({})},
              {"hidden", text("x")}});
}

/// "binding path type example" of each tag, and the path of each unused value, a line each.
std::string surveyed(Markup markup, std::string_view drawing) {
  const view::Value view = sample();
  const SurveyView input{view, terms(), formats(), "en", {}};
  Diagnostics diagnostics;
  const auto survey = template_::survey("x", packed(markup, drawing), &input, diagnostics);
  REQUIRE(survey.has_value());
  std::string out;
  for (const SurveyTag& tag : survey->tags) {
    out += tag.binding + " " + tag.path + " " + tag.type + " " + tag.example + "\n";
  }
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (diagnostic.id == "template-value-unused") {
      out += "unused " + std::get<std::string>(diagnostic.args.front().second) + "\n";
    } else if (diagnostic.id == "template-unknown-field") {
      out += "unknown " + std::get<std::string>(diagnostic.args[1].second) + " → " +
             diagnostic.suggestion + "\n";
    }
  }
  return out;
}

void both(std::string_view drawing, std::string_view expected) {
  for (const Markup markup : {Markup::odf, Markup::ooxml}) {
    CAPTURE(markup == Markup::odf ? "odf" : "ooxml");
    CHECK(surveyed(markup, drawing) == expected);
  }
}

std::string annotated(Markup markup, std::string_view drawing, const std::string& part) {
  const std::string bytes = packed(markup, drawing);
  const view::Value view = sample();
  const SurveyView input{view, terms(), formats(), "en", {}};
  Diagnostics diagnostics;
  static_cast<void>(template_::survey("x", bytes, &input, diagnostics));
  std::vector<Comment> comments;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    if (diagnostic.id == "template-unknown-field") {
      comments.push_back(
          {diagnostic.origin, "A & B\nC", std::get<std::string>(diagnostic.args.front().second)});
    }
  }
  REQUIRE(comments.size() == 1);
  const auto copy = annotate("x", bytes, comments, diagnostics);
  REQUIRE(copy.has_value());
  package::Package package;
  std::string detail;
  REQUIRE(package.read(*copy, detail) == package::PackageFault::none);
  return package.get(part).value_or("");
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("tags are looked up over all items of their lists") {
  both(
      "{{title}} {{hidden}} {{sums.b | budget}}\n{{#each axes as a}}\n{{a.title}} {{a.total}} "
      "{{a.code}} {{a.index}}\n{{/each}}\n| {{y.id}} |\n| {{#cols years as y}}{{sums[y.id]}}"
      "{{/cols}} |\n{{t.total}}",
      "value title text T\nvalue hidden text x\nvalue sums.b money 6\nvalue axes list 2\n"
      "item axes[].title text A\nitem axes[].total money 2\nitem axes[].code text I\n"
      "loop axes[].index number 1\nend   \nitem years[].id text a\nvalue years list 1\n"
      "value sums[] money 5\nend   \nterm total text Total\nunused none\n");
}

TEST_CASE("an unknown name is told in a branch that no item enters, once") {
  both(
      "{{titel}}{{hidden}}{{sums}}{{years}}\n{{#each none as n}}\n{{n.name}} {{tite}}\n{{/each}}"
      "\n{{#each axes as a}}\n{{a.titel}}{{a}}\n{{/each}}",
      "unknown   \nvalue hidden text x\nvalue sums group \nvalue years list 1\nvalue none list 0\n"
      "unseen none[].name  \nunknown   \nend   \nvalue axes list 2\nunknown   \nitem axes[] group "
      "\n"
      "end   \nunknown titel → title\nunknown tite → title\nunknown titel → title\n"
      "unused sums.a\nunused sums.b\nunused title\nunused years[].id\n");
}

TEST_CASE("a comment stands before the tag, in the template's own markup") {
  const std::string drawing = "First\n| a | see {{titel}} here |";
  const std::string odf = annotated(Markup::odf, drawing, "content.xml");
  CHECK(has(odf,
            "see <office:annotation><dc:creator>rapporteur</dc:creator><text:p>A &amp; B"
            "</text:p><text:p>C</text:p></office:annotation>{{titel}} here"));
  CHECK(has(odf, "xmlns:dc="));
  const std::string ooxml = annotated(Markup::ooxml, drawing, "word/document.xml");
  CHECK(has(ooxml, "<w:commentRangeStart w:id=\"0\"/><w:r w:rsidR"));
  CHECK(has(ooxml, "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>"));
  CHECK(has(annotated(Markup::ooxml, drawing, "word/comments.xml"), "A &amp; B"));
  CHECK(has(annotated(Markup::ooxml, drawing, "word/_rels/document.xml.rels"), "comments.xml"));
  CHECK(has(annotated(Markup::ooxml, drawing, "[Content_Types].xml"), "/word/comments.xml"));
}

TEST_CASE("what is annotated is still a template that opens") {
  for (const Markup markup : {Markup::odf, Markup::ooxml}) {
    Diagnostics diagnostics;
    const std::string bytes = packed(markup, "{{title}}");
    const auto copy = annotate("x", bytes, {{Origin{}, "note", ""}}, diagnostics);
    REQUIRE(copy.has_value());
    CHECK(Template::open("x", *copy, diagnostics).has_value());
    CHECK(diagnostics.empty());
  }
}
