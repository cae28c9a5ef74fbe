#include "trial/line_difference.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace rapporteur::trial {
namespace {

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// One line of the way from one text to the other: ' ' both, '-' the expected, '+' the actual.
struct Step {
  char kind;
  std::string_view line;
  int before;  ///< line of the expected text, from 1
  int after;
};

/// Longest common subsequence of what differs. Beyond `too_many` pairs of lines, all of the
/// expected ones, then all of the others: nobody reads such a difference line by line.
void compare(const Lines& a, const Lines& b, std::size_t start, std::size_t end_a,
             std::size_t end_b, std::vector<Step>& steps) {
  constexpr std::size_t too_many = 25'000'000;
  const std::size_t rows = end_a - start;
  const std::size_t columns = end_b - start;
  std::vector<std::uint32_t> common;
  const bool fits = rows * columns <= too_many;
  if (fits) {
    common.assign((rows + 1) * (columns + 1), 0);
    for (std::size_t i = rows; i-- > 0;) {
      for (std::size_t j = columns; j-- > 0;) {
        common[i * (columns + 1) + j] =
            a[start + i] == b[start + j]
                ? common[(i + 1) * (columns + 1) + j + 1] + 1
                : std::max(common[(i + 1) * (columns + 1) + j], common[i * (columns + 1) + j + 1]);
      }
    }
  }
  std::size_t i = 0;
  std::size_t j = 0;
  const auto put = [&](char kind) {
    steps.push_back({kind, kind == '+' ? b[start + j] : a[start + i],
                     static_cast<int>(start + i) + 1, static_cast<int>(start + j) + 1});
    i += kind == '+' ? 0 : 1;
    j += kind == '-' ? 0 : 1;
  };
  while (i < rows || j < columns) {
    if (fits && i < rows && j < columns && a[start + i] == b[start + j]) {
      put(' ');
    } else if (j == columns || (i < rows && (!fits || common[(i + 1) * (columns + 1) + j] >=
                                                          common[i * (columns + 1) + j + 1]))) {
      put('-');
    } else {
      put('+');
    }
  }
}

std::vector<Step> way(const Lines& a, const Lines& b) {
  std::size_t start = 0;
  while (start < std::min(a.size(), b.size()) && a[start] == b[start]) {
    ++start;
  }
  std::size_t tail = 0;
  while (tail < std::min(a.size(), b.size()) - start &&
         a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) {
    ++tail;
  }
  std::vector<Step> steps;
  steps.reserve(a.size() + b.size());
  for (std::size_t i = 0; i < start; ++i) {
    steps.push_back({' ', a[i], static_cast<int>(i) + 1, static_cast<int>(i) + 1});
  }
  compare(a, b, start, a.size() - tail, b.size() - tail, steps);
  for (std::size_t i = tail; i-- > 0;) {
    steps.push_back(
        {' ', a[a.size() - 1 - i], static_cast<int>(a.size() - i), static_cast<int>(b.size() - i)});
  }
  return steps;
}

std::string hunk(const std::vector<Step>& steps, std::size_t from, std::size_t to) {
  int removed = 0;
  int added = 0;
  std::string text;
  for (std::size_t i = from; i < to; ++i) {
    removed += steps[i].kind == '+' ? 0 : 1;
    added += steps[i].kind == '-' ? 0 : 1;
    ((text += steps[i].kind) += steps[i].line) += '\n';
  }
  return "@@ -" + std::to_string(steps[from].before) + "," + std::to_string(removed) + " +" +
         std::to_string(steps[from].after) + "," + std::to_string(added) + " @@\n" + text;
}

}  // namespace

LineDifference line_difference(std::string_view expected, std::string_view actual) {
  constexpr std::size_t context = 3;
  const Lines a = lines_of(expected);
  const Lines b = lines_of(actual);
  const std::vector<Step> steps = way(a, b);
  LineDifference result;
  for (std::size_t i = 0; i < steps.size();) {
    if (steps[i].kind == ' ') {
      ++i;
      continue;
    }
    result.line = result.line == 0 ? steps[i].before : result.line;
    // The hunk goes on while the next change is near.
    std::size_t last = i;
    for (std::size_t next = i; next < steps.size() && next <= last + 2 * context; ++next) {
      last = steps[next].kind == ' ' ? last : next;
    }
    const std::size_t end = std::min(steps.size(), last + 1 + context);
    result.text += hunk(steps, i - std::min(i, context), end);
    i = last + 1;
  }
  return result;
}

}  // namespace rapporteur::trial
