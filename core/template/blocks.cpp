// Pairs block tags and moves each to where it acts.
//
// What repeats is the smallest whole unit that holds both ends. With A the nearest common ancestor
// of the two tags, the unit is: runs, when A is the paragraph; rows, when A is a table or a row;
// paragraphs (with the tables and sections between them), when A holds paragraphs. The start tag
// moves in front of the unit it stands in, the end tag behind it; in a paragraph or row that holds
// nothing but block tags they take its place, and it goes. From there on, start and end are
// siblings, and nested blocks are nested in the tree.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "base/text.hpp"
#include "template/columns.hpp"
#include "template/content.hpp"
#include "template/document.hpp"

namespace rapporteur::template_ {
namespace {

struct Level {
  pugi::xml_node parent;  ///< A; the paragraph itself when inline
  pugi::xml_node first;   ///< unit that holds the start
  pugi::xml_node last;    ///< unit that holds the end
  bool in_paragraph = false;
};

class Blocks {
 public:
  Blocks(Document& document, Diagnostics& diagnostics)
      : document_(document), diagnostics_(diagnostics), markup_(document.markup) {}

  void run() {
    for (std::size_t i = 0; i < document_.stories.size(); ++i) {
      pair(document_.stories[i], document_.unread[i]);
    }
    levels_.resize(document_.tags.size());
    for (std::size_t i = 0; i < document_.tags.size(); ++i) {
      if (opens(tag(i).kind) && tag(i).block >= 0) {
        find_level(i);
      }
    }
    for (std::size_t i = 0; i < document_.tags.size(); ++i) {
      remember_content(i);
    }
    for (const Story& story : document_.stories) {
      for (const int number : story) {
        move(static_cast<std::size_t>(number));
      }
    }
    for (std::size_t i = 0; i < levels_.size(); ++i) {
      if (levels_[i].parent) {
        check_nesting(i);
      }
    }
    tidy();
    check_columns();
  }

 private:
  Tag& tag(std::size_t i) { return document_.tags[i]; }
  pugi::xml_node& node(std::size_t i) { return document_.nodes[i]; }
  [[nodiscard]] Role role(pugi::xml_node node) const { return role_of(markup_, node.name()); }

  void fault(const char* id, std::size_t i, std::optional<std::size_t> other = {},
             Arguments more = {}) {
    more.insert(more.begin(), {"tag", tag(i).text});
    Diagnostic diagnostic{.id = id, .origin = tag(i).origin, .args = std::move(more)};
    if (other) {
      diagnostic.related.push_back(
          {.key = "other", .args = {{"tag", tag(*other).text}}, .origin = tag(*other).origin});
    }
    diagnostics_.add(std::move(diagnostic));
  }

  // Each block tag that could not be read excuses one that lacks its partner.
  static bool excused(int& unread) {
    if (unread == 0) {
      return false;
    }
    --unread;
    return true;
  }

  void unclosed(std::size_t start, std::optional<std::size_t> other = {}) {
    static const std::map<TagKind, const char*> ends{{TagKind::each, "{{/each}}"},
                                                     {TagKind::if_, "{{/if}}"},
                                                     {TagKind::cols, "{{/cols}}"},
                                                     {TagKind::lang, "{{/lang}}"}};
    fault("template-unclosed-block", start, other, {{"end", ends.at(tag(start).kind)}});
  }

  void pair(const Story& story, Document::Unread unread) {
    std::vector<std::size_t> open;
    std::vector<bool> has_else(document_.tags.size(), false);
    for (const int number : story) {
      const auto i = static_cast<std::size_t>(number);
      if (opens(tag(i).kind)) {
        open.push_back(i);
      } else if (tag(i).kind == TagKind::else_) {
        if (open.empty() || tag(open.back()).kind == TagKind::cols ||
            tag(open.back()).kind == TagKind::lang || has_else[open.back()]) {
          fault("template-else-place", i);
          continue;
        }
        has_else[open.back()] = true;
        tag(i).block = static_cast<int>(open.back());
      } else if (tag(i).kind == TagKind::end) {
        const auto match = std::find_if(open.rbegin(), open.rend(), [&](std::size_t start) {
          return tag(start).kind == tag(i).closes;
        });
        if (match == open.rend()) {
          if (!excused(unread.starts)) {
            fault("template-unopened-end", i);
          }
          continue;
        }
        const std::size_t start = *match;
        for (; open.back() != start; open.pop_back()) {
          if (!excused(unread.ends)) {
            unclosed(open.back(), i);
          }
        }
        open.pop_back();
        tag(start).block = number;
        tag(i).block = static_cast<int>(start);
      }
    }
    for (const std::size_t start : open) {
      if (!excused(unread.ends)) {
        unclosed(start);
      }
    }
  }

  // The child of `ancestor` that holds `inner`.
  static pugi::xml_node child_holding(pugi::xml_node ancestor, pugi::xml_node inner) {
    while (inner && inner.parent() != ancestor) {
      inner = inner.parent();
    }
    return inner;
  }

