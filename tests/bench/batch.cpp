// Two offices on a batch of twenty reports against one: as a whole process, and warm (offices that
// stand ready; plans prepared). Pairs by turns, the median of their ratios.
#include <sys/wait.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "base/files.hpp"
#include "base/messages.hpp"
#include "base/stopwatch.hpp"
#include "build/compile.hpp"
#include "build/fingerprint.hpp"
#include "build/target.hpp"

namespace rapporteur {

namespace fs = std::filesystem;

namespace {

constexpr int plans = 10;  // in two languages
constexpr double whole_limit = 1.6;
constexpr double warm_limit = 1.7;

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values.empty() ? 0 : values[values.size() / 2];
}

std::string load_average() {
  std::ifstream file("/proc/loadavg");
  std::string load;
  std::getline(file, load);
  return load.substr(0, 14);
}

class Batch {
 public:
  Batch() {
    for (int i = 0; i < plans; ++i) {
      fs::copy(SOURCE_DIR "/samples/pnlevt", root_.path() / ("p" + std::to_string(i)),
               fs::copy_options::recursive);
    }
    request_.formats = {"national-plan"};
    request_.languages = {"fr", "en"};
    request_.search = {{SOURCE_DIR "/plugins"}, {SOURCE_DIR "/templates"}};
    request_.pool = office::default_options();
    formats_ = std::make_unique<build::Formats>(request_.search, found_);
    std::vector<std::string> failed;
    for (int i = 0; i < plans; ++i) {
      for (build::Target& target : build::prepare(root_.path() / ("p" + std::to_string(i)),
                                                  request_, *formats_, failed, found_)) {
        targets_.push_back(std::move(target));
      }
    }
  }
  [[nodiscard]] bool is_whole() const { return targets_.size() == 2 * plans; }

  /// Seconds; below 0 when a report failed.
  [[nodiscard]] double whole(int jobs) const {
    const std::string command = "cd " + root_.path().string() +
                                " && rm -rf out && " BINARY_DIR
                                "/bin/rapporteur build p? --format national-plan -j " +
                                std::to_string(jobs) + " >said 2>&1";
    const Stopwatch watch;
    const int code = std::system(command.c_str());
    return WIFEXITED(code) && WEXITSTATUS(code) == 0 ? watch.seconds() : -1;
  }

  [[nodiscard]] double warm(int jobs) {
    const TemporaryDirectory out;
    build::Request request = request_;
    request.out = out.path();
    office::PoolOptions options = request.pool;
    options.offices = jobs;
    office::Pool pool(options);
    const std::string print = build::digest_of(build::fingerprint(options));
    const auto make = [&](const build::Target& target) {
      Diagnostics found;
      return build::compile(target, {request, out.path(), pool, print}, found).state ==
             build::State::built;
    };
    std::atomic<int> built = 0;
    const auto work = [&](std::atomic<std::size_t>& next, std::size_t end) {
      for (std::size_t i = next++; i < end; i = next++) {
        built += make(targets_[i]) ? 1 : 0;
      }
    };
    const auto run = [&](std::size_t begin, std::size_t end) {
      std::atomic<std::size_t> next = begin;
      std::vector<std::jthread> workers;
      for (int i = 0; i < jobs; ++i) {
        workers.emplace_back([&] { work(next, end); });
      }
    };
    pool.warm_up();
    run(0, static_cast<std::size_t>(jobs));  // each office has made one
    const Stopwatch watch;
    run(static_cast<std::size_t>(jobs), targets_.size());
    // A report's share, since one office has one more of them left than two.
    const double seconds = watch.seconds() / static_cast<double>(targets_.size() - jobs);
    return built == static_cast<int>(targets_.size()) ? seconds : -1;
  }

 private:
  TemporaryDirectory root_;
  build::Request request_;
  Diagnostics found_;
  std::unique_ptr<build::Formats> formats_;
  std::vector<build::Target> targets_;
};

}  // namespace

}  // namespace rapporteur

int main(int argc, char** argv) {
  using namespace rapporteur;
  if (std::thread::hardware_concurrency() < 2) {
    std::puts("batch skipped: this machine has one core");
    return 0;
  }
  const int pairs = argc > 1 ? std::max(1, std::atoi(argv[1])) : 3;
  Batch batch;
  if (!batch.is_whole()) {
    std::puts("batch failed: the sample cannot be prepared");
    return 1;
  }
  bool good = true;
  const auto measure = [&](const char* name, double limit, auto run) {
    std::vector<double> one;
    std::vector<double> two;
    std::vector<double> ratios;
    for (int i = 0; i < pairs; ++i) {
      one.push_back(run(1));
      two.push_back(run(2));
      ratios.push_back(one.back() / two.back());
      good = good && one.back() > 0 && two.back() > 0;
    }
    std::printf("%s reports=%d pairs=%d one=%.2f two=%.2f ratio=%.2f limit=%.1f load=%s\n", name,
                2 * plans, pairs, median(one), median(two), median(ratios), limit,
                load_average().c_str());
    good = good && median(ratios) >= limit;
  };
  measure("whole", whole_limit, [&](int jobs) { return batch.whole(jobs); });
  measure("warm ", warm_limit, [&](int jobs) { return batch.warm(jobs); });
  return good ? 0 : 1;
}
