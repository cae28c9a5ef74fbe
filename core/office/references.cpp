#include "office/references.hpp"

#include <algorithm>

namespace rapporteur::office {

namespace {

constexpr std::string_view name_characters =
    "_0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view digits = "_0123456789";

bool ends_with_one_of(std::string_view text, std::initializer_list<std::string_view> ends) {
  return std::ranges::any_of(ends, [&](std::string_view end) { return text.ends_with(end); });
}

/// The length of the letters of a made-up name that begins at `at`; 0 when none does.
std::size_t made_up_name(std::string_view xml, std::size_t at) {
  const std::string_view before = xml.substr(0, at);
  const std::string_view rest = xml.substr(at);
  if (rest.starts_with("__Ref") && ends_with_one_of(before, {"\"", "#", "REF ", "\\l "})) {
    return std::min(rest.find_first_of("0123456789"), rest.size());
  }
  if (rest.starts_with("list") &&
      ends_with_one_of(before, {"xml:id=\"", "text:continue-list=\""})) {
    return 4;
  }
  return 0;
}

}  // namespace

std::string with_steady_references(std::string_view xml, SteadyNumbers& numbers) {
  std::string result;
  result.reserve(xml.size());
  std::size_t copied = 0;
  for (auto at = xml.find_first_of("_l"); at != std::string_view::npos;
       at = xml.find_first_of("_l", at + 1)) {
    const std::size_t letters = made_up_name(xml, at);
    const auto end = std::min(xml.find_first_not_of(name_characters, at), xml.size());
    const std::string_view name = xml.substr(at, end - at);
    if (letters == 0 || letters >= name.size() ||
        name.find_first_not_of(digits, letters) != std::string_view::npos) {
      continue;
    }
    const auto number = numbers.try_emplace(std::string(name), numbers.size() + 1).first;
    result.append(xml.substr(copied, at + letters - copied));
    result.append(std::to_string(number->second));
    copied = end;
  }
  result.append(xml.substr(copied));
  return result;
}

}  // namespace rapporteur::office
