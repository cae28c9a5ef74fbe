#include "troubled_batch.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <sstream>

namespace rapporteur::test {

namespace fs = std::filesystem;

namespace {

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

}  // namespace

TroubledBatch::TroubledBatch(int plans, const std::string& text) {
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

std::string TroubledBatch::name(int plan) {
  return "p" + std::to_string(1000 + plan);
}

build::Request TroubledBatch::request() const {
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

int TroubledBatch::start() const {
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

fs::path TroubledBatch::temporary() const {
  fs::create_directories(root() / "tmp");
  return root() / "tmp";
}

std::set<std::string> TroubledBatch::outputs() const {
  std::set<std::string> names;
  std::error_code error;
  for (const auto& file : fs::directory_iterator(out(), error)) {
    if (file.path().filename() != ".rapporteur") {
      names.insert(file.path().filename().string());
    }
  }
  return names;
}

std::set<std::string> TroubledBatch::documents(const std::vector<int>& plans) {
  std::set<std::string> names;
  for (const int plan : plans) {
    for (const char* const kind : {"odt", "docx", "pdf"}) {
      names.insert(name(plan) + ".scratch.fr." + kind);
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

}  // namespace rapporteur::test
