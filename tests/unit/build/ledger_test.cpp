// What is known of an output folder, and that nothing of someone else's is written over.
#include "build/ledger.hpp"

#include <doctest/doctest.h>

#include <thread>

#include "base/files.hpp"
#include "build/publish.hpp"
#include "build/store.hpp"

namespace rapporteur::build {
namespace {

namespace fs = std::filesystem;

struct Place {
  TemporaryDirectory root;
  Ledger ledger{root.path() / "out"};

  [[nodiscard]] fs::path made(const std::string& name, const std::string& bytes) const {
    fs::create_directories(root.path() / "workshop");
    REQUIRE(write_file(root.path() / "workshop" / name, bytes));
    return root.path() / "workshop" / name;
  }
  bool put(const std::string& bytes, Diagnostics& found, bool force = false) const {
    return publish({"t", "key of " + bytes, "told", {made("t.odt", bytes), made("t.pdf", bytes)}},
                   ledger, force, found);
  }
  [[nodiscard]] std::string read(const std::string& name) const {
    return read_file(ledger.out() / name).value_or("nothing");
  }
  void write(const std::string& name, const std::string& bytes) const {
    fs::create_directories(ledger.out());
    REQUIRE(write_file(ledger.out() / name, bytes));
  }
  [[nodiscard]] OutputState state(const std::string& name) const {
    const auto record = ledger.target("t");
    return ledger.state(name, record ? &*record : nullptr);
  }
};

std::string ids(const Diagnostics& found) {
  std::string text;
  for (const Diagnostic& one : found.all()) {
    text += one.id + " " + fs::path(one.origin.file).filename().string() + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("what a build wrote is ours until someone writes to it") {
  const Place place;
  Diagnostics found;
  REQUIRE(place.put("one", found));
  CHECK(place.state("t.odt") == OutputState::same);
  CHECK(find_edition(*place.ledger.target("t"), "key of one") != nullptr);
  REQUIRE(place.put("two", found));
  CHECK(place.read("t.pdf") == "two");
  CHECK(found.empty());

  SUBCASE("edited: neither file is replaced, and both stay whole") {
    place.write("t.odt", "edited");
    CHECK(place.state("t.odt") == OutputState::changed);
    CHECK_FALSE(place.put("three", found));
    CHECK(ids(found) == "output-edited t.odt\n");
    CHECK(place.read("t.odt") == "edited");
    CHECK(place.read("t.pdf") == "two");
    CHECK(place.put("three", found, true));
    CHECK(place.read("t.odt") == "three");
    CHECK(place.state("t.odt") == OutputState::same);
  }
  SUBCASE("touched, with the same bytes") {
    place.write("t.odt", "two");
    CHECK(place.state("t.odt") == OutputState::same);
    CHECK(place.put("three", found));
  }
  SUBCASE("removed") {
    fs::remove(place.ledger.out() / "t.odt");
    CHECK(place.state("t.odt") == OutputState::missing);
    CHECK(place.put("three", found));
  }
  SUBCASE("of fewer kinds: the other stays ours") {
    CHECK(publish({"t", "k", "told", {place.made("t.odt", "three")}}, place.ledger, false, found));
    CHECK(place.state("t.pdf") == OutputState::same);
    const TargetRecord record = place.ledger.target("t").value();
    const Edition& before = *find_edition(record, "key of two");
    CHECK(place.ledger.stands(before, record, {"t.pdf"}));
    CHECK_FALSE(place.ledger.stands(before, record, {"t.odt", "t.pdf"}));
  }
}

TEST_CASE("a file that no build is known to have written stays, unless it says the same") {
  const Place place;
  place.write("t.pdf", "one");
  Diagnostics found;
  CHECK_FALSE(place.put("two", found));
  CHECK(ids(found) == "output-foreign t.pdf\n");
  CHECK(place.read("t.odt") == "nothing");
  CHECK(place.put("one", found));
}

TEST_CASE("a build killed while it put files in place finds them its own") {
  const Place place;
  Diagnostics found;
  REQUIRE(place.put("one", found));
  // As after the first of two renames: the record tells what was coming.
  TargetRecord record = place.ledger.target("t").value();
  for (Output& output : record.outputs) {
    output.coming = sha256("two");
  }
  REQUIRE(place.ledger.keep(record));
  place.write("t.odt", "two");
  CHECK(place.state("t.odt") == OutputState::same);
  CHECK(place.put("three", found));
  CHECK(found.empty());
}

TEST_CASE("a folder in the place of a document is no output") {
  const Place place;
  fs::create_directories(place.ledger.out() / "t.odt");
  Diagnostics found;
  CHECK_FALSE(place.put("one", found, true));
  CHECK(ids(found) == "output-unwritable t.odt\n");
  CHECK(place.read("t.pdf") == "nothing");
}

TEST_CASE("a plan's record comes back as it was kept") {
  const Place place;
  PlanRecord record{.plan = sha256("plan"),
                    .wish = sha256("wish"),
                    .fingerprint = {{"engine", "1"}, {"icu", "72"}},
                    .reads = {.begun = 5, .missed = {"x"}},
                    .name = "p",
                    .found = {},
                    .targets = {{"p.f.fr", "f", "fr", "k", {}, 1.5}}};
  record.found.add({.id = "sum-row", .origin = {.file = "a.csv", .row = 2}});
  REQUIRE(place.ledger.keep(record));
  const auto read = place.ledger.plan(record.plan, record.wish);
  REQUIRE(read);
  CHECK(read->fingerprint == record.fingerprint);
  CHECK(read->found.all().at(0).origin.row == 2);
  CHECK(read->targets.at(0).seconds == doctest::Approx(1.5));
  CHECK(place.ledger.knows(record.plan));
  CHECK_FALSE(place.ledger.knows(sha256("other")));
  CHECK_FALSE(place.ledger.plan(record.plan, sha256("other wish")));
}

TEST_CASE("broken records are none") {
  const Place place;
  Diagnostics found;
  REQUIRE(place.put("one", found));
  const fs::path record = place.ledger.out() / ".rapporteur/targets/t.json";
  for (const char* const text :
       {"", "{", "[]", R"({"outputs":[],"editions":[{"key":"k","told":"0g","digests":{}}]})"}) {
    REQUIRE(write_file(record, text));
    CHECK_FALSE(place.ledger.target("t"));
  }
}

TEST_CASE("a store gives back what was put, and nothing that is damaged") {
  const TemporaryDirectory root;
  const Store store(root.path() / "store");
  const std::string key = sha256("key");
  REQUIRE(write_file(root.path() / "t.odt", "bytes"));
  Diagnostics found;
  const fs::path to = root.path() / "to";
  fs::create_directory(to);
  CHECK_FALSE(store.get(key, to, found));
  REQUIRE(store.put(key, "told", {root.path() / "t.odt"}, found));
  REQUIRE(store.put(key, "told", {root.path() / "t.odt"}, found));  // the first stays
  const auto stored = store.get(key, to, found);
  REQUIRE(stored);
  CHECK(stored->told == "told");
  CHECK(read_file(stored->files.at(0)) == "bytes");
  CHECK(found.empty());

  const fs::path entry = root.path() / "store" / key.substr(0, 2) / key;
  SUBCASE("another byte") {
    REQUIRE(write_file(entry / "t.odt", "bytez"));
  }
  SUBCASE("a file gone") {
    fs::remove(entry / "t.odt");
  }
  SUBCASE("no entry") {
    fs::remove(entry / "entry.json");
  }
  SUBCASE("an entry that leads out") {
    REQUIRE(write_file(entry / "entry.json",
                       R"({"told":"","files":{"../../../t.odt":")" + sha256("other") + "\"}}"));
  }
  CHECK_FALSE(store.get(key, to, found));
  CHECK(ids(found) == "store-damaged " + key + "\n");
  CHECK_FALSE(fs::exists(entry));
  CHECK(store.put(key, "told", {root.path() / "t.odt"}, found));
}

TEST_CASE("a store keeps what was used last") {
  const TemporaryDirectory root;
  const Store store(root.path() / "store");
  REQUIRE(write_file(root.path() / "t.odt", std::string(1000, 'x')));
  Diagnostics found;
  for (const char* const name : {"a", "b", "c"}) {
    REQUIRE(store.put(sha256(name), "", {root.path() / "t.odt"}, found));
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  fs::create_directory(root.path() / "to");
  REQUIRE(store.get(sha256("a"), root.path() / "to", found));
  store.trim(2500);
  CHECK(store.get(sha256("a"), root.path() / "to", found));
  CHECK_FALSE(store.get(sha256("b"), root.path() / "to", found));
  CHECK(store.get(sha256("c"), root.path() / "to", found));
}

TEST_CASE("a store that cannot be written is told, and the build goes on") {
  const TemporaryDirectory root;
  REQUIRE(write_file(root.path() / "store", "a file"));
  Diagnostics found;
  CHECK_FALSE(Store(root.path() / "store").put(sha256("k"), "", {}, found));
  CHECK(ids(found) == "store-unwritable store\n");
}

}  // namespace rapporteur::build
