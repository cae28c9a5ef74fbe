// Sections that are longer, or shorter, than their format allows.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "office/job.hpp"
#include "plugin/format.hpp"
#include "template/template.hpp"

namespace rapporteur::build {

/// What is between spaces and has a letter or a digit: « : » is no word, "139 327" with a no-break
/// space is one.
[[nodiscard]] std::int64_t count_words(std::string_view text);
/// Characters with spaces; ends of paragraphs do not count.
[[nodiscard]] std::int64_t count_characters(std::string_view text);

/// What a template may name with {{limit NAME}}: a template is drawn for all options, so these are all
/// limits that the format declares.
[[nodiscard]] std::vector<std::string> limit_names(const plugin::LimitsByName& declared);

/// What the office has to measure for these limits.
[[nodiscard]] std::vector<std::string> sections_to_measure(
    const plugin::LimitsByName& limits, const std::vector<template_::LimitMark>& marks);

/// Findings limit-pages, limit-words, limit-characters, limit-unmeasured. Their place is the
/// heading in the drawn template, with its page in the document.
void check_limits(const plugin::LimitsByName& limits,
                  const std::vector<template_::LimitMark>& marks, const std::string& document,
                  const office::Outcome& outcome, Diagnostics& diagnostics);

}  // namespace rapporteur::build
