// The rules over registers: one function each, listed in register_rules.cpp.
#pragma once

#include "check/rule.hpp"

namespace rapporteur::check {

// register_codes.cpp
void test_code_gaps(const Subject& subject, std::vector<Finding>& findings);
void test_code_parents(const Subject& subject, std::vector<Finding>& findings);
void test_code_format(const Subject& subject, std::vector<Finding>& findings);
void test_indicator_codes(const Subject& subject, std::vector<Finding>& findings);
// register_rows.cpp
void test_duplicate_rows(const Subject& subject, std::vector<Finding>& findings);
void test_text_slipped(const Subject& subject, std::vector<Finding>& findings);
// register_slips.cpp
void test_notes_slipped(const Subject& subject, std::vector<Finding>& findings);
void test_paragraphs_slipped(const Subject& subject, std::vector<Finding>& findings);
// register_risks.cpp
void test_risk_scales(const Subject& subject, std::vector<Finding>& findings);
void test_risks(const Subject& subject, std::vector<Finding>& findings);
// register_partners.cpp
void test_leads(const Subject& subject, std::vector<Finding>& findings);
void test_leads_named(const Subject& subject, std::vector<Finding>& findings);
// register_organisations.cpp
void test_partner_kinds(const Subject& subject, std::vector<Finding>& findings);
void test_organisations_agree(const Subject& subject, std::vector<Finding>& findings);
void test_agreements(const Subject& subject, std::vector<Finding>& findings);
void test_agency_coverage(const Subject& subject, std::vector<Finding>& findings);
// register_lists.cpp
void test_closed_lists(const Subject& subject, std::vector<Finding>& findings);
void test_empty_cells(const Subject& subject, std::vector<Finding>& findings);
void test_headings(const Subject& subject, std::vector<Finding>& findings);
// register_figures.cpp
void test_key_figure_gaps(const Subject& subject, std::vector<Finding>& findings);
// register_people.cpp
void test_consent(const Subject& subject, std::vector<Finding>& findings);
// register_schedule.cpp
void test_mark_forms(const Subject& subject, std::vector<Finding>& findings);
void test_meetings(const Subject& subject, std::vector<Finding>& findings);
// register_languages.cpp
void test_translations(const Subject& subject, std::vector<Finding>& findings);

}  // namespace rapporteur::check
