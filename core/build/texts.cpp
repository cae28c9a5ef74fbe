#include "build/texts.hpp"

#include "plan/severity.hpp"
#include "template/markdown.hpp"

namespace rapporteur::build {

void check_texts(const Plan& plan, Diagnostics& diagnostics) {
  Diagnostics found;
  for (const Narrative& narrative : plan.narratives) {
    std::int64_t notes = 0;
    static_cast<void>(
        template_::read_markdown({narrative.markdown, narrative.language, narrative.origin}, 0,
                                 narrative.language, notes, found));
  }
  for (Diagnostic diagnostic : found.all()) {
    if (apply_severity(plan, diagnostic)) {
      diagnostics.add(std::move(diagnostic));
    }
  }
}

}  // namespace rapporteur::build
