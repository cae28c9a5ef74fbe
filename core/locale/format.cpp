// The printed form of a value: digits are set by hand from exact integers, so that no amount ever
// passes through a double; names of months come from ICU.
//
// Symbols are those on which CLDR 42 and 48 agree. French closes a percent with a no-break space
// and says "1er" for the first of a month, which CLDR does not.
#include "locale/format.hpp"

#include <unicode/calendar.h>
#include <unicode/smpdtfmt.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>

namespace rapporteur::locale {
namespace {

struct Symbols {
  std::string_view group;
  std::string_view decimal;
  std::string_view percent;
  std::string_view yes;
  std::string_view no;
  /// One mark a kind of missing, in the order of the enum. Only the first is loud: a cell that
  /// nobody filled. The others are answers.
  std::array<std::string_view, 6> missing;
};

constexpr std::string_view minus = "\u2212";

constexpr Symbols french{
    "\u202F", ",",   "\u00A0%",
    "oui",    "non", {"[à compléter]", "s.o.", "non mesuré", "n.d.", "en attente", "néant"}};
constexpr Symbols english{
    ",", ".", "%", "yes", "no", {"[missing]", "n/a", "not measured", "no data", "pending", "nil"}};

const Symbols& symbols_of(std::string_view language) {
  return language.substr(0, 2) == "fr" ? french : english;
}

std::string grouped(std::string_view digits, std::string_view separator) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i != 0 && (digits.size() - i) % 3 == 0) {
      out += separator;
    }
    out += digits[i];
  }
  return out;
}

// digits × 10^-scale with `decimals` decimals, half away from zero.
std::string exact_number(std::int64_t digits, int scale, int decimals, const Format& format,
                         const Symbols& symbols, bool group) {
  const bool negative = digits < 0;
  std::uint64_t magnitude = negative ? std::uint64_t{0} - static_cast<std::uint64_t>(digits)
                                     : static_cast<std::uint64_t>(digits);
  int drop = scale - decimals;
  if (drop > 0) {
    // Only the digit before the cut decides: half away from zero.
    for (; drop > 1 && magnitude != 0; --drop) {
      magnitude /= 10;
    }
    magnitude = drop > 1 ? 0 : magnitude / 10 + (magnitude % 10 >= 5 ? 1 : 0);
    drop = 0;
  }
  std::string text = std::to_string(magnitude);
  if (magnitude != 0) {
    text.append(static_cast<std::size_t>(-drop), '0');
  }
  const auto places = static_cast<std::size_t>(decimals);
  if (text.size() <= places) {
    text.insert(0, places + 1 - text.size(), '0');
  }
  const std::string_view view = text;
  const std::string_view whole = view.substr(0, view.size() - places);
  const std::string_view separator = format.group.empty() ? symbols.group : format.group;
  std::string out;
  if (negative && magnitude != 0) {
    out += minus;
  } else if (format.sign && magnitude != 0) {
    out += '+';
  }
  out += group ? grouped(whole, separator) : std::string(whole);
  if (places != 0) {
    (out += symbols.decimal) += view.substr(view.size() - places);
  }
  return out;
}

std::string month_and_year(const Date& date, bool with_day, std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const bool in_french = language.substr(0, 2) == "fr";
  const icu::Locale locale = in_french ? icu::Locale("fr") : icu::Locale("en", "GB");
  const icu::UnicodeString pattern = with_day ? u"d MMMM y" : u"MMMM y";
  icu::SimpleDateFormat format(pattern, locale, status);
  std::unique_ptr<icu::Calendar> calendar(
      icu::Calendar::createInstance(*icu::TimeZone::getGMT(), locale, status));
  if (U_FAILURE(status) != 0) {
    return to_string(date);  // ICU without its data: the ISO form is still right
  }
  calendar->clear();
  calendar->set(date.year, date.month - 1, with_day ? date.day : 1);
  format.setTimeZone(*icu::TimeZone::getGMT());
  icu::UnicodeString text;
  icu::FieldPosition ignored(icu::FieldPosition::DONT_CARE);
  format.format(*calendar, text, ignored);
  std::string utf8;
  text.toUTF8String(utf8);
  if (in_french && with_day && date.day == 1) {
    utf8.insert(1, "er");
  }
  return utf8;
}

// A CFA franc is written "F CFA" in French, whichever of the two it is; all else by its ISO code.
std::string with_currency(std::string number, std::string_view currency, bool in_french) {
  if (in_french) {
    const bool cfa = currency == "XOF" || currency == "XAF";
    return (number += "\u00A0") += cfa ? std::string_view("F\u202FCFA") : currency;
  }
  return (std::string(currency) += "\u00A0") += number;
}

class Printer {
 public:
  Printer(const Format& format, std::string_view language)
      : format_(format), language_(language), symbols_(symbols_of(language)) {}

