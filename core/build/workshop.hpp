// A private folder in the output folder, where documents are made before they are put in place.
#pragma once

#include <filesystem>
#include <system_error>

namespace rapporteur::build {

/// On the file system of `out`, so that a rename into it is atomic; removed with all that is in it.
class Workshop {
 public:
  /// Makes `out` too. When it cannot, path() is empty and error() says why.
  explicit Workshop(const std::filesystem::path& out);
  ~Workshop();
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::error_code error() const { return error_; }

 private:
  std::filesystem::path path_;
  std::error_code error_;
};

}  // namespace rapporteur::build
