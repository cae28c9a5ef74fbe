#include "base/pipe.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>

#include "base/wire.hpp"

namespace rapporteur {

namespace {

bool read_all(int file, char* to, std::size_t size) {
  while (size > 0) {
    const ssize_t got = ::read(file, to, size);
    if (got < 0 && errno == EINTR) {
      continue;
    }
    if (got <= 0) {
      return false;
    }
    to += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

}  // namespace

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(file, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) {
      continue;
    }
    if (done <= 0) {
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  return true;
}

bool write_message(int file, std::string_view bytes) {
  wire::Writer head;
  head.integer(static_cast<std::int64_t>(bytes.size()));
  return write_all(file, head.bytes()) && write_all(file, bytes);
}

std::optional<std::string> read_message(int file, std::size_t most) {
  std::array<char, 8> head{};
  if (!read_all(file, head.data(), head.size())) {
    return std::nullopt;
  }
  const std::int64_t size = wire::Reader({head.data(), head.size()}).integer();
  if (size < 0 || static_cast<std::uint64_t>(size) > most) {
    return std::nullopt;
  }
  std::string bytes(static_cast<std::size_t>(size), '\0');
  return read_all(file, bytes.data(), bytes.size()) ? std::optional(std::move(bytes))
                                                    : std::nullopt;
}

}  // namespace rapporteur
