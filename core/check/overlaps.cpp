#include "check/overlaps.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

namespace rapporteur::check {

void drop_overlaps(std::vector<Finding>& findings) {
  constexpr std::array<std::string_view, 2> telling = {"duplicate-row", "text-slipped"};
  using Place = std::tuple<std::string, std::string, int, int>;
  const auto place_of = [](const Finding& finding) {
    const Origin& origin = finding.diagnostic.origin;
    return Place{origin.file, origin.sheet, origin.row, origin.column};
  };
  std::set<Place> told;
  for (const Finding& finding : findings) {
    if (std::ranges::find(telling, finding.diagnostic.id) != telling.end()) {
      told.insert(place_of(finding));
    }
  }
  std::erase_if(findings, [&](const Finding& finding) {
    return finding.diagnostic.id == "near-duplicate" && told.contains(place_of(finding));
  });
}

}  // namespace rapporteur::check
