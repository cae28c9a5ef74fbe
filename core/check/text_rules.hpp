// The rules over prose: one function each, listed in text_rules.cpp.
#pragma once

#include "check/rule.hpp"

namespace rapporteur::check {

void test_prose_sums(const Subject& subject, std::vector<Finding>& findings);
void test_prose_counts(const Subject& subject, std::vector<Finding>& findings);
void test_prose_figures(const Subject& subject, std::vector<Finding>& findings);
void test_costs_said(const Subject& subject, std::vector<Finding>& findings);
void test_translated_figures(const Subject& subject, std::vector<Finding>& findings);
void test_shares_said(const Subject& subject, std::vector<Finding>& findings);
void test_facts(const Subject& subject, std::vector<Finding>& findings);
void test_said_twice(const Subject& subject, std::vector<Finding>& findings);
void test_similar_texts(const Subject& subject, std::vector<Finding>& findings);
void test_acronyms(const Subject& subject, std::vector<Finding>& findings);
void test_acronym_meanings(const Subject& subject, std::vector<Finding>& findings);
void test_names(const Subject& subject, std::vector<Finding>& findings);
void test_variants(const Subject& subject, std::vector<Finding>& findings);
void test_spellings(const Subject& subject, std::vector<Finding>& findings);
void test_typography(const Subject& subject, std::vector<Finding>& findings);
void test_number_style(const Subject& subject, std::vector<Finding>& findings);
void test_structure(const Subject& subject, std::vector<Finding>& findings);
void test_sentences(const Subject& subject, std::vector<Finding>& findings);
void test_placeholders(const Subject& subject, std::vector<Finding>& findings);
void test_stale(const Subject& subject, std::vector<Finding>& findings);

/// A finding at the bytes from `begin` of a passage.
[[nodiscard]] Finding text_finding(const char* id, const Passage& passage, std::size_t begin,
                                   std::size_t end);
/// Drops findings from `first` on whose row and column have one already: the other language of a
/// text is wrong in the same way.
void keep_first_language(std::vector<Finding>& findings, std::size_t first);
/// Adds another place of the same cause.
void relate(Finding& finding, const char* key, Origin origin, Arguments args = {});

}  // namespace rapporteur::check
