// rapporteur doctor: can a build work on this machine?
#include <Poco/Version.h>
#include <lua.h>
#include <unicode/uvernum.h>

#include <algorithm>
#include <iostream>
#include <set>

#include "base/messages.hpp"
#include "cli/command.hpp"
#include "office/doctor.hpp"

namespace rapporteur::cli {

namespace {

/// Fonts that any of the formats declares.
std::vector<std::string> declared_fonts(const Common& common, Diagnostics& diagnostics) {
  std::set<std::string> fonts;
  for (const auto& format : plugin::list_formats(search_of(common), diagnostics)) {
    fonts.insert(format.fonts.begin(), format.fonts.end());
  }
  return {fonts.begin(), fonts.end()};
}

void print_check(const office::Check& check, const std::string& language) {
  static constexpr const char* states[] = {"doctor_ok", "doctor_warning", "doctor_problem"};
  const auto state = ui_text(states[static_cast<int>(check.state)], {}, language);
  const std::string name = ui_text("doctor-" + check.name, {}, language);
  std::cout << state << "  "
            << (check.detail.empty()
                    ? name
                    : ui_text("doctor_line", {{"name", name}, {"x", check.detail}}, language))
            << "\n";
  if (check.state != office::CheckState::ok) {
    std::cout << "      -> " << ui_text("doctor-" + check.name + "-remedy", {}, language) << "\n";
  }
}

/// What the figures, words and views of a document depend on beside the office.
std::string versions() {
  return "rapporteur " RAPPORTEUR_VERSION ", ICU " U_ICU_VERSION ", " LUA_RELEASE ", Poco " +
         std::to_string(POCO_VERSION >> 24) + "." + std::to_string((POCO_VERSION >> 16) & 0xff);
}

/// Where the formats that come along are, and whether there are any.
office::Check check_formats() {
  const auto root = product_root();
  return {"formats", root.empty() ? office::CheckState::problem : office::CheckState::ok,
          root.string()};
}

int run_doctor(const Common& common) {
  Diagnostics diagnostics;
  auto checks = office::examine(office::default_options(), declared_fonts(common, diagnostics));
  checks.insert(checks.begin(), {.name = "versions", .detail = versions()});
  checks.push_back(check_formats());
  for (const office::Check& check : checks) {
    print_check(check, common.messages);
  }
  print(diagnostics, common, std::cerr);
  const bool works = std::ranges::none_of(
      checks, [](const auto& check) { return check.state == office::CheckState::problem; });
  std::cout << ui_text(works ? "doctor_works" : "doctor_fails", {}, common.messages) << "\n";
  return works ? exit_code_for_faults(diagnostics) : 4;
}

}  // namespace

Command add_doctor(CLI::App& app, Common& common) {
  CLI::App* command = app.add_subcommand("doctor", ui_text("help_doctor", {}, common.messages));
  add_common(*command, common);
  return {command, [&common] { return run_doctor(common); }};
}

}  // namespace rapporteur::cli
