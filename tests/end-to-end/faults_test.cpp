// A batch in trouble: every other report is built, the guilty one is named, nothing is left behind.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <fstream>
#include <set>
#include <thread>

#include "build/build.hpp"
#include "documents.hpp"
#include "scratch.hpp"

namespace rapporteur::test {
namespace {

namespace fs = std::filesystem;

/// Plans a, b, c … of one format, in French, each with a text long enough to be hit in the middle.
class Batch {
 public:
  explicit Batch(int plans, const std::string& text = "Un texte.") {
    scratch_.draw_odt("<text:p>{{text}}</text:p>");
    scratch_.draw_docx("<w:p><w:r><w:t>{{text}}</w:t></w:r></w:p>");
    for (int i = 0; i < plans; ++i) {
      const fs::path plan = root() / name(i);
      fs::create_directories(plan / "narrative");
      fs::copy_file(root() / "plan/plan.yaml", plan / "plan.yaml");
      REQUIRE(write_file(plan / "narrative/context.fr.md", text + "\n"));
      plans_.push_back(plan);
    }
  }
  static std::string name(int i) { return "p" + std::to_string(1000 + i); }
  [[nodiscard]] const fs::path& root() const { return scratch_.root(); }
  [[nodiscard]] fs::path out() const { return root() / "out"; }

