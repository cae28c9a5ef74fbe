// Which formats and languages of a plan a request asks for.
#pragma once

#include <string>
#include <vector>

#include "build/build.hpp"
#include "plan/plan.hpp"
#include "plugin/format.hpp"

namespace rapporteur::build {

/// Those of the request, else those that plan.yaml names. Fault: format-not-chosen.
[[nodiscard]] std::vector<std::string> wanted_formats(const Plan& plan, const Request& request,
                                                      Diagnostics& diagnostics);

/// Those of the request, else those of the plan, which the format has; language-unknown for the
/// others.
[[nodiscard]] std::vector<std::string> wanted_languages(const Plan& plan,
                                                        const plugin::Declaration& format,
                                                        const Request& request,
                                                        Diagnostics& diagnostics);

/// False when the request names targets (Request::only) and none is of this "plan.format".
[[nodiscard]] bool is_asked_for(const std::string& format_of_plan, const Request& request);

}  // namespace rapporteur::build
