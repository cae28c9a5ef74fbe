// The text of an ODT in the order in which it is laid out: paragraphs with their place (heading,
// cell, note), their runs with size and colours as they come out of all the styles, and the tables.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "odt_styles.hpp"

namespace rapporteur::pages {

/// Text of one look. Colours are "#rrggbb"; empty: automatic, which the office makes readable.
struct Run {
  std::string text;
  double size = 0;  ///< points
  std::string colour;
  std::string background = "#ffffff";
  bool raised = false;  ///< superscript or subscript: a note's mark, an exponent
  std::string style;    ///< the named style to mend
};

struct CellPlace {
  std::size_t table = 0;
  int row = 0;  ///< from 0, in the whole table
  int column = 0;
  int rows = 1;
  int columns = 1;
  bool header = false;  ///< in a row that is repeated on each page
};

enum class Kind { body, heading, cell, note, frame };

struct Paragraph {
  Kind kind = Kind::body;
  std::string style;  ///< named style
  std::vector<Run> runs;
  std::u32string text;              ///< of all runs, folded
  std::vector<std::size_t> run_of;  ///< a folded character → its run
  std::optional<CellPlace> cell;    ///< of the innermost table, also for what a cell frames
  std::string page_style;           ///< of the page that must begin here; empty: none
  bool new_page = false;            ///< a page begins here, by page style or break
  int page_number = 0;              ///< numbering starts again here; 0: it goes on
  bool keep_with_next = false;
};

struct Table {
  std::string name;
  std::string style;
  bool nested = false;
  std::string align;  ///< "margins", "left", "center", "right"; empty: unknown
  double margin_left = 0;
  double margin_right = 0;
  int header_rows = 0;
  int rows = 0;
  std::vector<double> columns;     ///< widths in points
  std::vector<double> fixed_rows;  ///< height that a row may not exceed; 0: as high as it needs
  struct Span {
    int row, column, rows, columns;
    bool operator==(const Span& other) const {
      return row == other.row && column == other.column && rows == other.rows &&
             columns == other.columns;
    }
  };
  std::vector<Span> spans;  ///< merged cells alone
};

struct OdtText {
  std::vector<Paragraph> paragraphs;  ///< body in order, then the notes
  std::vector<Table> tables;
};

[[nodiscard]] OdtText read_text(const Styles& styles);

/// The runs of one paragraph of a header or footer, for the colours.
[[nodiscard]] Paragraph read_band(const Styles& styles, const pugi::xml_node& paragraph,
                                  const std::string& page_background);

/// All the text of runs.
[[nodiscard]] std::string text_of(const Paragraph& paragraph);

}  // namespace rapporteur::pages
