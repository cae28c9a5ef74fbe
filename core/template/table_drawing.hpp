// Writes a laid-out table in the template's own markup, cell by cell as the look says.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "template/looks.hpp"
#include "template/table_layout.hpp"
#include "template/text_table.hpp"

namespace rapporteur::template_ {

/// Appends what stands inside one paragraph: in ODF spans and text, in OOXML whole runs with these
/// looks.
using WriteCellText = std::function<void(const CellText& text, const std::string& run_looks)>;

struct DrawInto {
  std::string& out;
  AutomaticStyles& styles;  ///< ODF: those that the table needs are added
  const WriteCellText& write;
};

/// `name` is the table's, unique in the document (ODF). Head rows repeat on every page; rows do not
/// part unless they are taller than half a page; a row that stays with the next one has paragraphs
/// that say so.
void draw_table(Markup markup, const LaidTable& table, const TableLook& look,
                const std::string& name, const DrawInto& into);

}  // namespace rapporteur::template_
