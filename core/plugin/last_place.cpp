#include "plugin/last_place.hpp"

#include <sys/mman.h>

#include <cstdio>
#include <lua.hpp>
#include <new>

#include "plugin/session.hpp"

namespace rapporteur::plugin {

void LastPlace::note(lua_State* lua, int level) {
  constexpr int deepest = 40;  // C functions between two of Lua are few
  lua_Debug frame{};
  for (int at = level; at < level + deepest && lua_getstack(lua, at, &frame) != 0; ++at) {
    if (lua_getinfo(lua, "Sl", &frame) != 0 && frame.source[0] == '@') {
      std::snprintf(file.data(), file.size(), "%s", frame.source + 1);
      line = frame.currentline;
      return;
    }
  }
}

Origin LastPlace::origin(const Origin& otherwise) const {
  return line > 0 ? Origin{.file = file.data(), .row = line} : otherwise;
}

SharedPlace::SharedPlace() {
  void* memory =
      mmap(nullptr, sizeof(LastPlace), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory != MAP_FAILED) {
    place_ = new (memory) LastPlace();
  }
}

SharedPlace::~SharedPlace() {
  if (place_ != nullptr) {
    munmap(place_, sizeof(LastPlace));
  }
}

}  // namespace rapporteur::plugin
