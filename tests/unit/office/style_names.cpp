// The names of automatic styles do not tell in which order Writer met them.
#include "office/style_names.hpp"

#include <doctest/doctest.h>

namespace rapporteur::office {
namespace {

std::string part(const std::string& styles, const std::string& text) {
  return "<a><office:automatic-styles>" + styles + "</office:automatic-styles><office:body>" +
         text + "</office:body></a>";
}

std::string style(const std::string& name, const std::string& parent) {
  return "<style:style style:name=\"" + name + "\" style:parent-style-name=\"" + parent + "\"/>";
}

}  // namespace

TEST_CASE("two numberings of the same styles become one") {
  const std::string one = part(style("P1", "Head") + style("P2", "Text") + style("T1", "x"),
                               "<p text:style-name=\"P2\"><s text:style-name=\"T1\"/></p>"
                               "<p text:style-name=\"P1\"/>");
  const std::string other = part(style("P1", "Text") + style("P2", "Head") + style("T1", "x"),
                                 "<p text:style-name=\"P1\"><s text:style-name=\"T1\"/></p>"
                                 "<p text:style-name=\"P2\"/>");
  CHECK(with_steady_styles(one) == other);
  CHECK(with_steady_styles(other) == other);
}

TEST_CASE("what is not numbered, and what stands between, stays") {
  const std::string xml =
      part(style("Table1.A", "x") + "<number:date-style style:name=\"N1\"/>" +
               "<style:style style:name=\"P3\"><style:text-properties/></style:style>",
           "<t table:style-name=\"Table1.A\"/><p draw:text-style-name=\"P3\">P3 \"P3\"</p>");
  const std::string expected =
      part(style("Table1.A", "x") + "<number:date-style style:name=\"N1\"/>" +
               "<style:style style:name=\"P1\"><style:text-properties/></style:style>",
           "<t table:style-name=\"Table1.A\"/><p draw:text-style-name=\"P1\">P3 \"P3\"</p>");
  CHECK(with_steady_styles(xml) == expected);
  CHECK(with_steady_styles("<a/>") == "<a/>");
  CHECK(with_steady_styles("<a><office:automatic-styles/></a>") ==
        "<a><office:automatic-styles/></a>");
}

TEST_CASE("styles that nothing uses come last, by what they say") {
  CHECK(
      with_steady_styles(part(style("P1", "Z") + style("P2", "A") + style("P3", "M"),
                              "<p text:style-name=\"P3\"/>")) ==
      part(style("P1", "M") + style("P2", "A") + style("P3", "Z"), "<p text:style-name=\"P1\"/>"));
}

}  // namespace rapporteur::office
