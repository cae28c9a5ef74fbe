// The child's answer: what it has to say, and the value when there is one.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "plugin/child.hpp"
#include "plugin/last_place.hpp"
#include "view/value.hpp"

namespace rapporteur::plugin {

struct Reply {
  std::optional<view::Value> value;
  Diagnostics diagnostics;
};
[[nodiscard]] std::string encode(const Reply& reply);
/// Nothing when the bytes are broken or a diagnostic is not one that a plugin's run may give.
[[nodiscard]] std::optional<Reply> decode_reply(std::string_view bytes);

[[nodiscard]] Arguments timeout_arguments(const Limits& limits);
[[nodiscard]] Arguments memory_arguments(const Limits& limits);

/// Where a format lives: its own folder, the shared one, which may be empty, and its bases.
struct Folders {
  std::filesystem::path own;
  std::filesystem::path common;
  std::vector<Layer> bases = {};  ///< of the formats that it extends
};

/// Runs `work` in a child and hands on what it says. When the child had to be ended,
/// plugin-timeout, plugin-memory and plugin-crash stand at the line that it was last seen at, else
/// at plugin.lua.
[[nodiscard]] std::optional<view::Value> ask_child(const std::function<Reply(LastPlace*)>& work,
                                                   const Limits& limits, const Folders& folders,
                                                   Diagnostics& diagnostics);

}  // namespace rapporteur::plugin
