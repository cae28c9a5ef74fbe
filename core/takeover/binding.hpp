// What each answer of a form is bound to: a value of the plan, a text of the writer's, an option.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "takeover/answers.hpp"

namespace rapporteur::takeover {

enum class BoundTo { plan, text, option, left };

/// One line of the summary.
struct Bound {
  BoundTo to = BoundTo::plan;
  std::string label;
  std::string tag;       ///< with its braces; of what is left alone the reason
  std::string name;      ///< of a text: its slot; of an option: its name
  bool is_cell = false;  ///< an empty cell, or a gap that fills one
  Origin place;
  std::ptrdiff_t order = 0;  ///< in the text of its part
};

/// narrative/<name>.<language>.md
struct Slot {
  std::string name;
  std::vector<std::string> others;  ///< slots that may hold it as well
  std::string label;
  bool is_line = false;  ///< stands in a line: plain text
};

/// A box of the form: an option of the format.
struct Tick {
  std::string name;
  std::string label;
};

/// A table that the plan has none for: a Markdown table in a slot.
struct OwnTable {
  std::string slot;
  std::string label;
  std::vector<std::string> columns;
  std::vector<std::string> rows;  ///< labels that the form prints; empty = rows repeat
};

/// A table of the plan as the form needs it.
struct UsedTable {
  const TableEntry* entry = nullptr;
  std::set<std::string> levels;                            ///< of the results chain
  std::set<std::string> sums;                              ///< money fields that are added up
  std::vector<std::pair<std::string, std::string>> own;    ///< field, slot
  std::vector<std::pair<std::string, std::string>> kinds;  ///< key, label: budget categories
};

/// Everything that view.lua has to provide.
struct Needs {
  std::vector<const ValueEntry*> values;
  std::set<std::string> chains;  ///< titles of a level
  std::vector<Slot> slots;
  std::vector<Tick> ticks;
  std::vector<UsedTable> tables;
  std::vector<OwnTable> own;
  bool has_instructions = false;
};

/// Text that takes the place of a stretch of a paragraph.
struct Edit {
  Spot spot;
  std::string text;
  bool is_new_paragraph = false;
  bool is_plain = true;  ///< drops what marks a placeholder: italics, colour
};
struct RowEdit {
  pugi::xml_node row;
  pugi::xml_node first;  ///< paragraphs that take the tags of the block
  pugi::xml_node last;
  std::string list;  ///< "indicators_outcome"; empty = the row does not repeat
  std::vector<pugi::xml_node> copies;
};

struct Binding {
  std::vector<Bound> bound;
  Needs needs;
  std::vector<Edit> edits;
  std::vector<RowEdit> rows;
};

[[nodiscard]] Binding bind(const Form& form);

}  // namespace rapporteur::takeover
