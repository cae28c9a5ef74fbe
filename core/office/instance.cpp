#include "office/instance.hpp"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdlib>
#include <fstream>
#include <mutex>
#include <thread>

#include "base/files.hpp"
#include "base/text.hpp"
#include "office/install.hpp"

namespace rapporteur::office {

namespace fs = std::filesystem;

namespace {

// Where the user's own fonts are: fontconfig looks into XDG_DATA_HOME/fonts.
fs::path user_data_home() {
  if (const char* data = std::getenv("XDG_DATA_HOME")) {
    return data;
  }
  const char* home = std::getenv("HOME");
  return home == nullptr ? fs::path() : fs::path(home) / ".local" / "share";
}

// Kills the office when a job takes too long. The remote call then ends with an exception.
class Watchdog {
 public:
  Watchdog(Process& process, std::chrono::milliseconds deadline)
      : thread_([this, &process, deadline] {
          std::unique_lock lock(mutex_);
          if (!wake_.wait_for(lock, deadline, [this] { return done_; })) {
            bitten_ = true;
            process.kill();
          }
        }) {}
  ~Watchdog() { call_off(); }
  void call_off() {
    {
      const std::scoped_lock lock(mutex_);
      done_ = true;
    }
    wake_.notify_one();
    if (thread_.joinable()) {
      thread_.join();
    }
  }
  [[nodiscard]] bool bitten() const { return bitten_; }

