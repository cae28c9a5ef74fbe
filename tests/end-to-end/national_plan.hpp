// The documents of the format national-plan, built once, and how to read them.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/text.hpp"
#include "documents.hpp"
#include "load/load.hpp"

namespace rapporteur::test {

/// Built once for all tests: sample -> folder of its documents in both languages.
inline const std::string& built(const std::string& sample) {
  static const TemporaryDirectory folder;
  static std::map<std::string, std::string> done;
  std::string& out = done[sample];
  if (out.empty()) {
    out = (folder.path() / sample).string();
    int status = -1;
    const std::string said = run(BINARY_DIR "/bin/rapporteur build " SOURCE_DIR "/samples/" +
                                     sample + " --format national-plan --lang fr,en --to odt,docx" +
                                     " --messages en --out " + out + " 2>&1",
                                 &status);
    INFO(said);
    REQUIRE(status == 0);
  }
  return out;
}

inline std::string document(const std::string& sample, const std::string& language,
                            const std::string& kind) {
  return built(sample) + "/" + sample + ".national-plan." + language + "." + kind;
}

/// Calls `check(file, language)` for each document of a sample.
template <class Check>
void each(const std::string& sample, Check check) {
  for (const std::string kind : {"odt", "docx"}) {
    for (const std::string language : {"fr", "en"}) {
      CAPTURE(kind);
      CAPTURE(language);
      check(document(sample, language, kind), language);
    }
  }
}

inline Plan plan_of(const std::string& sample) {
  Diagnostics diagnostics;
  auto read = load_plan(SOURCE_DIR "/samples/" + sample, diagnostics);
  REQUIRE(read.has_value());
  return *std::move(read);
}

/// All tables whose first cell is one of the two.
inline std::vector<Rows> tables_headed(const std::string& file, const std::string& fr,
                                       const std::string& en) {
  std::vector<Rows> found;
  for (const Rows& rows : tables_of(file)) {
    if (!rows.empty() && !rows[0].empty() && (rows[0][0] == fr || rows[0][0] == en)) {
      found.push_back(rows);
    }
  }
  return found;
}

inline std::vector<std::string> titles(const Plan& plan, const std::string& level,
                                       const std::string& language) {
  std::vector<std::string> found;
  for (const Node& node : plan.nodes) {
    if (node.level == level) {
      found.push_back(std::string(node.title.in(language).text));
    }
  }
  return found;
}

inline void append_lines(std::vector<std::string>& into, const std::string& cell) {
  for (std::string& line : split(cell, '\n')) {
    if (!line.empty()) {
      into.push_back(std::move(line));
    }
  }
}

inline std::vector<std::string> sorted(std::vector<std::string> texts) {
  std::ranges::sort(texts);
  return texts;
}

inline std::size_t count_of(const std::string& text, std::string_view mark) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at += mark.size()) {
    ++count;
  }
  return count;
}

/// "X..X": the periods in which the record is marked.
inline std::string typed_marks(const Record& record, const std::vector<std::string>& periods) {
  std::string marks;
  for (const std::string& period : periods) {
    const Cell* const cell = record.find("when", period);
    const bool* const mark = cell == nullptr ? nullptr : std::get_if<bool>(&cell->value);
    marks += mark != nullptr && *mark ? 'X' : '.';
  }
  return marks;
}

inline std::string printed_marks(const Row& row, std::size_t count) {
  std::string marks;
  for (auto cell = row.end() - static_cast<std::ptrdiff_t>(count); cell != row.end(); ++cell) {
    marks += *cell == "■" ? 'X' : '.';
  }
  return marks;
}

/// Millions of francs as an amount of a plan prints them: "1 000", "1,000".
inline std::string millions(std::int64_t minor, const std::string& language) {
  std::string digits = std::to_string(minor / 1'000'000);
  if (digits.size() > 3) {
    digits.insert(digits.size() - 3, language == "fr" ? "\u202F" : ",");
  }
  return digits;
}

}  // namespace rapporteur::test
