// Runs a small document through an office and reads back what was stored.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/messages.hpp"
#include "office/documents.hpp"
#include "office/pool.hpp"

namespace rapporteur::office::test {

struct Stored {
  Outcome outcome;
  std::string content;   ///< content.xml
  std::string styles;    ///< styles.xml of the ODT
  std::string document;  ///< word/document.xml
  std::vector<Part> odt;
  std::vector<Part> docx;
  std::string pdf;
};

inline std::string part_of(const std::vector<Part>& parts, const std::string& name) {
  for (const auto& part : parts) {
    if (part.name == name) {
      return part.bytes;
    }
  }
  return {};
}

inline Stored compile(Pool& pool, const std::string& package, const char* extension,
                      std::vector<Fill> fills) {
  const TemporaryDirectory folder;
  Job job;
  job.name = "test";
  job.package_path = (folder.path() / (std::string("in") + extension)).string();
  REQUIRE(write_file(job.package_path, package));
  job.fills = std::move(fills);
  job.token_pattern = token_pattern;
  job.title = "Plan d’action";
  job.author = "Ministère";
  job.language = "fr";
  job.country = "FR";
  job.odt_path = (folder.path() / "out.odt").string();
  job.docx_path = (folder.path() / "out.docx").string();
  job.pdf_path = (folder.path() / "out.pdf").string();
  Diagnostics diagnostics;
  const auto outcome = pool.run(job, diagnostics);
  for (const auto& diagnostic : diagnostics.all()) {
    MESSAGE(render(diagnostic, "en").message);
  }
  REQUIRE(outcome);
  Stored stored;
  stored.outcome = *outcome;
  stored.odt = unpack(read_file(job.odt_path).value_or("")).value_or(std::vector<Part>{});
  stored.docx = unpack(read_file(job.docx_path).value_or("")).value_or(std::vector<Part>{});
  stored.pdf = read_file(job.pdf_path).value_or("");
  stored.content = part_of(stored.odt, "content.xml");
  stored.styles = part_of(stored.odt, "styles.xml");
  stored.document = part_of(stored.docx, "word/document.xml");
  return stored;
}

}  // namespace rapporteur::office::test
