#include "build/compile.hpp"

#include <algorithm>

#include "base/files.hpp"
#include "build/limits.hpp"
#include "office/fonts.hpp"

namespace rapporteur::build {

namespace fs = std::filesystem;

namespace {

/// Same input, same tokens: the nonce only has to be unlike the data, which cannot hold the
/// private-use characters that frame a token.
std::string nonce_of(const std::string& name) {
  return sha256(name).substr(0, 8);
}

office::Job make_job(const Target& target, template_::Expansion& expansion, const Request& request,
                     const fs::path& workshop) {
  const auto path = [&](const std::string& kind) {
    const bool wanted = std::ranges::find(request.kinds, kind) != request.kinds.end();
    return wanted ? (workshop / (target.name + "." + kind)).string() : std::string();
  };
  return {.name = target.name,
          .package_path = {},
          .fills = std::move(expansion.fills),
          .token_pattern = "\uE000" + nonce_of(target.name) + "\\.[0-9]+\uE001",
          .title = target.title,
          .author = target.author,
          .subject = std::string(target.format->name.in(target.language).text),
          .language = target.language,
          .country = target.language == "fr" ? "FR" : "GB",
          .epoch = request.stamp.epoch,
          .sections = sections_to_measure(*target.format, expansion.marks),
          .odt_path = path("odt"),
          .docx_path = path("docx"),
          .pdf_path = path("pdf")};
}

/// Task marks and ticks need a font that the format does not declare.
bool has_symbols(const Target& target, const std::vector<Fill>& fills, Diagnostics& diagnostics) {
  const std::string font = symbol_font;
  const bool is_fine = !uses_symbols(fills) || office::missing_fonts({&font, 1}).empty();
  if (!is_fine) {
    diagnostics.add(
        {.id = "symbol-font-missing", .args = {{"font", font}, {"document", target.name}}});
  }
  return is_fine;
}

bool normalise(const office::Job& job, office::Stamp stamp, Diagnostics& diagnostics) {
  return (job.odt_path.empty() || office::normalise_odt(job.odt_path, stamp, diagnostics)) &&
         (job.docx_path.empty() || office::normalise_docx(job.docx_path, stamp, diagnostics)) &&
         (job.pdf_path.empty() || office::normalise_pdf(job.pdf_path, stamp, diagnostics));
}

/// Puts finished documents in their place. When one cannot be moved the target has failed.
std::vector<Document> publish(const office::Job& job, const fs::path& out, int pages,
                              Diagnostics& diagnostics) {
  // What can be known to fail is asked first: a rename inside one file system then holds for all.
  for (const std::string& made : {job.odt_path, job.docx_path, job.pdf_path}) {
    std::error_code error;
    const fs::path final_path = out / fs::path(made).filename();
    if (!made.empty() && fs::is_directory(final_path, error)) {
      diagnostics.add(unwritable(final_path, std::make_error_code(std::errc::is_a_directory)));
      return {};
    }
  }
  std::vector<Document> documents;
  for (const std::string& made : {job.odt_path, job.docx_path, job.pdf_path}) {
    if (made.empty()) {
      continue;
    }
    const fs::path final_path = out / fs::path(made).filename();
    std::error_code error;
    fs::rename(made, final_path, error);
    if (error) {
      diagnostics.add(unwritable(final_path, error));
      return {};
    }
    documents.push_back({final_path, pages});
  }
  return documents;
}

}  // namespace

std::vector<std::string> limit_names(const plugin::Declaration& format) {
  std::vector<std::string> names;
  for (const auto& [name, limit] : format.limits) {
    if (name != plugin::whole_document) {
      names.push_back(name);
    }
  }
  return names;
}

Diagnostic unwritable(const fs::path& place, std::error_code error) {
  std::string reason = "other";
  if (error == std::errc::permission_denied || error == std::errc::read_only_file_system ||
      error == std::errc::operation_not_permitted) {
    reason = "denied";
  } else if (error == std::errc::no_space_on_device) {
    reason = "full";
  } else if (error == std::errc::not_a_directory || error == std::errc::file_exists) {
    reason = "file";
  }
  return {.id = "output-unwritable",
          .origin = {.file = place.string()},
          .args = {{"reason", reason}, {"detail", error.message()}}};
}

Result<template_::Expansion> expand(const Target& target, Diagnostics& diagnostics) {
  const std::string nonce = nonce_of(target.name);
  return target.drawn->expand(
      {.view = target.view,
       .terms = target.terms,
       .formats = target.format->formats,
       .language = target.language,
       .nonce = nonce,
       .find_picture =
           [&](const view::Image& image, const Origin& place, Diagnostics& found) {
             return target.pictures->find(image, place, found);
           },
       .limits = limit_names(*target.format)},
      diagnostics);
}

std::vector<Document> compile(const Target& target, const Request& request,
                              const fs::path& workshop, office::Pool& pool,
                              Diagnostics& diagnostics) {
  auto expansion = expand(target, diagnostics);
  if (!expansion) {
    return {};
  }
  if (!has_symbols(target, expansion->fills, diagnostics)) {
    return {};
  }
  const TemporaryDirectory input;
  const fs::path package =
      input.path() / (expansion->markup == template_::Markup::odf ? "in.odt" : "in.docx");
  if (!write_file(package, expansion->package)) {
    diagnostics.add(unwritable(package, {errno, std::generic_category()}));
    return {};
  }
  office::Job job = make_job(target, *expansion, request, workshop);
  job.package_path = package.string();
  const auto outcome = pool.run(job, diagnostics);
  if (outcome && !(outcome->left_tokens.empty() && outcome->lost_fills.empty())) {
    diagnostics.add({.id = "fill-lost",
                     .args = {{"document", target.name},
                              {"count", static_cast<std::int64_t>(outcome->left_tokens.size() +
                                                                  outcome->lost_fills.size())}}});
    return {};
  }
  if (!outcome || !normalise(job, request.stamp, diagnostics)) {
    return {};
  }
  check_limits(*target.format, expansion->marks, target.name, *outcome, diagnostics);
  return publish(job, request.out, outcome->pages, diagnostics);
}

}  // namespace rapporteur::build
