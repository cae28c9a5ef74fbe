#include "trial/settings.hpp"

#include <yaml-cpp/yaml.h>

#include "base/files.hpp"
#include "base/text.hpp"

namespace rapporteur::trial {
namespace {

namespace fs = std::filesystem;

class Reader {
 public:
  Reader(std::string file, Diagnostics& diagnostics)
      : file_(std::move(file)), diagnostics_(diagnostics) {}

  Result<Settings> read(const std::string& text) {
    Settings settings;
    YAML::Node root;
    try {
      root = YAML::Load(text);
    } catch (const YAML::Exception& error) {
      fault("yaml", error.msg, error.mark);
      return std::nullopt;
    }
    for (const auto& member : root.IsMap() ? root : YAML::Node(YAML::NodeType::Map)) {
      const std::string name = member.first.as<std::string>("");
      const YAML::Node value = member.second;
      if (name == "language" && value.IsScalar()) {
        settings.language = value.as<std::string>();
      } else if (name == "options" && value.IsMap()) {
        for (const auto& option : value) {
          settings.options[option.first.as<std::string>("")] = {option.second.as<std::string>(""),
                                                                place(option.first.Mark())};
        }
      } else if (name == "view" && value.IsSequence()) {
        settings.view = value.as<std::vector<std::string>>();
      } else {
        fault("key", name, member.first.Mark());
      }
    }
    if (!root.IsMap() && !root.IsNull()) {
      fault("key", "", root.Mark());
    }
    return ok_ ? std::optional(std::move(settings)) : std::nullopt;
  }

 private:
  [[nodiscard]] Origin place(const YAML::Mark& mark) const {
    return Origin{.file = file_, .row = mark.line + 1, .column = mark.column + 1};
  }
  void fault(const char* what, const std::string& name, const YAML::Mark& mark) {
    ok_ = false;
    const std::vector<std::string> known{"language", "options", "view"};
    const std::string near = what == std::string_view("key") ? nearest(name, known) : std::string();
    diagnostics_.add({"test-settings",
                      place(mark),
                      {{"what", std::string(what)}, {"name", name}},
                      {},
                      near == name ? std::string() : near,
                      {}});
  }

  std::string file_;
  Diagnostics& diagnostics_;
  bool ok_ = true;
};

}  // namespace

Result<Settings> read_settings(const fs::path& folder, Diagnostics& diagnostics) {
  const fs::path file = folder / "test.yaml";
  const auto text = read_file(file);
  return text ? Reader(file.string(), diagnostics).read(*text) : std::optional(Settings{});
}

std::optional<fs::path> plan_beside(const fs::path& folder) {
  const fs::path at = folder / "plan";
  std::error_code error;
  if (fs::is_directory(at, error)) {
    return at;
  }
  const auto path = read_file(at);
  return path ? std::optional((folder / trimmed(*path)).lexically_normal()) : std::nullopt;
}

}  // namespace rapporteur::trial
