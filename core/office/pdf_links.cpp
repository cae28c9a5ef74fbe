#include "office/pdf_links.hpp"

#include <charconv>
#include <map>
#include <string_view>

#include "office/pdf_objects.hpp"

namespace rapporteur::office {
namespace {

using Objects = std::map<int, std::string_view>;

/// What stands behind `key`, up to `end`; empty when there is none.
std::string_view behind(std::string_view object, std::string_view key, char end) {
  const std::size_t at = object.find(key);
  if (at == std::string_view::npos) {
    return {};
  }
  object.remove_prefix(at + key.size());
  return object.substr(0, object.find(end));
}

std::vector<double> numbers_in(std::string_view text) {
  std::vector<double> numbers;
  while (!text.empty()) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_number = error == std::errc{};
    if (is_number) {
      numbers.push_back(value);
    }
    text.remove_prefix(is_number ? static_cast<std::size_t>(end - text.data()) : 1);
  }
  return numbers;
}

/// The objects of "4 0 R 9 0 R".
std::vector<int> references_in(std::string_view text) {
  std::vector<int> objects;
  const std::vector<double> numbers = numbers_in(text);
  for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
    objects.push_back(static_cast<int>(numbers[i]));
  }
  return objects;
}

void collect_pages(const Objects& objects, int number, int depth, std::vector<int>& pages) {
  constexpr int deepest = 32;
  const auto object = objects.find(number);
  if (object == objects.end() || depth > deepest) {
    return;
  }
  if (object->second.find("/Type/Pages") == std::string_view::npos) {
    pages.push_back(number);
    return;
  }
  for (const int kid : references_in(behind(object->second, "/Kids[", ']'))) {
    collect_pages(objects, kid, depth + 1, pages);
  }
}

int page_tree(const Objects& objects) {
  for (const auto& [number, object] : objects) {
    if (object.find("/Type/Catalog") != std::string_view::npos) {
      const std::vector<double> pages = numbers_in(behind(object, "/Pages ", 'R'));
      return pages.empty() ? 0 : static_cast<int>(pages.front());
    }
  }
  return 0;
}

void add_link(std::string_view annotation, int page, double height, std::vector<PdfLink>& links) {
  const std::string_view address = behind(annotation, "/URI/URI(", ')');
  const std::vector<double> corners = numbers_in(behind(annotation, "/Rect[", ']'));
  if (address.empty() || corners.size() != 4) {
    return;
  }
  links.push_back({std::string(address), page, corners[0], height - corners[3],
                   corners[2] - corners[0], corners[3] - corners[1]});
}

}  // namespace

std::vector<PdfLink> read_links(const std::string& pdf) {
  const auto file = parse_pdf(pdf);
  if (!file) {
    return {};
  }
  Objects objects;
  for (const PdfObject& object : file->objects) {
    objects.emplace(object.number, object.bytes);
  }
  std::vector<int> pages;
  collect_pages(objects, page_tree(objects), 0, pages);
  std::vector<PdfLink> links;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string_view page = objects.at(pages[i]);
    const std::vector<double> box = numbers_in(behind(page, "/MediaBox[", ']'));
    for (const int annotation : references_in(behind(page, "/Annots[", ']'))) {
      const auto found = objects.find(annotation);
      if (found != objects.end() && box.size() == 4) {
        add_link(found->second, static_cast<int>(i) + 1, box[3], links);
      }
    }
  }
  return links;
}

}  // namespace rapporteur::office
