// The main job: the six documents of samples/pan-1325, from both drawn templates, read back.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>

#include "base/files.hpp"
#include "documents.hpp"
#include "pan_1325.hpp"

namespace rapporteur::test {

namespace {

const std::string binary = BINARY_DIR "/bin/rapporteur";

/// Built once for all tests: template kind -> folder of six documents.
const std::string& built(const std::string& template_kind) {
  static const TemporaryDirectory folder;
  static std::map<std::string, std::string> done;
  std::string& out = done[template_kind];
  if (out.empty()) {
    out = (folder.path() / template_kind).string();
    int status = -1;
    const std::string said =
        run(binary + " build " SOURCE_DIR "/samples/pan-1325 --lang fr,en --to odt,docx,pdf" +
                " --template " + template_kind + " --messages en --out " + out + " 2>&1",
            &status);
    INFO(said);
    REQUIRE(status == 0);
  }
  return out;
}

std::string document(const std::string& template_kind, const std::string& language,
                     const std::string& kind) {
  return built(template_kind) + "/pan-1325.national-budget." + language + "." + kind;
}

/// Calls `check` for each template and language.
template <class Check>
void each(Check check) {
  for (const std::string drawn : {"odt", "docx"}) {
    for (const std::string language : {"fr", "en"}) {
      CAPTURE(drawn);
      CAPTURE(language);
      check(drawn, language);
    }
  }
}

Rows budget_table(const std::string& file) {
  auto tables = tables_of(file);
  REQUIRE(!tables.empty());
  return *std::ranges::max_element(tables, {}, [](const Rows& rows) { return rows.size(); });
}

std::size_t budget_index(const std::string& file) {
  const auto tables = tables_of(file);
  const auto largest =
      std::ranges::max_element(tables, {}, [](const Rows& rows) { return rows.size(); });
  return static_cast<std::size_t>(largest - tables.begin());
}

Row amounts(const std::array<int, 3>& years, int total, const std::string& language) {
  return {printed(years[0], language), printed(years[1], language), printed(years[2], language),
          printed(total, language)};
}

Row without_first(const Row& row) {
  return {row.begin() + 1, row.end()};
}

void check_budget(const std::string& file, const std::string& language) {
  CAPTURE(file);
  const Rows rows = budget_table(file);
  REQUIRE(rows.size() == 46);
  CHECK(rows[0].size() == 2);  // Activities | Budget (…) over years and total
  CHECK(rows[0][1] == (language == "fr" ? "Budget (en F\u00A0CFA)" : "Budget (CFA francs, XOF)"));
  CHECK(rows[1] == (language == "fr" ? Row{"An 1", "An 2", "An 3", "Total"}
                                     : Row{"Year 1", "Year 2", "Year 3", "Total"}));
  std::size_t at = 2;
  for (const Axis& axis : axes()) {
    CHECK(rows[at].size() == 1);  // merged across
    CHECK(!rows[at][0].empty());
    ++at;
    for (const Activity& activity : axis.activities) {
      CAPTURE(rows[at][0]);
      CHECK(without_first(rows[at]) == amounts(activity.years, activity.total, language));
      CHECK(rows[at][0].size() > 15);
      ++at;
    }
    CHECK(without_first(rows[at]) == amounts(axis.years, axis.declared, language));
    ++at;
  }
  CHECK(without_first(rows[at]) == amounts(grand_years, grand_declared, language));
}

int tenths(const std::string& percent) {
  int value = 0;
  for (const char c : percent) {
    value = c >= '0' && c <= '9' ? value * 10 + (c - '0') : value;
  }
  return value;
}

}  // namespace

TEST_CASE("the budget table has 46 rows and every amount of the source") {
  each([](const std::string& drawn, const std::string& language) {
    check_budget(document(drawn, language, "odt"), language);
    check_budget(document(drawn, language, "docx"), language);
  });
}

TEST_CASE("both templates give the same content") {
  for (const std::string language : {"fr", "en"}) {
    CAPTURE(language);
    CHECK(tables_of(document("odt", language, "odt")) ==
          tables_of(document("docx", language, "odt")));
    CHECK(tables_of(document("odt", language, "docx")) ==
          tables_of(document("docx", language, "docx")));
    CHECK(footnotes_of(document("odt", language, "odt")) ==
          footnotes_of(document("docx", language, "docx")));
  }
}

TEST_CASE("header rows are repeated: as structure and on each page") {
  each([](const std::string& drawn, const std::string& language) {
    for (const std::string kind : {"odt", "docx"}) {
      const std::string file = document(drawn, language, kind);
      CHECK(repeated_rows(file, budget_index(file)) == 2);
    }
    const std::string pdf = document(drawn, language, "pdf");
    const std::string header = language == "fr" ? "Budget (en F CFA)" : "Budget (CFA francs, XOF)";
    const std::string figure = language == "fr" ? " 000 000" : ",000,000";
    int pages_with_rows = 0;
    for (const std::string& text : pages_of(pdf)) {
      // A page with more figures than a sentence holds is a page of the budget table.
      std::size_t figures = 0;
      for (auto at = text.find(figure); at != std::string::npos; at = text.find(figure, at + 1)) {
        ++figures;
      }
      if (figures > 8) {
        ++pages_with_rows;
        CHECK(text.find(header) != std::string::npos);
      }
    }
    CHECK(pages_with_rows >= 2);
  });
}

TEST_CASE("the wrong row and its consequences are marked with footnotes") {
  each([](const std::string& drawn, const std::string& language) {
    for (const std::string kind : {"odt", "docx"}) {
      const auto notes = footnotes_of(document(drawn, language, kind));
      REQUIRE(notes.size() >= 3);
      CHECK(notes[0].find(printed(95, language)) != std::string::npos);
      CHECK(notes[0].find(printed(90, language)) != std::string::npos);
      CHECK(notes[1].find(printed(495, language)) != std::string::npos);
      CHECK(notes[2].find(printed(1271, language)) != std::string::npos);
    }
    const std::string pdf =
        plain_spaces(run("pdftotext " + document(drawn, language, "pdf") + " -"));
    CHECK(pdf.find(plain_spaces(printed(1271, language))) != std::string::npos);
  });
}

TEST_CASE("shares add to exactly 100 in each column") {
  each([](const std::string& drawn, const std::string& language) {
    for (const Rows& rows : tables_of(document(drawn, language, "odt"))) {
      if (rows.size() != 46 && rows.size() >= 7 && rows.back().size() == 5) {
        for (std::size_t column = 1; column < 5; ++column) {
          int sum = 0;
          for (std::size_t row = rows.size() - 6; row + 1 < rows.size(); ++row) {
            sum += tenths(rows[row][column]);
          }
          CHECK(sum == 1000);
          CHECK(tenths(rows.back()[column]) == 1000);
        }
        return;
      }
    }
    FAIL("no table of shares");
  });
}

TEST_CASE("no tag and no token is left, no path of this machine") {
  each([](const std::string& drawn, const std::string& language) {
    for (const std::string kind : {"odt", "docx"}) {
      const std::string file = document(drawn, language, kind);
      for (const std::string& part : parts_of(file)) {
        const std::string text = part_of(file, part);
        CAPTURE(part);
        CHECK(text.find("{{") == std::string::npos);
        CHECK(text.find("\uE000") == std::string::npos);
        CHECK(text.find("file:///") == std::string::npos);
        CHECK(text.find(SOURCE_DIR) == std::string::npos);
        CHECK(text.find("rapporteur-") == std::string::npos);
      }
    }
    const std::string text = run("pdftotext " + document(drawn, language, "pdf") + " -");
    CHECK(text.find("{{") == std::string::npos);
    CHECK(text.find("}}") == std::string::npos);
    CHECK(text.find("\uE000") == std::string::npos);
  });
}

TEST_CASE("the contents list names the pages where the headings stand") {
  each([](const std::string& drawn, const std::string& language) {
    const std::string pdf = document(drawn, language, "pdf");
    const auto pages = pages_of(pdf);
    const std::regex entry(R"( *(\S[^.]*)\.{4,} ?(\d+) *)");
    int entries = 0;
    for (const std::string& page : pages) {
      std::istringstream lines(page);
      for (std::string line; std::getline(lines, line);) {
        std::smatch found;
        if (line.find("....") == std::string::npos || !std::regex_match(line, found, entry)) {
          continue;
        }
        const std::string heading = found[1];
        const auto number = static_cast<std::size_t>(std::stoi(found[2]));
        CAPTURE(heading);
        REQUIRE(number >= 1);
        REQUIRE(number <= pages.size());
        CHECK(pages[number - 1].find(heading) != std::string::npos);
        ++entries;
      }
    }
    CHECK(entries >= 3);
  });
}

TEST_CASE("PDF: tagged, PDF/A-2b and PDF/UA, bookmarks, title, language, header cells, fonts") {
  each([](const std::string& drawn, const std::string& language) {
    const std::string pdf = document(drawn, language, "pdf");
    const std::string info = run("pdfinfo " + pdf);
    CHECK(info.find("Tagged:          yes") != std::string::npos);
    CHECK(std::regex_search(info, std::regex("Title: +\\S")));
    const std::string bytes = read_file(pdf).value();
    CHECK(bytes.find("<pdfaid:part>2</pdfaid:part>") != std::string::npos);
    CHECK(bytes.find("<pdfaid:conformance>B</pdfaid:conformance>") != std::string::npos);
    CHECK(bytes.find("<pdfuaid:part>1</pdfuaid:part>") != std::string::npos);
    CHECK(bytes.find("/Outlines") != std::string::npos);
    CHECK(bytes.find(language == "fr" ? "/Lang(fr-FR)" : "/Lang(en-GB)") != std::string::npos);
    CHECK(bytes.find("/DisplayDocTitle true") != std::string::npos);
    // 6 header cells in the budget table, 5 in the table of shares; repeated ones are artifacts.
    const std::string structure = run("pdfinfo -struct " + pdf + " 2>/dev/null");
    std::size_t cells = 0;
    for (auto at = structure.find("TH"); at != std::string::npos;
         at = structure.find("TH", at + 1)) {
      ++cells;
    }
    CHECK(cells == 11);
    const std::string fonts = run("pdffonts " + pdf + " | tail -n +3");
    CHECK(!fonts.empty());
    std::istringstream lines(fonts);
    for (std::string line; std::getline(lines, line);) {
      CAPTURE(line);
      CHECK(line.find("Carlito") != std::string::npos);
      CHECK(std::regex_search(line, std::regex(" yes +yes +(yes|no) ")));
    }
  });
}

TEST_CASE("the header cells of the PDF carry the words of the header") {
  // poppler takes half a minute for the text of a structure: one document stands for the four.
  const std::string structure =
      run("pdfinfo -struct-text " + document("odt", "fr", "pdf") + " 2>/dev/null");
  const auto header = structure.find("TH:");
  REQUIRE(header != std::string::npos);
  const std::string cells = structure.substr(header, 400);
  CHECK(cells.find("Activités") != std::string::npos);
  CHECK(cells.find("TD") == std::string::npos);
}

TEST_CASE("title and language are set in ODT and DOCX") {
  each([](const std::string& drawn, const std::string& language) {
    const std::string country = language == "fr" ? "FR" : "GB";
    const std::string odt = document(drawn, language, "odt");
    CHECK(part_of(odt, "meta.xml").find("1325") != std::string::npos);
    CHECK(part_of(odt, "styles.xml")
              .find("fo:language=\"" + language + "\" fo:country=\"" + country + "\"") !=
          std::string::npos);
    const std::string docx = document(drawn, language, "docx");
    CHECK(part_of(docx, "docProps/core.xml").find("1325") != std::string::npos);
    CHECK(part_of(docx, "word/styles.xml").find("w:val=\"" + language + "-" + country + "\"") !=
          std::string::npos);
    CHECK(part_of(docx, "word/footer1.xml").find("PAGE") != std::string::npos);
  });
}

TEST_CASE("computed totals on demand") {
  const TemporaryDirectory folder;
  const std::string plan = (folder.path() / "pan-1325").string();
  REQUIRE(run("cp -r " SOURCE_DIR "/samples/pan-1325 " + plan +
              " && sed -i 's/declared$/computed/' " + plan + "/plan.yaml && echo copied") ==
          "copied\n");
  int status = -1;
  (void)run(binary + " build " + plan + " --lang en --to odt --out " + folder.path().string() +
                " 2>/dev/null",
            &status);
  REQUIRE(status == 0);
  const Rows rows = budget_table((folder.path() / "pan-1325.national-budget.en.odt").string());
  REQUIRE(rows.size() == 46);
  CHECK(rows.back().back() == printed(1271, "en"));
  CHECK(rows[32].back() == printed(495, "en"));
  CHECK(rows[28].back() == printed(90, "en"));
}

}  // namespace rapporteur::test
