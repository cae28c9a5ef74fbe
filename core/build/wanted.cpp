#include "build/wanted.hpp"

#include <algorithm>

namespace rapporteur::build {

std::vector<std::string> wanted_formats(const Plan& plan, const Request& request,
                                        Diagnostics& diagnostics) {
  if (!request.formats.empty()) {
    return request.formats;
  }
  std::vector<std::string> ids;
  for (const auto& [id, options] : plan.formats) {
    ids.push_back(id);
  }
  if (ids.empty()) {
    diagnostics.add({.id = "format-not-chosen", .origin = plan.origin});
  }
  return ids;
}

std::vector<std::string> wanted_languages(const Plan& plan, const plugin::Declaration& format,
                                          const Request& request, Diagnostics& diagnostics) {
  std::vector<std::string> languages;
  for (const std::string& language :
       request.languages.empty() ? plan.languages : request.languages) {
    if (std::ranges::find(format.languages, language) != format.languages.end()) {
      languages.push_back(language);
    } else {
      std::string offered;
      for (const std::string& one : format.languages) {
        offered += (offered.empty() ? "" : ", ") + one;
      }
      diagnostics.add(
          {.id = "language-unknown",
           .args = {{"language", language}, {"format", format.id}, {"languages", offered}}});
    }
  }
  return languages;
}

bool is_asked_for(const std::string& format_of_plan, const Request& request) {
  return !request.only || std::ranges::any_of(*request.only, [&](const std::string& name) {
    return name == format_of_plan || name.starts_with(format_of_plan + ".");
  });
}

}  // namespace rapporteur::build
