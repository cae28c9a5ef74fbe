#include <doctest/doctest.h>

#include "support.hpp"

namespace rapporteur::review::test {
namespace {

std::string run(const std::string& text) {
  return "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}
std::string para(const std::string& inner) {
  return "<w:p>" + inner + "</w:p>";
}
std::string by(const std::string& author) {
  return " w:id=\"1\" w:author=\"" + author + "\" w:date=\"2024-03-04T10:00:00Z\"";
}
std::string ins(const std::string& text, const std::string& author = "Awa") {
  return "<w:ins" + by(author) + ">" + run(text) + "</w:ins>";
}
std::string del(const std::string& text, const std::string& author = "Awa") {
  return "<w:del" + by(author) + "><w:r><w:delText>" + text + "</w:delText></w:r></w:del>";
}
std::string start(int id) {
  return "<w:commentRangeStart w:id=\"" + std::to_string(id) + "\"/>";
}
std::string end(int id) {
  const std::string number = std::to_string(id);
  return "<w:commentRangeEnd w:id=\"" + number + "\"/><w:r><w:commentReference w:id=\"" + number +
         "\"/></w:r>";
}
std::string comment(int id, const std::string& text, const std::string& author = "Awa") {
  const std::string number = std::to_string(id);
  return "<w:comment w:id=\"" + number + "\" w:author=\"" + author + "\"><w:p w14:paraId=\"P" +
         number + "\">" + run(text) + "</w:p></w:comment>";
}
std::pair<std::string, std::string> comments(const std::string& all) {
  return {"word/comments.xml", "<w:comments>" + all + "</w:comments>"};
}
std::pair<std::string, std::string> threads(const std::string& all) {
  return {"word/commentsExtended.xml", "<w15:commentsEx>" + all + "</w15:commentsEx>"};
}
std::string inserted_end() {
  return "<w:pPr><w:rPr><w:ins" + by("Awa") + "/></w:rPr></w:pPr>";
}

TEST_CASE("docx: changes are rejected, and told") {
  SUBCASE("insertion, deletion, replacement") {
    const Document document =
        opened(docx(para(run("Un ") + ins("très ") + run("grand ") + del("plan") + ins("projet") +
                         run(" a") + del("bc") + run("."))));
    CHECK(paragraphs(document) == "Un grand plan abc.\n");
    CHECK(remarks(document) ==
          "insertion Awa +très  @0:3-3\n"
          "replacement Awa -plan +projet @0:9-13\n"
          "deletion Awa -bc @0:15-17\n");
  }
  SUBCASE("runs that Word has split are one change; two authors are two") {
    const Document document = opened(docx(para(
        del("deux ") + "<w:proofErr w:type=\"spellStart\"/>" + del("mots") + del("x", "Jean"))));
    CHECK(remarks(document) ==
          "deletion Awa -deux mots @0:0-9\n"
          "deletion Jean -x @0:9-10\n");
  }
  SUBCASE("what one put in and another took out again was never ours") {
    const Document document = opened(docx(
        para(run("a") + "<w:ins" + by("Awa") + ">" + run("b") + del("c", "Jean") + "</w:ins>")));
    CHECK(paragraphs(document) == "a\n");
    CHECK(remarks(document) == "insertion Awa +b @0:1-1\n");
  }
  SUBCASE("a paragraph of the reviewer's own is no paragraph of ours") {
    const Document document =
        opened(docx(para(run("un")) + para(inserted_end() + ins("nouveau")) + para(run("deux"))));
    CHECK(paragraphs(document) == "un\ndeux\n");
    CHECK(remarks(document) == "insertion Awa +nouveau @1:0-0\n");
  }
  SUBCASE("a paragraph that was split is one") {
    const Document document =
        opened(docx(para(inserted_end() + run("Avant ")) + para(run("après"))));
    CHECK(paragraphs(document) == "Avant après\n");
  }
  SUBCASE("a paragraph that was taken out") {
    const Document document =
        opened(docx(para(run("un")) +
                    para("<w:pPr><w:rPr><w:del" + by("Awa") + "/></w:rPr></w:pPr>" + del("deux")) +
                    para(run("trois"))));
    CHECK(paragraphs(document) == "un\ndeux\ntrois\n");
    CHECK(remarks(document) == "deletion Awa -deux @1:0-4\n");
  }
  SUBCASE("a move has both its places") {
    const Document document = opened(docx(
        para("<w:moveFromRangeStart w:id=\"1\" w:name=\"move1\"/><w:moveFrom" + by("Awa") + ">" +
             run("mot ") + "</w:moveFrom><w:moveFromRangeEnd w:id=\"1\"/>" + run("reste")) +
        para(run("fin ") + "<w:moveToRangeStart w:id=\"2\" w:name=\"move1\"/><w:moveTo" +
             by("Awa") + ">" + run("mot") + "</w:moveTo><w:moveToRangeEnd w:id=\"2\"/>")));
    CHECK(paragraphs(document) == "mot reste\nfin \n");
    CHECK(remarks(document) == "move Awa -mot  +mot @0:0-4 @1:4-4\n");
  }
  SUBCASE("a row that was taken out is one change, two cells that were changed are two") {
    const auto cell = [](const std::string& inner) { return "<w:tc>" + para(inner) + "</w:tc>"; };
    const Document document =
        opened(docx("<w:tbl><w:tr><w:trPr><w:del" + by("Awa") + "/></w:trPr>" + cell(del("a")) +
                    cell(del("b")) + "</w:tr><w:tr>" + cell(del("1") + ins("2")) +
                    cell(del("3") + ins("4")) + "</w:tr></w:tbl>"));
    CHECK(paragraphs(document) == "a\nb\n1\n3\n");
    CHECK(remarks(document) ==
          "deletion Awa -ab @0:0-1 @1:0-1\n"
          "replacement Awa -1 +2 @2:0-1\n"
          "replacement Awa -3 +4 @3:0-1\n");
  }
  SUBCASE("a blank cell keeps its place") {
    const Document document = opened(docx("<w:tbl><w:tr><w:tc>" + para(run("a")) + "</w:tc><w:tc>" +
                                          para(ins("5")) + "</w:tc></w:tr></w:tbl>"));
    CHECK(paragraphs(document) == "a\n\n");
    CHECK(remarks(document) == "insertion Awa +5 @1:0-0\n");
  }
  SUBCASE("looks are counted, not listed") {
    const Document document = opened(
        docx(para("<w:pPr><w:pPrChange" + by("Awa") + "/></w:pPr><w:r><w:rPr><w:b/><w:rPrChange" +
                  by("Awa") + "/></w:rPr><w:t>x</w:t></w:r>")));
    CHECK(document.formatting == 2);
    CHECK(document.remarks.empty());
  }
}

TEST_CASE("docx: comments") {
  SUBCASE("over several runs, with an answer, settled") {
    const Document document =
        opened(docx(para(run("Le ") + start(0) + start(1) + run("grand") + run(" plan") + end(0) +
                         end(1) + run(".")),
                    {comments(comment(0, "Lequel ?") + comment(1, "Celui-ci.", "Jean")),
                     threads("<w15:commentEx w15:paraId=\"P0\" w15:done=\"1\"/><w15:commentEx "
                             "w15:paraId=\"P1\" w15:paraIdParent=\"P0\" w15:done=\"1\"/>")}));
    CHECK(remarks(document) == "comment Awa 'Lequel ?' resolved > Jean: Celui-ci. @0:3-13\n");
  }
  SUBCASE("over several paragraphs and cells") {
    const Document document =
        opened(docx(para(run("a") + start(0) + run("b")) + "<w:tbl><w:tr><w:tc>" + para(run("cd")) +
                        "</w:tc></w:tr></w:tbl>" + para(run("e") + end(0)),
                    {comments(comment(0, "Tout ?"))}));
    CHECK(remarks(document) == "comment Awa 'Tout ?' @0:1-2 @1:0-2 @2:0-1\n");
  }
  SUBCASE("at a place, without a range") {
    const Document document =
        opened(docx(para(run("ab") + "<w:r><w:commentReference w:id=\"0\"/></w:r>" + run("c")),
                    {comments(comment(0, "Ici."))}));
    CHECK(remarks(document) == "comment Awa 'Ici.' @0:2-2\n");
  }
  SUBCASE("answers that go round in a ring end") {
    const Document document = opened(
        docx(para(start(0) + run("a") + end(0)),
             {comments(comment(0, "x") + comment(1, "y")),
              threads("<w15:commentEx w15:paraId=\"P0\" w15:paraIdParent=\"P1\"/><w15:commentEx "
                      "w15:paraId=\"P1\" w15:paraIdParent=\"P0\"/>")}));
    CHECK(remarks(document) == "comment Awa 'x' > Awa: y @0:0-1\n");
  }
}

TEST_CASE("docx: what is text and what is not") {
  SUBCASE("fields: links keep their words, page numbers and contents do not count") {
    const auto field = [](const std::string& code, const std::string& result) {
      return "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> " + code +
             " </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + result +
             "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    };
    const Document document =
        opened(docx(para(field("TOC \\o", field("HYPERLINK \\l x", run("Titre")) +
                                              field("PAGEREF x", run("3")))) +
                    para(run("Page ") + field("PAGE", run("4")) +
                         field("HYPERLINK \"http://x\"", run("le site"))) +
                    para("<w:fldSimple w:instr=\" NUMPAGES \">" + run("9") + "</w:fldSimple>")));
    CHECK(paragraphs(document) == "Page le site\n");
  }
  SUBCASE("notes, headers, text boxes once, covered cells") {
    const Document document = opened(docx(
        para(run("a") + "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" +
             para(run("boîte")) + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" +
             para(run("boîte")) + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>" +
             run("b")) +
            "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
        {{"word/header1.xml", "<w:hdr>" + para(run("haut")) + "</w:hdr>"},
         {"word/footnotes.xml", "<w:footnotes><w:footnote w:type=\"separator\">" + para(run("—")) +
                                    "</w:footnote><w:footnote>" + para(run("au pied") + del(".")) +
                                    "</w:footnote></w:footnotes>"}}));
    CHECK(paragraphs(document) == "boîte\nab\nnote: au pied.\nmargin: haut\n");
    CHECK(remarks(document) == "deletion Awa -. @2:7-8\n");
  }
  SUBCASE("pages are known where Word laid the document out") {
    const std::string body =
        para(run("un")) + para("<w:r><w:lastRenderedPageBreak/><w:t>deux</w:t></w:r>");
    CHECK(opened(docx(body)).paragraphs[1].page == 0);
    const Document word =
        opened(docx(body, {{"docProps/app.xml", "<x>Microsoft Office Word</x>"}}));
    CHECK(word.paragraphs[0].page == 1);
    CHECK(word.paragraphs[1].page == 2);
  }
  SUBCASE("private-use characters are no marks of ours") {
    CHECK(paragraphs(opened(docx(para(run("a\uE0041\uE005b\uE006"))))) == "a1b\n");
  }
}

TEST_CASE("a document that is refused") {
  CHECK(refusal("no zip at all") == "review-not-a-document");
  package::Package other;
  other.set("xl/workbook.xml", "<x/>");
  CHECK(refusal(other.write()) == "review-not-a-document");
  CHECK(refusal(docx("<w:p>")) == "review-broken");
  CHECK(refusal(docx("<w:p/>", {{"word/comments.xml", "<!DOCTYPE x><w:comments/>"}})) ==
        "review-broken");
  std::string deep;
  for (int i = 0; i < 5000; ++i) {
    deep += "<w:sdt>";
  }
  CHECK(refusal(docx(deep)) == "review-broken");
  CHECK(refusal("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(100, 'x')) ==
        "review-not-a-document");
}

}  // namespace
}  // namespace rapporteur::review::test
