#include "plan/indicators.hpp"

#include <algorithm>

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

const Measure* find_measure(const std::vector<Measure>& measures, Measured kind,
                            std::string_view period, std::string_view set) {
  const auto found = std::ranges::find_if(measures, [&](const Measure& measure) {
    return measure.kind == kind && measure.period == period && measure.set == set;
  });
  return found == measures.end() ? nullptr : &*found;
}

}  // namespace rapporteur