  [[nodiscard]] build::Request request() const {
    build::Request request;
    request.plans = plans_;
    request.formats = {"scratch"};
    request.languages = {"fr"};
    request.out = out();
    request.search = {{root() / "plugins"}, {root() / "templates"}};
    request.pool = office::default_options();
    request.jobs = 1;
    return request;
  }
  /// The binary on all plans, without a shell around it.
  [[nodiscard]] pid_t start() const {
    std::vector<std::string> words{BINARY_DIR "/bin/rapporteur",
                                   "build",
                                   "--format",
                                   "scratch",
                                   "--plugins",
                                   "plugins",
                                   "--templates",
                                   "templates",
                                   "--lang",
                                   "fr"};
    for (const fs::path& plan : plans_) {
      words.push_back(plan.filename().string());
    }
    std::vector<char*> pointers;
    for (std::string& word : words) {
      pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);
    const pid_t child = fork();
    if (child == 0) {
      const int log = open((root() / "said").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
      dup2(log, 1);
      dup2(log, 2);
      if (chdir(root().c_str()) != 0 || setenv("TMPDIR", temporary().c_str(), 1) != 0) {
        _exit(99);
      }
      execv(pointers[0], pointers.data());
      _exit(98);
    }
    return child;
  }
  [[nodiscard]] fs::path temporary() const {
    fs::create_directories(root() / "tmp");
    return root() / "tmp";
  }
  /// Documents that lie in the output folder, and what should not.
  [[nodiscard]] std::set<std::string> outputs() const {
    std::set<std::string> names;
    std::error_code error;
    for (const auto& file : fs::directory_iterator(out(), error)) {
      if (file.path().filename() != ".rapporteur") {
        names.insert(file.path().filename().string());
      }
    }
    return names;
  }

 private:
  ScratchReport scratch_{"return { text = plan.narratives.context }"};
  std::vector<fs::path> plans_;
};

std::set<std::string> documents(const std::vector<int>& plans) {
  std::set<std::string> names;
  for (const int plan : plans) {
    for (const char* const kind : {"odt", "docx", "pdf"}) {
      names.insert(Batch::name(plan) + ".scratch.fr." + kind);
    }
  }
  return names;
}

std::string words_of(const fs::path& file) {
  std::string words;  // of /proc, where a file can end under its reader
  if (FILE* const stream = std::fopen(file.c_str(), "r")) {
    std::array<char, 4096> buffer{};
    words.assign(buffer.data(), std::fread(buffer.data(), 1, buffer.size(), stream));
    (void)std::fclose(stream);
  }
  return words;
}

struct Office {
  int pid = 0;
  std::int64_t kilobytes = 0;
};

int parent_of(int pid) {
  const std::string stat = words_of("/proc/" + std::to_string(pid) + "/stat");
  const std::size_t name_end = stat.rfind(')');
  int parent = 0;
  if (name_end != std::string::npos) {
    std::istringstream rest(stat.substr(name_end + 4));
    rest >> parent;
  }
  return parent;
}

/// The offices under this process: children of its keepers.
std::vector<Office> offices_of(int ancestor) {
  std::vector<Office> offices;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator("/proc", error)) {
    const int pid = std::atoi(entry.path().filename().c_str());
    if (pid == 0 || words_of(entry.path() / "comm") != "soffice.bin\n") {
      continue;
    }
    if (parent_of(parent_of(pid)) == ancestor) {
      std::istringstream statm(words_of(entry.path() / "statm"));
      std::int64_t pages = 0;
      statm >> pages >> pages;
      offices.push_back({pid, pages * (sysconf(_SC_PAGESIZE) / 1024)});
    }
  }
  return offices;
}

/// True while it works at a document: its folder then holds the stage.
bool at_work(int pid) {
  const std::string environment = words_of("/proc/" + std::to_string(pid) + "/environ");
  const std::size_t at = environment.find("TMPDIR=");
  if (at == std::string::npos) {
    return false;
  }
  const fs::path temporary = environment.substr(at + 7, environment.find('\0', at) - at - 7);
  std::error_code error;
  for (const auto& job : fs::directory_iterator(temporary.parent_path() / "jobs", error)) {
    if (fs::exists(job.path() / "stage", error)) {
      return true;
    }
  }
  return false;
}

/// Does `act` to every office that works while it lives.
class Troubler {
 public:
  explicit Troubler(std::function<void(int)> act)
      : thread_([this, act = std::move(act)](const std::stop_token& stop) {
          std::set<int> met;
          while (!stop.stop_requested()) {
            for (const Office& office : offices_of(getpid())) {
              if (at_work(office.pid) && met.insert(office.pid).second) {
                act(office.pid);
                ++count_;
              }
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
          }
        }) {}
  [[nodiscard]] int count() const { return count_; }

 private:
  std::atomic<int> count_ = 0;
  std::jthread thread_;
};

std::string faults_of(const build::Summary& summary) {
  std::string text;
  for (const Diagnostic& one : found(summary).sorted()) {
    if (kind_of(one) != Kind::finding) {
      text += one.id + " " + one.origin.file + "\n";
    }
  }
  return text;
}

}  // namespace

TEST_CASE("faults: an office that dies or hangs costs one report, which is named") {
  std::string text;
  for (int i = 0; i < 2000; ++i) {
    text += "Un texte assez long pour être surpris en plein travail.\n\n";
  }
  const Batch batch(3, text);
  build::Request request = batch.request();
  int signal = SIGKILL;
  std::string id = "office-lost";
  SUBCASE("dies") {}
  SUBCASE("hangs") {
    signal = SIGSTOP;
    id = "office-hung";
    request.pool.job_deadline = std::chrono::seconds(2);
  }
  const std::string guilty = Batch::name(1) + ".scratch.fr";
  std::unique_ptr<Troubler> troubler;
  const build::Progress progress{
      .building =
          [&](const std::string& name) {
            if (name == guilty) {
              troubler = std::make_unique<Troubler>([&](int pid) { ::kill(pid, signal); });
            }
          },
      .done = [&](const build::TargetReport& /*report*/) { troubler.reset(); }};
  const build::Summary summary = build::build(request, progress);
  CHECK(faults_of(summary) == id + " " + guilty + "\n");
  CHECK(exit_code_for_faults(found(summary)) == 4);
  CHECK(failed(summary) == std::vector<std::string>{guilty});
  CHECK(count(summary, build::State::built) == 2);
  CHECK(batch.outputs() == documents({0, 2}));
  CHECK(offices_of(getpid()).empty());

  // Only that one is left to do.
  const build::Summary again = build::build(batch.request(), {});
  CHECK(count(again, build::State::current) == 2);
  CHECK(count(again, build::State::built) == 1);
  CHECK(batch.outputs() == documents({0, 1, 2}));
}

TEST_CASE("faults: the output folder goes, fills up or is read-only during the build") {
  const Batch batch(3);
  build::Request request = batch.request();
  const std::string guilty = Batch::name(1) + ".scratch.fr";
  std::function<void()> trouble;
  bool mounted = false;
  SUBCASE("removed") {
    trouble = [&] { fs::remove_all(batch.out()); };
  }
  SUBCASE("read-only") {
    fs::create_directories(batch.out());
    if (mount("none", batch.out().c_str(), "tmpfs", 0, "size=20m") != 0) {
      MESSAGE("skipped: this user may mount nothing");
      return;
    }
    mounted = true;
    trouble = [&] {
      CHECK(mount("none", batch.out().c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, "") == 0);
    };
  }
  SUBCASE("full") {
    fs::create_directories(batch.out());
    if (mount("none", batch.out().c_str(), "tmpfs", 0, "size=3m") != 0) {
      MESSAGE("skipped: this user may mount nothing");
      return;
    }
    mounted = true;
    trouble = [&] {
      std::ofstream(batch.out() / "large") << std::string(std::size_t{4} << 20, 'x');
    };
  }
  const build::Progress progress{.building = [&](const std::string& name) {
    if (name == guilty) {
      trouble();
    }
  }};
  const build::Summary summary = build::build(request, progress);
  CHECK(failed(summary).size() == 2);
  CHECK(count(summary, build::State::built) == 1);
  CHECK(exit_code_for_faults(found(summary)) == 4);
  const Diagnostics all = found(summary);
  for (const Diagnostic& one : all.all()) {
    CAPTURE(one.id);
    CHECK((one.id == "output-unwritable" || one.id == "office-store"));
  }
  for (const std::string& name : batch.outputs()) {
    CAPTURE(name);
    const bool whole = documents({0}).contains(name) || name == "large" ||
                       (mounted && name.starts_with(".rapporteur-"));
    CHECK(whole);
  }
  if (mounted) {
    CHECK(umount(batch.out().c_str()) == 0);
  }
}

TEST_CASE("faults: a plan that changes while it is built is told, and not taken as up to date") {
  const Batch batch(1);
  const fs::path text = batch.root() / Batch::name(0) / "narrative/context.fr.md";
  const build::Progress progress{.building = [&](const std::string& /*name*/) {
    REQUIRE(write_file(text, "Un autre texte.\n"));
  }};
  const build::Summary summary = build::build(batch.request(), progress);
  const auto findings = found(summary).sorted();
  CHECK(std::ranges::any_of(findings, [&](const Diagnostic& one) {
    return one.id == "plan-moving" && one.origin.file == text.string();
  }));
  CHECK(exit_code_for_faults(found(summary)) == 0);
  CHECK(text_of((batch.out() / "p1000.scratch.fr.odt").string()).find("Un texte") !=
        std::string::npos);
  const build::Summary again = build::build(batch.request(), {});
  CHECK(count(again, build::State::built) == 1);
  CHECK(text_of((batch.out() / "p1000.scratch.fr.odt").string()).find("Un autre texte") !=
        std::string::npos);
}

TEST_CASE("faults: a build that is interrupted leaves whole documents, no office, no file") {
  const Batch batch(6);
  for (const int signal : {SIGINT, SIGTERM}) {
    for (const int moment : {20, 300, 900, 1500}) {
      CAPTURE(signal);
      CAPTURE(moment);
      fs::remove_all(batch.out());
      fs::remove_all(batch.temporary());
      const fs::path temporary = batch.temporary();
      const pid_t child = batch.start();
      std::this_thread::sleep_for(std::chrono::milliseconds(moment));
      const std::vector<Office> offices = offices_of(child);
      ::kill(child, signal);
      int status = 0;
      waitpid(child, &status, 0);
      const bool told =
          WIFEXITED(status) && (WEXITSTATUS(status) == 130 || WEXITSTATUS(status) == 0);
      const bool before_it_could = WIFSIGNALED(status) && moment == 20;
      CHECK((told || before_it_could));
      for (const Office& office : offices) {
        const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(5);
        while (::kill(office.pid, 0) == 0 && std::chrono::steady_clock::now() < until) {
          std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        CHECK(::kill(office.pid, 0) != 0);
      }
      CHECK(fs::is_empty(temporary));
      for (const std::string& name : batch.outputs()) {
        CAPTURE(name);
        CHECK(documents({0, 1, 2, 3, 4, 5}).contains(name));
        CHECK(fs::file_size(batch.out() / name) > 1000);
      }
      CHECK(batch.outputs().size() % 3 == 0);
    }
  }
}

TEST_CASE("faults: five hundred documents take no more memory than fifty") {
  const Batch batch(500);
  build::Request request = batch.request();
  request.jobs = 2;
  request.kinds = {"odt", "docx", "pdf"};
  struct Held {
    std::int64_t engine = 0;
    std::int64_t offices = 0;
  };
  const auto held = [] {
    Held now;
    std::istringstream statm(words_of("/proc/self/statm"));
    statm >> now.engine >> now.engine;
    now.engine *= sysconf(_SC_PAGESIZE) / 1024;
    for (const Office& office : offices_of(getpid())) {
      now.offices = std::max(now.offices, office.kilobytes);
    }
    return now;
  };
  int done = 0;
  Held at_50;
  Held at_500;
  const build::Progress progress{.done = [&](const build::TargetReport& /*report*/) {
    ++done;
    if (done == 50) {
      at_50 = held();
    } else if (done == 499) {  // both offices still live
      at_500 = held();
    }
  }};
  const build::Summary summary = build::build(request, progress);
  CHECK(count(summary, build::State::built) == 500);
  MESSAGE("engine " << at_50.engine << " -> " << at_500.engine << " kB, office " << at_50.offices
                    << " -> " << at_500.offices << " kB");
  CHECK(static_cast<double>(at_500.engine) <= 1.15 * static_cast<double>(at_50.engine));
  CHECK(static_cast<double>(at_500.offices) <= 1.15 * static_cast<double>(at_50.offices));
  CHECK(summary.offices.size() >= 4);  // each gives way to a fresh one after a hundred jobs
}

}  // namespace rapporteur::test
