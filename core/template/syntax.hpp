// The grammar of tags: what stands between {{ and }}.
//
//   {{path}}   {{path | format words}}   {{path | merge}}   {{t.key}}
//   {{#each path as name}} … {{else}} … {{/each}}
//   {{#if path}}, {{#if not path}} … {{else}} … {{/if}}
//   {{#cols path as name}} … {{/cols}}
//   {{#lang en}} … {{/lang}}   words, figures and dates in that language
//   {{path | look NAME}}   a table value, drawn as the table that begins with {{look NAME}}
//   {{cell KIND CLASS}}    in that table: how cells of this kind of row and class of column look
//   {{limit NAME}}         in a heading: the section under it is measured against this limit
//
// A path is names between dots; [3] takes the third item of a list, [y.id] the member named by
// another value. There are no quotes. Any kind of space, zero-width and soft hyphens that an editor
// slips in are tolerated.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/origin.hpp"

namespace rapporteur::template_ {

struct Path;

struct Step {
  std::string name;         ///< a member, when there is no index
  std::size_t number = 0;   ///< [3]; counts from 1
  std::vector<Step> index;  ///< [path]
};
using Steps = std::vector<Step>;

enum class TagKind { value, each, if_, cols, lang, else_, end, look, cell, limit };

/// A tag as drawn. Blocks know their partners by index into the list of tags once they are paired.
struct Tag {
  TagKind kind = TagKind::value;
  TagKind closes = TagKind::each;  ///< of an end: each, if_, cols or lang
  Steps path;
  std::string path_text;  ///< without spaces, for messages; of #lang: the language
  std::string alias;      ///< "as name"
  std::string format;     ///< words behind the bar, without "merge", "underN" and "look NAME"
  std::string look;       ///< of a table's slot; of {{look NAME}}: NAME
  std::string row_kind;   ///< of {{cell KIND CLASS}}
  std::string cell_class;
  bool negated = false;  ///< "if not"
  bool merge = false;
  bool picture = false;  ///< stands in the alternative text of a drawn picture
  bool is_term = false;  ///< t.key; path_text is the key
  int under = 0;         ///< "under1": Markdown headings start one level deeper
  std::string text;      ///< as drawn, with its braces
  Origin origin;
  bool alone = false;  ///< nothing else stands in its paragraph
  int block = -1;      ///< of an end or else: its start; of a start: its end
};

/// Reads the text between the braces. Nothing when it is no tag.
[[nodiscard]] std::optional<Tag> parse_tag(std::string_view inner);

/// Blocks open and close; the others stand alone.
[[nodiscard]] inline bool is_block(TagKind kind) {
  return kind != TagKind::value && kind != TagKind::look && kind != TagKind::cell &&
         kind != TagKind::limit;
}
[[nodiscard]] inline bool opens(TagKind kind) {
  return kind == TagKind::each || kind == TagKind::if_ || kind == TagKind::cols ||
         kind == TagKind::lang;
}

}  // namespace rapporteur::template_
