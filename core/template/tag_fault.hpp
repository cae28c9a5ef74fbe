// Why a text between braces is no tag.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur::template_ {

struct TagFault {
  /// "unclosed", "unopened", "empty", "block", "end", "as", "reserved", "lang", "bar", "index",
  /// "path": chooses the text of template-bad-tag.
  std::string what;
  std::string word;        ///< the word to blame, where there is one
  std::string suggestion;  ///< what it may have meant
  bool starts = false;     ///< meant to open a block: its end tag is then no fault of its own
  bool ends = false;
};

/// `text` as drawn, with the braces that it has.
[[nodiscard]] TagFault why_no_tag(std::string_view text);

}  // namespace rapporteur::template_
