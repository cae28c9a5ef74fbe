// A validator for the part of JSON Schema that our schemas use. An unknown keyword fails: it would
// go unchecked.
#pragma once

#include <algorithm>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "base/text.hpp"

namespace rapporteur::test {

class SchemaCheck {
 public:
  explicit SchemaCheck(const json::Value& root) : root_(root) {}

  /// "path: what is wrong", one a line; empty when the value is valid.
  std::string faults(const json::Value& value) {
    std::string all;
    check(value, root_, "", all);
    return all;
  }

 private:
  bool is_valid(const json::Value& value, const json::Value& schema) {
    std::string unheard;
    check(value, schema, "", unheard);
    return unheard.empty();
  }

  void check(const json::Value& value, const json::Value& schema, const std::string& path,
             std::string& faults) {
    if (schema.is(json::Type::boolean)) {
      if (!schema.is_true) {
        faults += path + ": not allowed\n";
      }
      return;
    }
    for (const json::Member& keyword : schema.members) {
      if (!check_keyword(value, schema, keyword, path, faults)) {
        faults += path + ": fails " + keyword.name + "\n";
      }
    }
  }

  bool check_keyword(const json::Value& value, const json::Value& schema,
                     const json::Member& keyword, const std::string& path, std::string& faults) {
    static const std::set<std::string> notes = {"$schema",     "$defs",       "title",
                                                "description", "x-refers-to", "patternProperties"};
    const std::string& name = keyword.name;
    const json::Value& rule = keyword.value;
    if (notes.contains(name)) {
      return true;  // patternProperties: with additionalProperties
    }
    if (name == "$ref") {
      const json::Value* const target =
          root_.find("$defs")->find(rule.text.substr(std::string("#/$defs/").size()));
      if (target == nullptr) {
        return false;
      }
      check(value, *target, path, faults);
      return true;
    }
    if (name == "anyOf") {
      return std::ranges::any_of(rule.items,
                                 [&](const json::Value& one) { return is_valid(value, one); });
    }
    if (name == "enum") {
      return std::ranges::any_of(rule.items,
                                 [&](const json::Value& one) { return json::same(value, one); });
    }
    if (name == "const") {
      return json::same(value, rule);
    }
    if (name == "type") {
      return rule.is(json::Type::array)
                 ? std::ranges::any_of(rule.items,
                                       [&](const json::Value& one) { return is(value, one.text); })
                 : is(value, rule.text);
    }
    if (name == "pattern") {
      return !value.is(json::Type::string) ||
             std::regex_search(value.text, std::regex(rule.text, std::regex::ECMAScript));
    }
    if (name == "minimum") {
      return !value.is(json::Type::number) || std::stod(value.text) >= std::stod(rule.text);
    }
    if (name == "items") {
      for (std::size_t i = 0; i < value.items.size(); ++i) {
        check(value.items[i], rule, path + "/" + std::to_string(i), faults);
      }
      return true;
    }
    return check_members(value, schema, keyword, path, faults);
  }

  bool check_members(const json::Value& value, const json::Value& schema,
                     const json::Member& keyword, const std::string& path, std::string& faults) {
    const std::string& name = keyword.name;
    const json::Value& rule = keyword.value;
    if (name == "required") {
      return !value.is(json::Type::object) ||
             std::ranges::all_of(rule.items, [&](const json::Value& member) {
               return value.find(member.text) != nullptr;
             });
    }
    if (name == "properties") {
      for (const json::Member& member : value.members) {
        if (const json::Value* const own = rule.find(member.name); own != nullptr) {
          check(member.value, *own, path + "/" + member.name, faults);
        }
      }
      return true;
    }
    if (name == "propertyNames") {
      for (const json::Member& member : value.members) {
        check(json::string(member.name), rule, path + "/" + member.name, faults);
      }
      return true;
    }
    if (name == "additionalProperties") {
      for (const json::Member& member : value.members) {
        if (is_additional(member.name, schema)) {
          check(member.value, rule, path + "/" + member.name, faults);
        }
      }
      return true;
    }
    return false;
  }

  static bool is_additional(const std::string& name, const json::Value& schema) {
    const json::Value* const own = schema.find("properties");
    if (own != nullptr && own->find(name) != nullptr) {
      return false;
    }
    const json::Value* const patterns = schema.find("patternProperties");
    return patterns == nullptr ||
           std::ranges::none_of(patterns->members, [&](const json::Member& pattern) {
             return std::regex_search(name, std::regex(pattern.name));
           });
  }

  static bool is(const json::Value& value, const std::string& type) {
    using json::Type;
    if (type == "integer") {
      return value.is(Type::number) && value.text.find_first_of(".eE") == std::string::npos;
    }
    static const std::vector<std::pair<std::string, Type>> types = {
        {"null", Type::null},     {"boolean", Type::boolean}, {"number", Type::number},
        {"string", Type::string}, {"array", Type::array},     {"object", Type::object}};
    return std::ranges::any_of(
        types, [&](const auto& known) { return known.first == type && value.is(known.second); });
  }

  const json::Value& root_;
};

}  // namespace rapporteur::test
