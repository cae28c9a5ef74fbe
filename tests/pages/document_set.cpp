#include "document_set.hpp"

#include <filesystem>
#include <sstream>
#include <stdexcept>

#include "../end-to-end/documents.hpp"
#include "base/files.hpp"

namespace rapporteur::pages {

namespace fs = std::filesystem;

namespace {

std::string joined(const std::vector<std::string>& texts, const char* between) {
  std::string all;
  for (const std::string& text : texts) {
    all += (all.empty() ? "" : between) + text;
  }
  return all;
}

/// The plan itself, or a copy with the report's options in it.
fs::path plan_folder(const Report& report, const fs::path& copies) {
  fs::path plan = fs::path(SOURCE_DIR) / report.plan;
  if (report.options.empty()) {
    return plan;
  }
  fs::path copy = copies / plan.filename();
  fs::create_directories(copies);
  fs::copy(plan, copy, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  const std::string yaml = read_file(plan / "plan.yaml").value_or("");
  if (!write_file(copy / "plan.yaml", with_options(yaml, report.format, report.options))) {
    throw std::runtime_error(copy.string() + " cannot be written");
  }
  return copy;
}

void build(const Report& report, const fs::path& plan, const fs::path& out) {
  int status = -1;
  const std::string said =
      test::run(BINARY_DIR "/bin/rapporteur build '" + plan.string() + "' --format " +
                    report.format + " --lang " + joined(report.languages, ",") +
                    " --to odt,docx,pdf --messages en --out '" + out.string() + "' 2>&1",
                &status);
  if (status != 0) {
    throw std::runtime_error("no build of " + report.plan + ":\n" + said);
  }
}

}  // namespace

std::string with_options(const std::string& yaml, const std::string& format,
                         const std::vector<std::string>& options) {
  std::string block = "  " + format + ":\n";
  for (const std::string& option : options) {
    block += "    " + option + "\n";
  }
  std::istringstream lines(yaml);
  std::string result;
  bool dropping = false;
  bool put = false;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t indent = line.find_first_not_of(' ');
    dropping = dropping && (indent == std::string::npos || indent > 2);
    if (line.starts_with("  " + format + ":")) {
      dropping = true;
    }
    if (!dropping) {
      result += line + "\n";
    }
    if (line == "formats:") {
      result += block;
      put = true;
    }
  }
  return put ? result : result + "formats:\n" + block;
}

std::vector<DocumentSet> build_sets(const std::string& folder) {
  std::vector<DocumentSet> sets;
  int number = 0;
  for (const Report& report : reports()) {
    const fs::path own = fs::path(folder) / std::to_string(++number);
    const fs::path plan = plan_folder(report, own / "plan");
    build(report, plan, own);
    for (const std::string& language : report.languages) {
      const std::string file = plan.filename().string() + "." + report.format + "." + language;
      const std::string shown = report.name.empty() ? file : report.name + "." + file;
      const std::string path = (own / file).string();
      sets.push_back({shown, path + ".odt", path + ".docx", path + ".pdf", &report});
    }
  }
  return sets;
}

}  // namespace rapporteur::pages
