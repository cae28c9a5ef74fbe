#include <doctest/doctest.h>

#include "support.hpp"

namespace rapporteur::review::test {
namespace {

std::string para(const std::string& inner) {
  return "<text:p>" + inner + "</text:p>";
}
std::string region(const std::string& id, const std::string& kind, const std::string& inner = "") {
  return "<text:changed-region text:id=\"" + id + "\"><text:" + kind +
         "><office:change-info><dc:creator>Awa</dc:creator><dc:date>2024-03-04T10:00:00</dc:date>"
         "</office:change-info>" +
         inner + "</text:" + kind + "></text:changed-region>";
}
std::string tracked(const std::string& regions) {
  return "<text:tracked-changes>" + regions + "</text:tracked-changes>";
}
std::string at(const std::string& what, const std::string& id) {
  return "<text:change" + what + " text:change-id=\"" + id + "\"/>";
}
std::string annotation(const std::string& attributes, const std::string& text) {
  return "<office:annotation " + attributes +
         "><dc:creator>Awa</dc:creator><dc:date>2024-03-04</dc:date><text:p>" + text +
         "</text:p></office:annotation>";
}

TEST_CASE("odt: changes are rejected, and told") {
  SUBCASE("insertion and deletion at one place are a replacement") {
    const Document document = opened(
        odt(tracked(region("d", "deletion", para("plan")) + region("i", "insertion")) +
            para("Le " + at("", "d") + at("-start", "i") + "projet" + at("-end", "i") + ".")));
    CHECK(paragraphs(document) == "Le plan.\n");
    CHECK(remarks(document) == "replacement Awa -plan +projet @0:3-7\n");
  }
  SUBCASE("what was taken out over two paragraphs parts them again") {
    const Document document = opened(odt(tracked(region("d", "deletion", para("b") + para("c"))) +
                                         para("a" + at("", "d") + "d")));
    CHECK(paragraphs(document) == "ab\ncd\n");
    CHECK(remarks(document) == "deletion Awa -bc @0:1-2 @1:0-1\n");
  }
  SUBCASE("a paragraph of the reviewer's own") {
    const Document document =
        opened(odt(tracked(region("i", "insertion")) + para("un" + at("-start", "i")) +
                   para("nouveau" + at("-end", "i")) + para("deux")));
    CHECK(paragraphs(document) == "un\ndeux\n");
    CHECK(remarks(document) == "insertion Awa +nouveau @0:2-2\n");
  }
  SUBCASE("looks are counted") {
    CHECK(opened(odt(tracked(region("f", "format-change")) + para("x"))).formatting == 1);
  }
  SUBCASE("a region unfolds once, whatever points to it") {
    const Document document = opened(odt(tracked(region("d", "deletion", para("x"))) +
                                         para(at("", "d") + at("", "d") + at("", "none"))));
    CHECK(paragraphs(document) == "x\n");
  }
}

TEST_CASE("odt: comments") {
  SUBCASE("over a stretch, settled") {
    const Document document = opened(
        odt(para("Le " + annotation("office:name=\"1\" loext:resolved=\"true\"", "Lequel ?") +
                 "<text:span>grand</text:span> plan<office:annotation-end office:name=\"1\"/>.")));
    CHECK(paragraphs(document) == "Le grand plan.\n");
    CHECK(remarks(document) == "comment Awa 'Lequel ?' resolved @0:3-13\n");
  }
  SUBCASE("at a place; an answer") {
    const Document document =
        opened(odt(para("ab" + annotation("office:name=\"1\"", "Ici.") +
                        annotation("office:name=\"2\" loext:parent-name=\"1\"", "Oui."))));
    CHECK(remarks(document) == "comment Awa 'Ici.' > Awa: Oui. @0:2-2\n");
  }
}

TEST_CASE("odt: what is text and what is not") {
  const Document document = opened(odt(
      "\n  " +
          para(
              "a<text:s text:c=\"99999999\"/>b<text:note><text:note-citation>1</text:note-citation>"
              "<text:note-body>" +
              para("note") + "</text:note-body></text:note>") +
          "<text:table-of-content><text:index-body><text:index-title>" + para("Sommaire") +
          "</text:index-title>" + para("Titre 3") + "</text:index-body></text:table-of-content>" +
          "<table:table><table:table-row><table:table-cell>" + para("c") +
          "</table:table-cell><table:covered-table-cell>" + para("") +
          "</table:covered-table-cell></table:table-row></table:table>" +
          para("<text:page-number>4</text:page-number>"),
      "<style:master-page><style:footer>" + para("Page <text:page-number>1</text:page-number>") +
          "</style:footer></style:master-page>"));
  CHECK(paragraphs(document) == "note: note\na b\nSommaire\nc\nmargin: Page \n");
}

}  // namespace
}  // namespace rapporteur::review::test
