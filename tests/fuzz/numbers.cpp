// Figures as typed: never a crash, never a figure of another style, nothing lost on the way.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/text.hpp"
#include "load/indicator_value.hpp"
#include "load/numbers.hpp"
#include "plan/values.hpp"

using namespace std::string_view_literals;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapporteur;
  if (size == 0) {
    return 0;
  }
  static const NumberStyle styles[] = {{{"."}, ","},      {{","}, "."}, {{" "}, ","}, {{" "}, "."},
                                       {{"'", "’"}, "."}, {{}, "."},    {{}, ","}};
  const NumberStyle& style = styles[data[0] % std::size(styles)];
  const std::string text(reinterpret_cast<const char*>(data + 1), size - 1);
  if (first_invalid_utf8(text) != std::string::npos) {
    return 0;
  }
  const auto number = load::parse_number(text, style, 9);
  if (const auto* decimal = std::get_if<Decimal>(&number)) {
    std::string typed = to_string(*decimal);
    if (const auto point = typed.find('.'); point != std::string::npos) {
      typed.replace(point, 1, style.decimal);
    }
    const auto again = load::parse_number(typed, style, 9);
    if (!std::holds_alternative<Decimal>(again) || std::get<Decimal>(again) != *decimal) {
      std::abort();
    }
  }
  (void)load::parse_money(text, style, "XOF");
  (void)load::parse_money(text, style, "USD");
  (void)parse_date(text);
  const Scale scale{"s", {{0, {{{"fr", "Aucun"}}, {}}}, {1, {{{"fr", "Un"}}, {}}}}};
  for (int type = 0; type <= static_cast<int>(ValueType::composite); ++type) {
    (void)load::parse_indicator_value(text, static_cast<ValueType>(type), &scale, style, {});
  }
  return 0;
}
