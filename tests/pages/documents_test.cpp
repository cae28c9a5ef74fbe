// Every rule on every report of reports.hpp.
#include <doctest/doctest.h>

#include "base/files.hpp"
#include "built.hpp"
#include "page_rules.hpp"

namespace rapporteur::pages {

TEST_CASE("the pages of every report keep the rules") {
  for (const DocumentSet& set : built_sets()) {
    CAPTURE(set.name);
    const Layout layout = read_layout(set.odt, set.pdf);
    const Faults faults = without_waived(page_faults(layout), *set.report);
    CHECK_MESSAGE(faults.empty(), described(faults));
  }
}

}  // namespace rapporteur::pages
