// A table as sentences, for places where none can be drawn: cells of the template's own tables,
// headers, notes, lists, text boxes.
#include <algorithm>
#include <iterator>

#include "template/markdown.hpp"

namespace rapporteur::template_ {
namespace {

using Runs = std::vector<Run>;

void append(Runs& to, const Runs& from) {
  to.insert(to.end(), from.begin(), from.end());
}

Block line_of(const TextTable::Row& head, const TextTable::Row& row, const Run& look, bool french) {
  const std::string space = french ? "\u00A0" : "";
  const auto sign = [&](const char* text) {
    Run run = look;
    run.text = space + text;
    return run;
  };
  Block block;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i].empty()) {
      continue;
    }
    if (!block.runs.empty()) {
      block.runs.push_back(sign("; "));
    }
    if (!head[i].empty()) {
      append(block.runs, head[i]);
      block.runs.push_back(sign(": "));
    }
    append(block.runs, row[i]);
  }
  return block;
}

std::vector<Block> lines_of(TextTable& table, bool french) {
  std::vector<Block> lines;
  TextTable::Row& head = table.rows.front();
  Run look;
  for (Runs& cell : head) {
    for (Run& run : cell) {
      look.language = run.language;
      run.strong = true;
    }
  }
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    Block line = line_of(head, table.rows[i], look, french);
    if (line.runs.empty()) {
      continue;
    }
    lines.push_back(std::move(line));
    for (Runs& cell : head) {  // a note of the head is called by the first line alone
      for (Run& run : cell) {
        run.note.clear();
        run.note_number = 0;
      }
    }
  }
  return lines;
}

}  // namespace

std::vector<Block> in_lines(Narrative narrative, std::string_view language) {
  std::vector<Block> blocks;
  auto next = narrative.tables.begin();
  for (std::size_t i = 0; i <= narrative.blocks.size(); ++i) {
    for (; next != narrative.tables.end() && next->before == i; ++next) {
      std::ranges::move(lines_of(*next, language.starts_with("fr")), std::back_inserter(blocks));
    }
    if (i < narrative.blocks.size()) {
      blocks.push_back(std::move(narrative.blocks[i]));
    }
  }
  return blocks;
}

}  // namespace rapporteur::template_
