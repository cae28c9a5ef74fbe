#include "plain_text.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstdint>

namespace rapporteur::pages {

namespace {

/// Calls `take` with each character.
template <class Take>
void each(std::string_view utf8, Take take) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    take(text.char32At(at));
  }
}

bool invisible(UChar32 c) {
  return u_isUWhiteSpace(c) != 0 || c == 0x00AD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

/// The dots between an entry of a contents list and its page.
void drop_leaders(std::u32string& text) {
  for (std::size_t at = text.find(U"..."); at != std::u32string::npos; at = text.find(U"...", at)) {
    const std::size_t end = text.find_first_not_of(U'.', at);
    text.erase(at, end == std::u32string::npos ? end : end - at);
  }
}

}  // namespace

std::u32string folded(std::string_view utf8) {
  std::u32string text;
  each(utf8, [&](UChar32 c) {
    if (!invisible(c)) {
      // U+2011 is painted with the glyph of the hyphen, and read back as it.
      text += static_cast<char32_t>(c == 0x2011 ? U'-' : u_foldCase(c, U_FOLD_CASE_DEFAULT));
    }
  });
  drop_leaders(text);
  return text;
}

bool can_break(std::string_view utf8, std::size_t offset) {
  std::size_t seen = 0;
  bool may = true;
  bool found = false;
  each(utf8, [&](UChar32 c) {
    if (found) {
      return;
    }
    if (invisible(c)) {
      may = true;
      return;
    }
    if (seen == offset) {
      found = true;
      return;
    }
    ++seen;
    const auto kind = u_charType(c);
    may = kind == U_DASH_PUNCTUATION || c == '/' || c == '|' || c >= 0x2E80;
  });
  return may || !found;
}

std::string shortened(std::string_view utf8, std::size_t limit) {
  std::string text;
  std::size_t count = 0;
  bool gap = false;
  bool cut = false;
  each(utf8, [&](UChar32 c) {
    if (invisible(c)) {
      gap = !text.empty();
      return;
    }
    if (count >= limit) {
      cut = true;
      return;
    }
    if (gap) {
      text += ' ';
      ++count;
      gap = false;
    }
    icu::UnicodeString(c).toUTF8String(text);
    ++count;
  });
  return cut ? text + "…" : text;
}

}  // namespace rapporteur::pages
