#include "template/markdown.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "template/markdown_runs.hpp"
#include "template/markdown_table.hpp"
#include "template/markdown_tree.hpp"

namespace rapporteur::template_ {
namespace {

class Reader {
 public:
  Reader(const MarkdownTree& tree, int level, std::string language, std::int64_t& note_numbers,
         Lines lines)
      : tree_(tree), level_(level), runs_(tree, std::move(language), note_numbers, lines) {}

  Narrative read() {
    blocks(tree_.root(), {});
    return std::move(narrative_);
  }

 private:
  struct Around {
    BlockKind kind = BlockKind::paragraph;
    int depth = 0;
    bool ordered = false;
    bool starts_list = false;
    int number = 1;
    Task task = Task::none;
    bool labelled = true;
  };

  void blocks(cmark_node* parent, Around around) {
    if (depth_ >= deepest_markdown) {
      tree_.tell(parent, "markdown-deep");
      return;
    }
    ++depth_;
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr;
         node = cmark_node_next(node)) {
      const std::size_t before = narrative_.blocks.size();
      block(node, around);
      if (narrative_.blocks.size() > before) {
        around.starts_list = false;
        around.labelled = false;
      }
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
      add(around, runs_.code(node, text));
    } else if (type == CMARK_NODE_HTML_BLOCK) {
      tree_.tell(node, "markdown-html");
    } else if (type == CMARK_NODE_THEMATIC_BREAK) {
      tree_.tell(node, "markdown-rule");
    } else if (is(node, "table")) {
      narrative_.tables.push_back(read_table(tree_, node, runs_));
      narrative_.tables.back().before = narrative_.blocks.size();
    }
  }

  void paragraph(cmark_node* node, const Around& around) {
    std::vector<Run> runs = runs_.read(node);
    if (cmark_node_get_type(node) == CMARK_NODE_HEADING) {
      Around heading = around;
      heading.kind = BlockKind::heading;
      add(heading, std::move(runs));
      narrative_.blocks.back().level = std::min(6, cmark_node_get_heading_level(node) + level_);
      return;
    }
    if (looks_like_table(raw_text(node))) {
      tree_.tell(node, "markdown-table");
    }
    if (!runs.empty()) {
      add(around, std::move(runs));
    }
  }

  void add(const Around& around, std::vector<Run> runs) {
    Block block{.kind = around.kind, .runs = std::move(runs)};
    if (around.kind == BlockKind::list_item) {
      block.level = std::min(4, around.depth);
      block.ordered = around.ordered;
      block.starts_list = around.starts_list;
      block.number = around.number;
      block.labelled = around.labelled;
      if (around.task != Task::none && around.labelled) {
        set_task(block, around.task);
      }
    }
    narrative_.blocks.push_back(std::move(block));
  }

  // The box takes the place of a bullet; a number stays, for the text may point to it.
  void set_task(Block& block, Task task) {
    if (!block.ordered) {
      block.task = task;
      return;
    }
    const std::vector<Run> mark = runs_.mark(task);
    block.runs.insert(block.runs.begin(), mark.begin(), mark.end());
  }

  void list(cmark_node* node, const Around& around) {
    Around inner{.kind = BlockKind::list_item,
                 .depth = around.depth + 1,
                 .ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
                 .starts_list = true};
    inner.number = inner.ordered ? cmark_node_get_list_start(node) : 1;
    for (cmark_node* item = cmark_node_first_child(node); item != nullptr;
         item = cmark_node_next(item)) {
      inner.task = task_of(item);
      blocks(item, inner);
      inner.starts_list = false;
    }
  }

  const MarkdownTree& tree_;
  int level_;
  RunReader runs_;
  Narrative narrative_;
  int depth_ = 0;
};

}  // namespace

Narrative read_markdown(const view::Markdown& markdown, int level, std::string_view report_language,
                        std::int64_t& note_numbers, Diagnostics& diagnostics, Lines lines) {
  const bool is_other = !markdown.language.empty() && markdown.language != report_language;
  const MarkdownTree tree(markdown, diagnostics);
  return Reader(tree, level, is_other ? markdown.language : "", note_numbers, lines).read();
}

}  // namespace rapporteur::template_
