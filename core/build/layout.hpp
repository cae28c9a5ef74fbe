// One target expanded and laid out by an office, stored as files in a private folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "build/target.hpp"
#include "office/normalise.hpp"
#include "office/pool.hpp"

namespace rapporteur::build {

struct LayoutWish {
  std::filesystem::path stem;      ///< the files are <stem>.odt, <stem>.docx, <stem>.pdf
  std::vector<std::string> kinds;  ///< of "odt", "docx", "pdf"
  office::Stamp stamp;
  template_::FigureMarks figure_marks = template_::FigureMarks::none;
  template_::FigureComment comment = nullptr;
};

struct LaidOut {
  office::Outcome outcome;
  std::vector<template_::LimitMark> marks;
  std::vector<template_::PrintedFigure> figures;
  std::vector<std::filesystem::path> files;  ///< stored and normalised: ODT, DOCX, PDF
};

/// The document that an office would open: the drawn template with the view in it. Faults:
/// template-*.
[[nodiscard]] Result<template_::Expansion> expand(const Target& target, const LayoutWish& wish,
                                                  Diagnostics& diagnostics);

/// The names that a {{limit NAME}} of the format's templates may have.
[[nodiscard]] std::vector<std::string> limit_names(const plugin::Declaration& format);

/// What an office is to do for a target. `job` names no package yet.
struct Draft {
  template_::Expansion expansion;
  office::Job job;
};
/// Nothing when it cannot be made, with at least one fault.
[[nodiscard]] Result<Draft> draft(const Target& target, const LayoutWish& wish,
                                  Diagnostics& diagnostics);
/// Nothing when it failed, with at least one fault.
[[nodiscard]] Result<LaidOut> lay_out(Draft draft, office::Stamp stamp, office::Pool& pool,
                                      Diagnostics& diagnostics);
/// Both.
[[nodiscard]] Result<LaidOut> lay_out(const Target& target, const LayoutWish& wish,
                                      office::Pool& pool, Diagnostics& diagnostics);

}  // namespace rapporteur::build
