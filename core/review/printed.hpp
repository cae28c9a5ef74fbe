// The document as it is built from the plan today, paragraph by paragraph, with what each word
// comes from. No office takes part: the template is expanded with all values marked.
#pragma once

#include <string>
#include <vector>

#include "review/document.hpp"
#include "template/template.hpp"

namespace rapporteur::review {

/// A value in a paragraph: bytes [from, to).
struct Span {
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t value = 0;  ///< index into Printed::values
};

struct PrintedParagraph {
  Stream stream = Stream::body;
  std::string text;
  std::vector<Span> spans;  ///< in the order in which they begin; an inner one after its outer one
};

struct Printed {
  std::vector<PrintedParagraph> paragraphs;
  std::vector<template_::PrintedFigure> values;
};

/// `expansion` must have been made with FigureMarks::values.
[[nodiscard]] Printed read_printed(template_::Expansion expansion);

}  // namespace rapporteur::review
