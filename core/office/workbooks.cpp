#include "office/workbooks.hpp"

#include "base/files.hpp"
#include "office/instance.hpp"
#include "office/workbook_finish.hpp"
#include "office/workbook_safety.hpp"

namespace rapporteur::office {

namespace fs = std::filesystem;

namespace {

/// What a try that gave nothing has to say for itself.
Diagnostic failure(Ending ending, const std::string& file, const std::string& error,
                   const Pool& pool, const char* refused) {
  Diagnostic diagnostic;
  diagnostic.origin.file = file;
  if (ending == Ending::lost) {
    diagnostic.id = "workbook-lost";
  } else if (ending == Ending::hung) {
    diagnostic.id = "workbook-hung";
    diagnostic.args = {{"seconds", static_cast<std::int64_t>(pool.deadline().count())}};
  } else {
    diagnostic.id = refused;
    diagnostic.args = {{"reason", error}};
  }
  return diagnostic;
}

}  // namespace

Result<Workbook> read_workbook(Pool& pool, const fs::path& file, Diagnostics& diagnostics) {
  const std::string shown = file.lexically_normal().generic_string();
  constexpr std::size_t largest = std::size_t{64} << 20;
  auto bytes = read_file(file, largest);
  if (!bytes) {
    diagnostics.add({.id = "file-unreadable", .origin = {.file = shown}});
    return std::nullopt;
  }
  const auto admitted = admit_workbook(shown, std::move(*bytes), diagnostics);
  if (!admitted) {
    return std::nullopt;
  }
  const TemporaryDirectory folder;
  const ReadJob job{.path = (folder.path() / "in").string(), .kind = admitted->kind};
  if (!write_file(job.path, admitted->bytes)) {
    diagnostics.add({.id = "workbook-unreadable",
                     .origin = {.file = shown},
                     .args = {{"reason", std::string("the temporary folder cannot be written")}}});
    return std::nullopt;
  }
  ReadOutcome outcome;
  const Result<Ending> ending = pool.attempt(
      shown,
      [&](Instance& office, std::chrono::milliseconds deadline) {
        return office.read(job, deadline, outcome);
      },
      diagnostics);
  if (ending == Ending::answered && outcome.error.empty()) {
    return std::move(outcome.workbook);
  }
  if (ending) {
    diagnostics.add(failure(*ending, shown, outcome.error, pool, "workbook-unreadable"));
  }
  return std::nullopt;
}

std::function<Result<Workbook>(const fs::path&, Diagnostics&)> workbook_reader(Pool& pool) {
  return [&pool](const fs::path& file, Diagnostics& diagnostics) {
    return read_workbook(pool, file, diagnostics);
  };
}

bool write_workbook(Pool& pool, const WorkbookDraft& draft, const fs::path& file, Stamp stamp,
                    Diagnostics& diagnostics) {
  const bool is_ods = file.extension() == ".ods";
  WriteOutcome outcome;
  const TemporaryDirectory folder;
  const fs::path made = folder.path() / (is_ods ? "out.ods" : "out.xlsx");
  const Result<Ending> ending = pool.attempt(
      file.string(),
      [&](Instance& office, std::chrono::milliseconds deadline) {
        return office.write({.path = made.string(),
                             .kind = is_ods ? WorkbookKind::ods : WorkbookKind::xlsx,
                             .draft = draft},
                            deadline, outcome);
      },
      diagnostics);
  if (!ending) {
    return false;
  }
  if (*ending != Ending::answered || !outcome.error.empty()) {
    diagnostics.add(failure(*ending, file.string(), outcome.error, pool, "workbook-unwritable"));
    return false;
  }
  const bool is_finished =
      finish_workbook(made, draft, is_ods ? WorkbookKind::ods : WorkbookKind::xlsx);
  if (!told_unless(is_finished, made, diagnostics) ||
      !(is_ods ? normalise_odt(made, stamp, diagnostics)
               : normalise_xlsx(made, stamp, diagnostics))) {
    return false;
  }
  const auto bytes = read_file(made);
  if (!bytes || !write_file(file, *bytes)) {
    diagnostics.add({.id = "workbook-unwritable",
                     .origin = {.file = file.string()},
                     .args = {{"reason", std::string("the folder cannot be written")}}});
    return false;
  }
  return true;
}

}  // namespace rapporteur::office
