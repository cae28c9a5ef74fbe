// Which file says what, and the texts that all of them share.
#include <fmt/format.h>

#include <algorithm>

#include "base/files.hpp"
#include "base/text.hpp"
#include "summary/render.hpp"

namespace rapporteur::summary {

namespace fs = std::filesystem;

std::string escaped(std::string_view text) {
  std::string out;
  append_escaped(out, strip_unprintable(text));
  return out;
}

std::string seconds_text(std::int64_t milliseconds, std::string_view language) {
  std::string text = fmt::format("{:.1f}", static_cast<double>(milliseconds) / 1000);
  if (language == "fr") {
    std::ranges::replace(text, '.', ',');
  }
  return text + "\u00A0s";
}

bool are_known(const std::vector<std::string>& files, Diagnostics& diagnostics) {
  bool known = true;
  for (const std::string& file : files) {
    const std::string kind = fs::path(file).extension().string();
    if (kind != ".json" && kind != ".xml" && kind != ".html" && kind != ".md") {
      diagnostics.add({.id = "summary-kind", .args = {{"file", file}}});
      known = false;
    }
  }
  return known;
}

void write_files(const Account& account, const std::vector<std::string>& files,
                 Diagnostics& diagnostics) {
  for (const std::string& file : files) {
    const fs::path path(file);
    const std::string kind = path.extension().string();
    std::error_code error;
    if (path.has_parent_path()) {
      fs::create_directories(path.parent_path(), error);
    }
    const std::string text = kind == ".json"   ? write_json(account)
                             : kind == ".xml"  ? write_junit(account)
                             : kind == ".html" ? write_html(account, path)
                                               : write_markdown(account);
    if (error || !write_file(path, text)) {
      diagnostics.add({.id = "summary-unwritable", .origin = {.file = file}});
    }
  }
}

}  // namespace rapporteur::summary
