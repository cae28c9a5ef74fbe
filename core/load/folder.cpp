#include "load/folder.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "base/files.hpp"
#include "base/text.hpp"
#include "load/faults.hpp"

namespace rapporteur::load {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t size_limit = std::size_t{64} << 20;
constexpr std::string_view bom = "\xEF\xBB\xBF";

int line_at(std::string_view text, std::size_t offset) {
  return 1 + static_cast<int>(std::ranges::count(text.substr(0, offset), '\n'));
}

}  // namespace

Folder::Folder(fs::path root, Plan& plan, Diagnostics& diagnostics)
    : root_(std::move(root)), plan_(plan), diagnostics_(diagnostics) {}

std::string Folder::shown(std::string_view relative) const {
  std::string path = (root_ / fs::path(relative)).lexically_normal().generic_string();
  if (path.size() > 1 && path.ends_with('/')) {
    path.pop_back();
  }
  return path;
}

bool Folder::is_in_folder(std::string_view relative) const {
  return is_inside(root_ / fs::path(relative), root_);
}

void Folder::remember_missed(std::string_view relative) {
  plan_.files_missed.push_back(shown(relative));
}

bool Folder::has_file(std::string_view relative) {
  std::error_code error;
  const bool found = fs::is_regular_file(root_ / fs::path(relative), error);
  if (!found) {
    remember_missed(relative);
  }
  return found;
}

std::optional<std::string> Folder::read_text(std::string_view relative) {
  std::error_code error;
  const fs::path path = root_ / fs::path(relative);
  Origin place;
  place.file = shown(relative);
  if (!fs::exists(fs::symlink_status(path, error))) {
    remember_missed(relative);
    return std::nullopt;
  }
  if (!is_in_folder(relative)) {
    report(diagnostics_, "file-outside", place, {{"folder", plan_.folder}});
    return std::nullopt;
  }
  std::optional<std::string> text = read_file(path, size_limit);
  if (!text) {
    report(diagnostics_, "file-unreadable", place);
    return std::nullopt;
  }
  plan_.files_read.push_back(place.file);
  if (text->starts_with(bom)) {
    text->erase(0, bom.size());
  }
  return is_clean(*text, relative) ? std::move(text) : std::nullopt;
}

std::optional<fs::path> Folder::find_file(std::string_view relative) {
  fs::path path = root_ / fs::path(relative);
  Origin place;
  place.file = shown(relative);
  if (!is_in_folder(relative)) {
    report(diagnostics_, "file-outside", place, {{"folder", plan_.folder}});
    return std::nullopt;
  }
  std::error_code error;
  if (const auto size = fs::file_size(path, error); error || size > size_limit) {
    report(diagnostics_, "file-unreadable", place);
    return std::nullopt;
  }
  plan_.files_read.push_back(place.file);
  return path;
}

bool Folder::is_clean(std::string_view text, std::string_view relative) {
  Origin place;
  place.file = shown(relative);
  // A NUL goes first: a file saved as UTF-16 has both faults, and this is the one to name.
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
    place.row = line_at(text, nul);
    report(diagnostics_, "file-has-nul", place, {{"line", std::to_string(place.row)}});
    return false;
  }
  if (const std::size_t bad = first_invalid_utf8(text); bad != std::string_view::npos) {
    place.row = line_at(text, bad);
    const std::size_t start = text.rfind('\n', bad) + 1;  // npos + 1 is 0: the first line
    place.text = shortened(text.substr(start, bad - start), 60);
    report(diagnostics_, "file-not-utf8", place, {{"line", std::to_string(place.row)}});
    return false;
  }
  return true;
}

std::vector<std::string> Folder::list(std::string_view relative) {
  std::vector<std::string> names;
  std::error_code error;
  if (!fs::is_directory(root_ / fs::path(relative), error)) {
    remember_missed(relative);
    return names;
  }
  plan_.folders_read.push_back(shown(relative));
  fs::directory_iterator entry(root_ / fs::path(relative), error);
  for (const fs::directory_iterator end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    // Office programs leave lock files beside what is open: .~lock.nodes.csv#, ~$nodes.csv
    if (!name.starts_with('.') && !name.starts_with('~')) {
      names.push_back(name);
    }
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace rapporteur::load
