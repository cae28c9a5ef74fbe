// The words of `{{path | words}}`.
#include <algorithm>
#include <array>
#include <utility>

#include "locale/format.hpp"

namespace rapporteur::locale {
namespace {

constexpr std::array<std::string_view, 7> kinds{"number", "money", "percent", "date",
                                                "month",  "year",  "text"};
constexpr std::array<std::pair<std::string_view, int>, 3> scales{
    {{"thousands", 3}, {"millions", 6}, {"billions", 9}}};
constexpr std::string_view decimals = "decimals";
constexpr int max_decimals = 6;

bool apply(std::string_view word, Format& format) {
  if (std::find(kinds.begin(), kinds.end(), word) != kinds.end()) {
    format.kind = word;
    return true;
  }
  for (const auto& [name, power] : scales) {
    if (word == name) {
      format.scale = power;
      return true;
    }
  }
  if (word.size() == decimals.size() + 1 && word.substr(0, decimals.size()) == decimals &&
      word.back() >= '0' && word.back() <= '0' + max_decimals) {
    format.decimals = word.back() - '0';
    return true;
  }
  if (word == "dash") {
    format.missing = "–";
    format.missing_is_blank = false;
  } else if (word == "blank") {
    format.missing_is_blank = true;
  } else if (word == "currency") {
    format.with_currency = true;
  } else if (word == "signed") {
    format.sign = true;
  } else if (word == "capital") {
    format.capital = true;
  } else {
    return false;
  }
  return true;
}

}  // namespace

std::optional<Format> parse_format(std::string_view words, const Formats& named,
                                   std::string& unknown) {
  Format format;
  bool first = true;
  while (true) {
    const std::size_t start = words.find_first_not_of(" \t\n");
    if (start == std::string_view::npos) {
      return format;
    }
    words.remove_prefix(start);
    const std::string_view word = words.substr(0, words.find_first_of(" \t\n"));
    words.remove_prefix(word.size());
    const auto base = first ? named.find(word) : named.end();
    if (base != named.end()) {
      format = base->second;
    } else if (!apply(word, format)) {
      unknown = word;
      return std::nullopt;
    }
    first = false;
  }
}

std::vector<std::string> format_words() {
  std::vector<std::string> words(kinds.begin(), kinds.end());
  for (const auto& scale : scales) {
    words.emplace_back(scale.first);
  }
  for (int count = 0; count <= max_decimals; ++count) {
    words.push_back(std::string(decimals) + std::to_string(count));
  }
  words.insert(words.end(), {"dash", "blank", "currency", "signed", "capital"});
  return words;
}

}  // namespace rapporteur::locale