  // From the paragraph of a tag up to its unit lies nothing that a block may not cross.
  [[nodiscard]] bool reaches(pugi::xml_node from, pugi::xml_node unit) const {
    const bool in_row = role(unit) == Role::row;
    for (pugi::xml_node at = around(markup_, from, Role::paragraph); at && at != unit;
         at = at.parent()) {
      const Role here = role(at);
      if (here == Role::table || here == Role::story || (here == Role::wall && !in_row)) {
        return false;
      }
    }
    return true;
  }

  void find_level(std::size_t i) {
    const auto end = static_cast<std::size_t>(tag(i).block);
    const pugi::xml_node paragraph = around(markup_, node(i), Role::paragraph);
    Level level;
    if (paragraph == around(markup_, node(end), Role::paragraph)) {
      level = {.parent = paragraph, .in_paragraph = true};
    } else {
      pugi::xml_node common = node(i).parent();
      while (common && !child_holding(common, node(end))) {
        common = common.parent();
      }
      if (role(common) == Role::row) {
        level.first = level.last = common;
        level.parent = common.parent();
      } else {
        level.parent = common;
        level.first = child_holding(common, node(i));
        level.last = child_holding(common, node(end));
      }
      const auto is_unit = [&](pugi::xml_node unit) {
        const Role kind = role(unit);
        return kind == Role::paragraph || kind == Role::row || kind == Role::item;
      };
      if (role(common) == Role::paragraph || role(common) == Role::inline_ ||
          !is_unit(level.first) || !is_unit(level.last) || !reaches(node(i), level.first) ||
          !reaches(node(end), level.last)) {
        fault("template-block-crosses", i, end);
        return;
      }
    }
    if (tag(i).kind == TagKind::cols) {
      mark_columns(i, end);
      return;
    }
    levels_[i] = level;
  }

  // {{#cols}} stays out of the tree: its two cells are marked, columns.cpp does the rest.
  void mark_columns(std::size_t i, std::size_t end) {
    pugi::xml_node first = around(markup_, node(i), Role::cell);
    pugi::xml_node last = around(markup_, node(end), Role::cell);
    if (!first || !last || first.parent() != last.parent() || first.attribute("rap:from") ||
        last.attribute("rap:to")) {
      fault("template-cols-place", i, end);
      return;
    }
    first.append_attribute("rap:from") = static_cast<int>(i);
    last.append_attribute("rap:to") = static_cast<int>(i);
    const pugi::xml_node table = around(markup_, first, Role::table);
    if (std::find(marked_tables_.begin(), marked_tables_.end(), table) == marked_tables_.end()) {
      marked_tables_.push_back(table);
    }
  }

  // Must be known before anything moves.
  void remember_content(std::size_t i) {
    if (!is_block(tag(i).kind)) {
      return;
    }
    for (pugi::xml_node at = node(i).parent(); at; at = at.parent()) {
      const Role kind = role(at);
      if (kind == Role::paragraph || kind == Role::row || kind == Role::item) {
        const auto found = content_.find(at.hash_value());
        if (found == content_.end()) {
          const bool content = has_content(document_, at, kind == Role::paragraph);
          content_.emplace(at.hash_value(), content);
          if (!content) {
            empty_.push_back(at);
          }
        }
      }
    }
  }
  [[nodiscard]] bool vanishes(pugi::xml_node unit) const {
    const auto found = content_.find(unit.hash_value());
    return found != content_.end() && !found->second;
  }

  void move(std::size_t i) {
    const TagKind kind = tag(i).kind;
    if (!is_block(kind) || tag(i).block < 0) {
      return;
    }
    const auto start = opens(kind) ? i : static_cast<std::size_t>(tag(i).block);
    if (tag(start).kind == TagKind::cols) {
      remove_tag(i);
      return;
    }
    const Level& level = levels_[start];
    if (!level.parent) {
      return;  // crosses: said already
    }
    if (level.in_paragraph) {
      split_up(node(i), level.parent);
    } else if (kind == TagKind::else_) {
      move_else(i, level);
    } else {
      const pugi::xml_node unit = kind == TagKind::end ? level.last : level.first;
      put(i, unit, kind == TagKind::end && !vanishes(unit));
    }
  }

  // In front of the unit, or behind it and the tags that are there already.
  void put(std::size_t i, pugi::xml_node unit, bool behind) {
    pugi::xml_node parent = unit.parent();
    if (behind) {
      pugi::xml_node after = unit;
      while (is_tag(after.next_sibling())) {
        after = after.next_sibling();
      }
      parent.insert_move_after(node(i), after);
    } else {
      parent.insert_move_before(node(i), unit);
    }
    if (vanishes(unit)) {
      replaced_.push_back(unit);
    }
  }

  void move_else(std::size_t i, const Level& level) {
    pugi::xml_node unit = child_holding(level.parent, node(i));
    if (around(markup_, node(i), Role::paragraph) == level.parent) {
      unit = {};
    }
    if (!unit || !reaches(node(i), unit)) {
      fault("template-else-place", i);
      return;
    }
    if (vanishes(unit) || !content_beside(document_, unit, node(i), Side::before)) {
      put(i, unit, false);
    } else if (!content_beside(document_, unit, node(i), Side::after)) {
      put(i, unit, true);
    } else {
      fault("template-else-place", i);
    }
  }

