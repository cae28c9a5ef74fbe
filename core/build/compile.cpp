#include "build/compile.hpp"

#include <algorithm>

#include "base/files.hpp"
#include "base/wire.hpp"
#include "build/annotate.hpp"
#include "build/fingerprint.hpp"
#include "build/layout.hpp"
#include "build/limits.hpp"
#include "build/publish.hpp"
#include "build/standing.hpp"
#include "build/told.hpp"
#include "build/trace.hpp"

namespace rapporteur::build {

namespace fs = std::filesystem;

namespace {

std::string key_of(const Draft& draft, const Target& target, const Desk& desk) {
  office::Job job = draft.job;
  job.package_path.clear();
  for (std::string* const path : {&job.odt_path, &job.docx_path, &job.pdf_path}) {
    if (!path->empty()) {
      *path = "wanted";
    }
  }
  const bool explains = desk.request.trace || desk.request.annotate;
  wire::Writer out;
  out.string(desk.fingerprint);
  out.string(sha256(draft.expansion.package));
  out.string(encode(job));
  out.boolean(desk.request.trace);
  out.boolean(desk.request.annotate);
  // A trace tells cells that the document does not show, and the plan's folder.
  out.string(explains ? encode(target.view) : "");
  out.string(explains ? target.plan_folder : "");
  return sha256(out.bytes());
}

/// What was told of the documents in the output folder, when they were made from the same.
std::optional<Told> standing_told(const std::string& key, const Target& target, const Desk& desk,
                                  const Ledger& ledger) {
  const auto record = ledger.target(target.name);
  const Edition* const edition = record ? find_edition(*record, key) : nullptr;
  return edition != nullptr &&
                 ledger.stands(*edition, *record, output_names(target.name, desk.request))
             ? decode_told(edition->told)
             : std::nullopt;
}

std::optional<Finished> make(Draft draft, const Target& target, const Desk& desk,
                             Diagnostics& diagnostics) {
  const Request& request = desk.request;
  Finished finished{.target = target.name};
  Diagnostics found;
  auto laid = lay_out(std::move(draft), request.stamp, desk.pool, diagnostics);
  if (!laid) {
    return std::nullopt;
  }
  finished.files = laid->files;
  if (request.trace) {
    const auto file =
        write_trace(target, request.stamp, desk.workshop, laid->outcome.pages, desk.pool, found);
    if (!file) {
      diagnostics.append(found);
      return std::nullopt;
    }
    finished.files.push_back(*file);
  }
  if (request.annotate) {
    const auto copies = annotate(target, request, desk.workshop, desk.pool, diagnostics);
    if (copies.empty()) {
      return std::nullopt;
    }
    std::ranges::transform(copies, std::back_inserter(finished.files), &Document::path);
  }
  finished.told = encode(Told{std::move(laid->outcome), std::move(found)});
  return finished;
}

}  // namespace

Compiled compile(const Target& target, const Desk& desk, Diagnostics& diagnostics) {
  const Request& request = desk.request;
  auto drafted = draft(
      target, {.stem = desk.workshop / target.name, .kinds = request.kinds, .stamp = request.stamp},
      diagnostics);
  if (!drafted) {
    return {};
  }
  Compiled compiled{.key = key_of(*drafted, target, desk)};
  const auto marks = drafted->expansion.marks;
  const auto tell = [&](const Told& told) {
    diagnostics.append(told.found);
    check_limits(target.limits, marks, target.name, told.outcome, diagnostics);
    compiled.documents = documents_of(target.name, request, told.outcome.pages);
  };
  const Ledger ledger(request.out);
  if (const auto told = standing_told(compiled.key, target, desk, ledger)) {
    compiled.state = State::current;
    tell(*told);
    return compiled;
  }
  const Store store(request.store);
  const auto stored =
      request.store.empty() ? std::nullopt : store.get(compiled.key, desk.workshop, diagnostics);
  auto finished = stored ? std::optional(Finished{
                               .target = target.name, .told = stored->told, .files = stored->files})
                         : make(std::move(*drafted), target, desk, diagnostics);
  if (!finished) {
    return compiled;
  }
  if (!stored && !request.store.empty()) {
    store.put(compiled.key, finished->told, finished->files, diagnostics);
  }
  finished->key = compiled.key;
  const auto told = decode_told(finished->told);
  if (told && publish(*finished, ledger, request.force, diagnostics)) {
    compiled.state = stored ? State::restored : State::built;
    tell(*told);
  }
  return compiled;
}

std::vector<Document> compile(const Target& target, const Request& request,
                              const fs::path& workshop, office::Pool& pool,
                              Diagnostics& diagnostics) {
  return compile(target, {request, workshop, pool, digest_of(fingerprint(request.pool))},
                 diagnostics)
      .documents;
}

}  // namespace rapporteur::build
