// Rules about text: see page_rules.hpp.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "contrast.hpp"
#include "page_rules.hpp"
#include "plain_text.hpp"

namespace rapporteur::pages {

namespace {

constexpr double size_step = 1.0 / 6;  // to what pdftohtml rounds
constexpr double enough_contrast = 4.5;

const Paragraph& paragraph_of(const Layout& layout, const LaidWord& word) {
  return layout.text.paragraphs[word.paragraph];
}

bool raised(const Paragraph& paragraph, const LaidWord& word) {
  return word.offset < paragraph.run_of.size() &&
         paragraph.runs[paragraph.run_of[word.offset]].raised;
}

bool is_body(const Paragraph& paragraph) {
  return !paragraph.cell && paragraph.kind != Kind::note;
}

}  // namespace

Faults small_text(const Layout& layout, const Sizes& sizes) {
  Faults faults;
  std::set<std::size_t> told;
  for (const LaidWord& word : layout.words) {
    const bool text = word.part == Part::text;
    if (word.part == Part::label || word.word.size == 0) {
      continue;
    }
    const Paragraph* paragraph = text ? &paragraph_of(layout, word) : nullptr;
    const double least = text && is_body(*paragraph) ? sizes.body : sizes.table;
    double size = word.word.size + size_step;
    if (text && raised(*paragraph, word)) {
      continue;
    }
    if (text && word.offset < paragraph->run_of.size()) {
      size = std::min(size, paragraph->runs[paragraph->run_of[word.offset]].size + 0.01);
    }
    if (size < least && (!text || told.insert(word.paragraph).second)) {
      faults.push_back(
          {"small-text", word.page, shortened(text ? text_of(*paragraph) : word.word.text),
           fmt::format("{:.1f} pt, at least {:.1f} pt wanted{}", std::min(size, word.word.size),
                       least, text ? " (style " + paragraph->style + ")" : "")});
    }
  }
  return faults;
}

Faults lost_text(const Layout& layout) {
  Faults faults;
  const std::vector<int> pages = layout.first_pages();
  for (const Missing& missing : layout.missing) {
    const Paragraph& paragraph = layout.text.paragraphs[missing.paragraph];
    faults.push_back({"lost-text", pages[missing.paragraph], shortened(text_of(paragraph)),
                      fmt::format("{} of {} characters are on no page, from character {} on{}",
                                  missing.to - missing.from, paragraph.text.size(), missing.from,
                                  paragraph.cell ? ", in a table" : "")});
  }
  return faults;
}

Faults unread_text(const Layout& layout) {
  Faults faults;
  for (const LaidWord& word : layout.words) {
    if (word.part != Part::unread) {
      continue;
    }
    if (!faults.empty() && faults.back().page == word.page) {
      faults.back().text = shortened(faults.back().text + " " + word.word.text);
    } else {
      faults.push_back({"unread-text", word.page, word.word.text,
                        "is on the page, but in no paragraph of the ODT at this place"});
    }
  }
  return faults;
}

Faults broken_words(const Layout& layout) {
  Faults faults;
  const LaidWord* last = nullptr;
  for (const LaidWord& word : layout.words) {
    if (word.part != Part::text) {
      continue;
    }
    const Paragraph& paragraph = paragraph_of(layout, word);
    const bool follows = last != nullptr && last->page == word.page &&
                         last->paragraph == word.paragraph &&
                         last->offset + folded(last->word.text).size() == word.offset;
    if (follows && word.word.box.top > last->word.box.top + 4 && !raised(paragraph, word) &&
        !can_break(text_of(paragraph), word.offset)) {
      faults.push_back({"broken-word", word.page, shortened(text_of(paragraph)),
                        "« " + last->word.text + " | " + word.word.text +
                            " » parts in two lines without a hyphen"});
    }
    last = &word;
  }
  return faults;
}

Faults low_contrast(const Layout& layout) {
  Faults faults;
  std::set<std::tuple<std::string, std::string, std::string>> told;
  const std::vector<int> pages = layout.first_pages();
  const auto look = [&](const Paragraph& paragraph, int page) {
    for (const Run& run : paragraph.runs) {
      if (run.colour.empty() || folded(run.text).empty()) {
        continue;
      }
      const double ratio = contrast(run.colour, run.background);
      if (ratio < enough_contrast && told.insert({run.style, run.colour, run.background}).second) {
        faults.push_back({"low-contrast", page, shortened(run.text),
                          fmt::format("{} on {} is {:.2f} : 1, at least 4.5 : 1 wanted (style {})",
                                      run.colour, run.background, ratio, run.style)});
      }
    }
  };
  for (std::size_t i = 0; i < layout.text.paragraphs.size(); ++i) {
    look(layout.text.paragraphs[i], pages[i]);
  }
  for (const Paragraph& band : layout.bands) {
    look(band, 0);
  }
  return faults;
}

}  // namespace rapporteur::pages
