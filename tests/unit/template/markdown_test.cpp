#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support.hpp"

using namespace rapporteur;
using namespace rapporteur::template_;

namespace {

// A line a block: kind and level, then its runs with their looks.
std::string shown(std::string source, Diagnostics& diagnostics, int level = 0,
                  std::string language = "") {
  std::string out;
  const view::Markdown markdown{
      std::move(source), std::move(language), {.file = "intro.fr.md", .row = 1}};
  for (const Block& block : blocks_of(markdown, level, "fr", diagnostics)) {
    out += out.empty() ? "" : "\n";
    switch (block.kind) {
      case BlockKind::paragraph:
        out += "p";
        break;
      case BlockKind::heading:
        out += fmt::format("h{}", block.level);
        break;
      case BlockKind::list_item:
        out += fmt::format("{}{}{}", block.ordered ? "ol" : "ul", block.level,
                           block.starts_list ? fmt::format(" from {}", block.number) : "");
        break;
      case BlockKind::quote:
        out += "quote";
        break;
    }
    for (const Run& run : block.runs) {
      out +=
          fmt::format(" [{}{}{}{}{}{}{}]", run.strong ? "strong " : "", run.emphasis ? "em " : "",
                      run.code ? "code " : "", run.link.empty() ? "" : run.link + " ",
                      run.language.empty() ? "" : run.language + " ", run.text,
                      run.note.empty() ? "" : " note=" + run.note);
    }
  }
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

TEST_CASE("Markdown: footnotes and language") {
  CHECK(shown("A[^1] b.\n\n[^1]: The *note*.\n") == "p [A note=The note.] [ b.]");
  Diagnostics diagnostics;
  CHECK(shown("Hello", diagnostics, 0, "en") == "p [en Hello]");
}

TEST_CASE("Markdown: what is no content is a finding with its line") {
  Diagnostics diagnostics;
  CHECK(shown("a\n\n<div>x</div>\n\nb <b>c</b>\n\n![alt](x.png)\n\n---\n\n[x](javascript:1)\n\n"
              "| a | b |\n|---|---|\n| 1 | 2 |\n",
              diagnostics) == "p [a]\np [b c]\np [x]\np [| a | b | |---|---| | 1 | 2 |]");
  CHECK(test::told(diagnostics) ==
        "markdown-html\nmarkdown-html\nmarkdown-html\nmarkdown-image\nmarkdown-rule\n"
        "markdown-link\nmarkdown-table");
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
  const view::Markdown markdown{"# A\n\n1. b[^1]\n\n[^1]: n\n", "en", {}};
  const std::vector<Fill> fills{
      {.token = "\uE000a.1\uE001", .blocks = {{.runs = {{.text = "x", .note = "y"}}}}},
      {.token = "t", .is_inline = false, .blocks = blocks_of(markdown, 1, "fr", diagnostics)}};
  const std::string bytes = encode(fills);
  const auto back = decode_fills(bytes);
  REQUIRE(back);
  CHECK(encode(*back) == bytes);
  CHECK((*back)[0].blocks[0].runs[0].note == "y");
  CHECK_FALSE((*back)[1].is_inline);
  CHECK((*back)[1].blocks[0].kind == BlockKind::heading);
  CHECK((*back)[1].blocks[0].level == 2);
  CHECK((*back)[1].blocks[1].ordered);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(decode_fills(bytes.substr(0, size)));
  }
  CHECK_FALSE(decode_fills(bytes + "x"));
}
