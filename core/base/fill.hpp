// What the office still has to put into an expanded document: rich content at a token.
//
// The template stage makes fills, the `filler` component inside the office executes them. Shared by
// both, so it knows nothing of either.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

struct Block;

/// A stretch of text of one look. A run with `note` sets a footnote behind its text.
struct Run {
  std::string text;  ///< '\n' is a line break inside the paragraph
  bool strong = false;
  bool emphasis = false;
  bool code = false;
  std::string link;      ///< http, https or mailto; else empty
  std::string language;  ///< empty = the document's
  std::string note;      ///< footnote text; empty = none
};

enum class BlockKind { paragraph, heading, list_item, quote };

struct Block {
  BlockKind kind = BlockKind::paragraph;
  int level = 1;         ///< heading 1–6, list item depth 1–4
  bool ordered = false;  ///< list item
  bool starts_list = false;
  int number = 1;  ///< first number of an ordered list
  std::vector<Run> runs;
};

/// At `token`: an inline fill is one block that takes the look of the token's own run; any other
/// replaces the token's whole paragraph by its blocks.
struct Fill {
  std::string token;
  bool is_inline = true;
  std::vector<Block> blocks;
};

/// Bytes and back (wire.hpp).
[[nodiscard]] std::string encode(const std::vector<Fill>& fills);
[[nodiscard]] std::optional<std::vector<Fill>> decode_fills(std::string_view bytes);

}  // namespace rapporteur
