#include <doctest/doctest.h>
#include <poll.h>

#include <algorithm>
#include <filesystem>

#include "base/files.hpp"
#include "preview/watcher.hpp"

namespace rapporteur::preview {

namespace fs = std::filesystem;

namespace {

/// Names of what changed, after events had the time to come in.
std::vector<std::string> changed(Watcher& watcher) {
  pollfd what{watcher.descriptor(), POLLIN, 0};
  static_cast<void>(::poll(&what, 1, 200));
  std::vector<std::string> names;
  for (const fs::path& path : watcher.take()) {
    names.push_back(path.filename().string());
  }
  return names;
}

void put(const fs::path& file, const std::string& text = "x") {
  REQUIRE(write_file(file, text));
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a file that is written, renamed over or removed is told") {
  const TemporaryDirectory folder;
  Watcher watcher;
  watcher.follow({{folder.path(), true, {}}}, {});
  CHECK(watcher.take().empty());
  put(folder.path() / "plan.yaml");
  const Names written = changed(watcher);
  CHECK(std::ranges::find(written, "plan.yaml") != written.end());
  fs::rename(folder.path() / "plan.yaml", folder.path() / "other.yaml");
  CHECK(changed(watcher) == Names{"other.yaml", "plan.yaml"});
  fs::remove(folder.path() / "other.yaml");
  CHECK(changed(watcher) == Names{"other.yaml"});
}

TEST_CASE("folders inside are followed, also those that come later") {
  const TemporaryDirectory folder;
  fs::create_directories(folder.path() / "tables" / "old");
  Watcher watcher;
  watcher.follow({{folder.path(), true, {}}}, {});
  put(folder.path() / "tables" / "old" / "a.csv");
  CHECK_FALSE(changed(watcher).empty());
  fs::create_directories(folder.path() / "results");
  CHECK(changed(watcher) == Names{"results"});
  put(folder.path() / "results" / "unicef.csv");
  CHECK_FALSE(changed(watcher).empty());
}

TEST_CASE("what editors keep for themselves, and what we write ourselves, does not count") {
  const TemporaryDirectory folder;
  fs::create_directories(folder.path() / "out");
  Watcher watcher;
  watcher.follow({{folder.path(), true, {}}}, folder.path() / "out");
  for (const char* name : {".~lock.plan.xlsx#", "view.lua~", ".view.lua.swp", "4913", "#view.lua#",
                           "lu1234abcd.tmp"}) {
    std::FILE* file = std::fopen((folder.path() / name).c_str(), "w");
    REQUIRE(file != nullptr);
    std::fclose(file);
  }
  put(folder.path() / "out" / "report.pdf");
  CHECK(changed(watcher).empty());
  CHECK_FALSE(is_private_name("lutte.csv"));
  CHECK_FALSE(is_private_name("plan.yaml"));
}

TEST_CASE("a folder that is followed for one file tells of no other") {
  const TemporaryDirectory folder;
  Watcher watcher;
  watcher.follow({{folder.path(), false, "a.odt"}}, {});
  put(folder.path() / "b.odt");
  CHECK(changed(watcher).empty());
  put(folder.path() / "a.odt");
  CHECK(changed(watcher) == Names{"a.odt"});
}

TEST_CASE("a folder that goes is told, and followed again when it comes back") {
  const TemporaryDirectory folder;
  const fs::path plan = folder.path() / "plan";
  fs::create_directories(plan);
  Watcher watcher;
  const std::vector<Followed> followed{{plan, true, {}}};
  watcher.follow(followed, {});
  CHECK_FALSE(watcher.is_missing_some());
  fs::remove_all(plan);
  CHECK(changed(watcher) == Names{"plan"});
  CHECK(watcher.is_missing_some());
  watcher.follow(followed, {});
  CHECK(watcher.is_missing_some());
  fs::create_directories(plan);
  watcher.follow(followed, {});
  CHECK_FALSE(watcher.is_missing_some());
  put(plan / "plan.yaml");
  CHECK_FALSE(changed(watcher).empty());
}

}  // namespace rapporteur::preview
