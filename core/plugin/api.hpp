// The plugins' interface as one table: each function and each field with its type, its help and the
// version that brought it. From it come the binding, the checks of arguments, "did you mean", the
// manual (docs/lua-api.md) and the stubs for editors (docs/lua/rapporteur.lua).
//
// Types of a parameter, several joined by '|': string, integer, boolean, list, map, any; the values
// money, decimal, percent, date, text, markdown, image, missing; `value` = anything a slot can
// print.
#pragma once

#include <lua.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::plugin {

struct ApiParameter {
  std::string_view name;
  std::string_view type;
  std::string_view help;
  bool optional = false;
};

struct ApiFunction {
  std::string_view name;
  std::vector<ApiParameter> parameters;
  std::string_view returns;  ///< type, or types separated by ", "
  std::string_view since;
  std::string_view help;
  std::string_view errors;
  int (*call)(lua_State*);  ///< arguments are checked; may throw ScriptError
};

/// A value of the module that never changes.
struct ApiConstant {
  std::string_view name;
  std::string_view type;
  std::string_view since;
  std::string_view help;
  void (*push)(lua_State*);
};

/// A field of an object that hangs on the plan. `get` pushes its value.
struct ApiField {
  std::string_view name;
  std::string_view type;
  std::string_view since;
  std::string_view help;
  void (*get)(lua_State*, const void* object);
};

struct ApiClass {
  std::string_view name;
  std::string_view help;
  std::vector<ApiField> fields;
  /// For what has names of its own (columns, tables, slots, options): pushes the value of `key` and
  /// returns true; else puts what there is into `known`.
  bool (*get_named)(lua_State*, const void* object, std::string_view key,
                    std::vector<std::string>& known) = nullptr;
  std::string_view named_type = {};  ///< type of these values
};

/// Everything the module `rapporteur` holds.
[[nodiscard]] std::span<const ApiFunction> api_functions();
[[nodiscard]] std::span<const ApiConstant> api_constants();
/// The plan and all that hangs on it, and the context.
[[nodiscard]] std::span<const ApiClass> api_classes();
[[nodiscard]] const ApiClass& api_class(std::string_view name);

/// Leaves the module `rapporteur` on the stack, and registers the metatables.
void open_api(lua_State* lua);
/// Pushes a read-only object of class `name`. `target` must outlive the state.
void push_object(lua_State* lua, std::string_view name, const void* target);
/// A read-only object: its class and what it stands for in the plan.
struct ApiObject {
  const ApiClass* type;
  const void* target;
};
/// The object at `index`, or null.
[[nodiscard]] const ApiObject* object_at(lua_State* lua, int index);
/// The class name of an object at `index`, or empty.
[[nodiscard]] std::string_view object_class(lua_State* lua, int index);

}  // namespace rapporteur::plugin
