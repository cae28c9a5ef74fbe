// PDF: dates and identifiers are overwritten in place. The colour profile that PDF/A wants also
// tells the time it was made, inside a compressed stream: it is unpacked, changed and packed again,
// which moves what follows, so the cross-reference table is corrected. Fonts are put in the order
// of their names. The identifier becomes a digest of everything else.
#include <Poco/DeflatingStream.h>
#include <Poco/Exception.h>
#include <Poco/InflatingStream.h>
#include <Poco/MD5Engine.h>
#include <Poco/MemoryStream.h>
#include <Poco/StreamCopier.h>
#include <fmt/chrono.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <optional>
#include <sstream>
#include <vector>

#include "base/files.hpp"
#include "office/normalise.hpp"
#include "office/pdf_objects.hpp"

namespace rapporteur::office {

namespace {

constexpr std::size_t id_size = 32;  // MD5 in hexadecimal

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_hex(char c) {
  return is_digit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

// Puts the digits of `time` (YYYYMMDDHHMMSS) over those that follow `at`, whatever stands between
// them, and turns a time zone ("+02'00'", "-05:00") behind them to zero.
void overwrite_time(std::string& pdf, std::size_t at, std::string_view time) {
  for (std::size_t i = 0; i < time.size() && at < pdf.size(); ++at) {
    if (is_digit(pdf[at])) {
      pdf[at] = time[i++];
    } else if (pdf[at] == ')' || pdf[at] == '<') {
      return;
    }
  }
  if (at < pdf.size() && (pdf[at] == '+' || pdf[at] == '-')) {
    pdf[at] = '+';
    for (++at; at < pdf.size() && pdf[at] != ')' && pdf[at] != '<'; ++at) {
      if (is_digit(pdf[at])) {
        pdf[at] = '0';
      }
    }
  }
}

void overwrite_times(std::string& pdf, std::string_view key, std::string_view time) {
  for (std::size_t at = pdf.find(key); at != std::string::npos; at = pdf.find(key, at)) {
    at += key.size();
    overwrite_time(pdf, at, time);
  }
}

// Places of identifiers: 32 hexadecimal digits soon after `key`.
void find_ids(const std::string& pdf, std::string_view key, int count,
              std::vector<std::size_t>& places) {
  std::size_t at = pdf.rfind(key);
  if (at == std::string::npos) {
    return;
  }
  const std::size_t end = std::min(pdf.size(), at + key.size() + 160);
  std::size_t run = 0;
  for (at += key.size(); at < end && count > 0; ++at) {
    run = is_hex(pdf[at]) ? run + 1 : 0;
    if (run == id_size) {
      places.push_back(at + 1 - id_size);
      run = 0;
      --count;
    }
  }
}

struct Range {
  std::size_t at = 0;
  std::size_t size = 0;
};

// What stands between `start` and `end`, the first such place at or behind `from`.
std::optional<Range> between(const std::string& pdf, std::string_view start, std::string_view end,
                             std::size_t from) {
  const std::size_t at = pdf.find(start, from);
  if (at == std::string::npos) {
    return std::nullopt;
  }
  const std::size_t first = at + start.size();
  const std::size_t last = pdf.find(end, first);
  if (last == std::string::npos) {
    return std::nullopt;
  }
  return Range{first, last - first};
}

// Content of object `number`, up to its endobj.
std::optional<Range> object(const std::string& pdf, const std::string& number) {
  return between(pdf, "\n" + number + " 0 obj\n", "\nendobj", 0);
}

// The table's entries (ten digits each) for objects behind `at`, and where the table itself begins.
bool shift_offsets(std::string& pdf, std::size_t at, std::ptrdiff_t by) {
  const auto shift = [&](std::size_t place, std::size_t digits) {
    const auto old = std::strtoull(pdf.substr(place, digits).c_str(), nullptr, 10);
    if (old > at) {
      const auto now = static_cast<std::uint64_t>(static_cast<std::ptrdiff_t>(old) + by);
      pdf.replace(place, digits, fmt::format("{:0{}}", now, digits));
    }
  };
  const auto start = pdf.rfind("startxref\n");
  const auto table = pdf.rfind("\nxref\n");
  const auto trailer = pdf.rfind("trailer\n");
  if (start == std::string::npos || table == std::string::npos || trailer == std::string::npos ||
      table > trailer || trailer > start) {
    return false;
  }
  constexpr std::size_t entry_size = 20;
  std::size_t line = pdf.find('\n', table + 6) + 1;
  for (; line + entry_size <= trailer; line += entry_size) {
    if (pdf[line + 17] == 'n') {
      shift(line, 10);
    }
  }
  const std::size_t place = start + 10;
  std::size_t digits = 0;
  while (place + digits < pdf.size() && is_digit(pdf[place + digits])) {
    ++digits;
  }
  shift(place, digits);
  return line == trailer;
}

bool replace(std::string& pdf, Range range, const std::string& text) {
  pdf.replace(range.at, range.size, text);
  const auto by =
      static_cast<std::ptrdiff_t>(text.size()) - static_cast<std::ptrdiff_t>(range.size);
  return by == 0 || shift_offsets(pdf, range.at, by);
}

// An ICC profile's header has the date as six big-endian 16-bit numbers from byte 24 on.
std::optional<std::string> timeless_profile(std::string_view packed, Stamp stamp) {
  constexpr std::size_t date_at = 24;
  constexpr std::size_t header_size = 128;
  std::string profile;
  try {
    Poco::MemoryInputStream in(packed.data(), static_cast<std::streamsize>(packed.size()));
    Poco::InflatingInputStream inflate(in);
    Poco::StreamCopier::copyToString(inflate, profile);
  } catch (const Poco::Exception&) {
    return std::nullopt;
  }
  if (profile.size() < header_size || profile.compare(36, 4, "acsp") != 0) {
    return std::nullopt;
  }
  const std::tm time = fmt::gmtime(static_cast<std::time_t>(stamp.epoch));
  const int numbers[] = {time.tm_year + 1900, time.tm_mon + 1, time.tm_mday,
                         time.tm_hour,        time.tm_min,     time.tm_sec};
  std::size_t at = date_at;
  for (const int number : numbers) {
    profile[at++] = static_cast<char>(number >> 8);
    profile[at++] = static_cast<char>(number & 0xff);
  }
  std::ostringstream out;
  Poco::DeflatingOutputStream deflate(out, Poco::DeflatingStreamBuf::STREAM_ZLIB);
  deflate << profile;
  deflate.close();
  return out.str();
}

// True when there is no profile, or its time is gone.
bool overwrite_profile(std::string& pdf, Stamp stamp) {
  const auto number = between(pdf, "/DestOutputProfile ", " 0 R", 0);
  if (!number) {
    return true;
  }
  const auto profile = object(pdf, pdf.substr(number->at, number->size));
  const auto data = profile ? between(pdf, "stream\n", "\nendstream", profile->at) : std::nullopt;
  const auto length = profile ? between(pdf, "/Length ", " 0 R", profile->at) : std::nullopt;
  if (!data || !length || length->at > data->at) {
    return false;
  }
  const std::string length_object = pdf.substr(length->at, length->size);
  const auto declared = object(pdf, length_object);
  if (!declared) {
    return false;
  }
  // The packed bytes may themselves hold the word that ends them: the declared length counts.
  const auto size = std::strtoull(pdf.substr(declared->at, declared->size).c_str(), nullptr, 10);
  if (size > pdf.size() - data->at) {
    return false;
  }
  const auto packed = timeless_profile(
      std::string_view(pdf).substr(data->at, static_cast<std::size_t>(size)), stamp);
  if (!packed || !replace(pdf, {data->at, static_cast<std::size_t>(size)}, *packed)) {
    return false;
  }
  const auto moved = object(pdf, length_object);
  return moved && replace(pdf, *moved, std::to_string(packed->size()));
}

}  // namespace

bool normalise_pdf(const std::filesystem::path& file, Stamp stamp, Diagnostics& diagnostics) {
  auto pdf = read_file(file);
  std::vector<std::size_t> ids;
  if (auto objects = pdf ? parse_pdf(*pdf) : std::nullopt) {
    order_fonts(*objects);
    pdf = write_pdf(*objects);
  }
  if (pdf && pdf->starts_with("%PDF-") && overwrite_profile(*pdf, stamp)) {
    find_ids(*pdf, "/ID", 2, ids);
  }
  if (ids.size() == 2) {
    find_ids(*pdf, "/DocChecksum", 1, ids);
    const std::string time =
        fmt::format("{:%Y%m%d%H%M%S}", fmt::gmtime(static_cast<std::time_t>(stamp.epoch)));
    for (const char* key : {"/CreationDate", "/ModDate", "<xmp:CreateDate>", "<xmp:ModifyDate>",
                            "<xmp:MetadataDate>"}) {
      overwrite_times(*pdf, key, time);
    }
    for (const std::size_t place : ids) {
      pdf->replace(place, id_size, id_size, '0');
    }
    Poco::MD5Engine md5;
    md5.update(*pdf);
    std::string digest = Poco::DigestEngine::digestToHex(md5.digest());
    for (char& c : digest) {
      c = static_cast<char>(c >= 'a' ? c - 'a' + 'A' : c);
    }
    for (const std::size_t place : ids) {
      pdf->replace(place, id_size, digest);
    }
    return told_unless(write_file(file, *pdf), file, diagnostics);
  }
  return told_unless(false, file, diagnostics);
}

}  // namespace rapporteur::office
