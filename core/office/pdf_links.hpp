// The links of a PDF that our own office wrote, with the places that they cover.
#pragma once

#include <string>
#include <vector>

namespace rapporteur::office {

/// In points, from the top left corner of the page.
struct PdfLink {
  std::string address;
  int page = 0;  ///< counted from 1
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};

/// Links to addresses, in the order of pages; a link over two lines is two of them. Empty when the
/// file is not of the form that Writer gives it.
[[nodiscard]] std::vector<PdfLink> read_links(const std::string& pdf);

}  // namespace rapporteur::office
