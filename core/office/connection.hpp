// The line to one office: a Unix socket with UNO's protocol on it. Hides every UNO header from the
// rest of the engine.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

namespace rapporteur::office {

/// UNO's part of our own process; one for all connections of a pool.
class Uno {
 public:
  /// Nothing when the office's own libraries or type databases do not fit; then `error` says why.
  [[nodiscard]] static std::unique_ptr<Uno> start(const std::filesystem::path& program,
                                                  std::string& error);
  ~Uno();
  struct Impl;
  [[nodiscard]] Impl& impl() const { return *impl_; }

 private:
  explicit Uno(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

class Connection {
 public:
  /// Nothing while the office does not answer yet; `error` says what went wrong when it answered
  /// but has no component.
  [[nodiscard]] static std::unique_ptr<Connection> open(const Uno& uno,
                                                        const std::filesystem::path& socket,
                                                        std::string& error);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// One remote call: the job's bytes there, the outcome's back. `order` says what kind of job it
  /// is (workbook_job.hpp). False when the office was lost; then `answer` says how.
  [[nodiscard]] bool execute(const char* order, const std::string& job, std::string& answer);

 private:
  struct Impl;
  explicit Connection(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rapporteur::office
