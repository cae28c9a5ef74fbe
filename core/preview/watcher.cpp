#include "preview/watcher.hpp"

#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <set>
#include <stdexcept>

namespace rapporteur::preview {

namespace fs = std::filesystem;

namespace {

constexpr std::uint32_t changes = IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE |
                                  IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR |
                                  IN_EXCL_UNLINK;

bool lies_in(const fs::path& path, const fs::path& folder) {
  if (folder.empty()) {
    return false;
  }
  const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end();
}

fs::path plain(const fs::path& path) {
  std::error_code error;
  fs::path whole = fs::weakly_canonical(path, error);
  return error ? fs::absolute(path, error) : whole;
}

}  // namespace

bool is_private_name(std::string_view name) {
  static constexpr std::array beginnings{".~lock.", ".#", "#", ".rapporteur-", ".git", "~$"};
  static constexpr std::array endings{"~", ".swp", ".swx", ".swo", ".tmp", ".part", ".bak", "#"};
  if (name == "4913") {  // vi tries with it whether it may write
    return true;
  }
  return std::ranges::any_of(beginnings,
                             [&](std::string_view one) { return name.starts_with(one); }) ||
         std::ranges::any_of(endings, [&](std::string_view one) { return name.ends_with(one); });
}

Watcher::Watcher() : descriptor_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  if (descriptor_ < 0) {
    throw std::runtime_error(std::string("inotify: ") + std::strerror(errno));
  }
}

Watcher::~Watcher() {
  ::close(descriptor_);
}

void Watcher::add(const Watch& watch) {
  const int id = ::inotify_add_watch(descriptor_, watch.folder.c_str(), changes);
  if (id < 0) {
    is_missing_some_ = true;
    return;
  }
  // A folder that is followed twice (alone, and as part of another) is followed the wider way.
  const auto [known, is_new] = watches_.try_emplace(id, watch);
  if (!is_new) {
    const bool is_deep = known->second.is_deep || watch.is_deep;
    const std::string only = known->second.only == watch.only ? watch.only : "";
    known->second = {watch.folder, is_deep, only};
  }
  if (!watch.is_deep) {
    return;
  }
  std::error_code error;
  for (fs::directory_iterator entry(watch.folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->is_directory(error) && !entry->is_symlink(error) &&
        !is_private_name(entry->path().filename().string()) && !lies_in(entry->path(), except_)) {
      add({entry->path(), true, {}});
    }
    error.clear();
  }
}

void Watcher::follow(const std::vector<Followed>& folders, const fs::path& except) {
  except_ = except.empty() ? fs::path() : plain(except);
  is_missing_some_ = false;
  std::map<int, Watch> before;
  before.swap(watches_);
  for (const Followed& followed : folders) {
    add({plain(followed.folder), followed.is_deep, followed.only});
  }
  for (const auto& [id, watch] : before) {
    if (!watches_.contains(id)) {
      ::inotify_rm_watch(descriptor_, id);
    }
  }
}

bool Watcher::counts(const Watch& watch, const std::string& name) const {
  return !is_private_name(name) && (watch.only.empty() || watch.only == name) &&
         !lies_in(watch.folder / name, except_);
}

std::vector<fs::path> Watcher::take() {
  std::set<fs::path> changed;
  alignas(inotify_event) std::array<char, 16384> buffer{};
  for (ssize_t size = 0; (size = ::read(descriptor_, buffer.data(), buffer.size())) > 0;) {
    for (const char* at = buffer.data(); at < buffer.data() + size;) {
      inotify_event event{};
      std::memcpy(&event, at, sizeof event);
      const std::string name = event.len > 0 ? at + sizeof event : "";
      at += sizeof event + event.len;
      const auto found = watches_.find(event.wd);
      if (found == watches_.end()) {
        if ((event.mask & IN_Q_OVERFLOW) != 0) {
          changed.insert(fs::path("."));  // too much at once to tell: look at all of it
        }
        continue;
      }
      const Watch watch = found->second;
      if ((event.mask & (IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF)) != 0) {
        is_missing_some_ = true;
        changed.insert(watch.folder);
        if ((event.mask & IN_IGNORED) != 0) {
          watches_.erase(event.wd);
        }
      } else if (counts(watch, name)) {
        const bool is_folder = (event.mask & IN_ISDIR) != 0;
        if (is_folder && watch.is_deep && (event.mask & (IN_CREATE | IN_MOVED_TO)) != 0) {
          add({watch.folder / name, true, {}});
        }
        // A file that is made is not yet written; IN_CLOSE_WRITE follows.
        if (is_folder || (event.mask & IN_CREATE) == 0) {
          changed.insert(watch.folder / name);
        }
      }
    }
  }
  return {changed.begin(), changed.end()};
}

}  // namespace rapporteur::preview
