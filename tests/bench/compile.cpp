// Warm compile of the sample to its three outputs against the floor: the same office loading the
// finished document, refreshing as often and storing the same three outputs. Ratio within one run.
#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <vector>

#include "base/files.hpp"
#include "base/report.hpp"
#include "build/compile.hpp"
#include "build/target.hpp"

namespace rapporteur {

namespace {

/// The fastest round: other work on the machine only ever adds time.
double fastest(const std::vector<double>& values) {
  return *std::ranges::min_element(values);
}

template <class Work>
double milliseconds(Work work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
      .count();
}

int fail(const Diagnostics& diagnostics) {
  fmt::print(stderr, "{}", report_text(diagnostics, "en"));
  return 1;
}

/// Loads a finished document with no fills and stores it three times over.
office::Job floor_job(const std::string& finished, const std::filesystem::path& out) {
  office::Job job;
  job.name = "floor";
  job.package_path = finished;
  job.token_pattern = "\uE000[0-9a-f]+\\.[0-9]+\uE001";
  job.title = "floor";
  job.language = "fr";
  job.country = "FR";
  job.odt_path = (out / "floor.odt").string();
  job.docx_path = (out / "floor.docx").string();
  job.pdf_path = (out / "floor.pdf").string();
  return job;
}

int run(const std::string& drawn, int rounds) {
  const TemporaryDirectory folder;
  Diagnostics diagnostics;
  build::Request request;
  request.languages = {"fr"};
  request.out = folder.path();
  request.template_kind = drawn;
  request.search = {{SOURCE_DIR "/plugins"}, {SOURCE_DIR "/templates"}};
  request.pool = office::default_options();
  build::Formats formats(request.search, diagnostics);
  std::vector<std::string> failed;
  const std::filesystem::path plan = SOURCE_DIR "/samples/pan-1325";
  const auto first = build::prepare(plan, request, formats, failed, diagnostics);
  if (first.empty()) {
    return fail(diagnostics);
  }
  office::Pool pool(request.pool);
  const auto documents = build::compile(first[0], request, folder.path(), pool, diagnostics);
  if (documents.empty()) {
    return fail(diagnostics);
  }
  const std::string finished = (folder.path() / ("finished." + drawn)).string();
  std::filesystem::copy_file(folder.path() / (first[0].name + "." + drawn), finished);
  std::vector<double> compiles;
  std::vector<double> floors;
  int refreshes = 0;
  for (int i = 0; i < rounds; ++i) {
    compiles.push_back(milliseconds([&] {
      // The whole of it: read, check, view, expand, fill, store, normalise, put in place.
      const auto targets = build::prepare(plan, request, formats, failed, diagnostics);
      (void)build::compile(targets.at(0), request, folder.path(), pool, diagnostics);
    }));
    floors.push_back(milliseconds([&] {
      const auto outcome = pool.run(floor_job(finished, folder.path()), diagnostics);
      refreshes = outcome ? outcome->refreshes : -1;
    }));
  }
  if (diagnostics.has_fault()) {
    return fail(diagnostics);
  }
  const double ratio = fastest(compiles) / fastest(floors);
  fmt::print(
      "compile template={} ms={:.1f} floor_ms={:.1f} floor_refreshes={} ratio={:.3f} limit=1.2\n",
      drawn, fastest(compiles), fastest(floors), refreshes, ratio);
  return ratio <= 1.2 ? 0 : 1;
}

}  // namespace

}  // namespace rapporteur

int main(int argc, char** argv) {
  const int rounds = argc > 1 ? std::atoi(argv[1]) : 15;
  const int odt = rapporteur::run("odt", rounds);
  const int docx = rapporteur::run("docx", rounds);
  return odt + docx;
}
