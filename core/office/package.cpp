#include "office/package.hpp"

#include <Poco/Checksum.h>
#include <Poco/DateTime.h>
#include <Poco/Exception.h>
#include <Poco/InflatingStream.h>
#include <Poco/MemoryStream.h>
#include <Poco/StreamCopier.h>
#include <Poco/Timestamp.h>
#include <Poco/Zip/Compress.h>
#include <Poco/Zip/ZipArchive.h>
#include <Poco/Zip/ZipFileInfo.h>

#include <algorithm>
#include <sstream>

namespace rapporteur::office {

namespace {

// Offset of an entry's data: behind its local header, which has a name and extra field of its own.
std::optional<std::string_view> packed_bytes(std::string_view package,
                                             const Poco::Zip::ZipFileInfo& entry) {
  constexpr std::size_t header_size = 30;
  const auto header = static_cast<std::size_t>(entry.getOffset());
  const auto size = static_cast<std::size_t>(entry.getCompressedSize());
  if (package.size() < header_size || header > package.size() - header_size) {
    return std::nullopt;
  }
  const auto number = [&](std::size_t at) {
    return static_cast<std::size_t>(static_cast<unsigned char>(package[header + at])) |
           static_cast<std::size_t>(static_cast<unsigned char>(package[header + at + 1])) << 8U;
  };
  const std::size_t data = header + header_size + number(26) + number(28);
  if (data > package.size() || size > package.size() - data) {
    return std::nullopt;
  }
  return package.substr(data, size);
}

std::optional<std::string> content_of(std::string_view package,
                                      const Poco::Zip::ZipFileInfo& entry) {
  const auto packed = packed_bytes(package, entry);
  if (!packed) {
    return std::nullopt;
  }
  std::string content(*packed);
  if (entry.getCompressionMethod() == Poco::Zip::ZipCommon::CM_DEFLATE) {
    constexpr int raw_deflate = -15;
    Poco::MemoryInputStream in(packed->data(), static_cast<std::streamsize>(packed->size()));
    Poco::InflatingInputStream stream(in, raw_deflate);
    content.clear();
    Poco::StreamCopier::copyToString(stream, content);
  }
  Poco::Checksum sum(Poco::Checksum::TYPE_CRC32);
  sum.update(content);
  if (content.size() != entry.getUncompressedSize() || sum.checksum() != entry.getCRC()) {
    return std::nullopt;
  }
  return content;
}

}  // namespace

// Through the directory alone: Poco's own stream of an entry fails on those whose sizes stand
// behind their data, as the office writes them.
std::optional<std::vector<Part>> unpack(const std::string& package) {
  try {
    std::istringstream in(package);
    const Poco::Zip::ZipArchive archive(in);
    std::vector<std::pair<std::uint64_t, Part>> found;
    for (auto entry = archive.fileInfoBegin(); entry != archive.fileInfoEnd(); ++entry) {
      if (entry->first.ends_with('/')) {
        continue;
      }
      auto content = content_of(package, entry->second);
      if (!content) {
        return std::nullopt;
      }
      found.emplace_back(entry->second.getOffset(), Part{entry->first, std::move(*content)});
    }
    if (found.empty()) {
      return std::nullopt;
    }
    std::sort(found.begin(), found.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Part> parts;
    parts.reserve(found.size());
    for (auto& [offset, part] : found) {
      parts.push_back(std::move(part));
    }
    return parts;
  } catch (const Poco::Exception&) {
    return std::nullopt;
  } catch (const std::ios_base::failure&) {
    return std::nullopt;
  }
}

std::string pack(const std::vector<Part>& parts, std::int64_t epoch) {
  // A zip's clock starts in 1980.
  constexpr std::int64_t zip_epoch = 315532800;
  const Poco::DateTime time(
      Poco::Timestamp::fromEpochTime(static_cast<std::time_t>(std::max(epoch, zip_epoch))));
  std::ostringstream out;
  Poco::Zip::Compress zip(out, true);
  for (const auto& part : parts) {
    std::istringstream in(part.bytes);
    const bool store = part.name == "mimetype";
    zip.addFile(in, time, Poco::Path(part.name, Poco::Path::PATH_UNIX),
                store ? Poco::Zip::ZipCommon::CM_STORE : Poco::Zip::ZipCommon::CM_DEFLATE,
                Poco::Zip::ZipCommon::CL_NORMAL);
  }
  zip.close();
  return out.str();
}

}  // namespace rapporteur::office
