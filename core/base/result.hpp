// Outcome of a step that input can make fail: a value, or nothing because diagnostics were added.
#pragma once

#include <optional>

namespace rapporteur {

/// A step that fails adds at least one Diagnostic to the Diagnostics it was given and returns
/// nothing. There is no second error channel; exceptions are for what nobody can handle.
template <class T>
using Result = std::optional<T>;

}  // namespace rapporteur
