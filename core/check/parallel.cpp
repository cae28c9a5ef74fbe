#include "check/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>
#include <vector>

namespace rapporteur::check {

void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work) {
  constexpr std::size_t most_threads = 8;
  std::atomic<std::size_t> next = 0;
  const auto take = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      work(i);
    }
  };
  const std::size_t threads = std::min(
      {most_threads, count, std::size_t{std::max(1U, std::thread::hardware_concurrency())}});
  std::vector<std::future<void>> others;  // each waits for its thread when it goes
  for (std::size_t i = 1; i < threads; ++i) {
    others.push_back(std::async(std::launch::async, take));
  }
  take();
  for (std::future<void>& other : others) {
    other.get();
  }
}

}  // namespace rapporteur::check
