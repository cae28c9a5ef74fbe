#include "preview/guard.hpp"

#include <sys/random.h>

#include <array>
#include <stdexcept>

namespace rapporteur::preview {

namespace {

/// Takes as long whatever the texts have in common.
bool same_secret(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) {
    return false;
  }
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
  }
  return difference == 0;
}

constexpr std::array loopback_names{"127.0.0.1", "localhost"};

}  // namespace

Guard::Guard(std::uint16_t port, std::string token)
    : port_(std::to_string(port)), token_(std::move(token)) {}

bool Guard::is_own_origin(std::string_view origin) const {
  for (const char* name : loopback_names) {
    if (origin == "http://" + std::string(name) + ":" + port_) {
      return true;
    }
  }
  return false;
}

Verdict Guard::judge(const Asked& asked) const {
  if (!is_own_origin("http://" + asked.host)) {
    return Verdict::wrong_host;
  }
  const bool reads = asked.method == "GET" || asked.method == "HEAD";
  if (!reads && asked.method != "POST") {
    return Verdict::wrong_method;
  }
  // An origin is that of the address asked: "localhost" may not act on "127.0.0.1".
  if (!asked.origin.empty() && asked.origin != "http://" + asked.host) {
    return Verdict::foreign;
  }
  const bool is_opened = reads && asked.fetch_mode == "navigate";
  const bool is_from_here =
      asked.fetch_site.empty() || asked.fetch_site == "same-origin" || asked.fetch_site == "none";
  if (!is_from_here && !is_opened) {
    return Verdict::foreign;
  }
  // Browsers name the origin of every POST; a form of another page cannot send JSON.
  if (!reads && (asked.origin.empty() || asked.content_type != "application/json")) {
    return Verdict::foreign;
  }
  const std::string_view path = asked.path;
  const bool has_token = path.starts_with('/') && path.size() > token_.size() + 1 &&
                         same_secret(path.substr(1, token_.size()), token_) &&
                         path[token_.size() + 1] == '/';
  return has_token ? Verdict::welcome : Verdict::wrong_token;
}

std::string_view Guard::rest(std::string_view path) const {
  path.remove_prefix(token_.size() + 2);
  return path.substr(0, path.find('?'));
}

std::string make_token() {
  std::array<unsigned char, 16> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
    throw std::runtime_error("the system gives no random bytes");
  }
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string token;
  for (const unsigned char byte : bytes) {
    token += digits[byte >> 4U];
    token += digits[byte & 15U];
  }
  return token;
}

}  // namespace rapporteur::preview
