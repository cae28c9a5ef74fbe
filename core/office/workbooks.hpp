// Workbooks through Calc, on the same offices as documents.
#pragma once

#include <filesystem>
#include <functional>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "base/workbook.hpp"
#include "base/workbook_draft.hpp"
#include "office/normalise.hpp"
#include "office/pool.hpp"

namespace rapporteur::office {

/// Reads .xlsx or .ods: refused first what is unsafe (workbook-*), then one call to an office,
/// which starts now if none runs. Faults of the office: office-missing, office-start,
/// workbook-unreadable, workbook-lost, workbook-hung. Costs about a second for 10,000 rows of
/// twelve columns.
[[nodiscard]] Result<Workbook> read_workbook(Pool& pool, const std::filesystem::path& file,
                                             Diagnostics& diagnostics);

/// The same as a function to hand to the load stage; `pool` must outlive it.
[[nodiscard]] std::function<Result<Workbook>(const std::filesystem::path&, Diagnostics&)>
workbook_reader(Pool& pool);

/// Writes `file` (.xlsx or .ods by its extension) anew; same draft, same bytes. False after a
/// fault: workbook-unwritable or one of the office.
[[nodiscard]] bool write_workbook(Pool& pool, const WorkbookDraft& draft,
                                  const std::filesystem::path& file, Stamp stamp,
                                  Diagnostics& diagnostics);

}  // namespace rapporteur::office
