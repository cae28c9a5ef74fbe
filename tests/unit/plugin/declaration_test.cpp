// plugin.lua and the options of a plan: every fault at its line, all in one run.
#include <doctest/doctest.h>

#include "support.hpp"

namespace rapporteur::plugin {
namespace {

using testing::argument;
using testing::only;
using testing::ScratchFormat;
using testing::small_plan;

constexpr const char* empty_view = "return function() return {} end";
constexpr const char* totals = R"(
  options = {
    totals = { type = "choice", choices = { "declared", "computed" }, default = "declared",
               help = { fr = "Totaux", en = "Totals" } },
    rows = { type = "integer", default = 3, help = { fr = "Lignes", en = "Rows" } },
    short = { type = "boolean", default = false, help = { fr = "Court", en = "Short" } },
  })";

Plan plan_with(const std::string& option, const std::string& value) {
  Plan plan = small_plan();
  Origin origin;
  origin.file = "small/plan.yaml";
  origin.row = 21;
  plan.formats["scratch"].values[option] = {value, origin};
  return plan;
}

}  // namespace

TEST_CASE("a declaration is read as it stands") {
  const ScratchFormat format(empty_view, std::string(totals) +
                                             ",\n formats = { budget = { words = \"money "
                                             "millions\", missing = \"–\" } }, fonts = { "
                                             "\"Carlito\" }");
  Diagnostics diagnostics;
  const std::vector<Declaration> formats = format.list(diagnostics);
  CHECK(diagnostics.empty());
  REQUIRE(formats.size() == 1);
  CHECK(formats[0].id == "scratch");
  CHECK(formats[0].name.in("en").text == "Trial");
  CHECK(formats[0].templates.at("odt").filename() == "scratch.odt");
  CHECK(formats[0].fonts == std::vector<std::string>{"Carlito"});
  CHECK(formats[0].formats.at("budget").scale == 6);
  CHECK(formats[0].formats.at("budget").missing == "–");
  REQUIRE(formats[0].options.size() == 3);
  CHECK(formats[0].options[2].default_value == "declared");
}

TEST_CASE("a template stands in the format's folder, else in templates/<id>") {
  const ScratchFormat format(empty_view);
  const auto root =
      std::filesystem::path(format.file("")).parent_path().parent_path().parent_path();
  const auto drawn = [&] {
    Diagnostics diagnostics;
    return format.list(diagnostics).at(0).templates.at("odt");
  };
  CHECK(drawn() == format.file("scratch.odt"));  // what a message names when there is none
  std::filesystem::create_directories(root / "templates/scratch");
  REQUIRE(write_file(root / "templates/scratch/scratch.odt", "drawn elsewhere"));
  CHECK(drawn() == root / "templates/scratch/scratch.odt");
  format.add_file("scratch.odt", "drawn here");
  CHECK(drawn() == format.file("scratch.odt"));
}

TEST_CASE("a template that is a link out of the format's folder is refused") {
  const ScratchFormat format(empty_view);
  const auto root = std::filesystem::path(format.file("")).parent_path().parent_path();
  REQUIRE(write_file(root / "secret.odt", "of somebody else"));
  std::filesystem::create_symlink("../secret.odt", format.file("scratch.odt"));
  Diagnostics diagnostics;
  CHECK(format.list(diagnostics).empty());
  CHECK(argument(only(diagnostics), "what") == "path");
}

TEST_CASE("every fault of a declaration in one run, each at its line") {
  const ScratchFormat format(empty_view,
                             "\n  fontz = {},\n  tables = { \"budget_line\" },\n  options = {\n"
                             "    totals = { type = \"choise\" } },\n"
                             "  formats = { m = { words = \"milions\" } },\n"
                             "  view = 3");
  Diagnostics diagnostics;
  CHECK(format.list(diagnostics).empty());
  std::string told;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    CHECK(diagnostic.id == "plugin-declaration");
    CHECK(diagnostic.origin.file == format.file("plugin.lua"));
    told += std::to_string(diagnostic.origin.row) + " " + argument(diagnostic, "what") + " " +
            diagnostic.suggestion + "\n";
  }
  CHECK(told ==
        "5 unknown fonts\n6 table_name budget_lines\n8 option_type \n9 word millions\n"
        "10 text \n");
}

TEST_CASE("a declaration runs no code of the view, and a broken format hides no other") {
  const ScratchFormat format("error('run')");
  Diagnostics diagnostics;
  CHECK(format.list(diagnostics).size() == 1);
  CHECK(diagnostics.empty());

  const ScratchFormat broken(empty_view, "} garbage {");
  const auto root = std::filesystem::path(format.file("view.lua")).parent_path().parent_path();
  const auto other = std::filesystem::path(broken.file("view.lua")).parent_path().parent_path();
  std::filesystem::rename(other / "scratch", other / "broken");
  CHECK(list_formats({{other, root}, {}}, diagnostics).size() == 1);
  const Diagnostic fault = only(diagnostics);
  CHECK(fault.id == "plugin-syntax");
  CHECK(fault.origin.file == (other / "broken/plugin.lua").string());
}

