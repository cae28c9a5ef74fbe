#include "office/pdf_objects.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

namespace rapporteur::office {

namespace {

constexpr std::size_t entry_size = 20;       // "0000017664 00000 n \n"
constexpr std::size_t objects_per_font = 5;  // file, its length, descriptor, character map, font

std::optional<std::uint64_t> number_at(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} ? std::optional(value) : std::nullopt;
}

struct Entry {
  int number;
  std::size_t offset;
};

/// Objects in use, by their place in the file; nothing when the table is not of the simple form.
std::optional<std::vector<Entry>> read_table(std::string_view table) {
  if (!table.starts_with("xref\n0 ")) {
    return std::nullopt;
  }
  const std::size_t first = table.find('\n', 5) + 1;
  std::vector<Entry> entries;
  int number = 0;
  for (std::size_t at = first; at + entry_size <= table.size(); at += entry_size, ++number) {
    if (table[at + 17] == 'n') {
      entries.push_back({number, number_at(table.substr(at)).value_or(0)});
    }
  }
  std::ranges::sort(entries, {}, &Entry::offset);
  return entries;
}

/// The part of an object that is no stream data: references stand there.
std::size_t header_size(std::string_view object) {
  const std::size_t stream = object.find("\nstream\n");
  return stream == std::string_view::npos ? object.size() : stream;
}

/// Replaces "12 0 obj" and "12 0 R" by the new numbers.
std::string renumbered(const std::string& bytes, const std::map<int, int>& numbers) {
  const std::size_t header = header_size(bytes);
  std::string result;
  for (std::size_t at = 0; at < header;) {
    const bool starts = (at == 0 || bytes[at - 1] < '0' || bytes[at - 1] > '9') &&
                        bytes[at] >= '0' && bytes[at] <= '9';
    const auto number =
        starts ? number_at(std::string_view(bytes).substr(at, header - at)) : std::nullopt;
    const std::size_t digits = number ? std::to_string(*number).size() : 0;
    const std::string_view rest = std::string_view(bytes).substr(at + digits);
    const auto found = number ? numbers.find(static_cast<int>(*number)) : numbers.end();
    if (found != numbers.end() && (rest.starts_with(" 0 R") || rest.starts_with(" 0 obj"))) {
      result += std::to_string(found->second);
      at += digits;
    } else {
      result += bytes[at++];
    }
  }
  return result + bytes.substr(header);
}

std::string_view base_font(std::string_view object) {
  const std::size_t at = object.find("/BaseFont/");
  if (at == std::string_view::npos ||
      object.find("<</Type/Font/Subtype/") == std::string_view::npos) {
    return {};
  }
  return object.substr(at, object.find_first_of("\r\n/ >", at + 10) - at);
}

bool consecutive(const std::vector<PdfObject>& objects, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    if (objects[i + 1].number != objects[i].number + 1) {
      return false;
    }
  }
  return true;
}

/// Index of the first of a font's five objects when the font itself stands at `last`.
std::optional<std::size_t> font_group(const std::vector<PdfObject>& objects, std::size_t last) {
  if (base_font(objects[last].bytes).empty() || last + 1 < objects_per_font) {
    return std::nullopt;
  }
  const std::size_t first = last + 1 - objects_per_font;
  const std::string length = fmt::format("/Length {} 0 R", objects[first].number + 1);
  const bool whole =
      consecutive(objects, first, last) && objects[first].bytes.find(length) != std::string::npos;
  return whole ? std::optional(first) : std::nullopt;
}

}  // namespace

std::optional<PdfFile> parse_pdf(const std::string& pdf) {
  const std::size_t start = pdf.rfind("startxref\n");
  if (start == std::string::npos) {
    return std::nullopt;
  }
  const auto table_at = number_at(std::string_view(pdf).substr(start + 10));
  const std::size_t trailer = pdf.rfind("trailer\n", start);
  if (!table_at || trailer == std::string::npos || *table_at >= trailer) {
    return std::nullopt;
  }
  PdfFile file;
  file.table = pdf.substr(*table_at, trailer - *table_at);
  file.trailer = pdf.substr(trailer, start + 10 - trailer);
  const auto entries = read_table(file.table);
  if (!entries || entries->empty() || entries->back().offset >= *table_at) {
    return std::nullopt;
  }
  file.head = pdf.substr(0, entries->front().offset);
  for (std::size_t i = 0; i < entries->size(); ++i) {
    const auto [number, offset] = (*entries)[i];
    const std::size_t end = i + 1 < entries->size() ? (*entries)[i + 1].offset : *table_at;
    file.objects.push_back({number, pdf.substr(offset, end - offset)});
    if (!file.objects.back().bytes.starts_with(std::to_string(number) + " 0 obj")) {
      return std::nullopt;
    }
  }
  return file;
}

std::string write_pdf(const PdfFile& file) {
  std::string pdf = file.head;
  std::string table = file.table;
  const std::size_t first = table.find('\n', 5) + 1;
  for (const PdfObject& object : file.objects) {
    const std::size_t entry = first + static_cast<std::size_t>(object.number) * entry_size;
    table.replace(entry, 10, fmt::format("{:010}", pdf.size()));
    pdf += object.bytes;
  }
  const std::size_t table_at = pdf.size();
  return pdf + table + file.trailer + fmt::format("{}\n%%EOF\n", table_at);
}

void order_fonts(PdfFile& file) {
  auto& objects = file.objects;
  std::vector<std::size_t> groups;  // index of each font's first object
  for (std::size_t i = 0; i < objects.size(); ++i) {
    if (const auto first = font_group(objects, i)) {
      groups.push_back(*first);
    }
  }
  std::vector<std::size_t> wanted = groups;
  std::ranges::stable_sort(wanted, {}, [&](std::size_t first) {
    return base_font(objects[first + objects_per_font - 1].bytes);
  });
  std::map<int, int> numbers;
  std::vector<PdfObject> ordered = objects;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (std::size_t k = 0; k < objects_per_font; ++k) {
      numbers[objects[wanted[i] + k].number] = objects[groups[i] + k].number;
      ordered[groups[i] + k].bytes = objects[wanted[i] + k].bytes;
    }
  }
  for (PdfObject& object : ordered) {
    object.bytes = renumbered(object.bytes, numbers);
  }
  objects = std::move(ordered);
}

}  // namespace rapporteur::office
