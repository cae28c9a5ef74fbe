#include "build/unwritable.hpp"

namespace rapporteur::build {

Diagnostic unwritable(const std::filesystem::path& place, std::error_code error) {
  std::string reason = "other";
  if (error == std::errc::permission_denied || error == std::errc::read_only_file_system ||
      error == std::errc::operation_not_permitted) {
    reason = "denied";
  } else if (error == std::errc::no_space_on_device) {
    reason = "full";
  } else if (error == std::errc::not_a_directory || error == std::errc::file_exists) {
    reason = "file";
  }
  return {.id = "output-unwritable",
          .origin = {.file = place.string()},
          .args = {{"reason", reason}, {"detail", error.message()}}};
}

}  // namespace rapporteur::build
