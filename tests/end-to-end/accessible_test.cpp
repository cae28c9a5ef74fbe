// What assistive technology finds in the PDF of a long report: headings, head cells, languages and
// alternative texts, in the order of the document that the same run wrote as ODT.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <pugixml.hpp>

#include "mptf_narrative.hpp"
#include "pdf_structure.hpp"
#include "scratch.hpp"

namespace rapporteur::test {
namespace {

bool is_heading(const std::string& type) {
  return type.size() == 2 && type[0] == 'H' && type[1] >= '1' && type[1] <= '6';
}

bool is_block(const std::string& type) {
  return type == "P" || type == "Caption" || type == "LBody" || is_heading(type);
}

/// Headings, tables with the number of their head cells, pictures: as the PDF has them.
std::vector<std::string> outline_of(const std::vector<PdfElement>& elements) {
  std::vector<std::string> outline;
  std::vector<int> heads;
  for (const PdfElement& element : elements) {
    if (is_heading(element.type) || element.type == "Figure") {
      outline.push_back(element.type);
      heads.push_back(-1);
    } else if (element.type == "Table") {
      outline.emplace_back("Table");
      heads.push_back(0);
    } else if (element.type == "TH") {
      ++*std::ranges::find_if(heads.rbegin(), heads.rend(), [](int count) { return count >= 0; });
    }
  }
  for (std::size_t i = 0; i < outline.size(); ++i) {
    outline[i] += heads[i] < 0 ? "" : " " + std::to_string(heads[i]);
  }
  return outline;
}

class Odt : public pugi::xml_tree_walker {
 public:
  explicit Odt(const std::string& file) {
    content_.load_string(part_of(file, "content.xml").c_str(),
                         pugi::parse_default | pugi::parse_ws_pcdata);
    for (const auto& style : content_.select_nodes("//style:style")) {
      languages_[std::string(style.node().attribute("style:family").value()) + " " +
                 style.node().attribute("style:name").value()] =
          style.node().child("style:text-properties").attribute("fo:language").value();
    }
    content_.traverse(*this);
  }
  bool for_each(pugi::xml_node& node) override {
    const std::string name = node.name();
    if (name == "text:h") {
      outline_.push_back("H" + std::string(node.attribute("text:outline-level").value()));
    } else if (name == "table:table") {
      outline_.push_back(
          "Table " +
          std::to_string(node.select_nodes("./table:table-header-rows//table:table-cell").size()));
    } else if (name == "draw:image") {
      outline_.emplace_back("Figure");
      alts_.emplace_back(node.parent().child("svg:desc").text().get());
    }
    if ((name == "text:h" || name == "text:p") && is_in(node, "en")) {
      ++english_;
    }
    return true;
  }
  std::vector<std::string> outline_;
  std::vector<std::string> alts_;
  int english_ = 0;  ///< paragraphs with words marked as English

 private:
  [[nodiscard]] bool is_in(const pugi::xml_node& node, const std::string& language) const {
    const auto style =
        languages_.find((std::string(node.name()) == "text:span" ? "text " : "paragraph ") +
                        std::string(node.attribute("text:style-name").value()));
    if (style != languages_.end() && style->second == language) {
      return true;
    }
    return std::ranges::any_of(node.children("text:span"),
                               [&](const pugi::xml_node& span) { return is_in(span, language); });
  }

