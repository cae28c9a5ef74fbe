#include "build/build.hpp"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <thread>

#include "base/files.hpp"
#include "build/compile.hpp"
#include "build/target.hpp"
#include "build/unwritable.hpp"
#include "office/workbooks.hpp"

namespace rapporteur::build {

namespace fs = std::filesystem;

namespace {

/// A private folder in the output folder, on the same file system, so that a rename is atomic.
class Workshop {
 public:
  explicit Workshop(const fs::path& out) {
    fs::create_directories(out, error_);
    std::string name = (out / ".rapporteur-XXXXXX").string();
    if (error_) {
      return;
    }
    if (::mkdtemp(name.data()) == nullptr) {
      error_ = {errno, std::generic_category()};
    } else {
      path_ = fs::absolute(name);
    }
  }
  ~Workshop() {
    std::error_code ignored;
    if (!path_.empty()) {
      fs::remove_all(path_, ignored);
    }
  }
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }
  [[nodiscard]] std::error_code error() const { return error_; }

 private:
  fs::path path_;
  std::error_code error_;
};

/// Two plans whose folders have one name would write over each other: neither is built.
void refuse_namesakes(std::vector<Target>& targets, std::vector<std::string>& failed,
                      Diagnostics& diagnostics) {
  std::map<std::string, int> counts;
  for (const Target& target : targets) {
    ++counts[target.name];
  }
  for (const auto& [name, count] : counts) {
    if (count > 1) {
      diagnostics.add({.id = "output-twice", .args = {{"name", name}}});
      failed.push_back(name);
    }
  }
  std::erase_if(targets, [&](const Target& target) { return counts[target.name] > 1; });
}

int most_offices(const Request& request) {
  const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  return request.jobs > 0 ? request.jobs : cores;
}

/// A plan's workbook is read in the office that builds later; in between, the line to it is given
/// up, for plugins run in forked children and its threads would not come along.
Request with_workbooks(Request request, office::Pool& pool) {
  request.load.workbooks = [&pool](const fs::path& file, Diagnostics& diagnostics) {
    auto workbook = office::read_workbook(pool, file, diagnostics);
    pool.rest();
    return workbook;
  };
  return request;
}

}  // namespace

Summary build(const Request& request, const Progress& progress, Diagnostics& diagnostics) {
  Summary summary;
  Formats formats(request.search, diagnostics);
  office::PoolOptions options = request.pool;
  options.offices = most_offices(request);
  office::Pool pool(options);
  std::vector<Target> targets;
  for (const fs::path& folder : request.plans) {
    for (Target& target :
         prepare(folder, with_workbooks(request, pool), formats, summary.failed, diagnostics)) {
      targets.push_back(std::move(target));
    }
  }
  refuse_namesakes(targets, summary.failed, diagnostics);
  if (targets.empty()) {
    return summary;
  }
  const Workshop workshop(request.out);
  if (workshop.path().empty()) {
    diagnostics.add(unwritable(request.out, workshop.error()));
    for (const Target& target : targets) {
      summary.failed.push_back(target.name);
    }
    return summary;
  }
  const int offices = std::min(most_offices(request), static_cast<int>(targets.size()));
  progress.starting_office();
  pool.warm_up(offices);

  std::mutex telling;
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < targets.size(); i = next++) {
      Diagnostics found;
      if (request.stop.stop_requested()) {
        const std::scoped_lock lock(telling);
        summary.failed.push_back(targets[i].name);
        summary.interrupted = true;
        continue;
      }
      {
        const std::scoped_lock lock(telling);
        progress.building(targets[i].name);
      }
      auto documents = compile(targets[i], request, workshop.path(), pool, found);
      const std::scoped_lock lock(telling);
      diagnostics.append(found);
      if (documents.empty()) {
        summary.failed.push_back(targets[i].name);
      }
      for (const Document& document : documents) {
        progress.built(document);
        summary.built.push_back(document);
      }
    }
  };
  {
    std::vector<std::jthread> workers;
    for (int i = 1; i < offices; ++i) {
      workers.emplace_back(work);
    }
    work();
  }
  summary.walled = summary.built.empty() || pool.walled();
  std::ranges::sort(summary.built, {}, &Document::path);
  std::ranges::sort(summary.failed);
  return summary;
}

}  // namespace rapporteur::build
