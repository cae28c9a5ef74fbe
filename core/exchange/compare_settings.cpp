// plan.yaml: its content in one shape, flattened to path -> text.
#include <map>

#include "exchange/compare.hpp"
#include "exchange/export.hpp"

namespace rapporteur::exchange {
namespace {

using Paths = std::vector<std::pair<std::string, std::string>>;

void flatten(const json::Value& value, const std::string& path, Paths& paths) {
  const std::string prefix = path.empty() ? "" : path + ".";
  if (value.is(json::Type::object)) {
    for (const json::Member& member : value.members) {
      flatten(member.value, prefix + member.name, paths);
    }
    return;
  }
  if (!value.is(json::Type::array)) {
    paths.emplace_back(path, value.text);
    return;
  }
  std::string joined;
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    const json::Value& item = value.items[i];
    if (item.is(json::Type::object)) {
      const std::string_view id = item.string_at("id");
      flatten(item, prefix + (id.empty() ? std::to_string(i + 1) : std::string(id)), paths);
    } else {
      joined += (joined.empty() ? "" : ", ") + item.text;
    }
  }
  if (!joined.empty()) {
    paths.emplace_back(path, joined);
  }
}

Paths settings_of(const Plan& plan) {
  Paths paths;
  flatten(plan_json(plan), "", paths);
  return paths;
}

Side side(const Plan& plan, const std::string* text) {
  Side side;
  side.origin.file = plan.origin.file;
  if (text != nullptr) {
    side.value = CellValue(*text);
  }
  return side;
}

}  // namespace

void compare_settings(Comparison& comparison) {
  const Paths old_paths = settings_of(*comparison.before);
  const Paths new_paths = settings_of(*comparison.after);
  const std::map<std::string, std::string> old_texts(old_paths.begin(), old_paths.end());
  const std::map<std::string, std::string> new_texts(new_paths.begin(), new_paths.end());
  const auto add = [&](const std::string& path, const std::string* before,
                       const std::string* after) {
    Change change;
    change.table = "plan.yaml";
    change.column = path;
    change.before = side(*comparison.before, before);
    change.after = side(*comparison.after, after);
    add_change(comparison, std::move(change));
  };
  for (const auto& [path, text] : new_paths) {
    const auto before = old_texts.find(path);
    add(path, before == old_texts.end() ? nullptr : &before->second, &text);
  }
  for (const auto& [path, text] : old_paths) {
    if (!new_texts.contains(path)) {
      add(path, &text, nullptr);
    }
  }
}

}  // namespace rapporteur::exchange
