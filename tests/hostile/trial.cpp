#include "trial.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "base/files.hpp"

namespace rapporteur::hostile {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

namespace {

constexpr std::chrono::seconds longest{5};
constexpr std::chrono::seconds given_up{60};
constexpr long most_kilobytes = 300L * 1024;

struct Run {
  int exit = -1;
  std::chrono::milliseconds took{0};
  long kilobytes = 0;  ///< the most that the process itself held, its offices and children apart
  std::string said;
};

/// The high-water mark of a process that lives. (What wait4 tells has ours and the offices' in it.)
long high_water(pid_t process) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) {
      return std::stol(line.substr(6));
    }
  }
  return 0;
}

Run run(const fs::path& folder, const std::string& words) {
  const fs::path log = folder / "log";
  const std::string command = "exec " BINARY_DIR "/bin/rapporteur " + words;
  const auto start = Clock::now();
  const pid_t child = fork();
  if (child == 0) {
    const int out = open(log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (out < 0 || chdir(folder.c_str()) != 0) {
      _exit(126);
    }
    dup2(out, 1);
    dup2(out, 2);
    execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
    _exit(126);
  }
  Run result;
  int status = 0;
  pid_t ended = 0;
  while (ended == 0) {
    // The shell becomes the binary; what either of them holds is looked at until the end.
    result.kilobytes = std::max(result.kilobytes, high_water(child));
    if (Clock::now() - start > given_up) {
      kill(child, SIGKILL);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(3));
    ended = waitpid(child, &status, WNOHANG);
  }
  result.took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
  result.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  result.said = read_file(log).value_or("");
  return result;
}

}  // namespace

void put(const fs::path& file, const std::string& bytes) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  if (!write_file(file, bytes)) {
    throw std::runtime_error("cannot write " + file.string());
  }
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) {
    out += text;
  }
  return out;
}

std::string trial(const Case& one) {
  const TemporaryDirectory folder;
  fs::copy(SOURCE_DIR "/samples/pan-1325", folder.path() / "plan", fs::copy_options::recursive);
  // The sample has one finding of its own, an error; without it only the case's own is told.
  for (const auto& [file, wrong, right] :
       {std::array{"budget_lines.csv", "95.000.000", "90.000.000"},
        std::array{"declared_totals.csv", "500.000.000", "495.000.000"},
        std::array{"declared_totals.csv", "1.276.000.000", "1.271.000.000"}}) {
    const fs::path path = folder.path() / "plan/tables" / file;
    std::string table = *read_file(path);
    const std::string old = wrong;
    table.replace(table.find(old), old.size(), right);
    put(path, table);
  }
  one.make(folder.path());
  const Run run = hostile::run(folder.path(), one.words);
  std::string wrong;
  const auto expect = [&](bool holds, const std::string& what) {
    wrong += holds ? "" : "    " + what + "\n";
  };
  expect(run.exit == one.exit, fmt::format("exit code {}, not {}", run.exit, one.exit));
  expect(one.id.empty() || run.said.find("[" + one.id + "]") != std::string::npos,
         "does not tell " + one.id);
  expect(run.took <= longest, fmt::format("took {} ms", run.took.count()));
  expect(run.kilobytes <= most_kilobytes, fmt::format("held {} MB", run.kilobytes / 1024));
  expect(run.said.size() < 4'000'000, fmt::format("said {} bytes", run.said.size()));
  if (one.exit != 0) {
    std::error_code error;
    expect(!fs::exists(folder.path() / "out") || fs::is_empty(folder.path() / "out", error),
           "left something in out");
  } else if (one.holds) {
    const std::string fault = one.holds(folder.path());
    expect(fault.empty(), fault);
  }
  if (!wrong.empty()) {
    wrong += "    it said: " + run.said.substr(0, 600) + "\n";
  }
  return wrong;
}

}  // namespace rapporteur::hostile
