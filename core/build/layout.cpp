#include "build/layout.hpp"

#include <algorithm>

#include "base/files.hpp"
#include "build/limits.hpp"
#include "build/unwritable.hpp"
#include "office/fonts.hpp"

namespace rapporteur::build {

namespace fs = std::filesystem;

namespace {

/// Same input, same tokens: the nonce only has to be unlike the data, which cannot hold the
/// private-use characters that frame a token.
std::string nonce_of(const std::string& name) {
  return sha256(name).substr(0, 8);
}

office::Job make_job(const Target& target, template_::Expansion& expansion,
                     const LayoutWish& wish) {
  const auto path = [&](const std::string& kind) {
    const bool wanted = std::ranges::find(wish.kinds, kind) != wish.kinds.end();
    return wanted ? wish.stem.string() + "." + kind : std::string();
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
          .epoch = wish.stamp.epoch,
          .sections = sections_to_measure(target.limits, expansion.marks),
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

std::vector<fs::path> files_of(const office::Job& job) {
  std::vector<fs::path> files;
  for (const std::string* const path : {&job.odt_path, &job.docx_path, &job.pdf_path}) {
    if (!path->empty()) {
      files.emplace_back(*path);
    }
  }
  return files;
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

Result<template_::Expansion> expand(const Target& target, const LayoutWish& wish,
                                    Diagnostics& diagnostics) {
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
       .limits = limit_names(target.format->limits),
       .figure_marks = wish.figure_marks,
       .comment = wish.comment},
      diagnostics);
}

Result<Draft> draft(const Target& target, const LayoutWish& wish, Diagnostics& diagnostics) {
  auto expansion = expand(target, wish, diagnostics);
  if (!expansion || !has_symbols(target, expansion->fills, diagnostics)) {
    return std::nullopt;
  }
  office::Job job = make_job(target, *expansion, wish);
  return Draft{std::move(*expansion), std::move(job)};
}

Result<LaidOut> lay_out(Draft draft, office::Stamp stamp, office::Pool& pool,
                        Diagnostics& diagnostics) {
  const auto& [expansion, job] = draft;
  const TemporaryDirectory input;
  const fs::path package =
      input.path() / (expansion.markup == template_::Markup::odf ? "in.odt" : "in.docx");
  if (!write_file(package, expansion.package)) {
    diagnostics.add(unwritable(package, {errno, std::generic_category()}));
    return std::nullopt;
  }
  draft.job.package_path = package.string();
  auto outcome = pool.run(job, diagnostics);
  if (outcome && !(outcome->left_tokens.empty() && outcome->lost_fills.empty())) {
    diagnostics.add({.id = "fill-lost",
                     .args = {{"document", job.name},
                              {"count", static_cast<std::int64_t>(outcome->left_tokens.size() +
                                                                  outcome->lost_fills.size())}}});
    return std::nullopt;
  }
  if (!outcome || !normalise(job, stamp, diagnostics)) {
    return std::nullopt;
  }
  return LaidOut{std::move(*outcome), std::move(draft.expansion.marks),
                 std::move(draft.expansion.figures), files_of(job)};
}

Result<LaidOut> lay_out(const Target& target, const LayoutWish& wish, office::Pool& pool,
                        Diagnostics& diagnostics) {
  auto drafted = draft(target, wish, diagnostics);
  return drafted ? lay_out(std::move(*drafted), wish.stamp, pool, diagnostics) : std::nullopt;
}

}  // namespace rapporteur::build
