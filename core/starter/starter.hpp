// A plan folder to start from: every table headed and explained, a few neutral rows, a plan.yaml
// and texts, so that it checks and builds at once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/workbook_draft.hpp"

namespace rapporteur::starter {

enum class Tables { csv, workbook };

struct Wishes {
  std::string id;                      ///< a–z, A–Z, 0–9, - and _
  std::vector<std::string> languages;  ///< fr, en or both; the first is the author's
  int year = 2026;                     ///< first of three periods
  Tables tables = Tables::csv;
};

struct File {
  std::string path;  ///< in the plan folder
  std::string text;
};

struct Starter {
  std::vector<File> files;
  std::optional<WorkbookDraft> workbook;  ///< plan.xlsx or plan.ods, when it was wished for
};

[[nodiscard]] Starter make_starter(const Wishes& wishes);

}  // namespace rapporteur::starter
