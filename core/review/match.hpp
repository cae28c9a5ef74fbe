// Which paragraph of the document as built a paragraph of the reviewed one is.
//
// Paragraphs that are equal but for white space are paired in order, as in a patience difference:
// what begins and ends alike, then texts that are there once on either side, then the same between
// them. A paragraph that differs (the plan has changed, or an editor did) is found by its words
// among those left in the same gap, by its place when the gaps are as long, and at last anywhere.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "review/printed.hpp"

namespace rapporteur::review {

struct Match {
  std::optional<std::size_t> printed;  ///< index; nothing when none is like it
  bool is_same = false;                ///< equal but for white space
};

/// One for each paragraph of the document; those that differ are looked for only where `wanted`
/// says so.
[[nodiscard]] std::vector<Match> match(const std::vector<Paragraph>& reviewed,
                                       const std::vector<PrintedParagraph>& printed,
                                       const std::vector<bool>& wanted);

/// Without white space of any kind.
[[nodiscard]] std::string ink_of(std::string_view text);
/// How much of it stands before byte `at`, and the byte where so much has been printed.
[[nodiscard]] std::size_t ink_before(std::string_view text, std::size_t at);
[[nodiscard]] std::size_t byte_at_ink(std::string_view text, std::size_t ink);

}  // namespace rapporteur::review
