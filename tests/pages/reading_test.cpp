// The small parts that the rules stand on: lengths, colours, comparable text, styles, words.
#include <doctest/doctest.h>

#include "contrast.hpp"
#include "odt_text.hpp"
#include "pdf_words.hpp"
#include "plain_text.hpp"

namespace rapporteur::pages {

TEST_CASE("lengths of ODF are points") {
  CHECK(points("9pt") == doctest::Approx(9));
  CHECK(points("1in") == doctest::Approx(72));
  CHECK(points("2.54cm") == doctest::Approx(72));
  CHECK(points("25.4mm") == doctest::Approx(72));
  CHECK(points("58%") == 0);
  CHECK(points("") == 0);
}

TEST_CASE("contrast as WCAG computes it") {
  CHECK(contrast("#000000", "#ffffff") == doctest::Approx(21));
  CHECK(contrast("#ffffff", "#ffffff") == doctest::Approx(1));
  CHECK(contrast("#777777", "#ffffff") == doctest::Approx(4.478).epsilon(0.001));
  CHECK(contrast("#ffffff", "#767676") == doctest::Approx(4.542).epsilon(0.001));
  CHECK(contrast("#ff0000", "#ffffff") == doctest::Approx(3.998).epsilon(0.001));
}

TEST_CASE("text is compared without spaces, case and leaders") {
  CHECK(folded("12\u202F000\u00A0000") == U"12000000");
  CHECK(folded("\u00C9galit\u00E9") == U"\u00E9galit\u00E9");
  CHECK(folded("Introduction.......3") == U"introduction3");
  CHECK(folded("co\u00ADordination, non\u2011stop") == U"coordination,non-stop");
  CHECK(shortened("one\ntwo  three", 7) == "one two…");
  CHECK(can_break("12 000", 2));
  CHECK(!can_break("12 000", 3));
  CHECK(can_break("sous-total", 5));
  CHECK(!can_break("total", 2));
}

TEST_CASE("a style has what its parents and defaults say") {
  const Styles styles(
      R"(<d><office:styles><style:default-style style:family="paragraph"><style:text-properties
fo:font-size="11pt" fo:color="#111111"/></style:default-style>
<style:style style:name="A" style:family="paragraph"><style:text-properties fo:color="#222222"/>
</style:style><style:style style:name="B" style:family="paragraph" style:parent-style-name="A"/>
<style:style style:name="C" style:family="paragraph" style:parent-style-name="C"/>
</office:styles></d>)",
      R"(<d><office:automatic-styles><style:style style:name="P1" style:family="paragraph"
style:parent-style-name="B"/></office:automatic-styles></d>)");
  const auto value = [&](const char* style, const char* name) {
    return styles.property("paragraph", style, "style:text-properties", name);
  };
  CHECK(value("P1", "fo:color") == "#222222");
  CHECK(value("P1", "fo:font-size") == "11pt");
  CHECK(value("C", "fo:color") == "#111111");  // its own parent: no endless loop
  CHECK(styles.own_property("paragraph", "P1", "style:text-properties", "fo:font-size").empty());
  CHECK(styles.named("paragraph", "P1") == "B");
}

TEST_CASE("words take size and colour from the other reader, through merged pieces") {
  const std::vector<PdfPage> pages = pages_from(
      R"(<html><body><doc><page width="100" height="200">
<word xMin="1" yMin="2" xMax="3" yMax="4">Total</word>
<word xMin="5" yMin="2" xMax="9" yMax="4">12</word>
<word xMin="20" yMin="2" xMax="29" yMax="4">15</word></page></doc></body></html>)",
      R"(<pdf2xml><page number="1"><fontspec id="0" size="27" color="#1b2326"/>
<fontspec id="1" size="30" color="#ff0000"/><text font="1"><b>To<a href="x">tal</b></a></text>
<text font="0">12 15</text></page></pdf2xml>)");
  REQUIRE(pages.size() == 1);
  REQUIRE(pages[0].words.size() == 3);
  CHECK(pages[0].width == 100);
  CHECK(pages[0].words[0].size == doctest::Approx(10));
  CHECK(pages[0].words[0].colour == "#ff0000");
  CHECK(pages[0].words[2].size == doctest::Approx(9));
  CHECK(pages[0].words[2].box.left == 20);
  CHECK(pages_from("", "").empty());
}

}  // namespace rapporteur::pages
