// Reading YAML with places: every fault names line and column.
#pragma once

#include <yaml-cpp/yaml.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "plan/plan.hpp"

namespace rapporteur::load {

class YamlReader {
 public:
  YamlReader(std::string file, Diagnostics& diagnostics)
      : file_(std::move(file)), diagnostics_(diagnostics) {}

  /// The document; nothing (and a fault yaml-broken) when it is no YAML.
  [[nodiscard]] std::optional<YAML::Node> parse(const std::string& text);

  /// Languages of the plan, the first of which is that of a text without one.
  void set_languages(std::vector<std::string> languages) { languages_ = std::move(languages); }

  [[nodiscard]] Origin place(const YAML::Node& node) const;

  /// A map whose keys are all among `keys`: an unknown key, one given twice, or no map at all is a
  /// fault. `name` is what the map stands for ("plan.yaml", "periods").
  bool check_keys(const YAML::Node& map, std::string_view name,
                  const std::vector<std::string_view>& keys);
  /// The same without a list of keys: any name once.
  bool check_map(const YAML::Node& map, std::string_view name);

  /// Trimmed text of a scalar; nothing when it is absent or null. A fault when it is no scalar.
  [[nodiscard]] std::optional<std::string> scalar(const YAML::Node& node, std::string_view name);
  /// The same; absent is a fault too (plan-key-missing, at `owner`).
  [[nodiscard]] std::optional<std::string> required_scalar(const YAML::Node& node,
                                                           std::string_view name,
                                                           const YAML::Node& owner);
  /// A text, or a map language -> text.
  [[nodiscard]] LocalText local_text(const YAML::Node& node, std::string_view name);
  [[nodiscard]] std::optional<Date> date(const YAML::Node& node, std::string_view name);
  /// The items of a list, or a single item as a list of one; absent: none.
  [[nodiscard]] std::vector<YAML::Node> items(const YAML::Node& node) const;

  /// A value that is none of the allowed ones: fault plan-value.
  void refuse(const YAML::Node& node, std::string_view name, std::string_view allowed,
              std::string suggestion = {});
  void add(std::string id, const YAML::Node& node, Arguments args, std::string suggestion = {});

 private:
  std::string file_;
  Diagnostics& diagnostics_;
  std::vector<std::string> languages_;
};

}  // namespace rapporteur::load
