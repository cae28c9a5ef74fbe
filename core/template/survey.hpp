// A drawn template told to its author: every tag with its place, what it is bound to, its type and
// an example; what no tag prints; fields and content controls; styles, fonts, access for all.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "locale/catalogue.hpp"
#include "locale/format.hpp"
#include "template/template.hpp"
#include "view/value.hpp"

namespace rapporteur::template_ {

/// What a format prints over some plan: without it tags are listed, and not looked up.
struct SurveyView {
  const view::Value& view;
  const locale::Catalogue& terms;
  const locale::Formats& formats;
  std::string language;
  std::vector<std::string> limits;
  std::set<std::string> lua_terms = {};  ///< keys that the Lua of the format uses, or may
  std::set<std::string> own_terms = {};  ///< keys of the format's own words, without shared ones
};

struct SurveyTag {
  std::string text;  ///< as drawn
  Origin origin;
  /// "value", "item" (of a block around), "loop" (first, last, index, count), "term", "look",
  /// "cell", "limit", "language", "end", "else", "unknown", "unseen" (its list is empty in this
  /// plan), "unchecked" (no format given).
  std::string binding;
  std::string path;     ///< in the view: "axes[].title"; key of a term
  std::string type;     ///< "text", "money", "list" …; several joined by ", "
  std::string example;  ///< as printed in the slot's format
};

struct Survey {
  Markup markup = Markup::odf;
  std::vector<SurveyTag> tags;
  std::vector<std::string> looks;
  std::vector<std::string> fonts;  ///< families that the template's texts are set in
};

/// Reads a template and tells all that is wrong with it or worth knowing: faults template-* as
/// open() and expand() do, findings of core/messages/survey.yaml. Nothing only when the file is
/// refused or cannot be read.
[[nodiscard]] std::optional<Survey> survey(const std::string& file, const std::string& bytes,
                                           const SurveyView* view, Diagnostics& diagnostics);

}  // namespace rapporteur::template_
