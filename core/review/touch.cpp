#include "review/touch.hpp"

#include <algorithm>
#include <optional>

#include "base/text.hpp"

namespace rapporteur::review {
namespace {

struct Range {
  std::size_t from = 0;
  std::size_t to = 0;
};

/// The same stretch in the paragraph as it prints today.
Range in_printed(const Spot& spot, const Paragraph& reviewed, const PrintedParagraph& printed,
                 bool is_same) {
  const std::string_view old = reviewed.text;
  Range range{ink_before(old, spot.from), ink_before(old, spot.to)};
  if (!is_same) {
    const std::string touched(old.substr(spot.from, spot.to - spot.from));
    const std::size_t found = touched.empty() ? std::string::npos : printed.text.find(touched);
    if (found != std::string::npos) {
      return {found, found + touched.size()};
    }
    // What both begin with, and what both end with, keeps its place; between them all is one.
    const std::string a = ink_of(old);
    const std::string b = ink_of(printed.text);
    const std::size_t shorter = std::min(a.size(), b.size());
    std::size_t head = 0;
    while (head < shorter && a[head] == b[head]) {
      ++head;
    }
    std::size_t tail = 0;
    while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) {
      ++tail;
    }
    const auto moved = [&](std::size_t ink, std::size_t inside) {
      return ink <= head ? ink : (ink >= a.size() - tail ? ink + b.size() - a.size() : inside);
    };
    range = {moved(range.from, head), moved(range.to, b.size() - tail)};
  }
  Range bytes{byte_at_ink(printed.text, range.from), byte_at_ink(printed.text, range.to)};
  if (range.to > range.from) {
    // Behind the last letter, not before the next one: white space between them belongs to neither.
    bytes.to = byte_at_ink(printed.text, range.to - 1) + 1;
  }
  return bytes;
}

/// The innermost span at a byte.
std::optional<std::size_t> span_at(const PrintedParagraph& printed, std::size_t at) {
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < printed.spans.size(); ++i) {
    if (printed.spans[i].from <= at && at < printed.spans[i].to) {
      found = i;
    }
  }
  return found;
}

/// Where something was put in: the value around it, else the one that ends there, else the one
/// that begins there.
std::optional<std::size_t> span_around(const PrintedParagraph& printed, std::size_t at) {
  std::optional<std::size_t> around;
  std::optional<std::size_t> ends;
  std::optional<std::size_t> begins;
  for (std::size_t i = 0; i < printed.spans.size(); ++i) {
    const Span& span = printed.spans[i];
    if (span.from < at && at < span.to) {
      around = i;
    } else if (span.to == at && !ends) {
      ends = i;  // the outermost: words behind a figure that a text quotes are words of the text
    } else if (span.from == at && !begins) {
      begins = i;
    }
  }
  return around ? around : (ends ? ends : begins);
}

bool has_letter(std::string_view text) {
  return std::ranges::any_of(text, [](char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return code >= 0x80 || std::isalnum(code) != 0;
  });
}

Source source_of(const template_::PrintedFigure& value) {
  if (value.kind == "term") {
    return Source::words;
  }
  if (value.formula && value.formula->operation != "quotation") {
    return Source::computed;
  }
  if (value.origin.file.empty() || value.origin.file == value.slot_origin.file) {
    return Source::format;
  }
  return value.kind == "markdown" && value.origin.column_name.empty() ? Source::text : Source::cell;
}

Touch touch_of(const template_::PrintedFigure& value) {
  return {source_of(value), value, value.origin.row, {}};
}

bool same_place(const Origin& a, const Origin& b) {
  return a.file == b.file && a.sheet == b.sheet && a.row == b.row && a.column == b.column;
}

bool is_same(const Touch& a, const Touch& b) {
  return a.source == b.source && same_place(a.value.origin, b.value.origin) &&
         a.value.formula == b.value.formula &&
         (a.source == Source::cell || a.source == Source::text || a.value.slot == b.value.slot);
}

}  // namespace

std::vector<Touch> touches_of(const Remark& remark, const Spot& spot, const Paragraph& reviewed,
                              const Match& match, const Printed& printed,
                              const template_::PrintedFigure& drawn) {
  if (!match.printed) {
    return {Touch{.value = drawn}};
  }
  const PrintedParagraph& paragraph = printed.paragraphs[*match.printed];
  const Range range = in_printed(spot, reviewed, paragraph, match.is_same);
  std::vector<std::size_t> spans;
  std::string outside;
  const auto add = [&spans](std::optional<std::size_t> span) {
    if (span && std::ranges::find(spans, *span) == spans.end()) {
      spans.push_back(*span);
    }
  };
  if (range.to <= range.from) {
    add(span_around(paragraph, range.from));
  }
  for (std::size_t at = range.from; at < std::min(range.to, paragraph.text.size()); ++at) {
    const auto span = span_at(paragraph, at);
    add(span);
    outside += span ? ' ' : paragraph.text[at];
  }
  std::vector<Touch> touches;
  touches.reserve(spans.size() + 1);
  for (const std::size_t span : spans) {
    touches.push_back(touch_of(printed.values[paragraph.spans[span].value]));
  }
  const bool changes_drawn = remark.kind != RemarkKind::comment && has_letter(outside);
  if (touches.empty() || changes_drawn) {
    touches.push_back({Source::drawn, drawn, 0, {}});
  }
  if (!match.is_same) {
    for (Touch& touch : touches) {
      touch.now = paragraph.text;
    }
  }
  return touches;
}

std::vector<Touch> merged(std::vector<Touch> touches) {
  std::vector<Touch> out;
  for (Touch& touch : touches) {
    const auto known =
        std::ranges::find_if(out, [&](const Touch& other) { return is_same(touch, other); });
    if (known != out.end()) {
      continue;
    }
    const bool goes_on = !out.empty() && touch.source == Source::text &&
                         out.back().source == Source::text &&
                         out.back().value.origin.file == touch.value.origin.file &&
                         touch.value.origin.row > out.back().last_row &&
                         touch.value.origin.row <= out.back().last_row + 2;
    if (goes_on) {
      out.back().last_row = touch.value.origin.row;
    } else {
      out.push_back(std::move(touch));
    }
  }
  return out;
}

}  // namespace rapporteur::review
