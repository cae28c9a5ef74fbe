#include "layout.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

#include "../end-to-end/documents.hpp"
#include "follow.hpp"
#include "plain_text.hpp"

namespace rapporteur::pages {

namespace {

constexpr double band_line = 15;   // points that a line of a header may take
constexpr double glyph_slack = 6;  // glyph cells begin above their line

/// Page styles that the text calls, with those that follow them by themselves.
std::vector<PageStyle> used_styles(const Styles& styles, const OdtText& text) {
  std::set<std::string> names;
  const auto add = [&](std::string name) {
    while (styles.pages().count(name) != 0 && names.insert(name).second) {
      name = styles.pages().at(name).next;
    }
  };
  if (text.paragraphs.empty() || text.paragraphs.front().page_style.empty()) {
    add("Standard");
  }
  for (const Paragraph& paragraph : text.paragraphs) {
    add(paragraph.page_style);
  }
  std::vector<PageStyle> used;
  used.reserve(names.size());
  for (const std::string& name : names) {
    used.push_back(styles.pages().at(name));
  }
  return used;
}

bool same_size(const PdfPage& page, const PageStyle& style) {
  return std::abs(page.width - style.width) < 2 && std::abs(page.height - style.height) < 2;
}

bool only_digits(const std::u32string& text) {
  return std::all_of(text.begin(), text.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; });
}

/// True when the word stands where this page style has its header or footer, and reads like it.
bool in_band(const Word& word, const PageStyle& style, const Styles& styles) {
  for (const bool header : {true, false}) {
    const std::size_t begin = header ? 0 : style.header_paragraphs;
    const std::size_t end = header ? style.header_paragraphs : style.bands.size();
    if (begin == end) {
      continue;
    }
    const double height =
        header ? style.header - style.header_gap : style.footer - style.footer_gap;
    const double tall = std::max(height, static_cast<double>(end - begin) * band_line);
    const double top = header ? style.top : style.height - style.bottom - tall;
    if (word.box.top < top - glyph_slack || word.box.bottom > top + tall + glyph_slack) {
      continue;
    }
    const std::u32string text = folded(word.text);
    std::u32string whole;
    for (std::size_t i = begin; i < end; ++i) {
      whole += read_band(styles, style.bands[i], style.background).text;
    }
    if (only_digits(text) || whole.find(text) != std::u32string::npos) {
      return true;
    }
  }
  return false;
}

std::vector<std::vector<bool>> find_bands(const Layout& layout, const Styles& styles,
                                          const std::vector<PageStyle>& used) {
  std::vector<std::vector<bool>> bands;
  for (const PdfPage& page : layout.pages) {
    std::vector<bool> of_page;
    for (const Word& word : page.words) {
      of_page.push_back(std::any_of(used.begin(), used.end(), [&](const PageStyle& style) {
        return same_size(page, style) && in_band(word, style, styles);
      }));
    }
    bands.push_back(std::move(of_page));
  }
  return bands;
}

struct PageStart {
  std::string style;
  int number = 0;
};

/// What begins on each page by order of a paragraph. An empty paragraph hands its order on.
std::vector<PageStart> page_starts(const Layout& layout) {
  std::vector<PageStart> starts(layout.pages.size());
  const std::vector<int> first = layout.first_pages();
  PageStart pending;
  for (std::size_t i = 0; i < layout.text.paragraphs.size(); ++i) {
    const Paragraph& paragraph = layout.text.paragraphs[i];
    pending.style = paragraph.page_style.empty() ? pending.style : paragraph.page_style;
    pending.number = paragraph.page_number == 0 ? pending.number : paragraph.page_number;
    if (first[i] > 0) {
      PageStart& start = starts[static_cast<std::size_t>(first[i]) - 1];
      start.style = start.style.empty() ? pending.style : start.style;
      start.number = start.number == 0 ? pending.number : start.number;
      pending = {};
    }
  }
  return starts;
}

void assign_styles(Layout& layout, const Styles& styles) {
  std::string name = "Standard";
  int number = 0;
  const std::vector<PageStart> starts = page_starts(layout);
  for (std::size_t page = 0; page < layout.pages.size(); ++page) {
    const auto known = styles.pages().find(name);
    if (!starts[page].style.empty()) {
      name = starts[page].style;
    } else if (page > 0 && known != styles.pages().end() && !known->second.next.empty()) {
      name = known->second.next;
    }
    number = starts[page].number == 0 ? number + 1 : starts[page].number;
    const auto style = styles.pages().find(name);
    layout.styles.push_back(style == styles.pages().end() ? PageStyle{} : style->second);
    layout.numbers.push_back(number);
  }
}

}  // namespace

std::vector<const LaidWord*> Layout::words_of(std::size_t paragraph) const {
  std::vector<const LaidWord*> found;
  for (const LaidWord& word : words) {
    if (word.part == Part::text && word.paragraph == paragraph && !word.repeated) {
      found.push_back(&word);
    }
  }
  return found;
}

std::vector<int> Layout::first_pages() const {
  std::vector<int> first(text.paragraphs.size(), 0);
  for (const LaidWord& word : words) {
    if (word.part == Part::text && !word.repeated && first[word.paragraph] == 0) {
      first[word.paragraph] = word.page;
    }
  }
  return first;
}

std::vector<int> Layout::last_pages() const {
  std::vector<int> last(text.paragraphs.size(), 0);
  for (const LaidWord& word : words) {
    if (word.part == Part::text && !word.repeated) {
      last[word.paragraph] = word.page;
    }
  }
  return last;
}

Layout lay_out(const Styles& styles, std::vector<PdfPage> pages) {
  Layout layout;
  layout.text = read_text(styles);
  layout.pages = std::move(pages);
  const std::vector<PageStyle> used = used_styles(styles, layout.text);
  follow(layout, find_bands(layout, styles, used));
  assign_styles(layout, styles);
  for (const PageStyle& style : used) {
    for (const pugi::xml_node& band : style.bands) {
      layout.bands.push_back(read_band(styles, band, style.background));
    }
  }
  return layout;
}

Styles styles_of(const std::string& odt) {
  return {test::part_of(odt, "styles.xml"), test::part_of(odt, "content.xml")};
}

Layout read_layout(const std::string& odt, const std::string& pdf) {
  std::vector<PdfPage> pages = read_pdf(pdf);
  if (pages.empty()) {
    throw std::runtime_error(pdf + " cannot be read");
  }
  Layout layout = lay_out(styles_of(odt), std::move(pages));
  if (layout.text.paragraphs.empty()) {
    throw std::runtime_error(odt + " has no text");
  }
  return layout;
}

}  // namespace rapporteur::pages
