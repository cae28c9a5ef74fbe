#include "template/long_tables.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <pugixml.hpp>

#include "support.hpp"

namespace rapporteur::template_ {
namespace {

std::string long_table(Markup markup, int rows, const std::string& odd_cell = "") {
  const bool odf = markup == Markup::odf;
  const auto row = [&](const std::string& text, bool head) {
    return odf ? fmt::format(
                     "<table:table-row><table:table-cell{}><text:p>{}</text:p>"
                     "</table:table-cell></table:table-row>",
                     head ? "" : odd_cell, text)
               : fmt::format(
                     "<w:tr><w:trPr>{}</w:trPr><w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:t>{}"
                     "</w:t></w:r></w:p></w:tc></w:tr>",
                     head ? "<w:tblHeader/>" : "", head ? "" : odd_cell, text);
  };
  std::string body = odf ? "<table:table table:name=\"T\"><table:table-column/>"
                           "<table:table-header-rows>" +
                               row("Head", true) + "</table:table-header-rows>"
                         : "<w:tbl><w:tblPr/><w:tblGrid/>" + row("Head", true);
  for (int i = 0; i < rows; ++i) {
    body += row(fmt::format("R{}", i), false);
  }
  return test::wrap(markup, body + (odf ? "</table:table>" : "</w:tbl>"));
}

int count(const std::string& xml, std::string_view what) {
  int found = 0;
  for (std::size_t at = xml.find(what); at != std::string::npos; at = xml.find(what, at + 1)) {
    ++found;
  }
  return found;
}

}  // namespace

TEST_CASE("part_long_tables") {
  for (const Markup markup : {Markup::odf, Markup::ooxml}) {
    const bool odf = markup == Markup::odf;
    CAPTURE(odf);
    SUBCASE("a table of a thousand rows is left alone, byte for byte") {
      const std::string xml = long_table(markup, 999);
      CHECK(part_long_tables(markup, xml) == xml);
    }
    SUBCASE(
        "a longer one: parts with the head, each but the first with 80 rows of the one before") {
      const std::string xml = part_long_tables(markup, long_table(markup, 2500));
      CHECK(count(xml, odf ? "</table:table>" : "</w:tbl>") == 4);
      CHECK(count(xml, ">Head<") == 4);
      CHECK(count(xml, odf ? "</table:table-row>" : "</w:tr>") == 4 + 2500 + 3 * 80);
      CHECK(count(xml, ">R619<") == 1);
      CHECK(count(xml, ">R620<") == 2);
      CHECK(count(xml, ">R699<") == 2);
      CHECK(count(xml, ">R700<") == 1);
      CHECK(count(xml, "\"rap_part_0\"") == 1);
      CHECK(count(xml, "\"rap_part_3_on\"") == 1);
      CHECK(count(xml, odf ? "fo:break-before=\"page\"" : "<w:pageBreakBefore") == (odf ? 1 : 3));
    }
    SUBCASE("one of many thousands: parts of a thousand rows") {
      const std::string xml = part_long_tables(markup, long_table(markup, 12'000));
      CHECK(count(xml, ">Head<") == 12);
    }
    SUBCASE("merged rows keep it whole") {
      const std::string xml =
          long_table(markup, 1500, odf ? " table:number-rows-spanned=\"2\"" : "<w:vMerge/>");
      CHECK(count(part_long_tables(markup, xml), "rap_part_") == 0);
    }
  }
}

}  // namespace rapporteur::template_
