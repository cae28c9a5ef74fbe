// Several offices at once, and fresh ones in the place of worn ones.
#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include "office/troubled.hpp"

namespace rapporteur::office {

using test::Prepared;

TEST_CASE("several threads, several offices, an office replaced after its share of jobs") {
  auto options = default_options();
  options.offices = 2;
  options.jobs_per_office = 2;
  Pool pool(options);
  pool.warm_up();
  std::atomic<int> done = 0;
  std::vector<std::thread> threads;
  threads.reserve(3);
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

TEST_CASE("one job waits for the office that is being started for it") {
  auto options = default_options();
  options.offices = 2;
  Pool pool(options);
  pool.warm_up(1);
  const Prepared prepared(test::odt({.body = test::paragraph("x")}));
  Diagnostics diagnostics;
  CHECK(pool.run(prepared.job, diagnostics));
  CHECK(pool.pids().size() == 1);
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

}  // namespace rapporteur::office
