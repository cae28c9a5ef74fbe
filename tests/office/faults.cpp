// Offices that die, hang or are given what they cannot use.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <thread>

#include "office/compile.hpp"

namespace rapporteur::office {

namespace fs = std::filesystem;

namespace {

// A document that keeps the office busy for a good while: long enough to be hit in the middle.
std::string long_document() {
  std::string body;
  for (int i = 0; i < 6000; ++i) {
    body += test::paragraph("Paragraph " + std::to_string(i) + " " + std::string(400, 'w') +
                            " and more words to break " + std::string(300, 'v'));
  }
  return test::odt({.body = body});
}

struct Prepared {
  TemporaryDirectory folder;
  Job job;
  explicit Prepared(const std::string& package, const std::string& extension = ".odt") {
    job.name = "pan.fr";
    job.package_path = (folder.path() / ("in" + extension)).string();
    REQUIRE(write_file(job.package_path, package));
    job.odt_path = (folder.path() / "out.odt").string();
    job.docx_path = (folder.path() / "out.docx").string();
    job.pdf_path = (folder.path() / "out.pdf").string();
  }
  [[nodiscard]] int outputs() const {
    return int{fs::exists(job.odt_path)} + int{fs::exists(job.docx_path)} +
           int{fs::exists(job.pdf_path)};
  }
};

void require_fault(const Diagnostics& diagnostics, const std::string& id) {
  REQUIRE(diagnostics.all().size() == 1);
  const auto& diagnostic = diagnostics.all().front();
  CAPTURE(render(diagnostic, "en").message);
  CHECK(diagnostic.id == id);
  CHECK(exit_code_for_faults(diagnostics) == 4);
}

bool is_running(int pid) {
  return ::kill(pid, 0) == 0;
}

// Kills offices as they come, at most `most` of them, each when it has been busy for a moment.
class Killer {
 public:
  Killer(Pool& pool, int most)
      : thread_([this, &pool, most] {
          std::vector<int> killed;
          while (!stop_ && static_cast<int>(killed.size()) < most) {
            for (const int pid : pool.pids()) {
              if (std::find(killed.begin(), killed.end(), pid) == killed.end()) {
                std::this_thread::sleep_for(std::chrono::milliseconds(150));
                ::kill(pid, SIGKILL);
                killed.push_back(pid);
              }
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
          }
          count_ = static_cast<int>(killed.size());
        }) {}
  int finish() {
    stop_ = true;
    thread_.join();
    return count_;
  }

 private:
  std::atomic<bool> stop_ = false;
  int count_ = 0;
  std::thread thread_;
};

/// Kills every office that comes to a stage, twice at most.
class StageKiller {
 public:
  /// Offices have their folders below `place`.
  StageKiller(Pool& pool, fs::path place, std::string stage)
      : thread_([this, &pool, place = std::move(place), stage = std::move(stage)] {
          std::vector<int> killed;
          while (!stop_ && killed.size() < 2) {
            if (is_at(place, stage)) {
              for (const int pid : pool.pids()) {
                if (std::find(killed.begin(), killed.end(), pid) == killed.end()) {
                  ::kill(pid, SIGKILL);
                  killed.push_back(pid);
                }
              }
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
          }
          count_ = static_cast<int>(killed.size());
        }) {}
  int finish() {
    stop_ = true;
    thread_.join();
    return count_;
  }

 private:
  static bool is_at(const fs::path& place, const std::string& stage) {
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
  std::atomic<bool> stop_ = false;
  int count_ = 0;
  std::thread thread_;
};

}  // namespace

TEST_CASE("an office killed in the middle of a job: the job is done by a fresh one") {
  const Prepared prepared(long_document());
  Pool pool(default_options());
  Killer killer(pool, 1);
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
  Killer killer(pool, 2);
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
    StageKiller killer(pool, place.path(), stage);
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

TEST_CASE("a full disk: reported, nothing left") {
  const TemporaryDirectory place;
  const std::string disk = place.path().string();
  if (mount("none", disk.c_str(), "tmpfs", 0, "size=300k") != 0) {
    MESSAGE("skipped: this user may mount no small disk");
    return;
  }
  const auto fails = [&](const char* id) {
    Prepared prepared(long_document());
    prepared.job.pdf_path = disk + "/out.pdf";
    Pool pool(default_options());
    Diagnostics diagnostics;
    CHECK_FALSE(pool.run(prepared.job, diagnostics));
    require_fault(diagnostics, id);
    CHECK(prepared.outputs() == 0);
  };
  SUBCASE("where documents go") {
    fails("office-store");
  }
  SUBCASE("where the office works") {
    const Prepared prepared(long_document());
    REQUIRE(setenv("TMPDIR", disk.c_str(), 1) == 0);
    Diagnostics diagnostics;
    {
      Pool pool(default_options());
      CHECK_FALSE(pool.run(prepared.job, diagnostics));
    }
    unsetenv("TMPDIR");
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(exit_code_for_faults(diagnostics) == 4);
    CHECK(prepared.outputs() == 0);
  }
  CHECK(umount(disk.c_str()) == 0);
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

TEST_CASE("documents that cannot be opened") {
  Pool pool(default_options());
  const auto fails = [&](const std::string& package, const std::string& extension) {
    const Prepared prepared(package, extension);
    Diagnostics diagnostics;
    CHECK_FALSE(pool.run(prepared.job, diagnostics));
    require_fault(diagnostics, "office-load");
    CHECK(prepared.outputs() == 0);
  };
  const std::string good = test::odt({.body = test::paragraph("x")});
  fails("no zip at all, just words", ".odt");
  fails("no zip at all, just words", ".docx");
  fails(good.substr(0, good.size() / 2), ".odt");
  fails("", ".odt");
  fails(test::odt({.body = "<text:p>not closed"}), ".odt");
  SUBCASE("a missing file") {
    Prepared prepared(good);
    fs::remove(prepared.job.package_path);
    Diagnostics diagnostics;
    CHECK_FALSE(pool.run(prepared.job, diagnostics));
    require_fault(diagnostics, "office-load");
  }
}

TEST_CASE("a target that cannot be written: reported, nothing left of the others") {
  Prepared prepared(test::odt({.body = test::paragraph("x")}));
  prepared.job.pdf_path = (prepared.folder.path() / "no-such-folder" / "out.pdf").string();
  Pool pool(default_options());
  Diagnostics diagnostics;
  CHECK_FALSE(pool.run(prepared.job, diagnostics));
  require_fault(diagnostics, "office-store");
  CHECK(prepared.outputs() == 0);
  CHECK_FALSE(fs::exists(prepared.folder.path() / "no-such-folder"));
}

TEST_CASE("no office, no component") {
  const Prepared prepared(test::odt({.body = test::paragraph("x")}));
  auto options = default_options();
  std::string id;
  SUBCASE("office") {
    options.program = prepared.folder.path();
    id = "office-missing";
  }
  SUBCASE("component") {
    options.component = prepared.folder.path() / "filler.uno.so";
    id = "office-component";
  }
  SUBCASE("a component that is none") {
    options.component = prepared.folder.path() / "filler.uno.so";
    REQUIRE(write_file(options.component, "not a library"));
    id = "office-start";
  }
  SUBCASE("too old") {
    options.program = prepared.folder.path();
    REQUIRE(write_file(options.program / "soffice.bin", "x"));
    REQUIRE(
        write_file(options.program / "bootstraprc", "[Bootstrap]\nProductKey=LibreOffice 7.3\n"));
    id = "office-too-old";
  }
  SUBCASE("an office that ends at once") {
    options.program = prepared.folder.path();
    fs::copy_file("/bin/true", options.program / "soffice.bin");
    REQUIRE(
        write_file(options.program / "bootstraprc", "[Bootstrap]\nProductKey=LibreOffice 7.4\n"));
    id = "office-start";
  }
  Pool pool(options);
  Diagnostics diagnostics;
  CHECK_FALSE(pool.run(prepared.job, diagnostics));
  require_fault(diagnostics, id);
}

TEST_CASE("several threads, several offices, an office replaced after its share of jobs") {
  auto options = default_options();
  options.offices = 2;
  options.jobs_per_office = 2;
  Pool pool(options);
  pool.warm_up();
  std::atomic<int> done = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) {
    threads.emplace_back([&] {
      for (int k = 0; k < 2; ++k) {
        const Prepared prepared(test::odt({.body = test::paragraph("x")}));
        Diagnostics diagnostics;
        if (pool.run(prepared.job, diagnostics) && diagnostics.empty() && prepared.outputs() == 3) {
          ++done;
        }
      }
    });
  }
  for (auto& thread : threads) {
    thread.join();
  }
  CHECK(done == 6);
  CHECK(pool.pids().size() <= 2);
}

TEST_CASE("offices that are worn from the start still do all jobs") {
  auto options = default_options();
  options.memory_per_office = 1;
  Pool pool(options);
  pool.warm_up();
  for (int i = 0; i < 4; ++i) {
    const Prepared prepared(test::odt({.body = test::paragraph("x")}));
    Diagnostics diagnostics;
    CHECK(pool.run(prepared.job, diagnostics));
    CHECK(diagnostics.empty());
  }
}

TEST_CASE("a worn office works on until a fresh one stands ready, and each tells its memory") {
  auto options = default_options();
  options.jobs_per_office = 2;
  Pool pool(options);
  const auto run_one = [&] {
    const Prepared prepared(test::odt({.body = test::paragraph("x")}));
    Diagnostics diagnostics;
    const auto start = std::chrono::steady_clock::now();
    REQUIRE(pool.run(prepared.job, diagnostics));
    return std::chrono::steady_clock::now() - start;
  };
  std::vector<int> pids;
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  int jobs = 0;
  for (; pids.size() < 2 && std::chrono::steady_clock::now() < until; ++jobs) {
    const auto took = run_one();
    if (jobs > 0) {
      CHECK(took < std::chrono::milliseconds(700));  // less than a start and a first document
    }
    const int pid = pool.pids().at(0);
    if (pids.empty() || pids.back() != pid) {
      pids.push_back(pid);
    }
  }
  CHECK(pids.size() == 2);
  CHECK(jobs > 2);  // the worn one did more than its share
  run_one();
  const auto reports = pool.reports();
  REQUIRE(reports.size() == 2);
  CHECK(reports[0].pid == pids[0]);
  CHECK(reports[1].pid == pids[1]);
  CHECK(reports[0].jobs >= 2);
  for (const OfficeReport& report : reports) {
    CHECK(report.peak_bytes > std::int64_t{50} << 20);
    CHECK(report.peak_bytes < std::int64_t{1} << 30);
  }
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
