// A zip in memory. Read through its central directory alone and distrusted: names, sizes, overlaps
// and checksums are checked before a byte is unpacked. Entries that nobody changes are copied as
// they are, without unpacking, which is why this is not Poco::Zip: it neither tells duplicates and
// overlaps apart nor copies raw entries. Deflate itself and CRC-32 are Poco's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::package {

struct PackageLimits {
  std::size_t entries = 4096;
  std::uint64_t unpacked = std::uint64_t{128} << 20;  ///< bytes of all entries together
  std::uint64_t entry = std::uint64_t{64} << 20;      ///< and of one
  std::uint64_t ratio = 200;                          ///< unpacked : packed, of what is large
};

enum class PackageFault { none, not_zip, encrypted, bomb, path, duplicate };

class Package {
 public:
  /// What is wrong, or none. `detail` names the entry when one is to blame.
  PackageFault read(std::string bytes, std::string& detail, const PackageLimits& limits = {});

  [[nodiscard]] std::vector<std::string> names() const;  ///< files, in the order of the package
  [[nodiscard]] bool contains(std::string_view name) const;
  /// Unpacked and verified; nothing when it is not there or broken.
  [[nodiscard]] std::optional<std::string> get(std::string_view name) const;
  /// Puts new content in place of an entry, or adds it at the end.
  void set(std::string_view name, std::string content);

  /// The zip: "mimetype" first and stored, everything else in its old order, all dates 1980-01-01.
  [[nodiscard]] std::string write() const;

 private:
  struct Entry {
    std::string name;
    bool changed = false;
    std::string content;  ///< when changed
    std::uint16_t method = 0;
    std::uint32_t crc = 0;
    std::uint32_t packed = 0;
    std::uint32_t unpacked = 0;
    std::size_t offset = 0;  ///< of the packed data in bytes_
  };
  [[nodiscard]] const Entry* find(std::string_view name) const;
  PackageFault read_entry(std::size_t& at, std::string& detail);

  std::string bytes_;
  std::vector<Entry> entries_;
};

}  // namespace rapporteur::package
