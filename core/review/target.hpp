// Which plan, format and language a reviewed document was built from.
#pragma once

#include <optional>
#include <string>

#include "build/target.hpp"
#include "review/review.hpp"

namespace rapporteur::review {

/// The parts of "pan-1325.national-budget.fr": what a build calls its documents. People put words
/// behind it ("… .fr – relu AD.docx", "… .fr (1).docx"), so the language ends at the first sign
/// that is no letter.
struct BuiltName {
  std::string plan;
  std::string format;
  std::string language;
};
[[nodiscard]] std::optional<BuiltName> built_name(const std::string& file_name);

/// The plan that the request names, or a folder of the document's plan name here, beside the
/// document or above it. Fault: review-plan-not-found.
[[nodiscard]] std::optional<std::filesystem::path> find_plan(const Request& request,
                                                             const std::optional<BuiltName>& name,
                                                             Diagnostics& diagnostics);

struct Choice {
  std::string format;
  std::string language;
};
/// From the request, the name, or the title and subject that a build writes into its documents.
/// Fault: review-not-ours.
[[nodiscard]] std::optional<Choice> choose(const Request& request,
                                           const std::optional<BuiltName>& name,
                                           const Document& document, const Plan& plan,
                                           const build::Formats& formats, Diagnostics& diagnostics);

}  // namespace rapporteur::review
