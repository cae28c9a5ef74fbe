// A format that extends another: what it inherits, and whose modules a module sees.
#include <doctest/doctest.h>

#include "plugin/terms.hpp"
#include "support.hpp"

namespace rapporteur::plugin {
namespace {

using testing::argument;
using testing::only;
using testing::ScratchFormat;
using testing::small_plan;
namespace fs = std::filesystem;

constexpr const char* base_fields = R"(
  options = { rows = { type = "integer", default = 3, help = { en = "Rows" } },
              short = { type = "boolean", default = false, help = { en = "Short" } } },
  formats = { amount = { words = "money" }, cell = { words = "text" } },
  fonts = { "Carlito" })";

/// Formats beside a scratch format, in its root.
class Family {
 public:
  explicit Family(const std::string& view, const std::string& fields = base_fields)
      : base_(view, fields), root_(fs::path(base_.file("")).parent_path().parent_path()) {
    base_.add_file("terms.fr.yaml", "hello: \"Bonjour\"\nbye: \"Adieu\"\n");
    base_.add_file("terms.en.yaml", "hello: \"Hello\"\nbye: \"Farewell\"\n");
  }
  void add(const std::string& file, const std::string& text) const {
    fs::create_directories((root_ / file).parent_path());
    REQUIRE(write_file(root_ / file, text));
  }
  void extending(const std::string& id, const std::string& base, const std::string& fields) const {
    add(id + "/plugin.lua", "return { id = \"" + id + "\", version = \"1\", api = 1, extends = \"" +
                                base + "\",\n" + fields + "}");
  }
  [[nodiscard]] Declaration get(const std::string& id) const {
    Diagnostics diagnostics;
    for (Declaration& format : list_formats({{root_}, {}}, diagnostics)) {
      if (format.id == id) {
        return std::move(format);
      }
    }
    FAIL("no usable format " << id);
    return {};
  }
  [[nodiscard]] std::string view(const std::string& id) const {
    const Declaration format = get(id);
    Diagnostics diagnostics;
    const auto context = make_context(format, small_plan(), "fr", diagnostics);
    const auto terms = load_terms(format, "fr", diagnostics);
    REQUIRE(context.has_value());
    REQUIRE(terms.has_value());
    const auto view = run_view(format, small_plan(), *context, *terms, {}, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.all()) {
      CHECK_MESSAGE(false, diagnostic.id << " " << argument(diagnostic, "message"));
    }
    return view ? view::to_text(*view) : std::string();
  }

 private:
  ScratchFormat base_;
  fs::path root_;
};

}  // namespace

TEST_CASE("what a format does not say is its base's; what it says wins") {
  const Family family("return function() return {} end");
  family.extending("donor", "scratch", R"(
    options = { rows = { default = 7 }, extra = { type = "text", default = "x", help = { en = "" } } },
    formats = { cell = { words = "text", missing = "-" } })");
  const Declaration donor = family.get("donor");
  CHECK(donor.name.in("en").text == "Trial");
  CHECK(donor.languages == std::vector<std::string>{"fr", "en"});
  CHECK(donor.fonts == std::vector<std::string>{"Carlito"});
  CHECK(donor.templates.at("odt") == family.get("scratch").templates.at("odt"));
  CHECK(donor.view_module == "base.view");
  std::string options;
  for (const Option& option : donor.options) {
    options += option.name + "=" + option.type + ":" + option.default_value + " ";
  }
  CHECK(options == "extra=text:x rows=integer:7 short=boolean:false ");
  CHECK(donor.formats.at("cell").missing == "-");
  CHECK(donor.formats.contains("amount"));
  CHECK(family.get("scratch").formats.at("cell").missing.empty());
}

TEST_CASE("a template of its own replaces those of the base") {
  const Family family("return function() return {} end");
  family.extending("donor", "scratch", "templates = { docx = \"donor.docx\" }");
  const Declaration donor = family.get("donor");
  CHECK(donor.templates.size() == 1);
  CHECK(donor.templates.at("docx").parent_path() == donor.folder);
}

TEST_CASE("words: own, then the base's, in every language of the base") {
  const Family family(
      "local r = require 'rapporteur' return function() return { r.t('hello'), r.t('bye') } end");
  family.extending("donor", "scratch", "");
  CHECK(family.view("donor") == family.view("scratch"));
  family.add("donor/terms.fr.yaml", "hello: \"Salut\"\n");
  CHECK(family.view("donor") == "view:\n  - \"Salut\"\n  - \"Adieu\"\n");
}

TEST_CASE("a module sees those beside it, through tail calls and pcall, over two bases") {
  const Family family(R"(
    local ok, name = pcall(require, "name")
    local function tail() return require "name" end
    return function() return { name = name, tail = tail(), shared = require("common.shared"), by = {} } end)");
  family.add("scratch/name.lua", "return 'of the base'");
  family.add("common/shared.lua", "return 'shared'");
  family.extending("middle", "scratch", "");
  family.add("middle/name.lua", "return 'of the middle'");
  family.add("middle/view.lua", R"(
    local base = require "base.view"
    return function(...) local v = base(...) v.by = { require "name", require "base.name" } return v end)");
  family.extending("top", "middle", "");
  family.add("top/name.lua", "return 'of the top'");
  family.add("top/view.lua", R"(
    return { view = function(...)
      local v = require("base.view")(...)
      v.by[3], v.by[4] = require "name", require "base.base.name"
      return v
    end })");
  CHECK(family.view("top") ==
        "view:\n  by:\n    - \"of the middle\"\n    - \"of the base\"\n    - \"of the top\"\n"
        "    - \"of the base\"\n  name: \"of the base\"\n  shared: \"shared\"\n"
        "  tail: \"of the base\"\n");
}

TEST_CASE("an error in a base's module has its file; base without a base is explained") {
  const Family family("return function() error('here') end");
  family.extending("donor", "scratch", "");
  const Declaration donor = family.get("donor");
  Diagnostics diagnostics;
  const auto context = make_context(donor, small_plan(), "fr", diagnostics);
  CHECK_FALSE(
      run_view(donor, small_plan(), *context, locale::Catalogue({}, "fr"), {}, diagnostics));
  CHECK(only(diagnostics).origin.file == (family.get("scratch").folder / "view.lua").string());

  const ScratchFormat alone("require 'base.view'");
  Diagnostics more;
  CHECK_FALSE(alone.run(small_plan(), more));
  CHECK(argument(only(more), "message").find("extends none") != std::string::npos);
}

TEST_CASE(
    "formats of a plan stand behind all others, and a folder named with a slash is the same") {
  const TemporaryDirectory place;
  for (const char* folder : {"plan/formats/a", "formats/b"}) {
    fs::create_directories(place.path() / folder);
  }
  const Search search = with_plan({{"first"}, {}}, place.path() / "plan");
  CHECK(search.plugin_roots ==
        std::vector<fs::path>{"first", place.path() / "plan/formats", place.path() / "formats"});
  CHECK(with_plan({{"first"}, {}}, place.path() / "plan/").plugin_roots == search.plugin_roots);
}

}  // namespace rapporteur::plugin
