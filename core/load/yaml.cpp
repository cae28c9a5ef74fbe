#include "load/yaml.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "load/faults.hpp"

namespace rapporteur::load {
std::optional<YAML::Node> YamlReader::parse(const std::string& text) {
  if (text.size() > longest_yaml) {
    Origin origin;
    origin.file = file_;
    report(diagnostics_, "yaml-too-long", origin,
           {{"most", static_cast<std::int64_t>(longest_yaml / 1024)}});
    return std::nullopt;
  }
  try {
    return YAML::Load(text);
  } catch (const YAML::Exception& error) {
    Origin origin;
    origin.file = file_;
    origin.row = error.mark.line + 1;
    origin.column = error.mark.column + 1;
    const std::vector<std::string> lines = split(text, '\n');
    if (origin.row > 0 && static_cast<std::size_t>(origin.row) <= lines.size()) {
      origin.text = shortened(lines[static_cast<std::size_t>(origin.row) - 1], 100);
    }
    report(diagnostics_, "yaml-broken", origin, {{"detail", error.msg}});
    return std::nullopt;
  }
}

Origin YamlReader::place(const YAML::Node& node) const {
  Origin origin;
  origin.file = file_;
  if (node.IsDefined() && !node.Mark().is_null()) {
    origin.row = node.Mark().line + 1;
    origin.column = node.Mark().column + 1;
  }
  if (node.IsDefined() && node.IsScalar()) {
    origin.text = node.Scalar();
  }
  return origin;
}

void YamlReader::add(std::string id, const YAML::Node& node, Arguments args,
                     std::string suggestion) {
  report(diagnostics_, std::move(id), place(node), std::move(args), std::move(suggestion));
}

void YamlReader::refuse(const YAML::Node& node, std::string_view name, std::string_view allowed,
                        std::string suggestion) {
  const std::string value = node.IsScalar() ? node.Scalar() : "…";
  add("plan-value", node,
      {{"key", std::string(name)}, {"value", value}, {"allowed", std::string(allowed)}},
      std::move(suggestion));
}

bool YamlReader::check_map(const YAML::Node& map, std::string_view name) {
  if (!map.IsMap()) {
    add("plan-shape", map, {{"key", std::string(name)}, {"shape", "map"}});
    return false;
  }
  std::set<std::string> seen;
  for (const auto& item : map) {
    if (!item.first.IsScalar()) {
      add("plan-shape", item.first, {{"key", std::string(name)}, {"shape", "map"}});
    } else if (!seen.insert(item.first.Scalar()).second) {
      add("plan-key-twice", item.first, {{"key", item.first.Scalar()}});
    }
  }
  return true;
}

bool YamlReader::check_keys(const YAML::Node& map, std::string_view name,
                            const std::vector<std::string_view>& keys) {
  if (!check_map(map, name)) {
    return false;
  }
  const std::vector<std::string> known(keys.begin(), keys.end());
  for (const auto& item : map) {
    if (item.first.IsScalar() && std::ranges::find(known, item.first.Scalar()) == known.end()) {
      add("plan-key-unknown", item.first,
          {{"key", item.first.Scalar()}, {"name", std::string(name)}, {"known", joined(known)}},
          nearest(item.first.Scalar(), known));
    }
  }
  return true;
}

std::optional<std::string> YamlReader::scalar(const YAML::Node& node, std::string_view name) {
  if (!node.IsDefined() || node.IsNull()) {
    return std::nullopt;
  }
  if (!node.IsScalar()) {
    add("plan-shape", node, {{"key", std::string(name)}, {"shape", "text"}});
    return std::nullopt;
  }
  const std::string text = trimmed(strip_unprintable(node.Scalar()));
  return text.empty() ? std::nullopt : std::optional(text);
}

std::optional<std::string> YamlReader::required_scalar(const YAML::Node& node,
                                                       std::string_view name,
                                                       const YAML::Node& owner) {
  const bool is_absent =
      !node.IsDefined() || node.IsNull() || (node.IsScalar() && trimmed(node.Scalar()).empty());
  if (is_absent) {
    add("plan-key-missing", owner, {{"key", std::string(name)}});
    return std::nullopt;
  }
  return scalar(node, name);
}

LocalText YamlReader::local_text(const YAML::Node& node, std::string_view name) {
  LocalText text;
  if (!node.IsDefined() || node.IsNull()) {
    return text;
  }
  text.origin = place(node);
  if (node.IsScalar()) {
    if (const auto value = scalar(node, name); value && !languages_.empty()) {
      text.by_language.emplace(languages_.front(), *value);
    }
    return text;
  }
  if (!check_map(node, name)) {
    return text;
  }
  for (const auto& item : node) {
    const std::string language = item.first.IsScalar() ? item.first.Scalar() : "";
    if (std::ranges::find(languages_, language) == languages_.end()) {
      add("plan-language", item.first, {{"language", language}, {"known", joined(languages_)}});
    } else if (const auto value = scalar(item.second, name)) {
      text.by_language.emplace(language, *value);
    }
  }
  return text;
}

std::optional<Date> YamlReader::date(const YAML::Node& node, std::string_view name) {
  const auto text = scalar(node, name);
  if (!text) {
    return std::nullopt;
  }
  const auto date = parse_date(*text);
  if (!date) {
    add("plan-date", node, {{"key", std::string(name)}, {"value", *text}});
  }
  return date;
}

std::vector<YAML::Node> YamlReader::items(const YAML::Node& node) const {
  if (!node.IsDefined() || node.IsNull()) {
    return {};
  }
  if (!node.IsSequence()) {
    return {node};
  }
  return {node.begin(), node.end()};
}

}  // namespace rapporteur::load
