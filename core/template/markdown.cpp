// CommonMark to blocks, by cmark-gfm. No smart punctuation: French typography is the author's.
#include <cmark-gfm.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>

#include "base/text.hpp"
#include "template/template.hpp"

namespace rapporteur::template_ {
namespace {

using Tree = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;

std::string_view literal(cmark_node* node) {
  const char* text = cmark_node_get_literal(node);
  return text == nullptr ? std::string_view() : text;
}

// "| a | b |" over "|---|---|": a table, which CommonMark does not know.
bool looks_like_table(std::string_view text) {
  const std::size_t line = text.find('\n');
  if (line == std::string_view::npos || text.substr(0, line).find('|') == std::string_view::npos) {
    return false;
  }
  std::string_view rule = text.substr(line + 1);
  rule = rule.substr(0, rule.find('\n'));
  return rule.find("--") != std::string_view::npos && rule.find('|') != std::string_view::npos &&
         rule.find_first_not_of("|-: ") == std::string_view::npos;
}

class Reader {
 public:
  Reader(const view::Markdown& markdown, int level, std::string language, Diagnostics& diagnostics)
      : markdown_(markdown),
        level_(level),
        language_(std::move(language)),
        diagnostics_(diagnostics) {}

  std::vector<Block> read() {
    const Tree tree(cmark_parse_document(markdown_.source.data(), markdown_.source.size(),
                                         CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8),
                    &cmark_node_free);
    root_ = tree.get();
    blocks(root_, {});
    return std::move(blocks_);
  }

 private:
  struct Around {
    BlockKind kind = BlockKind::paragraph;
    int depth = 0;
    bool ordered = false;
    bool starts_list = false;
    int number = 1;
  };
  struct Look {
    bool strong = false;
    bool emphasis = false;
    std::string link;
  };

  // Nesting is cut where no reader would follow.
  static constexpr int deepest = 64;

  void blocks(cmark_node* parent, Around around) {
    if (depth_ >= deepest) {
      refuse(parent, "markdown-deep");
      return;
    }
    ++depth_;
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr;
         node = cmark_node_next(node)) {
      block(node, around);
      around.starts_list = false;
    }
    --depth_;
  }

