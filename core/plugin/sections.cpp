#include "plugin/sections.hpp"

#include <cstddef>
#include <string_view>

namespace rapporteur::plugin {
namespace {

constexpr std::string_view blanks = " \t\r";

std::vector<std::string_view> lines_of(std::string_view source) {
  std::vector<std::string_view> lines;
  while (!source.empty()) {
    const std::size_t end = source.find('\n');
    lines.push_back(source.substr(0, end));
    source.remove_prefix(end == std::string_view::npos ? source.size() : end + 1);
  }
  return lines;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(blanks) == std::string_view::npos;
}

bool is_fence(std::string_view line) {
  const std::size_t start = line.find_first_not_of(' ');
  return start <= 3 && (line.substr(start, 3) == "```" || line.substr(start, 3) == "~~~");
}

/// "[^a]" of a line that begins a footnote's text.
std::string_view note_label(std::string_view line) {
  const std::size_t end = line.find("]:");
  return line.starts_with("[^") && end != std::string_view::npos ? line.substr(0, end + 1)
                                                                 : std::string_view();
}

std::string title_of(std::string_view line) {
  line.remove_prefix(1);
  const std::size_t first = line.find_first_not_of(blanks);
  const std::size_t last = line.find_last_not_of(" \t\r#");
  return last == std::string_view::npos || first > last
             ? std::string()
             : std::string(line.substr(first, last - first + 1));
}

/// What one line belongs to.
struct Line {
  std::string_view text;
  std::size_t section = 0;
  std::string_view note;  ///< of a footnote's text: its label
  bool is_heading = false;
};

std::vector<Line> read(std::string_view source) {
  std::vector<Line> read;
  std::size_t section = 0;
  std::string_view note;
  bool fenced = false;
  for (const std::string_view text : lines_of(source)) {
    const std::string_view label = fenced ? std::string_view() : note_label(text);
    const bool goes_on = is_blank(text) || text.starts_with("    ") || text.starts_with('\t') ||
                         (!read.empty() && !is_blank(read.back().text));
    const bool is_heading = !fenced && text.starts_with("# ");
    if (!label.empty()) {
      note = label;
    } else if (!goes_on || is_heading) {
      note = {};
    }
    if (note.empty() && is_fence(text)) {
      fenced = !fenced;
    }
    section += is_heading ? 1 : 0;
    read.push_back({text, section, note, is_heading});
  }
  return read;
}

}  // namespace

std::vector<Section> sections_of(const view::Markdown& whole) {
  const std::vector<Line> lines = read(whole.source);
  std::vector<Section> sections(1);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].is_heading) {
      sections.push_back({title_of(lines[i].text), {}, static_cast<int>(i)});
    }
  }
  for (std::size_t i = 0; i < sections.size(); ++i) {
    std::string own;
    for (const Line& line : lines) {
      if (line.section == i && !line.is_heading && line.note.empty()) {
        (own += line.text) += '\n';
      }
    }
    std::string text;
    for (const Line& line : lines) {
      const bool is_own = line.section == i && !line.is_heading && line.note.empty();
      const bool is_called = !line.note.empty() && own.find(line.note) != std::string::npos;
      (text += is_own || is_called ? line.text : std::string_view()) += '\n';
    }
    const bool is_empty =
        is_blank(std::string_view(own).substr(0, own.find_last_not_of(" \t\r\n") + 1));
    sections[i].text = {is_empty ? std::string() : std::move(text), whole.language, whole.origin,
                        whole.figures};
  }
  return sections;
}

}  // namespace rapporteur::plugin
