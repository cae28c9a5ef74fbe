#include "base/text.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <limits>
#include <numeric>

namespace rapporteur {

namespace {

struct Character {
  UChar32 point;
  std::size_t begin;
  std::size_t end;
};

/// Calls `visit` for each code point; point < 0 marks bytes that are no UTF-8.
template <class Visit>
void each_character(std::string_view text, Visit visit) {
  const auto size = static_cast<std::int64_t>(text.size());
  std::int64_t at = 0;
  while (at < size) {
    const std::int64_t begin = at;
    UChar32 point = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro
    U8_NEXT(text.data(), at, size, point);
#pragma GCC diagnostic pop
    visit(Character{point, static_cast<std::size_t>(begin), static_cast<std::size_t>(at)});
  }
}

bool is_blank(UChar32 point) {
  return point == 0xFEFF || point == 0x200B || u_isUWhiteSpace(point) != 0;
}

bool is_printable(UChar32 point) {
  if (point < 0x20) {
    return point == '\t' || point == '\n' || point == '\r';
  }
  const bool is_private =
      (point >= 0xE000 && point <= 0xF8FF) || point >= 0xF0000;  // planes 15 and 16
  return !is_private && (point & 0xFFFE) != 0xFFFE;
}

}  // namespace

std::size_t first_invalid_utf8(std::string_view bytes) {
  std::size_t found = std::string_view::npos;
  each_character(bytes, [&](const Character& c) {
    if (c.point < 0) {
      found = std::min(found, c.begin);
    }
  });
  return found;
}

std::string strip_unprintable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  each_character(text, [&](const Character& c) {
    if (c.point >= 0 && is_printable(c.point)) {
      result.append(text.substr(c.begin, c.end - c.begin));
    }
  });
  return result;
}

std::string trimmed(std::string_view text) {
  std::size_t begin = text.size();
  std::size_t end = 0;
  each_character(text, [&](const Character& c) {
    if (c.point < 0 || !is_blank(c.point)) {
      begin = std::min(begin, c.begin);
      end = c.end;
    }
  });
  return begin < end ? std::string(text.substr(begin, end - begin)) : std::string();
}

std::string folded(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  source.foldCase();
  const icu::UnicodeString plain = decompose->normalize(source, status);
  std::string result;
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < plain.length(); i = plain.moveIndex32(i, 1)) {
    const UChar32 point = plain.char32At(i);
    if (u_charType(point) == U_NON_SPACING_MARK) {
      continue;
    }
    if (point == 0x0153) {  // œ has no decomposition
      kept.append("oe");
    } else if (u_isalnum(point) != 0 || point == '.') {
      kept.append(point);
    } else if (!kept.isEmpty() && kept.charAt(kept.length() - 1) != '_') {
      kept.append(static_cast<UChar32>('_'));
    }
  }
  kept.toUTF8String(result);
  while (!result.empty() && result.back() == '_') {
    result.pop_back();
  }
  return result;
}

namespace {

/// Edit distance where two neighbours in the wrong order count as one slip.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    d[i][0] = i;
  }
  std::iota(d[0].begin(), d[0].end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace

std::string nearest(std::string_view word, std::span<const std::string> candidates) {
  const std::string wanted = folded(word.substr(0, 100));
  std::string best;
  std::size_t best_distance = std::numeric_limits<std::size_t>::max();
  for (const std::string& candidate : candidates) {
    const std::string name = folded(candidate);
    const std::size_t allowed = std::max<std::size_t>(1, std::max(wanted.size(), name.size()) / 3);
    const std::size_t away = distance(wanted, name);
    if (away <= allowed && away < best_distance) {
      best = candidate;
      best_distance = away;
    }
  }
  return best;
}

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  each_character(text, [&](const Character&) { ++count; });
  return count;
}

std::string shortened(std::string_view text, std::size_t max) {
  std::size_t count = 0;
  std::size_t cut = text.size();
  each_character(text, [&](const Character& c) {
    if (++count == max) {
      cut = c.begin;
    }
  });
  return count <= max ? std::string(text) : std::string(text.substr(0, cut)) + "…";
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t end = text.find(separator); end != std::string_view::npos;
       end = text.find(separator, begin)) {
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  parts.emplace_back(text.substr(begin));
  return parts;
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char byte : text) {
    switch (byte) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += byte;
    }
  }
}

}  // namespace rapporteur
