// Expansion of a table of 8 columns: parse, clone, fill, serialise, no zip; the
// fastest of seven rounds, so that other work on the machine counts little. `growth` is the time
// per row against that of the smallest table: 1 is linear.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "template/runner.hpp"

namespace {

using namespace rapporteur;

constexpr int columns = 8;
constexpr int rounds = 7;

view::Value table(int rows) {
  view::List list;
  for (int row = 0; row < rows; ++row) {
    view::Map members;
    members.emplace_back("title", view::Value{view::Text{fmt::format("Activity {}", row), ""}});
    for (int column = 1; column < columns; ++column) {
      members.emplace_back(fmt::format("m{}", column),
                           view::Value{Money{row * std::int64_t{1'000'000} + column, "XOF"}});
    }
    list.push_back({.data = std::move(members)});
  }
  return {.data = view::Map{{"rows", {.data = std::move(list)}}}};
}

std::string drawing(template_::Markup markup) {
  const bool odf = markup == template_::Markup::odf;
  std::string cells;
  for (int column = 0; column < columns; ++column) {
    const std::string tag = column == 0 ? "{{#each rows as r}}{{r.title}}"
                                        : fmt::format("{{{{r.m{} | money}}}}{}", column,
                                                      column + 1 == columns ? "{{/each}}" : "");
    cells += odf ? fmt::format(
                       "<table:table-cell table:style-name=\"C{}\" "
                       "office:value-type=\"string\"><text:p text:style-name=\"P{}\">{}"
                       "</text:p></table:table-cell>",
                       column, column, tag)
                 : fmt::format(
                       "<w:tc><w:tcPr><w:tcW w:w=\"1200\" w:type=\"dxa\"/></w:tcPr><w:p>"
                       "<w:pPr><w:pStyle w:val=\"Cell{}\"/><w:jc w:val=\"right\"/></w:pPr>"
                       "<w:r><w:rPr><w:sz w:val=\"18\"/></w:rPr><w:t>{}</w:t></w:r></w:p>"
                       "</w:tc>",
                       column, tag);
  }
  return odf ? "<office:document-content><office:automatic-styles/><office:body><office:text>"
               "<table:table><table:table-column table:number-columns-repeated=\"8\"/>"
               "<table:table-row>" +
                   cells +
                   "</table:table-row></table:table></office:text></office:body>"
                   "</office:document-content>"
             : "<w:document><w:body><w:tbl><w:tblPr/><w:tblGrid/><w:tr>" + cells +
                   "</w:tr></w:tbl><w:p/></w:body></w:document>";
}

double milliseconds(template_::Markup markup, const view::Value& view) {
  const locale::Catalogue terms(std::map<std::string, std::string, std::less<>>{}, "fr");
  const locale::Formats formats;
  const std::string xml = drawing(markup);
  std::vector<double> times;
  for (int round = 0; round < rounds; ++round) {
    Diagnostics diagnostics;
    const auto start = std::chrono::steady_clock::now();
    const auto expanded =
        template_::expand_xml(markup, xml, {view, terms, formats, "fr", "abc"}, diagnostics);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    if (!expanded || expanded->xml.size() < 1000) {
      return -1;
    }
    times.push_back(took.count());
  }
  return *std::min_element(times.begin(), times.end());
}

}  // namespace

int main() {
  bool is_good = true;
  for (const auto markup : {template_::Markup::odf, template_::Markup::ooxml}) {
    double first = 0;
    for (const int rows : {2'000, 6'000, 20'000}) {
      const double time = milliseconds(markup, table(rows));
      first = first == 0 ? time / rows : first;
      const double growth = time / rows / first;
      is_good = is_good && time > 0 && growth <= 2 && (rows > 2'000 || time <= 30);
      fmt::print("expand markup={} rows={} columns={} ms={:.2f}{} growth={:.2f} limit=2\n",
                 markup == template_::Markup::odf ? "odf" : "ooxml", rows, columns, time,
                 rows == 2'000 ? " limit=30" : "", growth);
    }
  }
  return is_good ? 0 : 1;
}
