// rapporteur new format DIR [--from FORM]: a format to start from, or a donor's form taken over.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <iostream>
#include <memory>

#include "base/files.hpp"
#include "base/messages.hpp"
#include "base/report.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/new_folder.hpp"
#include "plugin/declaration.hpp"
#include "takeover/takeover.hpp"

namespace rapporteur::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t largest_form = std::size_t{64} << 20;

struct FormatArguments {
  std::string folder;
  std::string from;
  std::string languages = "fr,en";
};

/// Small letters, digits and hyphens, as the declaration of a format asks for.
std::string format_id(const std::string& name) {
  std::string id;
  for (const char c : folded(name)) {
    id += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '-';
  }
  while (!id.empty() && (std::isalpha(static_cast<unsigned char>(id.front())) == 0)) {
    id.erase(0, 1);
  }
  return id.empty() || id == "common" ? "my-format" : id;
}

bool are_known(const std::vector<std::string>& languages, Diagnostics& diagnostics) {
  const bool are_fine = are_starter_languages(languages);
  if (!are_fine) {
    diagnostics.add({.id = "new-format-language"});
  }
  return are_fine;
}

bool is_named(const std::string& name, Diagnostics& diagnostics) {
  const std::string id = format_id(name);
  if (id != name) {
    diagnostics.add({.id = "new-format-id", .args = {{"name", name}, {"suggestion", id}}});
  }
  return id == name;
}

std::optional<std::string> read_form(const FormatArguments& arguments, const std::string& language,
                                     Diagnostics& diagnostics) {
  if (arguments.from.empty()) {
    return takeover::blank_form(language);
  }
  std::optional<std::string> bytes = read_file(arguments.from, largest_form);
  if (!bytes) {
    diagnostics.add({.id = "takeover-unreadable", .args = {{"form", arguments.from}}});
  }
  return bytes;
}

using takeover::Bound;
using takeover::BoundTo;

/// One place: "table 1, row 2, column 2: Country -> {{country}}".
std::string line_of(const Bound& bound, const std::string& language) {
  std::string place = place_text(bound.place, language);
  place.erase(0, place.starts_with(", ") ? 2 : 0);
  const std::string label = shortened(bound.label, 60);
  const std::string what = bound.to == BoundTo::left
                               ? ui_text("takeover_left_" + bound.tag, {}, language)
                               : (label.empty() ? "" : label + " → ") + bound.tag;
  return "    " + ui_text("takeover_line", {{"place", place}, {"what", what}}, language);
}

/// Everything that was found, by what it is bound to; nothing empty is passed over in silence.
void print_summary(const std::vector<Bound>& bound, const std::string& language) {
  std::cout << ui_text("takeover_title", {}, language) << "\n";
  struct Group {
    BoundTo to;
    const char* key;
  };
  for (const Group group :
       {Group{BoundTo::plan, "takeover_plan"}, Group{BoundTo::text, "takeover_text"},
        Group{BoundTo::option, "takeover_option"}, Group{BoundTo::left, "takeover_left"}}) {
    const auto count = std::count_if(bound.begin(), bound.end(),
                                     [&](const Bound& one) { return one.to == group.to; });
    if (count == 0) {
      continue;
    }
    std::cout << "  " << ui_text(group.key, {{"x", std::int64_t{count}}}, language) << "\n";
    for (const Bound& one : bound) {
      if (one.to == group.to) {
        std::cout << line_of(one, language) << "\n";
      }
    }
  }
  const auto cells =
      std::count_if(bound.begin(), bound.end(), [](const Bound& one) { return one.is_cell; });
  const auto left = std::count_if(bound.begin(), bound.end(), [](const Bound& one) {
    return one.is_cell && one.to == BoundTo::left;
  });
  std::cout << ui_text("takeover_cells",
                       {{"bound", std::int64_t{cells - left}}, {"all", std::int64_t{cells}}},
                       language)
            << "\n";
}

int run_new_format(const FormatArguments& arguments, const Common& common) {
  Diagnostics diagnostics;
  const fs::path folder = arguments.folder;
  takeover::Wishes wishes;
  wishes.id = last_part(folder);
  wishes.languages = comma_list(arguments.languages);
  wishes.api = static_cast<int>(plugin::api_version);
  bool is_done = are_known(wishes.languages, diagnostics);
  is_done = is_named(wishes.id, diagnostics) && is_done;
  is_done = is_free(folder, diagnostics) && is_done;
  std::optional<std::string> bytes =
      is_done ? read_form(arguments, wishes.languages.front(), diagnostics) : std::nullopt;
  is_done = bytes.has_value();
  if (is_done) {
    const std::string name = arguments.from.empty() ? "template.docx" : arguments.from;
    const Result<takeover::Takeover> made =
        takeover::take_over(name, *std::move(bytes), wishes, diagnostics);
    std::vector<std::pair<std::string, std::string>> files;
    for (const takeover::File& file : made ? made->files : std::vector<takeover::File>()) {
      files.emplace_back(file.path, file.bytes);
    }
    is_done = made && write_into(folder, files, diagnostics);
    if (is_done) {
      print_summary(made->bound, common.messages);
    }
  }
  print(diagnostics, common, std::cerr);
  if (is_done) {
    std::cout << ui_text("new_format_done", {{"x", arguments.folder}}, common.messages) << "\n";
  }
  return exit_code_for_faults(diagnostics);
}

}  // namespace

Command add_new_format(CLI::App& app, Common& common) {
  const auto help = [&](const char* key) { return ui_text(key, {}, common.messages); };
  auto arguments = std::make_shared<FormatArguments>();
  CLI::App* command = app.get_subcommand("new")->add_subcommand("format", help("help_new_format"));
  command->add_option("--messages", common.messages, help("help_messages"))
      ->check(CLI::IsMember({"fr", "en"}));
  command->set_help_flag("-h,--help", help("help_help"));
  command->add_option("folder", arguments->folder, help("help_new_format_folder"))
      ->required()
      ->type_name("DIR");
  command->add_option("--lang", arguments->languages, help("help_new_format_lang"))
      ->type_name("fr,en")
      ->capture_default_str();
  command->add_option("--from", arguments->from, help("help_new_format_from"))
      ->type_name("FILE.docx|odt");
  return {command, [arguments, &common] { return run_new_format(*arguments, common); }};
}

}  // namespace rapporteur::cli
