// The reports whose pages are tested. To add one: a line in reports(), then
//   build/bin/pages --accept
// look at build/pages/index.html, and commit the goldens it wrote.
#pragma once

#include <string>
#include <vector>

namespace rapporteur::pages {

/// A fault that is known and stays, with the reason; `text` is part of what the fault says. One
/// that no longer occurs fails the test, so that the list does not outlive its reasons.
struct Waiver {
  enum Of { pages, docx, ink };
  std::string rule;
  std::string text;
  std::string reason;
  /// Rules of the DOCX begin with "docx-".
  [[nodiscard]] Of of() const {
    return rule == "ink-outside" ? ink : rule.starts_with("docx-") ? docx : pages;
  }
};

struct Report {
  std::string plan;                  ///< folder, from the root of the project
  std::string format;                ///< id of the plugin
  std::vector<std::string> options;  ///< lines put into plan.yaml: "totals: computed"
  std::vector<std::string> languages;
  std::string name = "";  ///< tells two sets of options apart: "rrf"
  std::vector<Waiver> waivers = {};
};

inline const Waiver check_boxes{
    "docx-font", "DejaVu Sans",
    "check boxes: where Word lacks their face, it draws them in its own"};

inline const std::vector<Report>& reports() {
  static const std::vector<Report> all = {
      {"samples/pan-1325", "national-budget", {}, {"fr", "en"}},
      {"samples/pan-1325", "national-plan", {}, {"fr", "en"}},
      {"samples/pnlevt", "national-plan", {}, {"fr", "en"}},
      {"samples/unite-genre", "national-plan", {}, {"fr", "en"}},
      {"samples/pnlevt", "national-budget", {}, {"fr"}},
      {"samples/prosmed", "national-budget", {"currency: XOF"}, {"fr", "en"}, "xof"},
      {"samples/prosmed", "un-logframe", {}, {"fr", "en"}},
      {"samples/spotlight-mali-2020",
       "undef-final",
       {"fund: Spotlight phase I"},
       {"fr", "en"},
       "",
       {check_boxes}},
      {"samples/spotlight-mali-2020", "mptf-narrative", {}, {"fr", "en"}, "", {check_boxes}},
      {"samples/spotlight-mali-2020",
       "mptf-narrative",
       {"form: general"},
       {"fr", "en"},
       "general",
       {check_boxes}},
  };
  return all;
}

}  // namespace rapporteur::pages
