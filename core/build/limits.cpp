#include "build/limits.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "base/text.hpp"

namespace rapporteur::build {

namespace {

template <class Visit>
void each_point(std::string_view text, const Visit& visit) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::int32_t at = 0; at < static_cast<std::int32_t>(text.size());) {
    UChar32 point = 0;
    U8_NEXT(bytes, at, static_cast<std::int32_t>(text.size()), point);
    visit(point);
  }
}

class LimitCheck {
 public:
  LimitCheck(const std::string& document, Diagnostics& diagnostics)
      : document_(document), diagnostics_(diagnostics) {}

  void check(const plugin::Limit& limit, const office::Section& section, const Origin& origin,
             int pages) {
    section_ = &section;
    origin_ = origin;
    origin_.page = section.first_page;
    compare("limit-pages", limit.pages, pages);
    compare("limit-words", limit.words, limit.words ? count_words(section.text) : 0);
    compare("limit-characters", limit.characters,
            limit.characters ? count_characters(section.text) : 0);
  }

 private:
  void compare(const char* id, const std::optional<plugin::Range>& range, std::int64_t count) {
    constexpr std::size_t max_heading = 60;
    if (!range || (count >= range->least && count <= range->most)) {
      return;
    }
    const std::string heading = shortened(trimmed(section_->heading), max_heading);
    diagnostics_.add({.id = id,
                      .origin = origin_,
                      .args = {{"section", heading.empty() ? std::string("none") : heading},
                               {"count", count},
                               {"over", std::string(count > range->most ? "yes" : "no")},
                               {"most", range->most},
                               {"least", range->least},
                               {"document", document_}}});
  }

  const std::string& document_;
  Diagnostics& diagnostics_;
  const office::Section* section_ = nullptr;
  Origin origin_;
};

const office::Section* section_of(const office::Outcome& outcome, const std::string& bookmark) {
  const auto found = std::ranges::find(outcome.sections, bookmark, &office::Section::bookmark);
  return found == outcome.sections.end() ? nullptr : &*found;
}

}  // namespace

std::int64_t count_words(std::string_view text) {
  std::int64_t count = 0;
  bool is_word = false;
  bool after_digit = false;
  bool held = false;  // a no-break space behind a digit: goes on if a digit follows
  each_point(text, [&](UChar32 point) {
    const bool is_digit = u_isdigit(point) != 0;
    if (u_isUWhiteSpace(point) != 0) {
      held = after_digit && (point == 0x00A0 || point == 0x202F);
      if (!held) {
        is_word = false;
      }
      after_digit = false;
      return;
    }
    if (held && !is_digit) {
      is_word = false;
    }
    held = false;
    after_digit = is_digit;
    if (!is_word && u_isalnum(point) != 0) {
      is_word = true;
      ++count;
    }
  });
  return count;
}

std::int64_t count_characters(std::string_view text) {
  std::int64_t count = 0;
  each_point(text, [&](UChar32 point) { count += point == '\n' || point == '\r' ? 0 : 1; });
  return count;
}

std::vector<std::string> limit_names(const plugin::LimitsByName& declared) {
  std::vector<std::string> names;
  names.reserve(declared.size());
  for (const auto& entry : declared) {
    if (entry.first != plugin::whole_document) {
      names.push_back(entry.first);
    }
  }
  return names;
}

std::vector<std::string> sections_to_measure(const plugin::LimitsByName& limits,
                                             const std::vector<template_::LimitMark>& marks) {
  std::vector<std::string> bookmarks;
  bookmarks.reserve(marks.size() + 1);
  for (const template_::LimitMark& mark : marks) {
    bookmarks.push_back(mark.bookmark);
  }
  const auto whole = limits.find(plugin::whole_document);
  if (whole != limits.end() && (whole->second.words || whole->second.characters)) {
    bookmarks.emplace_back();
  }
  return bookmarks;
}

void check_limits(const plugin::LimitsByName& limits,
                  const std::vector<template_::LimitMark>& marks, const std::string& document,
                  const office::Outcome& outcome, Diagnostics& diagnostics) {
  LimitCheck check(document, diagnostics);
  const Origin here{.file = document};
  for (const auto& [name, limit] : limits) {
    if (name == plugin::whole_document) {
      const office::Section* whole = section_of(outcome, "");
      check.check(limit, whole == nullptr ? office::Section{} : *whole, here, outcome.pages);
      continue;
    }
    bool is_measured = false;
    for (const template_::LimitMark& mark : marks) {
      const office::Section* section =
          mark.limit == name ? section_of(outcome, mark.bookmark) : nullptr;
      if (section != nullptr && section->first_page > 0) {
        is_measured = true;
        check.check(limit, *section, mark.origin, section->last_page - section->first_page + 1);
      }
    }
    if (!is_measured) {
      diagnostics.add({.id = "limit-unmeasured", .origin = here, .args = {{"name", name}}});
    }
  }
}

}  // namespace rapporteur::build
