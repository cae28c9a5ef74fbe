// How one value is set in one slot: numbers, money, percent and dates in the language of the
// report.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "view/value.hpp"

namespace rapporteur::locale {

/// What a template's `{{path | words}}` or a plugin's named format asks for. Everything unset
/// follows the value's own type and the language.
struct Format {
  std::string kind;  ///< "", "number", "money", "percent", "date", "month", "year", "text"
  int scale = 0;     ///< power of ten divided away: 6 = millions
  std::optional<int> decimals;
  std::string group;              ///< separator, empty = the language's (fr U+202F, en ',')
  std::string zero;               ///< mark for exactly 0; empty = print 0
  std::string missing;            ///< mark for a missing value; empty = the language's loud mark
  bool missing_is_blank = false;  ///< declared: a missing value prints nothing
  bool with_currency = false;
  bool sign = false;     ///< always with + or −
  bool capital = false;  ///< first letter in upper case: "Mars 2012" where it stands alone
};

using Formats = std::map<std::string, Format, std::less<>>;

/// Words: number money percent date month year text; thousands millions billions; decimals0 …
/// decimals6; dash (missing prints –), blank (missing prints nothing), currency, signed.
/// Reads "money millions dash" against the built-in words, and a first word that names a plugin's
/// format as its base. Nothing on an unknown word, which is put into `unknown`.
[[nodiscard]] std::optional<Format> parse_format(std::string_view words, const Formats& named,
                                                 std::string& unknown);
/// Built-in words, for "did you mean" and the manual.
[[nodiscard]] std::vector<std::string> format_words();

/// The printed form. French: U+202F groups, decimal comma, U+00A0 before %, "1er mars 2012";
/// English (en-GB): commas and point. Rounds half away from zero; decimals are those of the value
/// (of the currency for money), none once a scale is set. Nothing when the value has no such form:
/// a list, a map, or a kind that does not fit its type (money as a date). Text and missing values
/// fit any kind.
[[nodiscard]] std::optional<std::string> format_value(const view::Value& value,
                                                      const Format& format,
                                                      std::string_view language);

}  // namespace rapporteur::locale
