// Labels and gaps: lines of forms as donors write them, in three languages.
#include <doctest/doctest.h>

#include <utility>
#include <vector>

#include "support.hpp"
#include "takeover/gaps.hpp"
#include "takeover/lexicon.hpp"
#include "takeover/words.hpp"

namespace rapporteur::takeover {

using testing::bound;
using testing::p;

TEST_CASE("gaps of a line") {
  const std::vector<std::pair<const char*, std::size_t>> lines{
      {"Title: ________", 1},
      {"Name: ______  Date: __/__/____", 2},
      {"Nom : ……………………", 1},
      {"Nom : ..............", 1},
      {"Date: dd/mm/yyyy", 1},
      {"Start date (dd/mm/yyyy):", 0},
      {"[Insert the name of the project]", 1},
      {"Budget : [montant à préciser]", 1},
      {"Country: [any]", 1},
      {"See annex [1] and note [2].", 0},
      {"Amount: USD XXX,XXX", 1},
      {"☐ Yes ☐ No", 2},
      {"[ ] Oui  [ ] Non", 2},
      {"Click here to enter text.", 1},
      {"It goes on and on... and ends.", 0},
      {"Articles a) to c) of the law", 0},
      {"Address:\t\t\t", 1},
      {"Ratio 3:    4", 0},
  };
  for (const auto& line : lines) {
    CAPTURE(line.first);
    CHECK(find_gaps(line.first).size() == line.second);
  }
}

TEST_CASE("a label finds its value, in French, English and Spanish") {
  const std::vector<std::pair<const char*, const char*>> labels{
      {"Titre du projet :", "title"},
      {"1.4. Intitulé de l’action", "title"},
      {"Project Title", "title"},
      {"Título del proyecto", "title"},
      {"Titre du projet / Project title", "title"},
      {"Pays ou région(s) cible(s)", "country"},
      {"Duration (in months)", "duration"},
      {"Presupuesto total", "budget_total"},
      {"Budget total de l’action (en EUR)", "budget_total"},
      {"Bailleur(s) de fonds", "donors"},
      {"Reporting period:", "reporting_period"},
      {"N° du contrat", "reference"},
  };
  for (const auto& label : labels) {
    CAPTURE(label.first);
    const ValueEntry* found = find_value(label.first);
    REQUIRE(found != nullptr);
    CHECK(found->name == label.second);
  }
  for (const char* const label :
       {"Name and title of the contact person", "Date of first transfer of the grant",
        "Bank account title", "Visibility budget of the communication plan", "Signature date"}) {
    CAPTURE(label);
    CHECK(find_value(label) == nullptr);
  }
}

TEST_CASE("levels, years and totals of rows and columns") {
  CHECK(chain_level("Effet(s) (objectif spécifique)") == "outcome");
  CHECK(chain_level("Output 1.2:") == "output");
  CHECK(chain_level("Impact (overall objective)") == "impact");
  CHECK(chain_level("Outcome indicators of the ministry").empty());
  CHECK(names_year("Année 2"));
  CHECK(has_year("Target 2026"));
  CHECK_FALSE(has_year("Target group"));
  CHECK(names_quarter("Q3"));
  CHECK(is_total("Total des coûts éligibles"));
  CHECK_FALSE(is_total("Total number of people who were trained"));
}

TEST_CASE("two dates of a line are the ends of one stretch of time") {
  CHECK(bound(p("Project period: from __/__/____ to __/__/____")) ==
        "start date -> {{start_date}}\nend date -> {{end_date}}\n");
  CHECK(bound(p("Période couverte : du ____ au ____")) ==
        "start of reporting period -> {{reporting_start}}\n"
        "end of reporting period -> {{reporting_end}}\n");
}

TEST_CASE("boxes are options, named after their question") {
  CHECK(bound(p("Is this a joint project? ☐ Yes ☐ No")) ==
        "Yes -> {{boxes.is_joint_project_yes}}\nNo -> {{boxes.is_joint_project_no}}\n");
  CHECK(bound(p("Type of request:") + p("☐ Advance") + p("☐ Direct payment")) ==
        "Advance -> {{boxes.type_request_advance}}\n"
        "Direct payment -> {{boxes.type_request_direct_payment}}\n");
}

TEST_CASE("among signatures, title and date are those of a person") {
  CHECK(bound(p("Name: ______ Title: ______ Date: ______")) ==
        "Name -> {{lines.name}}\nTitle -> {{lines.title}}\nDate -> {{lines.date}}\n");
}

}  // namespace rapporteur::takeover
