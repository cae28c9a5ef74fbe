#include "plugin/field_place.hpp"

#include <algorithm>
#include <cctype>

#include "base/text.hpp"

namespace rapporteur::plugin {
namespace {

/// The first `name` that is a key (name = …) from `from` on.
std::size_t find_key(std::string_view source, std::string_view name, std::size_t from) {
  const auto part_of_word = [&](std::size_t at) {
    return at < source.size() &&
           (std::isalnum(static_cast<unsigned char>(source[at])) != 0 || source[at] == '_');
  };
  for (std::size_t at = source.find(name, from); at != std::string_view::npos;
       at = source.find(name, at + 1)) {
    const std::size_t behind = source.find_first_not_of(" \t\"']", at + name.size());
    const bool is_key = behind != std::string_view::npos && source[behind] == '=';
    if (is_key && !part_of_word(at + name.size()) && (at == 0 || !part_of_word(at - 1))) {
      return at;
    }
  }
  return std::string_view::npos;
}

}  // namespace

Origin field_place(std::string file, std::string_view source, std::string_view path) {
  std::size_t at = 0;
  for (const std::string& name : split(path, '.')) {
    const std::size_t found = name.empty() ? std::string::npos : find_key(source, name, at);
    if (found == std::string::npos) {
      break;
    }
    at = found;
  }
  Origin origin;
  origin.file = std::move(file);
  const std::string_view before = source.substr(0, at);
  origin.row = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
  const std::size_t line = before.rfind('\n');
  const std::size_t start = line == std::string_view::npos ? 0 : line + 1;
  origin.column = static_cast<int>(at - start) + 1;
  if (at > 0) {
    const std::string text(source.substr(start, source.find('\n', start) - start));
    origin.text = first_invalid_utf8(text) == std::string::npos ? trimmed(text) : "";
  }
  return origin;
}

}  // namespace rapporteur::plugin
