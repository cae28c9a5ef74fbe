#include "office/command.hpp"

#include <Poco/MD5Engine.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>

#include "base/files.hpp"

namespace rapporteur::office {

namespace fs = std::filesystem;

namespace {

struct Setting {
  std::string_view path;
  std::string_view name;
  std::string_view value;
};

// Thumbnails cost half of an ODT store; lock files of a killed office would block the next; the
// rest is the wall against what a document may bring along.
constexpr Setting settings[] = {
    {"/org.openoffice.Office.Common/Save/Document", "GenerateThumbnail", "false"},
    {"/org.openoffice.Office.Common/Misc", "UseDocumentOOoLockFile", "false"},
    {"/org.openoffice.Office.Common/Misc", "UseLocking", "false"},
    {"/org.openoffice.Office.Common/Misc", "FirstRun", "false"},
    {"/org.openoffice.Office.Common/Misc", "CollectUsageInformation", "false"},
    {"/org.openoffice.Office.Common/Misc", "CrashReport", "false"},
    {"/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"},
    {"/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"},
    {"/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"},
    {"/org.openoffice.Office.Common/Security/Scripting", "RemovePersonalInfoOnSaving", "false"},
    {"/org.openoffice.Office.Java/VirtualMachine", "Enable", "false"},
    {"/org.openoffice.Office.Recovery/AutoSave", "Enabled", "false"},
    {"/org.openoffice.Office.Recovery/RecoveryInfo", "Enabled", "false"},
    {"/org.openoffice.Office.Jobs/Jobs/"
     "org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments",
     "AutoCheckEnabled", "false"},
    {"/org.openoffice.Office.Writer/Content/Update", "Link", "0"},
    {"/org.openoffice.Office.Writer/Comparison", "StoreRSID", "false"},
};

// The office's own choice, in its order.
fs::path socket_folder() {
  return access("/tmp", W_OK) == 0 ? "/tmp" : "/var/tmp";
}

std::string socket_prefix() {
  return "OSL_PIPE_" + std::to_string(geteuid()) + "_";
}

std::string socket_name(const Cabin& cabin) {
  return cabin.line.filename().string().substr(socket_prefix().size()) + "/" +
         cabin.socket().filename().string();
}

fs::path make_folder(const fs::path& start) {
  std::string pattern = start.string() + "XXXXXX";
  return mkdtemp(pattern.data()) == nullptr ? fs::path() : fs::path(pattern);
}

}  // namespace

std::optional<Cabin> make_cabin() {
  std::error_code error;
  Cabin cabin;
  cabin.root = make_folder(fs::temp_directory_path(error) / "rapporteur-");
  cabin.line = make_folder(socket_folder() / (socket_prefix() + "rapporteur-"));
  if (cabin.root.empty() || cabin.line.empty()) {
    fs::remove(cabin.root, error);
    fs::remove(cabin.line, error);
    return std::nullopt;
  }
  return cabin;
}

fs::path single_office_socket(const Cabin& cabin) {
  // MD5 of the profile's URL in UTF-16, each byte in hexadecimal without a leading zero.
  std::string utf16;
  for (const char c : file_url(cabin.profile())) {
    utf16 += c;
    utf16 += '\0';
  }
  Poco::MD5Engine md5;
  md5.update(utf16);
  std::string name = socket_prefix() + "SingleOfficeIPC_";
  for (const unsigned char byte : md5.digest()) {
    name += fmt::format("{:x}", byte);
  }
  return socket_folder() / name;
}

std::vector<fs::path> leftovers(const Cabin& cabin) {
  return {cabin.root, cabin.line, single_office_socket(cabin)};
}

// Writer's own styles take the first font of a list that the machine has; named here, they are the
// same on every machine. The text of a report has the fonts of its template.
std::vector<Setting> default_fonts() {
  std::vector<Setting> all;
  for (const char* script :
       {"/org.openoffice.Office.Writer/DefaultFont", "/org.openoffice.Office.Writer/DefaultFontCJK",
        "/org.openoffice.Office.Writer/DefaultFontCTL"}) {
    for (const char* style : {"Standard", "Heading", "List", "Caption", "Index"}) {
      all.push_back({script, style, "Liberation Sans"});
    }
  }
  return all;
}

// With the first document the office opens each template of its gallery: 30 ms.
std::string no_templates() {
  std::string xml;
  for (const char* folder : {"common", "$(vlang)"}) {
    xml +=
        "<item oor:path=\"/org.openoffice.Office.Paths/Paths/"
        "org.openoffice.Office.Paths:NamedPath['Template']/InternalPaths\">"
        "<node oor:name=\"$(insturl)/share/template/" +
        std::string(folder) + "\" oor:op=\"remove\"/></item>\n";
  }
  return xml;
}

std::string profile_settings(std::string_view version) {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\" "
      "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n";
  std::vector<Setting> all = default_fonts();
  all.insert(all.end(), std::begin(settings), std::end(settings));
  if (!version.empty()) {
    all.push_back({"/org.openoffice.Setup/Product", "ooSetupLastVersion", version});
  }
  for (const auto& setting : all) {
    xml += "<item oor:path=\"" + std::string(setting.path) + "\"><prop oor:name=\"" +
           std::string(setting.name) + "\" oor:op=\"fuse\"><value>" + std::string(setting.value) +
           "</value></prop></item>\n";
  }
  return xml + no_templates() + "</oor:items>\n";
}

std::string component_registration(const std::filesystem::path& component) {
  // file_url leaves no character that XML could misread.
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<components xmlns=\"http://openoffice.org/2010/uno-components\">\n"
         "<component loader=\"com.sun.star.loader.SharedLibrary\" environment=\"gcc3\" uri=\"" +
         file_url(component) +
         "\">\n<implementation name=\"org.rapporteur.Filler\" "
         "constructor=\"org_rapporteur_Filler_get\">"
         "<service name=\"org.rapporteur.Filler\"/></implementation>\n</component></components>\n";
}

bool furnish(const Cabin& cabin, const std::filesystem::path& component, const Edition& edition) {
  std::error_code error;
  for (const auto& folder :
       {cabin.profile() / "user" / "extensions", cabin.home(), cabin.temporary(), cabin.jobs()}) {
    std::filesystem::create_directories(folder, error);
    if (error) {
      return false;
    }
  }
  // The office empties its extension cache and asks to be started again (status 81) when this file
  // does not name its build.
  if (!edition.build_id.empty() &&
      !write_file(cabin.profile() / "user" / "extensions" / "buildid", edition.build_id + "\n")) {
    return false;
  }
  return write_file(cabin.profile() / "user" / "registrymodifications.xcu",
                    profile_settings(edition.version)) &&
         write_file(cabin.components(), component_registration(component));
}

std::vector<std::string> command_line(const std::filesystem::path& program, const Cabin& cabin) {
  // URE_MORE_SERVICES replaces the office's own value, so its own services are named again.
  return {(program / "soffice.bin").string(),
          "--headless",
          "--invisible",
          "--nologo",
          "--nodefault",
          "--norestore",
          "--nolockcheck",
          "--nofirststartwizard",
          "--accept=pipe,name=" + socket_name(cabin) + ";urp;",
          "-env:UserInstallation=" + file_url(cabin.profile()),
          "-env:URE_MORE_SERVICES=" + file_url(program / "services" / "services.rdb") + " " +
              file_url(cabin.components())};
}

std::vector<std::string> environment(const Cabin& cabin, const std::filesystem::path& data_home) {
  std::vector<std::string> variables = {
      // No programs: it would ask gpg for keys with the first document, 30 ms, and others for the
      // paper that the machine's printer holds.
      "PATH=/nonexistent",
      "HOME=" + cabin.home().string(),
      "TMPDIR=" + cabin.temporary().string(),
      "LANG=C.UTF-8",
      "LC_ALL=C.UTF-8",
      "TZ=UTC",
      "SAL_USE_VCLPLUGIN=svp",
      // Where there is no network wall: proxies that nobody answers.
      "http_proxy=http://127.0.0.1:9",
      "https_proxy=http://127.0.0.1:9",
      "ftp_proxy=http://127.0.0.1:9",
      "no_proxy=",
  };
  if (!data_home.empty()) {
    variables.push_back("XDG_DATA_HOME=" + data_home.string());
  }
  for (const char* name : {"FONTCONFIG_FILE", "FONTCONFIG_PATH"}) {
    if (const char* value = std::getenv(name)) {
      variables.push_back(std::string(name) + "=" + value);
    }
  }
  return variables;
}

}  // namespace rapporteur::office
