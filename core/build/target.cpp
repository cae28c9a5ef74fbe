#include "build/target.hpp"

#include <algorithm>
#include <set>

#include "base/files.hpp"
#include "base/stopwatch.hpp"
#include "base/text.hpp"
#include "check/check.hpp"
#include "load/load.hpp"
#include "office/fonts.hpp"
#include "plugin/terms.hpp"

namespace rapporteur::build {

namespace {

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

bool has_fonts(const plugin::Declaration& format, Diagnostics& diagnostics) {
  const auto missing = office::missing_fonts(format.fonts);
  for (const std::string& font : missing) {
    diagnostics.add({.id = "font-missing", .args = {{"font", font}, {"format", format.id}}});
  }
  return missing.empty();
}

bool has_tables(const plugin::Declaration& format, const Plan& plan, Diagnostics& diagnostics) {
  bool complete = true;
  for (const std::string& table : format.tables) {
    if (!plan.tables.contains(table)) {
      diagnostics.add({.id = "format-needs-table",
                       .origin = plan.origin,
                       .args = {{"table", table}, {"format", format.id}}});
      complete = false;
    }
  }
  return complete;
}

}  // namespace

Result<Target> prepare_target(const Plan& plan, const plugin::Declaration& format,
                              const std::string& language,
                              std::shared_ptr<const template_::Template> drawn,
                              const ViewWish& wish, Diagnostics& diagnostics) {
  auto context = plugin::make_context(format, plan, language, diagnostics);
  auto terms = plugin::load_terms(format, language, diagnostics);
  if (!context || !terms) {
    return std::nullopt;
  }
  context->traced = wish.traced;
  auto view = plugin::run_view(format, plan, *context, *terms, wish.limits, diagnostics);
  if (!view) {
    return std::nullopt;
  }
  return Target{.name = plan.name + "." + format.id + "." + language,
                .language = language,
                .plan_folder = plan.folder,
                .title = std::string(plan.title.in(language).text),
                .author = std::string(plan.issuer.in(language).text),
                .format = &format,
                .limits = plugin::limits_under(format, *context),
                .drawn = std::move(drawn),
                .terms = std::move(*terms),
                .view = std::move(*view),
                .pictures = std::make_shared<PlanPictures>(plan)};
}

namespace {

/// What was said of a format and of those that it extends; true when there is one of this name.
bool tell(const std::vector<plugin::Found>& all, std::string id, Diagnostics& diagnostics) {
  bool is_there = false;
  std::set<std::string> told{""};
  while (told.insert(id).second) {
    std::string base;
    for (const plugin::Found& found : all) {
      if (found.id == id) {
        diagnostics.append(found.diagnostics);
        base = found.extends.empty() ? base : found.extends;
        is_there = is_there || told.size() == 2;
      }
    }
    id = base;
  }
  return is_there;
}

}  // namespace

Formats::Formats(const plugin::Search& search, Diagnostics& diagnostics,
                 std::shared_ptr<Templates> templates)
    : templates_(std::move(templates)) {
  found_ = plugin::find_formats(search);
  for (plugin::Found& found : found_) {
    if (found.declaration) {
      declarations_.push_back(*std::move(found.declaration));
      found.declaration.reset();
    }
    if (found.id.empty()) {
      diagnostics.append(found.diagnostics);
    }
  }
}

const plugin::Declaration* Formats::find(const std::string& id, const Origin& asked_at,
                                         Diagnostics& diagnostics) const {
  const bool is_there = tell(found_, id, diagnostics);
  const auto found = std::ranges::find(declarations_, id, &plugin::Declaration::id);
  if (found != declarations_.end()) {
    return &*found;
  }
  if (is_there) {
    return nullptr;
  }
  std::vector<std::string> ids;
  std::string list;
  for (const auto& declaration : declarations_) {
    ids.push_back(declaration.id);
    list += (list.empty() ? "" : ", ") + declaration.id;
  }
  diagnostics.add({.id = "format-unknown",
                   .origin = asked_at,
                   .args = {{"format", id}, {"formats", list}},
                   .suggestion = nearest(id, ids)});
  return nullptr;
}

std::shared_ptr<const template_::Template> Formats::drawn(const plugin::Declaration& format,
                                                          const std::string& kind,
                                                          Diagnostics& diagnostics) {
  auto chosen = kind.empty() ? format.templates.find("odt") : format.templates.find(kind);
  if (chosen == format.templates.end() && kind.empty()) {
    chosen = format.templates.begin();
  }
  if (chosen == format.templates.end()) {
    diagnostics.add(
        {.id = "template-kind-missing", .args = {{"kind", kind}, {"format", format.id}}});
    return nullptr;
  }
  const std::filesystem::path file = chosen->second;
  if (const auto known = opened_.find(file); known != opened_.end()) {
    return known->second;
  }
  auto& slot = opened_[file];
  const std::string name = shown(file);
  auto bytes = read_file(file);
  if (!bytes) {
    diagnostics.add(
        {.id = "template-unreadable", .origin = {.file = name}, .args = {{"format", format.id}}});
    return nullptr;
  }
  slot = templates_->open(name, std::move(*bytes), diagnostics);
  return slot;
}

std::vector<Attempt> attempt_all(const Plan& plan, const Request& request, Formats& formats,
                                 Diagnostics& diagnostics) {
  std::vector<Attempt> attempts;
  for (const std::string& id : wanted_formats(plan, request, diagnostics)) {
    const Origin asked_at = request.formats.empty() ? plan.origin : Origin{};
    const auto* format = formats.find(id, asked_at, diagnostics);
    if (format == nullptr) {
      attempts.push_back({.name = plan.name + "." + id, .format = id});
      continue;
    }
    auto drawn = formats.drawn(*format, request.template_kind, diagnostics);
    const bool fonts = has_fonts(*format, diagnostics);
    const bool tables = has_tables(*format, plan, diagnostics);
    for (const std::string& language : wanted_languages(plan, *format, request, diagnostics)) {
      Attempt attempt{
          .name = plan.name + "." + id + "." + language, .format = id, .language = language};
      if (request.only && !request.only->contains(attempt.name)) {
        continue;
      }
      if (drawn && fonts && tables) {
        const Stopwatch watch;
        attempt.target =
            prepare_target(plan, *format, language, drawn,
                           {.traced = request.trace || request.annotate}, attempt.found);
        attempt.seconds = watch.seconds();
      }
      attempts.push_back(std::move(attempt));
    }
  }
  return attempts;
}

std::vector<Target> prepare(const Plan& plan, const Request& request, Formats& formats,
                            std::vector<std::string>& failed, Diagnostics& diagnostics) {
  std::vector<Target> targets;
  for (Attempt& attempt : attempt_all(plan, request, formats, diagnostics)) {
    diagnostics.append(attempt.found);
    if (attempt.target) {
      targets.push_back(std::move(*attempt.target));
    } else {
      failed.push_back(attempt.name);
    }
  }
  return targets;
}

std::vector<Target> prepare(const std::filesystem::path& folder, const Request& request,
                            Formats& formats, std::vector<std::string>& failed,
                            Diagnostics& diagnostics) {
  const auto plan = load_plan(folder, diagnostics, request.load);
  if (!plan) {
    failed.push_back(folder.string());
    return {};
  }
  check_plan(*plan, diagnostics);
  return prepare(*plan, request, formats, failed, diagnostics);
}

}  // namespace rapporteur::build
