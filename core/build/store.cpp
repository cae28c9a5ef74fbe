#include "build/store.hpp"

#include <unistd.h>

#include <algorithm>

#include "base/files.hpp"
#include "base/hex.hpp"
#include "base/json.hpp"

namespace rapporteur::build {

namespace fs = std::filesystem;

namespace {

constexpr const char* entry_name = "entry.json";

/// Nothing when a file is not what the entry says.
std::optional<Stored> read_entry(const fs::path& entry, const fs::path& to) {
  const auto text = read_file(entry / entry_name);
  json::Problem problem;
  const auto read = text ? json::parse(*text, problem) : std::nullopt;
  const json::Value* const files = read ? read->find("files") : nullptr;
  const auto told = read ? from_hex(read->string_at("told")) : std::nullopt;
  if (files == nullptr || files->members.empty() || !told) {
    return std::nullopt;
  }
  Stored stored{*told, {}};
  for (const json::Member& file : files->members) {
    const fs::path name = fs::path(file.name).filename();  // an entry never leads elsewhere
    const auto bytes = read_file(entry / name);
    if (!bytes || sha256(*bytes) != file.value.text || !write_file(to / name, *bytes)) {
      return std::nullopt;
    }
    stored.files.push_back(to / name);
  }
  return stored;
}

struct Entry {
  fs::path folder;
  fs::file_time_type used;
  std::uintmax_t bytes = 0;
};

std::vector<Entry> entries_in(const fs::path& folder) {
  std::vector<Entry> entries;
  std::error_code error;
  for (const auto& shelf : fs::directory_iterator(folder, error)) {
    std::error_code inner;
    for (const auto& one : fs::directory_iterator(shelf.path(), inner)) {
      std::error_code unknown;
      Entry entry{one.path(), fs::last_write_time(one.path() / entry_name, unknown), 0};
      for (const auto& file : fs::directory_iterator(one.path(), unknown)) {
        std::error_code gone;
        const auto bytes = file.file_size(gone);
        entry.bytes += gone ? 0 : bytes;
      }
      entries.push_back(std::move(entry));
    }
  }
  return entries;
}

}  // namespace

fs::path Store::place(const std::string& key) const {
  return folder_ / key.substr(0, 2) / key;
}

std::optional<Stored> Store::get(const std::string& key, const fs::path& to,
                                 Diagnostics& diagnostics) const {
  const fs::path entry = place(key);
  std::error_code error;
  if (!fs::exists(entry, error)) {
    return std::nullopt;
  }
  auto stored = read_entry(entry, to);
  if (!stored && fs::exists(entry, error)) {  // else another process has trimmed it
    diagnostics.add({.id = "store-damaged", .origin = {.file = entry.string()}});
    fs::remove_all(entry, error);
  }
  fs::last_write_time(entry / entry_name, fs::file_time_type::clock::now(), error);
  return stored;
}

bool Store::put(const std::string& key, const std::string& told, const std::vector<fs::path>& files,
                Diagnostics& diagnostics) const {
  const fs::path entry = place(key);
  std::error_code error;
  fs::create_directories(entry.parent_path(), error);
  std::string beside = (entry.parent_path() / "making-XXXXXX").string();
  json::Value value = json::object();
  json::Value digests = json::object();
  bool good = !error && ::mkdtemp(beside.data()) != nullptr;
  for (const fs::path& file : files) {
    const auto bytes = good ? read_file(file) : std::nullopt;
    good = bytes && write_file(fs::path(beside) / file.filename(), *bytes);
    digests.set(file.filename().string(), json::string(good ? sha256(*bytes) : ""));
  }
  value.set("told", json::string(to_hex(told)));
  value.set("files", std::move(digests));
  good = good && write_file(fs::path(beside) / entry_name, json::write(value));
  if (good) {
    fs::permissions(beside, fs::perms(0755), error);  // other users of a shared store read it
    fs::rename(beside, entry, error);
  }
  const bool is_there = good && (!error || fs::exists(entry / entry_name));
  std::error_code ignored;
  fs::remove_all(beside, ignored);  // all that is left when another process was first
  if (!is_there) {
    diagnostics.add({.id = "store-unwritable", .origin = {.file = folder_.string()}});
  }
  return is_there;
}

void Store::trim(std::uintmax_t bytes) const {
  std::vector<Entry> entries = entries_in(folder_);
  std::ranges::sort(entries, std::greater{}, &Entry::used);
  std::uintmax_t kept = 0;
  for (const Entry& entry : entries) {
    kept += entry.bytes;
    if (kept > bytes) {
      std::error_code ignored;
      fs::remove_all(entry.folder, ignored);
    }
  }
}

}  // namespace rapporteur::build
