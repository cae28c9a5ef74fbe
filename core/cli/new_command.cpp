// rapporteur new plan DIR: a plan folder to start from.
#include <ctime>
#include <filesystem>
#include <iostream>
#include <memory>

#include "base/messages.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/new_folder.hpp"
#include "office/workbooks.hpp"
#include "starter/starter.hpp"

namespace rapporteur::cli {

namespace fs = std::filesystem;

namespace {

struct NewArguments {
  std::string folder;
  std::string as = "csv";
  std::string languages = "fr,en";
};

/// Last part of a path, as an id may be written.
std::string id_of(const fs::path& folder) {
  std::string id;
  for (const char c : folded(last_part(folder))) {
    id += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ? c : '-';
  }
  return id.empty() ? "plan" : id;
}

/// The year of SOURCE_DATE_EPOCH, or of today.
int year_now(office::Stamp stamp) {
  const std::time_t now =
      std::getenv("SOURCE_DATE_EPOCH") == nullptr ? std::time(nullptr) : std::time_t{stamp.epoch};
  std::tm parts{};
  gmtime_r(&now, &parts);
  return parts.tm_year + 1900;
}

bool are_known(const std::vector<std::string>& languages, Diagnostics& diagnostics) {
  const bool are_fine = are_starter_languages(languages);
  if (!are_fine) {
    diagnostics.add({.id = "new-language"});
  }
  return are_fine;
}

bool write_files(const starter::Starter& starter, const fs::path& folder,
                 Diagnostics& diagnostics) {
  for (const char* const name : {"results", "media"}) {
    std::error_code error;
    fs::create_directories(folder / name, error);
    if (error) {
      diagnostics.add(folder_unwritable(folder, error));
      return false;
    }
  }
  std::vector<std::pair<std::string, std::string>> files;
  for (const starter::File& file : starter.files) {
    files.emplace_back(file.path, file.text);
  }
  return write_into(folder, files, diagnostics);
}

int run_new_plan(const NewArguments& arguments, const Common& common) {
  Diagnostics diagnostics;
  const fs::path folder = arguments.folder;
  const office::Stamp stamp = office::stamp_from_environment();
  starter::Wishes wishes;
  wishes.id = id_of(folder);
  wishes.languages = comma_list(arguments.languages);
  wishes.year = year_now(stamp);
  wishes.tables = arguments.as == "csv" ? starter::Tables::csv : starter::Tables::workbook;
  bool is_done = are_known(wishes.languages, diagnostics) && is_free(folder, diagnostics);
  if (is_done) {
    const starter::Starter starter = starter::make_starter(wishes);
    is_done = write_files(starter, folder, diagnostics);
    if (is_done && starter.workbook) {
      office::Pool pool(office::default_options());
      is_done = office::write_workbook(pool, *starter.workbook, folder / ("plan." + arguments.as),
                                       stamp, diagnostics);
    }
  }
  print(diagnostics, common, std::cerr);
  if (is_done) {
    std::cout << ui_text("new_plan_done", {{"x", arguments.folder}}, common.messages) << "\n";
  }
  return exit_code_for_faults(diagnostics);
}

}  // namespace

Command add_new_plan(CLI::App& app, Common& common) {
  const auto help = [&](const char* key) { return ui_text(key, {}, common.messages); };
  auto arguments = std::make_shared<NewArguments>();
  CLI::App* parent = app.add_subcommand("new", help("help_new"));
  parent->set_help_flag("-h,--help", help("help_help"));
  parent->require_subcommand(1);
  CLI::App* command = parent->add_subcommand("plan", help("help_new_plan"));
  command->add_option("--messages", common.messages, help("help_messages"))
      ->check(CLI::IsMember({"fr", "en"}));
  command->set_help_flag("-h,--help", help("help_help"));
  command->add_option("folder", arguments->folder, help("help_new_folder"))
      ->required()
      ->type_name("DIR");
  command->add_option("--as", arguments->as, help("help_as"))
      ->check(CLI::IsMember({"csv", "xlsx", "ods"}))
      ->capture_default_str();
  command->add_option("--lang", arguments->languages, help("help_new_lang"))
      ->type_name("fr,en")
      ->capture_default_str();
  return {command, [arguments, &common] { return run_new_plan(*arguments, common); }};
}

}  // namespace rapporteur::cli
