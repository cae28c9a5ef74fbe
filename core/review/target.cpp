#include "review/target.hpp"

#include <algorithm>
#include <cctype>

#include "base/files.hpp"
#include "base/text.hpp"

namespace rapporteur::review {

namespace fs = std::filesystem;

std::optional<BuiltName> built_name(const std::string& file_name) {
  const std::vector<std::string> parts = split(file_name, '.');
  if (parts.size() < 4) {
    return std::nullopt;
  }
  // plan.format.language.extension; a plan's own name may have dots too, a format's has none.
  for (std::size_t i = parts.size() - 1; i >= 2; --i) {
    std::string language = parts[i];
    const auto end = std::ranges::find_if_not(
        language, [](unsigned char sign) { return std::islower(sign) != 0; });
    language.erase(end, language.end());
    if (i + 1 == parts.size() || language.size() != 2 || parts[i - 1].empty()) {
      continue;
    }
    std::string plan;
    for (std::size_t part = 0; part + 1 < i; ++part) {
      plan += (part == 0 ? "" : ".") + parts[part];
    }
    return BuiltName{plan, parts[i - 1], language};
  }
  return std::nullopt;
}

std::optional<fs::path> find_plan(const Request& request, const std::optional<BuiltName>& name,
                                  Diagnostics& diagnostics) {
  if (!request.plan.empty()) {
    return request.plan;
  }
  std::error_code error;
  if (name) {
    const fs::path beside = fs::absolute(request.document, error).parent_path();
    const fs::path here = fs::current_path(error);
    for (const fs::path& folder : {here, beside, beside.parent_path()}) {
      const fs::path plan = folder / name->plan;
      if (fs::exists(plan / "plan.yaml", error)) {
        return fs::path(shown(plan));
      }
      if (folder.filename() == name->plan && fs::exists(folder / "plan.yaml", error)) {
        return fs::path(shown(folder));
      }
    }
  }
  diagnostics.add({.id = "review-plan-not-found",
                   .origin = {.file = shown(request.document)},
                   .args = {{"plan", name ? name->plan : std::string("none")}}});
  return std::nullopt;
}

std::optional<Choice> choose(const Request& request, const std::optional<BuiltName>& name,
                             const Document& document, const Plan& plan,
                             const build::Formats& formats, Diagnostics& diagnostics) {
  Choice choice{request.format, request.language};
  const auto is_format = [&](const std::string& id) {
    return std::ranges::find(formats.all(), id, &plugin::Declaration::id) != formats.all().end();
  };
  if (name && is_format(name->format)) {
    choice.format = choice.format.empty() ? name->format : choice.format;
    choice.language = choice.language.empty() ? name->language : choice.language;
  }
  for (const plugin::Declaration& format : formats.all()) {
    for (const std::string& language : format.languages) {
      const bool fits = (choice.format.empty() || choice.format == format.id) &&
                        (choice.language.empty() || choice.language == language);
      if (fits && (choice.format.empty() || choice.language.empty()) && !document.subject.empty() &&
          document.subject == format.name.in(language).text &&
          document.title == plan.title.in(language).text) {
        choice = {format.id, language};
      }
    }
  }
  if (choice.format.empty() || choice.language.empty()) {
    diagnostics.add({.id = "review-not-ours", .origin = {.file = shown(request.document)}});
    return std::nullopt;
  }
  return choice;
}

}  // namespace rapporteur::review
