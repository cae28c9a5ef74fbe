// A second wall behind Lua's: what the system refuses to the process that runs a plugin. Lua offers
// no way to any of it; this holds even if Lua itself had a hole.
#pragma once

namespace rapporteur::plugin {

/// From here on this process, which must have one thread, starts no program and no process, opens
/// no socket, and creates, changes or removes no file: such calls fail with EPERM. False when the
/// system has no such filter (seccomp); then only Lua's wall stands.
[[nodiscard]] bool raise_system_wall();

}  // namespace rapporteur::plugin
