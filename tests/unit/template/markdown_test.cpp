#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support.hpp"
#include "template/markdown.hpp"

using namespace rapporteur;
using namespace rapporteur::template_;

namespace {

std::string shown(const std::vector<Run>& runs) {
  std::string out;
  for (const Run& run : runs) {
    out += out.empty() ? "[" : " [";
    for (const auto& [is_set, name] :
         {std::pair(run.strong, "strong "), std::pair(run.emphasis, "em "),
          std::pair(run.code, "code "), std::pair(run.struck, "struck "),
          std::pair(run.symbol, "symbol ")}) {
      out += is_set ? name : "";
    }
    out += run.link.empty() ? "" : run.link + " ";
    out += run.language.empty() ? "" : run.language + " ";
    out += run.text;
    out += run.note_number == 0 ? "" : fmt::format(" note{}", run.note_number);
    out += run.note.empty() ? "" : " note=" + shown(run.note);
    out += "]";
  }
  return out;
}

std::string shown(const Block& block) {
  std::string out;
  switch (block.kind) {
    case BlockKind::paragraph:
      out = "p";
      break;
    case BlockKind::heading:
      out = fmt::format("h{}", block.level);
      break;
    case BlockKind::list_item:
      out = fmt::format("{}{}{}", block.ordered ? "ol" : "ul", block.level,
                        block.starts_list ? fmt::format(" from {}", block.number) : "");
      break;
    case BlockKind::quote:
      out = "quote";
      break;
  }
  out += block.labelled ? "" : " more";
  out += block.task == Task::none ? "" : block.task == Task::done ? " done" : " open";
  return out + (block.runs.empty() ? "" : " ") + shown(block.runs);
}

// "table l r" with its alignments, then a row a line.
std::string shown(const TextTable& table) {
  std::string out = "table";
  for (const Align align : table.columns) {
    out += std::string(" ") + "-lrc"[static_cast<std::size_t>(align)];
  }
  for (const TextTable::Row& row : table.rows) {
    out += "\n ";
    for (const TextTable::Cell& cell : row) {
      out += " | " + shown(cell);
    }
  }
  return out;
}

Narrative read(std::string source, Diagnostics& diagnostics, int level = 0,
               std::string language = "") {
  std::int64_t notes = 0;
  const view::Markdown markdown{
      std::move(source), std::move(language), {.file = "intro.fr.md", .row = 1}};
  return read_markdown(markdown, level, "fr", notes, diagnostics);
}

// A line a block: kind and level, then its runs with their looks.
std::string shown(std::string source, Diagnostics& diagnostics, int level = 0,
                  std::string language = "") {
  const Narrative text = read(std::move(source), diagnostics, level, std::move(language));
  std::string out;
  auto table = text.tables.begin();
  for (std::size_t i = 0; i <= text.blocks.size(); ++i) {
    for (; table != text.tables.end() && table->before == i; ++table) {
      (out += out.empty() ? "" : "\n") += shown(*table);
    }
    if (i < text.blocks.size()) {
      (out += out.empty() ? "" : "\n") += shown(text.blocks[i]);
    }
  }
  CHECK(table == text.tables.end());
  return out;
}

std::string shown(std::string source) {
  Diagnostics diagnostics;
  std::string out = shown(std::move(source), diagnostics);
  CHECK(diagnostics.empty());
  return out;
}

}  // namespace

TEST_CASE("Markdown: paragraphs, looks, links") {
  CHECK(shown("Un *deux* **trois** `x`\nsuite\\\nligne") ==
        "p [Un ] [em deux] [ ] [strong trois] [ ] [code x] [ suite\nligne]");
  CHECK(shown("[site](https://x.org/a) et <mailto:a@b.org>") ==
        "p [https://x.org/a site] [ et ] [mailto:a@b.org mailto:a@b.org]");
}

TEST_CASE("Markdown: French typography is not touched") {
  CHECK(shown("« L’accès » : 12\u202F%... -- \"x\"") == "p [« L’accès » : 12\u202F%... -- \"x\"]");
}

TEST_CASE("Markdown: headings go under the template's") {
  Diagnostics diagnostics;
  CHECK(shown("# A\n\n## B\n\nt", diagnostics, 1) == "h2 [A]\nh3 [B]\np [t]");
  CHECK(shown("###### A", diagnostics, 3) == "h6 [A]");
}

TEST_CASE("Markdown: lists, nested, ordered, several") {
  CHECK(shown("- a\n- b\n  1. c\n  2. d\n- e") ==
        "ul1 from 1 [a]\nul1 [b]\nol2 from 1 [c]\nol2 [d]\nul1 [e]");
  CHECK(shown("3. a\n4. b\n\n> q\n") == "ol1 from 3 [a]\nol1 [b]\nquote [q]");
}

TEST_CASE("Markdown: a further paragraph of an item has no bullet of its own") {
  CHECK(shown("- a\n\n  b\n\n  - c\n\n  d\n- e") ==
        "ul1 from 1 [a]\nul1 more [b]\nul2 from 1 [c]\nul1 more [d]\nul1 [e]");
}

