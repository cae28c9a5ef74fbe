#include "locale/words.hpp"

#include <unicode/locid.h>
#include <unicode/rbnf.h>
#include <unicode/unistr.h>

#include "locale/format.hpp"

namespace rapporteur::locale {
namespace {

bool is_french(std::string_view language) {
  return language.substr(0, 2) == "fr";
}

/// `rule`: one of the rule sets of ICU for the language; the digits where ICU has none.
std::string spelled(std::int64_t number, icu::URBNFRuleSetTag kind, const char* rule,
                    std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = is_french(language) ? icu::Locale::getFrance() : icu::Locale::getUK();
  const icu::RuleBasedNumberFormat format(kind, locale, status);
  icu::UnicodeString text;
  icu::FieldPosition unused;
  format.format(number, icu::UnicodeString(rule), text, unused, status);
  std::string utf8;
  if (U_FAILURE(status) != 0) {
    return std::to_string(number);
  }
  text.toUTF8String(utf8);
  return utf8;
}

// --- spans of dates -------------------------------------------------------------------------

enum class Precision { year, month, day };

Precision precision_of(const Date& date) {
  return date.month == 0 ? Precision::year : (date.day == 0 ? Precision::month : Precision::day);
}

std::string printed(const Date& date, std::string_view language) {
  return format_value({date, {}, {}}, {}, language).value_or("");
}

/// Without what follows in the other date as well: both languages say day, month, year.
std::string shortened_to(const Date& date, bool same_year, bool same_month,
                         std::string_view language) {
  std::string text = printed(date, language);
  const auto drop_word = [&] {
    const std::size_t blank = text.rfind(' ');
    text.erase(blank == std::string::npos ? 0 : blank);
  };
  if (same_year && precision_of(date) != Precision::year) {
    drop_word();
    if (same_month && precision_of(date) == Precision::day) {
      drop_word();
    }
  }
  return text;
}

bool begins_with_vowel(std::string_view text) {
  return !text.empty() && std::string_view("aeiou").find(text.front()) != std::string_view::npos;
}

std::string french_range(const std::string& from, const std::string& to, Precision first,
                         Precision last) {
  const std::string start = first == Precision::day   ? "du "
                            : begins_with_vowel(from) ? "d’"
                                                      : "de ";
  return start + from + (last == Precision::day ? " au " : " à ") + to;
}

}  // namespace

std::string ordinal(std::int64_t number, Gender gender, std::string_view language) {
  const char* rule = !is_french(language)         ? "%digits-ordinal"
                     : gender == Gender::feminine ? "%digits-ordinal-feminine"
                                                  : "%digits-ordinal-masculine";
  return spelled(number, icu::URBNF_ORDINAL, rule, language);
}

std::string ordinal_in_words(std::int64_t number, Gender gender, std::string_view language) {
  const char* rule = !is_french(language)         ? "%spellout-ordinal"
                     : gender == Gender::feminine ? "%spellout-ordinal-feminine"
                                                  : "%spellout-ordinal-masculine";
  return spelled(number, icu::URBNF_SPELLOUT, rule, language);
}

std::string number_in_words(std::int64_t number, Gender gender, std::string_view language) {
  const char* rule = !is_french(language)         ? "%spellout-numbering"
                     : gender == Gender::feminine ? "%spellout-cardinal-feminine"
                                                  : "%spellout-cardinal-masculine";
  return spelled(number, icu::URBNF_SPELLOUT, rule, language);
}

std::string date_range(const Date& first, const Date& last, std::string_view language) {
  if (first == last) {
    return printed(first, language);
  }
  const bool same_year = first.year == last.year && last.month != 0;
  const bool same_month = same_year && first.month == last.month;
  const std::string from = shortened_to(first, same_year, same_month, language);
  const std::string to = printed(last, language);
  const Precision start = precision_of(first);
  const Precision end = precision_of(last);
  if (start == Precision::year && end == Precision::year) {
    return from + "–" + to;
  }
  if (is_french(language)) {
    return french_range(from, to, start, end);
  }
  const bool is_short = from.find(' ') == std::string::npos && same_year;
  return from + (is_short ? "–" : " – ") + to;
}

}  // namespace rapporteur::locale
