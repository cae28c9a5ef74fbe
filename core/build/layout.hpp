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

/// Nothing when it failed, with at least one fault.
[[nodiscard]] Result<LaidOut> lay_out(const Target& target, const LayoutWish& wish,
                                      office::Pool& pool, Diagnostics& diagnostics);

}  // namespace rapporteur::build
