#include "goldens.hpp"

#include <Poco/DeflatingStream.h>
#include <Poco/InflatingStream.h>
#include <Poco/StreamCopier.h>

#include <filesystem>
#include <sstream>

#include "base/files.hpp"

namespace rapporteur::pages {

namespace {

constexpr int shade = 4;

/// To the nearest of 64 shades; white stays white.
void thin(Picture& picture) {
  for (char& pixel : picture.grey) {
    const int value = static_cast<unsigned char>(pixel);
    pixel = static_cast<char>(value >= 255 - shade / 2 ? 255 : (value + shade / 2) / shade * shade);
  }
}

}  // namespace

std::string golden_file(const std::string& document) {
  return SOURCE_DIR "/tests/pages/goldens/" + document + ".pgm.gz";
}

std::vector<Picture> read_golden(const std::string& file) {
  const auto bytes = read_file(file);
  if (!bytes) {
    return {};
  }
  std::istringstream packed(*bytes);
  Poco::InflatingInputStream unpacking(packed, Poco::InflatingStreamBuf::STREAM_GZIP);
  std::string pgm;
  Poco::StreamCopier::copyToString(unpacking, pgm);
  return read_pictures(pgm);
}

bool write_golden(const std::string& file, std::vector<Picture> pages) {
  for (Picture& page : pages) {
    thin(page);
  }
  std::ostringstream packed;
  Poco::DeflatingOutputStream packing(packed, Poco::DeflatingStreamBuf::STREAM_GZIP, 9);
  packing << to_pgm(pages);
  packing.close();
  std::filesystem::create_directories(std::filesystem::path(file).parent_path());
  return write_file(file, packed.str());
}

}  // namespace rapporteur::pages
