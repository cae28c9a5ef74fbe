#include "difference_sheet.hpp"

#include <Poco/Checksum.h>
#include <Poco/DeflatingStream.h>
#include <fmt/format.h>

#include <filesystem>
#include <sstream>

#include "../end-to-end/documents.hpp"
#include "base/files.hpp"

namespace rapporteur::pages {

namespace fs = std::filesystem;

namespace {

constexpr const char* head = R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Pages that differ</title><style>
body { font-family: sans-serif; margin: 1em 2em; color: #222; }
.page { display: flex; gap: 1em; margin-bottom: 2em; }
figure { margin: 0; flex: 1; } figcaption { margin-bottom: .3em; }
img { width: 100%; border: 1px solid #888; }
</style></head><body>
<h1>Pages that differ from the accepted ones</h1>
<p>Accept them with <code>build/bin/pages --accept</code> when every change is meant.</p>
)";

std::string big_endian(std::uint32_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) {
    bytes += static_cast<char>((value >> shift) & 0xFFU);
  }
  return bytes;
}

std::string chunk(const std::string& name, const std::string& data) {
  Poco::Checksum sum(Poco::Checksum::TYPE_CRC32);
  sum.update(name + data);
  return big_endian(static_cast<std::uint32_t>(data.size())) + name + data +
         big_endian(sum.checksum());
}

/// One picture of the sheet; an empty one says what is not there.
std::string figure(const std::string& caption, const std::string& file) {
  return fmt::format("<figure><figcaption>{}</figcaption>{}</figure>\n", caption,
                     file.empty() ? "no such page" : "<img src=\"" + file + "\" alt=\"\">");
}

/// Writes a picture beside index.html and returns its name; empty for an empty picture.
std::string put(const fs::path& folder, const std::string& name, const Picture& picture) {
  if (picture.width == 0 || !write_file(folder / name, to_png(picture))) {
    return {};
  }
  return name;
}

/// The new page as sharp as one needs to see what happened.
std::string put_new(const fs::path& folder, const std::string& stem, const std::string& pdf,
                    int page) {
  (void)test::run(fmt::format("pdftoppm -png -r 72 -singlefile -f {0} -l {0} '{1}' '{2}'", page,
                              pdf, (folder / stem).string()));
  return stem + ".png";
}

}  // namespace

std::string to_png(const Picture& picture) {
  std::string rows;
  for (int y = 0; y < picture.height; ++y) {
    rows += '\0';  // no filter
    rows +=
        picture.grey.substr(static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width),
                            static_cast<std::size_t>(picture.width));
  }
  std::ostringstream packed;
  Poco::DeflatingOutputStream packing(packed, Poco::DeflatingStreamBuf::STREAM_ZLIB);
  packing << rows;
  packing.close();
  const std::string eight_bit_grey("\x08\x00\x00\x00\x00", 5);
  return "\x89PNG\r\n\x1A\n" +
         chunk("IHDR", big_endian(static_cast<std::uint32_t>(picture.width)) +
                           big_endian(static_cast<std::uint32_t>(picture.height)) +
                           eight_bit_grey) +
         chunk("IDAT", packed.str()) + chunk("IEND", "");
}

Picture marked(const PageDifference& difference) {
  Picture picture = difference.after.width > 0 ? difference.after : difference.before;
  for (char& pixel : picture.grey) {
    pixel = static_cast<char>(255 - (255 - static_cast<unsigned char>(pixel)) / 4);
  }
  const bool both = difference.after.width == difference.before.width &&
                    difference.after.height == difference.before.height;
  for (const Spot& spot : difference.spots) {
    for (int y = spot.y; both && y < spot.y + block_size; ++y) {
      for (int x = spot.x; x < spot.x + block_size; ++x) {
        const int away = std::abs(difference.after.at(x, y) - difference.before.at(x, y));
        picture.set(x, y, std::min(picture.at(x, y), 200 - away * 200 / 255));
      }
    }
  }
  return picture;
}

std::string write_sheet(const std::string& folder,
                        const std::vector<DocumentDifference>& documents) {
  fs::remove_all(folder);
  fs::create_directories(folder);
  std::string html = head;
  for (const DocumentDifference& document : documents) {
    html += "<h2>" + document.name + "</h2>\n";
    for (const PageDifference& page : document.pages) {
      const std::string stem = fmt::format("{}-{}", document.name, page.page);
      html += fmt::format("<h3>Page {}</h3>\n<div class=\"page\">\n", page.page);
      html += figure("accepted", put(folder, stem + "-old.png", page.before));
      html += figure("now", page.after.width == 0
                                ? std::string()
                                : put_new(folder, stem + "-new", document.pdf, page.page));
      html += figure("difference", put(folder, stem + "-difference.png", marked(page)));
      html += "</div>\n";
    }
  }
  std::string file = folder + "/index.html";
  (void)write_file(file, html + "</body></html>\n");
  return file;
}

}  // namespace rapporteur::pages
