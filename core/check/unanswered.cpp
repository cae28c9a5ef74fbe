#include "check/unanswered.hpp"

#include <array>

namespace rapporteur::check {

std::span<const Unanswered> unanswered() {
  static constexpr auto all = std::to_array<Unanswered>({
      {"national-plans C1 C2 C3 C4 C5 C6 C7 C8 C9 C10 C11 C12",
       "No check but a computation: the engine and the plugins make it (totals, shares, codes, "
       "counts, "
       "scales, lists)."},
      {"national-plans K20",
       "The plan holds each activity once; all tables of a document are made from that one text. "
       "Names "
       "that still differ: spelling-variant, name-variant."},
      {"national-plans K26",
       "A property of the reader, not of a plan: tests/unit/load reads amounts of every style back "
       "as "
       "the same integer."},
      {"project-document B21",
       "Only the prose says that each entity manages its own funds; a line of several entities is "
       "no "
       "fault by itself. missing-agency tells the lines of none."},
      {"project-document X5",
       "Which budget line a sentence speaks of takes reading. part-dominant and amount-zero tell "
       "both "
       "lines."},
      {"project-document X6", "That a mandate bounds targets and money takes reading."},
      {"project-document K3",
       "A share to print, not a fault: no figure says how much money a marker asks for."},
      {"mptf-narrative M9 M10",
       "The products of two rounded counts; the specification itself calls them plausible."},
      {"mptf-narrative T5 T7",
       "About counting and printing: tests/samples/*.expected and the formats' own tests show "
       "them."},
      {"mptf-narrative X19",
       "The places of a project in prose against those in a list take reading."},
      {"mptf-narrative X20", "The specification asks a question: the two counts may agree."},
  });
  return all;
}

}  // namespace rapporteur::check
