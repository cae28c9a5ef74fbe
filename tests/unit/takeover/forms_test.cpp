// Blank forms drawn after real ones, as Word and as Writer save them: how many of their empty cells
// get a tag, and that every tag finds its value in the view that was made with it.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <tuple>
#include <vector>

#include "base/files.hpp"
#include "base/messages.hpp"
#include "base/text.hpp"
#include "load/load.hpp"
#include "locale/catalogue.hpp"
#include "plugin/declaration.hpp"
#include "support.hpp"
#include "takeover/lexicon.hpp"
#include "template/template.hpp"

namespace rapporteur::takeover {
namespace {

namespace fs = std::filesystem;

const fs::path forms = SOURCE_DIR "/tests/forms";
const std::string names[] = {"fund-progress", "rapport-intermediaire", "partner-request"};

/// An empty cell as tests/forms/<form>/cells lists it.
struct Listed {
  int table = 0;
  int row = 0;
  int column = 0;
  bool is_answer = true;
};

std::vector<Listed> listed_cells(const std::string& form) {
  std::vector<Listed> cells;
  for (const std::string& line : split(read_file(forms / form / "cells").value(), '\n')) {
    if (line.empty() || line.front() == '#') {
      continue;
    }
    const std::vector<std::string> words = split(line, ' ');
    Listed cell{std::stoi(words[0]), std::stoi(words[1]), std::stoi(words[2])};
    cell.is_answer = words.size() != 4;
    if (words.size() == 5) {
      cell.row = std::stoi(words[4]);  // filled by the row that repeats
    }
    cells.push_back(cell);
  }
  return cells;
}

using Place = std::tuple<int, int, int>;

Takeover taken_form(const fs::path& path) {
  Diagnostics diagnostics;
  Result<Takeover> made = take_over(
      path.string(), read_file(path).value(),
      {.id = "taken", .languages = {"fr", "en"}, .api = plugin::api_version}, diagnostics);
  CHECK(diagnostics.empty());
  REQUIRE(made);
  return *std::move(made);
}

Plan loaded(const char* sample) {
  Diagnostics diagnostics;
  auto plan = load_plan(fs::path(SOURCE_DIR "/samples") / sample, diagnostics);
  REQUIRE(plan);
  return std::move(*plan);
}

void tell(const Diagnostics& diagnostics) {
  for (const Diagnostic& one : diagnostics.all()) {
    if (kind_of(one) != Kind::finding) {
      const Rendered text = render(one, "en");
      MESSAGE(one.id, " ", one.origin.text, " ", text.message, " ", text.cause);
    }
  }
}

/// A format in a folder of its own, its view made and its template filled, without an office.
class Format {
 public:
  explicit Format(const Takeover& made) : folder_(root_.path() / "taken") {
    for (const File& file : made.files) {
      fs::create_directories((folder_ / file.path).parent_path());
      REQUIRE(write_file(folder_ / file.path, file.bytes));
    }
  }
  void put(const std::string& name, const std::string& text) const {
    REQUIRE(write_file(folder_ / name, text));
  }

  [[nodiscard]] std::optional<view::Value> view(const Plan& plan, const std::string& language,
                                                Diagnostics& diagnostics) {
    const std::vector<plugin::Declaration> found =
        plugin::list_formats({{root_.path(), fs::path(SOURCE_DIR "/plugins")}, {}}, diagnostics);
    const auto own = std::find_if(found.begin(), found.end(),
                                  [](const auto& format) { return format.id == "taken"; });
    if (own == found.end()) {
      return std::nullopt;
    }
    drawn_ = own->templates.begin()->second;
    const auto context = plugin::make_context(*own, plan, language, diagnostics);
    const std::string words = "terms." + language + ".yaml";
    terms_ = locale::Catalogue::load(folder_ / words, language, diagnostics);
    if (const auto shared = locale::Catalogue::load(fs::path(SOURCE_DIR "/plugins/common") / words,
                                                    language, diagnostics);
        terms_ && shared) {
      terms_->add(*shared);
    }
    return context && terms_ ? plugin::run_view(*own, plan, *context, *terms_, {}, diagnostics)
                             : std::nullopt;
  }
  [[nodiscard]] bool fills(const view::Value& view, const std::string& language,
                           Diagnostics& diagnostics) const {
    const auto drawn =
        template_::Template::open(drawn_.string(), read_file(drawn_).value(), diagnostics);
    return drawn && drawn->expand({view, *terms_, {}, language, "0"}, diagnostics);
  }

