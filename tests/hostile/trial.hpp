// One hostile input: the real binary is run on it, watched from outside.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace rapporteur::hostile {

struct Case {
  std::string name;
  /// Puts the input into a folder that holds a sound plan, "plan".
  std::function<void(const std::filesystem::path& folder)> make;
  std::string words;  ///< behind "rapporteur"
  int exit = 0;
  std::string id;  ///< that must be told; empty = the input is taken as it is
  /// What must hold of an accepted input's outputs; empty text = it holds.
  std::function<std::string(const std::filesystem::path& folder)> holds = nullptr;
};

/// What is wrong with the answer; empty when it is as it must be: code, id, at most 5 s and 300 MB,
/// nothing in "out" after a refusal.
[[nodiscard]] std::string trial(const Case& one);

[[nodiscard]] std::vector<Case> plan_cases();
[[nodiscard]] std::vector<Case> package_cases();
[[nodiscard]] std::vector<Case> plugin_cases();

/// Writes a file and its folders.
void put(const std::filesystem::path& file, const std::string& bytes);
[[nodiscard]] std::string repeated(const std::string& text, std::size_t times);

}  // namespace rapporteur::hostile
