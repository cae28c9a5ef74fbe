// Which LibreOffice and which component a run would use, told without starting anything.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace rapporteur::office {

struct Version {
  int major = 0;
  int minor = 0;
  bool operator==(const Version&) const = default;
  bool operator<(const Version& other) const {
    return major != other.major ? major < other.major : minor < other.minor;
  }
};
/// Older ones lack what the PDF export and the content controls need.
inline constexpr Version minimum_version{7, 4};

/// From bootstraprc ("ProductKey=LibreOffice 7.4"); nothing when there is no such office.
[[nodiscard]] std::optional<Version> office_version(const std::filesystem::path& program);
/// From versionrc; empty when unknown.
[[nodiscard]] std::string office_build_id(const std::filesystem::path& program);

/// LibreOffice's program directory: under $RAPPORTEUR_OFFICE (its folder, or that directory itself)
/// where that is set, else the one that this binary was built against.
[[nodiscard]] std::filesystem::path program_of_this_run();

/// filler.uno.so beside the running binary or in the lib folder next to it (symbolic links to the
/// binary followed, so that an install may be moved); where it should be when it is nowhere.
[[nodiscard]] std::filesystem::path component_of_this_binary();

}  // namespace rapporteur::office
