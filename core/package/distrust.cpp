#include "package/distrust.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.hpp"

namespace rapporteur::package {
namespace {

constexpr std::string_view ole_magic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

std::string utf16(std::string_view ascii) {
  std::string out;
  for (const char byte : ascii) {
    (out += byte) += '\0';
  }
  return out;
}

bool looks_like_xml(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.remove_prefix(3);
  }
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  const bool is_utf16 =
      bytes.starts_with("\xFF\xFE<") || bytes.starts_with(std::string_view("\xFE\xFF\0<", 4));
  return is_utf16 || (first != std::string_view::npos && bytes[first] == '<');
}

}  // namespace

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char byte) { return static_cast<char>(std::tolower(byte)); });
  return out;
}

Refusal open(std::string bytes, Package& package, std::string& detail) {
  detail.clear();
  if (std::string_view(bytes).starts_with(ole_magic)) {
    return bytes.find(utf16("EncryptedPackage")) != std::string::npos ? Refusal::encrypted
                                                                      : Refusal::not_zip;
  }
  switch (package.read(std::move(bytes), detail)) {
    case PackageFault::none:
      return Refusal::none;
    case PackageFault::encrypted:
      return Refusal::encrypted;
    case PackageFault::bomb:
      return Refusal::zip_bomb;
    case PackageFault::path:
    case PackageFault::duplicate:
      return Refusal::bad_entry;
    case PackageFault::not_zip:
      break;
  }
  return Refusal::not_zip;
}

bool is_program(std::string_view entry) {
  constexpr std::array<std::string_view, 5> parts = {"vbaproject", "vbadata", "/activex/",
                                                     "/macrosheets/", "/dialogsheets/"};
  const std::string small = lower(entry);
  return small.starts_with("basic/") || small.starts_with("scripts/") ||
         std::ranges::any_of(
             parts, [&](std::string_view part) { return small.find(part) != std::string::npos; });
}

bool is_xml(std::string_view entry, std::string_view bytes) {
  const std::string small = lower(entry);
  return small.ends_with(".xml") || small.ends_with(".rels") || small.ends_with(".rdf") ||
         looks_like_xml(bytes);
}

bool leads_out(std::string_view target) {
  if (target.starts_with('#') || target.empty()) {
    return false;
  }
  return target.starts_with('/') || target.starts_with('\\') || target.starts_with("..") ||
         target.substr(0, target.find('/')).find(':') != std::string_view::npos;
}

std::string shown_detail(const std::string& detail) {
  if (detail.empty()) {
    return "none";
  }
  return first_invalid_utf8(detail) == std::string::npos ? shortened(strip_unprintable(detail), 120)
                                                         : "?";
}

}  // namespace rapporteur::package
