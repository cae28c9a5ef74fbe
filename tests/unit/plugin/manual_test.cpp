// The manual and the stubs in the tree are those of the table. RAPPORTEUR_ACCEPT=1 rewrites them.
#include <doctest/doctest.h>

#include <cstdlib>

#include "base/files.hpp"
#include "plugin/manual.hpp"

namespace rapporteur::plugin {
namespace {

void compare(const std::string& file, const std::string& text) {
  const std::filesystem::path path = std::filesystem::path(SOURCE_DIR) / file;
  if (std::getenv("RAPPORTEUR_ACCEPT") != nullptr) {
    std::filesystem::create_directories(path.parent_path());
    REQUIRE(write_file(path, text));
  }
  INFO("stale: " << file << "; run unit-plugin with RAPPORTEUR_ACCEPT=1");
  CHECK(read_file(path) == text);
}

}  // namespace

TEST_CASE("docs/lua-api.md is generated from the interface") {
  compare("docs/lua-api.md", api_manual());
}
TEST_CASE("docs/lua/rapporteur.lua is generated from the interface") {
  compare("docs/lua/rapporteur.lua", api_stubs());
}

}  // namespace rapporteur::plugin
