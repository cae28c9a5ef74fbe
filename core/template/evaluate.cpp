#include "template/evaluate.hpp"

#include <optional>

#include "base/text.hpp"

namespace rapporteur::template_ {
namespace {

bool is_missing(const view::Value& value) {
  return std::holds_alternative<Missing>(value.data);
}

std::vector<std::string> names_in(const view::Value& value) {
  std::vector<std::string> names;
  if (const auto* map = std::get_if<view::Map>(&value.data)) {
    for (const auto& [name, member] : *map) {
      names.push_back(name);
    }
  }
  return names;
}

// What an index in brackets looks for, as a name.
std::optional<std::string> key_of(const view::Value& value) {
  if (const auto* text = std::get_if<view::Text>(&value.data)) {
    return text->utf8;
  }
  if (const auto* number = std::get_if<std::int64_t>(&value.data)) {
    return std::to_string(*number);
  }
  if (const auto* decimal = std::get_if<Decimal>(&value.data)) {
    return to_string(*decimal);
  }
  return std::nullopt;
}

}  // namespace

const view::Value* Scope::keep(view::Value value) {
  view::Value& slot = kept_.at(next_kept_++ % kept_.size());
  slot = std::move(value);
  return &slot;
}

const view::Value* Scope::first(const std::string& name, const Binding*& binding) const {
  for (auto at = bindings_.rbegin(); at != bindings_.rend(); ++at) {
    if (at->alias == name) {
      binding = &*at;
      return at->item;
    }
  }
  return root_.find(name);
}

const view::Value* Scope::loop_member(const Binding& binding, std::string_view name) {
  if (name == "first") {
    return keep({.data = binding.index == 0});
  }
  if (name == "last") {
    return keep({.data = binding.index + 1 == binding.count});
  }
  if (name == "index") {
    return keep({.data = static_cast<std::int64_t>(binding.index + 1)});
  }
  return name == "count" ? keep({.data = static_cast<std::int64_t>(binding.count)}) : nullptr;
}

const view::Value* Scope::indexed(const view::Value& in, const Step& step, Found& found) {
  std::size_t number = step.number;
  std::string key = std::to_string(number);
  if (!step.index.empty()) {
    Found inner = find(step.index);
    if (inner.value == nullptr) {
      found = std::move(inner);
      return nullptr;
    }
    const std::optional<std::string> text = key_of(*inner.value);
    if (!text) {
      return &missing_;
    }
    key = *text;
    const auto* whole = std::get_if<std::int64_t>(&inner.value->data);
    number = whole != nullptr && *whole > 0 ? static_cast<std::size_t>(*whole) : 0;
  }
  if (const auto* list = std::get_if<view::List>(&in.data)) {
    return number >= 1 && number <= list->size() ? &(*list)[number - 1] : &missing_;
  }
  if (std::holds_alternative<view::Map>(in.data)) {
    const view::Value* member = in.find(key);
    return member != nullptr ? member : &missing_;
  }
  found.unknown = "[" + key + "]";
  return nullptr;
}

Found Scope::find(const Steps& steps) {
  Found found;
  const Binding* binding = nullptr;
  const view::Value* at = first(steps.front().name, binding);
  if (at == nullptr) {
    found.unknown = steps.front().name;
    found.candidates = names_in(root_);
    for (const Binding& bound : bindings_) {
      found.candidates.emplace_back(bound.alias);
    }
    return found;
  }
  for (std::size_t i = 1; i < steps.size(); ++i) {
    const Step& step = steps[i];
    const view::Value* next = nullptr;
    if (step.name.empty()) {
      next = is_missing(*at) ? &missing_ : indexed(*at, step, found);
      if (next == nullptr) {
        return found;
      }
    } else {
      next = at->find(step.name);
      if (next == nullptr && i == 1 && binding != nullptr) {
        next = loop_member(*binding, step.name);
      }
      if (next == nullptr && is_missing(*at)) {
        next = at;
      }
      if (next == nullptr) {
        found.unknown = step.name;
        found.candidates = names_in(*at);
        if (i == 1 && binding != nullptr) {
          found.candidates.insert(found.candidates.end(), {"first", "last", "index", "count"});
        }
        return found;
      }
    }
    at = next;
  }
  found.value = at;
  return found;
}

bool is_true(const view::Value& value) {
  struct Truth {
    bool operator()(Missing) const { return false; }
    bool operator()(bool truth) const { return truth; }
    bool operator()(const view::Text& text) const { return !text.utf8.empty(); }
    bool operator()(const view::Markdown& text) const { return !trimmed(text.source).empty(); }
    bool operator()(const view::List& list) const { return !list.empty(); }
    bool operator()(const view::Map& map) const { return !map.empty(); }
    bool operator()(std::int64_t) const { return true; }
    bool operator()(const Decimal&) const { return true; }
    bool operator()(const view::Percent&) const { return true; }
    bool operator()(const view::Qualified&) const { return true; }
    bool operator()(const view::Image&) const { return true; }
    bool operator()(const Money&) const { return true; }
    bool operator()(const Date&) const { return true; }
  };
  return std::visit(Truth{}, value.data);
}

}  // namespace rapporteur::template_
