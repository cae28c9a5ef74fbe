// What an office costs: its start, and fills by their number. Ratios within a run are what counts;
// the floor under a compile is in compile.cpp.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "../office/documents.hpp"
#include "base/files.hpp"
#include "base/messages.hpp"
#include "office/pool.hpp"

namespace rapporteur::office {

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values.empty() ? 0 : values[values.size() / 2];
}

struct Kind {
  const char* name;
  std::string (*document)(int count);
  Fill (*fill)(int n);
};

std::string in_body(int count) {
  std::string body;
  for (int n = 0; n < count; ++n) {
    body += test::paragraph("Value " + test::token(n) + " of many");
  }
  return test::odt({.body = body});
}

std::string in_table(int count) {
  std::string body =
      "<table:table table:name=\"T\"><table:table-column "
      "table:number-columns-repeated=\"2\"/>";
  for (int n = 0; n < count; n += 2) {
    body += "<table:table-row>";
    for (int k = n; k < n + 2; ++k) {
      body += "<table:table-cell office:value-type=\"string\">" + test::paragraph(test::token(k)) +
              "</table:table-cell>";
    }
    body += "</table:table-row>";
  }
  return test::odt({.body = body + "</table:table>"});
}

Fill plain(int n) {
  return test::text_fill(n, "12 345 " + std::to_string(n));
}

Fill noted(int n) {
  Fill fill = test::inline_fill(n, {test::run("value "), test::run("strong"), test::run(" end")});
  fill.blocks[0].runs[1].strong = true;
  return fill;
}

Fill two_paragraphs(int n) {
  Fill fill = test::inline_fill(n, {test::run("First"), test::run(" strong")});
  fill.is_inline = false;
  fill.blocks[0].runs[1].strong = true;
  fill.blocks.push_back(fill.blocks[0]);
  fill.blocks[1].kind = BlockKind::list_item;
  return fill;
}

// A text that is not there: its paragraph goes.
Fill nothing(int n) {
  return {.token = test::token(n), .is_inline = false};
}

Outcome run(Pool& pool, const Job& job) {
  Diagnostics diagnostics;
  const auto outcome = pool.run(job, diagnostics);
  for (const auto& diagnostic : diagnostics.all()) {
    std::fprintf(stderr, "%s\n", render(diagnostic, "en").message.c_str());
  }
  if (!outcome) {
    std::exit(1);
  }
  return *outcome;
}

double fill_time(Pool& pool, const Kind& kind, int count) {
  const TemporaryDirectory folder;
  Job job;
  job.name = kind.name;
  job.package_path = (folder.path() / "in.odt").string();
  if (!write_file(job.package_path, kind.document(count))) {
    std::exit(1);
  }
  job.token_pattern = test::token_pattern;
  for (int n = 0; n < count; ++n) {
    job.fills.push_back(kind.fill(n));
  }
  std::vector<double> times;
  for (int i = 0; i < 3; ++i) {
    const Outcome outcome = run(pool, job);
    if (outcome.filled != count) {
      std::fprintf(stderr, "%s: %d of %d filled\n", kind.name, outcome.filled, count);
      std::exit(1);
    }
    times.push_back(static_cast<double>(outcome.fill_microseconds) / 1000);
  }
  return median(times);
}

/// True when four times the tokens cost no more than six times as much: sixteen would be quadratic.
bool fills(Pool& pool) {
  const Kind kinds[] = {{"text-body", in_body, plain},
                        {"text-table", in_table, plain},
                        {"runs-body", in_body, noted},
                        {"runs-table", in_table, noted},
                        {"blocks-body", in_body, two_paragraphs},
                        {"blocks-table", in_table, two_paragraphs},
                        {"nothing-body", in_body, nothing}};
  bool linear = true;
  for (const auto& kind : kinds) {
    double times[3];
    int i = 0;
    for (const int count : {1250, 2500, 5000}) {
      times[i++] = fill_time(pool, kind, count);
    }
    const double growth = times[2] / times[0];
    std::printf(
        "fill kind=%s cpu_ms_1250=%.0f cpu_ms_2500=%.0f cpu_ms_5000=%.0f growth=%.2f limit=6\n",
        kind.name, times[0], times[1], times[2], growth);
    std::fflush(stdout);
    linear = linear && growth <= 6;
  }
  return linear;
}

void starts() {
  std::vector<double> times;
  const TemporaryDirectory folder;
  Job job;
  job.name = "start";
  job.package_path = (folder.path() / "in.odt").string();
  if (!write_file(job.package_path, test::odt({.body = test::paragraph("x")}))) {
    std::exit(1);
  }
  for (int i = 0; i < 3; ++i) {
    const auto start = Clock::now();
    Pool pool(default_options());
    run(pool, job);
    times.push_back(milliseconds_since(start));
  }
  std::printf("start ms=%.0f (office start to first small document loaded)\n", median(times));
}

}  // namespace

}  // namespace rapporteur::office

int main() {
  rapporteur::office::Pool pool(rapporteur::office::default_options());
  rapporteur::office::starts();
  return rapporteur::office::fills(pool) ? 0 : 1;
}
