#include "package/package.hpp"

#include <Poco/Checksum.h>
#include <Poco/DeflatingStream.h>
#include <Poco/InflatingStream.h>
#include <Poco/MemoryStream.h>

#include <algorithm>
#include <array>
#include <set>
#include <sstream>

namespace rapporteur::package {
namespace {

constexpr std::uint32_t local_mark = 0x04034b50;
constexpr std::uint32_t central_mark = 0x02014b50;
constexpr std::uint32_t end_mark = 0x06054b50;
constexpr std::size_t local_size = 30;
constexpr std::size_t central_size = 46;
constexpr std::size_t end_size = 22;
constexpr std::uint16_t stored = 0;
constexpr std::uint16_t deflated = 8;
constexpr std::uint16_t flag_encrypted = 1;
constexpr std::uint16_t flag_utf8 = 0x0800;
constexpr std::uint16_t first_of_1980 = 0x0021;
constexpr std::uint64_t always_fine = std::uint64_t{1} << 20;  // no bomb below a megabyte

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = size; i-- > 0;) {
    value = (value << 8U) | static_cast<unsigned char>(bytes[at + i]);
  }
  return value;
}

void put(std::string& out, std::uint32_t value, int size) {
  for (int i = 0; i < size; ++i) {
    out.push_back(static_cast<char>((value >> (8 * i)) & 0xffU));
  }
}

std::uint32_t crc_of(std::string_view bytes) {
  Poco::Checksum sum(Poco::Checksum::TYPE_CRC32);
  sum.update(bytes.data(), static_cast<unsigned>(bytes.size()));
  return sum.checksum();
}

std::string deflate(const std::string& content) {
  std::ostringstream out;
  Poco::DeflatingOutputStream stream(out, -15, 6);
  stream.write(content.data(), static_cast<std::streamsize>(content.size()));
  stream.close();
  return std::move(out).str();
}

// At most `size` bytes; fewer or more than declared is broken.
std::optional<std::string> inflate(std::string_view packed, std::size_t size) {
  try {
    Poco::MemoryInputStream in(packed.data(), static_cast<std::streamsize>(packed.size()));
    Poco::InflatingInputStream stream(in, -15);
    std::string out(size, '\0');
    stream.read(out.data(), static_cast<std::streamsize>(size));
    if (static_cast<std::size_t>(stream.gcount()) != size ||
        stream.peek() != std::char_traits<char>::eof()) {
      return std::nullopt;
    }
    return out;
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

bool leaves_the_package(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos ||
      name.find(':') != std::string_view::npos || name.find('\0') != std::string_view::npos) {
    return true;
  }
  for (std::size_t start = 0; start <= name.size();) {
    const std::size_t end = std::min(name.find('/', start), name.size());
    if (name.substr(start, end - start) == "..") {
      return true;
    }
    start = end + 1;
  }
  return false;
}

}  // namespace

PackageFault Package::read_entry(std::size_t& at, std::string& detail) {
  const std::string_view bytes = bytes_;
  if (bytes.size() - at < central_size || number(bytes, at, 4) != central_mark) {
    return PackageFault::not_zip;
  }
  const std::size_t name_size = number(bytes, at + 28, 2);
  const std::size_t rest = number(bytes, at + 30, 2) + number(bytes, at + 32, 2);
  if (bytes.size() - at - central_size < name_size + rest) {
    return PackageFault::not_zip;
  }
  Entry entry;
  entry.name = bytes.substr(at + central_size, name_size);
  entry.method = static_cast<std::uint16_t>(number(bytes, at + 10, 2));
  entry.crc = number(bytes, at + 16, 4);
  entry.packed = number(bytes, at + 20, 4);
  entry.unpacked = number(bytes, at + 24, 4);
  const std::uint32_t flags = number(bytes, at + 8, 2);
  const std::size_t local = number(bytes, at + 42, 4);
  at += central_size + name_size + rest;
  detail = entry.name;
  if (leaves_the_package(entry.name)) {
    return PackageFault::path;
  }
  if ((flags & flag_encrypted) != 0) {
    return PackageFault::encrypted;
  }
  if (bytes.size() < local_size || local > bytes.size() - local_size ||
      number(bytes, local, 4) != local_mark ||
      (entry.method != stored && entry.method != deflated) ||
      (entry.method == stored && entry.packed != entry.unpacked)) {
    return PackageFault::not_zip;
  }
  const std::size_t data =
      local + local_size + number(bytes, local + 26, 2) + number(bytes, local + 28, 2);
  if (data > bytes.size() || entry.packed > bytes.size() - data) {
    return PackageFault::not_zip;
  }
  entry.offset = data;
  if (entry.name.back() != '/') {
    entries_.push_back(std::move(entry));
  }
  return PackageFault::none;
}