 private:
  std::mutex mutex_;
  std::condition_variable wake_;
  bool done_ = false;
  std::atomic<bool> bitten_ = false;
  std::thread thread_;  // last: it uses the others
};

Edition edition_of(const fs::path& program) {
  const auto version = office_version(program).value_or(Version{});
  return {std::to_string(version.major) + "." + std::to_string(version.minor),
          office_build_id(program)};
}

/// A line of /proc/<pid>/status; 0 when there is no such process.
std::int64_t kilobytes_of(int pid, std::string_view name) {
  std::ifstream status("/proc/" + std::to_string(pid) + "/status");
  for (std::string word; status >> word;) {
    if (word == name) {
      std::int64_t kilobytes = 0;
      status >> kilobytes;
      return kilobytes;
    }
  }
  return 0;
}

bool move_file(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (!error) {
    return true;
  }
  fs::copy_file(from, to, fs::copy_options::overwrite_existing, error);
  return !error;
}

}  // namespace

std::unique_ptr<Instance> Instance::start(const Uno& uno, const PoolOptions& options,
                                          std::string& error) {
  const auto until = std::chrono::steady_clock::now() + options.start_deadline;
  const auto made = make_cabin();
  if (!made) {
    error = "no private folder can be made for it";
    return nullptr;
  }
  const Cabin& cabin = *made;
  std::unique_ptr<Instance> instance(new Instance(cabin));
  if (!furnish(cabin, options.component, edition_of(options.program))) {
    error = "its private folder cannot be written";
    return nullptr;
  }
  instance->process_ = Process::start({.command = command_line(options.program, cabin),
                                       .environment = environment(cabin, user_data_home()),
                                       .log = cabin.log(),
                                       .remove = leftovers(cabin)});
  if (!instance->process_) {
    error = "the system starts no further process";
    return nullptr;
  }
  while (true) {
    instance->connection_ = Connection::open(uno, cabin.socket(), error);
    if (instance->connection_ || !error.empty()) {
      break;
    }
    if (instance->process_->ended()) {
      error = "it ended at once";
      break;
    }
    if (std::chrono::steady_clock::now() > until) {
      error = "it does not answer";
      break;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  if (!instance->connection_) {
    if (const auto log = read_file(cabin.log(), 1U << 20U); log && !trimmed(*log).empty()) {
      error += ": " + shortened(trimmed(*log), 300);
    }
    return nullptr;
  }
  instance->pid_ = instance->process_->pid();
  instance->walled_ = instance->process_->walled();
  return instance;
}

Instance::~Instance() {
  if (process_) {
    process_->kill();
  }
  connection_.reset();
  process_.reset();
  std::error_code error;
  for (const auto& path : leftovers(cabin_)) {
    fs::remove_all(path, error);
  }
}

std::int64_t Instance::memory() const {
  return kilobytes_of(pid_, "VmRSS:") * 1024;
}

std::int64_t Instance::peak_memory() const {
  return std::max(peak_memory_, kilobytes_of(pid_, "VmHWM:") * 1024);
}

std::string Instance::last_words() const {
  const auto log = read_file(cabin_.log(), 1U << 20U).value_or("");
  const std::string words = trimmed(log);
  return shortened(words.substr(words.rfind('\n') + 1), 200);
}

bool Instance::connect(const Uno& uno) {
  std::string error;
  if (!connection_) {
    connection_ = Connection::open(uno, cabin_.socket(), error);
  }
  return connection_ != nullptr;
}

template <class Answer, class Decode>
Ending Instance::call(const char* order, const std::string& bytes,
                      std::chrono::milliseconds deadline, Decode decode, Answer& outcome) {
  Watchdog watchdog(*process_, deadline);
  std::string answer;
  const bool answered = connection_->execute(order, bytes, answer);
  watchdog.call_off();
  if (watchdog.bitten()) {
    return Ending::hung;
  }
  if (!answered) {
    process_->kill();  // a broken line with a living office behind it is no use either
    return Ending::lost;
  }
  auto decoded = decode(answer);
  if (!decoded) {
    process_->kill();
    return Ending::lost;
  }
  outcome = std::move(*decoded);
  return Ending::answered;
}

fs::path Instance::new_folder() {
  ++jobs_;
  fs::path folder = cabin_.jobs() / std::to_string(jobs_);
  std::error_code error;
  fs::create_directories(folder, error);
  return folder;
}

Ending Instance::read(const ReadJob& job, std::chrono::milliseconds deadline,
                      ReadOutcome& outcome) {
  const fs::path folder = new_folder();
  ReadJob staged = job;
  staged.path = (folder / (job.kind == WorkbookKind::ods ? "in.ods" : "in.xlsx")).string();
  std::error_code error;
  fs::copy_file(job.path, staged.path, error);
  if (error) {
    outcome.error = error.message();
    return Ending::answered;
  }
  const Ending ending = call(read_order, encode(staged), deadline, decode_read_outcome, outcome);
  fs::remove_all(folder, error);
  return ending;
}

Ending Instance::write(const WriteJob& job, std::chrono::milliseconds deadline,
                       WriteOutcome& outcome) {
  const fs::path folder = new_folder();
  WriteJob staged = job;
  staged.path = (folder / "out").string();
  const Ending ending = call(write_order, encode(staged), deadline, decode_write_outcome, outcome);
  if (ending == Ending::answered && outcome.error.empty() && !move_file(staged.path, job.path)) {
    outcome.error = "cannot write " + job.path;
  }
  std::error_code error;
  fs::remove_all(folder, error);
  return ending;
}

void Instance::warm(std::chrono::milliseconds deadline) {
  Job job;
  job.pdf_path = (cabin_.jobs() / "warm.pdf").string();
  Outcome outcome;
  static_cast<void>(call(document_order, encode(job), deadline, decode_outcome, outcome));
}

Ending Instance::run(const Job& job, std::chrono::milliseconds deadline, Outcome& outcome) {
  const fs::path folder = new_folder();
  std::error_code error;
  struct Output {
    const std::string& wanted;
    std::string Job::*path;
    const char* name;
  };
  const Output outputs[] = {{job.odt_path, &Job::odt_path, "out.odt"},
                            {job.docx_path, &Job::docx_path, "out.docx"},
                            {job.pdf_path, &Job::pdf_path, "out.pdf"}};
  Job staged = job;
  if (!job.package_path.empty()) {
    const fs::path package =
        folder / ("document" + fs::path(job.package_path).extension().string());
    fs::copy_file(job.package_path, package, error);
    // An empty file would be loaded as an empty document.
    if (error || fs::file_size(package, error) == 0) {
      outcome.stage = "load";
      outcome.error = error ? error.message() : "the file is empty";
      return Ending::answered;
    }
    staged.package_path = package.string();
  }
  for (const auto& output : outputs) {
    if (!output.wanted.empty()) {
      staged.*output.path = (folder / output.name).string();
    }
  }
  staged.stage_path = (folder / "stage").string();
  const Ending ending = call(document_order, encode(staged), deadline, decode_outcome, outcome);
  peak_memory_ = peak_memory();  // once it is gone nothing tells it
  if (ending != Ending::answered) {
    outcome.stage = read_file(staged.stage_path).value_or("load");
  }
  if (ending == Ending::answered && outcome.error.empty()) {
    for (const auto& output : outputs) {
      if (!output.wanted.empty() && !move_file(staged.*output.path, output.wanted)) {
        outcome.stage = "store";
        outcome.error = "cannot write " + output.wanted;
        break;
      }
    }
  }
  fs::remove_all(folder, error);
  return ending;
}

}  // namespace rapporteur::office
