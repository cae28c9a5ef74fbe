// The view of plugins/national-budget over the sample, beside its expected text in both languages.
// RAPPORTEUR_ACCEPT=1 rewrites the expected files: read them as a ministry would.
#include <doctest/doctest.h>

#include <cstdlib>

#include "base/files.hpp"
#include "load/load.hpp"
#include "plugin/format.hpp"

namespace rapporteur::plugin {
namespace {

const std::filesystem::path source(SOURCE_DIR);

view::Value view_of(const std::string& language, const std::string& totals = "declared") {
  Diagnostics diagnostics;
  std::optional<Plan> plan = load_plan(source / "samples/pan-1325", diagnostics);
  REQUIRE(plan.has_value());
  plan->formats["national-budget"].values["totals"] = {totals, {}};
  std::vector<Declaration> formats =
      list_formats({{source / "plugins"}, {source / "templates"}}, diagnostics);
  std::erase_if(formats, [](const Declaration& other) { return other.id != "national-budget"; });
  REQUIRE(formats.size() == 1);
  const Result<Context> context = make_context(formats[0], *plan, language, diagnostics);
  REQUIRE(context.has_value());
  const std::string words = "terms." + language + ".yaml";
  Result<locale::Catalogue> terms =
      locale::Catalogue::load(formats[0].folder / words, language, diagnostics);
  const auto shared = locale::Catalogue::load(formats[0].common / words, language, diagnostics);
  REQUIRE(terms.has_value());
  REQUIRE(shared.has_value());
  terms->add(*shared);
  Result<view::Value> view = run_view(formats[0], *plan, *context, *terms, {}, diagnostics);
  REQUIRE(view.has_value());
  CHECK(diagnostics.empty());
  return *std::move(view);
}

/// The value at "axes[3].subtotal.total".
const view::Value& at(const view::Value& view, std::string_view path) {
  const view::Value* value = &view;
  while (!path.empty()) {
    const std::size_t end = path.find_first_of(".[]");
    const std::string_view step = path.substr(0, end);
    if (const auto* list = std::get_if<view::List>(&value->data)) {
      value = &list->at(static_cast<std::size_t>(std::stoi(std::string(step))) - 1);
    } else {
      value = value->find(step);
      REQUIRE_MESSAGE(value != nullptr, step);
    }
    path.remove_prefix(end == std::string_view::npos ? path.size() : end);
    path.remove_prefix(std::min(path.find_first_not_of(".[]"), path.size()));
  }
  return *value;
}

std::string printed(const view::Value& view, std::string_view path) {
  return locale::format_value(at(view, path), {}, "en").value_or("(none)");
}

void compare(const std::string& language) {
  const std::filesystem::path file =
      source / ("tests/unit/build/national_budget." + language + ".expected");
  const std::string text = view::to_text(view_of(language));
  if (std::getenv("RAPPORTEUR_ACCEPT") != nullptr) {
    REQUIRE(write_file(file, text));
  }
  CHECK(read_file(file) == text);
}

}  // namespace

TEST_CASE("the national budget in French") {
  compare("fr");
}
TEST_CASE("the national budget in English") {
  compare("en");
}

TEST_CASE("declared totals are printed, each difference in a footnote") {
  const view::Value view = view_of("en");
  CHECK(printed(view, "axes[4].activities[1].total") == "95,000,000");
  CHECK(at(view, "axes[4].activities[1].total").note.find("5,000,000") != std::string::npos);
  CHECK(printed(view, "axes[4].subtotal.total") == "500,000,000");
  CHECK(at(view, "axes[4].subtotal.total").note.find("495,000,000") != std::string::npos);
  CHECK(at(view, "axes[4].subtotal.total").note.find("rows marked above") != std::string::npos);
  CHECK(printed(view, "grand.total") == "1,276,000,000");
  CHECK(at(view, "grand.total").note.find("1,271,000,000") != std::string::npos);
  for (const char* agreed : {"axes[1]", "axes[2]", "axes[3]", "axes[5]"}) {
    CHECK(at(view, std::string(agreed) + ".subtotal.total").note.empty());
  }
  CHECK(at(view, "grand.total").origin.file.ends_with("declared_totals.csv"));
}

TEST_CASE("computed totals on request") {
  const view::Value view = view_of("en", "computed");
  CHECK(printed(view, "axes[4].activities[1].total") == "90,000,000");
  CHECK(at(view, "axes[4].activities[1].total").note.find("95,000,000") != std::string::npos);
  CHECK(printed(view, "axes[4].subtotal.total") == "495,000,000");
  CHECK(printed(view, "grand.total") == "1,271,000,000");
}

TEST_CASE("each column of shares adds up to exactly 100") {
  const view::Value view = view_of("fr");
  for (const char* column : {"shares[2012]", "shares[2013]", "shares[2014]", "total"}) {
    std::int64_t tenths = 0;
    for (int row = 1; row <= 5; ++row) {
      const auto path = "shares.rows[" + std::to_string(row) + "]." + column;
      const auto percent = std::get<view::Percent>(at(view, path).data);
      CHECK(percent.value.scale == 1);
      tenths += percent.value.digits;
    }
    CHECK(tenths == 1000);
    CHECK(at(view, std::string("shares.total.") + column).data ==
          decltype(view::Value::data)(view::Percent{{1000, 1}}));
  }
}

}  // namespace rapporteur::plugin
