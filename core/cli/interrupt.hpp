// Ctrl-C and SIGTERM as a request to stop: what is under way is ended and cleaned up.
#pragma once

#include <csignal>
#include <stop_token>
#include <thread>

namespace rapporteur::cli {

/// While it lives, SIGINT, SIGTERM and SIGHUP no longer end the process; they set stop_token().
/// Make it before any thread: threads inherit the blocked signals.
class Interrupt {
 public:
  Interrupt() {
    sigemptyset(&signals_);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
      sigaddset(&signals_, signal);
    }
    pthread_sigmask(SIG_BLOCK, &signals_, &before_);
    waiter_ = std::jthread([this](const std::stop_token& ended) { wait(ended); });
  }
  ~Interrupt() {
    waiter_.request_stop();
    pthread_kill(waiter_.native_handle(), SIGHUP);  // ends its wait; nobody else sees it
    waiter_.join();
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;
  [[nodiscard]] std::stop_token token() const { return asked_.get_token(); }

 private:
  void wait(const std::stop_token& ended) {
    while (!ended.stop_requested()) {
      if (sigwaitinfo(&signals_, nullptr) > 0 && !ended.stop_requested()) {
        asked_.request_stop();
      }
    }
  }

  sigset_t signals_{};
  sigset_t before_{};
  std::stop_source asked_;
  std::jthread waiter_;
};

}  // namespace rapporteur::cli
