#include "load/narrative.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "load/faults.hpp"

namespace rapporteur::load {
namespace {

constexpr std::string_view extension = ".md";

bool is_language_of(const Plan& plan, const std::string& language, const Origin& place,
                    Diagnostics& diagnostics) {
  if (std::ranges::find(plan.languages, language) != plan.languages.end()) {
    return true;
  }
  report(diagnostics, "narrative-language", place,
         {{"language", language}, {"known", joined(plan.languages)}},
         nearest(language, plan.languages));
  return false;
}

/// Is there room for one more text of this size?
bool fits(const Narrative& narrative, const Plan& plan, Diagnostics& diagnostics) {
  std::size_t all = narrative.markdown.size();
  for (const Narrative& other : plan.narratives) {
    all += other.markdown.size();
  }
  const bool is_long = narrative.markdown.size() > longest_text;
  if (is_long || all > all_texts) {
    report(diagnostics, "text-too-long", narrative.origin,
           {{"which", std::string(is_long ? "one" : "all")},
            {"most", static_cast<std::int64_t>((is_long ? longest_text : all_texts) / 1000)}});
    return false;
  }
  return true;
}

void add_text(Narrative narrative, Plan& plan, Diagnostics& diagnostics) {
  if (!fits(narrative, plan, diagnostics)) {
    return;
  }
  std::erase(narrative.markdown, '\r');
  // An empty file says as little as none: the report marks what is missing.
  if (!trimmed(narrative.markdown).empty()) {
    narrative.markdown = strip_unprintable(narrative.markdown);
    plan.narratives.push_back(std::move(narrative));
  }
}

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
    if (!is_language_of(plan, language, place, diagnostics)) {
      continue;
    }
    if (auto text = folder.read_text(relative)) {
      place.row = 1;
      add_text({stem.substr(0, dot), language, std::move(*text), std::move(place)}, plan,
               diagnostics);
    }
  }
}

void add_narrative(Narrative narrative, Plan& plan, Diagnostics& diagnostics) {
  if (is_language_of(plan, narrative.language, narrative.origin, diagnostics)) {
    add_text(std::move(narrative), plan, diagnostics);
  }
}

}  // namespace rapporteur::load
