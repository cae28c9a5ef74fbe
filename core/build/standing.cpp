#include "build/standing.hpp"

#include <algorithm>

#include "base/files.hpp"
#include "build/annotate.hpp"
#include "build/told.hpp"

namespace rapporteur::build {

namespace fs = std::filesystem;

namespace {

void add(std::string& text, std::string_view part) {
  text += std::to_string(part.size()) + ':';
  text += part;
}

template <class Parts>
void add_all(std::string& text, const Parts& parts) {
  add(text, std::to_string(parts.size()));
  for (const auto& part : parts) {
    add(text, std::string(part));
  }
}

std::vector<std::string> names_of(const std::vector<fs::path>& paths) {
  std::vector<std::string> names;
  std::ranges::transform(paths, std::back_inserter(names),
                         [](const fs::path& path) { return path.string(); });
  return names;
}

/// The report of one target; nothing, with `why`, when it must be made again.
std::optional<TargetReport> stands(const PlanTarget& target, const Request& request,
                                   const Ledger& ledger, Why& why) {
  const auto record = ledger.target(target.name);
  const Edition* const edition = record ? find_edition(*record, target.key) : nullptr;
  const auto told = edition != nullptr ? decode_told(edition->told) : std::nullopt;
  if (!told) {
    why = {"first", {}};
    return std::nullopt;
  }
  TargetReport report{.name = target.name,
                      .format = target.format,
                      .language = target.language,
                      .state = State::current,
                      .found = target.found,
                      .seconds = target.seconds};
  for (const std::string& name : output_names(target.name, request)) {
    const std::string path = (request.out / name).string();
    const OutputState state = ledger.state(name, &*record);
    if (state == OutputState::missing || (state != OutputState::same && request.force)) {
      why = {"output", path};
      return std::nullopt;
    }
    if (state != OutputState::same) {
      report.state = State::failed;
      report.why = {"edited", path};
      report.found.add(in_the_way(path, state));
    } else if (!ledger.stands(*edition, *record, {name})) {
      why = {"asked", {}};  // it is of another edition
      return std::nullopt;
    }
  }
  if (report.state == State::current) {
    report.documents = documents_of(target.name, request, told->outcome.pages);
  }
  return report;
}

}  // namespace

std::vector<std::string> output_names(const std::string& target, const Request& request) {
  std::vector<std::string> names;
  const auto add_kinds = [&](const std::vector<std::string>& kinds, const std::string& stem) {
    for (const char* const kind : {"odt", "docx", "pdf"}) {
      if (std::ranges::find(kinds, kind) != kinds.end()) {
        names.push_back(stem + "." + kind);
      }
    }
  };
  add_kinds(request.kinds, target);
  if (request.trace) {
    names.push_back(target + ".trace.json");
  }
  if (request.annotate) {
    add_kinds(annotated_kinds(request), target + ".annotated");
  }
  return names;
}

std::string plan_digest(const fs::path& plan) {
  return sha256(plan.string());
}

std::string wish_digest(const Request& request) {
  std::string text;
  add(text, request.load.period);
  add_all(text, request.formats);
  add_all(text, request.languages);
  add_all(text, request.kinds);
  add(text, request.template_kind);
  add(text, request.trace ? "trace" : "");
  add(text, request.annotate ? "annotate" : "");
  add(text, request.only ? "only" : "");
  add_all(text, request.only.value_or(std::set<std::string>{}));
  add_all(text, names_of(request.search.plugin_roots));
  add_all(text, names_of(request.search.template_roots));
  add(text, std::to_string(request.stamp.epoch));
  return sha256(text);
}

std::vector<Document> documents_of(const std::string& target, const Request& request, int pages) {
  std::vector<Document> documents;
  for (const std::string& name : output_names(target, request)) {
    const fs::path path = request.out / name;
    std::error_code error;
    const auto bytes = fs::file_size(path, error);
    documents.push_back({path, pages, error ? 0 : bytes});
  }
  return documents;
}

Diagnostic in_the_way(const fs::path& file, OutputState state) {
  return {.id = state == OutputState::foreign ? "output-foreign" : "output-edited",
          .origin = {.file = file.string()},
          .args = {{"document", file.filename().string()}, {"path", file.string()}}};
}

Standing standing(const fs::path& plan, const Request& request, const Ledger& ledger,
                  const Fingerprint& fingerprint, Digests& digests) {
  const auto record = ledger.plan(plan_digest(plan), wish_digest(request));
  if (!record) {
    return {std::nullopt, {ledger.knows(plan_digest(plan)) ? "asked" : "first", {}}};
  }
  if (const std::string other = first_difference(fingerprint, record->fingerprint);
      !other.empty()) {
    return {std::nullopt, {other, {}}};
  }
  if (const auto changed = first_change(record->reads, digests)) {
    return {std::nullopt, {"read", *changed}};
  }
  Standing standing{PlanReport{plan, record->name, record->found, {}}, {}};
  for (const PlanTarget& target : record->targets) {
    auto report = stands(target, request, ledger, standing.why);
    if (!report) {
      return {std::nullopt, standing.why};
    }
    standing.report->targets.push_back(std::move(*report));
  }
  return standing;
}

}  // namespace rapporteur::build
