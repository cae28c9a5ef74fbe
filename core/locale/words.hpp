// Numbers and spans of dates in words, as a sentence of a report needs them. Rules: CLDR (through
// ICU) for words and ordinals; for spans, the usage of the two languages: French says "du … au …"
// for days and "de … à …" for months, with an apostrophe before a vowel; English puts a dash
// between, spaced where one of the ends has a space.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "plan/values.hpp"

namespace rapporteur::locale {

enum class Gender { masculine, feminine };

/// "1er", "1re", "2e"; "1st", "2nd". English has no gender.
[[nodiscard]] std::string ordinal(std::int64_t number, Gender gender, std::string_view language);
/// "premier", "première", "deuxième"; "first", "twenty-first".
[[nodiscard]] std::string ordinal_in_words(std::int64_t number, Gender gender,
                                           std::string_view language);
/// "vingt-et-un", "vingt-et-une"; "twenty-one".
[[nodiscard]] std::string number_in_words(std::int64_t number, Gender gender,
                                          std::string_view language);

/// "du 1er janvier au 31 mars 2020", "de mai 2019 à mars 2020", "2019–2021"; "1 January – 31 March
/// 2020", "1–31 March 2020". What both ends share is said once; equal ends give one date. `first`
/// must not be later than `last`.
[[nodiscard]] std::string date_range(const Date& first, const Date& last,
                                     std::string_view language);

}  // namespace rapporteur::locale
