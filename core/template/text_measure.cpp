#include "template/text_measure.hpp"

#include <algorithm>

namespace rapporteur::template_ {
namespace {

// In ems.
double letter_width(char32_t letter) {
  if (letter >= U'0' && letter <= U'9') {
    return 0.507;
  }
  if (letter == U' ' || letter == U'\u00A0' || letter == U'\u202F') {
    return 0.226;
  }
  if (letter < 0x80) {
    constexpr std::u32string_view narrow = U"ijltfI.,;:!'|()[]/-";
    constexpr std::u32string_view wide = U"mwMW@%";
    if (narrow.find(letter) != std::u32string_view::npos) {
      return 0.3;
    }
    if (wide.find(letter) != std::u32string_view::npos) {
      return 0.83;
    }
    return letter >= U'A' && letter <= U'Z' ? 0.6 : 0.5;
  }
  return letter < 0x2E80 ? 0.52 : 1;
}

}  // namespace

void TextMeasure::add(std::string_view utf8, bool strong) {
  char32_t letter = 0;
  int more = 0;
  for (const char byte : utf8) {
    const auto code = static_cast<unsigned char>(byte);
    if (code < 0x80) {
      letter = code;
      more = 0;
    } else if (code >= 0xC0) {
      more = code >= 0xF0 ? 3 : code >= 0xE0 ? 2 : 1;
      letter = code & (0x3FU >> static_cast<unsigned>(more));
      continue;
    } else {
      letter = (letter << 6U) | (code & 0x3FU);
      --more;
    }
    if (more <= 0) {
      add(letter, strong);
    }
  }
}

TextWidth TextMeasure::width() {
  end_word();
  end_line();
  return width_;
}

int TextMeasure::lines() {
  end_word();
  return lines_;
}

void TextMeasure::add(char32_t letter, bool strong) {
  if (letter == U'\n') {
    end_word();
    end_line();
    ++lines_;
    at_ = 0;
    return;
  }
  const double width = letter_width(letter) * (strong ? 1.05 : 1);
  // No line ends between a hyphen or slash and a digit (UAX 14, LB25): 2020/2022, 2018-2020.
  const bool is_digit = letter >= U'0' && letter <= U'9';
  if (letter == U' ' || (may_part_ && !is_digit)) {
    end_word();
  }
  line_ += width;
  (letter == U' ' ? at_ : word_) += width;
  may_part_ = letter == U'-' || letter == U'/';
}

void TextMeasure::end_word() {
  width_.word = std::max(width_.word, word_);
  if (at_ + word_ > room_ && at_ > 0 && word_ > 0) {
    ++lines_;
    at_ = 0;
  }
  at_ += word_;
  word_ = 0;
  may_part_ = false;
}

void TextMeasure::end_line() {
  width_.line = std::max(width_.line, line_);
  width_.all += line_;
  line_ = 0;
}

}  // namespace rapporteur::template_
