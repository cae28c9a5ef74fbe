// All prose of a plan, each text with its place: blocks of narrative/*.md, texts of tables and of
// plan.yaml. Read once, for all rules.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "check/text_words.hpp"
#include "plan/plan.hpp"

namespace rapporteur::check {

enum class Block { paragraph, item, heading, row, quote, footnote, cell, setting };

struct Passage {
  Block block = Block::cell;
  std::string_view text;  ///< inside the plan, which outlives it; without the block's own mark
  std::string_view language;
  std::vector<Token> tokens;
  std::vector<Span> sentences;
  bool is_label = false;  ///< a title, a name, a unit: no sentence

  // Of a block of a narrative:
  const Narrative* narrative = nullptr;
  std::size_t offset = 0;  ///< of the text in its Markdown
  int depth = 0;           ///< level of a heading, indent of an item
  bool is_new_list = false;
  // Of a cell:
  const Table* table = nullptr;
  const Record* record = nullptr;
  const Cell* cell = nullptr;
  // Of plan.yaml:
  const Origin* setting = nullptr;

  [[nodiscard]] std::string_view table_name() const {
    return table == nullptr ? std::string_view{} : table->spec->name;
  }
  [[nodiscard]] std::string_view column() const {
    return cell == nullptr ? std::string_view{} : cell->column->name;
  }
  /// Where a finding is accepted: the row's id, or the slot.
  [[nodiscard]] std::string row() const {
    return record != nullptr ? record->id : narrative != nullptr ? narrative->slot : std::string{};
  }
  [[nodiscard]] std::string_view between(std::size_t begin, std::size_t end) const {
    return text.substr(begin, end - begin);
  }
  [[nodiscard]] std::string file() const;
};

struct Texts {
  std::vector<Passage> passages;  ///< narratives language by language, then tables, then plan.yaml
  /// The first that was left out because those before it are as long as a thousand pages.
  std::optional<Origin> left_out;

  /// Place of the bytes from `begin` of a passage; `end` bounds the excerpt.
  [[nodiscard]] static Origin place(const Passage& passage, std::size_t begin, std::size_t end);
  [[nodiscard]] static Origin place(const Passage& passage, const Span& tokens);
};

[[nodiscard]] Texts collect_texts(const Plan& plan);

/// Blocks of a Markdown text, in order, without tokens.
[[nodiscard]] std::vector<Passage> blocks_of(const Narrative& narrative);

}  // namespace rapporteur::check
