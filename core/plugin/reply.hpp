// The child's answer: what it has to say, and the value when there is one.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "plugin/child.hpp"
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

/// Runs `work` in a child and hands on what it says; `place` is where plugin-timeout, plugin-memory
/// and plugin-crash stand.
[[nodiscard]] std::optional<view::Value> ask_child(const std::function<Reply()>& work,
                                                   const Limits& limits, const Origin& place,
                                                   Diagnostics& diagnostics);

}  // namespace rapporteur::plugin
