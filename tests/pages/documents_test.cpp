// Every rule on every report of reports.hpp.
#include <doctest/doctest.h>

#include <filesystem>

#include "../end-to-end/documents.hpp"
#include "built.hpp"
#include "docx_rules.hpp"
#include "made_documents.hpp"
#include "page_rules.hpp"

namespace rapporteur::pages {

TEST_CASE("the pages of every report keep the rules") {
  for (const DocumentSet& set : built_sets()) {
    CAPTURE(set.name);
    const Faults faults = page_faults(read_layout(set.odt, set.pdf));
    const Waived waived = without_waived(faults, *set.report, Waiver::pages);
    CHECK_MESSAGE(waived.faults.empty(), described(waived.faults));
    CHECK_MESSAGE(waived.stale.empty(), waived.stale);
  }
}

TEST_CASE("the DOCX of every report is sound, and says what the ODT says") {
  const TemporaryDirectory folder;
  for (const DocumentSet& set : built_sets()) {
    std::filesystem::copy(set.docx, folder.path() / (set.name + ".docx"));
  }
  convert(folder.path().string(), "*.docx", "odt", "again");  // one office for all
  for (const DocumentSet& set : built_sets()) {
    CAPTURE(set.name);
    const OdtText odt = read_text(styles_of(set.odt));
    const std::string again = (folder.path() / "again" / (set.name + ".odt")).string();
    Faults faults = docx_faults(read_parts(set.docx), odt);
    append(faults, lost_in_docx(odt, read_text(styles_of(again))));
    const Waived waived = without_waived(faults, *set.report, Waiver::docx);
    CHECK_MESSAGE(waived.faults.empty(), described(waived.faults));
    CHECK_MESSAGE(waived.stale.empty(), waived.stale);
  }
}

TEST_CASE("a waiver takes one fault away, and is told when it has none") {
  const Report report{"", "", {}, {}, "", {{"torn-row", "Total", "because"}}};
  const Faults faults = {{"torn-row", 2, "Total", "is torn"}, {"torn-row", 3, "Other", "is torn"}};
  const Waived waived = without_waived(faults, report, Waiver::pages);
  REQUIRE(waived.faults.size() == 1);
  CHECK(waived.faults[0].text == "Other");
  CHECK(waived.stale.empty());
  CHECK(without_waived({}, report, Waiver::pages).stale == "torn-row Total");
  CHECK(without_waived({}, report, Waiver::docx).stale.empty());
}

TEST_CASE("options are put into plan.yaml") {
  const std::string yaml = "id: p\nformats:\n  other:\n    a: 1\n  logframe:\n    a: 1\nkind: x\n";
  CHECK(with_options(yaml, "logframe", {"profile: rrf"}) ==
        "id: p\nformats:\n  logframe:\n    profile: rrf\n  other:\n    a: 1\nkind: x\n");
  CHECK(with_options("id: p\n", "logframe", {"a: 2"}) ==
        "id: p\nformats:\n  logframe:\n    a: 2\n");
}

}  // namespace rapporteur::pages
