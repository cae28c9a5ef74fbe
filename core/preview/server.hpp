// The preview's server: Poco's, on loopback only, for one session.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "preview/session.hpp"

namespace rapporteur::preview {

class Server {
 public:
  /// Listens on 127.0.0.1; port 0 = a free one. `language`: that of the page when its reader's
  /// browser names none ("fr" or "en"); with `is_fixed` always. Throws std::runtime_error, with the
  /// system's words, when the port cannot be had.
  Server(Session& session, std::uint16_t port, const std::string& language, bool is_fixed);
  ~Server();  ///< ends the session's streams first
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// "http://127.0.0.1:40123/<token>/"
  [[nodiscard]] std::string address() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rapporteur::preview
