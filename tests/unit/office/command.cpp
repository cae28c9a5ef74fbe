#include "office/command.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "base/files.hpp"

namespace rapporteur::office {

namespace fs = std::filesystem;

TEST_CASE("file_url keeps a path whole") {
  CHECK(file_url("/a b/é%#?&<.odt") == "file:///a%20b/%C3%A9%25%23%3F%26%3C.odt");
}

TEST_CASE("command_line repeats the office's own services and uses the private socket") {
  const Cabin cabin{"/c", "/l/OSL_PIPE_" + std::to_string(geteuid()) + "_rapporteur-x"};
  const auto command = command_line("/office/program", cabin);
  CHECK(command.front() == "/office/program/soffice.bin");
  const auto has = [&](const std::string& word) {
    return std::find(command.begin(), command.end(), word) != command.end();
  };
  CHECK(has("--headless"));
  CHECK(has("--accept=pipe,name=rapporteur-x/line;urp;"));
  CHECK(has("-env:UserInstallation=file:///c/profile"));
  CHECK(
      has("-env:URE_MORE_SERVICES=file:///office/program/services/services.rdb "
          "file:///c/filler.components"));
}

TEST_CASE("environment: nothing of the user's but his fonts") {
  setenv("TZ", "Asia/Tokyo", 1);
  setenv("RAPPORTEUR_SECRET", "x", 1);
  const auto variables = environment({"/c", "/l"}, "/users/u/.local/share");
  unsetenv("TZ");
  unsetenv("RAPPORTEUR_SECRET");
  const auto has = [&](const std::string& word) {
    return std::find(variables.begin(), variables.end(), word) != variables.end();
  };
  CHECK(has("TZ=UTC"));
  CHECK(has("LC_ALL=C.UTF-8"));
  CHECK(has("HOME=/c/home"));
  CHECK(has("XDG_DATA_HOME=/users/u/.local/share"));
  for (const auto& variable : variables) {
    CHECK_FALSE(variable.starts_with("RAPPORTEUR_SECRET"));
  }
}

TEST_CASE("make_cabin: private folders, furnished, and all of it can go") {
  const auto cabin = make_cabin();
  REQUIRE(cabin);
  for (const auto& folder : {cabin->root, cabin->line}) {
    CHECK(fs::status(folder).permissions() == fs::perms::owner_all);
  }
  CHECK(furnish(*cabin, "/a&b/filler.uno.so", {"7.4", "40(Build:2)"}));
  const auto components = read_file(cabin->components());
  REQUIRE(components);
  CHECK(components->find("file:///a%26b/filler.uno.so") != std::string::npos);
  const auto settings = read_file(cabin->profile() / "user" / "registrymodifications.xcu");
  REQUIRE(settings);
  CHECK(settings->find("DisableMacrosExecution") != std::string::npos);
  for (const auto& path : leftovers(*cabin)) {
    fs::remove_all(path);
    CHECK_FALSE(fs::exists(path));
  }
}

TEST_CASE("single_office_socket: as LibreOffice names it for a profile") {
  // Seen: -env:UserInstallation=file:///cabin3/profile, LibreOffice 7.4. Each byte of the digest
  // is written without a leading zero.
  const auto name = single_office_socket({"/cabin3", {}}).filename().string();
  CHECK(name == "OSL_PIPE_" + std::to_string(geteuid()) +
                    "_SingleOfficeIPC_6dd6b0ee4976619eb78a546b799f0e3");
}

}  // namespace rapporteur::office
