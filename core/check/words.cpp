#include <algorithm>

#include "check/rule.hpp"

namespace rapporteur::check {
namespace {

std::string text_in(const LocalText& text, std::string_view language, std::string_view otherwise) {
  const std::string_view found = text.in(language).text;
  return std::string(found.empty() ? otherwise : found);
}

std::int64_t power_of_ten(int digits) {
  std::int64_t power = 1;
  for (int i = 0; i < digits; ++i) {
    power *= 10;
  }
  return power;
}

}  // namespace

void add_text(Arguments& args, const std::string& name, const LocalText& text,
              std::string_view otherwise) {
  add_text(args, name, text_in(text, "en", otherwise), text_in(text, "fr", otherwise));
}

void add_text(Arguments& args, const std::string& name, const std::string& english,
              const std::string& french) {
  args.emplace_back(name + "_en", english);
  args.emplace_back(name + "_fr", french);
}

Argument figure(const Money& money) {
  const int digits = minor_digits(money.currency);
  const std::int64_t unit = power_of_ten(digits);
  if (money.minor % unit == 0) {
    return money.minor / unit;
  }
  return to_string(Decimal{money.minor, digits});
}

std::string decimal_text(const Decimal& value, std::string_view language) {
  const std::string plain = to_string(value);
  const bool is_french = language == "fr";
  const std::size_t sign = plain.starts_with('-') ? 1 : 0;
  const std::size_t point = std::min(plain.find('.'), plain.size());
  std::string text = plain.substr(0, sign);
  for (std::size_t i = sign; i < point; ++i) {
    if (i > sign && (point - i) % 3 == 0) {
      text.append(is_french ? "\u202F" : ",");
    }
    text.push_back(plain[i]);
  }
  if (point < plain.size()) {
    text.append(is_french ? "," : ".").append(plain.substr(point + 1));
  }
  return text;
}

void add_decimal(Arguments& args, const std::string& name, const Decimal& value) {
  add_text(args, name, decimal_text(value, "en"), decimal_text(value, "fr"));
}

std::string figure_text(const Money& money, std::string_view language) {
  const int digits = minor_digits(money.currency);
  const std::int64_t unit = power_of_ten(digits);
  return money.minor % unit == 0 ? decimal_text({money.minor / unit, 0}, language)
                                 : decimal_text({money.minor, digits}, language);
}

const LocalText& title_of(const Plan& plan, const BudgetLine& line) {
  return line.title.empty() ? plan.nodes[line.node].title : line.title;
}

}  // namespace rapporteur::check
