// The samples whose tables are text files: those that a test can load without an office.
#pragma once

#include <algorithm>
#include <filesystem>
#include <vector>

namespace rapporteur::test {

/// Their folders, by name. tests/end-to-end loads the samples that are workbooks.
inline std::vector<std::filesystem::path> samples_of_text() {
  std::vector<std::filesystem::path> folders;
  for (const auto& entry : std::filesystem::directory_iterator(SOURCE_DIR "/samples")) {
    if (std::filesystem::exists(entry.path() / "plan.yaml") &&
        std::filesystem::exists(entry.path() / "tables")) {
      folders.push_back(entry.path());
    }
  }
  std::ranges::sort(folders);
  return folders;
}

}  // namespace rapporteur::test
