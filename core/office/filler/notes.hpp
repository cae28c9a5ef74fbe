// Footnotes of a job. A note that is called more than once is set at its first call; the other
// calls are references to it, with its number.
#pragma once

#include <com/sun/star/text/XTextContent.hpp>
#include <map>
#include <vector>

#include "base/fill.hpp"
#include "office/filler/uno.hpp"

namespace rapporteur::filler {

class Notes {
 public:
  using Range = Reference<css::text::XTextRange>;

  explicit Notes(const Reference<css::text::XTextDocument>& document) : document_(document) {}

  [[nodiscard]] const Reference<css::text::XTextDocument>& document() const { return document_; }
  /// Sets the run's note, or its reference, at `place`; gives back where it begins.
  Range set(const Reference<css::text::XText>& text, const Range& place, const Run& run);
  /// When every fill is done: the references get the numbers of their notes.
  void settle();

 private:
  Range insert(const Reference<css::text::XText>& text, const Range& place, const Run& run);
  Range refer(const Reference<css::text::XText>& text, const Range& place, std::int64_t number);

  const Reference<css::text::XTextDocument> document_;
  std::map<std::int64_t, Reference<css::beans::XPropertySet>> notes_;
  std::vector<std::pair<std::int64_t, Reference<css::text::XTextContent>>> references_;
};

}  // namespace rapporteur::filler
