// A PDF as its list of objects, as far as our own office writes it: one cross-reference table, no
// object streams.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::office {

struct PdfObject {
  int number = 0;
  std::string bytes;  ///< from "12 0 obj" to where the next object begins
};

struct PdfFile {
  std::string head;
  std::vector<PdfObject> objects;  ///< in the order of the file
  std::string table;               ///< "xref" with its entries, without offsets that count
  std::string trailer;             ///< from "trailer" to "startxref\n"
};

/// Nothing when the file is not of this simple form.
[[nodiscard]] std::optional<PdfFile> parse_pdf(const std::string& pdf);
/// The file with a cross-reference table that is right for its objects.
[[nodiscard]] std::string write_pdf(const PdfFile& file);

/// Writer keeps fonts by their address in memory, so they stand in another order in each run: puts
/// the embedded fonts in the order of their names and numbers their objects anew. A PDF without the
/// form that Writer gives them is left as it is.
void order_fonts(PdfFile& file);

}  // namespace rapporteur::office
