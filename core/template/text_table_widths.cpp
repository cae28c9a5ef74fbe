// Widths by content, as a browser does it: each column gets at least its longest word (a column of
// figures its longest figure, which must not break), and what is left goes to those that would like
// more, in proportion. Text is measured by the widths of Carlito's letters: close enough, for the
// office breaks the lines.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "template/text_table.hpp"

namespace rapporteur::template_ {
namespace {

constexpr double padding = 0.36;     // cm, both sides of a cell and some air
constexpr double spare = 1.06;       // other fonts run wider
constexpr double small_table = 0.6;  // of the text's width: up to it a table stays small
constexpr double cm_per_point = 0.03528;

// In ems.
double letter_width(char32_t letter) {
  if (letter >= U'0' && letter <= U'9') {
    return 0.507;
  }
  if (letter == U' ' || letter == U'\u00A0' || letter == U'\u202F') {
    return 0.226;
  }
  if (letter < 0x80) {
    constexpr std::u32string_view narrow = U"ijltfI.,;:!'|()[]/-";
    constexpr std::u32string_view wide = U"mwMW@%";
    if (narrow.find(letter) != std::u32string_view::npos) {
      return 0.3;
    }
    if (wide.find(letter) != std::u32string_view::npos) {
      return 0.83;
    }
    return letter >= U'A' && letter <= U'Z' ? 0.6 : 0.5;
  }
  return letter < 0x2E80 ? 0.52 : 1;
}

struct Needs {
  double least = 0;  ///< without breaking a word
  double most = 0;   ///< on one line
};

class Measure {
 public:
  void add(std::string_view text, bool strong) {
    char32_t letter = 0;
    int more = 0;
    for (const char byte : text) {
      const auto code = static_cast<unsigned char>(byte);
      if (code < 0x80) {
        letter = code;
        more = 0;
      } else if (code >= 0xC0) {
        more = code >= 0xF0 ? 3 : code >= 0xE0 ? 2 : 1;
        letter = code & (0x3FU >> static_cast<unsigned>(more));
        continue;
      } else {
        letter = (letter << 6U) | (code & 0x3FU);
        --more;
      }
      if (more <= 0) {
        add(letter, strong);
      }
    }
  }
  Needs needs() {
    end_word();
    end_line();
    return needs_;
  }

 private:
  void add(char32_t letter, bool strong) {
    if (letter == U'\n') {
      end_word();
      end_line();
      return;
    }
    const double width = letter_width(letter) * (strong ? 1.05 : 1);
    line_ += width;
    word_ += letter == U' ' ? 0 : width;
    if (letter == U' ' || letter == U'-' || letter == U'/') {
      end_word();
    }
  }
  void end_word() {
    needs_.least = std::max(needs_.least, word_);
    word_ = 0;
  }
  void end_line() {
    needs_.most = std::max(needs_.most, line_);
    line_ = 0;
  }

  Needs needs_;
  double word_ = 0;
  double line_ = 0;
};

Needs needs_of(const TextTable& table, std::size_t column, const TextTableLook& look) {
  Needs all;
  for (const TextTable::Row& row : table.rows) {
    const bool is_head = &row == &table.rows.front();
    Measure measure;
    for (const Run& run : row[column]) {
      measure.add(run.text, run.strong || is_head);
      if (!run.note.empty() || run.note_number != 0) {
        measure.add("12", false);
      }
    }
    Needs needs = measure.needs();
    if (table.columns[column] == Align::right && !is_head) {
      needs.least = std::max(needs.least, std::min(needs.most, 12.0));
    }
    all.least = std::max(all.least, needs.least);
    all.most = std::max(all.most, needs.most);
  }
  const double cm = look.points * cm_per_point * spare;
  return {all.least * cm + padding, all.most * cm + padding};
}

}  // namespace

std::vector<double> column_widths(const TextTable& table, const TextTableLook& look) {
  std::vector<Needs> needs;
  double least = 0;
  double most = 0;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    needs.push_back(needs_of(table, i, look));
    needs.back().most = std::min(needs.back().most, look.width);
    least += needs.back().least;
    most += needs.back().most;
  }
  std::vector<double> widths;
  for (const Needs& need : needs) {
    if (most <= look.width * small_table) {
      widths.push_back(need.most);
    } else if (most <= look.width) {
      widths.push_back(need.most * look.width / most);
    } else if (least >= look.width) {
      widths.push_back(need.least * look.width / least);
    } else {
      widths.push_back(need.least +
                       (need.most - need.least) * (look.width - least) / (most - least));
    }
  }
  return widths;
}

}  // namespace rapporteur::template_
