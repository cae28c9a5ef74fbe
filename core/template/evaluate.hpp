// Looks paths up in the view, under the names that the blocks around a tag have bound.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "template/syntax.hpp"
#include "view/value.hpp"

namespace rapporteur::template_ {

/// A name of a block and what it stands for now.
struct Binding {
  std::string_view alias;
  const view::Value* item = nullptr;
  std::size_t index = 0;  ///< from 0
  std::size_t count = 0;
};

/// A value, or the step that leads nowhere and the names there are instead.
struct Found {
  const view::Value* value = nullptr;
  std::string unknown;
  std::vector<std::string> candidates;
};

class Scope {
 public:
  explicit Scope(const view::Value& root) : root_(root) {}

  void push(const Binding& binding) { bindings_.push_back(binding); }
  void pop() { bindings_.pop_back(); }
  Binding& top() { return bindings_.back(); }

  /// The value stays valid until the third next call. What is missing on the way, or not there
  /// under an index in brackets, is a missing value; a name that does not exist is unknown.
  [[nodiscard]] Found find(const Steps& steps);

 private:
  const view::Value* first(const std::string& name, const Binding*& binding) const;
  const view::Value* loop_member(const Binding& binding, std::string_view name);
  const view::Value* indexed(const view::Value& in, const Step& step, Found& found);
  const view::Value* keep(view::Value value);

  const view::Value& root_;
  std::vector<Binding> bindings_;
  std::array<view::Value, 4> kept_;
  std::size_t next_kept_ = 0;
  view::Value missing_;
};

/// What {{#if}} goes by: false, a missing value, empty text and an empty list are not true; 0 is a
/// number like any other, so it is.
[[nodiscard]] bool is_true(const view::Value& value);

}  // namespace rapporteur::template_
