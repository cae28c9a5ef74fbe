// Reading and writing whole files.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace rapporteur {

/// The bytes of a file, or nothing when it cannot be read (missing, a folder, no permission, or
/// larger than `limit`).
[[nodiscard]] std::optional<std::string> read_file(const std::filesystem::path& path,
                                                   std::size_t limit = std::size_t{256} << 20);

/// Writes beside and renames, so that `path` is never half-written. False when that failed; then
/// nothing is left behind.
[[nodiscard]] bool write_file(const std::filesystem::path& path, std::string_view bytes);

/// True when `inner`, with symbolic links followed, lies in `folder`. What does not exist is judged
/// by its existing parent.
[[nodiscard]] bool is_inside(const std::filesystem::path& inner,
                             const std::filesystem::path& folder);

/// The path as people are told it: from the current folder when it lies below, else whole.
[[nodiscard]] std::string shown(const std::filesystem::path& path);

/// SHA-256 in lower-case hexadecimal.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// A private directory (mode 0700) under the system's temporary directory, removed with everything
/// in it when the object goes.
class TemporaryDirectory {
 public:
  TemporaryDirectory();
  ~TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace rapporteur
