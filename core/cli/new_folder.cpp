#include "cli/new_folder.hpp"

#include <algorithm>
#include <cerrno>

#include "base/files.hpp"
#include "build/unwritable.hpp"

namespace rapporteur::cli {

namespace fs = std::filesystem;

std::string last_part(const fs::path& folder) {
  std::error_code error;
  fs::path path = fs::absolute(folder, error).lexically_normal();
  if (path.filename().empty()) {
    path = path.parent_path();
  }
  return path.filename().string();
}

Diagnostic folder_unwritable(const fs::path& place, std::error_code error) {
  Diagnostic diagnostic = build::unwritable(place, error);  // it knows the usual reasons
  diagnostic.id = "new-folder-unwritable";
  return diagnostic;
}

bool is_free(const fs::path& folder, Diagnostics& diagnostics) {
  std::error_code error;
  if (!fs::exists(folder, error)) {
    return true;
  }
  if (!fs::is_directory(folder, error)) {
    diagnostics.add(folder_unwritable(folder, std::make_error_code(std::errc::not_a_directory)));
    return false;
  }
  const fs::directory_iterator entries(folder, error);
  const auto found = std::find_if(begin(entries), end(entries), [](const auto& entry) {
    return !entry.path().filename().string().starts_with('.');
  });
  if (error) {
    diagnostics.add(folder_unwritable(folder, error));
    return false;
  }
  if (found != end(entries)) {
    diagnostics.add({.id = "new-folder-not-empty", .args = {{"folder", folder.string()}}});
    return false;
  }
  return true;
}

bool are_starter_languages(const std::vector<std::string>& languages) {
  return !languages.empty() && languages.size() <= 2 &&
         std::all_of(
             languages.begin(), languages.end(),
             [](const std::string& language) { return language == "fr" || language == "en"; }) &&
         (languages.size() == 1 || languages[0] != languages[1]);
}

bool write_into(const fs::path& folder,
                const std::vector<std::pair<std::string, std::string>>& files,
                Diagnostics& diagnostics) {
  for (const auto& [path, bytes] : files) {
    std::error_code error;
    fs::create_directories((folder / path).parent_path(), error);
    if (error || !write_file(folder / path, bytes)) {
      diagnostics.add(folder_unwritable(
          folder / path, error ? error : std::error_code(errno, std::generic_category())));
      return false;
    }
  }
  return true;
}

}  // namespace rapporteur::cli
