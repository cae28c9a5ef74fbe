// Reads what a form asks for out of its outline.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "takeover/answers.hpp"
#include "takeover/gaps.hpp"
#include "takeover/outline.hpp"

namespace rapporteur::takeover {

/// Where the reader is: what stands around a place without being in its paragraph.
struct Around {
  Origin place;
  std::string before;  ///< label or question right before a table
  std::string left;    ///< text of the cell to the left, or of the column's head
  bool is_cell = false;
  int level = 0;             ///< of the heading above, in paragraphs of the body
  bool is_body = false;      ///< a paragraph may be made
  bool is_personal = false;  ///< among signatures and contacts
  bool is_followed = false;  ///< a blank cell right of this one, or below, is its answer
};

class Finder {
 public:
  /// Adds what the stories ask for. Places are named by `file` and the story's part.
  void read(const std::vector<Story>& stories, const std::string& file);
  [[nodiscard]] Form take() { return std::move(form_); }

  // For the parts of the reader, find_texts.cpp and find_tables.cpp.
  void sequence(const std::vector<Block>& blocks, Around around);
  void table(const Block& block, const Around& around);

 private:
  friend class TableFinder;
  friend class TextFinder;
  void add_gaps(const Block& block, const Around& around);
  Answer& add(const Block& block, std::string_view label, const Around& around);

  Form form_;
};

/// Its first gap has no label of its own in the line.
[[nodiscard]] bool begins_with_gap(const Block& block);
/// A paragraph that tells the writer what to do and is set apart by its looks.
[[nodiscard]] bool is_instruction(const Block& block);
/// A heading by its style, or by its number and bold type. 0 = none, else its level.
[[nodiscard]] int heading_level(const Block& block);

}  // namespace rapporteur::takeover
