// What the office still has to put into an expanded document: rich content at a token.
//
// The template stage makes fills, the `filler` component inside the office executes them. Shared by
// both, so it knows nothing of either.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

struct Block;

/// The font that sets symbols (☐ ☑ ✓ …): a report's own font has none, and what the office would
/// take in its place is chance.
inline constexpr const char* symbol_font = "DejaVu Sans";

/// A stretch of text of one look. A run with `note` sets a footnote behind its text.
struct Run {
  std::string text;  ///< '\n' is a line break inside the paragraph
  bool strong = false;
  bool emphasis = false;
  bool code = false;
  bool struck = false;
  bool symbol = false;    ///< in `symbol_font`
  std::string link;       ///< http, https or mailto; else empty
  std::string language;   ///< empty = the document's
  std::vector<Run> note;  ///< the footnote, one paragraph without notes of its own; empty = none
  std::string comment;    ///< a comment of the document, set behind the text
  int figure = 0;         ///< that the text quotes: number of view::Markdown::figures; 0 = none
  int line = 0;           ///< of the text's source where it begins; 0 = it comes from none
  /// A note that is called more than once has a number, one for the whole job: the run with `note`
  /// sets it, the others, without, set a reference to it. 0 = called once.
  std::int64_t note_number = 0;
};

enum class BlockKind { paragraph, heading, list_item, quote };
enum class Task { none, open, done };

struct Block {
  BlockKind kind = BlockKind::paragraph;
  int level = 1;         ///< heading 1–6, list item depth 1–4
  bool ordered = false;  ///< list item
  bool starts_list = false;
  int number = 1;            ///< first number of an ordered list
  Task task = Task::none;    ///< the box that takes the place of the bullet
  bool labelled = true;      ///< false: a further paragraph of the same list item
  bool after_table = false;  ///< keeps its distance from what stands above
  std::vector<Run> runs;
};

/// At `token`: an inline fill is one block that takes the look of the token's own run; any other
/// replaces the token's whole paragraph by its blocks.
struct Fill {
  std::string token;
  bool is_inline = true;
  std::vector<Block> blocks;
};

/// Is anything set in `symbol_font`?
[[nodiscard]] bool uses_symbols(const std::vector<Fill>& fills);

/// Bytes and back (wire.hpp).
[[nodiscard]] std::string encode(const std::vector<Fill>& fills);
[[nodiscard]] std::optional<std::vector<Fill>> decode_fills(std::string_view bytes);

}  // namespace rapporteur
