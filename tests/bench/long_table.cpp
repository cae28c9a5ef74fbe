// A table of 20,000 rows of eight columns to DOCX and PDF, as `rapporteur build` makes it: every
// row there once and in its order, the head on each page, no page left half empty, time and memory
// in their limits. Of 3,000 rows first, so that a fault shows soon.
#include <fmt/core.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "../office/documents.hpp"
#include "base/files.hpp"
#include "base/report.hpp"
#include "build/compile.hpp"
#include "build/target.hpp"

namespace rapporteur {

namespace {

namespace fs = std::filesystem;

constexpr double most_seconds = 60;
constexpr double most_megabytes = 2048;
constexpr const char* columns[] = {"id", "title", "source", "category", "a", "b", "c", "total"};

void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  if (!write_file(file, text)) {
    std::exit(1);
  }
}

std::string drawn() {
  std::string head;
  std::string row;
  for (const char* const column : columns) {
    const std::string name = column;
    const std::string cell = "<table:table-cell office:value-type=\"string\">";
    const std::string slot =
        fmt::format("{}{{{{r.{}}}}}{}", name == "id" ? "{{#each rows as r}}" : "", name,
                    name == "total" ? "{{/each}}" : "");
    head += cell + office::test::paragraph("Head " + name) + "</table:table-cell>";
    row += cell + office::test::paragraph(slot) + "</table:table-cell>";
  }
  return office::test::odt(
      {.body = office::test::paragraph("Before the table") +
               "<table:table table:name=\"T\"><table:table-column "
               "table:number-columns-repeated=\"8\"/><table:table-header-rows><table:table-row>" +
               head + "</table:table-row></table:table-header-rows><table:table-row>" + row +
               "</table:table-row></table:table>" + office::test::paragraph("Behind the table")});
}

void write_plan(const fs::path& plan, int rows) {
  write(plan / "plan.yaml",
        "rapporteur: 1\nid: long\ntitle: { en: Long }\nlanguages: [en]\ncurrency: EUR\n"
        "periods: [2024, 2025, 2026]\nlevels:\n  - { id: activity, label: { en: Activity }, "
        "numbering: none }\nnumbers: { group: none, decimal: \".\" }\nformats: { long: {} }\n");
  write(plan / "tables/nodes.csv", "id;level;parent;title.en\nA;activity;;Activity\n");
  std::string lines =
      "id;node;kind;title.en;source;category;amount.2024;amount.2025;amount.2026;total\n";
  for (int i = 0; i < rows; ++i) {
    const std::string words = i % 7 == 0 ? " that takes more than a line of its cell" : "";
    lines += fmt::format("L{:05};A;amount;Line{};State;Goods;{};{};{};{}\n", i, words, i, 2 * i,
                         3 * i, 6 * i);
  }
  write(plan / "tables/budget_lines.csv", lines);
  const fs::path format = plan / "formats/long";
  write(format / "plugin.lua",
        "return { id = \"long\", version = \"1.0.0\", api = 1, name = { en = \"Long\" },\n"
        "  languages = { \"en\" }, templates = { odt = \"long.odt\" }, view = \"view\" }\n");
  write(format / "view.lua",
        "return function(plan)\n  local rows = {}\n"
        "  for i, line in ipairs(plan.tables.budget_lines) do\n"
        "    rows[i] = { id = line.id, title = line.title, source = line.source,\n"
        "      category = line.category, a = line.amount[\"2024\"], b = line.amount[\"2025\"],\n"
        "      c = line.amount[\"2026\"], total = line.total }\n"
        "  end\n  return { rows = rows }\nend\n");
  write(format / "terms.en.yaml", "{}\n");
  write(format / "long.odt", drawn());
}

std::string output_of(const std::string& command) {
  std::string output;
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  char buffer[65536];
  for (std::size_t got = 1; pipe && got > 0;) {
    got = fread(buffer, 1, sizeof buffer, pipe.get());
    output.append(buffer, got);
  }
  return output;
}

/// What a reader would miss; empty = nothing.
std::string fault_of(const fs::path& pdf, int rows) {
  const std::string text = output_of("pdftotext -layout '" + pdf.string() + "' -");
  int next = 0;
  int page = 0;
  std::size_t least = std::string::npos;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\f', at), text.size());
    const std::string_view one(text.data() + at, end - at);
    ++page;
    std::size_t on_page = 0;
    for (std::size_t row = one.find('L'); row != std::string_view::npos;
         row = one.find('L', row + 1)) {
      if (row + 6 <= one.size() && one.substr(row, 6) == fmt::format("L{:05}", next)) {
        ++next;
        ++on_page;
      }
    }
    if (on_page > 0 && one.find("Head id") == std::string_view::npos) {
      return fmt::format("page {} has no head", page);
    }
    if (next < rows) {
      least = std::min(least, on_page);
    }
    at = end + 1;
  }
  if (next != rows) {
    return fmt::format("row {} is not where it should be", next);
  }
  return least < 20 ? fmt::format("a page has {} rows", least) : "";
}

bool measure(int rows) {
  const TemporaryDirectory folder;
  const fs::path plan = folder.path() / "plan";
  write_plan(plan, rows);
  Diagnostics diagnostics;
  build::Request request;
  request.languages = {"en"};
  request.formats = {"long"};
  request.out = folder.path();
  request.kinds = {"docx", "pdf"};
  request.search = {{(plan / "formats").string()}, {}};
  request.pool = office::default_options();
  const auto start = std::chrono::steady_clock::now();
  int pages = 0;
  std::string name;
  {
    build::Formats formats(request.search, diagnostics);
    std::vector<std::string> failed;
    const auto targets = build::prepare(plan, request, formats, failed, diagnostics);
    office::Pool pool(request.pool);
    const auto documents =
        targets.empty() ? std::vector<build::Document>()
                        : build::compile(targets[0], request, folder.path(), pool, diagnostics);
    if (documents.empty()) {
      fmt::print(stderr, "{}", report_text(diagnostics, "en"));
      return false;
    }
    pages = documents[0].pages;
    name = targets[0].name;
  }  // the office has gone: its memory is known
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  rusage own{};
  rusage office{};
  getrusage(RUSAGE_SELF, &own);
  getrusage(RUSAGE_CHILDREN, &office);
  const double megabytes = static_cast<double>(own.ru_maxrss + office.ru_maxrss) / 1024;
  const std::string fault = fault_of(folder.path() / (name + ".pdf"), rows);
  fmt::print(
      "long-table rows={} columns=8 pages={} s={:.1f} limit={:.0f} mb={:.0f} limit={:.0f}{}{}\n",
      rows, pages, seconds, most_seconds, megabytes, most_megabytes,
      fault.empty() ? "" : " fault=", fault);
  std::fflush(stdout);
  return fault.empty() && seconds <= most_seconds && megabytes <= most_megabytes;
}

}  // namespace

}  // namespace rapporteur

int main(int argc, char** argv) {
  const int most = argc > 1 ? std::atoi(argv[1]) : 20'000;
  return rapporteur::measure(std::min(most, 3'000)) && (most <= 3'000 || rapporteur::measure(most))
             ? 0
             : 1;
}
