#include "plugin/modules.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "base/files.hpp"
#include "plugin/api.hpp"
#include "plugin/sandbox.hpp"

namespace rapporteur::plugin {
namespace {

constexpr std::size_t max_module_bytes = std::size_t{4} << 20;
const char* const modules_key = "rapporteur.modules";

std::string module_path(const std::string& name) {
  const bool plain =
      !name.empty() && name.front() != '.' && name.back() != '.' &&
      name.find("..") == std::string::npos && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
      });
  if (!plain) {
    throw ScriptError{"module name '" + name +
                      "' is not allowed: a-z, 0-9, _ and single dots only (require reads the "
                      "plugin's own folder and common)"};
  }
  std::string path = name;
  std::replace(path.begin(), path.end(), '.', '/');
  return path + ".lua";
}

int require_here(lua_State* lua) {
  return guarded(lua, [lua] {
    if (lua_type(lua, 1) != LUA_TSTRING) {
      throw ScriptError{"bad argument 'name' to require: expected a string"};
    }
    require_module(lua, lua_tostring(lua, 1));
    return 1;
  });
}

}  // namespace

void open_modules(lua_State* lua) {
  lua_register(lua, "require", require_here);
  lua_newtable(lua);
  open_api(lua);
  lua_setfield(lua, -2, "rapporteur");
  lua_setfield(lua, LUA_REGISTRYINDEX, modules_key);
}

void require_module(lua_State* lua, const std::string& name) {
  lua_getfield(lua, LUA_REGISTRYINDEX, modules_key);
  const int modules = lua_gettop(lua);
  if (lua_getfield(lua, modules, name.c_str()) != LUA_TNIL) {
    if (lua_isboolean(lua, -1) != 0 && lua_toboolean(lua, -1) == 0) {
      throw ScriptError{"module '" + name + "' requires itself, or stopped when it was first read"};
    }
    return;
  }
  lua_pop(lua, 1);
  Session& session = session_of(lua);
  const std::string path = module_path(name);
  const bool is_shared = path.starts_with(Session::common_prefix) && !session.common.empty();
  const std::filesystem::path file = session.file(path);
  std::optional<std::string> source;
  if (is_inside(file, is_shared ? session.common : session.folder)) {
    source = read_file(file, max_module_bytes);
  }
  if (!source) {
    throw ScriptError{"module '" + name + "' not found: there is no file " + path +
                      (is_shared ? " beside the plugin's folder" : " in the plugin's folder")};
  }
  lua_pushboolean(lua, 0);
  lua_setfield(lua, modules, name.c_str());
  const std::string chunk = "@" + path;  // what take_place and the call chain know the file by
  if (luaL_loadbufferx(lua, source->data(), source->size(), chunk.c_str(), "t") != LUA_OK) {
    source.reset();
    session.syntax_fault = lua_tostring(lua, -1);
    session.syntax_file = path;
    lua_error(lua);
  }
  source.reset();
  lua_call(lua, 0, 1);
  if (lua_isnil(lua, -1)) {
    lua_pop(lua, 1);
    lua_pushboolean(lua, 1);
  }
  lua_pushvalue(lua, -1);
  lua_setfield(lua, modules, name.c_str());
}

}  // namespace rapporteur::plugin
