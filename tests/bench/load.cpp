// Reading a large plan: 10,000 rows of twelve columns, as CSV files and as a workbook, loaded and
// checked. The office's start is not counted; memory is this process's own, beside the office's.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>

#include "base/files.hpp"
#include "base/messages.hpp"
#include "check/check.hpp"
#include "load/load.hpp"
#include "office/workbooks.hpp"
#include "starter/export.hpp"

namespace rapporteur {

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

constexpr int rows = 10'000;
constexpr double csv_limit = 300;
constexpr double workbook_limit = 3000;
constexpr long memory_limit = 300;  // MB

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

long megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

/// Ten axes of ten activities; each activity has a hundred budget lines of twelve columns.
void write_plan(const fs::path& folder) {
  std::string nodes = "id;level;parent;title.fr;title.en\n";
  for (int i = 0; i < 100; ++i) {
    const std::string axis = "X" + std::to_string(i / 10);
    const std::string activity = axis + "." + std::to_string(i % 10);
    if (i % 10 == 0) {
      nodes += axis + ";axis;;Axe " + axis + ";Axis " + axis + "\n";
    }
    nodes += activity + ";activity;" + axis + ";Activité " + activity + ";Activity " + activity;
    nodes += "\n";
  }
  std::string lines =
      "id;node;title.fr;title.en;source;category;kind;amount.2024;amount.2025;amount.2026;total;"
      "#note\n";
  for (int i = 0; i < rows; ++i) {
    const std::string n = std::to_string(i);
    lines += "L" + n + ";X" + std::to_string(i / 1000) + "." + std::to_string(i / 100 % 10) +
             ";Ligne " + n + " du budget;Line " + n +
             " of the budget;Budget national;Fonctionnement;amount;";
    const long amount = 1'000'000L + 137L * i;
    for (int year = 0; year < 3; ++year) {
      lines += std::to_string(amount + year) + ";";
    }
    lines += std::to_string(3 * amount + 3) + ";vu\n";
  }
  const std::string yaml =
      "rapporteur: 1\nid: large\ntitle: { fr: Grand plan, en: Large plan }\nlanguages: [fr, en]\n"
      "currency: XOF\nperiods: [2024, 2025, 2026]\nlevels:\n"
      "  - { id: axis, label: { fr: Axe, en: Axis }, numbering: I }\n"
      "  - { id: activity, label: { fr: Activité, en: Activity }, numbering: none }\n"
      "numbers: { group: space, decimal: \",\" }\n";
  fs::create_directories(folder / "tables");
  if (!write_file(folder / "plan.yaml", yaml) || !write_file(folder / "tables/nodes.csv", nodes) ||
      !write_file(folder / "tables/budget_lines.csv", lines)) {
    std::exit(1);
  }
}

void tell(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    std::fprintf(stderr, "%s\n", render(diagnostic, "en").message.c_str());
  }
}

/// Milliseconds to load, and to load and check.
struct Time {
  double load = 0;
  double whole = 0;
};

/// Ends the program when the plan is not whole.
Time load(const fs::path& folder, const LoadOptions& options) {
  Diagnostics diagnostics;
  const auto start = Clock::now();
  Time time;
  const auto plan = load_plan(folder, diagnostics, options);
  time.load = milliseconds_since(start);
  if (plan) {
    check_plan(*plan, diagnostics);
  }
  time.whole = milliseconds_since(start);
  if (!plan || plan->budget_lines.size() != rows || !diagnostics.empty()) {
    tell(diagnostics);
    std::fprintf(stderr, "the plan did not load whole\n");
    std::exit(1);
  }
  return time;
}

/// The folder's tables as plan.xlsx or plan.ods in a folder of its own. Done in a child, so that
/// its memory is not counted.
void convert(const fs::path& from, const fs::path& to, const std::string& name) {
  const pid_t child = fork();
  if (child == 0) {
    Diagnostics diagnostics;
    const auto plan = load_plan(from, diagnostics);
    fs::create_directories(to);
    fs::copy_file(from / "plan.yaml", to / "plan.yaml");
    office::Pool pool(office::default_options());
    const bool done = plan && office::write_workbook(pool, starter::workbook_of(*plan), to / name,
                                                     {}, diagnostics);
    tell(diagnostics);
    std::_Exit(done ? 0 : 1);
  }
  int status = 0;
  if (waitpid(child, &status, 0) != child || status != 0) {
    std::exit(1);
  }
}

/// Starts an office with a workbook of one cell, so that only the reading is measured.
void warm(office::Pool& pool, const fs::path& folder) {
  Diagnostics diagnostics;
  WorkbookDraft draft;
  draft.sheets = {{.name = "x", .rows = {{{SheetCellKind::text, "x"}}}}};
  if (!office::write_workbook(pool, draft, folder / "warm.xlsx", {}, diagnostics) ||
      !office::read_workbook(pool, folder / "warm.xlsx", diagnostics)) {
    tell(diagnostics);
    std::exit(1);
  }
}

Time fastest(const fs::path& folder, const LoadOptions& options, int rounds) {
  Time best = load(folder, options);
  for (int i = 1; i < rounds; ++i) {
    const Time time = load(folder, options);
    best = time.whole < best.whole ? time : best;
  }
  return best;
}

bool report(const char* kind, const Time& time, double limit) {
  std::printf("load kind=%s rows=%d columns=12 load_ms=%.0f ms=%.0f limit=%.0f\n", kind, rows,
              time.load, time.whole, limit);
  return time.whole <= limit;
}

bool measure() {
  const TemporaryDirectory folder;
  const fs::path csv = folder.path() / "csv";
  write_plan(csv);
  for (const char* const kind : {"xlsx", "ods"}) {
    convert(csv, folder.path() / kind, std::string("plan.") + kind);
  }
  bool good = report("csv", fastest(csv, {}, 5), csv_limit);
  office::Pool pool(office::default_options());
  warm(pool, folder.path());
  const LoadOptions options{.workbooks = office::workbook_reader(pool)};
  for (const char* const kind : {"xlsx", "ods"}) {
    good = report(kind, fastest(folder.path() / kind, options, 2), workbook_limit) && good;
  }
  const long memory = megabytes();
  std::printf("load memory_mb=%ld limit=%ld\n", memory, memory_limit);
  return good && memory <= memory_limit;
}

}  // namespace

}  // namespace rapporteur

int main() {
  return rapporteur::measure() ? 0 : 1;
}
