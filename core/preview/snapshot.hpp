// What the page shows at a moment: made by the one who builds, never changed afterwards, so that
// those who serve need no lock and no other stage.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "pdf/pdf_pages.hpp"

namespace rapporteur::preview {

/// What a person chose to see.
struct Choice {
  std::string format;    ///< empty = the first that plan.yaml names
  std::string language;  ///< empty = the plan's first that the format has
  bool operator==(const Choice&) const = default;
};

/// A finished file in the output folder.
struct ReadyFile {
  std::filesystem::path path;
  std::string name;
};

/// A document that was laid out.
struct Shown {
  int number = 0;  ///< counts the layouts of this run
  Choice choice;
  std::string name;  ///< "pan-1325.national-budget.fr"
  std::shared_ptr<pdf::PdfPages> pages;
};

/// A text in the languages of the page.
struct BothLanguages {
  std::string fr, en;
  [[nodiscard]] const std::string& in(std::string_view language) const {
    return language == "fr" ? fr : en;
  }
};

struct Snapshot {
  std::uint64_t version = 0;
  BothLanguages state;    ///< JSON, see state_json.hpp
  BothLanguages figures;  ///< JSON of the figures of `shown`; empty until they are traced
  std::shared_ptr<const Shown> shown;     ///< the last document that could be built; may be none
  std::shared_ptr<const Shown> previous;  ///< pages of it are still asked for while it goes
  std::vector<ReadyFile> files;           ///< what the Build button made, by number
};

}  // namespace rapporteur::preview
