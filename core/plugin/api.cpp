// The binding: turns the table of the interface into Lua functions and read-only objects.
#include "plugin/api.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "plugin/lua_value.hpp"
#include "plugin/session.hpp"

namespace rapporteur::plugin {
namespace {

const char* const object_metatable = "rapporteur.object";

bool has_type(lua_State* lua, int index, std::string_view wanted) {
  if (wanted == "any") {
    return true;
  }
  if (wanted == "value") {
    return printable_at(lua, index).has_value();
  }
  if (wanted == "function") {
    return lua_type(lua, index) == LUA_TFUNCTION;
  }
  if (wanted == "list" || wanted == "map") {
    return lua_type(lua, index) == LUA_TTABLE;
  }
  return type_name(lua, index) == wanted;
}

bool fits(lua_State* lua, int index, const ApiParameter& parameter) {
  if (lua_isnoneornil(lua, index)) {
    return parameter.optional;
  }
  const std::vector<std::string> types = split(parameter.type, '|');
  return std::any_of(types.begin(), types.end(),
                     [&](const std::string& type) { return has_type(lua, index, type); });
}

std::string in_words(std::string_view types) {
  std::string words;
  for (const char c : types) {
    words += c == '|' ? std::string(" or ") : std::string(1, c);
  }
  return words;
}

int call_function(lua_State* lua) {
  return guarded(lua, [lua] {
    const auto& function =
        *static_cast<const ApiFunction*>(lua_touserdata(lua, lua_upvalueindex(1)));
    const auto count = static_cast<int>(function.parameters.size());
    if (lua_gettop(lua) > count) {
      throw ScriptError{"too many arguments to " + std::string(function.name) + ": it takes " +
                        std::to_string(count)};
    }
    for (int i = 0; i < count; ++i) {
      const ApiParameter& parameter = function.parameters[static_cast<std::size_t>(i)];
      if (!fits(lua, i + 1, parameter)) {
        throw ScriptError{"bad argument '" + std::string(parameter.name) + "' to " +
                          std::string(function.name) + ": expected " + in_words(parameter.type) +
                          ", got " + std::string(type_name(lua, i + 1))};
      }
    }
    lua_settop(lua, count);
    return function.call(lua);
  });
}

std::string did_you_mean(std::string_view key, const std::vector<std::string>& known) {
  const std::string near = nearest(key, known);
  return near.empty() ? "" : "; did you mean '" + near + "'?";
}

int read_field(lua_State* lua) {
  return guarded(lua, [lua] {
    const auto& object = *static_cast<const ApiObject*>(lua_touserdata(lua, 1));
    if (lua_type(lua, 2) != LUA_TSTRING) {
      throw ScriptError{"a field of " + std::string(object.type->name) + " has a name, not a " +
                        std::string(type_name(lua, 2))};
    }
    std::size_t size = 0;
    const char* bytes = lua_tolstring(lua, 2, &size);
    const std::string_view key(bytes, size);
    std::vector<std::string> known;
    for (const ApiField& field : object.type->fields) {
      if (field.name == key) {
        field.get(lua, object.target);
        return 1;
      }
      known.emplace_back(field.name);
    }
    if (object.type->get_named != nullptr &&
        object.type->get_named(lua, object.target, key, known)) {
      return 1;
    }
    throw ScriptError{std::string(object.type->name) + " has no field '" + std::string(key) + "'" +
                      did_you_mean(key, known)};
  });
}

int write_field(lua_State* lua) {
  return guarded(lua, [lua]() -> int {
    const auto& object = *static_cast<const ApiObject*>(lua_touserdata(lua, 1));
    throw ScriptError{"field '" + std::string(luaL_tolstring(lua, 2, nullptr)) + "' of " +
                      std::string(object.type->name) +
                      " cannot be written: what hangs on the plan is read-only"};
  });
}

int same_object(lua_State* lua) {
  const auto* a = static_cast<const ApiObject*>(luaL_testudata(lua, 1, object_metatable));
  const auto* b = static_cast<const ApiObject*>(luaL_testudata(lua, 2, object_metatable));
  lua_pushboolean(lua,
                  a != nullptr && b != nullptr && a->type == b->type && a->target == b->target);
  return 1;
}

int object_to_string(lua_State* lua) {
  push_string(lua, object_class(lua, 1));
  return 1;
}

int no_function(lua_State* lua) {
  return guarded(lua, [lua]() -> int {
    const std::string key = luaL_tolstring(lua, 2, nullptr);
    std::vector<std::string> known;
    for (const ApiFunction& function : api_functions()) {
      known.emplace_back(function.name);
    }
    for (const ApiConstant& constant : api_constants()) {
      known.emplace_back(constant.name);
    }
    throw ScriptError{"rapporteur has no function '" + key + "'" + did_you_mean(key, known)};
  });
}
int no_new_function(lua_State* lua) {
  return guarded(lua,
                 []() -> int { throw ScriptError{"the module rapporteur cannot be changed"}; });
}

}  // namespace

const ApiClass& api_class(std::string_view name) {
  const std::span<const ApiClass> classes = api_classes();
  const auto found = std::find_if(classes.begin(), classes.end(),
                                  [&](const ApiClass& type) { return type.name == name; });
  if (found == classes.end()) {
    throw std::logic_error("no class of the interface: " + std::string(name));
  }
  return *found;
}

void push_object(lua_State* lua, std::string_view name, const void* target) {
  const ApiClass& type = api_class(name);
  auto* object = static_cast<ApiObject*>(lua_newuserdatauv(lua, sizeof(ApiObject), 0));
  *object = {&type, target};
  luaL_setmetatable(lua, object_metatable);
}

const ApiObject* object_at(lua_State* lua, int index) {
  return static_cast<const ApiObject*>(luaL_testudata(lua, index, object_metatable));
}

std::string_view object_class(lua_State* lua, int index) {
  const ApiObject* object = object_at(lua, index);
  return object == nullptr ? std::string_view{} : object->type->name;
}

void open_api(lua_State* lua) {
  open_values(lua);
  constexpr std::array<luaL_Reg, 5> methods{{{"__index", read_field},
                                             {"__newindex", write_field},
                                             {"__eq", same_object},
                                             {"__tostring", object_to_string},
                                             {nullptr, nullptr}}};
  luaL_newmetatable(lua, object_metatable);
  luaL_setfuncs(lua, methods.data(), 0);
  lua_pushboolean(lua, 0);
  lua_setfield(lua, -2, "__metatable");
  lua_pop(lua, 1);

  // The module is an empty table in front of the functions, so that it cannot be written to.
  lua_newtable(lua);
  lua_newtable(lua);
  lua_newtable(lua);
  for (const ApiFunction& function : api_functions()) {
    push_string(lua, function.name);
    // Only read: the table of the interface is constant.
    lua_pushlightuserdata(lua, const_cast<ApiFunction*>(&function));
    lua_pushcclosure(lua, call_function, 1);
    lua_rawset(lua, -3);
  }
  for (const ApiConstant& constant : api_constants()) {
    push_string(lua, constant.name);
    constant.push(lua);
    lua_rawset(lua, -3);
  }
  lua_newtable(lua);
  lua_pushcfunction(lua, no_function);
  lua_setfield(lua, -2, "__index");
  lua_setmetatable(lua, -2);
  lua_setfield(lua, -2, "__index");
  lua_pushcfunction(lua, no_new_function);
  lua_setfield(lua, -2, "__newindex");
  lua_pushboolean(lua, 0);
  lua_setfield(lua, -2, "__metatable");
  lua_setmetatable(lua, -2);
}

}  // namespace rapporteur::plugin
