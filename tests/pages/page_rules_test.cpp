// Each page rule fails on a document that breaks it, at the right page and text, and is silent on
// one that keeps them all.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/files.hpp"
#include "docx_rules.hpp"
#include "made_documents.hpp"
#include "page_rules.hpp"

namespace rapporteur::pages {

namespace {

std::string paragraph(const std::string& text, const std::string& style = "Standard") {
  return "<text:p text:style-name=\"" + style + "\">" + text + "</text:p>";
}

std::string paragraphs(int count) {
  std::string all;
  for (int i = 1; i <= count; ++i) {
    all += paragraph("Line number " + std::to_string(i) + " of the text.");
  }
  return all;
}

std::string rows(int count) {
  std::string all;
  for (int i = 1; i <= count; ++i) {
    all += row("Activity " + std::to_string(i) + "|12 000 000");
  }
  return all;
}

std::string text_style(const std::string& name, const std::string& properties) {
  return "<style:style style:name=\"" + name +
         "\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">"
         "<style:text-properties " +
         properties + "/></style:style>";
}

std::string heading(const std::string& text) {
  return "<text:h text:style-name=\"Heading\" text:outline-level=\"1\">" + text + "</text:h>";
}

std::string frame(const std::string& text, const std::string& top) {
  return "<draw:frame draw:style-name=\"Over\" text:anchor-type=\"paragraph\" svg:x=\"20mm\" "
         "svg:y=\"" +
         top +
         "\" svg:width=\"40mm\" svg:height=\"10mm\"><draw:text-box>"
         "<text:p>" +
         text + "</text:p></draw:text-box></draw:frame>";
}

const std::string tall_cell =
    "<table:table-row table:style-name=\"Tearable\"><table:table-cell><text:p>one</text:p>"
    "<text:p>two</text:p><text:p>three</text:p><text:p>four</text:p><text:p>five</text:p>"
    "</table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell>"
    "</table:table-row>";
const std::string tearable =
    "<style:style style:name=\"Tearable\" style:family=\"table-row\">"
    "<style:table-row-properties fo:keep-together=\"auto\"/></style:style>";
const std::string shaded =
    "<style:style style:name=\"Shaded\" style:family=\"table-cell\">"
    "<style:table-cell-properties fo:background-color=\"#1f4e5a\"/></style:style>";

/// What reports are made of: a landscape section, groups of rows merged across a page end, marks in
/// many narrow cells, a numbered list, notes called in cells, a row higher than half a page.
Made hard_document() {
  const std::string note =
      "<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>"
      "<text:note-body><text:p>Declared by the plan; the years give less.</text:p>"
      "</text:note-body></text:note>";
  std::string groups;
  for (int i = 0; i < 24; ++i) {
    const std::string label =
        i % 8 != 0 ? "<table:covered-table-cell/>"
                   : "<table:table-cell table:number-rows-spanned=\"8\"><text:p>Pillar " +
                         std::to_string(i / 8 + 1) + "</text:p></table:table-cell>";
    const std::string row_text = row("Activity " + std::to_string(i % 3) + "|x||x|12");
    const std::size_t first = row_text.find('>') + 1;
    groups += row_text.substr(0, first) + label + row_text.substr(first);
  }
  std::string tall = "<table:table-row table:style-name=\"Tearable\">";
  for (const std::string side : {"Left", "Right"}) {
    tall += "<table:table-cell>";
    for (int i = 1; i <= 18; ++i) {
      tall += "<text:p>" + side + " statement " + std::to_string(i) + "</text:p>";
    }
    tall += "</table:table-cell>";
  }
  tall += "</table:table-row>";
  return {paragraph("The same text stands here and there.") +
              "<text:list text:style-name=\"Numbers\"><text:list-item><text:p>First "
              "point</text:p></text:list-item><text:list-item><text:p>Second point</text:p>"
              "</text:list-item></text:list>" +
              table(2, row("Total" + note + "|12 000 000") + tall + row("Total|12 000 000"),
                    row("Activities|Budget")) +
              paragraph("The same text stands here and there.", "ToWide") +
              table(6, groups, row("Group|Activities|T1|T2|T3|Total"), "Wide") +
              paragraph("The same text stands here and there.", "ToNarrow"),
          tearable +
              "<style:style style:name=\"ToWide\" style:family=\"paragraph\" "
              "style:parent-style-name=\"Standard\" style:master-page-name=\"Wide\"/>"
              "<style:style style:name=\"ToNarrow\" style:family=\"paragraph\" "
              "style:parent-style-name=\"Standard\" style:master-page-name=\"Standard\"/>"
              "<style:style style:name=\"Wide\" style:family=\"table\"><style:table-properties "
              "table:align=\"left\" style:width=\"100mm\"/></style:style>"
              "<text:list-style style:name=\"Numbers\"><text:list-level-style-number "
              "text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/></text:list-style>"};
}

std::map<std::string, Made> documents() {
  const std::string header = row("Activities|Budget");
  const std::string note =
      "<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>"
      "<text:note-body><text:p>Source: the ministry.</text:p></text:note-body></text:note>";
  return {
      {"good",
       {heading("Budget") + paragraph("The budget" + note + " of the plan.") +
        table(2, rows(30), header) + paragraph("After the table.")}},
      {"hard", hard_document()},
      {"small-body",
       {paragraph("Large enough.") + paragraph("Too small.", "Small"),
        text_style("Small", "fo:font-size=\"8.5pt\"")}},
      {"small-table",
       {table(2, row("Fine|7.5 points", "Row", "Least") + row("Tiny|7 points", "Row", "Tiny"),
              header),
        text_style("Least", "fo:font-size=\"7.5pt\"") +
            text_style("Tiny", "fo:font-size=\"7pt\"")}},
      {"hidden",
       {paragraph("Seen.") + paragraph("Never seen.", "Hidden"),
        text_style("Hidden", "text:display=\"none\"")}},
      {"narrow",
       {table(2, row("Institutionnalisation|12 000 000"), "", "Narrow"),
        "<style:style style:name=\"Narrow\" style:family=\"table\">"
        "<style:table-properties table:align=\"left\" style:width=\"24mm\"/>"
        "</style:style>"}},
      {"pale",
       {paragraph("Readable.") + paragraph("Pale grey.", "Pale") +
            "<table:table table:name=\"Made\"><table:table-column/><table:table-row>"
            "<table:table-cell table:style-name=\"Shaded\"><text:p>Dark on dark</text:p>"
            "</table:table-cell></table:table-row></table:table>",
        text_style("Pale", "fo:color=\"#8a8a8a\"") + shaded}},
      {"pale-footer",
       {paragraph("Text."),
        "<style:style style:name=\"Faint\" style:family=\"text\"><style:text-properties "
        "fo:color=\"#9a9a9a\"/></style:style>",
        "Page <text:page-number/> of <text:page-count/> "
        "<text:span text:style-name=\"Faint\">draft</text:span>"}},
      {"outdented",
       {paragraph("Inside.") + paragraph("Outside.", "Out"),
        "<style:style style:name=\"Out\" style:family=\"paragraph\" "
        "style:parent-style-name=\"Standard\"><style:paragraph-properties "
        "fo:margin-left=\"-8mm\" fo:text-indent=\"0mm\"/></style:style>"}},
      {"frames",
       {paragraph("Text." + frame("Underneath here", "50mm") + frame("Overlying there", "51mm")),
        "<style:style style:name=\"Over\" style:family=\"graphic\">"
        "<style:graphic-properties style:wrap=\"run-through\" style:vertical-pos=\"from-top\" "
        "style:vertical-rel=\"paragraph\" style:horizontal-pos=\"from-left\" "
        "style:horizontal-rel=\"paragraph\"/></style:style>"}},
      {"foot", {paragraphs(3) + heading("Lonely heading") + paragraph("Next page.", "NewPage")}},
      {"no-count",
       {paragraph("One.") + paragraph("Two.", "NewPage"), "", "Page <text:page-number/>"}},
      {"wrong-number",
       {paragraph("One.") + paragraph("Two.", "NewPage"), "",
        "Page <text:page-number text:page-adjust=\"1\"/> of <text:page-count/>"}},
      {"no-header", {table(2, rows(30))}},
      {"torn", {table(2, rows(15) + tall_cell + rows(2), header), tearable}},
      {"fixed",
       {table(2,
              "<table:table-row table:style-name=\"Fixed\"><table:table-cell>"
              "<text:p>A text of several lines that no row of five millimetres can "
              "hold</text:p></table:table-cell><table:table-cell><text:p>12</text:p>"
              "</table:table-cell></table:table-row>"),
        "<style:style style:name=\"Fixed\" style:family=\"table-row\">"
        "<style:table-row-properties style:row-height=\"5mm\"/></style:style>"}},
  };
}

/// Path of a made document, without its ending.
const std::string& made_path(const std::string& name) {
  static const TemporaryDirectory folder;
  static const std::map<std::string, std::string> paths =
      make_documents(documents(), folder.path().string());
  return paths.at(name);
}

const Layout& made(const std::string& name) {
  static std::map<std::string, Layout> layouts;
  const auto found = layouts.find(name);
  if (found != layouts.end()) {
    return found->second;
  }
  return layouts[name] = read_layout(made_path(name) + ".odt", made_path(name) + ".pdf");
}

/// One fault, of this rule, page and text: nothing more.
void only(const std::string& name, const std::string& rule, int page, const std::string& text) {
  const Faults faults = page_faults(made(name));
  CAPTURE(name);
  CAPTURE(described(faults));
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].rule == rule);
  CHECK(faults[0].page == page);
  CHECK(faults[0].text == text);
}

}  // namespace

