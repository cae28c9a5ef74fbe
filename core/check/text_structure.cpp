// What a narrative promises by its form and does not give: a heading without text, a footnote mark
// without its text, a link that only works on its writer's machine.
#include <algorithm>
#include <cctype>
#include <map>
#include <utility>

#include "base/text.hpp"
#include "check/text_rules.hpp"

namespace rapporteur::check {
namespace {

constexpr std::size_t npos = std::string_view::npos;

void test_headings(const Subject& subject, std::vector<Finding>& findings) {
  const std::vector<Passage>& passages = subject.texts.passages;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    const Passage& heading = passages[i];
    if (heading.block != Block::heading) {
      continue;
    }
    const bool is_last = i + 1 == passages.size() || passages[i + 1].narrative != heading.narrative;
    const bool has_next_heading = !is_last && passages[i + 1].block == Block::heading &&
                                  passages[i + 1].depth <= heading.depth;
    const bool only_notes = !is_last && passages[i + 1].block == Block::footnote;
    if (is_last || has_next_heading || only_notes) {
      Finding finding = text_finding("heading-empty", heading, 0, heading.text.size());
      finding.diagnostic.args = {{"heading", trimmed(heading.text)}};
      findings.push_back(std::move(finding));
    }
  }
}

/// The name in "[^name]" at `at`, or nothing.
std::string_view note_at(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("[^")) {
    return {};
  }
  const std::size_t end = text.find(']', at);
  const std::string_view name =
      end == npos ? std::string_view{} : text.substr(at + 2, end - at - 2);
  return name.find_first_of(" \n") == npos ? name : std::string_view{};
}

void test_footnotes(const Subject& subject, std::vector<Finding>& findings) {
  struct Mark {
    const Passage* passage;
    std::size_t at;
  };
  struct Notes {
    std::map<std::string_view, Mark> marks;
    std::map<std::string_view, Mark> texts;
  };
  std::map<const Narrative*, Notes> notes;
  for (const Passage& passage : subject.texts.passages) {
    if (passage.narrative == nullptr) {
      continue;
    }
    for (std::size_t at = passage.text.find("[^"); at != npos;
         at = passage.text.find("[^", at + 1)) {
      const std::string_view name = note_at(passage.text, at);
      const bool is_text = at == 0 && passage.block == Block::footnote;
      if (!name.empty()) {
        Notes& of_file = notes[passage.narrative];
        (is_text ? of_file.texts : of_file.marks).emplace(name, Mark{&passage, at});
      }
    }
  }
  const auto report = [&](std::string_view name, const Mark& mark, const char* kind) {
    Finding finding =
        text_finding("footnote-orphan", *mark.passage, mark.at, mark.at + name.size() + 3);
    finding.diagnostic.args = {{"kind", kind}, {"mark", std::string(name)}};
    findings.push_back(std::move(finding));
  };
  for (const auto& [narrative, of_file] : notes) {
    for (const auto& [name, mark] : of_file.marks) {
      if (!of_file.texts.contains(name)) {
        report(name, mark, "mark");
      }
    }
    for (const auto& [name, mark] : of_file.texts) {
      if (!of_file.marks.contains(name)) {
        report(name, mark, "text");
      }
    }
  }
}

void test_local_links(const Subject& subject, std::vector<Finding>& findings) {
  for (const Passage& passage : subject.texts.passages) {
    std::size_t at = passage.text.find("file://");
    for (std::size_t colon = passage.text.find(":\\"); at == npos && colon != npos;
         colon = passage.text.find(":\\", colon + 1)) {
      const bool is_drive =
          colon > 0 && std::isupper(static_cast<unsigned char>(passage.text[colon - 1])) != 0 &&
          (colon == 1 || std::isalnum(static_cast<unsigned char>(passage.text[colon - 2])) == 0);
      at = is_drive ? colon - 1 : npos;
    }
    if (at != npos) {
      const std::size_t end =
          std::min(passage.text.find_first_of(" )>\n", at), passage.text.size());
      findings.push_back(text_finding("local-link", passage, at, end));
    }
  }
}

}  // namespace

void test_structure(const Subject& subject, std::vector<Finding>& findings) {
  test_headings(subject, findings);
  test_footnotes(subject, findings);
  test_local_links(subject, findings);
}

}  // namespace rapporteur::check