PackageFault Package::read(std::string bytes, std::string& detail, const PackageLimits& limits) {
  bytes_ = std::move(bytes);
  entries_.clear();
  detail.clear();
  const std::string_view view = bytes_;
  if (view.size() < end_size) {
    return PackageFault::not_zip;
  }
  std::string mark;
  put(mark, end_mark, 4);
  const std::size_t end = view.rfind(mark, view.size() - end_size);
  if (end == std::string_view::npos || view.substr(0, 2) != "PK") {
    return PackageFault::not_zip;
  }
  const std::size_t count = number(view, end + 10, 2);
  if (count > limits.entries) {
    return PackageFault::bomb;
  }
  std::size_t at = number(view, end + 16, 4);
  if (at > end) {
    return PackageFault::not_zip;
  }
  std::set<std::string> seen;
  std::uint64_t total = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t before = entries_.size();
    if (const PackageFault fault = read_entry(at, detail); fault != PackageFault::none) {
      return fault;
    }
    if (entries_.size() == before) {
      continue;  // a folder
    }
    const Entry& entry = entries_.back();
    total += entry.unpacked;
    if (total > limits.unpacked || entry.unpacked > limits.entry ||
        (entry.unpacked > always_fine && entry.unpacked / limits.ratio > entry.packed)) {
      return PackageFault::bomb;
    }
    if (!seen.insert(entry.name).second) {
      return PackageFault::duplicate;
    }
  }
  // Entries that share bytes: the trick of a flat bomb.
  std::vector<std::pair<std::size_t, std::size_t>> ranges;
  for (const Entry& entry : entries_) {
    ranges.emplace_back(entry.offset, entry.offset + entry.packed);
  }
  std::sort(ranges.begin(), ranges.end());
  for (std::size_t i = 1; i < ranges.size(); ++i) {
    if (ranges[i].first < ranges[i - 1].second) {
      return PackageFault::bomb;
    }
  }
  detail.clear();
  return entries_.empty() ? PackageFault::not_zip : PackageFault::none;
}

std::vector<std::string> Package::names() const {
  std::vector<std::string> names;
  for (const Entry& entry : entries_) {
    names.push_back(entry.name);
  }
  return names;
}

const Package::Entry* Package::find(std::string_view name) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const Entry& entry) { return entry.name == name; });
  return found == entries_.end() ? nullptr : &*found;
}

bool Package::contains(std::string_view name) const {
  return find(name) != nullptr;
}

std::optional<std::string> Package::get(std::string_view name) const {
  const Entry* entry = find(name);
  if (entry == nullptr) {
    return std::nullopt;
  }
  if (entry->changed) {
    return entry->content;
  }
  const std::string_view packed = std::string_view(bytes_).substr(entry->offset, entry->packed);
  std::optional<std::string> content = entry->method == stored ? std::optional(std::string(packed))
                                                               : inflate(packed, entry->unpacked);
  return content && crc_of(*content) == entry->crc ? content : std::nullopt;
}

void Package::set(std::string_view name, std::string content) {
  auto found = std::find_if(entries_.begin(), entries_.end(),
                            [&](const Entry& entry) { return entry.name == name; });
  if (found == entries_.end()) {
    entries_.push_back({.name = std::string(name)});
    found = entries_.end() - 1;
  }
  found->changed = true;
  found->content = std::move(content);
}

std::string Package::write() const {
  std::vector<const Entry*> order;
  for (const Entry& entry : entries_) {
    order.push_back(&entry);
  }
  std::stable_partition(order.begin(), order.end(),
                        [](const Entry* entry) { return entry->name == "mimetype"; });
  std::string out;
  std::string central;
  for (const Entry* entry : order) {
    const bool store = entry->name == "mimetype";
    std::string fresh;
    std::string_view data = std::string_view(bytes_).substr(entry->offset, entry->packed);
    std::uint16_t method = entry->method;
    std::uint32_t crc = entry->crc;
    std::uint32_t unpacked = entry->unpacked;
    if (entry->changed || (store && method != stored)) {
      const std::string content = entry->changed ? entry->content : get(entry->name).value_or("");
      crc = crc_of(content);
      unpacked = static_cast<std::uint32_t>(content.size());
      method = store ? stored : deflated;
      fresh = store ? content : deflate(content);
      data = fresh;
    }
    const auto offset = static_cast<std::uint32_t>(out.size());
    std::string common;  // version needed … name size, the same in both headers
    put(common, 20, 2);
    put(common, flag_utf8, 2);
    put(common, method, 2);
    put(common, 0, 2);
    put(common, first_of_1980, 2);
    put(common, crc, 4);
    put(common, static_cast<std::uint32_t>(data.size()), 4);
    put(common, unpacked, 4);
    put(common, static_cast<std::uint32_t>(entry->name.size()), 2);
    put(out, local_mark, 4);
    out += common;
    put(out, 0, 2);
    (out += entry->name) += data;
    put(central, central_mark, 4);
    put(central, 20, 2);
    central += common;
    central.append(12, '\0');  // extra, comment, disk, attributes
    put(central, offset, 4);
    central += entry->name;
  }
  const auto start = static_cast<std::uint32_t>(out.size());
  out += central;
  put(out, end_mark, 4);
  put(out, 0, 4);
  put(out, static_cast<std::uint32_t>(order.size()), 2);
  put(out, static_cast<std::uint32_t>(order.size()), 2);
  put(out, static_cast<std::uint32_t>(central.size()), 4);
  put(out, start, 4);
  put(out, 0, 2);
  return out;
}

}  // namespace rapporteur::package
