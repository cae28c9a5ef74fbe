// Look-up in the view's tree, and its text form for tests and plugin authors.
#include "view/value.hpp"

#include <algorithm>
#include <array>

namespace rapporteur::view {
namespace {

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      default:
        out += c;
    }
  }
  out += '"';
}

void append_language(std::string& out, std::string_view language) {
  if (!language.empty()) {
    out += '[';
    out += language;
    out += ']';
  }
}

// One line for every value that is no list and no map.
struct Scalar {
  std::string& out;
  void operator()(Missing value) const { (out += "missing ") += name_of(value); }
  void operator()(bool value) const { out += value ? "true" : "false"; }
  void operator()(std::int64_t value) const { out += std::to_string(value); }
  void operator()(const Decimal& value) const { out += to_string(value); }
  void operator()(const Percent& value) const { (out += to_string(value.value)) += " %"; }
  void operator()(const Money& value) const {
    out += to_string(Decimal{value.minor, minor_digits(value.currency)});
    (out += ' ') += value.currency;
  }
  void operator()(const Date& value) const { (out += "date ") += to_string(value); }
  void operator()(const Text& value) const {
    append_quoted(out, value.utf8);
    append_language(out, value.language);
  }
  void operator()(const Markdown& value) const {
    out += "markdown";
    append_language(out, value.language);
    out += ' ';
    append_quoted(out, value.source);
  }
  void operator()(const Qualified& value) const {
    out += "number ";
    out += value.is_change && value.value.digits > 0 ? "+" : "";
    out += to_string(value.value) + (value.is_percent ? " %" : "");
    for (const std::string* words : {&value.before, &value.after}) {
      out += ' ';
      append_quoted(out, *words);
    }
  }
  void operator()(const Image& value) const {
    out += "image ";
    append_quoted(out, value.path);
    out += ' ';
    append_quoted(out, value.alt);
    append_language(out, value.alt_language);
  }
  void operator()(const List&) const { out += "[]"; }
  void operator()(const Map&) const { out += "{}"; }
};

// Appends what stands behind "name:" or "-": a scalar on the same line, members on lines of their
// own, one step further in.
void append(std::string& out, const Value& value, std::size_t depth) {
  const auto* list = std::get_if<List>(&value.data);
  const auto* map = std::get_if<Map>(&value.data);
  const bool nested = (list != nullptr && !list->empty()) || (map != nullptr && !map->empty());
  if (!nested) {
    out += ' ';
    std::visit(Scalar{out}, value.data);
  }
  if (!value.note.empty()) {
    out += "  note ";
    append_quoted(out, value.note);
  }
  out += '\n';
  if (!nested) {
    return;
  }
  const std::string indent(depth * 2, ' ');
  if (list != nullptr) {
    for (const Value& item : *list) {
      (out += indent) += '-';
      append(out, item, depth + 1);
    }
    return;
  }
  for (const auto& [name, member] : *map) {
    ((out += indent) += name) += ':';
    append(out, member, depth + 1);
  }
}

}  // namespace

std::string_view type_name(const Value& value) {
  constexpr std::array<std::string_view, 13> names{
      "missing", "boolean",  "integer", "decimal", "percent",   "money", "date",
      "text",    "markdown", "list",    "map",     "qualified", "image"};
  return names.at(value.data.index());
}

const Value* Value::find(std::string_view name) const {
  const auto* map = std::get_if<Map>(&data);
  if (map == nullptr) {
    return nullptr;
  }
  const auto found = std::find_if(map->begin(), map->end(),
                                  [&](const auto& member) { return member.first == name; });
  return found == map->end() ? nullptr : &found->second;
}

std::string to_text(const Value& value) {
  std::string out = "view:";
  append(out, value, 1);
  return out;
}

}  // namespace rapporteur::view
