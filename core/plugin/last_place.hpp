// Where a plugin was when it was last seen, in memory that outlives it: a child that is killed says
// nothing more, and its author still wants the line.
#pragma once

#include <array>
#include <string>

#include "base/origin.hpp"

struct lua_State;

namespace rapporteur::plugin {

/// Lies in shared memory: plain bytes only. The child writes, the parent reads when it is gone.
struct LastPlace {
  int line = 0;  ///< 0 = nothing was noted
  std::array<char, 256> file{};

  /// Notes the innermost line of Lua on the stack, counted from `level`. Allocates nothing and
  /// raises no error.
  void note(lua_State* lua, int level);
  /// The place as a diagnostic has it; `otherwise` when nothing was noted.
  [[nodiscard]] Origin origin(const Origin& otherwise) const;
};

/// A LastPlace that a forked child shares with its parent. Without one (no memory to be had) `get`
/// is null, and places are less exact.
class SharedPlace {
 public:
  SharedPlace();
  ~SharedPlace();
  SharedPlace(const SharedPlace&) = delete;
  SharedPlace& operator=(const SharedPlace&) = delete;
  [[nodiscard]] LastPlace* get() const { return place_; }

 private:
  LastPlace* place_ = nullptr;
};

}  // namespace rapporteur::plugin
