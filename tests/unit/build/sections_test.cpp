// Every section and table of the real document that a format follows (tests/sections/<format>,
// facts) has a slot in its template, or a written reason (plugins/<format>/sections).
#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "base/files.hpp"
#include "base/text.hpp"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

/// Lines "key | text", in order; lines with # are remarks.
std::vector<std::pair<std::string, std::string>> pairs_of(const fs::path& file) {
  const auto text = read_file(file);
  REQUIRE_MESSAGE(text.has_value(), file.string());
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const std::string& line : split(*text, '\n')) {
    const std::size_t bar = line.find('|');
    if (bar != std::string::npos && !line.starts_with('#')) {
      pairs.emplace_back(trimmed(line.substr(0, bar)), trimmed(line.substr(bar + 1)));
    }
  }
  return pairs;
}

/// True when a tag of the template prints or repeats the slot.
bool has_slot(const std::string& content, const std::string& slot) {
  for (const std::string before : {"{{", "{{#each "}) {
    for (const std::string after : {"}}", " |", " as "}) {
      if (content.find(before + slot + after) != std::string::npos) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

TEST_CASE("each section of the real document has a slot or a reason") {
  const fs::path root(SOURCE_DIR);
  std::size_t formats = 0;
  for (const auto& entry : fs::directory_iterator(root / "tests/sections")) {
    const std::string format = entry.path().filename().string();
    CAPTURE(format);
    ++formats;
    const auto content = read_file(root / "templates" / format / "source/odt/content.xml");
    REQUIRE(content.has_value());
    const auto sections = pairs_of(entry.path());
    CHECK(sections.size() > 10);
    const auto written = pairs_of(root / "plugins" / format / "sections");
    std::map<std::string, std::string> places(written.begin(), written.end());
    CHECK(places.size() == written.size());
    for (const auto& section : sections) {
      const std::string& id = section.first;
      const std::string& heading = section.second;
      CAPTURE(id);
      CAPTURE(heading);
      REQUIRE(places.contains(id));
      const std::string place = places.at(id);
      if (place.starts_with('-')) {
        CHECK(place.size() > 30);  // a reason, in words
      } else {
        CHECK_MESSAGE(has_slot(*content, place), place);
      }
      places.erase(id);
    }
    CHECK(places.empty());  // no line for a section that the document does not have
  }
  CHECK(formats > 0);
}

}  // namespace rapporteur
