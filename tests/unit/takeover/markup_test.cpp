// What editors do to a form: split runs, controls, fields, merged cells, nested tables.
#include <doctest/doctest.h>

#include "support.hpp"

namespace rapporteur::takeover {

using testing::bound;
using testing::docx;
using testing::file;
using testing::p;
using testing::part;
using testing::table;
using testing::taken;

namespace {

bool holds(const std::string& text, const std::string& what) {
  return text.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("a gap that Word split over runs is replaced where it stands") {
  const Takeover made = taken(docx(
      "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Coun</w:t></w:r><w:proofErr w:type=\"spellStart\"/>"
      "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">try: </w:t></w:r><w:r><w:t>___</w:t>"
      "</w:r><w:r><w:t>_____ (where it works)</w:t></w:r></w:p>"));
  const std::string xml = part(made, "word/document.xml");
  CHECK(holds(xml, ">{{country}}</w:t>"));
  CHECK(holds(xml, "> (where it works)</w:t>"));
  CHECK_FALSE(holds(xml, "__"));
}

TEST_CASE("content controls, form fields and merge fields become tags") {
  const std::string control =
      "<w:p><w:r><w:t xml:space=\"preserve\">Country: </w:t></w:r><w:sdt><w:sdtPr><w:alias "
      "w:val=\"Where\"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click or tap here to "
      "enter text.</w:t></w:r></w:sdtContent></w:sdt></w:p>";
  const std::string field =
      "<w:p><w:r><w:t xml:space=\"preserve\">Currency: </w:t></w:r><w:r><w:fldChar "
      "w:fldCharType=\"begin\"><w:ffData><w:name w:val=\"Text1\"/></w:ffData></w:fldChar></w:r>"
      "<w:r><w:instrText> FORMTEXT </w:instrText></w:r><w:r><w:fldChar "
      "w:fldCharType=\"separate\"/></w:r><w:r><w:t>     </w:t></w:r><w:r><w:fldChar "
      "w:fldCharType=\"end\"/></w:r></w:p>";
  const std::string merge =
      "<w:p><w:fldSimple w:instr=\" MERGEFIELD Contract_number \"><w:r><w:t>«x»</w:t></w:r>"
      "</w:fldSimple></w:p>";
  CHECK(bound(control + field + merge) ==
        "Country -> {{country}}\nCurrency -> {{currency}}\nContract_number -> {{reference}}\n");
}

TEST_CASE("a control that somebody filled in, and a page number, stay as they are") {
  const Takeover made = taken(docx(
      "<w:p><w:sdt><w:sdtPr><w:alias w:val=\"Fund\"/></w:sdtPr><w:sdtContent><w:r><w:t>Peace "
      "Fund</w:t></w:r></w:sdtContent></w:sdt><w:fldSimple w:instr=\"PAGE\"><w:r><w:t>1</w:t></w:r>"
      "</w:fldSimple></w:p>"));
  CHECK(made.bound.empty());
  CHECK(holds(part(made, "word/document.xml"), "Peace Fund"));
  CHECK(holds(part(made, "word/document.xml"), "PAGE"));
}

TEST_CASE("cells beside their label, below it, and boxes with a title") {
  CHECK(bound(table("Project title| \nCountry| |Currency| ")) ==
        "Project title -> {{title}}\nCountry -> {{country}}\nCurrency -> {{currency}}\n");
  CHECK(bound(table("Project title|Country|Total budget\n | | ")) ==
        "Project title -> {{title}}\nCountry -> {{country}}\nTotal budget -> {{budget_total | "
        "money currency}}\n");
  CHECK(bound(table("Main achievements\n ")) ==
        "Main achievements -> {{texts.results | under3}}\n");
  CHECK(bound(p("1. How was the community consulted?") + table(" ")) ==
        "How was the community consulted? -> {{texts.how-was-community-consulted | under3}}\n");
}

TEST_CASE("a column that names a currency prints the plan's in each cell") {
  const std::string in_euros = bound(table("Activity|Responsible|Budget (EUR)\n | | \n | | "));
  CHECK(in_euros.find("{{row.total | money currency}}") != std::string::npos);
  const std::string plain = bound(table("Activity|Responsible|Budget\n | | \n | | "));
  CHECK(plain.find("{{row.total}}") != std::string::npos);
}

TEST_CASE("blank rows under a known head are one row that repeats") {
  const Takeover made =
      taken(docx(table("Risk|Likelihood|Impact|Mitigation\n | | | \n | | | \n | | | ")));
  const std::string xml = part(made, "word/document.xml");
  CHECK(holds(xml, "{{#each risks as row}}{{row.title}}"));
  CHECK(holds(xml, "{{row.mitigation}}</w:t></w:r><w:r><w:t xml:space=\"preserve\">{{/each}}"));
  std::size_t rows = 0;
  for (std::size_t at = xml.find("<w:tr>"); at != std::string::npos;
       at = xml.find("<w:tr>", at + 1)) {
    ++rows;
  }
  CHECK(rows == 2);
  CHECK(holds(file(made, "view.lua"), "local risks = registers.risks(plan)"));
}

TEST_CASE("rows of one level, merged labels and all, become one") {
  const std::string merged =
      "<w:tbl><w:tr><w:tc>" + p("") + "</w:tc><w:tc>" + p("Indicator") + "</w:tc><w:tc>" +
      p("Baseline") + "</w:tc><w:tc>" + p("Target") +
      "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge " + "w:val=\"restart\"/></w:tcPr>" +
      p("Outcome 1") + "</w:tc><w:tc>" + p("") + "</w:tc><w:tc>" + p("") + "</w:tc><w:tc>" + p("") +
      "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>" + p("") + "</w:tc><w:tc>" + p("") +
      "</w:tc><w:tc>" + p("") + "</w:tc><w:tc>" + p("") + "</w:tc></w:tr></w:tbl>";
  const std::string xml = part(taken(docx(merged)), "word/document.xml");
  CHECK(holds(xml, "{{#each indicators_outcome as row}}{{row.result | merge}}"));
  CHECK_FALSE(holds(xml, "w:vMerge"));
}

TEST_CASE("a table that the plan does not have is a table of the writer's") {
  const Takeover made = taken(docx(table("Item|Serial number|Condition\n | | \n | | ")));
  CHECK(holds(file(made, "view.lua"), "form.own_rows(plan, \"item\", 3)"));
  CHECK(holds(file(made, "SLOTS.md"), "| Item | Serial number | Condition |"));
}

TEST_CASE("a heading with room, and one with nothing, get a text below them") {
  const std::string heading = "<w:pStyle w:val=\"Heading1\"/>";
  CHECK(bound(p("1. Summary", "", heading) + p("") + p("") + p("2. Gender", "", heading)) ==
        "Summary -> {{texts.summary | under1}}\nGender -> {{texts.gender | under1}}\n");
}

TEST_CASE("instructions to the writer print only where the option says so") {
  const Takeover made =
      taken(docx(p("1. Summary", "", "<w:pStyle w:val=\"Heading1\"/>") +
                 p("Please describe the project in a few words.", "<w:i/>") + p("")));
  const std::string xml = part(made, "word/document.xml");
  const std::size_t open = xml.find("{{#if guidance}}");
  const std::size_t text = xml.find("Please describe");
  const std::size_t close = xml.find("{{/if}}");
  REQUIRE(close != std::string::npos);
  CHECK(open < text);
  CHECK(text < close);
  CHECK(close < xml.find("{{texts.summary"));
  CHECK(holds(file(made, "plugin.lua"), "guidance = {"));
}

TEST_CASE("what is reserved for the donor, or shaded among cells that are not, is left alone") {
  const std::string reserved = bound(table("For agency use only\nVoucher| "));
  CHECK(reserved == " -> reserved\n");
}

TEST_CASE("a form in a form, and text that only looks like one") {
  const std::string inner = "<w:p/>" + table("Country| ") + "<w:p/>";
  CHECK(bound(table("Cover|" + inner)) == "Country -> {{country}}\n");
  CHECK(bound(p("The agreement says: nothing is due.") + p("It ends here.")).empty());
}

TEST_CASE("a donor's quotes, backslashes and line ends do no harm in Lua") {
  const Takeover made = taken(docx(table("Say \"it\" \\ ]] twice| ")));
  CHECK(holds(file(made, "view.lua"), "-- Say \"it\" \\ ]] twice"));
  CHECK(holds(file(made, "view.lua"), "form.text(plan, \"say-it-twice\")"));
}

}  // namespace rapporteur::takeover
