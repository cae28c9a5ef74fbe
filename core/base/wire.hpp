// A flat byte form for what crosses a process border: the view that a plugin's child returns, and
// the job that goes into an office. Integers are 8 bytes little-endian, strings are length + bytes.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace rapporteur::wire {

class Writer {
 public:
  void integer(std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    for (int shift = 0; shift < 64; shift += 8) {
      bytes_.push_back(static_cast<char>((bits >> shift) & 0xffU));
    }
  }
  void boolean(bool value) { bytes_.push_back(value ? '\1' : '\0'); }
  void byte(std::uint8_t value) { bytes_.push_back(static_cast<char>(value)); }
  void string(std::string_view value) {
    integer(static_cast<std::int64_t>(value.size()));
    bytes_.append(value);
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Reads what Writer wrote. A short or broken message never reads past the end: ok() turns false
/// and every further value is 0 or empty. Check ok() once at the end.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  std::int64_t integer() {
    if (!need(8)) {
      return 0;
    }
    std::uint64_t bits = 0;
    for (int i = 7; i >= 0; --i) {
      bits = (bits << 8U) | static_cast<unsigned char>(bytes_[at_ + static_cast<std::size_t>(i)]);
    }
    at_ += 8;
    return static_cast<std::int64_t>(bits);
  }
  bool boolean() { return need(1) && bytes_[at_++] != '\0'; }
  std::uint8_t byte() {
    return need(1) ? static_cast<std::uint8_t>(bytes_[at_++]) : std::uint8_t{0};
  }
  std::string string() {
    const std::int64_t size = integer();
    if (size < 0 || !need(static_cast<std::size_t>(size))) {
      ok_ = false;
      return {};
    }
    std::string value(bytes_.substr(at_, static_cast<std::size_t>(size)));
    at_ += static_cast<std::size_t>(size);
    return value;
  }
  /// A count of elements that each take at least one byte; larger than the rest means broken.
  std::size_t count() {
    const std::int64_t value = integer();
    if (value < 0 || static_cast<std::size_t>(value) > bytes_.size() - at_) {
      ok_ = false;
      return 0;
    }
    return static_cast<std::size_t>(value);
  }
  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool at_end() const { return at_ == bytes_.size(); }

 private:
  bool need(std::size_t size) {
    if (!ok_ || bytes_.size() - at_ < size) {
      ok_ = false;
    }
    return ok_;
  }
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool ok_ = true;
};

}  // namespace rapporteur::wire
