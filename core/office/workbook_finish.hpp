// What an office without a window leaves undone in a workbook that it stored: headers that stay in
// sight. And what it does too much in an XLSX: it lists each empty cell that has a drop-down list.
#pragma once

#include <filesystem>

#include "base/workbook_draft.hpp"
#include "office/workbook_job.hpp"

namespace rapporteur::office {

/// Number of rows that stay in sight: titles, notes and header; 0 without a header.
[[nodiscard]] int frozen_rows(const DraftSheet& sheet);

/// Rewrites the file in place; the first column stays in sight too. False when it is no such
/// workbook.
[[nodiscard]] bool finish_workbook(const std::filesystem::path& file, const WorkbookDraft& draft,
                                   WorkbookKind kind);

}  // namespace rapporteur::office