TEST_CASE("Markdown: task marks") {
  CHECK(shown("- [ ] a\n- [x] **b**\n  - [X] c\n- d") ==
        "ul1 from 1 open [a]\nul1 done [strong b]\nul2 from 1 done [c]\nul1 [d]");
  CHECK(shown("- [x] a\n\n  b") == "ul1 from 1 done [a]\nul1 more [b]");
  // A number stays: the text may point to it.
  CHECK(shown("1. [ ] a\n2. [x] b") ==
        "ol1 from 1 [symbol ☐] [\u00A0] [a]\nol1 [symbol ☑] [\u00A0] [b]");
  CHECK(shown("[x] no item") == "p [[x] no item]");
}

TEST_CASE("Markdown: ticks are set in a font that has them") {
  CHECK(shown("Fait ✓ ou ✗.") == "p [Fait ] [symbol ✓] [ ou ] [symbol ✗] [.]");
}

TEST_CASE("Markdown: bare addresses are links, and end where a reader ends them") {
  CHECK(shown("https://un.org/a et www.un.org.") ==
        "p [https://un.org/a https://un.org/a] [ et ] [http://www.un.org www.un.org] [.]");
  CHECK(shown("«\u00A0https://un.org/a\u00A0» :") ==
        "p [«\u00A0] [https://un.org/a https://un.org/a] [\u00A0» :]");
  CHECK(shown("“https://un.org/a.” www.un.org\u202F;") ==
        "p [“] [https://un.org/a https://un.org/a] [.” ] [http://www.un.org www.un.org] "
        "[\u202F;]");
  CHECK(shown("a.b@un.org") == "p [mailto:a.b@un.org a.b@un.org]");
}

TEST_CASE("Markdown: struck-out text is a finding, one tilde is none") {
  Diagnostics diagnostics;
  CHECK(shown("~5 à ~10, ~~1 200~~ 1 350", diagnostics) ==
        "p [~5 à ~10, ] [struck 1 200] [ 1 350]");
  CHECK(test::told(diagnostics) == "markdown-struck");
}

TEST_CASE("Markdown: tables") {
  CHECK(shown("| A | *B* | C | D |\n|---|:--|--:|:-:|\n| a | **b** | 1 204 | |\n| c\\|d | "
              "<https://x.org> | x<br>y | `z` |\n") ==
        "table - l r c\n"
        "  | [A] | [em B] | [C] | [D]\n"
        "  | [a] | [strong b] | [1 204] | \n"
        "  | [c|d] | [https://x.org https://x.org] | [x\ny] | [code z]");
  CHECK(shown("avant\n| A |\n|---|\n| 1 |\n\naprès\n\n| B |\n|---|\n\n| C |\n|---|") ==
        "p [avant]\ntable -\n  | [A]\n  | [1]\np [après]\ntable -\n  | [B]\ntable -\n  | [C]");
  CHECK(shown("1. a\n\n   | A |\n   |---|\n   | 1 |\n2. b\n\n> | Q |\n> |---|\n> | 2 |") ==
        "ol1 from 1 [a]\ntable -\n  | [A]\n  | [1]\nol1 [b]\ntable -\n  | [Q]\n  | [2]");
}

TEST_CASE("Markdown: rows that lose or lack cells are told with their line") {
  Diagnostics diagnostics;
  CHECK(
      shown("| A | B |\n|---|---|\n| 1 | 2 | 3 |\na | b\n| 4 |\nSource : enquête\n", diagnostics) ==
      "table - -\n  | [A] | [B]\n  | [1] | [2]\n  | [a] | [b]\n  | [4] | \n  | [Source : "
      "enquête] | ");
  CHECK(test::told(diagnostics) == "markdown-table-row\nmarkdown-table-row\nmarkdown-table-row");
  CHECK(diagnostics.all()[0].origin.row == 3);
  CHECK(diagnostics.all()[1].origin.row == 5);
  CHECK(diagnostics.all()[2].origin.row == 6);
}

TEST_CASE("Markdown: a table that is none, and one that no page holds") {
  Diagnostics diagnostics;
  CHECK(shown("| a | b |\n|---|\n| 1 | 2 |\n", diagnostics) == "p [| a | b | |---| | 1 | 2 |]");
  std::string head;
  std::string rule;
  for (int i = 0; i < 70; ++i) {
    head += "|a";
    rule += "|-";
  }
  CHECK(read(head + "|\n" + rule + "-|\n", diagnostics).tables.empty());
  CHECK(test::told(diagnostics) == "markdown-table\nmarkdown-table");
}

TEST_CASE("Markdown: a table as lines, for places that take none") {
  Diagnostics diagnostics;
  const auto lines = [&](std::string source, std::string_view language) {
    std::string out;
    for (const Block& block : in_lines(read(std::move(source), diagnostics), language)) {
      (out += out.empty() ? "" : "\n") += shown(block);
    }
    return out;
  };
  CHECK(lines("x\n\n| | A[^1] | B |\n|-|-|-|\n| a | 1 | |\n| b | 2 | 3 |\n\n[^1]: n\n", "fr") ==
        "p [x]\n"
        "p [a] [\u00A0; ] [strong A note=[n]] [\u00A0: ] [1]\n"
        "p [b] [\u00A0; ] [strong A] [\u00A0: ] [2] [\u00A0; ] [strong B] [\u00A0: ] [3]");
  CHECK(lines("| A |\n|-|\n| 1 |\n\nx", "en") == "p [strong A] [: ] [1]\np [x]");
}