  // Splits the runs around a tag so that it becomes a child of the paragraph.
  void split_up(pugi::xml_node inner, pugi::xml_node paragraph) {
    while (inner.parent() != paragraph) {
      pugi::xml_node run = inner.parent();
      pugi::xml_node outer = run.parent();
      pugi::xml_node rest = outer.insert_child_after(run.name(), run);
      for (const pugi::xml_attribute attribute : run.attributes()) {
        rest.append_copy(attribute);
      }
      if (const pugi::xml_node looks = run.first_child();
          looks && looks != inner && role(looks) == Role::properties) {
        rest.append_copy(looks);
      }
      while (pugi::xml_node next = inner.next_sibling()) {
        rest.append_move(next);
      }
      outer.insert_move_after(inner, run);
      remove_if_empty(run);
      remove_if_empty(rest);
    }
  }

  void remove_if_empty(pugi::xml_node run) {
    for (const pugi::xml_node child : run.children()) {
      if (role(child) != Role::properties) {
        return;
      }
    }
    run.parent().remove_child(run);
  }

  void remove_tag(std::size_t i) {
    pugi::xml_node parent = node(i).parent();
    parent.remove_child(node(i));
    node(i) = {};
    if (role(parent) == Role::inline_) {
      remove_if_empty(parent);
    }
  }

  // Rows and paragraphs that held nothing but block tags go. A paragraph that others need (the last
  // of its cell, or the bearer of a section's page layout) stays.
  void tidy() {
    for (const pugi::xml_node unit : empty_) {
      const bool replaced = std::find(replaced_.begin(), replaced_.end(), unit) != replaced_.end();
      if (!replaced && role(unit) == Role::paragraph && !has_tag(unit) && has_neighbour(unit)) {
        unit.parent().remove_child(unit);
      }
    }
    std::vector<pugi::xml_node> done;
    for (pugi::xml_node unit : replaced_) {
      if (std::find(done.begin(), done.end(), unit) == done.end() &&
          !unit.child("w:pPr").child("w:sectPr")) {
        done.push_back(unit);
      }
    }
    // Inner units first: a paragraph may stand in a row that goes as well.
    std::stable_sort(done.begin(), done.end(), [&](pugi::xml_node a, pugi::xml_node b) {
      return (role(a) != Role::row) && (role(b) == Role::row);
    });
    for (pugi::xml_node unit : done) {
      unit.parent().remove_child(unit);
    }
  }
  // Two blocks that share a paragraph or row without one holding the other.
  void check_nesting(std::size_t start) {
    std::vector<int> open;
    const int end = tag(start).block;
    for (pugi::xml_node at = node(start).next_sibling(); at; at = at.next_sibling()) {
      const int number = is_tag(at) ? tag_number(at) : -1;
      if (number == end) {
        break;
      }
      if (number < 0 || tag(static_cast<std::size_t>(number)).block < 0) {
        continue;
      }
      const auto i = static_cast<std::size_t>(number);
      if (opens(tag(i).kind)) {
        open.push_back(number);
      } else if (tag(i).kind == TagKind::end) {
        if (open.empty() || open.back() != tag(i).block) {
          crossed(start, static_cast<std::size_t>(tag(i).block));
          return;
        }
        open.pop_back();
      }
    }
    if (!open.empty()) {
      crossed(start, static_cast<std::size_t>(open.back()));
    }
  }
  void crossed(std::size_t a, std::size_t b) {
    if (crossed_.insert(std::minmax(a, b)).second) {
      fault("template-block-crosses", std::min(a, b), std::max(a, b));
    }
  }

  void check_columns() {
    for (std::size_t i = 0; i < document_.tags.size(); ++i) {
      if (tag(i).kind != TagKind::cols || tag(i).block < 0) {
        continue;
      }
      for (const pugi::xml_node table : marked_tables_) {
        if (!columns_fit(markup_, table, static_cast<int>(i))) {
          fault("template-cols-place", i);
        }
      }
    }
  }

  [[nodiscard]] static bool has_tag(pugi::xml_node unit) {
    return static_cast<bool>(unit.find_node([](pugi::xml_node node) { return is_tag(node); }));
  }
  [[nodiscard]] bool has_neighbour(pugi::xml_node paragraph) const {
    for (const pugi::xml_node other : paragraph.parent().children()) {
      if (other != paragraph && role(other) == Role::paragraph) {
        return true;
      }
    }
    return false;
  }

  Document& document_;
  Diagnostics& diagnostics_;
  Markup markup_;
  std::vector<Level> levels_;
  std::unordered_map<std::size_t, bool> content_;
  std::vector<pugi::xml_node> empty_;
  std::vector<pugi::xml_node> replaced_;
  std::vector<pugi::xml_node> marked_tables_;
  std::set<std::pair<std::size_t, std::size_t>> crossed_;
};

}  // namespace

void place_blocks(Document& document, Diagnostics& diagnostics) {
  Blocks(document, diagnostics).run();
}

}  // namespace rapporteur::template_
