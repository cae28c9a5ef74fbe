#include "build/preparer.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <new>

#include "base/pipe.hpp"
#include "check/check.hpp"
#include "load/load.hpp"
#include "office/workbooks.hpp"

namespace rapporteur::build {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t longest_message = std::size_t{1} << 30;

/// Workbooks are read in an office of this process; in between the line to it is given up, for
/// plugins run in forked children and its threads would not come along.
LoadOptions with_workbooks(LoadOptions load, office::Pool& pool) {
  load.workbooks = [&pool](const fs::path& file, Diagnostics& diagnostics) {
    auto workbook = office::read_workbook(pool, file, diagnostics);
    pool.rest();
    return workbook;
  };
  return load;
}

void remember(const Plan& plan, const fs::path& path, Reads& reads) {
  Digests digests;
  for (const std::string& file : plan.files_read) {
    reads.add_file(file, digests);
  }
  for (const std::string& folder : plan.folders_read) {
    reads.add_folder(folder, digests);
  }
  reads.missed.insert(reads.missed.end(), plan.files_missed.begin(), plan.files_missed.end());
  std::error_code error;
  if (fs::is_regular_file(path, error)) {
    reads.add_file(path.string(), digests);
  }
}

Prepared prepare_one(std::size_t number, const Request& request, Formats& formats,
                     office::Pool& pool) {
  Prepared prepared{.plan = number};
  prepared.reads.begun = file_clock();
  const fs::path& path = request.plans[number];
  const auto plan = load_plan(path, prepared.found, with_workbooks(request.load, pool));
  if (plan) {
    prepared.is_whole = true;
    remember(*plan, path, prepared.reads);
    check_plan(*plan, prepared.found);
    prepared.attempts = attempt_all(*plan, request, formats, prepared.found);
  }
  return prepared;
}

office::PoolOptions one_office(office::PoolOptions options) {
  options.offices = 1;
  return options;
}

/// What the two processes of a preparer share: how many plans have been handed on.
using Progress = std::atomic<std::size_t>;

void work(const Request& request, const std::vector<std::size_t>& plans,
          const std::vector<Formats*>& formats, Progress& done, int line) {
  office::Pool pool(one_office(request.pool));
  while (done < plans.size()) {
    const std::size_t number = plans[done];
    if (!write_message(line, encode(prepare_one(number, request, *formats[number], pool)))) {
      return;
    }
    ++done;
  }
}

Prepared crashed(std::size_t number, const fs::path& plan, int status) {
  Prepared prepared{.plan = number};
  prepared.found.add(
      {.id = "plan-crashed",
       .origin = {.file = plan.string()},
       .args = {{"signal", std::int64_t{WIFSIGNALED(status) ? WTERMSIG(status) : 0}}}});
  return prepared;
}

void end_with_parent(pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) {
    ::_exit(1);
  }
}

/// Works in a child, and in another one after a plan that ended it: the others are still read.
void work_on(const Request& request, const std::vector<std::size_t>& plans,
             const std::vector<Formats*>& formats, int line) {
  void* const memory =
      ::mmap(nullptr, sizeof(Progress), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) {
    return;
  }
  Progress& done = *new (memory) Progress(0);
  const pid_t self = ::getpid();
  while (done < plans.size()) {
    const pid_t child = ::fork();
    if (child == 0) {
      end_with_parent(self);
      work(request, plans, formats, done, line);
      ::_exit(0);
    }
    int status = 0;
    while (child > 0 && ::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (child < 0 || status == 0) {
      return;
    }
    const std::size_t number = plans[done++];
    if (!write_message(line, encode(crashed(number, request.plans[number], status)))) {
      return;
    }
  }
}

}  // namespace

std::unique_ptr<Preparer> Preparer::start(const Request& request,
                                          const std::vector<std::size_t>& plans,
                                          const std::vector<Formats*>& formats) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) {
    return nullptr;
  }
  const pid_t parent = ::getpid();
  const pid_t pid = ::fork();
  if (pid == 0) {
    end_with_parent(parent);
    std::signal(SIGPIPE, SIG_IGN);
    ::close(ends[0]);
    work_on(request, plans, formats, ends[1]);
    ::_exit(0);
  }
  ::close(ends[1]);
  if (pid < 0) {
    ::close(ends[0]);
    return nullptr;
  }
  return std::unique_ptr<Preparer>(new Preparer(pid, ends[0], request, formats));
}

Preparer::~Preparer() {
  stop();
  while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
  }
  ::close(line_);
}

void Preparer::stop() {
  ::kill(pid_, SIGKILL);  // its office dies with it (office/process.hpp)
}

std::optional<Prepared> Preparer::next() {
  const auto bytes = read_message(line_, longest_message);
  const std::size_t plan = bytes ? plan_of(*bytes) : formats_.size();
  return plan < formats_.size() ? decode_prepared(*bytes, *formats_[plan], template_kind_)
                                : std::nullopt;
}

}  // namespace rapporteur::build
