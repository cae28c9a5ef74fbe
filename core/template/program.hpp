// A part of the template, compiled: fixed XML text and the few things that happen between it.
//
// The tree is walked once; a row that repeats 2,000 times is then written 2,000 times as text,
// without touching a node.
#pragma once

#include <pugixml.hpp>

#include <string>
#include <vector>

#include "template/markup.hpp"
#include "template/syntax.hpp"

namespace rapporteur::template_ {

enum class Do {
  text,        ///< write `text`
  value,       ///< write the value of `tag`; `text` = looks of its run (OOXML)
  each,        ///< `body` per item of `tag`, or `other`
  if_,         ///< `body` or `other`
  lang,        ///< `body` in the language of `tag`
  rows,        ///< a table (item 1) or group of rows: nothing when no row came of `body`
  row,         ///< counts
  cell,        ///< `body`, or an empty paragraph when it is nothing
  merge_cell,  ///< `text`, place for a row span, `body`; or `covered` under an equal neighbour
  clone,       ///< `body` with the name of {{#cols}} `tag` bound to its item number `item`
  cols_table,  ///< `table`, compiled when the lists of its {{#cols}} are known
  picture,     ///< the drawn picture `drawn`, with the picture of `tag` in it
  table,       ///< the value of `tag`, drawn in its look in place of the whole paragraph
  styles_end,  ///< the place where automatic styles can be added (ODF)
};

struct Op {
  Do what = Do::text;
  int tag = -1;
  std::size_t item = 0;
  std::string text;
  std::string covered;
  /// Of a value alone in a paragraph beside which a table can stand: what closes that paragraph,
  /// and opens another one of its kind. Else empty.
  std::string close;
  std::string reopen;
  std::vector<Op> body;
  std::vector<Op> other;
  pugi::xml_node table;
  pugi::xml_node drawn;
};
using Program = std::vector<Op>;

/// Compiles the children of `parent`. `in_repeat`: ids that must stay unique are left out.
enum class Repeats { no, yes };
[[nodiscard]] Program compile(Markup markup, const std::vector<Tag>& tags, pugi::xml_node parent,
                              Repeats repeats);
/// Compiles one element: a table whose columns were cloned.
[[nodiscard]] Program compile_table(Markup markup, const std::vector<Tag>& tags,
                                    pugi::xml_node table, Repeats repeats);

}  // namespace rapporteur::template_
