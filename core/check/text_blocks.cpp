// Markdown as blocks of text: enough of it to tell prose from titles, items and tables. The formats
// themselves are built with cmark; here only places and words matter.
#include <algorithm>
#include <cctype>
#include <utility>

#include "check/texts.hpp"

namespace rapporteur::check {
namespace {

constexpr int deepest_heading = 6;

bool is_rule(std::string_view line) {
  return line.size() >= 3 && line.find_first_not_of("-*_ ") == std::string_view::npos;
}

bool is_alignment(std::string_view line) {
  return line.find_first_not_of("|:- ") == std::string_view::npos;
}

class Blocks {
 public:
  explicit Blocks(const Narrative& narrative)
      : narrative_(narrative), markdown_(narrative.markdown) {}

  std::vector<Passage> read() {
    bool is_code = false;
    for (std::size_t begin = 0; begin < markdown_.size();) {
      const std::size_t end = std::min(markdown_.find('\n', begin), markdown_.size());
      const std::string_view line = markdown_.substr(begin, end - begin);
      const std::size_t indent = std::min(line.find_first_not_of(" \t"), line.size());
      if (line.substr(indent).starts_with("```")) {
        is_code = !is_code;
        is_open_ = false;
      } else if (!is_code) {
        read_line(line, begin, indent);
      }
      begin = end + 1;
    }
    return std::move(blocks_);
  }

 private:
  void read_line(std::string_view line, std::size_t begin, std::size_t indent) {
    const std::string_view rest = line.substr(indent);
    if (rest.empty()) {
      is_open_ = false;
      return;
    }
    const std::size_t at = begin + indent;
    if (const std::size_t hashes = rest.find_first_not_of('#');
        hashes != 0 && hashes != std::string_view::npos && hashes <= deepest_heading &&
        rest[hashes] == ' ') {
      open(Block::heading, at + hashes + 1, static_cast<int>(hashes));
      is_open_ = false;
    } else if (is_rule(rest)) {
      is_open_ = false;
      is_list_ = false;
      return;
    } else if (rest.front() == '|') {
      if (is_alignment(rest)) {
        return;
      }
      open(Block::row, at, 0);
      is_open_ = false;
    } else if (rest.front() == '>') {
      open(Block::quote, at + 1, 0);
    } else if (rest.starts_with("[^") && rest.find("]:") != std::string_view::npos) {
      open(Block::footnote, at, 0);
    } else if (const std::size_t mark = item_mark(rest); mark != 0) {
      const bool is_new = !is_list_;
      open(Block::item, at + mark, static_cast<int>(indent));
      blocks_.back().is_new_list = is_new;
    } else if (!is_open_) {
      // An indented paragraph after an item goes on with it.
      const Block block = is_list_ && indent > 0 ? Block::item : Block::paragraph;
      open(block, at, static_cast<int>(indent));
    }
    Passage& block = blocks_.back();
    is_list_ = block.block == Block::item;
    const std::size_t text_end = begin + line.find_last_not_of(" \t\\") + 1;
    block.text = markdown_.substr(block.offset, std::max(text_end, block.offset) - block.offset);
  }

  /// Length of "- ", "12. ", "- [x] "; 0: no item.
  static std::size_t item_mark(std::string_view rest) {
    std::size_t mark = 0;
    if (rest.front() == '-' || rest.front() == '*' || rest.front() == '+' ||
        rest.starts_with("•")) {
      mark = rest.starts_with("•") ? std::string_view("•").size() : 1;
    } else {
      while (mark < rest.size() && std::isdigit(static_cast<unsigned char>(rest[mark])) != 0) {
        ++mark;
      }
      if (mark == 0 || mark > 3 || mark >= rest.size() ||
          (rest[mark] != '.' && rest[mark] != ')')) {
        return 0;
      }
      ++mark;
    }
    if (mark >= rest.size() || rest[mark] != ' ') {
      return 0;
    }
    mark = std::min(rest.find_first_not_of(' ', mark), rest.size());
    const std::string_view behind = rest.substr(mark);
    return behind.starts_with("[x] ") || behind.starts_with("[ ] ") ? mark + 4 : mark;
  }

  void open(Block kind, std::size_t offset, int depth) {
    Passage passage;
    passage.block = kind;
    passage.narrative = &narrative_;
    passage.language = narrative_.language;
    passage.offset = std::min(offset, markdown_.size());
    passage.depth = depth;
    passage.is_label = kind == Block::heading;
    blocks_.push_back(std::move(passage));
    is_open_ = true;
  }

  const Narrative& narrative_;
  std::string_view markdown_;
  std::vector<Passage> blocks_;
  bool is_open_ = false;
  bool is_list_ = false;
};

}  // namespace

std::vector<Passage> blocks_of(const Narrative& narrative) {
  return Blocks(narrative).read();
}

}  // namespace rapporteur::check
