// Offices that are killed, hang or run out of memory, at any stage.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <functional>
#include <set>
#include <thread>

#include "office/troubled.hpp"

namespace rapporteur::office {

namespace fs = std::filesystem;

using test::is_running;
using test::long_document;
using test::Prepared;
using test::require_fault;

namespace {

/// Kills offices of a pool that match, each once and `most` in all.
class Killer {
 public:
  Killer(Pool& pool, std::size_t most, std::function<bool()> is_time)
      : thread_([this, &pool, most, is_time = std::move(is_time)](const std::stop_token& stop) {
          std::set<int> killed;
          while (!stop.stop_requested() && killed.size() < most) {
            for (const int pid : pool.pids()) {
              if (!killed.contains(pid) && is_time()) {
                ::kill(pid, SIGKILL);
                killed.insert(pid);
              }
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
          }
          count_ = killed.size();
        }) {}
  std::size_t finish() {
    thread_.request_stop();
    thread_.join();
    return count_;
  }

 private:
  std::size_t count_ = 0;
  std::jthread thread_;
};

/// In the middle of its work.
bool after_a_moment() {
  std::this_thread::sleep_for(std::chrono::milliseconds(150));
  return true;
}

/// True while an office whose folder lies below `place` works at this stage.
bool is_at(const fs::path& place, const std::string& stage) {
  std::error_code error;
  for (const auto& cabin : fs::directory_iterator(place, error)) {
    std::error_code gone;
    for (const auto& job : fs::directory_iterator(cabin.path() / "jobs", gone)) {
      if (read_file(job.path() / "stage") == stage) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

TEST_CASE("an office killed in the middle of a job: the job is done by a fresh one") {
  const Prepared prepared(long_document());
  Pool pool(default_options());
  Killer killer(pool, 1, after_a_moment);
  Diagnostics diagnostics;
  const auto outcome = pool.run(prepared.job, diagnostics);
  CHECK(killer.finish() == 1);
  CHECK(diagnostics.empty());
  REQUIRE(outcome);
  CHECK(outcome->pages > 10);
  CHECK(prepared.outputs() == 3);
}

TEST_CASE("an office killed again: reported, nothing left") {
  const Prepared prepared(long_document());
  Pool pool(default_options());
  Killer killer(pool, 2, after_a_moment);
  Diagnostics diagnostics;
  CHECK_FALSE(pool.run(prepared.job, diagnostics));
  CHECK(killer.finish() == 2);
  require_fault(diagnostics, "office-lost");
  CHECK(prepared.outputs() == 0);
  // The pool is not broken by it.
  const Prepared next(test::odt({.body = test::paragraph("ok")}));
  Diagnostics fine;
  CHECK(pool.run(next.job, fine));
  CHECK(fine.empty());
}

TEST_CASE("an office killed at each stage: the stage is told") {
  // Each stage long enough to be hit: much text to open and to set, many tokens to fill.
  std::string body;
  std::vector<Fill> fills;
  for (int i = 0; i < 4000; ++i) {
    body += test::paragraph("Paragraph " + test::token(i) + " " + std::string(400, 'w'));
    fills.push_back(test::text_fill(i, "value"));
  }
  const TemporaryDirectory place;
  REQUIRE(setenv("TMPDIR", place.path().c_str(), 1) == 0);
  for (const std::string stage : {"load", "fill", "refresh", "store"}) {
    CAPTURE(stage);
    Prepared prepared(test::odt({.body = body}));
    prepared.job.fills = fills;
    prepared.job.token_pattern = test::token_pattern;
    Pool pool(default_options());
    Killer killer(pool, 2, [&] { return is_at(place.path(), stage); });
    Diagnostics diagnostics;
    CHECK_FALSE(pool.run(prepared.job, diagnostics));
    CHECK(killer.finish() == 2);
    require_fault(diagnostics, "office-lost");
    CHECK(std::ranges::find(diagnostics.all().front().args,
                            std::pair{std::string("stage"), Argument(stage)}) !=
          diagnostics.all().front().args.end());
    CHECK(prepared.outputs() == 0);
  }
  unsetenv("TMPDIR");
}

TEST_CASE("an office without memory for its document: reported, nothing left") {
  rlimit before{};
  REQUIRE(getrlimit(RLIMIT_AS, &before) == 0);
  const pid_t child = fork();  // the limit is for this test alone, and passes on to the office
  if (child == 0) {
    const rlimit limit{std::size_t{900} << 20, std::size_t{900} << 20};
    setrlimit(RLIMIT_AS, &limit);
    std::string body;
    for (int i = 0; i < 60'000; ++i) {
      body += test::paragraph("Paragraph " + std::to_string(i) + std::string(900, 'w'));
    }
    bool told = false;
    {
      const Prepared prepared(test::odt({.body = body}));
      Pool pool(default_options());
      Diagnostics diagnostics;
      const bool failed = !pool.run(prepared.job, diagnostics);
      told = failed && diagnostics.all().size() == 1 && exit_code_for_faults(diagnostics) == 4 &&
             prepared.outputs() == 0;
    }
    _exit(told ? 0 : 1);
  }
  int status = -1;
  waitpid(child, &status, 0);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("an office that takes too long: killed, reported, nothing left") {
  const Prepared prepared(long_document());
  auto options = default_options();
  options.job_deadline = std::chrono::milliseconds(50);
  Pool pool(options);
  Diagnostics diagnostics;
  CHECK_FALSE(pool.run(prepared.job, diagnostics));
  require_fault(diagnostics, "office-hung");
  CHECK(prepared.outputs() == 0);
  CHECK(pool.pids().empty());
}

TEST_CASE("a stopped office is killed by the watchdog and the job done by a fresh one") {
  Pool pool([] {
    auto options = default_options();
    options.job_deadline = std::chrono::seconds(3);
    return options;
  }());
  const Prepared first(test::odt({.body = test::paragraph("one")}));
  Diagnostics diagnostics;
  REQUIRE(pool.run(first.job, diagnostics));
  REQUIRE(pool.pids().size() == 1);
  const int stopped = pool.pids().front();
  REQUIRE(::kill(stopped, SIGSTOP) == 0);
  const Prepared second(test::odt({.body = test::paragraph("two")}));
  CHECK(pool.run(second.job, diagnostics));
  CHECK(diagnostics.empty());
  CHECK(second.outputs() == 3);
  CHECK_FALSE(is_running(stopped));
}

TEST_CASE("nothing outlives a process that is killed") {
  const TemporaryDirectory folder;
  REQUIRE(setenv("TMPDIR", folder.path().c_str(), 1) == 0);
  int ready[2];
  REQUIRE(pipe2(ready, O_CLOEXEC) == 0);
  const pid_t child = fork();
  if (child == 0) {
    Pool pool(default_options());
    const Prepared prepared(test::odt({.body = test::paragraph("x")}));
    Diagnostics diagnostics;
    static_cast<void>(pool.run(prepared.job, diagnostics));
    const int pid = pool.pids().empty() ? 0 : pool.pids().front();
    static_cast<void>(!write(ready[1], &pid, sizeof pid));
    pause();
    _exit(0);
  }
  unsetenv("TMPDIR");
  close(ready[1]);
  int office = 0;
  REQUIRE(read(ready[0], &office, sizeof office) == static_cast<ssize_t>(sizeof office));
  close(ready[0]);
  REQUIRE(office > 0);
  REQUIRE(is_running(office));
  REQUIRE(::kill(child, SIGKILL) == 0);
  waitpid(child, nullptr, 0);
  const auto gone = [&] {
    for (const auto& entry : fs::directory_iterator(folder.path())) {
      if (fs::exists(entry.path() / "profile")) {
        return false;
      }
    }
    return !is_running(office);
  };
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (!gone() && std::chrono::steady_clock::now() < until) {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  CHECK(gone());
}

}  // namespace rapporteur::office
