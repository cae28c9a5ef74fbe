// A corrected copy of each sample: no error and no warning is left, whatever the rule.
//
// tests/samples/<sample>.corrections is a CSV file: file;row;column;old;new.
//   row     values of cells that tell the rows, "I-1.2;target;2021" or "I-1.2", each of which must
//           stand in the row; "a | b": either; "*": all rows
//   column  a column, or "(row)" with an empty `new`: the row is taken out
//   old     a part of the cell, once in it; empty: the cell must be empty; "*": the whole cell
// Of a text (narrative/*.md, plan.yaml) row and column are empty: `old` is replaced wherever it
// stands; with an empty `old`, `new` is put at the end (a file that is not there begins empty).
// In `new`, "\n" is a line break.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/messages.hpp"
#include "base/text.hpp"
#include "check/check.hpp"
#include "load/csv.hpp"
#include "load/load.hpp"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

std::string with_breaks(std::string text) {
  for (std::size_t at = text.find("\\n"); at != std::string::npos; at = text.find("\\n", at)) {
    text.replace(at, 2, "\n");
  }
  return text;
}

/// A CSV file whose cells can be set.
class Sheet {
 public:
  explicit Sheet(fs::path file) : file_(std::move(file)) {
    Diagnostics diagnostics;
    const auto text = read_file(file_);
    REQUIRE_MESSAGE(text.has_value(), file_);
    separator_ = load::detect_separator(*text);
    rows_ = load::parse_csv(*text, file_.string(), diagnostics);
    REQUIRE(diagnostics.empty());
    REQUIRE(!rows_.empty());
  }

  /// How many cells were corrected, or rows taken out.
  std::size_t correct(const std::string& row, const std::string& column, const std::string& old,
                      const std::string& by) {
    const std::size_t before = rows_.size();
    if (column == "(row)") {
      std::erase_if(rows_, [&](const load::CsvRow& one) {
        return &one != rows_.data() && is_meant(one, row);
      });
      return before - rows_.size();
    }
    const std::size_t field = field_of(column);
    std::size_t count = 0;
    for (std::size_t i = 1; i < rows_.size(); ++i) {
      if (is_meant(rows_[i], row)) {
        rows_[i].fields.resize(std::max(rows_[i].fields.size(), field + 1));
        count += replace(rows_[i].fields[field], old, by) ? 1 : 0;
      }
    }
    return count;
  }

  void save() const {
    std::string text;
    for (const load::CsvRow& row : rows_) {
      for (std::size_t i = 0; i < row.fields.size(); ++i) {
        std::string cell = row.fields[i];
        for (std::size_t at = cell.find('"'); at != std::string::npos;
             at = cell.find('"', at + 2)) {
          cell.insert(at, 1, '"');
        }
        text.append(i == 0 ? "" : std::string(1, separator_)).append("\"" + cell + "\"");
      }
      text += "\n";
    }
    REQUIRE(write_file(file_, text));
  }

 private:
  static bool is_meant(const load::CsvRow& row, const std::string& key) {
    if (key == "*") {
      return true;
    }
    std::string keys = key;
    for (std::size_t at = keys.find(" | "); at != std::string::npos; at = keys.find(" | ")) {
      keys.replace(at, 3, "\n");
    }
    return std::ranges::any_of(split(keys, '\n'), [&](const std::string& one) {
      const std::vector<std::string> parts = split(one, ';');
      return std::ranges::all_of(parts, [&](const std::string& part) {
        return std::ranges::find(row.fields, part) != row.fields.end();
      });
    });
  }

  [[nodiscard]] std::size_t field_of(const std::string& column) const {
    const std::vector<std::string>& header = rows_.front().fields;
    const auto found = std::ranges::find(header, column);
    REQUIRE_MESSAGE(found != header.end(), file_, " has no column ", column);
    return static_cast<std::size_t>(found - header.begin());
  }

  static bool replace(std::string& cell, const std::string& old, const std::string& by) {
    if (old == "*" || (old.empty() && cell.empty())) {
      cell = by;
      return true;
    }
    const std::size_t at = old.empty() ? std::string::npos : cell.find(old);
    if (at == std::string::npos) {
      return false;
    }
    cell.replace(at, old.size(), by);
    return true;
  }

  fs::path file_;
  char separator_ = ';';
  std::vector<load::CsvRow> rows_;
};

void correct_text(const fs::path& file, const std::string& old, const std::string& by) {
  std::string text = read_file(file).value_or("");
  if (old.empty()) {
    text += by;
  } else {
    REQUIRE_MESSAGE(text.find(old) != std::string::npos, file, ": ", old);
    for (std::size_t at = text.find(old); at != std::string::npos;
         at = text.find(old, at + by.size())) {
      text.replace(at, old.size(), by);
    }
  }
  REQUIRE(write_file(file, text));
}

void correct(const fs::path& plan, const fs::path& corrections) {
  Diagnostics diagnostics;
  const auto text = read_file(corrections);
  REQUIRE(text.has_value());
  std::vector<load::CsvRow> rows = load::parse_csv(*text, corrections.string(), diagnostics);
  REQUIRE(diagnostics.empty());
  std::map<fs::path, Sheet> sheets;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    std::vector<std::string>& fields = rows[i].fields;
    fields.resize(5);
    const fs::path file = plan / fields[0];
    const std::string by = with_breaks(fields[4]);
    if (fields[1].empty()) {
      if (const auto open = sheets.find(file); open != sheets.end()) {
        open->second.save();
        sheets.erase(open);
      }
      correct_text(file, with_breaks(fields[3]), by);
      continue;
    }
    Sheet& sheet = sheets.try_emplace(file, file).first->second;
    const std::size_t count = sheet.correct(fields[1], fields[2], with_breaks(fields[3]), by);
    INFO(corrections, ":", rows[i].line);
    CHECK(count > 0);
  }
  for (const auto& [file, sheet] : sheets) {
    sheet.save();
  }
}

std::string errors_and_warnings(const fs::path& folder) {
  Diagnostics diagnostics;
  const auto plan = load_plan(folder, diagnostics);
  if (plan) {
    check_plan(*plan, diagnostics);
  }
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    if (severity_of(diagnostic) != Severity::information) {
      const Origin& origin = diagnostic.origin;
      text += "\n" + diagnostic.id + " " +
              fs::path(origin.file).lexically_relative(folder).generic_string() + ":" +
              std::to_string(origin.row) + ":" + std::to_string(origin.column) + " " +
              render(diagnostic, "en").message;
    }
  }
  return text;
}

TEST_CASE("samples: a corrected copy has neither error nor warning") {
  for (const char* const sample :
       {"pan-1325", "pnlevt", "prosmed", "spotlight-mali-2020", "unite-genre"}) {
    const TemporaryDirectory folder;
    const fs::path plan = folder.path() / "plan";
    fs::copy(fs::path(SOURCE_DIR "/samples") / sample, plan, fs::copy_options::recursive);
    correct(plan, fs::path(SOURCE_DIR "/tests/samples") / (std::string(sample) + ".corrections"));
    INFO(sample);
    CHECK(errors_and_warnings(plan) == "");
  }
}

}  // namespace
}  // namespace rapporteur
