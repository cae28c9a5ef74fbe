// A value of an indicator as JSON: what it is, and the words around it.
#include <type_traits>

#include "exchange/export.hpp"

namespace rapporteur::exchange {
namespace {

json::Value number_json(const char* name, const Decimal& number, bool is_percent) {
  json::Value object = json::object();
  object.set(name, json::string(to_string(number)));
  if (is_percent) {
    object.set("percent", json::boolean(true));
  }
  return object;
}

json::Value parts_json(const std::vector<Part>& parts) {
  json::Value object = json::object();
  json::Value& list = object.set("parts", json::array());
  for (const Part& part : parts) {
    json::Value number = number_json("number", part.number, part.is_percent);
    json::Value& item = list.push(json::object());
    if (!part.name.empty()) {
      item.set("name", json::string(part.name));
    }
    for (json::Member& member : number.members) {
      item.set(member.name, std::move(member.value));
    }
  }
  return object;
}

json::Value bare(const IndicatorValue& value) {
  return std::visit(
      [&](const auto& held) -> json::Value {
        using T = std::decay_t<decltype(held)>;
        json::Value object = json::object();
        if constexpr (std::is_same_v<T, Missing>) {
          object.set("missing", json::string(name_of(held)));
        } else if constexpr (std::is_same_v<T, Decimal>) {
          return number_json("number", held, value.is_percent);
        } else if constexpr (std::is_same_v<T, Relative>) {
          return number_json("change", held.change, value.is_percent);
        } else if constexpr (std::is_same_v<T, ScaleStep>) {
          object.set("step", json::number(held.digit));
        } else if constexpr (std::is_same_v<T, bool>) {
          return json::boolean(held);
        } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
          return json::strings(held);
        } else if constexpr (std::is_same_v<T, std::vector<Part>>) {
          return parts_json(held);
        } else {
          return json::string(held);
        }
        return object;
      },
      value.data);
}

}  // namespace

json::Value value_json(const IndicatorValue& value, std::string_view qualifier) {
  json::Value json = bare(value);
  if (json.is(json::Type::object) && json.find("missing") == nullptr) {
    if (!value.before.empty() && value.before != qualifier) {
      json.set("before", json::string(value.before));
    }
    if (!value.after.empty() && value.after != qualifier) {
      json.set("after", json::string(value.after));
    }
  }
  return json;
}

}  // namespace rapporteur::exchange
