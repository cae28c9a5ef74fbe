// A prepared plan crosses the border between two processes.
#include "build/prepared.hpp"

#include <doctest/doctest.h>

#include "check/check.hpp"
#include "load/load.hpp"

namespace rapporteur::build {
namespace {

const char* const sample = SOURCE_DIR "/samples/pan-1325";

struct Made {
  Request request;
  Diagnostics found;
  std::unique_ptr<Formats> formats;
  Prepared prepared;
};

Made made() {
  Made made;
  made.request.search = {{SOURCE_DIR "/plugins"}, {SOURCE_DIR "/templates"}};
  made.formats = std::make_unique<Formats>(made.request.search, made.found);
  const auto plan = load_plan(sample, made.found);
  REQUIRE(plan);
  made.prepared = {.plan = 3, .is_whole = true};
  made.prepared.reads.begun = 7;
  check_plan(*plan, made.prepared.found);
  made.prepared.attempts = attempt_all(*plan, made.request, *made.formats, made.prepared.found);
  return made;
}

}  // namespace

TEST_CASE("a prepared plan is the same behind the border") {
  const Made made_here = made();
  const std::string bytes = encode(made_here.prepared);
  CHECK(plan_of(bytes) == 3);
  const auto read = decode_prepared(bytes, *made_here.formats, "");
  REQUIRE(read);
  CHECK(encode(*read) == bytes);
  REQUIRE(read->attempts.size() == 2);
  const Target& before = *made_here.prepared.attempts[0].target;
  const Target& after = *read->attempts[0].target;
  CHECK(after.format == before.format);
  CHECK(after.drawn == before.drawn);
  CHECK(after.terms.keys() == before.terms.keys());
  CHECK(after.title == before.title);
  CHECK(after.limits.size() == before.limits.size());
  CHECK(read->attempts[0].target->pictures == read->attempts[1].target->pictures);
}

TEST_CASE("only the targets that are asked for are prepared") {
  Made made_here = made();
  made_here.request.only = std::set<std::string>{"pan-1325.national-budget.en"};
  const auto plan = load_plan(sample, made_here.found);
  const auto attempts = attempt_all(*plan, made_here.request, *made_here.formats, made_here.found);
  REQUIRE(attempts.size() == 1);
  CHECK(attempts[0].language == "en");
}

TEST_CASE("bytes that are cut short are refused") {
  const Made made_here = made();
  const std::string bytes = encode(made_here.prepared);
  for (std::size_t size = 0; size < bytes.size(); size += 1 + bytes.size() / 50) {
    CHECK_FALSE(decode_prepared(bytes.substr(0, size), *made_here.formats, ""));
  }
}

}  // namespace rapporteur::build
