// A batch in trouble: every other report is built, the guilty one is named, nothing is left behind.
#include <doctest/doctest.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <fstream>
#include <set>
#include <thread>

#include "build/build.hpp"
#include "documents.hpp"
#include "troubled_batch.hpp"

namespace rapporteur::test {
namespace {

namespace fs = std::filesystem;

/// Does `act` to every office that works while it lives.
class Troubler {
 public:
  explicit Troubler(std::function<void(int)> act)
      : thread_([this, act = std::move(act)](const std::stop_token& stop) {
          std::set<int> met;
          while (!stop.stop_requested()) {
            for (const Office& office : offices_of(getpid())) {
              if (at_work(office.pid) && met.insert(office.pid).second) {
                act(office.pid);
                ++count_;
              }
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
          }
        }) {}
  [[nodiscard]] int count() const { return count_; }

 private:
  std::atomic<int> count_ = 0;
  std::jthread thread_;
};

std::string faults_of(const build::Summary& summary) {
  std::string text;
  for (const Diagnostic& one : found(summary).sorted()) {
    if (kind_of(one) != Kind::finding) {
      text += one.id + " " + one.origin.file + "\n";
    }
  }
  return text;
}

}  // namespace

TEST_CASE("faults: an office that dies or hangs costs one report, which is named") {
  std::string text;
  for (int i = 0; i < 2000; ++i) {
    text += "Un texte assez long pour être surpris en plein travail.\n\n";
  }
  const TroubledBatch batch(3, text);
  build::Request request = batch.request();
  int signal = SIGKILL;
  std::string id = "office-lost";
  SUBCASE("dies") {}
  SUBCASE("hangs") {
    signal = SIGSTOP;
    id = "office-hung";
    request.pool.job_deadline = std::chrono::seconds(2);
  }
  const std::string guilty = TroubledBatch::name(1) + ".scratch.fr";
  std::unique_ptr<Troubler> troubler;
  const build::Progress progress{
      .building =
          [&](const std::string& name) {
            if (name == guilty) {
              troubler = std::make_unique<Troubler>([&](int pid) { ::kill(pid, signal); });
            }
          },
      .done = [&](const build::TargetReport& /*report*/) { troubler.reset(); }};
  const build::Summary summary = build::build(request, progress);
  CHECK(faults_of(summary) == id + " " + guilty + "\n");
  CHECK(exit_code_for_faults(found(summary)) == 4);
  CHECK(failed(summary) == std::vector<std::string>{guilty});
  CHECK(count(summary, build::State::built) == 2);
  CHECK(batch.outputs() == TroubledBatch::documents({0, 2}));
  CHECK(offices_of(getpid()).empty());

  // Only that one is left to do.
  const build::Summary again = build::build(batch.request(), {});
  CHECK(count(again, build::State::current) == 2);
  CHECK(count(again, build::State::built) == 1);
  CHECK(batch.outputs() == TroubledBatch::documents({0, 1, 2}));
}

TEST_CASE("faults: the output folder goes, fills up or is read-only during the build") {
  const TroubledBatch batch(3);
  build::Request request = batch.request();
  const std::string guilty = TroubledBatch::name(1) + ".scratch.fr";
  std::function<void()> trouble;
  bool mounted = false;
  SUBCASE("removed") {
    trouble = [&] { fs::remove_all(batch.out()); };
  }
  SUBCASE("read-only") {
    fs::create_directories(batch.out());
    if (mount("none", batch.out().c_str(), "tmpfs", 0, "size=20m") != 0) {
      MESSAGE("skipped: this user may mount nothing");
      return;
    }
    mounted = true;
    trouble = [&] {
      CHECK(mount("none", batch.out().c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, "") == 0);
    };
  }
  SUBCASE("full") {
    fs::create_directories(batch.out());
    if (mount("none", batch.out().c_str(), "tmpfs", 0, "size=3m") != 0) {
      MESSAGE("skipped: this user may mount nothing");
      return;
    }
    mounted = true;
    trouble = [&] {
      std::ofstream(batch.out() / "large") << std::string(std::size_t{4} << 20, 'x');
    };
  }
  const build::Progress progress{.building = [&](const std::string& name) {
    if (name == guilty) {
      trouble();
    }
  }};
  const build::Summary summary = build::build(request, progress);
  CHECK(failed(summary).size() == 2);
  CHECK(count(summary, build::State::built) == 1);
  CHECK(exit_code_for_faults(found(summary)) == 4);
  const Diagnostics all = found(summary);
  for (const Diagnostic& one : all.all()) {
    CAPTURE(one.id);
    CHECK((one.id == "output-unwritable" || one.id == "office-store"));
  }
  for (const std::string& name : batch.outputs()) {
    CAPTURE(name);
    const bool whole = TroubledBatch::documents({0}).contains(name) || name == "large" ||
                       (mounted && name.starts_with(".rapporteur-"));
    CHECK(whole);
  }
  if (mounted) {
    CHECK(umount(batch.out().c_str()) == 0);
  }
}

TEST_CASE("faults: a plan that changes while it is built is told, and not taken as up to date") {
  const TroubledBatch batch(1);
  const fs::path text = batch.root() / TroubledBatch::name(0) / "narrative/context.fr.md";
  const build::Progress progress{.building = [&](const std::string& /*name*/) {
    REQUIRE(write_file(text, "Un autre texte.\n"));
  }};
  const build::Summary summary = build::build(batch.request(), progress);
  const auto findings = found(summary).sorted();
  CHECK(std::ranges::any_of(findings, [&](const Diagnostic& one) {
    return one.id == "plan-moving" && one.origin.file == text.string();
  }));
  CHECK(exit_code_for_faults(found(summary)) == 0);
  CHECK(text_of((batch.out() / "p1000.scratch.fr.odt").string()).find("Un texte") !=
        std::string::npos);
  const build::Summary again = build::build(batch.request(), {});
  CHECK(count(again, build::State::built) == 1);
  CHECK(text_of((batch.out() / "p1000.scratch.fr.odt").string()).find("Un autre texte") !=
        std::string::npos);
}

TEST_CASE("faults: a build that is interrupted leaves whole documents, no office, no file") {
  const TroubledBatch batch(6);
  for (const int signal : {SIGINT, SIGTERM}) {
    for (const int moment : {20, 300, 900, 1500}) {
      CAPTURE(signal);
      CAPTURE(moment);
      fs::remove_all(batch.out());
      fs::remove_all(batch.temporary());
      const fs::path temporary = batch.temporary();
      const pid_t child = batch.start();
      std::this_thread::sleep_for(std::chrono::milliseconds(moment));
      const std::vector<Office> offices = offices_of(child);
      ::kill(child, signal);
      int status = 0;
      waitpid(child, &status, 0);
      const bool told =
          WIFEXITED(status) && (WEXITSTATUS(status) == 130 || WEXITSTATUS(status) == 0);
      const bool before_it_could = WIFSIGNALED(status) && moment == 20;
      CHECK((told || before_it_could));
      for (const Office& office : offices) {
        const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(5);
        while (::kill(office.pid, 0) == 0 && std::chrono::steady_clock::now() < until) {
          std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        CHECK(::kill(office.pid, 0) != 0);
      }
      CHECK(fs::is_empty(temporary));
      for (const std::string& name : batch.outputs()) {
        CAPTURE(name);
        CHECK(TroubledBatch::documents({0, 1, 2, 3, 4, 5}).contains(name));
        CHECK(fs::file_size(batch.out() / name) > 1000);
      }
      CHECK(batch.outputs().size() % 3 == 0);
    }
  }
}

TEST_CASE("faults: five hundred documents take no more memory than fifty") {
  const TroubledBatch batch(500);
  build::Request request = batch.request();
  request.jobs = 2;
  request.pool.jobs_per_office = 1000;  // the same two to the end
  struct Held {
    std::int64_t engine = 0;
    std::int64_t offices = 0;
  };
  const auto held = [] {
    Held now;
    std::istringstream statm(words_of("/proc/self/statm"));
    statm >> now.engine >> now.engine;
    now.engine *= sysconf(_SC_PAGESIZE) / 1024;
    for (const Office& office : offices_of(getpid())) {
      now.offices = std::max(now.offices, office.kilobytes);
    }
    return now;
  };
  int done = 0;
  Held at_50;
  Held at_500;
  const build::Progress progress{.done = [&](const build::TargetReport& /*report*/) {
    ++done;
    if (done == 50) {
      at_50 = held();
    } else if (done == 499) {  // both offices still live
      at_500 = held();
    }
  }};
  const build::Summary summary = build::build(request, progress);
  CHECK(count(summary, build::State::built) == 500);
  MESSAGE("engine " << at_50.engine << " -> " << at_500.engine << " kB, office " << at_50.offices
                    << " -> " << at_500.offices << " kB");
  CHECK(static_cast<double>(at_500.engine) <= 1.15 * static_cast<double>(at_50.engine));
  CHECK(static_cast<double>(at_500.offices) <= 1.15 * static_cast<double>(at_50.offices));
  CHECK(summary.offices.size() == 2);
}

}  // namespace rapporteur::test
