#include "office/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>

namespace rapporteur::office {

namespace {

struct Report {
  int pid = 0;
  int walled = 0;
};

constexpr int control_fd = 3;
constexpr int report_fd = 4;
constexpr int restart_status = 81;
constexpr int max_starts = 3;
constexpr int polite_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE};

// Everything from here to keep() runs after fork() in a process that may have had threads: system
// calls only, no memory from the heap.

bool write_text(const char* path, const char* text, std::size_t size) {
  const int fd = open(path, O_WRONLY | O_CLOEXEC);
  if (fd < 0) {
    return false;
  }
  const bool done = write(fd, text, size) == static_cast<ssize_t>(size);
  close(fd);
  return done;
}

bool map_self(const char* path, unsigned id) {
  std::array<char, 64> line{};
  const int size = std::snprintf(line.data(), line.size(), "%u %u 1\n", id, id);
  return size > 0 && write_text(path, line.data(), static_cast<std::size_t>(size));
}

// An empty network of our own. Root needs nothing more and keeps its rights on files of others; a
// user needs a user namespace, in which he stays who he is (the socket's name carries his id).
bool build_network_wall() {
  const unsigned user = geteuid();
  const unsigned group = getegid();
  if (user == 0 && unshare(CLONE_NEWNET) == 0) {
    return true;
  }
  if (unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) {
    return false;
  }
  static_cast<void>(write_text("/proc/self/setgroups", "deny", 4));
  static_cast<void>(map_self("/proc/self/gid_map", group));
  static_cast<void>(map_self("/proc/self/uid_map", user));
  return true;
}

void on_child(int /*signal*/) {}

struct Plan {
  char* const* command = nullptr;
  char* const* environment = nullptr;
  const char* log = nullptr;
  char* const* remove = nullptr;  ///< a command line of rm
  int control = -1;
  int report = -1;
};

[[noreturn]] void become_office(const Plan& plan, pid_t keeper, const sigset_t& signals) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != keeper) {
    _exit(127);
  }
  signal(SIGCHLD, SIG_DFL);
  for (const int number : polite_signals) {
    signal(number, SIG_DFL);
  }
  sigprocmask(SIG_SETMASK, &signals, nullptr);
  execve(plan.command[0], plan.command, plan.environment);
  _exit(127);
}

[[noreturn]] void keep(const Plan& plan) {
  setpgid(0, 0);
  const pid_t self = getpid();
  sigset_t none;
  sigemptyset(&none);
  // Ends when we end, not before: who cleans up must not be hit by a signal meant for us.
  prctl(PR_SET_NAME, "office-keeper");
  for (const int number : polite_signals) {
    signal(number, SIG_IGN);
  }
  struct sigaction action {};
  action.sa_handler = on_child;
  sigaction(SIGCHLD, &action, nullptr);
  sigset_t child;
  sigemptyset(&child);
  sigaddset(&child, SIGCHLD);
  sigprocmask(SIG_SETMASK, &child, nullptr);

  // Far above the numbers they shall get, so that no dup2 hits one that is still needed.
  const int control = fcntl(plan.control, F_DUPFD, 10);
  const int report = fcntl(plan.report, F_DUPFD, 10);
  const int null = open("/dev/null", O_RDWR);
  const int log = open(plan.log, O_WRONLY | O_CREAT | O_APPEND, 0600);
  dup2(null, 0);
  dup2(log >= 0 ? log : null, 1);
  dup2(log >= 0 ? log : null, 2);
  dup3(control, control_fd, O_CLOEXEC);
  dup3(report, report_fd, O_CLOEXEC);
  close_range(report_fd + 1, ~0U, 0);

  Report message;
  message.walled = build_network_wall() ? 1 : 0;
  int status = 0;
  for (int start = 0; start < max_starts; ++start) {
    const pid_t office = fork();
    if (office < 0) {
      _exit(126);
    }
    if (office == 0) {
      become_office(plan, self, none);
    }
    message.pid = office;
    static_cast<void>(!write(report_fd, &message, sizeof message));
    pollfd orphaned{.fd = control_fd, .events = POLLIN, .revents = 0};
    while (waitpid(office, &status, WNOHANG) == 0) {
      if (ppoll(&orphaned, 1, nullptr, &none) > 0) {
        kill(office, SIGKILL);
        waitpid(office, &status, 0);
        execve("/bin/rm", plan.remove, plan.environment);
        _exit(0);
      }
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != restart_status) {
      break;
    }
  }
  _exit(WIFEXITED(status) ? WEXITSTATUS(status) : 125);
}

std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> result;
  result.reserve(texts.size() + 1);
  for (const auto& text : texts) {
    result.push_back(const_cast<char*>(text.c_str()));
  }
  result.push_back(nullptr);
  return result;
}

}  // namespace

std::unique_ptr<Process> Process::start(const Launch& launch) {
  const auto command = pointers(launch.command);
  const auto variables = pointers(launch.environment);
  std::vector<std::string> remove_command{"rm", "-rf", "--"};
  for (const auto& path : launch.remove) {
    remove_command.push_back(path.string());
  }
  const auto remove = pointers(remove_command);
  int control[2];
  int report[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, control) != 0) {
    return nullptr;
  }
  if (pipe2(report, O_CLOEXEC | O_NONBLOCK) != 0) {
    close(control[0]);
    close(control[1]);
    return nullptr;
  }
  const Plan plan{command.data(), variables.data(), launch.log.c_str(),
                  remove.data(),  control[0],       report[1]};
  const pid_t keeper = fork();
  if (keeper == 0) {
    keep(plan);
  }
  close(control[0]);
  close(report[1]);
  if (keeper < 0) {
    close(control[1]);
    close(report[0]);
    return nullptr;
  }
  setpgid(keeper, keeper);  // whoever comes first; kill() needs the group at once
  return std::unique_ptr<Process>(new Process(keeper, control[1], report[0]));
}

Process::~Process() {
  kill();
  if (!ended_) {
    waitpid(keeper_, nullptr, 0);
  }
  close(control_);
  close(report_);
}

void Process::read_reports() {
  Report message;
  while (read(report_, &message, sizeof message) == static_cast<ssize_t>(sizeof message)) {
    pid_ = message.pid;
    walled_ = message.walled != 0;
  }
}

bool Process::ended() {
  if (!ended_) {
    ended_ = waitpid(keeper_, nullptr, WNOHANG) != 0;
  }
  return ended_;
}

int Process::pid() {
  read_reports();
  return pid_;
}

bool Process::walled() {
  read_reports();
  return walled_;
}

void Process::kill() {
  // The keeper kills and buries the office, whoever's child it is by then.
  static_cast<void>(send(control_, "x", 1, MSG_NOSIGNAL));
}

}  // namespace rapporteur::office
