// Names that Writer makes up, with random and running numbers in them: bookmarks for a contents
// list and ids of lists.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace rapporteur::office {

/// `xml` with the numbers of __RefHeading___Toc18_77 and list2864406926 replaced by 1, 2, … in the
/// order of appearance: one name stays one name. Only attributes and field codes count, not text of
/// the document.
/// `numbers` carries on over the parts of one document.
using SteadyNumbers = std::map<std::string, std::size_t, std::less<>>;
[[nodiscard]] std::string with_steady_references(std::string_view xml, SteadyNumbers& numbers);

}  // namespace rapporteur::office
