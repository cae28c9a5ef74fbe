#include "load/number_style.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "load/faults.hpp"
#include "plan/plan_keys.hpp"

namespace rapporteur::load {
namespace {

void read_group(YamlReader& yaml, const YAML::Node& item, NumberStyle& style) {
  if (item.IsNull()) {
    return;
  }
  if (!item.IsScalar()) {
    yaml.add("plan-shape", item, {{"key", "group"}, {"shape", "text"}});
    return;
  }
  const std::string& typed = item.Scalar();
  const bool is_space =
      typed == "space" || typed == "espace" || (!typed.empty() && trimmed(typed).empty());
  if (is_space) {
    style.groups.emplace_back(" ");
  } else if (typed == "." || typed == "," || typed == "'" || typed == "’") {
    style.groups.push_back(typed);
  } else if (!typed.empty() && typed != "none") {
    yaml.refuse(item, "group", "\".\" \",\" \"'\" space none");
  }
}

}  // namespace

NumberStyle read_number_style(YamlReader& yaml, const YAML::Node& numbers) {
  NumberStyle style{{}, "."};
  if (!numbers || numbers.IsNull() || !yaml.check_keys(numbers, "numbers", key_names("numbers"))) {
    return style;
  }
  for (const YAML::Node& item : yaml.items(numbers["group"])) {
    read_group(yaml, item, style);
  }
  const bool points = std::ranges::find(style.groups, ".") != style.groups.end();
  style.decimal.assign(1, points ? ',' : '.');
  const auto decimal = yaml.scalar(numbers["decimal"], "decimal");
  if (!decimal) {
    return style;
  }
  // The decimal sign must be told from a group separator.
  std::vector<std::string> allowed = {",", "."};
  std::erase_if(allowed, [&](const std::string& sign) {
    return std::ranges::find(style.groups, sign) != style.groups.end();
  });
  if (std::ranges::find(allowed, *decimal) != allowed.end()) {
    style.decimal = *decimal;
  } else {
    yaml.refuse(numbers["decimal"], "decimal", "\"" + joined(allowed) + "\"");
  }
  return style;
}

}  // namespace rapporteur::load
