// The samples hold the figures of the documents they are made from. tests/samples/<name>.expected,
// one question a line:
//   count TABLE [FILTER…] = N            rows
//   cells TABLE.COLUMN [FILTER…] = N     cells with a value, over all periods and languages
//   sum TABLE.COLUMN [FILTER…] = N       money or numbers; COLUMN.PERIOD for one period
// FILTER: column=word, column= (empty), column!= (not empty), under=NODE (the row's node, or the
// row itself, is that node or hangs below it). A line that starts with # is a comment.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "base/files.hpp"
#include "base/report.hpp"
#include "base/text.hpp"
#include "load/load.hpp"
#include "plan/exact.hpp"

namespace rapporteur {
namespace {

struct Word {
  Decimal number{};
  bool is_number = false;
  std::string text;
};

Word word_of(const Cell& cell) {
  Word word;
  word.text = cell.typed;
  if (const auto* const money = std::get_if<Money>(&cell.value)) {
    word.number = {money->minor, minor_digits(money->currency)};
    word.is_number = true;
  } else if (const auto* const integer = std::get_if<std::int64_t>(&cell.value)) {
    word.number = {*integer, 0};
    word.is_number = true;
  } else if (const auto* const decimal = std::get_if<Decimal>(&cell.value)) {
    word.number = *decimal;
    word.is_number = true;
  } else if (const auto* const text = std::get_if<std::string>(&cell.value)) {
    word.text = *text;
  } else if (const auto* const flag = std::get_if<bool>(&cell.value)) {
    word.text = *flag ? "yes" : "no";
  }
  std::erase(word.text, ' ');  // filters are written without
  return word;
}

class Question {
 public:
  Question(const Plan& plan, std::istringstream words) : plan_(plan) {
    words >> verb_ >> target_;
    for (std::string word; words >> word && word != "=";) {
      filters_.push_back(word);
    }
    words >> expected_;
    std::ranges::replace(target_, '/', '.');
    const std::size_t dot = target_.find('.');
    table_ = target_.substr(0, dot);
    column_ = dot == std::string::npos ? "" : target_.substr(dot + 1);
    if (const std::size_t key = column_.find('.'); key != std::string::npos) {
      key_ = column_.substr(key + 1);
      column_.erase(key);
    }
  }

  [[nodiscard]] const std::string& expected() const { return expected_; }

  [[nodiscard]] std::string answer() const {
    Decimal sum;
    std::int64_t count = 0;
    if (const auto table = plan_.tables.find(table_); table != plan_.tables.end()) {
      for (const Record& record : table->second.records) {
        if (!fits(record)) {
          continue;
        }
        count += verb_ == "count" ? 1 : 0;
        for (const Cell& cell : record.cells) {
          if (cell.column->name != column_ || (!key_.empty() && cell.key != key_)) {
            continue;
          }
          count += verb_ == "cells" ? 1 : 0;
          const Word word = word_of(cell);
          if (verb_ == "sum" && word.is_number) {
            sum = add_decimals(sum, word.number).value();
          }
        }
      }
    }
    if (verb_ != "sum") {
      return std::to_string(count);
    }
    std::string text = to_string(sum);
    if (text.find('.') != std::string::npos) {
      text.erase(text.find_last_not_of('0') + 1);
      text.erase(text.find_last_not_of('.') + 1);
    }
    return text;
  }

 private:
  [[nodiscard]] bool fits(const Record& record) const {
    return std::ranges::all_of(filters_, [&](const std::string& filter) {
      const std::size_t equals = filter.find('=');
      const bool negated = equals > 0 && filter[equals - 1] == '!';
      const std::string name = filter.substr(0, equals - (negated ? 1 : 0));
      const std::string wanted = filter.substr(equals + 1);
      if (name == "under") {
        return is_under(table_ == "nodes" ? record.id : record.word("node"), wanted);
      }
      const std::size_t dot = name.find('.');
      const std::string key = dot == std::string::npos ? "" : name.substr(dot + 1);
      const Cell* const cell = record.find(name.substr(0, dot), key);
      return (cell == nullptr ? wanted.empty() : word_of(*cell).text == wanted) != negated;
    });
  }

  [[nodiscard]] bool is_under(const std::string& id, const std::string& wanted) const {
    const Node* node = plan_.find_node(id);
    while (node != nullptr && node->id != wanted) {
      node = node->parent ? &plan_.nodes[*node->parent] : nullptr;
    }
    return node != nullptr;
  }

  const Plan& plan_;
  std::string verb_;
  std::string target_;
  std::string table_;
  std::string column_;
  std::string key_;
  std::vector<std::string> filters_;
  std::string expected_;
};

TEST_CASE("the samples hold the figures of their documents") {
  const std::filesystem::path folder = SOURCE_DIR "/tests/samples";
  int questions = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".expected") {
      continue;  // <sample>.findings.<topic>: see tests/unit/check
    }
    const std::string name = entry.path().stem().string();
    Diagnostics diagnostics;
    const auto plan = load_plan(std::filesystem::path(SOURCE_DIR "/samples") / name, diagnostics);
    INFO(report_text(diagnostics, "en"));
    REQUIRE(plan.has_value());
    for (const std::string& line : split(read_file(entry.path()).value_or(""), '\n')) {
      if (trimmed(line).empty() || line.starts_with('#')) {
        continue;
      }
      const Question question(*plan, std::istringstream(line));
      INFO(name, ": ", line);
      CHECK(question.answer() == question.expected());
      ++questions;
    }
  }
  CHECK(questions > 100);
}

}  // namespace
}  // namespace rapporteur
