#include "build/annotate.hpp"

#include <algorithm>

#include "build/layout.hpp"
#include "build/provenance.hpp"

namespace rapporteur::build {

namespace fs = std::filesystem;

std::vector<std::string> annotated_kinds(const Request& request) {
  std::vector<std::string> kinds = request.kinds;
  std::erase(kinds, "pdf");
  if (kinds.empty()) {
    kinds.emplace_back("odt");
  }
  return kinds;
}

std::vector<Document> annotate(const Target& target, const Request& request,
                               const fs::path& workshop, office::Pool& pool,
                               Diagnostics& diagnostics) {
  Diagnostics again;  // what there is to say has been said of the document itself
  const auto laid =
      lay_out(target,
              {.stem = workshop / (target.name + ".annotated"),
               .kinds = annotated_kinds(request),
               .stamp = request.stamp,
               .figure_marks = template_::FigureMarks::comments,
               .comment =
                   [&](const template_::PrintedFigure& figure) {
                     return provenance(in_plan(figure, target.plan_folder), target.language);
                   }},
              pool, again);
  if (!laid) {
    diagnostics.append(again);
    return {};
  }
  std::vector<Document> copies;
  for (const fs::path& file : laid->files) {
    copies.push_back({file, laid->outcome.pages});
  }
  return copies;
}

}  // namespace rapporteur::build