TEST_CASE("a document that keeps the rules has no fault, and all of it was seen") {
  const Layout& layout = made("good");
  CHECK_MESSAGE(page_faults(layout).empty(), described(page_faults(layout)));
  CHECK(layout.pages.size() >= 2);
  CHECK(layout.text.tables.size() == 1);
  CHECK(std::count_if(layout.words.begin(), layout.words.end(), [](const LaidWord& word) {
          return word.repeated;
        }) == 2 * static_cast<long>(layout.pages.size() - 1));
}

TEST_CASE("landscape, merged groups, marks, lists and notes are followed") {
  const Layout& layout = made("hard");
  CHECK_MESSAGE(page_faults(layout).empty(), described(page_faults(layout)));
  CHECK(std::any_of(layout.styles.begin(), layout.styles.end(),
                    [](const PageStyle& style) { return style.width > style.height; }));
  CHECK(layout.styles.front().name == "Standard");
  CHECK(layout.styles.back().name == "Standard");
  const std::vector<int> first = layout.first_pages();
  const std::vector<int> last = layout.last_pages();
  for (std::size_t i = 0; i < layout.text.paragraphs.size(); ++i) {
    CHECK(first[i] == last[i]);  // no paragraph here is longer than a line
  }
}

TEST_CASE("the DOCX of that document is sound, merged groups and all") {
  const Parts parts = read_parts(made_path("hard") + ".docx");
  const Faults faults = docx_faults(parts, made("hard").text);
  CHECK_MESSAGE(faults.empty(), described(faults));
  CHECK(made("hard").text.tables[1].spans.size() == 3);
}

