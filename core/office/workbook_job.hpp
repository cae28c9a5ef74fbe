// Workbooks for an office: to be read, to be written. Crosses the pipe as bytes, beside job.hpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/workbook.hpp"
#include "base/workbook_draft.hpp"

namespace rapporteur::office {

/// Names of what the component can be asked, beside the document of job.hpp.
inline constexpr const char* document_order = "Job";
inline constexpr const char* read_order = "Read";
inline constexpr const char* write_order = "Write";

enum class WorkbookKind : std::uint8_t { xlsx, ods };

struct ReadJob {
  std::string path;
  WorkbookKind kind = WorkbookKind::xlsx;
};

struct ReadOutcome {
  std::string error;  ///< empty = done; else what the office said, in English
  Workbook workbook;
};

struct WriteJob {
  std::string path;
  WorkbookKind kind = WorkbookKind::xlsx;
  WorkbookDraft draft;
};

struct WriteOutcome {
  std::string error;
};

[[nodiscard]] std::string encode(const ReadJob& job);
[[nodiscard]] std::optional<ReadJob> decode_read_job(std::string_view bytes);
[[nodiscard]] std::string encode(const ReadOutcome& outcome);
[[nodiscard]] std::optional<ReadOutcome> decode_read_outcome(std::string_view bytes);
[[nodiscard]] std::string encode(const WriteJob& job);
[[nodiscard]] std::optional<WriteJob> decode_write_job(std::string_view bytes);
[[nodiscard]] std::string encode(const WriteOutcome& outcome);
[[nodiscard]] std::optional<WriteOutcome> decode_write_outcome(std::string_view bytes);

}  // namespace rapporteur::office