  std::optional<std::string> operator()(Missing value) const {
    if (format_.missing_is_blank) {
      return "";
    }
    if (!format_.missing.empty()) {
      return format_.missing;
    }
    return std::string(symbols_.missing.at(static_cast<std::size_t>(value)));
  }
  std::optional<std::string> operator()(bool value) const {
    return std::string(value ? symbols_.yes : symbols_.no);
  }
  std::optional<std::string> operator()(std::int64_t value) const {
    return (*this)(Decimal{value, 0});
  }
  std::optional<std::string> operator()(const Decimal& value) const {
    if (is("percent")) {
      return (*this)(view::Percent{value});
    }
    if (is("year")) {
      return value.scale == 0 ? std::optional(std::to_string(value.digits)) : std::nullopt;
    }
    if (is("date") || is("month")) {
      return std::nullopt;
    }
    return number(value.digits, value.scale, format_.scale == 0 ? value.scale : 0);
  }
  std::optional<std::string> operator()(const view::Percent& value) const {
    if (is("number") || is("text")) {
      return number(value.value.digits, value.value.scale, value.value.scale);
    }
    if (!is("") && !is("percent")) {
      return std::nullopt;
    }
    if (value.value.digits == 0 && !format_.zero.empty()) {
      return format_.zero;
    }
    return exact_number(value.value.digits, value.value.scale,
                        format_.decimals.value_or(value.value.scale), format_, symbols_, true)
        .append(symbols_.percent);
  }
  std::optional<std::string> operator()(const Money& value) const {
    if (!is("") && !is("money") && !is("number") && !is("text")) {
      return std::nullopt;
    }
    if (value.minor == 0 && !format_.zero.empty()) {
      return format_.zero;
    }
    const int minor = minor_digits(value.currency);
    std::string text = number(value.minor, minor, format_.scale == 0 ? minor : 0);
    return format_.with_currency
               ? with_currency(std::move(text), value.currency, &symbols_ == &french)
               : text;
  }
  std::optional<std::string> operator()(const Date& value) const {
    if (value.month == 0 || is("year")) {
      return is("") || is("date") || is("year") || is("month") || is("text")
                 ? std::optional(std::to_string(value.year))
                 : std::nullopt;
    }
    if (is("") || is("date") || is("text")) {
      return month_and_year(value, value.day != 0, language_);
    }
    return is("month") ? std::optional(month_and_year(value, false, language_)) : std::nullopt;
  }
  std::optional<std::string> operator()(const view::Qualified& value) const {
    Format format = format_;
    format.sign = format.sign || value.is_change;
    const Printer printer(format, language_);
    const auto number =
        value.is_percent ? printer(view::Percent{value.value}) : printer(value.value);
    if (!number) {
      return std::nullopt;
    }
    // A sign stands close to its number, and a word does not leave it alone at a line's end; a
    // phrase may, else narrow cells break words.
    const std::string before = value.before.empty() ? "" : value.before + "\u00A0";
    const bool is_phrase = value.after.find(' ') != std::string::npos;
    return before + *number +
           (value.after.empty() ? "" : (is_phrase ? " " : "\u00A0") + value.after);
  }
  std::optional<std::string> operator()(const view::Text& value) const { return value.utf8; }
  std::optional<std::string> operator()(const view::Markdown& value) const { return value.source; }
  std::optional<std::string> operator()(const view::Image&) const { return std::nullopt; }
  std::optional<std::string> operator()(const view::List&) const { return std::nullopt; }
  std::optional<std::string> operator()(const view::Map&) const { return std::nullopt; }

 private:
  [[nodiscard]] bool is(std::string_view kind) const { return format_.kind == kind; }
  [[nodiscard]] std::string number(std::int64_t digits, int scale, int default_decimals) const {
    if (digits == 0 && !format_.zero.empty()) {
      return format_.zero;
    }
    return exact_number(digits, scale + format_.scale, format_.decimals.value_or(default_decimals),
                        format_, symbols_, true);
  }

  const Format& format_;
  std::string_view language_;
  const Symbols& symbols_;
};

std::string with_capital(const std::string& text) {
  icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(text);
  const std::int32_t first = unicode.moveIndex32(0, 1);
  icu::UnicodeString start = unicode.tempSubString(0, first);
  unicode.replace(0, first, start.toUpper());
  std::string utf8;
  return unicode.toUTF8String(utf8);
}

}  // namespace

std::optional<std::string> format_value(const view::Value& value, const Format& format,
                                        std::string_view language) {
  auto printed = std::visit(Printer(format, language), value.data);
  if (printed && format.capital) {
    printed = with_capital(*printed);
  }
  return printed;
}

}  // namespace rapporteur::locale