  void block(cmark_node* node, const Around& around) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING) {
      paragraph(node, around);
    } else if (type == CMARK_NODE_LIST) {
      list(node, around);
    } else if (type == CMARK_NODE_BLOCK_QUOTE) {
      Around inner = around;
      inner.kind = around.kind == BlockKind::list_item ? around.kind : BlockKind::quote;
      blocks(node, inner);
    } else if (type == CMARK_NODE_CODE_BLOCK) {
      std::string text(literal(node));
      text.erase(text.find_last_not_of('\n') + 1);
      add(around, {{.text = strip_unprintable(text), .code = true, .language = language_}});
    } else if (type == CMARK_NODE_HTML_BLOCK) {
      refuse(node, "markdown-html");
    } else if (type == CMARK_NODE_THEMATIC_BREAK) {
      refuse(node, "markdown-rule");
    }
  }

  void paragraph(cmark_node* node, const Around& around) {
    runs_.clear();
    inlines(node, {});
    if (cmark_node_get_type(node) == CMARK_NODE_HEADING) {
      Around heading = around;
      heading.kind = BlockKind::heading;
      add(heading, std::move(runs_));
      blocks_.back().level = std::min(6, cmark_node_get_heading_level(node) + level_);
      return;
    }
    if (looks_like_table(raw_text(node))) {
      refuse(node, "markdown-table");
    }
    if (!runs_.empty()) {
      add(around, std::move(runs_));
    }
  }

  // With its line ends, which soft breaks otherwise lose.
  static std::string raw_text(cmark_node* paragraph) {
    std::string out;
    for (cmark_node* node = cmark_node_first_child(paragraph); node != nullptr;
         node = cmark_node_next(node)) {
      const cmark_node_type type = cmark_node_get_type(node);
      if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
        out += '\n';
      } else {
        out += literal(node);
      }
    }
    return out;
  }

  void add(const Around& around, std::vector<Run> runs) {
    Block block{.kind = around.kind, .runs = std::move(runs)};
    if (around.kind == BlockKind::list_item) {
      block.level = std::min(4, around.depth);
      block.ordered = around.ordered;
      block.starts_list = around.starts_list;
      block.number = around.number;
    }
    blocks_.push_back(std::move(block));
  }

  void list(cmark_node* node, const Around& around) {
    Around inner{.kind = BlockKind::list_item,
                 .depth = around.depth + 1,
                 .ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
                 .starts_list = true};
    inner.number = inner.ordered ? cmark_node_get_list_start(node) : 1;
    for (cmark_node* item = cmark_node_first_child(node); item != nullptr;
         item = cmark_node_next(item)) {
      blocks(item, inner);
      inner.starts_list = false;
    }
  }

  void text(std::string_view words, const Look& look, bool code = false) {
    if (!runs_.empty() && runs_.back().strong == look.strong &&
        runs_.back().emphasis == look.emphasis && runs_.back().code == code &&
        runs_.back().link == look.link && runs_.back().note.empty()) {
      runs_.back().text += strip_unprintable(words);
      return;
    }
    runs_.push_back({.text = strip_unprintable(words),
                     .strong = look.strong,
                     .emphasis = look.emphasis,
                     .code = code,
                     .link = look.link,
                     .language = language_});
  }

  void inlines(cmark_node* parent, const Look& look) {
    if (depth_ >= deepest) {
      refuse(parent, "markdown-deep");
      return;
    }
    ++depth_;
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr;
         node = cmark_node_next(node)) {
      inline_(node, look);
    }
    --depth_;
  }

  void inline_(cmark_node* node, const Look& look) {
    const cmark_node_type type = cmark_node_get_type(node);
    Look inner = look;
    if (type == CMARK_NODE_TEXT) {
      text(literal(node), look);
    } else if (type == CMARK_NODE_SOFTBREAK) {
      text(" ", look);
    } else if (type == CMARK_NODE_LINEBREAK) {
      text("\n", look);
    } else if (type == CMARK_NODE_CODE) {
      text(literal(node), look, true);
    } else if (type == CMARK_NODE_STRONG) {
      inner.strong = true;
      inlines(node, inner);
    } else if (type == CMARK_NODE_EMPH) {
      inner.emphasis = true;
      inlines(node, inner);
    } else if (type == CMARK_NODE_LINK) {
      const std::string url = cmark_node_get_url(node);
      if (url.starts_with("http://") || url.starts_with("https://") || url.starts_with("mailto:")) {
        inner.link = url;
      } else {
        refuse(node, "markdown-link", url);
      }
      inlines(node, inner);
    } else if (type == CMARK_NODE_IMAGE) {
      refuse(node, "markdown-image", cmark_node_get_url(node));
    } else if (type == CMARK_NODE_HTML_INLINE) {
      refuse(node, "markdown-html");
    } else if (type == CMARK_NODE_FOOTNOTE_REFERENCE) {
      footnote(node, look);
    }
  }

  void footnote(cmark_node* reference, const Look& look) {
    // cmark numbers references and puts the definitions behind the text in that order.
    int number = std::atoi(std::string(literal(reference)).c_str());
    cmark_node* definition = cmark_node_first_child(root_);
    for (; definition != nullptr; definition = cmark_node_next(definition)) {
      if (cmark_node_get_type(definition) == CMARK_NODE_FOOTNOTE_DEFINITION && --number == 0) {
        break;
      }
    }
    if (definition == nullptr) {
      return;
    }
    Reader inner(markdown_, level_, language_, diagnostics_);
    inner.blocks(definition, {});
    std::string note;
    for (const Block& block : inner.blocks_) {
      note += note.empty() ? "" : " ";
      for (const Run& run : block.runs) {
        note += run.text;
      }
    }
    if (runs_.empty()) {
      text("", look);
    }
    runs_.back().note = note;
  }

  // Not content: said, with its line in the file, and left out.
  void refuse(cmark_node* node, const char* id, std::string what = {}) {
    Origin origin = markdown_.origin;
    for (cmark_node* at = node; at != nullptr; at = cmark_node_parent(at)) {
      if (const int line = cmark_node_get_start_line(at); line > 0) {
        origin.row = std::max(1, origin.row) + line - 1;
        break;
      }
    }
    if (what.empty()) {
      what = literal(node);
    }
    origin.text = shortened(strip_unprintable(what), 60);
    diagnostics_.add(
        {.id = id, .origin = std::move(origin), .args = {{"what", shortened(what, 60)}}});
  }

  const view::Markdown& markdown_;
  int level_;
  std::string language_;
  Diagnostics& diagnostics_;
  cmark_node* root_ = nullptr;
  std::vector<Block> blocks_;
  std::vector<Run> runs_;
  int depth_ = 0;
};

}  // namespace

std::vector<Block> blocks_of(const view::Markdown& markdown, int level,
                             std::string_view report_language, Diagnostics& diagnostics) {
  const bool is_other = !markdown.language.empty() && markdown.language != report_language;
  return Reader(markdown, level, is_other ? markdown.language : "", diagnostics).read();
}

}  // namespace rapporteur::template_
