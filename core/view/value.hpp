// The view: what a plugin hands to the template. A tree of typed values; formatting happens in the
// template's slots, not here.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/origin.hpp"
#include "plan/values.hpp"
#include "view/formula.hpp"

namespace rapporteur::view {

struct Value;

/// Plain text. `language` is empty when it is in the report's language.
struct Text {
  std::string utf8;
  std::string language;
  bool operator==(const Text&) const = default;
};
/// A figure that a text quotes from the plan.
struct Figure {
  std::string kind;  ///< type of the value: "decimal", "percent" …
  Origin origin;
  std::optional<Formula> formula;
  bool operator==(const Figure&) const = default;
};

/// CommonMark source of a narrative. Where figures are traced, one that the text quotes stands
/// between marks that name its place in `figures` (figure_marks.hpp).
struct Markdown {
  std::string source;
  std::string language;
  Origin origin;
  std::vector<Figure> figures = {};
  bool operator==(const Markdown&) const = default;
};
/// A share: 39.18 % is Decimal{3918, 2}.
struct Percent {
  Decimal value;
  bool operator==(const Percent&) const = default;
};

/// A number with what belongs to it: "≥ 30 %", "1 par cercle", "+5 %" (a change against the
/// baseline).
struct Qualified {
  Decimal value;
  bool is_percent = false;
  bool is_change = false;  ///< always printed with its sign
  std::string before;
  std::string after;
  bool operator==(const Qualified&) const = default;
};

/// A picture: a file of the plan folder, and what it shows for those who do not see it.
struct Image {
  std::string path;          ///< from the plan folder, with '/': "media/market.jpg"
  std::string alt;           ///< empty = the plan has none
  std::string alt_language;  ///< empty = the report's
  bool operator==(const Image&) const = default;
};

using List = std::vector<Value>;
/// Named values, in insertion order; names are unique.
using Map = std::vector<std::pair<std::string, Value>>;

/// One value of the view. `Missing` prints the slot format's mark for what is missing.
struct Value {
  std::variant<Missing, bool, std::int64_t, Decimal, Percent, Money, Date, Text, Markdown, List,
               Map, Qualified, Image>
      data = Missing::empty;
  std::string note;  ///< footnote set behind the printed value; empty = none
  Origin origin;     ///< the cell that it came from, when known
  /// How it was computed; only where figures are traced.
  std::optional<Formula> formula = std::nullopt;

  bool operator==(const Value&) const = default;

  /// Member of a Map, or nullptr.
  [[nodiscard]] const Value* find(std::string_view name) const;
};

/// "missing", "boolean", "integer", "decimal", "percent", "money", "date", "text" …
[[nodiscard]] std::string_view type_name(const Value& value);

/// Bytes and back (wire.hpp). decode() refuses broken bytes and nesting deeper than 64.
[[nodiscard]] std::string encode(const Value& value);
[[nodiscard]] std::optional<Value> decode(std::string_view bytes);

/// The tree as indented text, for `expected` files of tests and for plugin authors.
[[nodiscard]] std::string to_text(const Value& value);

}  // namespace rapporteur::view
