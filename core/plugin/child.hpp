// Runs a stranger's code in a forked child with limits and brings its answer back as bytes.
//
// The child closes every inherited descriptor but its pipe, takes its limits, works, writes its
// bytes and leaves with _exit. The parent reads until the end of the pipe or the deadline, kills
// what is left and always reaps it: no zombie, no descriptor left, whatever the child does.
//
// A fork copies only the calling thread: a lock that another thread holds at that moment stays
// locked in the child, which then runs into its deadline. So run plugins before, not beside,
// threads that work with ICU.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "plugin/format.hpp"

namespace rapporteur::plugin {

struct ChildEnd {
  enum class How { finished, timeout, memory, crashed };
  How how = How::crashed;
  bool idle = false;  ///< a timeout without computing
  int signal = 0;     ///< that ended a crashed child; 0 when it left by itself without an answer
  std::string bytes;
};

/// In a child that has just been forked: takes the limits, closes every inherited descriptor but
/// the standard ones and `keep`, which becomes number 3. Ends the process when a wall cannot stand.
void raise_walls(const Limits& limits, int keep);

/// Calls `work` in a child. An answer larger than the memory limit counts as `memory`, and so does
/// a std::bad_alloc that leaves `work`. Any other exception that leaves it is a crash.
[[nodiscard]] ChildEnd run_in_child(const std::function<std::string()>& work, const Limits& limits);

}  // namespace rapporteur::plugin
