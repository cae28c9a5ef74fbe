// Registers: risks, awards, partners, stories, codes, marks, languages.
#include "check/register_rules.hpp"

#include <array>

namespace rapporteur::check {

std::span<const Rule> register_rules() {
  static constexpr auto rules = std::to_array<Rule>({
      {"code-gap", "national-plans K11, project-document I1", test_code_gaps},
      {"code-parent", "national-plans K11", test_code_parents},
      {"code-format", "national-plans F18 F19", test_code_format},
      {"code-duplicate", "project-document I1", test_indicator_codes},
      {"duplicate-row", "mptf-narrative C14 C21 P5", test_duplicate_rows},
      {"text-slipped|title-repeated", "mptf-narrative C15|mptf-narrative C15", test_text_slipped},
      {"note-slipped", "mptf-narrative P2", test_notes_slipped},
      {"paragraph-slipped", "mptf-narrative C15", test_paragraphs_slipped},
      {"scale-label|closed-list|scale-form",
       "mptf-narrative C13 T6|mptf-narrative C17 T6, project-document K2|mptf-narrative C13 T6, "
       "project-document K2",
       test_risk_scales},
      {"risk-incomplete|text-marker", "project-document K1|mptf-narrative P9", test_risks},
      {"lead-partner|organisation-twice|name-slipped",
       "national-plans K14|national-plans K14|national-plans K14", test_leads},
      {"missing-lead", "national-plans K13", test_leads_named},
      {"partner-kind", "mptf-narrative P6", test_partner_kinds},
      {"organisation-contradiction|organisation-type|new-partner",
       "mptf-narrative X18|mptf-narrative X17|", test_organisations_agree},
      {"agreement-dates", "mptf-narrative C24 M11", test_agreements},
      {"agency-coverage", "mptf-narrative C25", test_agency_coverage},
      {"closed-list", "mptf-narrative C17", test_closed_lists},
      {"cell-empty|class-missing", "mptf-narrative C16 T10|mptf-narrative P11", test_empty_cells},
      {"heading-missing", "mptf-narrative P5", test_headings},
      {"figure-undated|figure-undivided|missing-place",
       "unite-genre U4|unite-genre U6|unite-genre U8", test_key_figure_gaps},
      {"consent-missing|consent-refused|minor-named",
       "mptf-narrative C26|mptf-narrative C26|mptf-narrative C26", test_consent},
      {"mark-case", "national-plans F32 F44", test_mark_forms},
      {"governance-count", "mptf-narrative X11", test_meetings},
      {"missing-translation|narrative-translation", "|", test_translations},
  });
  return rules;
}

}  // namespace rapporteur::check
