// What a build looked at on disk, kept to see later whether it is still so.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/json.hpp"

namespace rapporteur::build {

/// A file's state without its contents. Two that are equal hold the same bytes, unless it was
/// written to within the tick of the clock.
struct FileStamp {
  std::int64_t size = 0;
  std::int64_t written = 0;  ///< nanoseconds since 1970
  std::int64_t changed = 0;  ///< the same, of contents, name or rights
  bool operator==(const FileStamp&) const = default;
};
/// Nothing when there is no regular file.
[[nodiscard]] std::optional<FileStamp> stamp_of(const std::filesystem::path& file);
/// The clock that files are stamped by, in nanoseconds.
[[nodiscard]] std::int64_t file_clock();

/// Digests of what lies on disk, each made once.
class Digests {
 public:
  /// SHA-256 of a file's bytes; nothing when it cannot be read.
  [[nodiscard]] std::optional<std::string> of_file(const std::filesystem::path& file);
  /// SHA-256 of the names in a folder, sorted; nothing when there is no such folder.
  [[nodiscard]] std::optional<std::string> of_folder(const std::filesystem::path& folder);
  /// SHA-256 of all names and contents below a folder; nothing when there is no such folder.
  [[nodiscard]] std::optional<std::string> of_tree(const std::filesystem::path& folder);

 private:
  using Known = std::map<std::filesystem::path, std::optional<std::string>>;
  Known files_;
  Known folders_;
  Known trees_;
};

struct ReadFile {
  std::string digest;
  FileStamp stamp;
};

struct Reads {
  std::int64_t begun = 0;                      ///< file_clock() before the first read
  std::map<std::string, ReadFile> files;       ///< by path
  std::map<std::string, std::string> folders;  ///< path → digest of its names
  std::map<std::string, std::string> trees;    ///< path → digest of all that is below
  std::vector<std::string> missed;             ///< paths that were looked for and are not there

  void add_file(const std::string& path, Digests& digests);
  void add_folder(const std::string& path, Digests& digests);
  void add_tree(const std::string& path, Digests& digests);
};

/// The first path that is no longer as it was read; nothing when all are.
[[nodiscard]] std::optional<std::string> first_change(const Reads& reads, Digests& digests);
/// The first file that was written to after `reads.begun`: what was read of it may be older.
[[nodiscard]] std::optional<std::string> first_moving(const Reads& reads);

[[nodiscard]] json::Value to_json(const Reads& reads);
[[nodiscard]] std::optional<Reads> reads_of(const json::Value& value);

}  // namespace rapporteur::build