  pugi::xml_document content_;
  std::map<std::string, std::string> languages_;
};

std::vector<std::string> documents() {
  std::vector<std::string> all;
  for (const std::string form : {"spotlight", "general"}) {
    for (const std::string language : {"fr", "en"}) {
      all.push_back(built_narrative(form).place + language);
    }
  }
  return all;
}

/// Blocks with a part in one of these languages.
int blocks_in(const std::vector<PdfElement>& elements, const std::string& language) {
  int count = 0;
  bool is_counted = true;
  for (const PdfElement& element : elements) {
    if (is_block(element.type)) {
      is_counted = false;
    }
    if (!is_counted && element.language.starts_with(language)) {
      is_counted = true;
      ++count;
    }
  }
  return count;
}

}  // namespace

TEST_CASE("accessible: headings, head cells and pictures in the order of the document") {
  for (const std::string& document : documents()) {
    CAPTURE(document);
    const auto elements = pdf_structure(document + ".pdf");
    REQUIRE(elements.size() > 1000);
    CHECK(elements[0].type == "Document");
    const Odt drawn(document + ".odt");
    CHECK(outline_of(elements) == drawn.outline_);
    int level = 0;
    for (const PdfElement& element : elements) {
      if (is_heading(element.type)) {
        CHECK(element.type[1] - '0' <= level + 1);
        level = element.type[1] - '0';
      }
    }
    // every table of data names its columns; the form's grid and the cards are no such tables
    const auto outline = outline_of(elements);
    CHECK(std::ranges::count(outline, "Table 0") <= 2);
  }
}

TEST_CASE("accessible: every picture has its alternative text") {
  for (const std::string& document : documents()) {
    CAPTURE(document);
    std::vector<std::string> alts;
    for (const PdfElement& element : pdf_structure(document + ".pdf")) {
      if (element.type == "Figure") {
        CHECK(!element.alt.empty());
        alts.push_back(element.alt);
      }
    }
    CHECK(alts == Odt(document + ".odt").alts_);
  }
  CHECK(Odt(spotlight("fr.odt")).alts_.size() == 6);
}

TEST_CASE("accessible: the language of the document, and of each foreign passage") {
  for (const std::string form : {"spotlight", "general"}) {
    CHECK(pdf_language(built_narrative(form).place + "fr.pdf") == "fr-FR");
    CHECK(pdf_language(built_narrative(form).place + "en.pdf") == "en-GB");
  }
  // annex A is English in the French report, and nothing else is
  const auto french = pdf_structure(spotlight("fr.pdf"));
  const int english = Odt(spotlight("fr.odt")).english_;
  CHECK(english > 500);
  CHECK(blocks_in(french, "en") == english);
  std::vector<std::size_t> chapters;
  for (std::size_t i = 0; i < french.size(); ++i) {
    if (french[i].type == "H1") {
      chapters.push_back(i);
    }
  }
  const auto is_foreign = [](const PdfElement& element) {
    return element.language.starts_with("en");
  };
  const std::size_t annex_a = chapters[chapters.size() - 4];
  const std::size_t annex_b = chapters[chapters.size() - 3];
  CHECK(std::none_of(french.begin(), french.begin() + static_cast<std::ptrdiff_t>(annex_a),
                     is_foreign));
  CHECK(std::any_of(french.begin() + static_cast<std::ptrdiff_t>(annex_a),
                    french.begin() + static_cast<std::ptrdiff_t>(annex_b), is_foreign));
  CHECK(std::none_of(french.begin() + static_cast<std::ptrdiff_t>(annex_b), french.end(),
                     is_foreign));
  // what was not translated is French in the English report
  CHECK(blocks_in(pdf_structure(spotlight("en.pdf")), "fr") > 100);
}

TEST_CASE("accessible: words in the order of reading, as pdfinfo reads the tags") {
  const ScratchReport report(
      "return { rows = { 'A1', 'A2' }, text = r.markdown('Premier.\\n\\n- puce\\n') }");
  report.draw_odt(
      "<text:h text:style-name=\"Heading_20_1\" "
      "text:outline-level=\"1\">Titre</text:h><text:p>{{text}}</text:p>"
      "<table:table><table:table-column/"
      "><table:table-header-rows><table:table-row><table:table-cell>"
      "<text:p>Tête</text:p></table:table-cell></table:table-row></table:table-header-rows>"
      "<table:table-row><table:table-cell><text:p>{{#each rows as x}}{{x}}{{/each}}</text:p>"
      "</table:table-cell></table:table-row></table:table><text:p>Fin</text:p>");
  int status = -1;
  (void)report.build("--lang fr --to pdf", &status);
  REQUIRE(status == 0);
  const std::string tags = run("pdfinfo -struct-text " + report.out("plan.scratch.fr.pdf"));
  INFO(tags);
  std::size_t at = 0;
  for (const std::string one : {"H1", "\"Titre\"", "\"Premier.\"", "LBody", "puce", "Table", "TH",
                                "\"Tête\"", "TD", "\"A1A2\"", "\"Fin\""}) {
    CAPTURE(one);
    at = tags.find(one, at);
    REQUIRE(at != std::string::npos);
  }
}

}  // namespace rapporteur::test
