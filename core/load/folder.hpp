// A plan folder on disk: reads nothing outside of itself, and remembers what it looked for.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "plan/plan.hpp"

namespace rapporteur::load {

class Folder {
 public:
  /// Looks and reads are recorded in `plan` (files_read, files_missed, folders_read).
  Folder(std::filesystem::path root, Plan& plan, Diagnostics& diagnostics);

  /// Path as the user would name it: the folder as given, then `relative`.
  [[nodiscard]] std::string shown(std::string_view relative) const;

  /// Text of a file: inside the folder, valid UTF-8, no NUL, without its BOM. A file that is not
  /// there is recorded and is no fault; every other failure is one.
  [[nodiscard]] std::optional<std::string> read_text(std::string_view relative);

  /// Path of a file that something else reads: inside the folder and not too large, recorded as
  /// read; else nothing, after a fault.
  [[nodiscard]] std::optional<std::filesystem::path> find_file(std::string_view relative);

  /// Names in a sub-folder (files and folders that are not hidden), sorted; empty when there is
  /// none.
  [[nodiscard]] std::vector<std::string> list(std::string_view relative);

  /// True when there is a regular file inside the folder. Records the look-up when there is none.
  [[nodiscard]] bool has_file(std::string_view relative);
  void remember_missed(std::string_view relative);
  [[nodiscard]] bool is_in_folder(std::string_view relative) const;

 private:
  [[nodiscard]] bool is_clean(std::string_view text, std::string_view relative);

  std::filesystem::path root_;
  Plan& plan_;
  Diagnostics& diagnostics_;
};

}  // namespace rapporteur::load
