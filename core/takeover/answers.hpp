// What a form asks for, as found in it: single answers, tables that grow, instructions.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "base/origin.hpp"
#include "takeover/lexicon.hpp"

namespace rapporteur::takeover {

/// A stretch of a paragraph's text that an answer takes the place of; empty = the answer goes
/// there.
struct Spot {
  pugi::xml_node paragraph;
  std::size_t start = 0;
  std::size_t end = 0;
};

struct Answer {
  std::string label;     ///< cleaned
  std::string question;  ///< of a box: what it is one of the answers to
  std::string heading;   ///< above it; tells answers of one label apart
  Spot spot;
  bool is_new_paragraph = false;  ///< a paragraph is made for it behind `spot.paragraph`
  bool is_alone = false;          ///< nothing else stands in its paragraph
  bool is_box = false;
  bool needs_space = false;   ///< the gap was the blank behind a label
  bool is_narrative = false;  ///< paragraphs are expected, not a word
  bool is_personal = false;   ///< among signatures and contacts: no figure of the plan
  bool is_cell = false;       ///< it was an empty cell of a table
  int level = 0;              ///< of the heading above, in paragraphs of the body
  Origin place;
};

/// A column of a table whose rows are repeated.
struct RowCell {
  Spot spot;
  std::string label;  ///< of the column
  std::size_t column = 0;
  Origin place;
};

enum class RowKind {
  record,    ///< a blank row: repeated for each row of the plan
  level,     ///< its first cell names a level of the results chain: repeated for those rows
  total,     ///< its first cell says "Total"
  labelled,  ///< its first cell says what it is about: a budget category …
};
struct TableRow {
  RowKind kind = RowKind::record;
  std::string label;
  pugi::xml_node row;
  std::vector<pugi::xml_node> copies;  ///< blank rows like it: they go
  std::vector<RowCell> cells;
  pugi::xml_node first;  ///< paragraphs of its first and last cell
  pugi::xml_node last;
  Spot label_spot;  ///< where the label stands alone; no paragraph = nowhere
  Spot number;      ///< a cell that only numbers the rows; no paragraph = none
};
/// A table with a head and cells below it that the plan, or a table of the writer's, fills.
struct FormTable {
  const TableEntry* entry = nullptr;  ///< null = the plan has no such table
  std::string label;                  ///< heading or text above it
  std::vector<std::string> columns;   ///< labels by grid column
  std::vector<TableRow> rows;
  Origin place;
};

struct Instruction {
  std::vector<pugi::xml_node> paragraphs;  ///< neighbours
};

/// An empty place that stays as it is: a spacer, a shaded cell, a corner.
struct Left {
  Origin place;
  std::string reason;  ///< key of the message: takeover_left_<reason>
};

struct Form {
  std::vector<Answer> answers;
  std::vector<FormTable> tables;
  std::vector<Instruction> instructions;
  std::vector<Left> left;
  std::vector<pugi::xml_node> surplus;  ///< blank lines that were room for handwriting
};

}  // namespace rapporteur::takeover
