// Figures as they are printed: what traces of a document and its annotated copy are made from.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/origin.hpp"
#include "view/formula.hpp"

namespace rapporteur::template_ {

struct PrintedFigure {
  std::string printed;
  std::string kind;  ///< type of the value: "money", "integer" …; "term" = a word of the format
  Origin origin;     ///< its cell; without a file where it stands in none
  std::optional<view::Formula> formula;
  std::string slot;  ///< the tag: "{{line.total}}"
  Origin slot_origin;
};

/// How figures are marked in the expanded document, each with its number in the list of figures.
enum class FigureMarks {
  none,
  links,     ///< each is a link, figure_link(number): the PDF tells where it is
  comments,  ///< each has a comment behind it
  values     ///< every value, a text by its lines, stands between marks: for readers, no office
};
/// The text of a comment.
using FigureComment = std::function<std::string(const PrintedFigure&)>;

/// What stands before and behind a value where all are marked: private-use characters, which no
/// data has.
[[nodiscard]] std::string value_begin(std::size_t number);
inline constexpr std::string_view value_end = "\uE006";
/// What a begin is made of: this, the number, this.
inline constexpr std::string_view value_open = "\uE004";
inline constexpr std::string_view value_close = "\uE005";

/// The address of a figure's link, by its place in the list, counted from 1.
[[nodiscard]] std::string figure_link(std::size_t number);
/// The number in such an address; nothing when it is another one.
[[nodiscard]] std::optional<std::size_t> figure_of_link(std::string_view link);

}  // namespace rapporteur::template_
