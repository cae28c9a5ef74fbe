// How a computed value was made, kept where figures are traced (Context::traced).
#pragma once

#include <lua.hpp>
#include <optional>
#include <vector>

#include "plan/budget.hpp"
#include "view/value.hpp"

namespace rapporteur::plugin {

/// Gathers the cells of a computation. Where figures are not traced it keeps nothing.
class Made {
 public:
  explicit Made(lua_State* lua);

  /// A value of the computation: its own cell, or those that it was made from.
  void from(const view::Value& value);
  void from(const Origin& cell);
  void from(const Sum& sum);

  /// The formula; nothing when no cell took part. `operation` as in view::Formula.
  [[nodiscard]] std::optional<view::Formula> by(const char* operation) const;

 private:
  bool traced_;
  std::vector<view::Cells> cells_;
};

}  // namespace rapporteur::plugin
