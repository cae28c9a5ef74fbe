#include "plan/indicators.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace rapporteur {

std::string_view name_of(Measured kind) {
  switch (kind) {
    case Measured::baseline:
      return "baseline";
    case Measured::milestone:
      return "milestone";
    case Measured::target:
      return "target";
    case Measured::actual:
      return "actual";
  }
  return {};
}

std::optional<ValueType> value_type_named(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, ValueType>, 10> types = {
      {{"count", ValueType::count},
       {"percent", ValueType::percent},
       {"points", ValueType::points},
       {"index", ValueType::index},
       {"amount", ValueType::amount},
       {"yes_no", ValueType::yes_no},
       {"ordinal", ValueType::ordinal},
       {"checklist", ValueType::checklist},
       {"text", ValueType::text},
       {"composite", ValueType::composite}}};
  const auto found = std::ranges::find(types, name, &std::pair<std::string_view, ValueType>::first);
  return found == types.end() ? std::nullopt : std::optional(found->second);
}

const Measure* find_measure(const std::vector<Measure>& measures, Measured kind,
                            std::string_view period, std::string_view set) {
  const auto found = std::ranges::find_if(measures, [&](const Measure& measure) {
    return measure.kind == kind && measure.period == period && measure.set == set;
  });
  return found == measures.end() ? nullptr : &*found;
}

}  // namespace rapporteur
