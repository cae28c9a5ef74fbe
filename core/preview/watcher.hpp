// Tells when files change: the plan, the format and what they use, while people edit them.
//
// Editors save in many ways: in place, by a new file renamed over the old one, with lock and backup
// files beside it. What counts is a finished write or a name that came or went; files that editors
// keep for themselves do not count.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::preview {

/// A folder to follow, with all folders in it or alone; `only` leaves all names but one out.
struct Followed {
  std::filesystem::path folder;
  bool is_deep = true;
  std::string only;
  bool operator==(const Followed&) const = default;
};

/// True for names that editors, offices and version control keep for themselves.
[[nodiscard]] bool is_private_name(std::string_view name);

/// Over inotify, for one thread. Not copyable: it owns a descriptor.
class Watcher {
 public:
  Watcher();
  ~Watcher();
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;

  /// Follows these folders in place of those before; nothing below `except` counts (what we write
  /// ourselves). May be called again with the same: a folder that came back is followed anew.
  void follow(const std::vector<Followed>& folders, const std::filesystem::path& except);
  /// True when a folder to follow is not there: nothing tells when it comes back, so ask again.
  [[nodiscard]] bool is_missing_some() const { return is_missing_some_; }

  /// Becomes readable when something happened.
  [[nodiscard]] int descriptor() const { return descriptor_; }
  /// What changed since the last call, without waiting; empty when nothing that counts did.
  [[nodiscard]] std::vector<std::filesystem::path> take();

 private:
  struct Watch {
    std::filesystem::path folder;
    bool is_deep = true;
    std::string only;
  };
  void add(const Watch& watch);
  [[nodiscard]] bool counts(const Watch& watch, const std::string& name) const;

  int descriptor_ = -1;
  bool is_missing_some_ = false;
  std::filesystem::path except_;
  std::map<int, Watch> watches_;
};

}  // namespace rapporteur::preview
