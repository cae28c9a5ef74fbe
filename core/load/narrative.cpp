#include "load/narrative.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "load/faults.hpp"

namespace rapporteur::load {
namespace {

constexpr std::string_view extension = ".md";

}  // namespace

void read_narratives(Folder& folder, Plan& plan, Diagnostics& diagnostics) {
  for (const std::string& name : folder.list("narrative")) {
    if (!name.ends_with(extension)) {
      continue;
    }
    const std::string relative = "narrative/" + name;
    const std::string stem = name.substr(0, name.size() - extension.size());
    const std::size_t dot = stem.rfind('.');
    Origin place;
    place.file = folder.shown(relative);
    if (dot == std::string::npos || dot == 0) {
      report(diagnostics, "narrative-name", place, {{"name", name}});
      continue;
    }
    const std::string language = stem.substr(dot + 1);
    if (std::ranges::find(plan.languages, language) == plan.languages.end()) {
      report(diagnostics, "narrative-language", place,
             {{"language", language}, {"known", joined(plan.languages)}},
             nearest(language, plan.languages));
      continue;
    }
    if (auto text = folder.read_text(relative)) {
      place.row = 1;
      std::erase(*text, '\r');
      if (trimmed(*text).empty()) {
        continue;  // an empty file says as little as none: the report marks what is missing
      }
      plan.narratives.push_back(
          {stem.substr(0, dot), language, strip_unprintable(*text), std::move(place)});
    }
  }
}

}  // namespace rapporteur::load
