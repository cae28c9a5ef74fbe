#include "plugin/modules.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "base/files.hpp"
#include "plugin/api.hpp"
#include "plugin/sandbox.hpp"

namespace rapporteur::plugin {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_module_bytes = std::size_t{4} << 20;
const char* const modules_key = "rapporteur.modules";
constexpr std::string_view base_prefix = "base/";
constexpr std::string_view common_prefix = "common/";

/// A chunk's name taken apart: how many formats down, and the file there.
struct Place {
  std::size_t depth = 0;
  std::string_view rest;
};
Place place_of(const Session& session, std::string_view chunk) {
  Place place{0, chunk};
  while (place.depth < session.bases.size() && place.rest.starts_with(base_prefix)) {
    ++place.depth;
    place.rest.remove_prefix(base_prefix.size());
  }
  return place;
}

Layer layer_at(const Session& session, std::size_t depth) {
  return depth == 0 ? Layer{{}, session.folder, session.common} : session.bases[depth - 1];
}

bool is_shared(const Layer& layer, std::string_view rest) {
  return rest.starts_with(common_prefix) && !layer.common.empty();
}

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

[[noreturn]] void not_found(Session& session, const std::string& name, const std::string& path) {
  const Place place = place_of(session, path);
  std::string where = " in the plugin's folder";
  if (is_shared(layer_at(session, place.depth), place.rest)) {
    where = " beside the plugin's folder";
  } else if (place.depth > 0) {
    where = " in the folder of '" + session.bases[place.depth - 1].id + "'";
  } else if (place.rest.starts_with(base_prefix)) {
    where += " (base is the format that plugin.lua extends, and this one extends none)";
  }
  throw ScriptError{"module '" + name + "' not found: there is no file " + std::string(place.rest) +
                    where};
}

/// What a module of the caller's format is called from the outermost one.
std::string from_outside(lua_State* lua, const std::string& name) {
  Session& session = session_of(lua);
  lua_Debug frame{};
  std::size_t depth = 0;
  for (int level = 1; lua_getstack(lua, level, &frame) != 0; ++level) {
    if (lua_getinfo(lua, "S", &frame) != 0 && frame.source[0] == '@') {
      depth = place_of(session, frame.source + 1).depth;
      break;
    }
  }
  const bool is_same_common =
      name.starts_with("common.") && layer_at(session, depth).common == session.common;
  if (name == "rapporteur" || is_same_common) {
    return name;
  }
  std::string full;
  for (std::size_t i = 0; i < depth; ++i) {
    full += "base.";
  }
  return full + name;
}

int require_here(lua_State* lua) {
  return guarded(lua, [lua] {
    if (lua_type(lua, 1) != LUA_TSTRING) {
      throw ScriptError{"bad argument 'name' to require: expected a string"};
    }
    require_module(lua, from_outside(lua, lua_tostring(lua, 1)));
    return 1;
  });
}

}  // namespace

std::string Session::file(std::string_view chunk) const {
  if (const auto script = scripts.find(chunk); script != scripts.end()) {
    return script->second;
  }
  const Place place = place_of(*this, chunk);
  const Layer layer = layer_at(*this, place.depth);
  return (is_shared(layer, place.rest) ? layer.common / place.rest.substr(common_prefix.size())
                                       : layer.folder / place.rest)
      .lexically_normal()
      .string();
}

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
  const Place place = place_of(session, path);
  const Layer layer = layer_at(session, place.depth);
  const fs::path file = session.file(path);
  std::optional<std::string> source;
  if (is_inside(file, is_shared(layer, place.rest) ? layer.common : layer.folder)) {
    source = read_file(file, max_module_bytes);
  }
  if (!source) {
    not_found(session, name, path);
  }
  lua_pushboolean(lua, 0);
  lua_setfield(lua, modules, name.c_str());
  const std::string chunk = "@" + path;
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
