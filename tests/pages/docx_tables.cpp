// The tables of a DOCX: see docx_rules.hpp.
#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>
#include <string_view>

#include "docx_rules.hpp"

namespace rapporteur::pages {

namespace {

/// A table as Word counts it, in the terms of the ODT.
struct WordTable {
  Table shape;
  Faults faults;
};

bool is_on(const pugi::xml_node& property) {
  const std::string_view value = property.attribute("w:val").value();
  return property && value != "false" && value != "0" && value != "off";
}

std::string_view last_block(const pugi::xml_node& cell) {
  std::string_view last;
  for (const pugi::xml_node child : cell.children()) {
    const std::string_view name = child.name();
    if (name == "w:p" || name == "w:tbl" || name == "w:sdt") {
      last = name;
    }
  }
  return last;
}

class Counter {
 public:
  Counter(const pugi::xml_node& table, std::size_t index) : index_(index) {
    table_.shape.columns.resize(static_cast<std::size_t>(
        std::distance(table.child("w:tblGrid").children("w:gridCol").begin(),
                      table.child("w:tblGrid").children("w:gridCol").end())));
    if (table_.shape.columns.empty()) {
      say(0, "has no grid");
    }
    for (const pugi::xml_node row : table.children("w:tr")) {
      count_row(row);
    }
    close_merges();
  }

  WordTable take() { return std::move(table_); }

 private:
  void say(int row, const std::string& what) {
    table_.faults.push_back({"docx-table", 0, fmt::format("table {}", index_ + 1),
                             row == 0 ? what : fmt::format("row {}: {}", row, what)});
  }

  void count_row(const pugi::xml_node& row) {
    const int number = table_.shape.rows++;
    const pugi::xml_node properties = row.child("w:trPr");
    const bool header = is_on(properties.child("w:tblHeader"));
    if (header && table_.shape.header_rows != number) {
      say(number + 1, "is a header row below one that is none: Word repeats neither");
    }
    table_.shape.header_rows += header ? 1 : 0;
    int column = properties.child("w:gridBefore").attribute("w:val").as_int(0);
    bool any = false;
    for (const pugi::xml_node cell : row.children("w:tc")) {
      any = true;
      column += count_cell(cell, number, column);
    }
    column += properties.child("w:gridAfter").attribute("w:val").as_int(0);
    if (!any) {
      say(number + 1, "has no cell");
    }
    if (column != static_cast<int>(table_.shape.columns.size())) {
      say(number + 1,
          fmt::format("fills {} columns of a grid of {}", column, table_.shape.columns.size()));
    }
  }

  int count_cell(const pugi::xml_node& cell, int row, int column) {
    const pugi::xml_node properties = cell.child("w:tcPr");
    const int wide = properties.child("w:gridSpan").attribute("w:val").as_int(1);
    if (last_block(cell) != "w:p") {
      say(row + 1, fmt::format("cell of column {} does not end in a paragraph", column + 1));
    }
    const pugi::xml_node merge = properties.child("w:vMerge");
    const bool goes_on = merge && std::string_view(merge.attribute("w:val").value()) != "restart";
    if (goes_on) {
      const auto above = std::find_if(open_.begin(), open_.end(), [&](const Table::Span& span) {
        return span.column == column && span.columns == wide && span.row + span.rows == row;
      });
      if (above == open_.end()) {
        say(row + 1, fmt::format("cell of column {} goes on with a merge that has no beginning",
                                 column + 1));
      } else {
        ++above->rows;
      }
    } else if (merge || wide > 1) {
      open_.push_back({row, column, 1, wide});
    }
    return wide;
  }

  void close_merges() {
    std::copy_if(open_.begin(), open_.end(), std::back_inserter(table_.shape.spans),
                 [](const Table::Span& span) { return span.rows > 1 || span.columns > 1; });
  }

  WordTable table_;
  std::vector<Table::Span> open_;
  std::size_t index_;
};

std::vector<WordTable> tables_in(const Parts& parts) {
  std::vector<WordTable> tables;
  pugi::xml_document xml;
  const auto found = parts.find("word/document.xml");
  if (found == parts.end() || !xml.load_string(found->second.c_str())) {
    return tables;
  }
  for (const auto& table : xml.select_nodes("//w:tbl[not(ancestor::mc:Fallback)]")) {
    tables.push_back(Counter(table.node(), tables.size()).take());
  }
  return tables;
}

std::string shown(const std::vector<Table::Span>& spans) {
  std::string text;
  for (const Table::Span& span : spans) {
    text += fmt::format(" {}:{} {}×{}", span.row + 1, span.column + 1, span.rows, span.columns);
  }
  return text.empty() ? " none" : text;
}

/// The spans that the other list lacks.
std::vector<Table::Span> beyond(const std::vector<Table::Span>& spans,
                                const std::vector<Table::Span>& others) {
  std::vector<Table::Span> more;
  std::copy_if(spans.begin(), spans.end(), std::back_inserter(more), [&](const Table::Span& span) {
    return std::find(others.begin(), others.end(), span) == others.end();
  });
  return more;
}

}  // namespace

Faults broken_tables(const Parts& parts) {
  Faults faults;
  for (const WordTable& table : tables_in(parts)) {
    append(faults, table.faults);
  }
  return faults;
}

Faults other_tables(const Parts& parts, const OdtText& odt) {
  Faults faults;
  const std::vector<WordTable> tables = tables_in(parts);
  const auto say = [&](const std::string& text, const std::string& what) {
    faults.push_back({"docx-as-odt", 0, text, what});
  };
  if (tables.size() != odt.tables.size()) {
    say("", fmt::format("{} tables, {} in the ODT", tables.size(), odt.tables.size()));
    return faults;
  }
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const Table& word = tables[i].shape;
    const Table& own = odt.tables[i];
    const std::string name = "table " + own.name;
    if (word.rows != own.rows || word.columns.size() != own.columns.size()) {
      say(name, fmt::format("{} rows of {} columns, {} of {} in the ODT", word.rows,
                            word.columns.size(), own.rows, own.columns.size()));
    }
    if (word.header_rows != own.header_rows) {
      say(name, fmt::format("{} header rows, {} in the ODT", word.header_rows, own.header_rows));
    }
    const auto lost = beyond(own.spans, word.spans);
    const auto more = beyond(word.spans, own.spans);
    if (!lost.empty() || !more.empty()) {
      say(name, "merged cells (row:column rows×columns) lost:" + shown(lost) +
                    "; in DOCX alone:" + shown(more));
    }
  }
  return faults;
}

}  // namespace rapporteur::pages
