// A PDF for poppler in a hurry. LibreOffice's PDF/A names an output intent, for which poppler makes
// a colour transform anew for each page: 35 ms, fifteen times what reading or drawing the page
// takes. It is sRGB, so that the copy without it gives the same words and the same pixels.
#pragma once

#include <string>

#include "base/files.hpp"

namespace rapporteur::pages {

class QuickPdf {
 public:
  explicit QuickPdf(const std::string& file) : file_((folder_.path() / "quick.pdf").string()) {
    const std::string name = "/OutputIntents";
    std::string bytes = read_file(file).value_or("");
    if (const std::size_t at = bytes.find(name); at != std::string::npos) {
      bytes.replace(at, name.size(), "/XutputIntents");  // as long: no offset moves
    }
    (void)write_file(file_, bytes);
  }
  [[nodiscard]] const std::string& path() const { return file_; }

 private:
  TemporaryDirectory folder_;
  std::string file_;
};

}  // namespace rapporteur::pages
