// A plan folder for one test: a small valid plan, any file of which can be replaced.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "base/messages.hpp"
#include "base/report.hpp"
#include "load/load.hpp"

namespace rapporteur::test {

inline constexpr std::string_view small_plan = R"(rapporteur: 1
id: small
title: { fr: Un plan, en: A plan }
languages: [fr, en]
currency: XOF
periods: [2012, 2013]
levels:
  - { id: axis, label: { fr: Axe, en: Axis }, numbering: I }
  - { id: activity, label: { fr: Activité, en: Activity }, numbering: "1" }
numbers: { group: "." }
)";

class PlanFolder {
 public:
  PlanFolder() {
    write("plan.yaml", small_plan);
    write("tables/nodes.csv",
          "id;level;parent;title.fr;title.en\n"
          "A;axis;;Premier axe;First axis\n"
          "A1;activity;A;Une activité;An activity\n"
          "B;axis;;Second axe;Second axis\n"
          "B1;activity;B;Autre activité;Another activity\n");
    write("tables/budget_lines.csv",
          "id;node;amount.2012;amount.2013;total\n"
          "l1;A1;1.000;2.000;3.000\n"
          "l2;B1;10.000;;10.000\n");
  }

  void write(const std::string& name, std::string_view text) const {
    std::filesystem::create_directories((path() / name).parent_path());
    REQUIRE(write_file(path() / name, text));
  }
  void remove(const std::string& name) const { std::filesystem::remove_all(path() / name); }
  [[nodiscard]] std::filesystem::path path() const { return folder_.path() / "small"; }

  /// Loads the plan; diagnostics of earlier loads are forgotten.
  Result<Plan> load(const LoadOptions& options = {}) {
    diagnostics_ = {};
    return load_plan(path(), diagnostics_, options);
  }
  [[nodiscard]] const Diagnostics& diagnostics() const { return diagnostics_; }

  /// "id file:row:column" of every diagnostic, sorted; the file is told from the plan folder.
  [[nodiscard]] std::vector<std::string> places() const {
    std::vector<std::string> places;
    for (const Diagnostic& diagnostic : diagnostics_.sorted()) {
      const std::string prefix = path().generic_string() + "/";
      std::string file = diagnostic.origin.file;
      if (file.starts_with(prefix)) {
        file.erase(0, prefix.size());
      }
      places.push_back(diagnostic.id + " " + file + ":" + std::to_string(diagnostic.origin.row) +
                       ":" + std::to_string(diagnostic.origin.column));
    }
    return places;
  }

  /// The same with the place as people read it: "id plan.xlsx, Budget!C14", without column names.
  [[nodiscard]] std::vector<std::string> cells() const {
    std::vector<std::string> cells;
    for (const Diagnostic& diagnostic : diagnostics_.sorted()) {
      Origin origin = diagnostic.origin;
      origin.column_name.clear();
      std::string place = place_text(origin, "en");
      const std::string prefix = path().generic_string() + "/";
      if (place.starts_with(prefix)) {
        place.erase(0, prefix.size());
      }
      if (origin.row == 0 && !origin.sheet.empty()) {
        place = place.substr(0, place.find(", sheet")) + ", " + origin.sheet;
      }
      cells.push_back(diagnostic.id + " " + place);
    }
    return cells;
  }

  /// Loads a plan that must be refused with exactly these diagnostics. Every text is rendered in
  /// both languages: no argument may be left over.
  void refuses(const std::vector<std::string>& expected) {
    CHECK_FALSE(load().has_value());
    CHECK(lines_of(places()) == lines_of(expected));
    CHECK(diagnostics_.has_fault());
    check_texts(diagnostics_);
  }

  /// The first diagnostic of this id.
  [[nodiscard]] const Diagnostic& find(std::string_view id) const {
    const auto found = std::ranges::find(diagnostics_.all(), id, &Diagnostic::id);
    REQUIRE(found != diagnostics_.all().end());
    return *found;
  }

  static std::string lines_of(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) {
      text.append("\n").append(line);
    }
    return text;
  }

  static void check_texts(const Diagnostics& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics.all()) {
      for (const char* const language : {"fr", "en"}) {
        const Rendered text = render(diagnostic, language);
        std::vector<std::string> all = text.related;
        all.insert(all.end(), {text.message, text.cause, text.remedy});
        for (const std::string& one : all) {
          INFO(diagnostic.id, " ", language, ": ", one);
          CHECK(one.find_first_of("{}") == std::string::npos);
        }
      }
    }
  }

 private:
  TemporaryDirectory folder_;
  Diagnostics diagnostics_;
};

}  // namespace rapporteur::test
