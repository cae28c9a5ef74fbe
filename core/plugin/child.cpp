#include "plugin/child.hpp"

#include <fcntl.h>
#include <linux/close_range.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <new>

#include "base/pipe.hpp"
#include "plugin/system_wall.hpp"

namespace rapporteur::plugin {
namespace {

constexpr int exit_memory = 77;
constexpr int exit_failed = 78;

void limit(decltype(RLIMIT_CPU) what, rlim_t soft, rlim_t hard) {
  const rlimit value{soft, hard};
  if (setrlimit(what, &value) != 0) {
    _exit(exit_failed);  // never run a plugin without its walls
  }
}

// Bytes of address space in use: the limit counts from here, for the child starts as a copy of its
// parent.
std::size_t address_space() {
  unsigned long pages = 0;
  if (std::FILE* file = std::fopen("/proc/self/statm", "r"); file != nullptr) {
    if (std::fscanf(file, "%lu", &pages) != 1) {
      pages = 0;
    }
    std::fclose(file);
  }
  return std::size_t{pages} * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

[[noreturn]] void child(const std::function<std::string()>& work, const Limits& limits, int out) {
  raise_walls(limits, out);
  try {
    _exit(write_all(STDERR_FILENO + 1, work()) ? 0 : exit_failed);
  } catch (const std::bad_alloc&) {
    _exit(exit_memory);
  } catch (...) {
    _exit(exit_failed);
  }
}

enum class ReadEnd { complete, deadline, too_large };

ReadEnd read_all(int file, const Limits& limits, std::string& bytes) {
  using Clock = std::chrono::steady_clock;
  const auto deadline = Clock::now() + limits.wall;
  std::string buffer(std::size_t{64} << 10, '\0');
  while (true) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) {
      return ReadEnd::deadline;
    }
    pollfd wait{file, POLLIN, 0};
    if (poll(&wait, 1, static_cast<int>(std::min<decltype(left)>(left, 60'000))) <= 0) {
      continue;  // a signal or the time: the loop's head decides
    }
    const ssize_t got = read(file, buffer.data(), buffer.size());
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) {
      continue;
    }
    if (got <= 0) {
      return ReadEnd::complete;
    }
    bytes.append(buffer, 0, static_cast<std::size_t>(got));
    if (bytes.size() > limits.memory) {
      return ReadEnd::too_large;
    }
  }
}

struct Reaped {
  int status = 0;
  std::chrono::milliseconds cpu{0};
};

Reaped reap(pid_t pid) {
  Reaped reaped;
  rusage used{};
  while (wait4(pid, &reaped.status, 0, &used) < 0 && errno == EINTR) {
  }
  for (const timeval& time : {used.ru_utime, used.ru_stime}) {
    reaped.cpu += std::chrono::milliseconds(time.tv_sec * 1000 + time.tv_usec / 1000);
  }
  return reaped;
}

ChildEnd run_once(const std::function<std::string()>& work, const Limits& limits) {
  ChildEnd end;
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) {
    return end;
  }
  const pid_t pid = fork();
  if (pid == 0) {
    close(ends[0]);
    child(work, limits, ends[1]);
  }
  close(ends[1]);
  if (pid < 0) {
    close(ends[0]);
    return end;
  }
  const ReadEnd read_end = read_all(ends[0], limits, end.bytes);
  close(ends[0]);
  if (read_end != ReadEnd::complete) {
    kill(pid, SIGKILL);
  }
  const auto [status, cpu] = reap(pid);
  if (read_end == ReadEnd::deadline || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)) {
    end.how = ChildEnd::How::timeout;
    end.idle = read_end == ReadEnd::deadline && cpu < std::chrono::milliseconds(limits.cpu) / 10;
  } else if (read_end == ReadEnd::too_large ||
             (WIFEXITED(status) && WEXITSTATUS(status) == exit_memory)) {
    end.how = ChildEnd::How::memory;
  } else if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
    end.how = ChildEnd::How::finished;
  } else {
    end.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  }
  return end;
}

}  // namespace

void raise_walls(const Limits& limits, int keep) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGXCPU, SIGCHLD}) {
    std::signal(signal, SIG_DFL);
  }
  std::signal(SIGPIPE, SIG_IGN);
  dup2(keep, STDERR_FILENO + 1);
  close_range(STDERR_FILENO + 2, ~0U, 0);
  const auto seconds = static_cast<rlim_t>(limits.cpu.count());
  limit(RLIMIT_CPU, seconds, seconds + 1);
  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_FSIZE, 0, 0);
#if !defined(__SANITIZE_ADDRESS__)
  // Twice: the view stands in memory as Lua tables and again as values and bytes.
  const auto space = static_cast<rlim_t>(address_space() + 2 * limits.memory);
  limit(RLIMIT_AS, space, space);
#endif
  static_cast<void>(raise_system_wall());  // Lua's own wall stands without it
}

ChildEnd run_in_child(const std::function<std::string()>& work, const Limits& limits) {
  ChildEnd end = run_once(work, limits);
  return end.idle ? run_once(work, limits) : end;
}

}  // namespace rapporteur::plugin
