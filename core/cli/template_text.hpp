// A survey as people and machines read it.
#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "template/survey.hpp"

namespace rapporteur::cli {

struct SurveyHead {
  std::string file;
  std::string format;  ///< empty = no format asked for
  std::string plan;    ///< whose values are the examples; empty = a starter plan
};

[[nodiscard]] std::string survey_text(const SurveyHead& head, const template_::Survey& survey,
                                      const std::string& language);

/// {"file", "markup", "format", "plan", "tags": […], "looks": […], "fonts": […], "diagnostics":
/// […], "counts": {…}}; keys are the same in every language.
[[nodiscard]] std::string survey_json(const SurveyHead& head, const template_::Survey& survey,
                                      const Diagnostics& diagnostics, const std::string& language);

}  // namespace rapporteur::cli