TEST_CASE("text that is too small") {
  only("small-body", "small-text", 1, "Too small.");
  const Faults faults = small_text(made("small-table"));
  REQUIRE(faults.size() == 2);  // both cells of the second row
  CHECK(faults[0].text == "Tiny");
  CHECK(faults[1].text == "7 points");
}

TEST_CASE("text of the ODT that no page shows") {
  only("hidden", "lost-text", 0, "Never seen.");
}

TEST_CASE("text of the page that the ODT does not hold") {
  Layout layout = made("good");
  layout.words[5].part = Part::unread;
  const Faults faults = unread_text(layout);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].text == layout.words[5].word.text);
}

TEST_CASE("a word that its column breaks") {
  const Faults faults = broken_words(made("narrow"));
  REQUIRE(!faults.empty());
  CHECK(faults[0].text == "Institutionnalisation");
}

TEST_CASE("colours that cannot be read") {
  const Faults faults = low_contrast(made("pale"));
  REQUIRE(faults.size() == 2);
  CHECK(faults[0].text == "Pale grey.");
  CHECK(faults[0].what.starts_with("#8a8a8a on #ffffff is 3.4"));
  CHECK(faults[1].text == "Dark on dark");
  only("pale-footer", "low-contrast", 0, "draft");
}

TEST_CASE("text outside the margins") {
  only("outdented", "outside-margins", 1, "Outside.");
}

TEST_CASE("text over text") {
  const Faults faults = overlapping_text(made("frames"));
  REQUIRE(!faults.empty());
  CHECK(faults[0].page == 1);
}

TEST_CASE("a heading at the foot of a page") {
  only("foot", "heading-at-foot", 1, "Lonely heading");
}

TEST_CASE("a last page that holds nothing") {
  Layout layout = made("good");
  CHECK(empty_end(layout).empty());
  layout.styles.push_back(layout.styles.back());
  REQUIRE(empty_end(layout).size() == 1);
  CHECK(empty_end(layout)[0].page == static_cast<int>(layout.styles.size()));
}

TEST_CASE("page numbers that lack or lie") {
  only("no-count", "page-number", 2, "");
  const Faults faults = page_numbers(made("wrong-number"));
  REQUIRE(!faults.empty());
  CHECK(faults[0].what == "does not read 1 of 2");
}

TEST_CASE("a table that goes on without its header") {
  const Faults faults = header_not_repeated(made("no-header"));
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].page == 2);
  Layout layout = made("good");
  layout.words.erase(std::remove_if(layout.words.begin(), layout.words.end(),
                                    [](const LaidWord& word) {
                                      return word.repeated && word.word.text == "Budget";
                                    }),
                     layout.words.end());
  REQUIRE(!header_not_repeated(layout).empty());
  CHECK(header_not_repeated(layout)[0].text == "Budget");
}

TEST_CASE("a header alone at the foot of a page") {
  Layout layout = made("good");
  for (LaidWord& word : layout.words) {  // every row one page later than its header
    const auto& cell = layout.text.paragraphs[word.paragraph].cell;
    word.page += word.part == Part::text && cell && !cell->header ? 1 : 0;
  }
  REQUIRE(header_alone(layout).size() == 1);
  CHECK(header_alone(layout)[0].page == 1);
}

TEST_CASE("a torn row") {
  only("torn", "torn-row", 1, "one");
}

TEST_CASE("text that its cell cuts off") {
  const Faults faults = clipped_cells(made("fixed"));
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].page == 1);
  Layout layout = made("good");
  for (LaidWord& word : layout.words) {
    if (word.word.text == "Activity") {
      word.word.box.right += 100;
      break;
    }
  }
  REQUIRE(clipped_cells(layout).size() == 1);
  CHECK(clipped_cells(layout)[0].text == "Activity 1");
}

}  // namespace rapporteur::pages
