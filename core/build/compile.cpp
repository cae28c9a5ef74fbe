#include "build/compile.hpp"

#include "build/annotate.hpp"
#include "build/layout.hpp"
#include "build/limits.hpp"
#include "build/trace.hpp"
#include "build/unwritable.hpp"

namespace rapporteur::build {

namespace fs = std::filesystem;

namespace {

/// Puts finished documents in their place. When one cannot be moved the target has failed.
std::vector<Document> publish(const std::vector<Document>& made, const fs::path& out,
                              Diagnostics& diagnostics) {
  // What can be known to fail is asked first: a rename inside one file system then holds for all.
  for (const Document& document : made) {
    std::error_code error;
    const fs::path final_path = out / document.path.filename();
    if (fs::is_directory(final_path, error)) {
      diagnostics.add(unwritable(final_path, std::make_error_code(std::errc::is_a_directory)));
      return {};
    }
  }
  std::vector<Document> documents;
  for (const Document& document : made) {
    const fs::path final_path = out / document.path.filename();
    std::error_code error;
    fs::rename(document.path, final_path, error);
    if (error) {
      diagnostics.add(unwritable(final_path, error));
      return {};
    }
    documents.push_back({final_path, document.pages});
  }
  return documents;
}

}  // namespace

std::vector<Document> compile(const Target& target, const Request& request,
                              const fs::path& workshop, office::Pool& pool,
                              Diagnostics& diagnostics) {
  const auto laid = lay_out(
      target, {.stem = workshop / target.name, .kinds = request.kinds, .stamp = request.stamp},
      pool, diagnostics);
  if (!laid) {
    return {};
  }
  check_limits(*target.format, laid->marks, target.name, laid->outcome, diagnostics);
  std::vector<Document> made;
  for (const fs::path& file : laid->files) {
    made.push_back({file, laid->outcome.pages});
  }
  if (request.trace) {
    const auto file =
        write_trace(target, request.stamp, workshop, laid->outcome.pages, pool, diagnostics);
    if (!file) {
      return {};
    }
    made.push_back({*file, laid->outcome.pages});
  }
  if (request.annotate) {
    const auto copies = annotate(target, request, workshop, pool, diagnostics);
    if (copies.empty()) {
      return {};
    }
    made.insert(made.end(), copies.begin(), copies.end());
  }
  return publish(made, request.out, diagnostics);
}

}  // namespace rapporteur::build
