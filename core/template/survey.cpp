#include "template/survey.hpp"

#include <algorithm>

#include "template/runner.hpp"
#include "template/safety.hpp"
#include "template/sources.hpp"
#include "template/survey_binding.hpp"
#include "template/survey_findings.hpp"

namespace rapporteur::template_ {
namespace {

/// The parts as they lie in the file, walked once for all checks.
void look_through(const std::string& file, const Package& package,
                  const std::vector<Source>& sources, Survey& survey, Diagnostics& diagnostics) {
  const pugi::xml_document styles_part = tree_of(package, styles_name(package, survey.markup));
  const pugi::xml_node styles = styles_part.document_element();
  AccessCheck access(survey.markup, diagnostics);
  FieldCheck fields(survey.markup, diagnostics);
  StyleUse use(survey.markup, styles);
  SurveyWalk walk(survey.markup, file, read_levels(survey.markup, styles), [&](const Seen& seen) {
    access.see(seen);
    fields.see(seen);
    use.see(seen);
  });
  std::vector<pugi::xml_document> trees;
  std::vector<pugi::xml_node> roots;
  trees.reserve(sources.size());
  for (const Source& source : sources) {
    trees.push_back(tree_of(package, source.name));
    walk.part(trees.back(), source.place);
    roots.push_back(trees.back().document_element());
  }
  fields.end();
  survey.fonts = use.fonts(roots);
  check_styles(survey.markup, file, styles, diagnostics);
}

/// What a build with this view would stumble over, so far as this plan enters the branches.
void try_filling(const Document& document, const SurveyView& view, Diagnostics& diagnostics) {
  const ExpandInput input{.view = view.view,
                          .terms = view.terms,
                          .formats = view.formats,
                          .language = view.language,
                          .nonce = "0",
                          .limits = view.limits};
  Diagnostics found;
  Runner runner(document, input, found);
  runner.check_tags();
  for (const Part& part : document.parts) {
    static_cast<void>(runner.run(part));
  }
  for (const Diagnostic& diagnostic : found.all()) {
    // Findings are about the plan; names are looked up by bind_tags, in every branch.
    if (kind_of(diagnostic) != Kind::finding && diagnostic.id != "template-unknown-field") {
      diagnostics.add(diagnostic);
    }
  }
}

void tell_unused(const std::string& file, const Bindings& bindings, const SurveyView& view,
                 Diagnostics& diagnostics) {
  for (const std::string& path : unused_paths(view.view, bindings.used)) {
    diagnostics.add(
        {.id = "template-value-unused", .origin = {.file = file}, .args = {{"path", path}}});
  }
  for (const std::string& key : view.own_terms) {
    if (!bindings.used_terms.contains(key) && !view.lua_terms.contains(key)) {
      diagnostics.add(
          {.id = "template-term-unused", .origin = {.file = file}, .args = {{"key", key}}});
    }
  }
}

void list_unchecked(const Document& document, Survey& survey) {
  for (const Tag& tag : document.tags) {
    survey.tags.push_back(
        {.text = tag.text, .origin = tag.origin, .binding = "unchecked", .path = tag.path_text});
  }
}

}  // namespace

std::optional<Survey> survey(const std::string& file, const std::string& bytes,
                             const SurveyView* view, Diagnostics& diagnostics) {
  Package package;
  const std::optional<Markup> markup = admit(file, bytes, package, diagnostics);
  if (!markup) {
    return std::nullopt;
  }
  Survey result{.markup = *markup};
  Document document;
  document.markup = *markup;
  document.file = file;
  const std::vector<Source> sources = read_sources(package, document);
  const bool is_sound = read_document(document, sources, diagnostics);
  look_through(file, package, sources, result, diagnostics);
  for (const auto& look : document.looks) {
    result.looks.push_back(look.first);
  }
  if (view == nullptr) {
    list_unchecked(document, result);
    return result;
  }
  Bindings bindings = bind_tags(document, *view, diagnostics);
  if (is_sound) {
    try_filling(document, *view, diagnostics);
  }
  tell_unused(file, bindings, *view, diagnostics);
  result.tags = std::move(bindings.tags);
  return result;
}

}  // namespace rapporteur::template_
