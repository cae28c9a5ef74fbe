// One value of a plan as JSON.
#include <type_traits>

#include "exchange/export.hpp"
#include "plan/export_names.hpp"

namespace rapporteur::exchange {
namespace {

/// Beyond it a consumer that reads numbers as doubles loses digits.
constexpr std::int64_t largest_exact = (std::int64_t{1} << 53) - 1;

json::Value integer_json(std::int64_t number) {
  const bool is_safe = number <= largest_exact && number >= -largest_exact;
  return is_safe ? json::number(number) : json::string(std::to_string(number));
}

}  // namespace

json::Value value_json(const CellValue& value) {
  return std::visit(
      [&](const auto& held) -> json::Value {
        using T = std::decay_t<decltype(held)>;
        if constexpr (std::is_same_v<T, std::monostate>) {
          return {};
        } else if constexpr (std::is_same_v<T, std::int64_t>) {
          return integer_json(held);
        } else if constexpr (std::is_same_v<T, bool>) {
          return json::boolean(held);
        } else if constexpr (std::is_same_v<T, Money>) {
          json::Value money = json::object();
          money.set("amount", json::string(exact_text(held)));
          money.set("currency", json::string(held.currency));
          return money;
        } else if constexpr (std::is_same_v<T, Missing>) {
          json::Value missing = json::object();
          missing.set("missing", json::string(name_of(held)));
          return missing;
        } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
          return json::strings(held);
        } else {
          return json::string(exact_text(value));
        }
      },
      value);
}

json::Value text_json(const LocalText& text) {
  json::Value object = json::object();
  for (const auto& [language, words] : text.by_language) {
    object.set(language, json::string(words));
  }
  return object;
}

}  // namespace rapporteur::exchange
