// How wide a text is set, near enough to share out the columns of a table: the office breaks the
// lines. Letters are as wide as Carlito's.
#pragma once

#include <limits>
#include <string_view>

namespace rapporteur::template_ {

/// In ems.
struct TextWidth {
  double word = 0;  ///< of the widest word: what does not break
  double line = 0;  ///< of the longest line
  double all = 0;   ///< of all lines behind one another
};

/// Words end at spaces, and behind hyphens and slashes that no digit follows; no-break spaces hold
/// them together.
class TextMeasure {
 public:
  /// `room` is that of a line, in ems, for who asks how many lines there are.
  explicit TextMeasure(double room = std::numeric_limits<double>::infinity()) : room_(room) {}

  void add(std::string_view utf8, bool strong);
  [[nodiscard]] TextWidth width();
  /// How many lines the words fill.
  [[nodiscard]] int lines();

 private:
  void add(char32_t letter, bool strong);
  void end_word();
  void end_line();

  TextWidth width_;
  double room_;
  double word_ = 0;
  double line_ = 0;
  double at_ = 0;  ///< on the line that is being filled
  int lines_ = 1;
  bool may_part_ = false;  ///< the word may end here, by what follows
};

}  // namespace rapporteur::template_
