#include "office/install.hpp"

#include <charconv>
#include <cstdlib>

#include "base/files.hpp"
#include "base/text.hpp"

namespace rapporteur::office {

namespace {

std::string value_of(const std::filesystem::path& file, std::string_view key) {
  const auto text = read_file(file, 1U << 20U);
  if (!text) {
    return {};
  }
  for (const auto& line : split(*text, '\n')) {
    if (line.size() > key.size() && line.starts_with(key) && line[key.size()] == '=') {
      return trimmed(std::string_view(line).substr(key.size() + 1));
    }
  }
  return {};
}

}  // namespace

std::optional<Version> office_version(const std::filesystem::path& program) {
  std::error_code error;
  if (!std::filesystem::exists(program / "soffice.bin", error)) {
    return std::nullopt;
  }
  const std::string product = value_of(program / "bootstraprc", "ProductKey");
  const auto digits = product.find_last_of(' ');
  if (digits == std::string::npos) {
    return std::nullopt;
  }
  Version version;
  const char* end = product.data() + product.size();
  const auto major = std::from_chars(product.data() + digits + 1, end, version.major);
  if (major.ec != std::errc{}) {
    return std::nullopt;
  }
  if (major.ptr != end && *major.ptr == '.') {
    std::from_chars(major.ptr + 1, end, version.minor);
  }
  return version;
}

std::string office_build_id(const std::filesystem::path& program) {
  return value_of(program / "versionrc", "buildid");
}

std::filesystem::path program_of_this_run() {
  const char* chosen = std::getenv("RAPPORTEUR_OFFICE");
  if (chosen == nullptr || *chosen == '\0') {
    return LO_PROGRAM;
  }
  const std::filesystem::path folder(chosen);
  std::error_code error;
  return std::filesystem::exists(folder / "soffice.bin", error) ? folder : folder / "program";
}

std::filesystem::path component_of_this_binary() {
  std::error_code error;
  const auto folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
  for (const auto& place :
       {folder / "filler.uno.so", folder.parent_path() / "lib" / "filler.uno.so",
        folder.parent_path() / "lib" / "rapporteur" / "office" / "filler.uno.so"}) {
    if (std::filesystem::exists(place, error)) {
      return place;
    }
  }
  return folder / "filler.uno.so";
}

}  // namespace rapporteur::office
