#include "plugin/inherit.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace rapporteur::plugin {
namespace {

using view::Map;
using view::Value;

/// An empty table of Lua is an empty list, and stands for an empty map as well.
bool is_empty_table(const Value& value) {
  const auto* list = std::get_if<view::List>(&value.data);
  return list != nullptr && list->empty();
}

/// Members of `base` that `own` lacks are added; members of both are merged `depth` levels further.
void complete(Value& own, const Value& base, int depth) {
  if (is_empty_table(own) && std::holds_alternative<Map>(base.data)) {
    own.data = Map{};
  }
  auto* members = std::get_if<Map>(&own.data);
  const auto* others = std::get_if<Map>(&base.data);
  if (members == nullptr || others == nullptr) {
    return;
  }
  for (const auto& [name, value] : *others) {
    const auto mine = std::find_if(members->begin(), members->end(),
                                   [&, &key = name](const auto& m) { return m.first == key; });
    if (mine == members->end()) {
      members->emplace_back(name, value);
    } else if (depth > 0) {
      complete(mine->second, value, depth - 1);
    }
  }
}

}  // namespace

Value inherit(Value own, const Value& base) {
  constexpr std::array<std::string_view, 4> whole{"name", "languages", "fonts", "tables"};
  constexpr std::array<std::pair<std::string_view, int>, 3> by_name{
      {{"options", 1}, {"formats", 0}, {"limits", 0}}};
  auto* members = std::get_if<Map>(&own.data);
  if (members == nullptr) {
    return own;
  }
  const auto member = [&](std::string_view name) {
    return std::find_if(members->begin(), members->end(),
                        [&](const auto& m) { return m.first == name; });
  };
  const auto take = [&](std::string_view name, const Value& value) {
    if (member(name) == members->end()) {
      members->emplace_back(name, value);
    }
  };
  for (const std::string_view name : whole) {
    if (const Value* value = base.find(name)) {
      take(name, *value);
    }
  }
  for (const auto& [name, depth] : by_name) {
    if (const Value* value = base.find(name)) {
      take(name, *value);
      complete(member(name)->second, *value, depth);
    }
  }
  return own;
}

}  // namespace rapporteur::plugin
