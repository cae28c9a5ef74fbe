// JSON as a tree: read with places and with numbers kept as they are written, written so that equal
// trees give equal bytes. A library's tree would lose both: the line of a value, and 0.10.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::json {

enum class Type { null, boolean, number, string, array, object };

struct Member;

struct Value {
  Type type = Type::null;
  bool is_true = false;
  std::string text;                ///< of a string; of a number, exactly as written
  std::vector<Value> items;        ///< of an array
  std::vector<Member> members;     ///< of an object, in their order
  int line = 0;                    ///< where it was read, from 1; 0 = it was made here
  int column = 0;                  ///< character of the line, from 1
  std::size_t begin = 0, end = 0;  ///< its bytes in the text that was read

  [[nodiscard]] const Value* find(std::string_view name) const;
  /// Text of the member when it is a string, else empty.
  [[nodiscard]] std::string_view string_at(std::string_view name) const;
  [[nodiscard]] bool is(Type wanted) const { return type == wanted; }

  /// Adds a member behind the others (the caller sees to it that names are new) and returns it.
  Value& set(std::string name, Value value);
  Value& push(Value value);
};

struct Member {
  std::string name;
  Value value;
};

[[nodiscard]] Value object();
[[nodiscard]] Value array();
[[nodiscard]] Value string(std::string_view text);
[[nodiscard]] Value number(std::int64_t number);
[[nodiscard]] Value boolean(bool is_true);
[[nodiscard]] Value strings(const std::vector<std::string>& texts);

/// Same type and content; places do not count, the order of members does.
[[nodiscard]] bool same(const Value& a, const Value& b);

/// Two blanks a level; what fits on a line of `width` columns, or lies `rows_at` levels deep or
/// deeper, stands on one line. Ends with a line break.
[[nodiscard]] std::string write(const Value& value, int rows_at = 64, std::size_t width = 100);

enum class Fault { ends, unexpected, text, number, deep, twice, behind, large };
[[nodiscard]] std::string_view name_of(Fault fault);

struct Problem {
  Fault fault = Fault::ends;
  int line = 0;
  int column = 0;
  std::string name;  ///< of a member that stands twice
};

/// Reads RFC 8259 in valid UTF-8, at most 100 levels deep and a million values, each name once in
/// an object. Nothing
/// after a fault, which is put into `problem`.
[[nodiscard]] std::optional<Value> parse(std::string_view text, Problem& problem);

}  // namespace rapporteur::json
