// Same input, same bytes: takes dates, random ids and zip times out of what the office stored.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/diagnostic.hpp"

namespace rapporteur::office {

struct Stamp {
  std::int64_t epoch = 315532800;  ///< seconds since 1970 put in place of "now" (1980-01-01)
};
/// SOURCE_DATE_EPOCH, or the default of Stamp.
[[nodiscard]] Stamp stamp_from_environment();

/// Rewrites the file in place. False (with office-store) when it is no such document. An ODS is
/// made like an ODT.
[[nodiscard]] bool normalise_odt(const std::filesystem::path& file, Stamp stamp,
                                 Diagnostics& diagnostics);
[[nodiscard]] bool normalise_docx(const std::filesystem::path& file, Stamp stamp,
                                  Diagnostics& diagnostics);
[[nodiscard]] bool normalise_xlsx(const std::filesystem::path& file, Stamp stamp,
                                  Diagnostics& diagnostics);
[[nodiscard]] bool normalise_pdf(const std::filesystem::path& file, Stamp stamp,
                                 Diagnostics& diagnostics);

/// `done` again; when it is false, office-store is told for the file that cannot be read back.
[[nodiscard]] bool told_unless(bool done, const std::filesystem::path& file,
                               Diagnostics& diagnostics);

}  // namespace rapporteur::office
