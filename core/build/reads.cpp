#include "build/reads.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <charconv>
#include <ctime>

#include "base/files.hpp"

namespace rapporteur::build {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t second = 1'000'000'000;
/// What happens within this time of a stamp may bear the same stamp: file clocks tick.
constexpr std::int64_t tick = second / 20;

std::int64_t nanoseconds(const timespec& time) {
  return time.tv_sec * second + time.tv_nsec;
}

std::int64_t number_of(const json::Value& value) {
  std::int64_t number = 0;
  std::from_chars(value.text.data(), value.text.data() + value.text.size(), number);
  return number;
}

json::Value map_json(const std::map<std::string, std::string>& map) {
  json::Value value = json::object();
  for (const auto& [path, digest] : map) {
    value.set(path, json::string(digest));
  }
  return value;
}

bool read_map(const json::Value* value, std::map<std::string, std::string>& map) {
  if (value == nullptr) {
    return false;
  }
  for (const json::Member& member : value->members) {
    map.emplace(member.name, member.value.text);
  }
  return true;
}

/// Paths below a folder, relative to it and sorted; nothing when it cannot be walked.
std::optional<std::vector<fs::path>> files_below(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> files;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code unknown;
    if (entry->is_regular_file(unknown)) {
      files.push_back(entry->path().lexically_relative(folder));
    }
  }
  std::ranges::sort(files);
  return error ? std::nullopt : std::optional(std::move(files));
}

}  // namespace

std::optional<FileStamp> stamp_of(const fs::path& file) {
  struct stat found {};
  if (::stat(file.c_str(), &found) != 0 || !S_ISREG(found.st_mode)) {
    return std::nullopt;
  }
  return FileStamp{found.st_size, nanoseconds(found.st_mtim), nanoseconds(found.st_ctim)};
}

std::int64_t file_clock() {
  timespec now{};
  ::clock_gettime(CLOCK_REALTIME_COARSE, &now);
  return nanoseconds(now);
}

std::optional<std::string> Digests::of_file(const fs::path& file) {
  const auto [known, is_new] = files_.try_emplace(file);
  if (is_new) {
    if (const auto bytes = read_file(file)) {
      known->second = sha256(*bytes);
    }
  }
  return known->second;
}

std::optional<std::string> Digests::of_folder(const fs::path& folder) {
  const auto [known, is_new] = folders_.try_emplace(folder);
  if (is_new) {
    std::error_code error;
    std::vector<std::string> names;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
      names.push_back(entry->path().filename().string());
    }
    if (!error) {
      std::ranges::sort(names);
      std::string all;
      for (const std::string& name : names) {
        all += name + '\0';
      }
      known->second = sha256(all);
    }
  }
  return known->second;
}

std::optional<std::string> Digests::of_tree(const fs::path& folder) {
  const auto [known, is_new] = trees_.try_emplace(folder);
  if (is_new) {
    if (const auto files = files_below(folder)) {
      std::string all;
      for (const fs::path& file : *files) {
        all += file.string() + '\0' + of_file(folder / file).value_or("") + '\n';
      }
      known->second = sha256(all);
    }
  }
  return known->second;
}

void Reads::add_file(const std::string& path, Digests& digests) {
  const auto stamp = stamp_of(path);  // before the digest: a write in between is seen later
  const auto digest = digests.of_file(path);
  if (stamp && digest) {
    files.emplace(path, ReadFile{*digest, *stamp});
  } else {
    missed.push_back(path);
  }
}

void Reads::add_folder(const std::string& path, Digests& digests) {
  if (const auto digest = digests.of_folder(path)) {
    folders.emplace(path, *digest);
  } else {
    missed.push_back(path);
  }
}

void Reads::add_tree(const std::string& path, Digests& digests) {
  if (const auto digest = digests.of_tree(path)) {
    trees.emplace(path, *digest);
  } else {
    missed.push_back(path);
  }
}

std::optional<std::string> first_change(const Reads& reads, Digests& digests) {
  for (const auto& [path, read] : reads.files) {
    const auto stamp = stamp_of(path);
    const bool untouched = stamp == read.stamp && read.stamp.changed < reads.begun - tick;
    if (!untouched && digests.of_file(path) != read.digest) {
      return path;
    }
  }
  for (const auto& [path, digest] : reads.folders) {
    if (digests.of_folder(path) != digest) {
      return path;
    }
  }
  for (const auto& [path, digest] : reads.trees) {
    if (digests.of_tree(path) != digest) {
      return path;
    }
  }
  for (const std::string& path : reads.missed) {
    std::error_code error;
    if (fs::exists(path, error)) {
      return path;
    }
  }
  return std::nullopt;
}

std::optional<std::string> first_moving(const Reads& reads) {
  for (const auto& [path, read] : reads.files) {
    const auto stamp = stamp_of(path);
    if (stamp != read.stamp || read.stamp.changed >= reads.begun) {
      return path;
    }
  }
  return std::nullopt;
}

json::Value to_json(const Reads& reads) {
  json::Value value = json::object();
  value.set("begun", json::number(reads.begun));
  json::Value& files = value.set("files", json::object());
  for (const auto& [path, read] : reads.files) {
    json::Value& one = files.set(path, json::array());
    one.push(json::string(read.digest));
    one.push(json::number(read.stamp.size));
    one.push(json::number(read.stamp.written));
    one.push(json::number(read.stamp.changed));
  }
  value.set("folders", map_json(reads.folders));
  value.set("trees", map_json(reads.trees));
  value.set("missed", json::strings(reads.missed));
  return value;
}

std::optional<Reads> reads_of(const json::Value& value) {
  Reads reads;
  const json::Value* const begun = value.find("begun");
  const json::Value* const files = value.find("files");
  const json::Value* const missed = value.find("missed");
  if (begun == nullptr || files == nullptr || missed == nullptr ||
      !read_map(value.find("folders"), reads.folders) ||
      !read_map(value.find("trees"), reads.trees)) {
    return std::nullopt;
  }
  reads.begun = number_of(*begun);
  for (const json::Member& member : files->members) {
    const auto& items = member.value.items;
    if (items.size() != 4) {
      return std::nullopt;
    }
    reads.files.emplace(
        member.name,
        ReadFile{items[0].text, {number_of(items[1]), number_of(items[2]), number_of(items[3])}});
  }
  for (const json::Value& path : missed->items) {
    reads.missed.push_back(path.text);
  }
  return reads;
}

}  // namespace rapporteur::build
