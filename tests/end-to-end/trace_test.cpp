// --trace and --annotate: each printed figure with its page, its place on it, and its cell or
// formula.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>

#include "base/files.hpp"
#include "base/json.hpp"
#include "documents.hpp"

namespace rapporteur::test {
namespace {

namespace fs = std::filesystem;

std::string compact(const std::string& text) {
  std::string result = plain_spaces(text);
  std::erase_if(result, [](char byte) { return byte == ' ' || byte == '\n' || byte == '\f'; });
  return result;
}

/// A sample whose text quotes a fact, built with a trace and an annotated copy, and once without.
class Traced {
 public:
  explicit Traced(const std::string& kind) {
    const fs::path plan = folder_.path() / "pan-1325";
    fs::copy(SOURCE_DIR "/samples/pan-1325", plan, fs::copy_options::recursive);
    REQUIRE(write_file(plan / "tables/facts.csv", "name;value\nwomen;12 345\n"));
    const std::string text = *read_file(plan / "narrative/introduction.fr.md");
    REQUIRE(write_file(plan / "narrative/introduction.fr.md",
                       text + "\nAu total, **{{fact.women}} femmes**.\n"));
    const std::string build = BINARY_DIR "/bin/rapporteur build " + plan.string() +
                              " --lang fr --format national-budget --template " + kind + " --out ";
    int status = -1;
    const std::string said =
        run(build + out("with") + " --trace --annotate 2>&1 && " + build + out("plain") + " 2>&1",
            &status);
    INFO(said);
    REQUIRE(status == 0);
    json::Problem problem;
    trace_ = json::parse(file("with", "trace.json"), problem);
    REQUIRE(trace_.has_value());
  }

  [[nodiscard]] std::string name(const std::string& run, const std::string& end) const {
    return out(run) + "/pan-1325.national-budget.fr." + end;
  }
  [[nodiscard]] std::string file(const std::string& run, const std::string& end) const {
    return read_file(name(run, end)).value_or("");
  }
  [[nodiscard]] const std::vector<json::Value>& figures() const {
    return trace_->find("figures")->items;
  }
  /// The first figure that is printed so.
  [[nodiscard]] const json::Value* printed(const std::string& text) const {
    const auto found = std::ranges::find_if(figures(), [&](const json::Value& figure) {
      return plain_spaces(std::string(figure.string_at("printed"))) == text;
    });
    return found == figures().end() ? nullptr : &*found;
  }

 private:
  [[nodiscard]] std::string out(const std::string& run) const {
    return (folder_.path() / run).string();
  }
  TemporaryDirectory folder_;
  std::optional<json::Value> trace_;
};

const Traced& traced(const std::string& kind) {
  static std::map<std::string, Traced> built;
  return built.try_emplace(kind, kind).first->second;
}

/// What the PDF has at a place of a figure.
std::string at_place(const std::string& pdf, const json::Value& place) {
  const auto points = [&](const char* name) { return std::stod(place.find(name)->text); };
  const int x = static_cast<int>(std::floor(points("x"))) - 1;
  const int y = static_cast<int>(std::floor(points("y")));
  return run(fmt::format("pdftotext -f {0} -l {0} -x {1} -y {2} -W {3} -H {4} '{5}' -",
                         place.find("page")->text, x, y,
                         static_cast<int>(std::ceil(points("width"))) + 2,
                         static_cast<int>(std::ceil(points("height"))), pdf));
}

TEST_CASE("trace: each figure stands where the trace says, from both templates") {
  for (const std::string kind : {"odt", "docx"}) {
    CAPTURE(kind);
    const Traced& built = traced(kind);
    CHECK(built.figures().size() > 150);
    int looked_at = 0;
    for (const json::Value& figure : built.figures()) {
      const auto& places = figure.find("places")->items;
      CAPTURE(std::string(figure.string_at("printed")));
      REQUIRE_FALSE(places.empty());
      if (places.size() == 1 && figure.string_at("type") == "money" && looked_at < 25) {
        CHECK(compact(at_place(built.name("with", "pdf"), places[0]))
                  .find(compact(std::string(figure.string_at("printed")))) != std::string::npos);
        ++looked_at;
      }
      CHECK((figure.find("cell") != nullptr || figure.find("formula") != nullptr));
    }
    CHECK(looked_at == 25);
  }
}

TEST_CASE("trace: a cell, a sum of cells, a fact in a text") {
  const Traced& built = traced("odt");
  const json::Value* const fact = built.printed("12 345");
  REQUIRE(fact != nullptr);
  CHECK(fact->find("cell")->string_at("file") == "tables/facts.csv");
  CHECK(fact->find("cell")->find("row")->text == "2");

  const json::Value* const line = built.printed("12 000 000");
  REQUIRE(line != nullptr);
  CHECK(line->find("cell")->string_at("file") == "tables/budget_lines.csv");
  CHECK(line->find("cell")->string_at("text") == "12.000.000");  // as typed

  const auto sum = std::ranges::find_if(built.figures(), [](const json::Value& figure) {
    return figure.find("formula") != nullptr &&
           figure.find("formula")->string_at("operation") == "sum";
  });
  REQUIRE(sum != built.figures().end());
  const json::Value& cells = sum->find("formula")->find("cells")->items.front();
  CHECK(cells.string_at("file") == "tables/budget_lines.csv");
  CHECK(cells.string_at("column_name").starts_with("amount."));
  CHECK_FALSE(cells.find("rows")->items.empty());
}

TEST_CASE("trace: the documents themselves are the same bytes with and without") {
  for (const std::string kind : {"odt", "docx"}) {
    for (const std::string end : {"odt", "docx", "pdf"}) {
      INFO(kind, " ", end);
      CHECK(traced(kind).file("with", end) == traced(kind).file("plain", end));
    }
  }
}

TEST_CASE("annotate: a comment behind each figure, in both kinds of document") {
  for (const std::string kind : {"odt", "docx"}) {
    CAPTURE(kind);
    const Traced& built = traced(kind);
    const std::string odt = part_of(built.name("with", "annotated.odt"), "content.xml");
    const std::string docx = part_of(built.name("with", "annotated.docx"), "word/comments.xml");
    const auto count = [](const std::string& text, const std::string& what) {
      std::size_t found = 0;
      for (std::size_t at = text.find(what); at != std::string::npos;
           at = text.find(what, at + 1)) {
        ++found;
      }
      return found;
    };
    // those of headers and footers can have none
    const std::size_t comments = count(odt, "<office:annotation ");
    CHECK(comments > 150);
    CHECK(comments <= built.figures().size());
    CHECK(count(docx, "<w:comment ") == comments);
    CHECK(odt.find("tables/budget_lines.csv, colonne « amount.") != std::string::npos);
    CHECK(odt.find("Somme de") != std::string::npos);
    CHECK(odt.find("tables/facts.csv") != std::string::npos);
    CHECK(odt.find(built.name("with", "")) == std::string::npos);
    CHECK_FALSE(fs::exists(built.name("plain", "annotated.odt")));
    CHECK_FALSE(fs::exists(built.name("plain", "trace.json")));
  }
}

}  // namespace
}  // namespace rapporteur::test
