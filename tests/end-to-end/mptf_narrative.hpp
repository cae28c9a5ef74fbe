// The two forms of the annual narrative report, built from samples/spotlight-mali-2020, and how its
// documents are read back.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "documents.hpp"

namespace rapporteur::test {

struct Built {
  std::string place;  ///< folder and name without language and kind
  std::string said;
};

/// A copy of the sample in `folder` that asks for one of the forms, "spotlight" or "general".
std::filesystem::path plan_for(const std::string& form, const std::filesystem::path& folder);
/// The sample in one of the forms, both languages, all kinds of document, built once.
const Built& built_narrative(const std::string& form);
/// A document of the Spotlight form: "fr.odt".
std::string spotlight(const std::string& end);
/// White space of any kind as one space.
std::string flat(const std::string& text);
/// Each of these texts stands behind the one before it, a paragraph each.
void check_order(const std::string& text, const std::vector<std::string>& wanted);
/// Titles of the contents list with their pages, as a PDF prints it.
std::vector<std::pair<std::string, std::size_t>> contents_of(const std::vector<std::string>& pages);
/// 0 when the contents list has no such title.
std::size_t page_of(const std::vector<std::string>& pages, const std::string& title);
/// Rows of all tables whose first cell is `heading`, their heads left out.
Rows rows_below(const std::string& file, const std::string& heading);
/// The row that begins with `first`, or nothing.
const Row* row_with(const Rows& rows, const std::string& first);

}  // namespace rapporteur::test
