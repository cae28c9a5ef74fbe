#include "office/style_names.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace rapporteur::office {

namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::array<std::string_view, 4> prefixes = {"P", "T", "MP", "MT"};

/// "P" of "P18"; empty of every other name.
std::string_view prefix_of(std::string_view name) {
  const std::string_view letters = name.substr(0, name.find_first_of(digits));
  const std::string_view number = name.substr(letters.size());
  const bool is_numbered =
      !number.empty() && number.find_first_not_of(digits) == std::string_view::npos;
  return is_numbered && std::ranges::find(prefixes, letters) != prefixes.end() ? letters
                                                                               : std::string_view();
}

/// Where the value of the next attribute style-name="…" (with any prefix) lies, from `at` on.
struct Value {
  std::size_t at = std::string_view::npos;
  std::string_view text;
};
Value next_style(std::string_view xml, std::size_t from) {
  constexpr std::string_view attribute = "style-name=\"";
  const std::size_t found = xml.find(attribute, from);
  if (found == std::string_view::npos) {
    return {};
  }
  const std::size_t at = found + attribute.size();
  return {at, xml.substr(at, xml.find('"', at) - at)};
}

/// New names, given in the order in which old ones are met.
class Names {
 public:
  const std::string& of(std::string_view old) {
    const auto known = names_.find(old);
    if (known != names_.end()) {
      return known->second;
    }
    const std::string_view prefix = prefix_of(old);
    return names_
        .emplace(old, prefix.empty() ? std::string(old)
                                     : std::string(prefix) + std::to_string(++counts_[prefix]))
        .first->second;
  }
  [[nodiscard]] bool knows(std::string_view old) const { return names_.find(old) != names_.end(); }

 private:
  std::map<std::string, std::string, std::less<>> names_;
  std::map<std::string_view, int> counts_;
};

std::string renamed(std::string_view xml, Names& names) {
  std::string result;
  result.reserve(xml.size());
  std::size_t copied = 0;
  for (Value value = next_style(xml, 0); value.at != std::string_view::npos;
       value = next_style(xml, value.at)) {
    result.append(xml.substr(copied, value.at - copied));
    result.append(names.of(value.text));
    copied = value.at + value.text.size();
  }
  result.append(xml.substr(copied));
  return result;
}

struct Definition {
  std::string_view xml;
  std::string_view name;  ///< as it was; empty for what is no numbered style
};

/// The elements style:style of a list of styles, and what stands between them.
std::vector<Definition> definitions_in(std::string_view list) {
  constexpr std::string_view open = "<style:style ";
  constexpr std::string_view close = "</style:style>";
  constexpr std::string_view name_attribute = "style:name=\"";
  std::vector<Definition> definitions;
  while (!list.empty()) {
    const std::size_t begin = std::min(list.find(open), list.size());
    if (begin > 0) {
      definitions.push_back({list.substr(0, begin), {}});
      list.remove_prefix(begin);
      continue;
    }
    const std::size_t tag_end = list.find('>');
    const bool is_empty = tag_end != std::string_view::npos && list[tag_end - 1] == '/';
    const std::size_t end =
        is_empty ? tag_end + 1
                 : std::min(list.find(close), list.size() - close.size()) + close.size();
    const std::string_view xml = list.substr(0, end);
    const std::size_t name = xml.find(name_attribute) + name_attribute.size();
    const std::string_view text = xml.substr(name, xml.find('"', name) - name);
    definitions.push_back({xml, prefix_of(text).empty() ? std::string_view() : text});
    list.remove_prefix(end);
  }
  return definitions;
}

std::string with_name(const Definition& definition, const std::string& name) {
  std::string xml(definition.xml);
  const std::string attribute = "style:name=\"";
  xml.replace(xml.find(attribute) + attribute.size(), definition.name.size(), name);
  return xml;
}

/// The definitions under their new names, each in the place of one of its kind, in their order.
std::string redefined(std::string_view list, Names& names) {
  const std::vector<Definition> definitions = definitions_in(list);
  std::vector<const Definition*> unused;
  for (const Definition& definition : definitions) {
    if (!definition.name.empty() && !names.knows(definition.name)) {
      unused.push_back(&definition);
    }
  }
  const auto content = [](const Definition* definition) { return with_name(*definition, ""); };
  std::ranges::stable_sort(unused, {}, content);
  for (const Definition* definition : unused) {
    static_cast<void>(names.of(definition->name));
  }
  std::map<std::string_view, std::map<int, std::string>> by_kind;  // prefix → number → element
  for (const Definition& definition : definitions) {
    if (!definition.name.empty()) {
      const std::string& name = names.of(definition.name);
      const std::string_view prefix = prefix_of(definition.name);
      by_kind[prefix][std::stoi(name.substr(prefix.size()))] = with_name(definition, name);
    }
  }
  std::string result;
  for (const Definition& definition : definitions) {
    if (definition.name.empty()) {
      result.append(definition.xml);
    } else {
      auto& left = by_kind[prefix_of(definition.name)];
      result.append(left.begin()->second);
      left.erase(left.begin());
    }
  }
  return result;
}

}  // namespace

std::string with_steady_styles(std::string_view xml) {
  constexpr std::string_view open = "<office:automatic-styles>";
  constexpr std::string_view close = "</office:automatic-styles>";
  const std::size_t begin = xml.find(open);
  const std::size_t end = xml.find(close);
  if (begin == std::string_view::npos || end == std::string_view::npos) {
    return std::string(xml);
  }
  const std::size_t list = begin + open.size();
  Names names;
  const std::string text = renamed(xml.substr(end), names);
  return std::string(xml.substr(0, list)) + redefined(xml.substr(list, end - list), names) + text;
}

}  // namespace rapporteur::office
