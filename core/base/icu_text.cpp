#include "base/icu_text.hpp"

#include <unicode/msgfmt.h>

#include <stdexcept>
#include <vector>

namespace rapporteur {

namespace {

icu::Locale locale_of(std::string_view language) {
  return language == "fr" ? icu::Locale("fr", "FR") : icu::Locale("en", "GB");
}

icu::UnicodeString unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

}  // namespace

std::string format_pattern(std::string_view pattern, const Arguments& args,
                           std::string_view language) {
  if (pattern.find_first_of("{'") == std::string_view::npos) {
    return std::string(pattern);
  }
  UErrorCode status = U_ZERO_ERROR;
  icu::MessageFormat format(unicode(pattern), locale_of(language), status);
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const auto& [name, value] : args) {
    names.push_back(unicode(name));
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
      values.emplace_back(*number);
    } else {
      values.emplace_back(unicode(std::get<std::string>(value)));
    }
  }
  icu::UnicodeString text;
  if (U_SUCCESS(status)) {
    format.format(names.data(), values.data(), static_cast<std::int32_t>(names.size()), text,
                  status);
  }
  if (U_FAILURE(status)) {
    throw std::invalid_argument("message pattern: " + std::string(pattern));
  }
  std::string utf8;
  return text.toUTF8String(utf8);
}

std::string pattern_fault(std::string_view pattern, std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  const icu::MessageFormat format(unicode(pattern), locale_of(language), where, status);
  if (U_SUCCESS(status)) {
    return {};
  }
  return std::string(u_errorName(status)) + " at character " + std::to_string(where.offset);
}

}  // namespace rapporteur
