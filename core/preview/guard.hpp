// Who may ask: only the page that this run of the preview has served itself.
//
// The preview listens on loopback, but every web page that is open in the same browser can send
// requests there, and a name that its owner makes point to 127.0.0.1 (DNS rebinding) makes them
// look like its own. So: the address must be a loopback name with our port, the path begins with a
// token that only the terminal shows, and what changes something must come from our own origin.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rapporteur::preview {

/// What is looked at of a request; a header that is absent is empty.
struct Asked {
  std::string method;
  std::string path;  ///< as sent, with the query
  std::string host;
  std::string origin;
  std::string fetch_site;  ///< Sec-Fetch-Site: "same-origin", "same-site", "cross-site", "none"
  std::string fetch_mode;  ///< Sec-Fetch-Mode: "navigate" when a person opens an address
  std::string content_type;
};

enum class Verdict {
  welcome,
  wrong_host,    ///< no loopback name with our port
  wrong_token,   ///< not an address of this run
  foreign,       ///< sent by another page
  wrong_method,  ///< neither GET, HEAD nor POST
};

class Guard {
 public:
  Guard(std::uint16_t port, std::string token);
  [[nodiscard]] Verdict judge(const Asked& asked) const;
  /// What stands behind the token, without the query: "" is the page. Only for welcome requests.
  [[nodiscard]] std::string_view rest(std::string_view path) const;

 private:
  [[nodiscard]] bool is_own_origin(std::string_view origin) const;
  std::string port_;
  std::string token_;
};

/// 128 random bits in hexadecimal, from the system. Throws std::runtime_error when it gives none.
[[nodiscard]] std::string make_token();

}  // namespace rapporteur::preview
