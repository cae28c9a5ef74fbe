// What each tag of a template stands for, over all items of the lists around it: a tag in a branch
// that this plan does not enter is looked up too.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "template/document.hpp"
#include "template/survey.hpp"

namespace rapporteur::template_ {

struct Bindings {
  std::vector<SurveyTag> tags;       ///< parallel to the document's
  std::set<std::string> used;        ///< paths of the view that a tag prints or asks for
  std::set<std::string> used_terms;  ///< keys
};

/// Looks every tag up. A name that exists nowhere is a fault template-unknown-field.
[[nodiscard]] Bindings bind_tags(const Document& document, const SurveyView& view,
                                 Diagnostics& diagnostics);

/// Every path of the view: "axes", "axes[]", "axes[].title"; what stands under a used one that
/// prints as a whole (a table) is used with it.
[[nodiscard]] std::vector<std::string> unused_paths(const view::Value& view,
                                                    const std::set<std::string>& used);

}  // namespace rapporteur::template_
