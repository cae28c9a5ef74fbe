// From a stretch of a reviewed paragraph to the values printed there.
#pragma once

#include <vector>

#include "review/match.hpp"
#include "review/review.hpp"

namespace rapporteur::review {

/// What a remark touches in one paragraph. `drawn` tells a template's own text.
[[nodiscard]] std::vector<Touch> touches_of(const Remark& remark, const Spot& spot,
                                            const Paragraph& reviewed, const Match& match,
                                            const Printed& printed,
                                            const template_::PrintedFigure& drawn);

/// Those of one file, sheet and cell become one, lines that follow each other a stretch of lines.
[[nodiscard]] std::vector<Touch> merged(std::vector<Touch> touches);

}  // namespace rapporteur::review
