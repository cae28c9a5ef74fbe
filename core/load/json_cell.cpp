#include "load/json_cell.hpp"

#include <algorithm>

namespace rapporteur::load {
namespace {

using json::Type;

bool is_free_text(ColumnType type) {
  return type == ColumnType::id || type == ColumnType::code || type == ColumnType::text ||
         type == ColumnType::path;
}

std::string in_style(std::string number, const NumberStyle& style) {
  if (const std::size_t point = number.find('.'); point != std::string::npos) {
    number.replace(point, 1, style.decimal);
  }
  return number;
}

std::string scalar_text(const json::Value& value) {
  return value.is(Type::boolean) ? (value.is_true ? "true" : "false") : value.text;
}

std::string figure(const json::Value& object, std::string_view name, const NumberStyle& style) {
  const json::Value* const number = object.find(name);
  std::string text = number == nullptr ? "" : in_style(scalar_text(*number), style);
  const json::Value* const percent = object.find("percent");
  return percent != nullptr && percent->is_true ? text + " %" : text;
}

std::string joined_items(const json::Value& list, const char* separator) {
  std::string text;
  for (const json::Value& item : list.items) {
    text.append(text.empty() ? "" : separator).append(scalar_text(item));
  }
  return text;
}

std::string parts_text(const json::Value& parts, const NumberStyle& style) {
  std::string text;
  for (const json::Value& part : parts.items) {
    const std::string name(part.string_at("name"));
    text += (text.empty() ? "" : "; ") + (name.empty() ? "" : name + ": ") +
            figure(part, "number", style);
  }
  return text;
}

/// A value of an indicator that is an object, as a person would type it.
std::optional<std::string> indicator_text(const json::Value& value, const NumberStyle& style) {
  std::string text;
  if (value.find("number") != nullptr) {
    text = figure(value, "number", style);
  } else if (value.find("change") != nullptr) {
    text = figure(value, "change", style);
    text.insert(0, text.starts_with('-') ? "" : "+");
  } else if (const json::Value* const step = value.find("step"); step != nullptr) {
    const std::string label(value.string_at("after"));
    return scalar_text(*step) + (label.empty() ? "" : " – " + label);
  } else if (const json::Value* const parts = value.find("parts"); parts != nullptr) {
    return parts_text(*parts, style);
  } else {
    return std::nullopt;
  }
  const std::string before(value.string_at("before"));
  const std::string after(value.string_at("after"));
  return (before.empty() ? "" : before + " ") + text + (after.empty() ? "" : " " + after);
}

std::string spelling_of(Missing kind, Plan& plan) {
  const auto known =
      std::ranges::find_if(plan.missing, [&](const auto& entry) { return entry.second == kind; });
  if (known != plan.missing.end()) {
    return known->first;
  }
  plan.missing.emplace(name_of(kind), kind);
  return std::string(name_of(kind));
}

JsonText object_text(const json::Value& value, const ColumnSpec& column, const NumberStyle& style,
                     Plan& plan) {
  if (value.find("missing") != nullptr && !is_free_text(column.type)) {
    const auto kind = missing_in(value);
    if (!kind) {
      return {{}, JsonFault::missing_kind};
    }
    return {*kind == Missing::empty ? "" : spelling_of(*kind, plan)};
  }
  if (column.type == ColumnType::money) {
    const json::Value* const amount = value.find("amount");
    const std::string_view currency = value.string_at("currency");
    if (amount == nullptr || !(amount->is(Type::string) || amount->is(Type::number))) {
      return {{}, JsonFault::shape};
    }
    if (!currency.empty() && currency != plan.currency) {
      return {{}, JsonFault::currency};
    }
    return {amount->text};
  }
  if (column.type == ColumnType::value) {
    if (auto text = indicator_text(value, style)) {
      return {std::move(*text)};
    }
  }
  return {{}, JsonFault::shape};
}

}  // namespace

JsonText cell_text(const json::Value& value, const ColumnSpec& column, const NumberStyle& style,
                   Plan& plan) {
  switch (value.type) {
    case Type::null:
      return {};
    case Type::object:
      return object_text(value, column, style, plan);
    case Type::array: {
      const bool is_flat = std::ranges::none_of(value.items, [](const json::Value& item) {
        return item.is(Type::object) || item.is(Type::array);
      });
      const bool is_list = column.type == ColumnType::list ||
                           column.type == ColumnType::references ||
                           column.type == ColumnType::value;
      return is_flat && is_list ? JsonText{joined_items(value, "\n")}
                                : JsonText{{}, JsonFault::shape};
    }
    case Type::number:
      return {column.type == ColumnType::value ? in_style(value.text, style) : value.text};
    default:
      return {scalar_text(value)};
  }
}

std::optional<Missing> missing_in(const json::Value& value) {
  return missing_named(value.string_at("missing"));
}

NumberStyle json_style() {
  return {{}, "."};
}

}  // namespace rapporteur::load
