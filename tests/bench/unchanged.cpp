// What a batch costs that has little or nothing to do: fifty plans in two languages, as the whole
// process. The office's share is what one changed text adds.
#include <sys/wait.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "base/files.hpp"

namespace rapporteur {

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

constexpr int plans = 50;
constexpr double limit = 300;  // milliseconds

struct Run {
  double ms = 0;
  int status = -1;
};

Run build(const fs::path& root, const std::string& said) {
  const std::string command = "cd " + root.string() +
                              " && " BINARY_DIR "/bin/rapporteur build p* --to odt --out out >" +
                              said + " 2>&1";
  const auto start = Clock::now();
  const int code = std::system(command.c_str());
  const double ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  return {ms, WIFEXITED(code) ? WEXITSTATUS(code) : -1};
}

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values.empty() ? 0 : values[values.size() / 2];
}

}  // namespace

}  // namespace rapporteur

int main() {
  using namespace rapporteur;
  const TemporaryDirectory folder;
  const fs::path sample = SOURCE_DIR "/samples/pan-1325";
  for (int i = 0; i < plans; ++i) {
    fs::copy(sample, folder.path() / ("p" + std::to_string(i)), fs::copy_options::recursive);
  }
  const Run first = build(folder.path(), "first");
  std::vector<double> unchanged;
  int status = first.status;
  for (int i = 0; i < 15; ++i) {
    const Run again = build(folder.path(), "again");
    unchanged.push_back(again.ms);
    status = std::max(status, again.status);
  }
  const std::string text =
      read_file(folder.path() / "p7/narrative/introduction.fr.md").value_or("");
  if (!write_file(folder.path() / "p7/narrative/introduction.fr.md", text + "\nAjout.\n")) {
    return 1;
  }
  const Run changed = build(folder.path(), "changed");
  const std::string said = read_file(folder.path() / "changed").value_or("");
  const bool one = said.find("1 document built, 99 reports up to date") != std::string::npos;
  const double ms = median(unchanged);
  std::printf("unchanged targets=%d first_ms=%.0f again_ms=%.0f limit=%.0f\n", 2 * plans, first.ms,
              ms, limit);
  std::printf("changed   narrative=1 documents=%s ms=%.0f\n", one ? "1" : "other", changed.ms);
  return status == 0 && changed.status == 0 && one && ms <= limit ? 0 : 1;
}
