// What tests of offices in trouble share: a job with its files, a long document, the one fault.
#pragma once

#include <doctest/doctest.h>

#include <csignal>
#include <filesystem>
#include <string>

#include "office/compile.hpp"

namespace rapporteur::office::test {

namespace fs = std::filesystem;

// A document that keeps the office busy for a good while: long enough to be hit in the middle.
inline std::string long_document() {
  std::string body;
  for (int i = 0; i < 6000; ++i) {
    body += paragraph("Paragraph " + std::to_string(i) + " " + std::string(400, 'w') +
                      " and more words to break " + std::string(300, 'v'));
  }
  return odt({.body = body});
}

struct Prepared {
  TemporaryDirectory folder;
  Job job;
  explicit Prepared(const std::string& package, const std::string& extension = ".odt") {
    job.name = "pan.fr";
    job.package_path = (folder.path() / ("in" + extension)).string();
    REQUIRE(write_file(job.package_path, package));
    job.odt_path = (folder.path() / "out.odt").string();
    job.docx_path = (folder.path() / "out.docx").string();
    job.pdf_path = (folder.path() / "out.pdf").string();
  }
  [[nodiscard]] int outputs() const {
    return int{fs::exists(job.odt_path)} + int{fs::exists(job.docx_path)} +
           int{fs::exists(job.pdf_path)};
  }
};

inline void require_fault(const Diagnostics& diagnostics, const std::string& id) {
  REQUIRE(diagnostics.all().size() == 1);
  const auto& diagnostic = diagnostics.all().front();
  CAPTURE(render(diagnostic, "en").message);
  CHECK(diagnostic.id == id);
  CHECK(exit_code_for_faults(diagnostics) == 4);
}

inline bool is_running(int pid) {
  return ::kill(pid, 0) == 0;
}

}  // namespace rapporteur::office::test
