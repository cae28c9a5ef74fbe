// CSV from a stranger: never a crash, and what was read can be written and read again.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/text.hpp"
#include "load/csv.hpp"

namespace {

std::string written(const std::vector<rapporteur::load::CsvRow>& rows) {
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
      text += i == 0 ? "\"" : ";\"";
      for (const char c : row.fields[i]) {
        text += c;
        if (c == '"') {
          text += c;
        }
      }
      text += '"';
    }
    text += "\n";
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (rapporteur::first_invalid_utf8(text) != std::string::npos) {
    return 0;  // refused at the door
  }
  rapporteur::Diagnostics diagnostics;
  const auto rows = rapporteur::load::parse_csv(text, "fuzz.csv", diagnostics);
  if (!diagnostics.empty() || rows.empty()) {
    return 0;
  }
  const auto again = rapporteur::load::parse_csv(written(rows), "fuzz.csv", diagnostics);
  if (!diagnostics.empty() || again.size() != rows.size()) {
    std::abort();
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    // A carriage return inside a cell may be told as a line feed.
    if (again[i].fields.size() != rows[i].fields.size()) {
      std::abort();
    }
  }
  return 0;
}
