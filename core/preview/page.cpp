#include "preview/page.hpp"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

#include "base/embedded.hpp"
#include "base/json.hpp"
#include "base/messages.hpp"
#include "base/text.hpp"

namespace rapporteur::preview {

extern const std::span<const EmbeddedFile> page_files;  // generated: EmbedFiles.cmake

namespace {

constexpr std::string_view page_name = "page.html";

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

/// As the content of a <script> element: nothing in it may end the element.
std::string words_json(const std::map<std::string, std::string>& words) {
  json::Value object = json::object();
  for (const auto& [key, text] : words) {
    object.set(key, json::string(text));
  }
  std::string safe;
  for (const char c : json::write(object, 0)) {
    safe += c == '<' ? "\\u003c" : std::string(1, c);
  }
  return safe;
}

std::string word(const std::map<std::string, std::string>& words, const std::string& key,
                 std::string_view language) {
  if (key == "lang") {
    return std::string(language);
  }
  if (key == "words") {
    return words_json(words);
  }
  if (key == "other_address") {
    return "?lang=" + words.at("other");
  }
  const auto found = words.find(key);
  if (found == words.end()) {
    throw std::logic_error("the page has a word without a text: " + key);
  }
  return escaped(found->second);
}

std::string type_of(std::string_view name) {
  return name.ends_with(".css")   ? "text/css; charset=utf-8"
         : name.ends_with(".js")  ? "text/javascript; charset=utf-8"
         : name.ends_with(".svg") ? "image/svg+xml"
                                  : "text/html; charset=utf-8";
}

}  // namespace

std::string page_html(std::string_view language) {
  const auto words = ui_patterns("page_", language);
  const auto page = std::ranges::find(page_files, page_name, &EmbeddedFile::name);
  std::string html;
  std::string_view rest = page->text;
  for (std::size_t open = 0; (open = rest.find("{{")) != std::string_view::npos;) {
    const std::size_t close = rest.find("}}", open);
    html += rest.substr(0, open);
    html += word(words, std::string(rest.substr(open + 2, close - open - 2)), language);
    rest.remove_prefix(close + 2);
  }
  return html.append(rest);
}

const std::map<std::string, Asset, std::less<>>& assets() {
  static const auto all = [] {
    std::map<std::string, Asset, std::less<>> by_name;
    for (const EmbeddedFile& file : page_files) {
      if (file.name != page_name) {
        by_name.emplace(file.name, Asset{type_of(file.name), std::string(file.text)});
      }
    }
    return by_name;
  }();
  return all;
}

std::string preferred_language(std::string_view accepted, std::string_view otherwise) {
  std::string best(otherwise);
  double best_quality = 0;
  for (const std::string& part : split(accepted, ',')) {
    const std::string item = trimmed(part);
    const std::string language = item.substr(0, 2);
    const bool is_whole = item.size() == 2 || item[2] == '-' || item[2] == ';';
    const std::size_t quality_at = item.find(";q=");
    const double quality =
        quality_at == std::string::npos ? 1 : std::strtod(item.c_str() + quality_at + 3, nullptr);
    if ((language == "fr" || language == "en") && is_whole && quality > best_quality) {
      best = language;
      best_quality = quality;
    }
  }
  return best;
}

}  // namespace rapporteur::preview