TEST_CASE("the plan is not known to plugin.lua") {
  const ScratchFormat format(empty_view, "view = require('rapporteur').t('hello')");
  Diagnostics diagnostics;
  CHECK(format.list(diagnostics).empty());
  CHECK(only(diagnostics).id == "plugin-refused");
  CHECK(argument(only(diagnostics), "message").find("only declares") != std::string::npos);
}

TEST_CASE("options") {
  const ScratchFormat format(
      "return function(plan, context) local o = context.options return { t "
      "= o.totals, r = o.rows + 1, s = o.short } end",
      totals);
  SUBCASE("defaults") {
    Diagnostics diagnostics;
    const auto view = format.run(small_plan(), diagnostics);
    REQUIRE(view.has_value());
    CHECK(view::to_text(*view) == "view:\n  r: 4\n  s: false\n  t: \"declared\"\n");
  }
  SUBCASE("the plan's choice") {
    Diagnostics diagnostics;
    const auto view = format.run(plan_with("totals", "computed"), diagnostics);
    REQUIRE(view.has_value());
    CHECK(view->find("t")->data == view::Value{view::Text{"computed", ""}, "", {}}.data);
  }
  Diagnostics listed;
  const Declaration declaration = format.list(listed).at(0);
  SUBCASE("unknown") {
    Diagnostics diagnostics;
    CHECK_FALSE(make_context(declaration, plan_with("total", "x"), "fr", diagnostics).has_value());
    const Diagnostic fault = only(diagnostics);
    CHECK(fault.id == "option-unknown");
    CHECK(fault.suggestion == "totals");
    CHECK(fault.origin.row == 21);
  }
  SUBCASE("bad value") {
    Diagnostics diagnostics;
    CHECK_FALSE(
        make_context(declaration, plan_with("totals", "declare"), "fr", diagnostics).has_value());
    const Diagnostic fault = only(diagnostics);
    CHECK(fault.id == "option-value");
    CHECK(fault.suggestion == "declared");
    CHECK(fault.origin.row == 21);
    Diagnostics more;
    CHECK_FALSE(make_context(declaration, plan_with("rows", "2.5"), "fr", more).has_value());
    CHECK(only(more).id == "option-value");
  }
  SUBCASE("language") {
    Diagnostics diagnostics;
    CHECK_FALSE(make_context(declaration, small_plan(), "es", diagnostics).has_value());
    CHECK(only(diagnostics).id == "format-language");
  }
}

TEST_CASE("a table that the format needs") {
  const ScratchFormat format(empty_view, "tables = { \"nodes\", \"risks\" }");
  Diagnostics listed;
  const Declaration declaration = format.list(listed).at(0);
  Diagnostics diagnostics;
  CHECK_FALSE(make_context(declaration, small_plan(), "fr", diagnostics).has_value());
  CHECK(only(diagnostics).id == "format-table");
  CHECK(argument(only(diagnostics), "table") == "risks");
}

TEST_CASE("limits hold for the options that they name") {
  const ScratchFormat format(empty_view, std::string(totals) +
                                             R"(, limits = { document = { pages = { 10, 15 },
      when = { totals = "computed", short = true } }, summary = { words = 9 } })");
  Diagnostics diagnostics;
  const std::vector<Declaration> formats = format.list(diagnostics);
  CHECK(diagnostics.empty());
  REQUIRE(formats.size() == 1);
  const auto names = [&](const std::string& option, const std::string& value) {
    Plan plan = plan_with(option, value);
    plan.formats["scratch"].values["short"] = {"true", {}};
    const auto context = make_context(formats[0], plan, "fr", diagnostics);
    std::string all;
    for (const auto& [name, limit] : limits_under(formats[0], context.value_or(Context{}))) {
      all += name + " ";
    }
    return all;
  };
  CHECK(names("totals", "computed") == "document summary ");
  CHECK(names("totals", "declared") == "summary ");
}

TEST_CASE("a limit may not wait for an option or value that there is not") {
  const ScratchFormat format(empty_view, std::string(totals) +
                                             ",\n limits = { document = { pages = 3,\n"
                                             "  when = { totals = \"none\", total = 1 } } }");
  Diagnostics diagnostics;
  CHECK(format.list(diagnostics).empty());
  REQUIRE(diagnostics.all().size() == 2);
  CHECK(argument(diagnostics.all()[0], "what") == "unknown");
  CHECK(diagnostics.all()[0].suggestion == "totals");
  CHECK(argument(diagnostics.all()[1], "what") == "option_value");
  CHECK(argument(diagnostics.all()[1], "field") == "limits.document.when.totals");
}

}  // namespace rapporteur::plugin
