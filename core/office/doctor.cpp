#include "office/doctor.hpp"

#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

#include "base/files.hpp"
#include "office/fonts.hpp"
#include "office/install.hpp"
#include "office/instance.hpp"

namespace rapporteur::office {

namespace fs = std::filesystem;

namespace {

Check check_office(const PoolOptions& options) {
  const auto version = office_version(options.program);
  if (!version) {
    return {"office", CheckState::problem, options.program.string()};
  }
  const std::string text =
      fmt::format("{}.{}, {}", version->major, version->minor, options.program.string());
  return {"office", *version < minimum_version ? CheckState::problem : CheckState::ok, text};
}

Check check_component(const PoolOptions& options) {
  std::error_code error;
  const bool found = fs::exists(options.component, error);
  return {"component", found ? CheckState::ok : CheckState::problem, options.component.string()};
}

// Starting one tells about the network wall too.
void check_start(const PoolOptions& options, std::vector<Check>& checks) {
  const auto start = std::chrono::steady_clock::now();
  std::string error;
  const auto uno = Uno::start(options.program, error);
  const auto instance = uno ? Instance::start(*uno, options, error) : nullptr;
  if (!instance) {
    checks.push_back({"start", CheckState::problem, error});
    return;
  }
  instance->warm(options.job_deadline);
  const bool alive = instance->alive();
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
  checks.push_back({"start", alive ? CheckState::ok : CheckState::problem,
                    fmt::format("{:.1f} s", time.count())});
  checks.push_back(
      {"network", instance->walled() ? CheckState::ok : CheckState::warning, std::string()});
}

// Plugins run in a child with limits: can there be one, and does a limit end it?
Check check_sandbox() {
  const pid_t child = fork();
  if (child == 0) {
    const rlimit limit{1, 1};
    _exit(setrlimit(RLIMIT_CPU, &limit) == 0 && setrlimit(RLIMIT_NPROC, &limit) == 0 ? 0 : 1);
  }
  int status = 1;
  const bool fine = child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) &&
                    WEXITSTATUS(status) == 0;
  return {"sandbox", fine ? CheckState::ok : CheckState::problem, std::string()};
}

Check check_temporary() {
  std::error_code error;
  const fs::path folder = fs::temp_directory_path(error);
  constexpr std::uintmax_t needed = std::uintmax_t{100} << 20U;
  bool fine = !error && fs::space(folder, error).available >= needed && !error;
  if (fine) {
    try {
      const TemporaryDirectory probe;
      fine = write_file(probe.path() / "probe", "probe");
    } catch (const std::exception&) {
      fine = false;
    }
  }
  return {"temporary", fine ? CheckState::ok : CheckState::problem, folder.string()};
}

}  // namespace

std::vector<Check> examine(const PoolOptions& options, std::span<const std::string> fonts) {
  std::vector<Check> checks{check_office(options), check_component(options)};
  const bool startable = std::all_of(checks.begin(), checks.end(), [](const Check& check) {
    return check.state == CheckState::ok;
  });
  if (startable) {
    check_start(options, checks);
  }
  const auto missing = missing_fonts(fonts);
  checks.push_back({"fonts", missing.empty() ? CheckState::ok : CheckState::problem,
                    fmt::format("{}", fmt::join(missing, ", "))});
  checks.push_back(check_sandbox());
  checks.push_back(check_temporary());
  return checks;
}

}  // namespace rapporteur::office
