// Rules about pages as a whole: see page_rules.hpp.
#include "page_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>

#include "plain_text.hpp"

namespace rapporteur::pages {

namespace {

constexpr double slack = 1;         // points beyond a margin that no eye sees
constexpr double glyph_top = 0.35;  // em that a glyph cell begins above its line

const Paragraph& paragraph_of(const Layout& layout, const LaidWord& word) {
  return layout.text.paragraphs[word.paragraph];
}

/// The largest band or margin that text of the body must leave free.
double body_top(const PageStyle& style) {
  return style.top + style.header;
}

double body_bottom(const PageStyle& style) {
  return style.height - style.bottom - style.footer;
}

const PageStyle& style_of(const Layout& layout, const LaidWord& word) {
  return layout.styles[static_cast<std::size_t>(word.page) - 1];
}

/// What a band should read on this page, one folded text; empty when it counts no pages.
std::u32string expected_band(const pugi::xml_node& node, int number, std::size_t pages,
                             bool& has_number, bool& has_count) {
  std::u32string text;
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = child.name();
    if (child.type() == pugi::node_pcdata) {
      text += folded(child.value());
    } else if (name == "text:page-number") {
      has_number = true;
      text += folded(std::to_string(number));
    } else if (name == "text:page-count") {
      has_count = true;
      text += folded(std::to_string(pages));
    } else {
      text += expected_band(child, number, pages, has_number, has_count);
    }
  }
  return text;
}

}  // namespace

Faults outside_margins(const Layout& layout) {
  Faults faults;
  for (const LaidWord& word : layout.words) {
    const PageStyle& style = style_of(layout, word);
    const Box& box = word.word.box;
    const double above = word.word.size * glyph_top + slack;
    const bool inner = word.part == Part::text || word.part == Part::unread;
    const bool note = word.part == Part::text && paragraph_of(layout, word).kind == Kind::note;
    const double top = inner ? body_top(style) : style.top;
    const double bottom = inner ? body_bottom(style) : style.height - style.bottom;
    std::string side;
    if (style.width == 0) {
      side = "its page has no style";
    } else if (box.left < style.left - slack) {
      side = fmt::format("{:.1f} pt beyond the left margin", style.left - box.left);
    } else if (box.right > style.width - style.right + slack) {
      side =
          fmt::format("{:.1f} pt beyond the right margin", box.right - (style.width - style.right));
    } else if (box.top < top - above && !note) {
      side = fmt::format("{:.1f} pt above the {}", top - box.top, inner ? "body" : "top margin");
    } else if (box.bottom > bottom + above) {
      side = fmt::format("{:.1f} pt below the {}", box.bottom - bottom,
                         inner ? "body" : "bottom margin");
    }
    if (!side.empty()) {
      faults.push_back({"outside-margins", word.page, word.word.text, side});
    }
  }
  return faults;
}

Faults overlapping_text(const Layout& layout) {
  Faults faults;
  std::set<std::pair<std::size_t, std::size_t>> told;
  // Glyph cells are higher than lines: only their middles must not meet.
  const auto core = [](const Word& word) {
    const double quarter = (word.box.bottom - word.box.top) / 4;
    return Box{word.box.left + 0.5, word.box.top + quarter, word.box.right - 0.5,
               word.box.bottom - quarter};
  };
  for (std::size_t i = 0; i < layout.words.size(); ++i) {
    const LaidWord& one = layout.words[i];
    const Box a = core(one.word);
    for (std::size_t j = i + 1; j < layout.words.size() && layout.words[j].page == one.page; ++j) {
      const LaidWord& other = layout.words[j];
      const Box b = core(other.word);
      const bool meet =
          a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      if (meet && told.insert({one.paragraph, other.paragraph}).second) {
        faults.push_back(
            {"overlapping-text", one.page, one.word.text, "lies over « " + other.word.text + " »"});
      }
    }
  }
  return faults;
}

Faults heading_at_foot(const Layout& layout) {
  Faults faults;
  const std::vector<int> first = layout.first_pages();
  const std::vector<int> last = layout.last_pages();
  const auto& paragraphs = layout.text.paragraphs;
  const auto leads = [&](std::size_t i) {
    return paragraphs[i].kind == Kind::heading ||
           (paragraphs[i].kind == Kind::body && paragraphs[i].keep_with_next);
  };
  // A cover, or a page that holds nothing but titles, before a page that is begun on purpose.
  const auto divider = [&](std::size_t i, std::size_t next) {
    if (last[i] == 1 && paragraphs[i].kind != Kind::heading) {
      return paragraphs[next].new_page;
    }
    for (std::size_t k = 0; k < paragraphs.size(); ++k) {
      if (first[k] != 0 && first[k] <= last[i] && last[k] >= last[i] && !leads(k)) {
        return false;
      }
    }
    return paragraphs[next].new_page;
  };
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (!leads(i) || last[i] == 0) {
      continue;
    }
    std::size_t next = i + 1;
    while (next < paragraphs.size() && (first[next] == 0 || paragraphs[next].kind == Kind::frame)) {
      ++next;
    }
    const bool ends = next >= paragraphs.size() || paragraphs[next].kind == Kind::note;
    if (!ends && first[next] > last[i] && !divider(i, next)) {
      faults.push_back({"heading-at-foot", last[i], shortened(text_of(paragraphs[i])),
                        fmt::format("ends its page; what it leads to, « {} », begins on page {} "
                                    "(style {})",
                                    shortened(text_of(paragraphs[next]), 30), first[next],
                                    paragraphs[i].style)});
    }
  }
  return faults;
}

Faults empty_end(const Layout& layout) {
  const int last = static_cast<int>(layout.styles.size());
  const bool holds = std::ranges::any_of(layout.words, [&](const LaidWord& word) {
    return word.page == last && word.part != Part::band;
  });
  return holds ? Faults{} : Faults{{"empty-end", last, "", "the last page holds nothing"}};
}

Faults page_numbers(const Layout& layout) {
  Faults faults;
  std::vector<std::u32string> printed(layout.pages.size());
  for (const LaidWord& word : layout.words) {
    if (word.part == Part::band) {
      printed[static_cast<std::size_t>(word.page) - 1] += folded(word.word.text);
    }
  }
  for (std::size_t page = 0; page < layout.pages.size(); ++page) {
    bool has_number = false;
    bool has_count = false;
    for (const pugi::xml_node& band : layout.styles[page].bands) {
      bool number = false;
      bool count = false;
      const std::u32string wanted =
          expected_band(band, layout.numbers[page], layout.pages.size(), number, count);
      has_number = has_number || number;
      has_count = has_count || count;
      if ((number || count) && printed[page].find(wanted) == std::u32string::npos) {
        faults.push_back(
            {"page-number",
             static_cast<int>(page) + 1,
             {},
             fmt::format("does not read {} of {}", layout.numbers[page], layout.pages.size())});
      }
    }
    if (page > 0 && !(has_number && has_count)) {  // the first page may be a cover
      faults.push_back(
          {"page-number",
           static_cast<int>(page) + 1,
           {},
           "no page x of y in header or footer (page style " + layout.styles[page].name + ")"});
    }
  }
  return faults;
}

Faults page_faults(const Layout& layout) {
  Faults all;
  for (const auto rule : {lost_text, unread_text, broken_words, low_contrast, outside_margins,
                          overlapping_text, heading_at_foot, empty_end, page_numbers,
                          header_not_repeated, header_alone, torn_rows, clipped_cells}) {
    append(all, rule(layout));
  }
  append(all, small_text(layout));
  return all;
}

}  // namespace rapporteur::pages