 private:
  TemporaryDirectory root_;
  fs::path folder_;
  fs::path drawn_;
  std::optional<locale::Catalogue> terms_;
};

}  // namespace

TEST_CASE("of the empty answer cells of each form, at least 70 % get a tag that binds") {
  for (const std::string& name : names) {
    for (const std::string kind : {".docx", ".odt"}) {
      CAPTURE(name);
      CAPTURE(kind);
      const Takeover made = taken_form(forms / name / (name + kind));
      std::set<Place> tagged;
      for (const Bound& one : made.bound) {
        if (one.to != BoundTo::left && one.place.part == "body") {
          tagged.emplace(one.place.table, one.place.row, one.place.column);
        }
      }
      int answers = 0;
      int filled = 0;
      for (const Listed& cell : listed_cells(name)) {
        const bool has_tag = tagged.contains({cell.table, cell.row, cell.column});
        answers += cell.is_answer ? 1 : 0;
        filled += cell.is_answer && has_tag ? 1 : 0;
        if (!cell.is_answer) {
          CHECK_FALSE(has_tag);
        } else if (!has_tag) {
          MESSAGE("no tag: table ", cell.table, ", row ", cell.row, ", column ", cell.column);
        }
      }
      CHECK(answers >= 80);
      CHECK(filled * 100 >= answers * 70);
    }
  }
}

TEST_CASE(
    "every tag of a form that was taken over finds its value, for real plans, in both languages") {
  for (const char* const sample : {"prosmed", "pan-1325"}) {
    const Plan plan = loaded(sample);
    for (const std::string& name : names) {
      for (const std::string kind : {".docx", ".odt"}) {
        CAPTURE(sample);
        CAPTURE(name);
        CAPTURE(kind);
        Format format(taken_form(forms / name / (name + kind)));
        for (const std::string language : {"fr", "en"}) {
          Diagnostics diagnostics;
          const auto view = format.view(plan, language, diagnostics);
          tell(diagnostics);
          REQUIRE(view);
          CHECK(format.fills(*view, language, diagnostics));
          tell(diagnostics);
        }
      }
    }
  }
}

TEST_CASE("the form to begin with") {
  const Plan plan = loaded("prosmed");
  for (const char* const language : {"fr", "en"}) {
    Diagnostics diagnostics;
    const auto made = take_over(
        "template.docx", blank_form(language),
        {.id = "taken", .languages = {language}, .api = plugin::api_version}, diagnostics);
    REQUIRE(made);
    CHECK(std::none_of(made->bound.begin(), made->bound.end(),
                       [](const Bound& one) { return one.to == BoundTo::left; }));
    Format format(*made);
    const auto view = format.view(plan, language, diagnostics);
    tell(diagnostics);
    REQUIRE(view);
    CHECK(format.fills(*view, language, diagnostics));
  }
}

// The lexicon promises fields that only Lua can keep.
TEST_CASE("every value and every column of the lexicon is one that the shared Lua gives") {
  Format format(taken_form(forms / names[0] / (names[0] + ".docx")));
  std::string lua = R"(local form = require "common.form"
local periods = require "common.periods"
local registers = require "common.form_registers"
local rows = require "common.form_rows"
return function(plan)
  local view = {}
)";
  for (const ValueEntry& value : value_entries()) {
    lua += "  view[\"" + std::string(value.name) + "\"] = " + std::string(value.lua) + "\n";
  }
  for (const TableEntry& table : table_entries()) {
    lua += "  view[\"list_" + std::string(table.name) + "\"] = " + std::string(table.lua) + "\n";
  }
  format.put("view.lua", lua + "  return view\nend\n");
  for (const char* const sample : {"prosmed", "pan-1325", "spotlight-mali-2020"}) {
    CAPTURE(sample);
    Diagnostics diagnostics;
    const auto view = format.view(loaded(sample), "fr", diagnostics);
    tell(diagnostics);
    REQUIRE(view);
    for (const ValueEntry& value : value_entries()) {
      CAPTURE(value.name);
      CHECK(view->find(std::string(value.name)) != nullptr);
    }
    for (const TableEntry& table : table_entries()) {
      const view::Value* list = view->find("list_" + std::string(table.name));
      REQUIRE(list != nullptr);
      REQUIRE(std::holds_alternative<view::List>(list->data));
      REQUIRE_FALSE(std::get<view::List>(list->data).empty());
      for (const ColumnEntry& column : table.columns) {
        CAPTURE(table.name);
        CAPTURE(column.field);
        CHECK(std::get<view::List>(list->data).front().find(std::string(column.field)) != nullptr);
      }
    }
  }
}

}  // namespace rapporteur::takeover