TEST_CASE("Markdown: footnotes and language") {
  CHECK(shown("A[^1] b.\n\n[^1]: The *note*, [x](https://x.org).\n\n    Second **part**.\n\n    - "
              "c\n") ==
        "p [A note=[The ] [em note] [, ] [https://x.org x] [. Second ] [strong part] [. c]] [ b.]");
  Diagnostics diagnostics;
  CHECK(shown("Hello[^a]\n\n[^a]: Note", diagnostics, 0, "en") == "p [en Hello note=[en Note]]");
  CHECK(shown("[^a][^b]\n\n[^a]: A\n[^b]: B") == "p [ note=[A]] [ note=[B]]");
}

TEST_CASE("Markdown: a note called twice is set once, and referred to") {
  CHECK(shown("A[^x] B[^y]\n\n| H[^x] |\n|---|\n| 1[^z] |\n\nC[^z]\n\n[^x]: X\n[^y]: Y\n[^z]: Z") ==
        "p [A note1 note=[X]] [ B note=[Y]]\n"
        "table -\n  | [H note1]\n  | [1 note2 note=[Z]]\n"
        "p [C note2]");
}

TEST_CASE("Markdown: notes that miss their call or their words, or call others") {
  Diagnostics diagnostics;
  CHECK(shown("A[^x] B[^none] `[^code]`\n\n[^x]: see [^x] and [^y]\n[^y]: Y\n[^unused]: U\n",
              diagnostics) == "p [A note1 note=[see  and ]] [ B[^none] ] [code [^code]]");
  CHECK(test::told(diagnostics) ==
        "markdown-note-unused\nmarkdown-note-nested\nmarkdown-note-nested\n"
        "markdown-note-missing");
  CHECK(diagnostics.all()[0].origin.row == 5);
  CHECK(diagnostics.all()[3].origin.row == 1);
  Diagnostics blocks;
  CHECK(shown("A[^x]\n\n[^x]: n\n\n    | a |\n    |---|\n", blocks) == "p [A note=[n]]");
  CHECK(test::told(blocks) == "markdown-note-block");
}

TEST_CASE("Markdown: what is no content is a finding with its line") {
  Diagnostics diagnostics;
  CHECK(shown("a\n\n<div>x</div>\n\nb <b>c</b>\n\n![alt](x.png)\n\n---\n\n[x](javascript:1)\n",
              diagnostics) == "p [a]\np [b c]\np [x]");
  CHECK(test::told(diagnostics) ==
        "markdown-html\nmarkdown-html\nmarkdown-html\nmarkdown-image\nmarkdown-rule\n"
        "markdown-link");
  CHECK(diagnostics.all()[0].origin.row == 3);
  CHECK(diagnostics.all()[3].origin.row == 7);
  CHECK(diagnostics.all()[0].origin.file == "intro.fr.md");
}

TEST_CASE("Markdown: private characters and hostile input") {
  CHECK(shown("a\uE000x.1\uE001b") == "p [ax.1b]");
  Diagnostics diagnostics;
  CHECK(shown(std::string(20'000, '>') + "x", diagnostics).empty());
  CHECK(test::told(diagnostics) == "markdown-deep");
  CHECK(shown("", diagnostics).empty());
}

TEST_CASE("fills go through bytes and back") {
  Diagnostics diagnostics;
  const Narrative text =
      read("# A\n\n1. b[^1] [^1] ~~c~~ ✓\n- [x] d\n\n  e\n\n[^1]: *n*\n", diagnostics, 1, "en");
  std::vector<Fill> fills{
      {.token = "\uE000a.1\uE001", .blocks = {{.runs = {{.text = "x", .note = {{.text = "y"}}}}}}},
      {.token = "t", .is_inline = false, .blocks = text.blocks}};
  fills[1].blocks[0].after_table = true;
  const std::string bytes = encode(fills);
  const auto back = decode_fills(bytes);
  REQUIRE(back);
  CHECK(encode(*back) == bytes);
  CHECK((*back)[0].blocks[0].runs[0].note.at(0).text == "y");
  CHECK((*back)[1].blocks[0].after_table);
  for (std::size_t i = 0; i < text.blocks.size(); ++i) {
    CHECK(shown((*back)[1].blocks[i]) == shown(text.blocks[i]));
  }
  CHECK(uses_symbols(*back));
  CHECK_FALSE(uses_symbols({(*back)[0]}));
  CHECK_FALSE((*back)[1].is_inline);
  CHECK((*back)[1].blocks[0].kind == BlockKind::heading);
  CHECK((*back)[1].blocks[0].level == 2);
  CHECK((*back)[1].blocks[1].ordered);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(decode_fills(bytes.substr(0, size)));
  }
  CHECK_FALSE(decode_fills(bytes + "x"));
}
