// What a build looked at, and whether it is still so.
#include "build/reads.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <chrono>
#include <thread>

#include "base/files.hpp"
#include "build/fingerprint.hpp"

namespace rapporteur::build {
namespace {

namespace fs = std::filesystem;

struct Folder {
  TemporaryDirectory root;
  [[nodiscard]] std::string at(const std::string& name) const {
    return (root.path() / name).string();
  }
  void put(const std::string& name, const std::string& text) const {
    fs::create_directories(fs::path(at(name)).parent_path());
    REQUIRE(write_file(at(name), text));
  }
};

/// As it is after the disk: through JSON.
std::optional<std::string> change(const Reads& reads) {
  json::Problem problem;
  const auto read = json::parse(json::write(to_json(reads)), problem);
  REQUIRE(read);
  const auto again = reads_of(*read);
  REQUIRE(again);
  Digests digests;
  return first_change(*again, digests);
}

}  // namespace

TEST_CASE("a read is the same until its bytes, its names or a missing file change") {
  const Folder folder;
  folder.put("a.csv", "1");
  folder.put("sub/b.csv", "2");
  folder.put("format/plugin.lua", "3");
  Digests digests;
  Reads reads{.begun = file_clock()};
  reads.add_file(folder.at("a.csv"), digests);
  reads.add_file(folder.at("c.csv"), digests);
  reads.add_folder(folder.at("sub"), digests);
  reads.add_folder(folder.at("nowhere"), digests);
  reads.add_tree(folder.at("format"), digests);
  CHECK_FALSE(change(reads));

  SUBCASE("written again with the same bytes") {
    folder.put("a.csv", "1");
    CHECK_FALSE(change(reads));
  }
  SUBCASE("another byte of the same length") {
    folder.put("a.csv", "2");
    CHECK(change(reads) == folder.at("a.csv"));
  }
  SUBCASE("gone") {
    fs::remove(folder.at("a.csv"));
    CHECK(change(reads) == folder.at("a.csv"));
  }
  SUBCASE("what was looked for has come") {
    folder.put("c.csv", "");
    CHECK(change(reads) == folder.at("c.csv"));
  }
  SUBCASE("another name in a folder") {
    folder.put("sub/c.csv", "");
    CHECK(change(reads) == folder.at("sub"));
  }
  SUBCASE("a file of a folder whose names alone were read") {
    folder.put("sub/b.csv", "other");
    CHECK_FALSE(change(reads));
  }
  SUBCASE("a folder has come") {
    fs::create_directory(folder.at("nowhere"));
    CHECK(change(reads) == folder.at("nowhere"));
  }
  SUBCASE("deep in a tree") {
    folder.put("format/deep/er/x.lua", "");
    CHECK(change(reads) == folder.at("format"));
  }
}

TEST_CASE("an edit that puts size and time back is seen all the same") {
  const Folder folder;
  folder.put("a.csv", "1");
  std::this_thread::sleep_for(std::chrono::milliseconds(80));  // the stamp is older than the tick
  Digests digests;
  Reads reads{.begun = file_clock()};
  reads.add_file(folder.at("a.csv"), digests);
  const auto written = fs::last_write_time(folder.at("a.csv"));
  folder.put("a.csv", "2");
  fs::last_write_time(folder.at("a.csv"), written);
  CHECK(change(reads) == folder.at("a.csv"));
}

TEST_CASE("a file that was written to since the reading began is moving") {
  const Folder folder;
  folder.put("a.csv", "1");
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  Digests digests;
  Reads reads{.begun = file_clock()};
  SUBCASE("before it was read") {
    folder.put("a.csv", "2");
  }
  reads.add_file(folder.at("a.csv"), digests);
  SUBCASE("not at all") {
    CHECK_FALSE(first_moving(reads));
    return;
  }
  SUBCASE("after it was read") {
    folder.put("a.csv", "3");
  }
  CHECK(first_moving(reads) == folder.at("a.csv"));
}

TEST_CASE("records that are cut or of another kind are no reads") {
  for (const char* const text : {"{}", "[]",
                                 R"({"begun":1,"files":{"a":["x"]},"folders":{},)"
                                 R"("trees":{},"missed":[]})"}) {
    json::Problem problem;
    const auto value = json::parse(text, problem);
    REQUIRE(value);
    CHECK_FALSE(reads_of(*value));
  }
}

TEST_CASE("the installation has a fingerprint, the same each time") {
  const auto pool = office::default_options();
  const Fingerprint now = fingerprint(pool);
  CHECK(digest_of(now) == digest_of(fingerprint(pool)));
  for (const auto& [name, value] : now) {
    CAPTURE(name);
    CHECK_FALSE(value.empty());
    Fingerprint then = now;
    for (auto& [other, print] : then) {
      print = other == name ? "x" : print;
    }
    CHECK(first_difference(now, then) == name);
  }
  CHECK(first_difference(now, now).empty());
}

}  // namespace rapporteur::build
