// What an office is started with: its private folder, command line, environment and profile. Pure
// text, so that it can be tested without an office.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::office {

/// The private folder of one office. It goes, with everything in it, when the office goes.
struct Cabin {
  std::filesystem::path root;
  std::filesystem::path line;  ///< holds the socket; see make_cabin()
  [[nodiscard]] std::filesystem::path profile() const { return root / "profile"; }
  [[nodiscard]] std::filesystem::path home() const { return root / "home"; }
  [[nodiscard]] std::filesystem::path temporary() const { return root / "tmp"; }
  [[nodiscard]] std::filesystem::path jobs() const { return root / "jobs"; }
  [[nodiscard]] std::filesystem::path socket() const { return line / "line"; }
  [[nodiscard]] std::filesystem::path log() const { return root / "log"; }
  [[nodiscard]] std::filesystem::path components() const { return root / "filler.components"; }
};

/// Two empty private folders. The office puts its sockets nowhere but into /tmp, as
/// OSL_PIPE_<uid>_<name>; a folder of that name and a name with a slash bring ours into a folder
/// that nobody else may enter. Nothing when the disk refuses.
[[nodiscard]] std::optional<Cabin> make_cabin();
/// The second socket of an office, which a killed one leaves behind: its name is made of the
/// profile.
[[nodiscard]] std::filesystem::path single_office_socket(const Cabin& cabin);
/// What to delete when the office is gone.
[[nodiscard]] std::vector<std::filesystem::path> leftovers(const Cabin& cabin);

/// What an office keeps in its profile to know that it has run before. Without it the first start
/// tests its graphics for half a second and then asks for a second start.
struct Edition {
  std::string version;   ///< "7.4"
  std::string build_id;  ///< from versionrc
};

/// Folders, profile and component registration. False when the disk refuses.
[[nodiscard]] bool furnish(const Cabin& cabin, const std::filesystem::path& component,
                           const Edition& edition);

[[nodiscard]] std::vector<std::string> command_line(const std::filesystem::path& program,
                                                    const Cabin& cabin);

/// Fixed, so that no output depends on the user's time zone, language or settings. Fonts that the
/// user installed stay visible (`data_home`: the user's XDG data folder).
[[nodiscard]] std::vector<std::string> environment(const Cabin& cabin,
                                                   const std::filesystem::path& data_home);

/// file:///… with everything but unreserved characters and '/' as %XX.
[[nodiscard]] std::string file_url(const std::filesystem::path& path);

/// Settings of the seed profile (registrymodifications.xcu).
[[nodiscard]] std::string profile_settings(std::string_view version);
/// The registration of the component `filler` at this path.
[[nodiscard]] std::string component_registration(const std::filesystem::path& component);

}  // namespace rapporteur::office
