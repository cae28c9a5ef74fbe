// How wide a text is set, near enough to share out the columns of a table: the office breaks the
// lines. Letters are as wide as Carlito's.
#pragma once

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
  void add(std::string_view utf8, bool strong);
  [[nodiscard]] TextWidth width();

 private:
  void add(char32_t letter, bool strong);
  void end_word();
  void end_line();

  TextWidth width_;
  double word_ = 0;
  double line_ = 0;
  bool may_part_ = false;  ///< the word may end here, by what follows
};

}  // namespace rapporteur::template_
